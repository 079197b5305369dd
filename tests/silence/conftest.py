"""Projects that are checked in this process."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cjm_cli.session import TERMS, Session, Terms, open_session

Check = Callable[..., Session]


@pytest.fixture
def check(write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Writes files, if any, and checks the folder: `check({...}, terms=Terms(...))`."""

    def run(files: Mapping[str, str | bytes] | None = None, *paths: str, terms: Terms = TERMS) -> Session:
        write(files or {})
        monkeypatch.chdir(tmp_path)
        return open_session([tmp_path / path for path in paths] or [tmp_path], None, lambda _line: None, terms=terms)

    return run
