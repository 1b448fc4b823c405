"""The rule `image-without-alternative`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey, Persona, Touchpoint


@rule(Severity.WARNING)
def image_without_alternative(journey: Journey) -> Iterator[Problem]:
    """
    An image has no words for whoever can't see it.

    A screen reader says its words, and so does a page whose image didn't load; an
    image without any is a hole in the story. On a journey every image tells
    something, so that an empty text isn't enough either. (Web Content Accessibility
    Guidelines, success criterion 1.1.1.)

    Bad:

        phases:
          - name: At the desk
            touchpoints:
              - name: Looks for the counter
                image: hall.png

    Good:

        phases:
          - name: At the desk
            touchpoints:
              - name: Looks for the counter
                image: {file: hall.png, alt: Six signs point in the same direction}
    """
    things: list[Persona | Touchpoint] = [*journey.personas, *journey.touchpoints]
    for thing in things:
        image = thing.image
        if image is None or (image.alt or "").strip() or "alt" in image.origin.failed:
            continue
        yield Problem(
            thing,
            "alt" if image.wrote("alt") else "file",
            f"image {image.file!r} of {thing.name!r} has no words for whoever can't see it",
            "say what it shows: `image: {file: …, alt: …}`",
            part=image,
        )
