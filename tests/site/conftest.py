"""Sites of the examples, and of projects on disk."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm_cli.cli import run

ROOT = Path(__file__).parent.parent.parent
Build = Callable[..., Path]


def shots(folder: Path) -> dict[str, bytes]:
    """The pages of a site with what they hold."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.html"))}


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Builds the site of the project in a folder: `build("shop", "--today", "2026-01-01", output="out")`."""
    monkeypatch.chdir(tmp_path)

    def built(project: str, *arguments: str, output: str = "out", code: int = 0) -> Path:
        assert run(["build", project, "-q", "-o", output, *arguments]) == code
        return tmp_path / output

    return built


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A copy of an example that a test may change."""
    return Path(shutil.copytree(ROOT / "examples/shoe-shop", tmp_path / "shop"))


@pytest.fixture(scope="session", params=["shoe-shop", "saas-onboarding"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An example and its site."""
    project = ROOT / "examples" / request.param
    output = tmp_path_factory.mktemp("site")
    assert run(["build", str(project), "-qq", "-o", str(output)]) == 0
    return project, output
