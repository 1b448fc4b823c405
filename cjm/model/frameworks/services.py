"""Phase models of service design: one use of a service, from outside in.

Five E: Larry Keeley and Doblin, spread by Conifer Research. Before, during, after:
the service periods of Stickdorn and Schneider, "This Is Service Design Thinking",
2010.
"""

from cjm.model.frameworks.phase_model import Framework, Stage

FIVE_E = Framework(
    id="five-e",
    about=(
        "One experience as an arc: drawn in, stepping over the threshold, being in it, leaving, and what "
        "lingers. It suits visits, events and stays, where getting in and out matter as much as the rest."
    ),
    stages=(
        Stage(
            id="entice",
            departments=("marketing",),
            media=("paid", "earned", "owned"),
        ),
        Stage(
            id="enter",
            departments=("sales", "service"),
            media=("owned",),
        ),
        Stage(
            id="engage",
            departments=("service", "operations"),
            media=("owned",),
        ),
        Stage(
            id="exit",
            departments=("service", "administration"),
            media=("owned",),
        ),
        Stage(
            id="extend",
            departments=("marketing", "service"),
            media=("owned", "earned"),
        ),
    ),
)

SERVICE_PERIODS = Framework(
    id="service-periods",
    about=(
        "The plainest division there is: what comes before the service, the service itself, and what comes "
        "after. Good for a first sketch, and for finding out that nobody looks after the outer two."
    ),
    stages=(
        Stage(
            id="before",
            departments=("marketing", "sales"),
            media=("paid", "earned", "owned"),
            aliases=("pre-service", "vooraf", "vorher", "im Voraus"),
        ),
        Stage(
            id="during",
            departments=("service", "operations"),
            media=("owned",),
            aliases=("service", "dabei"),
        ),
        Stage(
            id="after",
            departments=("service", "administration", "marketing"),
            media=("owned", "earned"),
            aliases=("post-service", "naderhand", "achteraf", "nachher", "hinterher"),
        ),
    ),
)
