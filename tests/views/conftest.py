"""Pages of journeys that a test writes."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cjm_cli.page.page import Page
from cjm_cli.session import open_session
from cjm_cli.views.journey import arrange

PageOf = Callable[..., Page]

WRONG = {"unknown-field", "missing-field", "wrong-type", "value-out-of-range", "unknown-choice", "yaml-syntax"}


@pytest.fixture
def page_of(tmp_path: Path) -> PageOf:
    """The page of a journey given as YAML, in a project of further files."""

    def arranged(journey: str, files: Mapping[str, str] | None = None) -> Page:
        for name, text in {"cjm.yaml": "", "map.journey.yaml": journey, **(files or {})}.items():
            (tmp_path / name).write_text(text, "utf-8")
        (project,) = open_session([tmp_path / "map.journey.yaml"], None, lambda line: None).projects
        wrong = [finding for finding in project.findings if finding.rule in WRONG]
        assert project.workspace is not None, project.findings
        assert wrong == []
        entry = next(entry for entry in project.workspace.entries if entry.source.path.name == "map.journey.yaml")
        return arrange(entry, project.workspace)

    return arranged
