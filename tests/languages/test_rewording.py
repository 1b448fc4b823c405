"""A project's own words for labels."""

from model_of import checked

from cjm import pipeline
from cjm.languages import language, plural
from cjm.languages.rewording import reworded

EN, NL = language("en"), language("nl")


def test_a_label_says_the_project_s_words() -> None:
    own = reworded(NL, {"touchpoint": "stap", "phase": "Etappe"})
    assert (own.labels["touchpoint"], own.labels["phase"]) == ("Stap", "Etappe")
    assert own.labels["touchpoints"] == NL.labels["touchpoints"]


def test_a_label_that_says_the_same_follows() -> None:
    own = reworded(EN, {"touchpoint": "contact", "moment": "turning point"})
    assert own.labels["legend_touchpoint"] == "contact"
    assert own.labels["moment"] == "turning point"
    assert own.labels["legend_moment_positive"] == "moment of truth, positive"


def test_what_is_counted_has_one_and_several() -> None:
    own = reworded(NL, {"touchpoint": "stap", "touchpoints": "stappen", "phase": "etappe"})
    assert [plural("touchpoints", n, own) for n in (1, 12)] == ["1 stap", "12 stappen"]
    assert plural("phases", 2, own) == "2 fasen"


def test_no_words_of_one_s_own_are_the_language_s() -> None:
    assert reworded(NL, {}) is NL


def test_a_map_says_the_project_s_words() -> None:
    text = "journey: X\nlanguage: nl\nphases: [{name: P, touchpoints: [{name: A, thought: T}]}]\n"
    found = checked(text, settings="vocabulary: {thoughts: hoofd}")
    options = pipeline.Options(formats=("svg", "html"), views=("map",))
    made = pipeline.build(found, "a.cjm.yaml", options, lambda _dot: b"")
    for artefact in made.artefacts:
        assert "Hoofd" in str(artefact.content)
        assert NL.labels["thoughts"] not in str(artefact.content), artefact.format


def test_an_empty_map_says_them_too() -> None:
    found = checked("journey: X\nphases: [{name: P}]\n", settings="vocabulary: {thoughts: head}")
    (made,) = pipeline.sheet(found, "aida", "en", pipeline.Options(formats=("svg",))).artefacts
    assert "Head" in str(made.content)
