"""Phase models of marketing: how many people get how far.

AIDA: E. St. Elmo Lewis, about 1898, with the four steps as E. K. Strong printed
them ("The Psychology of Selling and Advertising", 1925). See, think, do, care:
Avinash Kaushik, 2013, with care since 2015. AARRR: Dave McClure, "Startup Metrics
for Pirates", 2007.
"""

from cjm.model.frameworks.phase_model import Framework, Stage

AIDA = Framework(
    id="aida",
    names={
        "en": "AIDA: attention, interest, desire, action",
        "nl": "AIDA: aandacht, interesse, verlangen, actie",
    },
    about=(
        "The oldest of the phase models: four states of mind that an advertisement or a seller leads "
        "through. It ends at the action, so for a customer journey what follows has to be added."
    ),
    stages=(
        Stage(
            id="attention",
            names={"en": "Attention", "nl": "Aandacht"},
            meaning={
                "en": "Something stands out from all else that asks to be noticed.",
                "nl": "Iets springt eruit tussen alles wat om aandacht vraagt.",
            },
            question={"en": "What is that?", "nl": "Wat is dat?"},
            departments=("marketing",),
            media=("paid", "earned"),
            aliases=("awareness", "attentie"),
        ),
        Stage(
            id="interest",
            names={"en": "Interest", "nl": "Interesse"},
            meaning={
                "en": "It turns out to touch on something that matters to the customer.",
                "nl": "Het blijkt te raken aan iets wat er voor de klant toe doet.",
            },
            question={"en": "What would I have of it?", "nl": "Wat zou ik eraan hebben?"},
            departments=("marketing",),
            media=("owned", "earned", "paid"),
        ),
        Stage(
            id="desire",
            names={"en": "Desire", "nl": "Verlangen"},
            meaning={
                "en": "Finding it interesting becomes wanting it, this one and not another.",
                "nl": "Interessant vinden wordt willen hebben, deze en geen andere.",
            },
            question={
                "en": "Why do I want exactly this one?",
                "nl": "Waarom wil ik juist deze?",
            },
            departments=("marketing", "sales"),
            media=("owned", "earned"),
        ),
        Stage(
            id="action",
            names={"en": "Action", "nl": "Actie"},
            meaning={
                "en": "The customer buys, calls, orders or signs up.",
                "nl": "De klant koopt, belt, bestelt of meldt zich aan.",
            },
            question={
                "en": "How do I get it, here and now?",
                "nl": "Hoe krijg ik het, hier en nu?",
            },
            departments=("sales",),
            media=("owned", "paid"),
        ),
    ),
)

SEE_THINK_DO_CARE = Framework(
    id="see-think-do-care",
    names={"en": "See, think, do, care", "nl": "Zien, denken, doen, zorgen"},
    about=(
        "Audiences by what they intend, not by who they are: everybody who could ever want it, those who "
        "think of it, those about to act, and those who came back. Each gets its own content and metrics."
    ),
    stages=(
        Stage(
            id="see",
            names={"en": "See", "nl": "Zien"},
            meaning={
                "en": "All who might want such a thing one day, without any plan to buy now.",
                "nl": "Iedereen die zoiets ooit zou kunnen willen, zonder plan om nu te kopen.",
            },
            question={
                "en": "Is there something here that I enjoy or learn from?",
                "nl": "Is hier iets waar ik plezier van heb of van leer?",
            },
            departments=("marketing",),
            media=("earned", "paid", "owned"),
        ),
        Stage(
            id="think",
            names={"en": "Think", "nl": "Denken"},
            meaning={
                "en": "Those of them who begin to think that they need it.",
                "nl": "Wie van hen begint te denken dat hij het nodig heeft.",
            },
            question={
                "en": "What are my options, and what should I look out for?",
                "nl": "Wat zijn mijn mogelijkheden, en waar moet ik op letten?",
            },
            departments=("marketing", "sales"),
            media=("owned", "earned", "paid"),
        ),
        Stage(
            id="do",
            names={"en": "Do", "nl": "Doen"},
            meaning={
                "en": "Those who want it now and look for where to get it.",
                "nl": "Wie het nu wil hebben en zoekt waar het te krijgen is.",
            },
            question={
                "en": "Where do I get it soonest and safest?",
                "nl": "Waar krijg ik het het snelst en het veiligst?",
            },
            departments=("sales", "marketing"),
            media=("owned", "paid"),
        ),
        Stage(
            id="care",
            names={"en": "Care", "nl": "Zorgen"},
            meaning={
                "en": "Customers who came back more than once, and deserve more than a newsletter.",
                "nl": "Klanten die vaker dan eens terugkwamen, en meer verdienen dan een nieuwsbrief.",
            },
            question={
                "en": "Do they know me by now?",
                "nl": "Kennen ze me inmiddels?",
            },
            departments=("service", "marketing"),
            media=("owned", "earned"),
        ),
    ),
)

AARRR = Framework(
    id="aarrr",
    names={"en": "AARRR: the pirate metrics", "nl": "AARRR: de piratencijfers"},
    about=(
        "Five numbers that tell a young service where it loses people. Made to be measured: each stage has "
        "one rate, and the lowest is the one to work on. It counts customers, it doesn't ask how they feel."
    ),
    stages=(
        Stage(
            id="acquisition",
            names={"en": "Acquisition", "nl": "Werving"},
            meaning={
                "en": "People arrive from wherever they heard of it.",
                "nl": "Mensen komen binnen, waar ze er ook van hoorden.",
            },
            question={"en": "Am I in the right place?", "nl": "Ben ik hier aan het goede adres?"},
            departments=("marketing",),
            media=("paid", "earned", "owned"),
        ),
        Stage(
            id="activation",
            names={"en": "Activation", "nl": "Activatie"},
            meaning={
                "en": "The first use is a good one: they see what it does for them.",
                "nl": "Het eerste gebruik bevalt: ze zien wat het voor ze doet.",
            },
            question={
                "en": "Does it work for me, without much effort?",
                "nl": "Werkt het voor mij, zonder veel moeite?",
            },
            departments=("product", "marketing"),
            media=("owned",),
        ),
        Stage(
            id="retention",
            names={"en": "Retention", "nl": "Behoud"},
            meaning={
                "en": "They come back of their own accord.",
                "nl": "Ze komen uit zichzelf terug.",
            },
            question={
                "en": "Why would I open it again tomorrow?",
                "nl": "Waarom zou ik het morgen weer openen?",
            },
            departments=("product", "service"),
            media=("owned",),
        ),
        Stage(
            id="referral",
            names={"en": "Referral", "nl": "Aanbeveling"},
            meaning={
                "en": "They like it enough to bring others in.",
                "nl": "Het bevalt zo goed dat ze anderen meebrengen.",
            },
            question={
                "en": "Whom would I show this, and do I look good doing so?",
                "nl": "Aan wie zou ik dit laten zien, en sta ik daar goed mee?",
            },
            departments=("marketing", "product"),
            media=("earned", "owned"),
        ),
        Stage(
            id="revenue",
            names={"en": "Revenue", "nl": "Omzet"},
            meaning={
                "en": "They pay, as it is worth more to them than it costs.",
                "nl": "Ze betalen, omdat het ze meer waard is dan het kost.",
            },
            question={
                "en": "What do I get for my money that I don't get without?",
                "nl": "Wat krijg ik voor mijn geld dat ik anders niet krijg?",
            },
            departments=("sales", "product"),
            media=("owned", "paid"),
        ),
    ),
)
