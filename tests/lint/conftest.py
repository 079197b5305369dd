"""Runs the whole check over files that a test writes."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cjm_cli.finding import Finding
from cjm_cli.session import open_session

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
        return open_session([tmp_path], None, lambda _line: None).findings

    return run
