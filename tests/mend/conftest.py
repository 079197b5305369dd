"""Projects on disk that are mended in memory."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cjm_cli.finding import Safety
from cjm_cli.mend import Mended, mend
from cjm_cli.session import open_session

STRICT = "extends: strict\n"

MendIn = Callable[..., Mended]


@pytest.fixture
def mend_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MendIn:
    """Mends a project of these files, by their paths, with every rule switched on."""

    def run(files: Mapping[str, str], safety: Safety = Safety.UNSAFE, rule: str | None = None) -> Mended:
        for name, text in {"cjm.yaml": "", **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes((STRICT + text if name == "cjm.yaml" else text).encode())
        monkeypatch.chdir(tmp_path)
        return mend(
            lambda contents: open_session([tmp_path], None, lambda _line: None, contents=contents),
            lambda session: [finding for finding in session.findings if rule in (None, finding.rule)],
            safety,
        )

    return run
