"""Phase models as data: what a journey's `framework` may name.

In: an id, as in `framework: five-phase`. Out: its stages in order, each with its
meaning, the customer's question, the usual departments and the usual media. The
sources are named in the modules that hold the models.
"""

from cjm.model.frameworks.departments import DEPARTMENTS, department
from cjm.model.frameworks.funnels import AARRR, AIDA, SEE_THINK_DO_CARE
from cjm.model.frameworks.lifecycle import BUYERS_JOURNEY, FIVE_PHASE, FLYWHEEL
from cjm.model.frameworks.media import EXPECTATIONS_EXPERIENCES_ENGAGEMENT, REAN, TOUCH_TELL_SELL_CARE
from cjm.model.frameworks.phase_model import Framework, Stage
from cjm.model.frameworks.services import FIVE_E, SERVICE_PERIODS

__all__ = [
    "DEPARTMENTS",
    "FRAMEWORKS",
    "Framework",
    "Stage",
    "department",
    "framework",
]

FRAMEWORKS: dict[str, Framework] = {
    found.id: found
    for found in (
        FIVE_PHASE,
        BUYERS_JOURNEY,
        FLYWHEEL,
        TOUCH_TELL_SELL_CARE,
        REAN,
        EXPECTATIONS_EXPERIENCES_ENGAGEMENT,
        AIDA,
        SEE_THINK_DO_CARE,
        FIVE_E,
        SERVICE_PERIODS,
        AARRR,
    )
}


def framework(id: str) -> Framework | None:
    """The phase model with this id."""
    return FRAMEWORKS.get(id)
