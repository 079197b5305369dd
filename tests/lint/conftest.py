"""Runs the whole check over files that a test writes."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from cjm_cli.finding import Finding
from cjm_cli.session import Terms, open_session

STRICT = "extends: strict\n"
TERMS = Terms(today=date(2026, 6, 1))
"""The examples and the fixtures that speak of today mean this day."""

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
        return open_session([tmp_path], None, lambda _line: None, terms=TERMS).findings

    return run
