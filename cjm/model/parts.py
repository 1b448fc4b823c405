"""The parts of phases and touchpoints: what is said of them, each a small frozen value.

Scores are on −2…2 whatever scale the author writes. References hold the text as
written until `project.resolve` puts the id in its place.
"""

import datetime
from typing import Literal

from cjm.grammar.entity import Entity
from cjm.grammar.quantities import Quantity


class Elsewhere(Entity, frozen=True):
    """A touchpoint of another journey: the path of its file and what both are called.

    Without a `name` it is the journey as a whole, which starts at that `point`.
    """

    path: str
    title: str
    journey: str
    point: str
    name: str = ""

    @property
    def to(self) -> str:
        """`after-sales#first-call`; no id of a touchpoint looks like it."""
        return f"{self.journey}#{self.point}"


class Link(Entity, frozen=True):
    """An address and what to call it; `elsewhere` where it is another journey's."""

    url: str
    text: str = ""
    elsewhere: Elsewhere | None = None


class Image(Entity, frozen=True):
    """A picture in the project, and the words for who can't see it (None: not said)."""

    file: str
    alt: str | None = None


class Emotion(Entity, frozen=True):
    """A point on the curve: −2…2, and the author's word for it."""

    score: float
    feeling: str = ""


class Expectation(Entity, frozen=True):
    """What is expected beforehand, on −2…2 where a level is said."""

    text: str = ""
    source: str = ""
    level: float | None = None


class Owner(Entity, frozen=True):
    """RACI: departments by id."""

    responsible: str | None = None
    accountable: str | None = None
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()


class MetricValue(Entity, frozen=True):
    """One measurement: how much, against what, and where it comes from."""

    value: Quantity
    target: Quantity | None = None
    benchmark: Quantity | None = None
    source: str | None = None
    date: datetime.date | None = None


class Pain(Entity, frozen=True):
    """What hurts, 1…5; `accepted` says why nothing will be done."""

    text: str
    id: str = ""
    severity: int | None = None
    evidence: tuple[str, ...] = ()
    accepted: str = ""
    link: str = ""


class Gain(Entity, frozen=True):
    """What pleases."""

    text: str
    severity: int | None = None
    evidence: tuple[str, ...] = ()
    link: str = ""


class MomentOfTruth(Entity, frozen=True):
    """A touchpoint that makes or breaks the journey."""

    why: str = ""
    type: Literal["zero", "first", "second", "ultimate"] | None = None
    impact: Literal["positive", "negative"] | None = None
    success: str = ""
    failure: str = ""


class Opportunity(Entity, frozen=True):
    """What could be better: impact and effort 1…5."""

    text: str
    id: str = ""
    move: str = ""
    impact: int | None = None
    effort: int | None = None
    owner: str | None = None
    status: Literal["idea", "planned", "doing", "done", "dropped"] = "idea"
    due: datetime.date | None = None
    hypothesis: str = ""
    test: str = ""
    result: str = ""
    link: str = ""


class Content(Entity, frozen=True):
    """What the organisation shows or offers."""

    text: str
    media: Literal["owned", "paid", "earned"] | None = None


class Branch(Entity, frozen=True):
    """A way on: to a touchpoint's id or `end`, when, and for which share of customers.

    Into another journey `to` is as `Elsewhere.to` once that is resolved.
    """

    to: str
    when: str = ""
    share: float | None = None
    elsewhere: Elsewhere | None = None


class Importance(Entity, frozen=True):
    """How much a touchpoint matters, 1…5."""

    customer: int | None = None
    organisation: int | None = None


class Engagement(Entity, frozen=True):
    """What the customer does afterwards, and the metric that shows it."""

    behaviour: str = ""
    metric: str = ""


class Scope(Entity, frozen=True):
    """Where the journey starts and ends."""

    starts: str = ""
    ends: str = ""
