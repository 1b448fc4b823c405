"""All that is made of a journey, mistakes and all: findings, reports, advice, figures, drawings, pages."""

from datetime import date

from cjm import advice, pipeline, stats
from cjm.advice import words
from cjm.advice.document import document
from cjm.lint.baseline import entry
from cjm.pipeline import Checked, Options
from cjm.render.badge import badge
from cjm.reporters import REPORTERS, reporter
from cjm.shell.graphviz import run_dot


def judged(checked: Checked, today: date = date(2026, 11, 1)) -> None:
    """Linted by every rule that the settings choose, advised, counted; every finding stands in a text."""
    project = checked.project
    findings = pipeline.lint_all(checked, [journey.path for journey in project.journeys], today)
    for finding in findings:
        for place in (finding, *finding.related):
            assert 0 <= place.span.start <= place.span.end <= len(checked.sources[place.path].text)
        assert finding.message
        assert entry(finding)[0] == finding.rule
    for name in REPORTERS:
        assert reporter(name)(findings, checked.sources) or not findings
    for journey in project.journeys:
        told = advice.advise(journey, project.frameworks)
        missing = advice.unknowns(journey, project.frameworks)
        assert document(journey, told, missing, lambda thing, key: {"span": thing.at(key)})
        for each in told:
            assert words.heading(each)
            assert all(words.status(answer, each) for answer in each.answers)
        assert all(words.course(journey))
    total = stats.count(project.journeys, today).total
    for name, share in total.coverage.items():
        assert 0 <= share.have <= share.of
        assert share.percent is None or 0 <= share.percent <= 100
        assert badge(stats.COVERAGES[name].label, str(share.have), "some").startswith("<svg")


def drawn(checked: Checked, today: date = date(2026, 11, 1)) -> None:
    """Drawn as map, flow and page, with advice and gaps; a journey without phases has nothing to draw."""
    for journey in checked.project.journeys:
        if journey.phases:
            built = pipeline.build(checked, journey.path, Options(today=today), run_dot)
            assert [(each.view, each.format) for each in built.artefacts] == [
                ("map", "svg"),
                ("flow", "svg"),
                ("map", "html"),
            ]
