"""Phase models of marketing: how many people get how far.

AIDA: E. St. Elmo Lewis, about 1898, with the four steps as E. K. Strong printed
them ("The Psychology of Selling and Advertising", 1925). See, think, do, care:
Avinash Kaushik, 2013, with care since 2015. AARRR: Dave McClure, "Startup Metrics
for Pirates", 2007.
"""

from cjm.model.frameworks.phase_model import Framework, Stage

AIDA = Framework(
    id="aida",
    about=(
        "The oldest of the phase models: four states of mind that an advertisement or a seller leads "
        "through. It ends at the action, so for a customer journey what follows has to be added."
    ),
    stages=(
        Stage(
            id="attention",
            departments=("marketing",),
            media=("paid", "earned"),
            aliases=("awareness", "attentie", "Beachtung"),
        ),
        Stage(
            id="interest",
            departments=("marketing",),
            media=("owned", "earned", "paid"),
        ),
        Stage(
            id="desire",
            departments=("marketing", "sales"),
            media=("owned", "earned"),
        ),
        Stage(
            id="action",
            departments=("sales",),
            media=("owned", "paid"),
        ),
    ),
)

SEE_THINK_DO_CARE = Framework(
    id="see-think-do-care",
    about=(
        "Audiences by what they intend, not by who they are: everybody who could ever want it, those who "
        "think of it, those about to act, and those who came back. Each gets its own content and metrics."
    ),
    stages=(
        Stage(
            id="see",
            departments=("marketing",),
            media=("earned", "paid", "owned"),
        ),
        Stage(
            id="think",
            departments=("marketing", "sales"),
            media=("owned", "earned", "paid"),
        ),
        Stage(
            id="do",
            departments=("sales", "marketing"),
            media=("owned", "paid"),
        ),
        Stage(
            id="care",
            departments=("service", "marketing"),
            media=("owned", "earned"),
        ),
    ),
)

AARRR = Framework(
    id="aarrr",
    about=(
        "Five numbers that tell a young service where it loses people. Made to be measured: each stage has "
        "one rate, and the lowest is the one to work on. It counts customers, it doesn't ask how they feel."
    ),
    stages=(
        Stage(
            id="acquisition",
            departments=("marketing",),
            media=("paid", "earned", "owned"),
        ),
        Stage(
            id="activation",
            departments=("product", "marketing"),
            media=("owned",),
        ),
        Stage(
            id="retention",
            departments=("product", "service"),
            media=("owned",),
        ),
        Stage(
            id="referral",
            departments=("marketing", "product"),
            media=("earned", "owned"),
        ),
        Stage(
            id="revenue",
            departments=("sales", "product"),
            media=("owned", "paid"),
        ),
    ),
)
