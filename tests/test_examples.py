"""The examples are what we would show to anybody: sound, and drawn in every format."""

from datetime import date
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cjm_cli import formats, plugins, views
from cjm_cli.formats import svg
from cjm_cli.model import Journey
from cjm_cli.page.page import CurveLane, Grid
from cjm_cli.session import CheckedProject, Terms, open_session
from cjm_cli.views._subject import Subject
from cjm_cli.views.journey import arrange

EXAMPLES = Path(__file__).parent.parent / "examples"
PROJECTS = sorted(path.parent.name for path in EXAMPLES.glob("*/cjm.yaml"))
TEXTS = ["html", "md", "svg"]
"""Formats that can be read back as text; tests/formats looks at pictures of the examples."""
JOURNEYS = sorted(path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*.journey.yaml"))


@pytest.fixture(scope="module")
def projects() -> dict[str, CheckedProject]:
    """Every example, checked as of a day after which nothing grows older: nobody reviews an example."""
    late = Terms(today=date.max)
    sessions = [open_session([EXAMPLES / name], None, lambda line: None, terms=late) for name in PROJECTS]
    checked = [project for session in sessions for project in session.projects]
    return {project.settings.root.name: project for project in checked}


def _journey(projects: dict[str, CheckedProject], path: str) -> Subject:
    workspace = projects[path.partition("/")[0]].workspace
    assert workspace is not None
    entry = next(entry for entry in workspace.entries if entry.source.path == EXAMPLES / path)
    return Subject(entry.id, workspace.read(entry), workspace)


def test_there_is_a_project_for_every_industry() -> None:
    assert {"b2b-services", "clinic", "saas-onboarding", "shoe-shop", "telecom", "trip"} <= set(PROJECTS)


@pytest.mark.parametrize("name", PROJECTS)
def test_an_example_has_no_finding(projects, name) -> None:
    assert [finding.message for finding in projects[name].findings] == []


@pytest.mark.parametrize("name", PROJECTS)
def test_an_example_has_at_least_two_personas(projects, name) -> None:
    workspace = projects[name].workspace
    assert workspace is not None
    assert len(workspace.personas) >= 2


@pytest.mark.parametrize("path", JOURNEYS)
@pytest.mark.parametrize("format_", TEXTS)
def test_a_journey_is_drawn_in_every_format_of_text(projects, path, format_) -> None:
    subject = _journey(projects, path)
    entry = subject.workspace.journeys[subject.id]
    drawn = plugins.load(formats, format_).encode(arrange(entry, subject.workspace))
    assert subject.journey.title in unescape(drawn.decode())
    if format_ == "svg":
        ElementTree.fromstring(drawn)


@pytest.mark.parametrize("path", JOURNEYS)
@pytest.mark.parametrize("view", [view for view in plugins.names(views) if view not in ("journey", "persona")])
def test_a_journey_is_drawn_by_every_view(projects, path, view) -> None:
    subject = _journey(projects, path)
    page = plugins.load(views, view).arrange(subject.workspace.journeys[subject.id], subject.workspace)
    for format_ in ("html", "md"):
        assert subject.journey.title in unescape(plugins.load(formats, format_).encode(page).decode())
    assert ElementTree.fromstring(svg.encode(page)).get("width")


@pytest.mark.parametrize("path", JOURNEYS)
def test_a_journey_has_a_low_and_a_high(projects, path) -> None:
    subject = _journey(projects, path)
    page = arrange(subject.workspace.journeys[subject.id], subject.workspace)
    curves = [
        row for block in page.blocks if isinstance(block, Grid) for row in block.rows if isinstance(row, CurveLane)
    ]
    scores = [point.score for curve in curves for series in curve.series for point in series.points]
    assert min(scores) <= -0.5
    assert max(scores) >= 1


def test_between_them_they_show_what_the_format_can_do(projects) -> None:
    journeys: list[Journey] = [_journey(projects, path).journey for path in JOURNEYS]
    assert {journey.state for journey in journeys} == {"current", "future"}
    assert any(journey.based_on for journey in journeys)
    assert any(journey.evidence for journey in journeys)
    assert any(len(journey.all_personas) > 1 for journey in journeys)
    assert any(step.backstage for journey in journeys for _, step in journey.all_steps())
    assert any(
        emotion.by_persona for journey in journeys for _, step in journey.all_steps() for emotion in step.emotion
    )


@pytest.mark.parametrize(("view", "name"), [("journey", "map"), ("brief", "brief")])
def test_the_pictures_in_the_readme_are_drawn_by_this_version(view, name, projects, request) -> None:
    subject = _journey(projects, "shoe-shop/journeys/buying-running-shoes.journey.yaml")
    arranged = plugins.load(views, view).arrange(subject.workspace.journeys[subject.id], subject.workspace)
    drawn = svg.encode(arranged)
    picture = EXAMPLES.parent / "docs" / f"{name}.svg"
    if request.config.getoption("--update"):
        picture.write_bytes(drawn)
    assert picture.read_bytes() == drawn
