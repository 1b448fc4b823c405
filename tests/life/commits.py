"""The life of a journey: what somebody meant, and the edit with which they did it.

In: the text before. Out: the text after. Each is one commit; `test_life.py` holds what `cjm diff`
and `cjm log` say of it.
"""

from collections.abc import Callable

Edit = Callable[[str], str]

BEGINNING = """\
journey: Moving house
language: en
persona: {id: ann, name: Ann}
departments:
  - {id: desk, name: Front desk}
  - {id: registry, name: Registry}

phases:
  - name: Find out
    id: find-out
    owner: desk
    touchpoints:
      - name: Searches the site
        id: search
        channel: website
        emotion: 0

      - name: Calls the town hall
        id: call
        channel: phone
        emotion: -1
        pain: Ten minutes in the queue

  - name: Report the move
    id: report
    owner: registry
    touchpoints:
      - name: Fills in the form
        id: form
        channel: website
        emotion: 1

      - name: Sends proof of rent
        id: proof
        channel: email
        emotion: -1
        next: letter

      - name: Gets a letter
        id: letter
        channel: mail
        emotion: 1
"""

FORM = """\
      - name: Fills in the form
        id: form
        channel: website
        emotion: 1

"""

LETTER = """\
      - name: Gets a letter
        id: letter
        channel: email
        emotion: 1
"""

TRACKS = """\

      - name: Tracks the request
        id: follow
        channel: website
        emotion: 0.5
"""

CALLS = """\
      - name: Calls the town hall
        id: call
        channel: phone
        emotion: -2
        pain: Twelve minutes in the queue
        moment_of_truth: negative
"""

WAITS = """\
      - name: Waits in the phone queue
        id: queue
        channel: phone
        emotion: -2
        pain: Twelve minutes in the queue
        moment_of_truth: negative

"""

TALKS = """\
      - name: Talks to the town hall
        id: call
        channel: phone
        emotion: 1
"""

LIVES = """\

  - name: Live there
    id: live
    owner: desk
    touchpoints:
      - name: First bin day
        id: bins
        channel: person
        emotion: 2
"""


EVIDENCE = """
evidence:
  - {id: calls, kind: analytics, title: Call records, date: 2026-05-01}
"""

WAYS = """\
        next:
          - {to: lease, share: 70 %}
          - {to: follow, when: rents nothing, share: 30 %}
"""


def put(old: str, new: str) -> Edit:
    """The first such passage put otherwise; it must be there."""

    def edit(text: str) -> str:
        assert old in text, f"{old!r} is not in\n{text}"
        return text.replace(old, new, 1)

    return edit


def add(more: str) -> Edit:
    """More at the end."""
    return lambda text: text + more


def both(*edits: Edit) -> Edit:
    """One edit after the other."""

    def edit(text: str) -> str:
        for each in edits:
            text = each(text)
        return text

    return edit


def everywhere(old: str, new: str) -> Edit:
    """All such passages put otherwise."""
    return lambda text: text.replace(old, new)


COMMITS: tuple[tuple[str, Edit], ...] = (
    ("lay it out otherwise", put(" {id: ann, name: Ann}", "\n  id: ann  # she moves\n  name: Ann")),
    ("the call feels worse", put("emotion: -1\n        pain", "emotion: -2\n        pain")),
    ("measured: twelve minutes", put("Ten minutes", "Twelve minutes")),
    ("the call decides", put("in the queue\n", "in the queue\n        moment_of_truth: negative\n")),
    ("the front desk takes reports over", put("owner: registry", "owner: desk")),
    ("letters come by e-mail", put("channel: mail", "channel: email")),
    ("customers track their request", add(TRACKS.replace("follow", "track"))),
    ("a lease is uploaded, not sent", put("Sends proof of rent", "Uploads the lease")),
    ("its id follows, with was", put("id: proof", "id: lease\n        was: proof")),
    ("an id is renamed and was forgotten", put("id: track", "id: follow")),
    (
        "the form is found before it is reported",
        both(put(FORM, ""), put(CALLS, CALLS + "\n" + FORM.rstrip("\n") + "\n")),
    ),
    (
        "who tracks gets the letter later",
        both(put(LETTER, ""), put("\n\n      - name: Tracks", "\n      - name: Tracks"), add("\n" + LETTER)),
    ),
    ("and then they live there", add(LIVES)),
    ("a call is waiting and talking", put(CALLS, WAITS + TALKS)),
    (
        "and is one again, with the decision forgotten",
        put(
            WAITS + TALKS,
            CALLS.replace("id: call", "id: call\n        was: queue")
            .replace("emotion: -2", "emotion: 1")
            .replace("        moment_of_truth: negative\n", ""),
        ),
    ),
    (
        "an idea for the queue",
        put(
            "in the queue\n",
            "in the queue\n        opportunity: {text: Call back, impact: 4, effort: 2, owner: desk}\n",
        ),
    ),
    (
        "call records prove it",
        both(
            put(
                "\nphases:",
                EVIDENCE + "\nphases:",
            ),
            put("effort: 2, owner: desk}\n", "effort: 2, owner: desk}\n        evidence: calls\n"),
        ),
    ),
    (
        "the bins are measured",
        put("emotion: 2\n", "emotion: 2\n        metrics:\n          csat: {value: 3.6, target: 4.0}\n"),
    ),
    ("and should do better", put("target: 4.0", "target: 4.4")),
    (
        "who rents nothing skips the lease",
        put(
            "id: form\n",
            "id: form\n" + WAYS,
        ),
    ),
    (
        "a neighbour travels too",
        both(
            put(
                "persona:\n  id: ann  # she moves\n  name: Ann",
                "personas:\n  - {id: ann, name: Ann}\n  - {id: bo, name: Bo}",
            ),
            put("emotion: 2\n", "emotions: {ann: 2, bo: -1}\n"),
        ),
    ),
    (
        "and travels no more",
        both(put("  - {id: bo, name: Bo}\n", ""), put("emotions: {ann: 2, bo: -1}", "emotion: 2")),
    ),
    ("the front desk is called otherwise", put("name: Front desk", "name: Customer desk")),
    (
        "and its id too",
        both(
            put("{id: desk,", "{id: customer-desk, was: desk,"),
            everywhere("owner: desk", "owner: customer-desk"),
        ),
    ),
    ("nobody owns the end", put("id: live\n    owner: customer-desk\n", "id: live\n")),
    ("the end decides", put("emotion: 2\n", "emotion: 2\n        moment_of_truth: positive\n")),
    ("a phase has a warmer name", put("Live there", "Feel at home")),
    ("an id goes that a way leads to", put("        id: letter\n", "")),
    ("which is mended", put("next: letter", "next: gets-a-letter")),
    ("the end isn't ours", lambda text: text[: text.index("\n  - name: Feel at home")]),
)
