"""Every view of an example opens without a complaint, brings tools only where there are steps, and axe finds nothing."""

from pathlib import Path

import pytest

from cjm_cli import plugins, views
from cjm_cli.commands._personas import personas_of
from cjm_cli.session import open_session

from .conftest import ROOT, OpenMap
from .test_accessible import broken

VIEWS = plugins.names(views)


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest) -> tuple[str, object]:
    """The page of a journey, or of its persona."""
    (project,) = open_session([ROOT / "examples" / "shoe-shop"], None, lambda line: None).projects
    assert project.workspace is not None
    journeys = [project.workspace.journeys["buying-running-shoes"]]
    entry = next(personas_of(project, journeys)) if request.param == "persona" else journeys[0]
    return request.param, plugins.load(views, request.param).arrange(entry, project.workspace)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_a_view_is_read_by_everybody(view, open_map: OpenMap, scheme: str, width: int, tmp_path: Path) -> None:
    name, page = view
    shown = open_map(page, color_scheme=scheme, viewport={"width": width, "height": 900})
    assert broken(shown) == []
    assert bool(shown.query_selector("input[type=search]")) is (name in ("journey", "blueprint"))


STEPS_BESIDE_STAGES = """
title: Buying shoes
steps: [{name: Looks around, channels: [Web]}]
stages: [{name: Pay, steps: [{name: Confirms, channels: [Store]}]}]
"""


@pytest.mark.parametrize("name", [name for name in VIEWS if name != "persona"])
def test_a_view_of_steps_outside_of_stages_opens_without_a_complaint(name, open_map: OpenMap, tmp_path: Path) -> None:
    (tmp_path / "map.journey.yaml").write_text(STEPS_BESIDE_STAGES, "utf-8")
    (project,) = open_session([tmp_path], None, lambda line: None).projects
    assert project.workspace is not None
    page = plugins.load(views, name).arrange(project.workspace.journeys["map"], project.workspace)
    assert open_map(page).locator("main").count() == 1
