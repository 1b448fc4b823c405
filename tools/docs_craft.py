# ruff: noqa: E501 (a row of a table stands in one line)
"""The pages of docs/craft that follow from the code: the phase models, and the ten moves.

In: the frameworks and moves of `cjm.model`, what `cjm.advice` and the rules look for. Out: Markdown.
"""

import inspect
from collections.abc import Sequence

from cjm import languages
from cjm.advice.moves import TABLE
from cjm.languages import PhaseModel
from cjm.lint import Rule
from cjm.lint.pages import summary
from cjm.model.frameworks import FRAMEWORKS, Framework, Stage
from cjm.model.frameworks.lifecycle import BUYERS_JOURNEY, FIVE_PHASE
from cjm.model.moves import MOVES, Move

EN = languages.language("en")

_MODELS = """# Phase models

A phase model is a list of stages that somebody found useful before you. Name one with `framework:` and say at each phase
which `stage:` it is. Then `cjm lint` tells which stage your map [forgets](../rules/stage-missing.md) or
[turns round](../rules/stage-out-of-order.md), `cjm build --view sheet --framework ID` prints
[an empty map](../views.md#the-empty-map) with the stages' questions on it, and the media and owners of a phase are held
against what is usual there.

Your phases keep their own names, in your customers' words; one stage may take several of them. A journey without a
framework is a journey too: where the model doesn't fit, the model gives way.

```yaml
framework: five-phase
phases:
  - name: The old boiler coughs
    stage: awareness
  - name: Three men come to measure
    stage: consideration
```

## Which one?

| you draw … | take |
|---|---|
| a customer's whole life with you, and don't know where to begin | `{five}` |
| only how people become customers | `buyers-journey`, with `kind: buyer` |
| a business that lives from people who come back and bring others | `flywheel`, and draw it with `--view wheel` |
| a visit, a stay, an event | `five-e` |
| one service, in a first hour together | `service-periods` |
| which message and which media go where | `touch-tell-sell-care`, `rean` |
| what people expected and what became of it | `expectations-experiences-engagement`, and draw it with `--view canvas` |
| a campaign, or audiences by intent | `aida`, `see-think-do-care` |
| a young digital service, by its numbers | `aarrr` |

An organisation's own model is declared in a library, under [`frameworks:`](../reference/language.md#framework).

## The buyer's journey is a part of it

The words are often used for one another, and the difference decides what a map can find.

The **buyer's journey** is how a stranger becomes a customer: {buying}. It ends at the signature, and its question is
*what do they need to know in order to decide?*

The **customer journey** goes on where that one stops: {after}. That is where the promise is kept or broken, where most
of the time together is spent, and where it is settled whether somebody returns and what they tell a neighbour. Its
question is *what is it like to be our customer?* A map that calls itself a customer journey and stops at the decision
leaves out the part for which people pay, which is why a
[rule](../rules/buyer-journey-posing-as-customer-journey.md) says so. If the way to the purchase is what you want to draw,
say `kind: buyer`, and nothing is missing.

"""


def frameworks() -> str:
    """Every phase model: its stages, what happens and is asked there, and who is usually at work."""
    named = EN.frameworks[FIVE_PHASE.id]
    bought = len(BUYERS_JOURNEY.stages)
    head = _MODELS.replace("{five}", FIVE_PHASE.id)
    head = head.replace("{buying}", _listed(named, FIVE_PHASE.stages[:bought]))
    head = head.replace("{after}", _listed(named, FIVE_PHASE.stages[bought:]))
    return head + "\n".join(map(_model, FRAMEWORKS.values()))


def _listed(model: PhaseModel, stages: Sequence[Stage]) -> str:
    *most, last = (model.stages[stage.id].name.lower() for stage in stages)
    return f"{', '.join(most)} and {last}"


def _model(framework: Framework) -> str:
    words = EN.frameworks[framework.id]
    round = " After the last stage comes the first." if framework.cyclic else ""
    rows = "".join(_stage(words, stage) for stage in framework.stages)
    return (
        f"## {words.name}\n\n`framework: {framework.id}`\n\n{framework.about}{round}\n\n"
        f"| `stage` | what happens | the customer asks | usual departments | usual media |\n|---|---|---|---|---|\n{rows}"
    )


def _stage(model: PhaseModel, stage: Stage) -> str:
    words = model.stages[stage.id]
    departments = ", ".join(EN.called("departments", each) for each in stage.departments)
    return f"| `{stage.id}` | {words.meaning} | *{words.question}* | {departments} | {', '.join(stage.media)} |\n"


_TEN = """# The ten moves

A map that is finished is a diagnosis. The question after it is what to do, and ten answers cover most of what can be done
to a curve: soften it where it hurts, lift it where it shines, mind its beginning and its end, lengthen it, shorten it,
turn it round, make it personal, or draw it anew. The list is after an article by Lucas ("10 tips voor het innoveren van
jouw customer journey", Marketingfacts, 2016), told here in other words and tied to what a map can show.

An opportunity may say which move it makes:

```yaml
opportunities:
  - text: A mint and the bill, before anybody asks
    move: end-with-a-smile
    impact: 3
    effort: 1
```

`cjm advise` reads the map and proposes moves, the weightiest first, with its reasons. It counts; you judge. For a session
with the team, give each pair of people one move and the map, and ten minutes to find the place where it would help most.

"""

# A question for the team, and what goes wrong with the move.
_ASK: dict[str, tuple[str, str]] = {
    "soften-pain": (
        "If we can't take this pain away before summer, what would make it bearable tomorrow?",
        "Softening is for what can't be removed yet. A kind message about a wait that nobody tries to shorten "
        "wears out after the second time.",
    ),
    "amplify-peak": (
        "What do customers tell at home about us, and what would make that story better to tell?",
        "Work on the peak that customers have, not on the one that you are proud of: it is where their curve is "
        "highest.",
    ),
    "strengthen-moment-of-truth": (
        "At which moment does somebody decide, in silence, to stay or to go, and who of us is there then?",
        "Where everything is a moment of truth, nothing is. Two or three in a journey can be guarded.",
    ),
    "start-strong": (
        "What is the first thing that happens after somebody has said yes, and did anybody design it?",
        "A start that promises more than the middle can keep moves the pain, and makes it larger.",
    ),
    "end-with-a-smile": (
        "What is the very last thing that a customer sees of us, and would we want to be remembered by it?",
        "The journey ends where the customer's does. Often that is an invoice or a survey, and on no map at all.",
    ),
    "extend": (
        "What did they do in the hour before they came to us, and what in the hour after?",
        "Go along with what people do already. A touchpoint that only you need makes the journey longer and no "
        "better.",
    ),
    "skip": (
        "Which step would no customer miss if it were gone tomorrow?",
        "Ask who inside lives from that step: a form that vanishes at the counter has a way of coming back as a "
        "call to it.",
    ),
    "reorder": (
        "What do we ask of people before they have had anything from us, and could it wait?",
        "Draw the new order as a map of its own and walk it with a customer: what was prepared by the step that "
        "moved?",
    ),
    "personalise": (
        "What did this customer already tell us that we ask again, or don't use?",
        "Use what was told for what it was told for. What surprises people about themselves is felt as being "
        "watched.",
    ),
    "redesign": (
        "If we began today, with what the customer wants and without anything that we have, what would we offer?",
        "It is the dearest of the ten. Take it where several of the others would be needed in one journey, and "
        "keep what the peaks are made of.",
    ),
}


def moves(rules: Sequence[Rule]) -> str:
    """The ten moves: what each is, where the program sees a place for it, what to ask and to mind."""
    return _TEN + "\n".join(_move(move, rules) for move in MOVES)


def _move(move: Move, rules: Sequence[Rule]) -> str:
    title = EN.labels[f"move_{move.id.replace('-', '_')}"]
    question, mind = _ASK[move.id]
    looks = " ".join(inspect.cleandoc(TABLE[move.id].__doc__ or "").split()).replace(" -", " −")
    found = [
        each for each in rules if each.category == "moves" and f"`{move.id}`" in (each.check.__doc__ or "")
    ]
    links = "".join(f" [{each.name}](../rules/{each.name}.md): {summary(each)}" for each in found)
    return (
        f"## {title}\n\n`move: {move.id}`\n\n{move.meaning}\n\n"
        f"- **Ask:** {question}\n- **Mind:** {mind}\n- **`cjm advise` looks for:** {looks}\n"
        + (f"- **Rule:**{links}\n" if links else "")
    )
