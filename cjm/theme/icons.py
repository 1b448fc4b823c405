"""The glyphs of channels and devices, and a few signs: lines on a grid of 16 units.

A glyph is SVG path data, to be stroked 1.4 wide with round caps and joins and never
filled; its dots are lines of next to no length. Nothing stands nearer than 1.5 to
the edge of the grid, so that no stroke is cut.
"""


def _ring(x: float, y: float, r: float) -> str:
    """A circle around a point: path data has none, so two half arcs."""
    half = f"{r:g} {r:g} 0 0 1 0 "
    return f"M{x:g} {y - r:g}a{half}{2 * r:g} {half}{-2 * r:g}z"


_PLACES = {
    "store": "M2.3 6.3 3.7 2.5h8.6l1.4 3.8"
    "M2.3 6.3a1.9 1.9 0 0 0 3.8 0 1.9 1.9 0 0 0 3.8 0 1.9 1.9 0 0 0 3.8 0"
    "M3.4 8.9v4.6h9.2V8.9M8.2 13.5v-2.7h2.2v2.7",
    "checkout": "M9 2.3h4.5v2.9H9zM11.3 5.2v1.9M3.8 7.1V2.3h2.6v4.8"
    "M2.9 7.1h10.2l.9 3.7v2.9H2v-2.9zM2 10.8h12",
    "atm": "M3.7 7.3H2V2.5h12v4.8h-1.7M3.7 5.2h8.6v8.3H3.7z" + _ring(8, 9.35, 1.75),
    "kiosk": "M3.8 1.9h8.4v7.4H3.8zM8 9.3v4.8M5 14.1h6M8 4.1h.01M8 5.7v1.4",
    "craft": _ring(4.2, 4.2, 1.9) + _ring(4.2, 11.8, 1.9) + "M5.9 5.2 13.8 11M5.9 10.8 13.8 5",
    "home": "M1.9 7.7 8 2.4l6.1 5.3M3.7 6.2v7.4h8.6V6.2M6.7 13.6v-3.4h2.6v3.4",
    "outdoor": "M8 1.8v12.3M5.8 14.1h4.4M8 2.9h4.3l1.7 1.7-1.7 1.7H8M8 7.2H3.7L2 8.9l1.7 1.7H8",
    "event": "M2.4 3.6h11.2v10H2.4zM2.4 6.9h11.2M5.3 1.9v3M10.7 1.9v3M5.3 10.2h2",
    "delivery": "M5.5 11.6h4.3V3.8h-8v7.8h.8M9.8 6.3h2.6l1.9 2.3v3h-.9"
    + _ring(4, 11.65, 1.45)
    + _ring(11.9, 11.65, 1.45),
}

_PEOPLE = {
    "person": _ring(8, 4.9, 2.7) + "M2.9 13.9c.1-2.9 2-4.4 5.1-4.4s5 1.5 5.1 4.4",
    "word-of-mouth": _ring(4.7, 8.5, 2)
    + "M1.8 14.2c.2-1.3 1.2-1.9 2.9-1.9s2.7.6 2.9 1.9M8.2 2.2h6v4.5h-2.6L9.6 8.5V6.7H8.2z",
    "partner": _ring(5.8, 8, 4) + _ring(10.2, 8, 4),
}

_MESSAGES = {
    "email": "M1.9 3.4h12.2v9.2H1.9zM2.3 4 8 8.9 13.7 4",
    "letter": "M4.1 8.2V2h7.8v6.2M2 7v6.9h12V7M2.2 7.4 8 11.2l5.8-3.8M6.5 4.7h3M6.5 7h3",
    "call": "M6 2.3 7.2 5.4 5.7 6.6c.7 1.7 2 3 3.7 3.7l1.2-1.5 3.1 1.2v2.5c0 .7-.5 1.2-1.2 1.2"
    "C6.9 13.5 2.5 9.1 2.3 3.5c0-.7.5-1.2 1.2-1.2z",
    "chat": "M1.9 2.4h8.6v6.2H6L3.7 10.5V8.6H1.9zM12.9 5.7h1.2v6.3h-1.6v1.9L10.2 12H6.4",
    "sms": "M1.9 2.8h12.2v8.4H7.6l-2.9 2.5v-2.5H1.9zM5.1 7h.01M8 7h.01M10.9 7h.01",
    "chatbot": "M3.2 5.4h9.6v8H3.2zM8 5.4V2.8M8 2.3h.01M6.1 8.6v.4M9.9 8.6v.4M6.3 11.1h3.4"
    "M1.6 8.4v2M14.4 8.4v2",
    "bell": "M3.9 11.2c.6-1 .7-2.2.7-4a3.4 3.4 0 0 1 6.8 0c0 1.8.1 3 .7 4zM6.7 13.7h2.6M8 2.2v1.6",
    "ad": "M2.3 6.3h2.5L11 3.1v9.8L4.8 9.7H2.3zM13.6 6.7v2.6M5 9.8v3.5h2.3v-2.2",
}

_ON_SCREEN = {
    "web": _ring(8, 8, 6.1) + "M1.9 8h12.2M8 1.9c-3.5 3.3-3.5 8.9 0 12.2 3.5-3.3 3.5-8.9 0-12.2z",
    "app": "M2.3 2.3h4.5v4.5H2.3zM9.2 2.3h4.5v4.5H9.2zM2.3 9.2h4.5v4.5H2.3zM9.2 9.2h4.5v4.5H9.2z",
    "search": _ring(6.9, 6.9, 4.7) + "M10.3 10.3 13.9 13.9",
    "social": _ring(3.9, 8, 1.9)
    + _ring(12.1, 3.8, 1.9)
    + _ring(12.1, 12.2, 1.9)
    + "M5.6 7.1l4.8-2.4M5.6 8.9l4.8 2.4",
    "link": "M6.9 4.6 8.7 2.8a3.2 3.2 0 0 1 4.5 4.5l-1.8 1.8M9.1 11.4l-1.8 1.8a3.2 3.2 0 0 1-4.5-4.5"
    "l1.8-1.8M6.3 9.7l3.4-3.4",
}

_DEVICES = {
    "phone": "M4.6 1.9h6.8v12.2H4.6zM7.4 12h1.2",
    "tablet": "M3 1.9h10v12.2H3zM7.4 12h1.2",
    "laptop": "M3.4 3.4h9.2v7H3.4zM1.7 12.8h12.6",
    "desktop": "M1.9 2.6h12.2v8H1.9zM8 10.6v3M5.2 13.6h5.6",
    "watch": "M4.4 5.1h7.2v5.8H4.4zM5.7 5.1l.5-3.2h3.6l.5 3.2M5.7 10.9l.5 3.2h3.6l.5-3.2M8 6.8V8h1.2",
}

_SIGNS = {
    "branch": "M1.9 4.4h11.9M11.5 2.1l2.3 2.3-2.3 2.3M4.6 4.4c2.7 0 2.7 7.2 5.4 7.2h3.8"
    "M11.5 9.3l2.3 2.3-2.3 2.3",
    "loop": "M5.2 2.7 2.2 5.7l3 3M2.2 5.7h7.6a3.8 3.8 0 0 1 0 7.6H5.6",
    "warning": "M8 2.2 14.3 13.4H1.7zM8 6.4v2.9M8 11.3h.01",
}

ICONS: dict[str, str] = _PLACES | _PEOPLE | _MESSAGES | _ON_SCREEN | _DEVICES | _SIGNS

_EYES = "M5.9 6.3v.4M10.1 6.3v.4"
_FEATURES = {
    2: _EYES + "M4.6 8.8h6.8c-.3 2.1-1.6 3.3-3.4 3.3s-3.1-1.2-3.4-3.3z",
    1: _EYES + "M5.2 9.7c1.4 1.7 4.2 1.7 5.6 0",
    0: _EYES + "M5.3 10.3h5.4",
    -1: _EYES + "M5.2 11.1c1.4-1.7 4.2-1.7 5.6 0",
    -2: "M5 5.8l1.7 1M11 5.8l-1.7 1M4.9 12c.2-2 1.4-3.1 3.1-3.1s2.9 1.1 3.1 3.1",
}


def face(level: int) -> str:
    """A face on the same grid, from −2 (angry) to 2 (delighted): the axis of the emotion curve."""
    return _ring(8, 8, 6.5) + _FEATURES[level]
