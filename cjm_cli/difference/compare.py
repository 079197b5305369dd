"""Two versions of a project → what is not the same: files matched by what they hold, then thing by thing."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from cjm_cli.difference.changes import Teller
from cjm_cli.difference.difference import Change, Compared, Difference
from cjm_cli.difference.impact import Scale
from cjm_cli.difference.likeness import MUCH_ALIKE, pairs
from cjm_cli.difference.match import Match, matched
from cjm_cli.difference.plain import plain
from cjm_cli.difference.references import Dangling, Within
from cjm_cli.difference.sorts import JOURNEY, PERSONA, PROJECT, Sort
from cjm_cli.difference.summary import Rated, summed_up
from cjm_cli.difference.tree import Node, tree
from cjm_cli.difference.version import Version
from cjm_cli.finding import Finding, Location
from cjm_cli.model import Journey, Persona, Project
from cjm_cli.span import Route
from cjm_cli.workspace.load import START, Loaded
from cjm_cli.workspace.source_file import PROJECT_FILE

_SORTS: Mapping[str, Sort] = {"persona": PERSONA, "journey": JOURNEY}


def compare(old: Version, new: Version) -> Difference:
    """What changed from the old to the new."""
    comparison = _Comparison(old, new, Dangling(old, new))
    found = (comparison.project(), *comparison.files("persona"), *comparison.files("journey"))
    # A feeling may count for another score though the journey says the same as before.
    told = tuple(one for one in found if one.changes or any(felt.moved for felt in one.summary.curve))
    projects, personas = (old.project, new.project), (_personas(old), _personas(new))
    return Difference(old.label, new.label, told, tuple(_findings(old, new)), projects, personas)


def _personas(version: Version) -> Mapping[str, Persona]:
    return {loaded.id: loaded.model for loaded in version.loaded if isinstance(loaded.model, Persona)}


def _findings(old: Version, new: Version) -> Iterator[Finding]:
    """Why files could not be understood; one that is broken on both sides is broken in the new one."""
    for loaded in (*old.loaded, *new.loaded):
        if loaded.model is None:
            yield from loaded.findings


@dataclass(frozen=True, eq=False)
class _Side:
    """A model of one side with the file that holds it, and its tree."""

    model: Journey | Persona | Project
    loaded: Loaded | None
    root: Node
    id: str

    def where(self, route: Route) -> Location:
        """A place in its file."""
        if self.loaded is None or self.loaded.document is None:
            return Location(self.loaded.source.name if self.loaded else PROJECT_FILE, START)
        return self.loaded.document.location(route)

    @property
    def inside(self) -> str:
        """Where the file lies in its project."""
        return self.loaded.source.inside or self.loaded.source.name if self.loaded else ""


Pair: TypeAlias = tuple[_Side | None, _Side | None]

_LABELS: tuple[Callable[[_Side], Hashable], ...] = (
    lambda side: (side.id, side.inside),
    lambda side: side.id,
    lambda side: side.inside,
)
"""What tells that two files hold the same thing, the surest first."""


@dataclass(frozen=True)
class _Comparison:
    """Both sides, and what leads nowhere now."""

    old: Version
    new: Version
    dangling: Dangling

    def project(self) -> Compared:
        """What is shared, and the settings."""
        return self._compared("project", (_project_side(self.old), _project_side(self.new)))

    def files(self, kind: str) -> list[Compared]:
        """Everything of a kind that is not the same on both sides, by title."""
        olds, news = _sides(self.old, kind), _sides(self.new, kind)
        broken = {*_broken(self.old, kind), *_broken(self.new, kind)}
        found = [self._compared(kind, pair) for pair in _paired(olds, news) if not _is_broken(pair, broken)]
        return sorted(found, key=lambda one: (one.title.casefold(), one.title, one.id))

    def _compared(self, entity: str, pair: Pair) -> Compared:
        old, new = pair
        there = new or old
        assert there is not None
        match = matched(old.root, new.root) if old and new else Match()
        return Compared(
            entity=entity,
            id=there.id,
            title=there.root.name or entity,
            old=old.model if old else None,
            new=new.model if new else None,
            changes=tuple(self._changes(match, pair)),
            summary=summed_up(match, self._rated(old, self.old), self._rated(new, self.new)),
        )

    def _changes(self, match: Match, pair: Pair) -> Iterator[Change]:
        old, new = pair
        journey = new.model if new and isinstance(new.model, Journey) else None
        scale = Scale(self.old.catalogue.scorer, self.new.catalogue.scorer, Within(self.dangling, journey))
        either = old or new
        assert either is not None
        of_old, of_new = (old or either), (new or either)
        teller = Teller(match, scale, of_old.where, of_new.where, (of_old.id, of_new.id))
        if old and new:
            yield from teller.tell(old.root, new.root)
        elif new:
            yield teller.added(new.root)
        elif old:
            yield teller.removed(old.root)

    def _rated(self, side: _Side | None, version: Version) -> Rated | None:
        if side is None or not isinstance(side.model, Journey):
            return None
        return Rated(side.model, side.root, version.catalogue.scorer)


def _project_side(version: Version) -> _Side:
    loaded = next((one for one in version.loaded if isinstance(one.model, Project)), None)
    return _Side(version.project, loaded, tree(PROJECT, plain(version.project)), "project")


def _sides(version: Version, kind: str) -> list[_Side]:
    return [
        _Side(loaded.model, loaded, tree(_SORTS[kind], plain(loaded.model)), loaded.id)
        for loaded in sorted(version.loaded, key=lambda loaded: loaded.source.name)
        if loaded.kind == kind and loaded.model is not None
    ]


def _broken(version: Version, kind: str) -> Iterator[str]:
    """The ids and paths of what could not be understood, and so cannot be compared."""
    for loaded in version.loaded:
        if loaded.model is None and loaded.kind in (None, kind):
            yield from (loaded.id, loaded.source.inside or loaded.source.name)


def _paired(olds: list[_Side], news: list[_Side]) -> Iterator[Pair]:
    """Those with the same id; those in the same file; those that are much alike; last those that stand alone."""
    for label in _LABELS:
        yield from _in_turn(olds, news, label)
    by_root = {side.root: side for side in (*olds, *news)}
    for score, old, new in pairs([side.root for side in olds], [side.root for side in news]):
        if score >= MUCH_ALIKE and by_root[old] in olds and by_root[new] in news:
            olds.remove(by_root[old])
            news.remove(by_root[new])
            yield by_root[old], by_root[new]
    yield from ((old, None) for old in olds)
    yield from ((None, new) for new in news)


def _in_turn(olds: list[_Side], news: list[_Side], label: Callable[[_Side], Hashable]) -> Iterator[Pair]:
    """Takes from both lists what has the same label."""
    for old in [*olds]:
        new = next((side for side in news if label(side) == label(old)), None)
        if new is not None:
            olds.remove(old)
            news.remove(new)
            yield old, new


def _is_broken(pair: Pair, broken: set[str]) -> bool:
    """Whether what stands alone only does so because its other side could not be read."""
    old, new = pair
    alone = old if new is None else new if old is None else None
    return alone is not None and not broken.isdisjoint((alone.id, alone.inside))
