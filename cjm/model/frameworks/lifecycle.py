"""Phase models of a customer's whole life, or of its first part.

`five-phase` is the model that practice uses most; who usually owns which phase is
as marketing agencies describe it: marketing the first three, sales with it from
the consideration on, then service and the administration that handles payments.
`buyers-journey` is its first three stages, the way to becoming a customer.
The flywheel is Jim Collins's image ("Good to Great", 2001), which HubSpot turned
into a model of marketing, sales and service in 2018.
"""

from cjm.model.frameworks.phase_model import Framework, Stage

FIVE_PHASE = Framework(
    id="five-phase",
    names={"en": "Five phases", "nl": "Vijf fasen"},
    about=(
        "From the first thought of a need to recommending what answered it. The first three phases win a "
        "customer, the last two keep one: a map that stops at the decision is a buyer's journey."
    ),
    stages=(
        Stage(
            id="awareness",
            names={"en": "Awareness", "nl": "Bewustwording"},
            meaning={
                "en": "Something wakes a need or a wish, and the first names come to mind.",
                "nl": "Iets wekt een behoefte of een wens, en de eerste namen komen boven.",
            },
            question={
                "en": "What do I need, and who could help me with it?",
                "nl": "Wat heb ik nodig, en wie kan me daarbij helpen?",
            },
            departments=("marketing",),
            media=("paid", "earned", "owned"),
            aliases=("orientation", "oriëntatie", "discovery"),
        ),
        Stage(
            id="consideration",
            names={"en": "Consideration", "nl": "Overweging"},
            meaning={
                "en": "The customer gathers ways to meet the need and weighs them against each other.",
                "nl": "De klant verzamelt wat in de behoefte kan voorzien en weegt het tegen elkaar af.",
            },
            question={
                "en": "Which of these suits me, and what do others say about it?",
                "nl": "Welke hiervan past bij mij, en wat zeggen anderen erover?",
            },
            departments=("marketing", "sales"),
            media=("owned", "earned", "paid"),
            aliases=("evaluation", "comparison", "vergelijking"),
        ),
        Stage(
            id="decision",
            names={"en": "Decision", "nl": "Beslissing"},
            meaning={
                "en": "The customer chooses, agrees on the terms and buys, orders or signs.",
                "nl": "De klant kiest, gaat akkoord met de voorwaarden en koopt, bestelt of tekent.",
            },
            question={
                "en": "Can I trust this, what does it cost me in all, and what if it disappoints?",
                "nl": "Kan ik dit vertrouwen, wat kost het me alles bij elkaar, en wat als het tegenvalt?",
            },
            departments=("marketing", "sales"),
            media=("owned", "paid"),
            aliases=("purchase", "conversion", "aankoop", "besluit"),
        ),
        Stage(
            id="retention",
            names={"en": "Retention", "nl": "Behoud"},
            meaning={
                "en": "The customer receives, uses, pays, asks, and finds out whether the promise is kept.",
                "nl": "De klant ontvangt, gebruikt, betaalt, vraagt, en merkt of de belofte klopt.",
            },
            question={
                "en": "Does it do what I expected, and who helps me when it doesn't?",
                "nl": "Doet het wat ik verwachtte, en wie helpt me als dat niet zo is?",
            },
            departments=("service", "administration"),
            media=("owned",),
            aliases=("service", "use", "gebruik"),
        ),
        Stage(
            id="loyalty",
            names={"en": "Loyalty", "nl": "Loyaliteit"},
            meaning={
                "en": "The customer comes back for a next need and speaks of it to others.",
                "nl": "De klant komt terug bij een volgende behoefte en vertelt er anderen over.",
            },
            question={
                "en": "Why would I come back, and would I send a friend?",
                "nl": "Waarom zou ik terugkomen, en zou ik een vriend sturen?",
            },
            departments=("marketing", "service"),
            media=("owned", "earned"),
            aliases=("advocacy", "ambassadeurschap"),
        ),
    ),
)

BUYERS_JOURNEY = Framework(
    id="buyers-journey",
    names={"en": "Buyer’s journey", "nl": "Aankoopreis"},
    about=(
        "Only the way to becoming a customer: the first three of the five phases. What happens after the "
        "purchase, where most of the experience lies, belongs to the customer journey and is not on it."
    ),
    stages=FIVE_PHASE.stages[:3],
)

FLYWHEEL = Framework(
    id="flywheel",
    names={"en": "Flywheel", "nl": "Vliegwiel"},
    about=(
        "Strangers become prospects, prospects customers, and customers promoters who bring new "
        "strangers: marketing, sales and service each give the wheel a push, and friction anywhere slows "
        "all of it. It has no end, so the energy put into one round carries over into the next."
    ),
    cyclic=True,
    stages=(
        Stage(
            id="attract",
            names={"en": "Attract", "nl": "Aantrekken"},
            meaning={
                "en": "Strangers find something that is of use to them, and become prospects.",
                "nl": "Onbekenden vinden iets waar ze wat aan hebben, en worden prospects.",
            },
            question={
                "en": "Is there something here that helps me, before I have to give anything?",
                "nl": "Is hier iets dat me helpt, voordat ik zelf iets moet geven?",
            },
            departments=("marketing",),
            media=("owned", "earned", "paid"),
        ),
        Stage(
            id="engage",
            names={"en": "Engage", "nl": "Verbinden"},
            meaning={
                "en": "Prospects get advice on their own question and buy the way they like to: customers.",
                "nl": "Prospects krijgen advies op hun eigen vraag, kopen op hun manier en worden klant.",
            },
            question={
                "en": "Do they understand what I am after, and is it easy to go ahead?",
                "nl": "Begrijpen ze waar het mij om gaat, en is het makkelijk om door te zetten?",
            },
            departments=("sales", "marketing"),
            media=("owned", "paid"),
        ),
        Stage(
            id="delight",
            names={"en": "Delight", "nl": "Verrassen"},
            meaning={
                "en": "Customers reach what they bought it for, with help when needed, and tell others.",
                "nl": "Klanten bereiken waarvoor ze kochten, met hulp waar nodig, en vertellen het verder.",
            },
            question={
                "en": "Do I still get attention now that I have paid?",
                "nl": "Krijg ik nog steeds aandacht nu ik betaald heb?",
            },
            departments=("service",),
            media=("owned", "earned"),
        ),
    ),
)
