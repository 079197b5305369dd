"""Two versions of a small project, compared."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from cjm_cli.difference.compare import compare
from cjm_cli.difference.difference import Change, Compared, Difference, Summary
from cjm_cli.difference.version import Version
from cjm_cli.model import Project
from cjm_cli.source.limits import Limits
from cjm_cli.workspace.load import load
from cjm_cli.workspace.source_file import SourceFile

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
Of = Callable[..., Difference]


def version(label: str, folder: Path, *, prefix: str = "") -> Version:
    """The files of a folder, named as a revision's are."""
    names = sorted(path.name for path in folder.iterdir())
    files = [SourceFile(prefix + name, Path(name), name, (folder / name).read_bytes()) for name in names]
    loaded = [load(file, Limits()) for file in files]
    project = next((one.model for one in loaded if isinstance(one.model, Project)), Project())
    return Version(label, project, loaded)


def compared() -> Difference:
    """What changed between both versions."""
    project = HERE / "project"
    return compare(version("main", project / "old", prefix="main:"), version("the work tree", project / "new"))


@pytest.fixture(scope="session")
def difference() -> Difference:
    return compared()


@pytest.fixture
def same() -> Difference:
    return Difference("main", "the work tree")


@pytest.fixture
def of(difference: Difference) -> Of:
    """A comparison of one journey with the changes given."""

    def made(changes: Sequence[Change], summary: Summary | None = None, **more: str) -> Difference:
        (one,) = (one for one in difference.compared if one.id == "shoes")
        found: Compared = replace(one, changes=tuple(changes), summary=summary or Summary(), **more)
        return replace(difference, compared=(found,), findings=())

    return made
