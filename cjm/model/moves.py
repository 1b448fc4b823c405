"""The ten moves: what an opportunity can do to a curve.

After Lucas, "10 tips voor het innoveren van jouw customer journey", Marketingfacts,
2016, in words of our own. Where a move leans on more than that article, its
meaning says so. Names per language are labels: `move_soften_pain`, ….
"""

import msgspec


class Move(msgspec.Struct, frozen=True):
    """A way to improve a journey, and when to reach for it."""

    id: str
    meaning: str


MOVES: tuple[Move, ...] = (
    Move(
        "soften-pain",
        "Take the sting out of a low point that can't be removed at once: explain it, announce it, keep "
        "the customer company, or set something kind beside it. The first bill hurts less when it comes "
        "with a short film that explains every line (Lucas, 2016). The lowest point comes first, as it "
        "is one of the few moments that are remembered.",
    ),
    Move(
        "amplify-peak",
        "Make the best moment better still, since people judge an experience by its peak and its end "
        "far more than by its average (Kahneman and others, 1993). A parcel that is welcome anyway "
        "becomes a story with a card written by hand (Lucas, 2016).",
    ),
    Move(
        "strengthen-moment-of-truth",
        "Put effort where the relation is made or broken (Carlzon, 1987), before spreading it over "
        "everything else. When something breaks, the customer should feel that somebody has taken the "
        "worry over: say who, say when, and keep that promise (Lucas, 2016).",
    ),
    Move(
        "start-strong",
        "Give the first contact as a customer something to be glad of. Whoever just registered or paid "
        "is attentive and a little unsure: the page or the message that confirms it is a place for a "
        "personal word, not only for an order number (Lucas, 2016).",
    ),
    Move(
        "end-with-a-smile",
        "Design the last moment on purpose, for the ending colours the memory of all that came before "
        "(Kahneman and others, 1993). It can be as large as collecting a new car where it was built or "
        "as small as a mint with the bill (Lucas, 2016).",
    ),
    Move(
        "extend",
        "Begin earlier or stop later. Ask what customers do just before they come and just after they "
        "leave: in those hours lie touchpoints that nobody serves, and often the reason why the rest "
        "goes well or badly (Lucas, 2016).",
    ),
    Move(
        "skip",
        "Take a step out. A touchpoint that serves no goal of the customer, asks for patience and gives "
        "nothing back is best not improved but removed, as paper forms vanished from the transfer of "
        "money (Lucas, 2016). Look first at waiting, at saying things twice and at switching channels.",
    ),
    Move(
        "reorder",
        "Keep the touchpoints and change their sequence: let people try before they pay, reassure them "
        "before they commit, ask for data when there is a reason to give it. Glasses that are sent home "
        "to be tried on before one pair is bought turn a shop's order around (Lucas, 2016).",
    ),
    Move(
        "personalise",
        "Let what the customer already told or did make the next step better, as suggestions get better "
        "with every film that was watched (Lucas, 2016). It pays most with those who come back; it must "
        "be of use to them, and they must be able to say no.",
    ),
    Move(
        "redesign",
        "Draw the journey anew from the customer's goal, instead of mending a map that is mostly below "
        "the line. Ask whether this is the best way that the organisation could offer at all (Lucas, "
        "2016), and draw the answer as a future state beside this one.",
    ),
)


def move(id: str) -> Move | None:
    """The move with this id."""
    return next((found for found in MOVES if found.id == id), None)
