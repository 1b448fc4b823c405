"""The data of the model: channels, metrics, evidence, moves and phase models."""

import pytest

from cjm.languages import folded, language, languages
from cjm.model.channels import (
    COMMON_CHANNELS,
    DEVICES,
    common_channel,
    device,
)
from cjm.model.evidence import EVIDENCE_KINDS, evidence_kind, strength
from cjm.model.frameworks import DEPARTMENTS, FRAMEWORKS, Framework, department, framework
from cjm.model.metrics import KNOWN_METRICS
from cjm.model.moves import MOVES, move

# The house's glyphs that a channel may have, as the design names them.
GLYPHS = """
store web email call chat app social letter atm checkout craft search outdoor home person link
sms bell event delivery ad kiosk chatbot partner word-of-mouth
"""
DEVICE_GLYPHS = {"phone", "tablet", "laptop", "desktop", "watch"}


def test_a_channel_and_a_device_have_a_glyph_and_a_name() -> None:
    assert all(channel.icon in GLYPHS.split() for channel in COMMON_CHANNELS)
    assert all(found.icon in DEVICE_GLYPHS for found in DEVICES.values())
    assert set(language("en").channels) == {channel.id for channel in COMMON_CHANNELS}
    assert set(language("en").devices) == set(DEVICES)
    assert set(language("en").departments) == set(DEPARTMENTS)


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("store", "store"),
        ("Winkel", "store"),
        ("E-mail", "email"),
        ("email", "email"),
        ("mail", "email"),
        ("Word of mouth", "word-of-mouth"),
        ("mond-tot-mond", "word-of-mouth"),
        ("pinautomaat", "cash-machine"),
        ("ATM", "cash-machine"),
        ("Kassa", "checkout"),
        ("balie", "counter"),
        ("telefoon", "phone"),
        ("SMS", "sms"),
        ("WhatsApp", "messaging"),
    ],
)
def test_a_channel_is_found_by_any_spelling(word: str, id: str) -> None:
    found = common_channel(word)
    assert found is not None
    assert found.id == id


def test_a_channel_of_ones_own_is_not_common() -> None:
    assert common_channel("fitting room mirror") is None
    assert common_channel("") is None
    assert device("abacus") is None


def test_the_channels_that_the_language_promises() -> None:
    promised = (
        "store website app email phone chat chatbot social search advertising post partner word-of-mouth "
        "cash-machine checkout kiosk event sms push delivery outdoor home in-person counter portal "
        "newsletter marketplace review-site tv radio letter"
    )
    assert set(promised.split()) <= {channel.id for channel in COMMON_CHANNELS}


@pytest.mark.parametrize(("word", "id"), [("Telefoon", "phone"), ("smartphone", "phone"), ("PC", "desktop")])
def test_a_device_is_found_by_any_spelling(word: str, id: str) -> None:
    assert device(word) is DEVICES[id]


def test_known_metrics() -> None:
    assert " ".join(KNOWN_METRICS) == "nps csat ces conversion dropoff volume duration cost"
    for id, metric in KNOWN_METRICS.items():
        assert metric.id == id
        assert f"metric_{id}" in language("en").labels
        assert metric.maximum is None or (metric.minimum or 0) < metric.maximum
    assert KNOWN_METRICS["dropoff"].better == "lower"
    assert KNOWN_METRICS["volume"].better == ""


def test_evidence_stands_weakest_first_and_has_labels() -> None:
    ranks = [kind.rank for kind in EVIDENCE_KINDS.values()]
    assert ranks == sorted(ranks)
    for id, kind in EVIDENCE_KINDS.items():
        assert kind.id == id
        assert kind.research == (kind.rank == 4)
        assert "evidence_" + id.replace("-", "_") in language("en").labels


@pytest.mark.parametrize(
    ("kinds", "bars"),
    [
        ([], 0),
        (["assumption"], 0),
        (["staff-workshop"], 1),
        (["staff-workshop", "customer-workshop", "customer-drawn"], 1),
        (["interview"], 2),
        (["interview", "interview", "assumption"], 2),
        (["interview", "Survey"], 3),
        (["interview", "survey", "analytics"], 3),
        (["nielsen-2026"], 2),
        (["nielsen-2026", "interview"], 3),
    ],
)
def test_strength_counts_methods_not_sources(kinds: list[str], bars: int) -> None:
    assert strength(kinds) == bars


def test_a_word_that_names_no_kind_is_research() -> None:
    assert evidence_kind("Staff workshop").staff
    assert evidence_kind("nielsen-2026").id == "research"


def test_the_ten_moves() -> None:
    assert [found.id for found in MOVES] == [
        *("soften-pain", "amplify-peak", "strengthen-moment-of-truth", "start-strong", "end-with-a-smile"),
        *("extend", "skip", "reorder", "personalise", "redesign"),
    ]
    for found in MOVES:
        assert "move_" + found.id.replace("-", "_") in language("en").labels
        assert move(found.id) is found
        assert found.meaning.endswith(".")
    assert move("dance") is None


STAGES = {
    "five-phase": "awareness consideration decision retention loyalty",
    "buyers-journey": "awareness consideration decision",
    "flywheel": "attract engage delight",
    "touch-tell-sell-care": "touch tell sell care",
    "rean": "reach engage activate nurture",
    "expectations-experiences-engagement": "expectations experiences engagement",
    "aida": "attention interest desire action",
    "see-think-do-care": "see think do care",
    "five-e": "entice enter engage exit extend",
    "service-periods": "before during after",
    "aarrr": "acquisition activation retention referral revenue",
}


def test_the_phase_models() -> None:
    assert {id: " ".join(stage.id for stage in found.stages) for id, found in FRAMEWORKS.items()} == STAGES
    assert [found.id for found in FRAMEWORKS.values() if found.cyclic] == ["flywheel"]
    assert framework("aida") is FRAMEWORKS["aida"]
    assert framework("nine-phase") is None


@pytest.mark.parametrize("found", FRAMEWORKS.values(), ids=list(FRAMEWORKS))
def test_a_phase_model_is_complete(found: Framework) -> None:
    assert found.about.endswith(".")
    words: list[str] = []
    for stage in found.stages:
        said = [language(code).frameworks[found.id].stages[stage.id] for code in languages()]
        assert all(each.name and each.meaning.endswith(".") and each.question.endswith("?") for each in said)
        assert stage.departments
        assert set(stage.departments) <= set(DEPARTMENTS)
        assert stage.media
        assert set(stage.media) <= {"owned", "paid", "earned"}
        words += {folded(word) for word in (stage.id, *(each.name for each in said), *stage.aliases)}
    assert len(words) == len(set(words))


def test_a_stage_is_found_by_id_name_or_alias() -> None:
    five = FRAMEWORKS["five-phase"]
    for word in ("retention", "Retention", "service", "Behoud", "Bindung", "Nutzung"):
        stage = five.stage(word)
        assert stage is not None
        assert stage.id == "retention"
    assert five.stage("launch") is None


def test_usual_owners_are_those_of_the_five_phases() -> None:
    usual = {stage.id: set(stage.departments) for stage in FRAMEWORKS["five-phase"].stages}
    assert usual == {
        "awareness": {"marketing"},
        "consideration": {"marketing", "sales"},
        "decision": {"marketing", "sales"},
        "retention": {"service", "administration"},
        "loyalty": {"marketing", "service"},
    }


def test_a_department_is_known_by_what_it_is_called() -> None:
    for word, id in [("Klantenservice", "service"), ("verkoop", "sales"), ("Finance", "administration")]:
        found = department(word)
        assert found == id
    assert department("Winkel") is None
