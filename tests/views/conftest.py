"""Pages of journeys that a test writes."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cjm_cli import plugins, views
from cjm_cli.commands._personas import personas_of
from cjm_cli.page.page import Page
from cjm_cli.session import CheckedProject, open_session
from cjm_cli.views.journey import arrange
from cjm_cli.workspace.introduction import JourneyEntry

PageOf = Callable[..., Page]

WRONG = {"unknown-field", "missing-field", "wrong-type", "value-out-of-range", "unknown-choice", "yaml-syntax"}


@pytest.fixture
def page_of(tmp_path: Path) -> PageOf:
    """The page of a journey given as YAML, in a project of further files."""

    def arranged(journey: str, files: Mapping[str, str] | None = None) -> Page:
        project, entry = _project(tmp_path, journey, files)
        assert project.workspace is not None
        return arrange(entry, project.workspace)

    return arranged


@pytest.fixture
def view_of(tmp_path: Path) -> PageOf:
    """The page that a view makes of a journey given as YAML; of its first persona, where the view is of personas."""

    def arranged(view: str, journey: str, files: Mapping[str, str] | None = None) -> Page:
        project, entry = _project(tmp_path, journey, files)
        subjects = personas_of(project, [entry]) if view == "persona" else iter([entry])
        page: Page = plugins.load(views, view).arrange(next(subjects), project.workspace)
        return page

    return arranged


def _project(folder: Path, journey: str, files: Mapping[str, str] | None) -> tuple[CheckedProject, JourneyEntry]:
    for name, text in {"cjm.yaml": "", "map.journey.yaml": journey, **(files or {})}.items():
        (folder / name).write_text(text, "utf-8", newline="")
    (project,) = open_session([folder / "map.journey.yaml"], None, lambda line: None).projects
    wrong = [finding for finding in project.findings if finding.rule in WRONG]
    assert project.workspace is not None, project.findings
    assert wrong == []
    return project, next(entry for entry in project.workspace.entries if entry.source.path.name == "map.journey.yaml")
