"""What a journey is: the field's own nouns, frozen.

References hold the text as written until `project.resolve` puts the id in its place.
"""

import datetime
from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from cjm.grammar.entity import Entity
from cjm.grammar.quantities import Quantity
from cjm.model.parts import (
    Branch,
    Content,
    Elsewhere,
    Emotion,
    Engagement,
    Expectation,
    Gain,
    Image,
    Importance,
    Link,
    MetricValue,
    MomentOfTruth,
    Opportunity,
    Owner,
    Pain,
    Scope,
)

__all__ = [
    "Branch",
    "Channel",
    "Content",
    "Declarations",
    "Department",
    "Elsewhere",
    "Emotion",
    "Engagement",
    "Evidence",
    "Expectation",
    "Framework",
    "Gain",
    "Image",
    "Importance",
    "Journey",
    "Library",
    "Link",
    "Metric",
    "MetricValue",
    "MomentOfTruth",
    "Opportunity",
    "Owner",
    "Pain",
    "Persona",
    "Phase",
    "Scope",
    "Stage",
    "Touchpoint",
]


class Touchpoint(Entity, frozen=True):
    """One contact, in the customer's order. `next` None: the following touchpoint.

    `detail` names the journey that shows it in detail, `elsewhere` is that journey.

    The name is empty only where it couldn't be read; what else was said stays.
    """

    name: str = ""
    id: str = ""
    was: str = ""
    action: str = ""
    channels: tuple[str, ...] = ()
    devices: tuple[str, ...] = ()
    organisation: str = ""
    thoughts: tuple[str, ...] = ()
    quote: str = ""
    emotion: Emotion | None = None
    emotions: dict[str, Emotion] = {}  # noqa: RUF012 (msgspec copies empty defaults)
    expectation: tuple[Expectation, ...] = ()
    need: str = ""
    importance: Importance | None = None
    pains: tuple[Pain, ...] = ()
    gains: tuple[Gain, ...] = ()
    moment_of_truth: MomentOfTruth | None = None
    opportunities: tuple[Opportunity, ...] = ()
    owner: Owner | None = None
    frontstage: tuple[str, ...] = ()
    backstage: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    content: tuple[Content, ...] = ()
    metrics: dict[str, MetricValue] = {}  # noqa: RUF012
    evidence: tuple[str, ...] = ()
    next: tuple[Branch, ...] | None = None
    detail: str = ""
    elsewhere: Elsewhere | None = None
    image: Image | None = None
    links: tuple[Link, ...] = ()
    notes: str = ""


class Phase(Entity, frozen=True):
    """A part of the journey, with its touchpoints in order; its name is as a touchpoint's."""

    name: str = ""
    id: str = ""
    was: str = ""
    stage: str = ""
    goal: str = ""
    questions: tuple[str, ...] = ()
    owner: Owner | None = None
    content: tuple[Content, ...] = ()
    engagement: Engagement | None = None
    crm: str = ""
    duration: Quantity | None = None
    evidence: tuple[str, ...] = ()
    metrics: dict[str, MetricValue] = {}  # noqa: RUF012
    touchpoints: tuple[Touchpoint, ...] = ()


# In the order in which departments get them; a theme has a colour and a tint for each.
DEPARTMENT_COLOURS = ("teal", "indigo", "sage", "orchid", "wine", "brass", "slate", "violet")


class Department(Entity, frozen=True):
    """A team that can answer for something; `colour` is a name of `DEPARTMENT_COLOURS` or `#RRGGBB`."""

    id: str = ""
    was: str = ""
    name: str = ""
    colour: str = ""
    lead: str = ""
    contact: str = ""
    about: str = ""


class Channel(Entity, frozen=True):
    """Where contact happens."""

    id: str = ""
    was: str = ""
    name: str = ""
    kind: Literal["owned", "paid", "earned"] | None = None
    medium: Literal["physical", "digital", "human"] | None = None
    icon: str = ""


class Evidence(Entity, frozen=True):
    """A source, and how strong its kind is."""

    id: str = ""
    was: str = ""
    kind: str = ""
    title: str = ""
    date: datetime.date | None = None
    participants: int | None = None
    link: str = ""


class Metric(Entity, frozen=True):
    """What is measured, in which unit, and which way is better."""

    id: str = ""
    was: str = ""
    name: str = ""
    unit: str = ""
    better: Literal["higher", "lower", ""] = ""
    min: float | None = None
    max: float | None = None


class Persona(Entity, frozen=True):
    """Who travels."""

    id: str = ""
    was: str = ""
    name: str = ""
    role: str = ""
    segment: str = ""
    quote: str = ""
    goals: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    frustrations: tuple[str, ...] = ()
    about: str = ""
    image: Image | None = None
    evidence: tuple[str, ...] = ()


class Stage(Entity, frozen=True):
    """One stage of a framework of one's own."""

    id: str = ""
    name: str = ""
    meaning: str = ""
    question: str = ""
    departments: tuple[str, ...] = ()
    media: tuple[str, ...] = ()


class Framework(Entity, frozen=True):
    """A phase model of one's own, declared in a library."""

    id: str
    name: str = ""
    about: str = ""
    stages: tuple[Stage, ...] = ()


class Declarations(Entity, frozen=True, dict=True):
    """The five lists that a journey and a library share; an empty one isn't declared."""

    personas: tuple[Persona, ...] = ()
    departments: tuple[Department, ...] = ()
    channels: tuple[Channel, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    metrics: tuple[Metric, ...] = ()


class Library(Declarations, frozen=True, kw_only=True):
    """Declarations that a project's journeys share."""

    title: str = ""
    path: str = ""
    cjm: int = 1
    language: str = "en"
    summary: str = ""
    include_common: bool = False
    frameworks: tuple[Framework, ...] = ()


class Journey(Declarations, frozen=True, kw_only=True):
    """One customer journey, from the first phase to the last; its title is as a touchpoint's name.

    Once resolved its five lists hold the libraries' entries too; `named` are the ids of those
    that its own lists at the top name, by list.
    """

    title: str = ""
    path: str = ""
    cjm: int = 1
    id: str = ""
    was: str = ""
    language: str = "en"
    summary: str = ""
    tags: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    status: Literal["draft", "review", "approved", "archived"] | None = None
    state: Literal["current", "future"] = "current"
    kind: Literal["customer", "buyer", "employee", "communication"] = "customer"
    owner: Owner | None = None
    scenario: str = ""
    goal: str = ""
    business_goal: str = ""
    scope: Scope | None = None
    expectations: tuple[Expectation, ...] = ()
    framework: str = ""
    emotion_scale: tuple[float, float] = (-2.0, 2.0)
    reviewed: datetime.date | None = None
    review_every: Quantity = Quantity(6, "duration", "months")
    benchmark: str = ""
    phases: tuple[Phase, ...] = ()
    named: Mapping[str, tuple[str, ...]] = {}

    @cached_property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """All touchpoints, in the order of the file."""
        return tuple(touchpoint for phase in self.phases for touchpoint in phase.touchpoints)
