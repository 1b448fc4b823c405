"""Phase models of service design: one use of a service, from outside in.

Five E: Larry Keeley and Doblin, spread by Conifer Research. Before, during, after:
the service periods of Stickdorn and Schneider, "This Is Service Design Thinking",
2010.
"""

from cjm.model.frameworks.phase_model import Framework, Stage

FIVE_E = Framework(
    id="five-e",
    names={"en": "Five E’s", "nl": "Vijf E’s"},
    about=(
        "One experience as an arc: drawn in, stepping over the threshold, being in it, leaving, and what "
        "lingers. It suits visits, events and stays, where getting in and out matter as much as the rest."
    ),
    stages=(
        Stage(
            id="entice",
            names={"en": "Entice", "nl": "Verleiden"},
            meaning={
                "en": "Something draws people towards it and makes them look forward to it.",
                "nl": "Iets trekt mensen aan en maakt dat ze zich erop verheugen.",
            },
            question={"en": "Is this something for me?", "nl": "Is dit iets voor mij?"},
            departments=("marketing",),
            media=("paid", "earned", "owned"),
        ),
        Stage(
            id="enter",
            names={"en": "Enter", "nl": "Binnenkomen"},
            meaning={
                "en": "They cross the threshold, find their bearings and feel expected, or not.",
                "nl": "Ze gaan de drempel over, vinden hun weg en voelen zich verwacht, of niet.",
            },
            question={
                "en": "Where do I begin, and am I welcome?",
                "nl": "Waar begin ik, en ben ik welkom?",
            },
            departments=("sales", "service"),
            media=("owned",),
        ),
        Stage(
            id="engage",
            names={"en": "Engage", "nl": "Beleven"},
            meaning={
                "en": "They do what they came for.",
                "nl": "Ze doen waarvoor ze gekomen zijn.",
            },
            question={
                "en": "Do I get what I came for?",
                "nl": "Krijg ik waarvoor ik kwam?",
            },
            departments=("service", "operations"),
            media=("owned",),
        ),
        Stage(
            id="exit",
            names={"en": "Exit", "nl": "Vertrekken"},
            meaning={
                "en": "They round it off: pay, say goodbye, leave with something in their hands or heads.",
                "nl": "Ze ronden af: betalen, nemen afscheid en gaan weg met iets in handen of hoofd.",
            },
            question={
                "en": "Is everything settled, and how do I look back on it?",
                "nl": "Is alles geregeld, en hoe kijk ik erop terug?",
            },
            departments=("service", "administration"),
            media=("owned",),
        ),
        Stage(
            id="extend",
            names={"en": "Extend", "nl": "Voortleven"},
            meaning={
                "en": "It lives on: in memories, photos, stories, follow-ups and a next time.",
                "nl": "Het leeft voort: in herinneringen, foto’s, verhalen, nazorg en een volgende keer.",
            },
            question={
                "en": "What do I keep of it, and would I do it again?",
                "nl": "Wat houd ik eraan over, en zou ik het weer doen?",
            },
            departments=("marketing", "service"),
            media=("owned", "earned"),
        ),
    ),
)

SERVICE_PERIODS = Framework(
    id="service-periods",
    names={"en": "Before, during, after", "nl": "Voor, tijdens, na"},
    about=(
        "The plainest division there is: what comes before the service, the service itself, and what comes "
        "after. Good for a first sketch, and for finding out that nobody looks after the outer two."
    ),
    stages=(
        Stage(
            id="before",
            names={"en": "Before", "nl": "Voor"},
            meaning={
                "en": "The customer hears of it, forms expectations and prepares.",
                "nl": "De klant hoort ervan, vormt verwachtingen en bereidt zich voor.",
            },
            question={
                "en": "What can I expect, and what should I arrange?",
                "nl": "Wat kan ik verwachten, en wat moet ik regelen?",
            },
            departments=("marketing", "sales"),
            media=("paid", "earned", "owned"),
            aliases=("pre-service", "vooraf"),
        ),
        Stage(
            id="during",
            names={"en": "During", "nl": "Tijdens"},
            meaning={
                "en": "The customer and the service meet: the promise is kept here or it isn't.",
                "nl": "De klant en de dienst ontmoeten elkaar: hier wordt de belofte waargemaakt, of niet.",
            },
            question={
                "en": "Does it go the way I was told?",
                "nl": "Gaat het zoals me verteld is?",
            },
            departments=("service", "operations"),
            media=("owned",),
            aliases=("service",),
        ),
        Stage(
            id="after",
            names={"en": "After", "nl": "Na"},
            meaning={
                "en": "The customer looks back, settles what is left, and tells or returns.",
                "nl": "De klant kijkt terug, handelt de rest af, en vertelt het verder of komt terug.",
            },
            question={
                "en": "Was it worth it, and whom can I turn to now?",
                "nl": "Was het de moeite waard, en bij wie kan ik nu terecht?",
            },
            departments=("service", "administration", "marketing"),
            media=("owned", "earned"),
            aliases=("post-service", "naderhand", "achteraf"),
        ),
    ),
)
