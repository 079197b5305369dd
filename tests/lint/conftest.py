"""Runs the whole check over files that a test writes."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cjm_cli.finding import Finding
from cjm_cli.lint.check import check
from cjm_cli.settings import settings_of
from cjm_cli.workspace.discover import discover, places
from cjm_cli.workspace.workspace import Linker

STRICT = "extends: strict\n"

FindIn = Callable[[Mapping[str, str]], list[Finding]]


@pytest.fixture
def find_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FindIn:
    """A project of these files, by their paths, with every rule switched on: what is found in it."""

    def run(files: Mapping[str, str]) -> list[Finding]:
        for name, text in {"cjm.yaml": "", **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(STRICT + text if name == "cjm.yaml" else text, "utf-8")
        monkeypatch.chdir(tmp_path)
        return _checked(tmp_path)

    return run


def _checked(folder: Path) -> list[Finding]:
    (place,) = places([folder])
    settings = settings_of(place)
    assert not settings.findings
    files = discover(place, settings.choice)
    wanted = frozenset({file.name for file in files} | ({settings.file.name} if settings.file else set()))
    own = settings.loaded.findings if settings.loaded else ()
    return [*own, *check(Linker(settings.project, settings.file, settings.limits), files, wanted, settings.selection).findings]
