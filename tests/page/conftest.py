"""A page that shows everything that can be drawn."""

from pathlib import Path

import pytest

from cjm_cli.page.page import Page
from cjm_cli.session import open_session
from cjm_cli.views.journey import arrange

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@pytest.fixture(scope="session")
def everything() -> Page:
    """A future map with ribbons, moments, quotes, cards and several curves."""
    (project,) = open_session([EXAMPLES / "shoe-shop"], None, lambda line: None).projects
    assert project.workspace is not None
    return arrange(project.workspace.journeys["buying-running-shoes-future"], project.workspace)
