"""Pages of the examples."""

from pathlib import Path

import pytest

from cjm_cli.page.page import Page
from cjm_cli.session import open_session
from cjm_cli.views.journey import arrange

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.journey.yaml"))


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def example(request: pytest.FixtureRequest) -> Page:
    """The page of each example in turn."""
    (project,) = open_session([request.param], None, lambda line: None).projects
    assert project.workspace is not None
    (entry,) = (entry for entry in project.workspace.entries if entry.source in project.files)
    return arrange(entry, project.workspace)


@pytest.fixture(scope="session")
def everything() -> Page:
    """A future map with ribbons, moments, quotes, cards and several curves."""
    (project,) = open_session([Path(__file__).parents[2] / "examples" / "shoe-shop"], None, lambda line: None).projects
    assert project.workspace is not None
    return arrange(project.workspace.journeys["buying-running-shoes-future"], project.workspace)
