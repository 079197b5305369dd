"""Two versions of a small project, and what a comparison tells of them."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from cjm_cli.difference.difference import Change, Compared, Difference, Felt, IdeaMove, Impact, Kind, Place, Summary
from cjm_cli.finding import Finding, Location, Severity
from cjm_cli.model import Journey, Persona
from cjm_cli.source.limits import Limits
from cjm_cli.span import Route, Span
from cjm_cli.workspace.load import Loaded, load
from cjm_cli.workspace.source_file import SourceFile

HERE = Path(__file__).parent


def loaded(side: str, name: str) -> Loaded:
    file = HERE / "project" / side / name
    return load(SourceFile(name, Path(name), name, file.read_bytes()), Limits())


def place(side: Loaded, route: Route) -> Place:
    assert side.document is not None
    return Place(route, side.document.location(route))


class Told:
    """Changes between two versions of a file, with their places."""

    def __init__(self, name: str) -> None:
        self.old, self.new = loaded("old", name), loaded("new", name)
        self.changes: list[Change] = []

    def add(self, kind: Kind, impact: Impact, entity: str, name: str, **more: object) -> None:
        old, new = (more.pop(side, None) for side in ("old", "new"))
        places = {
            "old": place(self.old, old) if old is not None else None,
            "new": place(self.new, new) if new is not None else None,
        }
        self.changes.append(Change(kind, impact, entity, name, **places, **more))


def shoes() -> Compared:
    told = Told("shoes.journey.yaml")
    add = told.add
    choose, pay = ("Choose",), ("Pay",)
    total = (*pay, "Sees the total")
    route = ("stages", 1, "steps", 0)
    add(
        Kind.CHANGED,
        Impact.PATCH,
        "thought",
        "Which of the two fits me better?",
        within=(*choose, "Compares models"),
        before="Which one fits?",
        after="Which of the two fits me better?",
        old=("stages", 0, "steps", 0, "thoughts", 0),
        new=("stages", 0, "steps", 0, "thoughts", 0),
    )
    add(
        Kind.CHANGED,
        Impact.MINOR,
        "step",
        "Sees the total",
        within=pay,
        field="emotion",
        before={"score": -2},
        after={"score": 0},
        old=(*route, "emotion"),
        new=(*route, "emotion"),
        reason="the feeling changes its sign",
    )
    add(
        Kind.REMOVED,
        Impact.MINOR,
        "pain point",
        "Shipping appears only at the end",
        within=total,
        before={"id": "shipping", "text": "Shipping appears only at the end", "severity": 4},
        old=(*route, "pain_points", 0),
    )
    add(
        Kind.CHANGED,
        Impact.MINOR,
        "opportunity",
        "Show shipping beside the price",
        within=total,
        field="status",
        before="idea",
        after="done",
        old=(*route, "opportunities", 0, "status"),
        new=(*route, "opportunities", 0, "status"),
    )
    add(
        Kind.REMOVED,
        Impact.MAJOR,
        "step",
        "Types the address again",
        within=pay,
        before={"id": "address", "name": "Types the address again"},
        old=("stages", 1, "steps", 1),
        reason="1 other refers to it",
    )
    add(
        Kind.MOVED,
        Impact.MINOR,
        "step",
        "Tries them on",
        within=("Keep",),
        old=("stages", 0, "steps", 1),
        new=("stages", 2, "steps", 0),
    )
    add(
        Kind.ADDED,
        Impact.MINOR,
        "step",
        "Follows the parcel",
        within=("Keep",),
        after={"id": "parcel", "name": "Follows the parcel", "emotion": -1},
        new=("stages", 2, "steps", 1),
    )
    curve = (
        Felt("compare", "Compares models", "Choose", 1.0, 1.0, "+1", "+1"),
        Felt("see-total", "Sees the total", "Pay", -2.0, 0.0, "−2", "0"),
        Felt("address", "Types the address again", "Pay", -1.0, None, "−1", "", Kind.REMOVED),
        Felt("confirm", "Confirms", "Pay", 0.0, 1.0, "0", "+1"),
        Felt("try-on", "Tries them on", "Keep", 2.0, 1.0, "+2", "+1"),
        Felt("parcel", "Follows the parcel", "Keep", None, -1.0, "", "−1", Kind.ADDED),
    )
    summary = Summary(
        curve,
        ("Nobody says when it arrives",),
        ("Shipping appears only at the end",),
        (IdeaMove("Show shipping beside the price", "idea", "done"), IdeaMove("Tell the day", "", "idea")),
        (0.42, 0.58),
    )
    assert isinstance(told.old.model, Journey)
    assert isinstance(told.new.model, Journey)
    title = "Buying running shoes"
    return Compared("journey", "shoes", title, told.old.model, told.new.model, tuple(told.changes), summary)


def rina() -> Compared:
    told = Told("rina.persona.yaml")
    told.add(
        Kind.CHANGED,
        Impact.PATCH,
        "persona",
        "Rina",
        field="summary",
        before="Runs twice a week",
        after="Runs before work, twice a week",
        old=("summary",),
        new=("summary",),
    )
    assert isinstance(told.old.model, Persona)
    assert isinstance(told.new.model, Persona)
    return Compared("persona", "rina", "Rina", told.old.model, told.new.model, tuple(told.changes))


def returned() -> Compared:
    told = Told("shoes.journey.yaml")
    new = loaded("new", "return.journey.yaml")
    assert isinstance(new.model, Journey)
    change = Change(Kind.ADDED, Impact.MINOR, "journey", "Sending shoes back", after={"title": "x"}, new=place(new, ()))
    felt = (Felt("decide", "Decides", "Return", None, -1.0, "", "−1", Kind.ADDED),)
    assert told
    return Compared("journey", "return", "Sending shoes back", None, new.model, (change,), Summary(felt))


BROKEN = Finding(
    Location("main:gift.journey.yaml", Span(3, 1, 3, 2)),
    "yaml-syntax",
    "the file is no YAML from here on",
    Severity.ERROR,
    help='put "-" before each item of the list',
)


@pytest.fixture
def difference() -> Difference:
    return Difference("main", "the work tree", (rina(), shoes(), returned()), (BROKEN,))


@pytest.fixture
def same() -> Difference:
    return Difference("main", "the work tree")


Of = Callable[..., Difference]


@pytest.fixture
def of() -> Of:
    """A comparison of one journey with the changes given."""

    def made(changes: Sequence[Change], summary: Summary | None = None) -> Difference:
        one = shoes()
        found = Compared("journey", one.id, one.title, one.old, one.new, tuple(changes), summary or Summary())
        return Difference("main", "HEAD", (found,))

    return made
