"""Images that a journey names, as a page embeds them."""

import posixpath
from collections.abc import Callable, Iterable, Iterator

import msgspec

from cjm.board.sheet import Picture
from cjm.config import Settings
from cjm.diagnostics import Diagnostic, Severity
from cjm.grammar.binder import shorten
from cjm.grammar.entity import Entity
from cjm.model.entities import Image as Named
from cjm.model.entities import Journey


class Image(msgspec.Struct, frozen=True):
    """A picture's bytes and what they are: `image/png`."""

    media_type: str
    data: bytes


# From a folder and a path in it to the image there, or what is wrong with it.
Assets = Callable[[str, str], Image | str]


def pictures(
    journeys: Iterable[Journey], assets: Assets
) -> tuple[dict[str, dict[str, Picture]], list[Diagnostic]]:
    """The images of journeys, by path and the name that is used; and those that can't be shown."""
    shown: dict[str, dict[str, Picture]] = {}
    problems = []
    for journey in journeys:
        for named in _named(journey):
            image = assets(posixpath.dirname(named.origin.path), named.file)
            if isinstance(image, str):
                problems.append(unshown(f"image {shorten(named.file)!r} {image}", named))
            else:
                shown.setdefault(journey.path, {})[named.file] = embedded(image, named.alt or "")
    return shown, problems


def places(journey: Journey) -> tuple[tuple[str, str], ...]:
    """Where the images of a journey lie: folders, and paths from there."""
    return tuple((posixpath.dirname(named.origin.path), named.file) for named in _named(journey))


def _named(journey: Journey) -> Iterator[Named]:
    yield from (persona.image for persona in journey.personas if persona.image)
    yield from (touchpoint.image for touchpoint in journey.touchpoints if touchpoint.image)


def logo_of(settings: Settings, assets: Assets) -> tuple[Picture | None, list[Diagnostic]]:
    """The logo of a project's theme, or why it can't be shown."""
    named = getattr(settings.theme, "logo", None)
    if named is None:
        return None, []
    image = assets(posixpath.dirname(named.origin.path), named.file)
    if isinstance(image, str):
        return None, [unshown(f"logo {shorten(named.file)!r} {image}", named)]
    return embedded(image, named.alt), []


def unshown(message: str, named: Entity) -> Diagnostic:
    """The error at the file of an image."""
    return Diagnostic("bad-image", Severity.ERROR, message, named.origin.path, named.at("file"))


def embedded(image: Image, alt: str) -> Picture:
    """The picture as a data URI, with its words."""
    from base64 import b64encode

    return Picture(f"data:{image.media_type};base64,{b64encode(image.data).decode('ascii')}", alt)
