"""English: what authors may write, and how values are drawn.

The labels beside it are split by where they stand: on the map, on pages, at gaps.
"""

from cjm.languages import Language, indexed
from cjm.languages.en.gaps import GAPS
from cjm.languages.en.labels import LABELS
from cjm.languages.en.pages import PAGES, PLURALS

FEELINGS: dict[float, str] = {
    2: (
        "delighted, thrilled, overjoyed, ecstatic, elated, euphoric, jubilant, enthusiastic, excited, "
        "exhilarated, amazed, enchanted, proud, grateful, thankful, in love, over the moon, blown away, "
        "wowed, very happy"
    ),
    1: (
        "happy, pleased, satisfied, content, glad, cheerful, relieved, confident, reassured, hopeful, "
        "optimistic, interested, curious, inspired, comfortable, relaxed, calm, at ease, safe, welcome, "
        "appreciated, valued, helped, supported, heard, understood, informed, convinced, impressed, amused, "
        "pleasantly surprised, good, positive"
    ),
    0: (
        "neutral, indifferent, okay, ok, so-so, meh, unmoved, unaffected, unemotional, undecided, "
        "in two minds, ambivalent, mixed, mixed feelings, matter-of-fact, attentive, focused, average, "
        "nothing special"
    ),
    -1: (
        "annoyed, irritated, frustrated, disappointed, let down, dissatisfied, unhappy, sad, confused, "
        "puzzled, lost, stuck, worried, anxious, nervous, uneasy, uncomfortable, tense, stressed, afraid, "
        "scared, uncertain, unsure, insecure, doubtful, hesitant, sceptical, skeptical, suspicious, wary, "
        "impatient, bored, tired, overwhelmed, swamped, rushed, pressured, ignored, misunderstood, "
        "embarrassed, guilty, lonely, discouraged, helpless, powerless, short-changed, grumpy, negative"
    ),
    -2: (
        "angry, furious, outraged, enraged, infuriated, livid, seething, mad, indignant, insulted, "
        "humiliated, betrayed, deceived, cheated, disgusted, appalled, horrified, terrified, panicked, "
        "desperate, hopeless, at my wits' end, devastated, distraught, heartbroken, miserable, hurt"
    ),
}

UNITS: dict[str, str] = {
    "seconds": "s, sec, secs, second, seconds",
    "minutes": "min, mins, minute, minutes",
    "hours": "h, hr, hrs, hour, hours",
    "days": "d, day, days",
    "weeks": "w, wk, wks, week, weeks",
    "months": "mo, mos, mth, mths, month, months",
    "years": "y, yr, yrs, year, years",
}

ENGLISH = Language(
    code="en",
    name="English",
    emotions=indexed(FEELINGS),
    units=indexed(UNITS),
    unit_names={
        "seconds": ("sec", "sec"),
        "minutes": ("min", "min"),
        "hours": ("hour", "hours"),
        "days": ("day", "days"),
        "weeks": ("week", "weeks"),
        "months": ("month", "months"),
        "years": ("year", "years"),
    },
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    month_names=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    decimal=".",
    thousands=",",
    quotes=("“", "”"),
    pronouns=(
        *("i", "i'm", "i've", "i'll", "i'd", "me", "my", "mine", "myself"),
        *("we", "we're", "we've", "we'll", "we'd", "us", "our", "ours", "ourselves"),
        *("you", "you're", "you've", "you'll", "you'd", "your"),
    ),
    labels=LABELS | PAGES | GAPS,
    plurals=PLURALS,
)
