"""A small project: a plan beside today, and two personas' ways."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cjm_cli.comparison.compared import Side, compared
from cjm_cli.comparison.comparison import Comparison
from cjm_cli.model import Journey, Project
from cjm_cli.source.limits import Limits
from cjm_cli.workspace.load import load
from cjm_cli.workspace.source_file import SourceFile

PROJECT = Path(__file__).parent / "project"
PLAN, WAYS = ("buying", "buying-in-spring"), ("rina-buys", "tom-buys")

Of = Callable[..., Comparison]


def made(one: bytes, other: bytes, ids: tuple[str, str] = WAYS, project: Project | None = None) -> Comparison:
    """Two texts, compared."""
    return compared(_side(one, ids[0]), _side(other, ids[1]), project or _project(), {})


def of_files(ids: tuple[str, str]) -> Comparison:
    """Two of the project's files."""
    one, other = ((PROJECT / f"{id_}.journey.yaml").read_bytes() for id_ in ids)
    return made(one, other, ids)


def _side(text: bytes, id_: str) -> Side:
    name = f"{id_}.journey.yaml"
    loaded = load(SourceFile(name, Path(name), name, text), Limits())
    assert isinstance(loaded.model, Journey), loaded.findings
    return Side(loaded, loaded.model)


def _project() -> Project:
    model = load(SourceFile("cjm.yaml", PROJECT / "cjm.yaml"), Limits()).model
    assert isinstance(model, Project)
    return model


@pytest.fixture(scope="session")
def plan() -> Comparison:
    return of_files(PLAN)


@pytest.fixture(scope="session")
def ways() -> Comparison:
    return of_files(WAYS)
