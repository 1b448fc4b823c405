"""Phase models of communication: which message and which media serve which phase.

Touch, tell, sell, care: the media strategy taught at omcbase.nl ("Belang van het
customer journey-model"). REAN: Xavier Blanc, spread by Steve Jackson, "Cult of
Analytics", 2009. Expectations, experiences, engagement: Michels, 2019, p. 137.
"""

from cjm.model.frameworks.phase_model import Framework, Stage

TOUCH_TELL_SELL_CARE = Framework(
    id="touch-tell-sell-care",
    about=(
        "A media strategy in four verbs: each phase wants another message through other media, and what is "
        "spent on one phase can't make up for silence in the next."
    ),
    stages=(
        Stage(
            id="touch",
            departments=("marketing", "communication"),
            media=("paid", "earned"),
        ),
        Stage(
            id="tell",
            departments=("marketing", "communication"),
            media=("owned", "earned", "paid"),
        ),
        Stage(
            id="sell",
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

REAN = Framework(
    id="rean",
    about=(
        "Four activities to plan and to measure. Reach and engage work on attitude: knowing and liking. "
        "Activate and nurture work on behaviour: doing, and doing again. Each pair asks for its own metrics."
    ),
    stages=(
        Stage(
            id="reach",
            departments=("marketing",),
            media=("paid", "earned", "owned"),
        ),
        Stage(
            id="engage",
            departments=("marketing", "sales"),
            media=("owned", "earned"),
        ),
        Stage(
            id="activate",
            departments=("sales", "marketing"),
            media=("owned", "paid"),
        ),
        Stage(
            id="nurture",
            departments=("service", "marketing"),
            media=("owned", "earned"),
        ),
    ),
)

EXPECTATIONS_EXPERIENCES_ENGAGEMENT = Framework(
    id="expectations-experiences-engagement",
    about=(
        "What people expect comes from earlier experiences with the brand and with its competitors, from "
        "advertising and from what others tell; at the touchpoints they find out; how involved they are "
        "afterwards shows in what they do. Today's experiences are part of tomorrow's expectations."
    ),
    stages=(
        Stage(
            id="expectations",
            departments=("marketing", "communication"),
            media=("earned", "paid", "owned"),
            aliases=("expectation", "verwachting", "Erwartung"),
        ),
        Stage(
            id="experiences",
            departments=("sales", "service", "operations"),
            media=("owned",),
            aliases=("experience", "ervaring", "Erlebnis", "Erfahrung"),
        ),
        Stage(
            id="engagement",
            departments=("marketing", "service"),
            media=("earned", "owned"),
            aliases=("betrokkenheid", "Beteiligung"),
        ),
    ),
)
