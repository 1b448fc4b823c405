"""The curve as rules need it: its points, every persona's feelings, a point in the author's words."""

from cjm.measures import curve, figure
from cjm.model.entities import Emotion, Journey, Touchpoint


def points(journey: Journey) -> list[tuple[Touchpoint, Emotion]]:
    """The touchpoints with a point on the main curve."""
    return [(touchpoint, emotion) for touchpoint, emotion in curve(journey) if emotion is not None]


def felt(touchpoint: Touchpoint) -> list[Emotion]:
    """What anybody feels here, lowest first, whichever persona it is."""
    everybody = list(touchpoint.emotions.values())
    if touchpoint.emotion is not None:
        everybody.append(touchpoint.emotion)
    return sorted(everybody, key=lambda emotion: emotion.score)


def emotion_key(touchpoint: Touchpoint) -> str:
    """The key that the author wrote the feeling under."""
    return "emotions" if touchpoint.wrote("emotions") and not touchpoint.wrote("emotion") else "emotion"


def unread(touchpoint: Touchpoint) -> bool:
    """Whether a feeling was written and couldn't be read."""
    return not touchpoint.origin.failed.isdisjoint(("emotion", "emotions"))


def told(emotion: Emotion, journey: Journey) -> str:
    """A point as the author said it: `-1.6 ('forgotten')`."""
    score = figure(emotion.score, journey)
    return f"{score} ({emotion.feeling!r})" if emotion.feeling else score
