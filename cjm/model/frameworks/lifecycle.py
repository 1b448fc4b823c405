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
    about=(
        "From the first thought of a need to recommending what answered it. The first three phases win a "
        "customer, the last two keep one: a map that stops at the decision is a buyer's journey."
    ),
    stages=(
        Stage(
            id="awareness",
            departments=("marketing",),
            media=("paid", "earned", "owned"),
            aliases=("orientation", "oriëntatie", "discovery", "Orientierung", "Entdeckung"),
        ),
        Stage(
            id="consideration",
            departments=("marketing", "sales"),
            media=("owned", "earned", "paid"),
            aliases=("evaluation", "comparison", "vergelijking", "Bewertung", "Vergleich"),
        ),
        Stage(
            id="decision",
            departments=("marketing", "sales"),
            media=("owned", "paid"),
            aliases=("purchase", "conversion", "aankoop", "besluit", "Kauf", "Beschluss"),
        ),
        Stage(
            id="retention",
            departments=("service", "administration"),
            media=("owned",),
            aliases=("service", "use", "gebruik", "Nutzung", "Gebrauch"),
        ),
        Stage(
            id="loyalty",
            departments=("marketing", "service"),
            media=("owned", "earned"),
            aliases=("advocacy", "ambassadeurschap", "Weiterempfehlung"),
        ),
    ),
)

BUYERS_JOURNEY = Framework(
    id="buyers-journey",
    about=(
        "Only the way to becoming a customer: the first three of the five phases. What happens after the "
        "purchase, where most of the experience lies, belongs to the customer journey and is not on it."
    ),
    stages=FIVE_PHASE.stages[:3],
)

FLYWHEEL = Framework(
    id="flywheel",
    about=(
        "Strangers become prospects, prospects customers, and customers promoters who bring new "
        "strangers: marketing, sales and service each give the wheel a push, and friction anywhere slows "
        "all of it. It has no end, so the energy put into one round carries over into the next."
    ),
    cyclic=True,
    stages=(
        Stage(
            id="attract",
            departments=("marketing",),
            media=("owned", "earned", "paid"),
        ),
        Stage(
            id="engage",
            departments=("sales", "marketing"),
            media=("owned", "paid"),
        ),
        Stage(
            id="delight",
            departments=("service",),
            media=("owned", "earned"),
        ),
    ),
)
