"""Two journeys of one project side by side: what their personas share on the way, and where they part."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from cjm_cli.difference.changes import merged
from cjm_cli.difference.difference import Felt
from cjm_cli.difference.match import Match, matched
from cjm_cli.difference.summary import Rated, columns, felt
from cjm_cli.difference.tree import Node
from cjm_cli.model import Journey
from cjm_cli.model.catalogue import Catalogue
from cjm_cli.model.references import Target

Pair: TypeAlias = tuple[Node | None, Node | None]


@dataclass(frozen=True)
class Contrast:
    """One lane of a cell: what both have there, and what only one of them has."""

    lane: str
    """The field: `touchpoints`, `pain_points` …"""
    both: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


@dataclass(frozen=True)
class Way:
    """A stage or a step as each of them goes through it; `felt.kind` says when only one does."""

    felt: Felt
    """`before` is the left one, `after` the right one; REMOVED means left alone, ADDED right alone."""
    contrasts: tuple[Contrast, ...] = ()
    steps: tuple["Way", ...] = ()
    """Of a stage: the steps of both, in the order of the right one."""


@dataclass(frozen=True)
class Ways:
    """Both journeys, stage by stage."""

    left: str
    """Titles."""
    right: str
    stages: tuple[Way, ...] = ()
    """Of a journey of bare steps, these."""


def ways(left: Journey, right: Journey, catalogue: Catalogue) -> Ways:
    """Compares two journeys stage by stage and step by step; what only one has stands where it stands there."""
    one, other = (Rated.of(journey, catalogue.scorer) for journey in (left, right))
    return Ways(left.title, right.title, tuple(_Beside(one, other, matched(one.root, other.root), catalogue).ways()))


@dataclass(frozen=True)
class _Beside:
    left: Rated
    right: Rated
    match: Match
    catalogue: Catalogue

    def ways(self) -> Iterator[Way]:
        """The stages of both, then bare steps, which stand for themselves."""
        steps = [pair for pair in columns(self.match, self.left, self.right) if not _is_stage(pair)]
        mine, theirs = self.left.things(Target.STAGE), self.right.things(Target.STAGE)
        for node in merged(mine, theirs, self.match.new_of.get):
            right = node if node in self.right.cell_of else None
            left = self.match.old_of.get(node) if right else node
            inside = [pair for pair in steps if _parent(pair) in (left, right)]
            whole = self._way(left, right)
            yield Way(whole.felt, whole.contrasts, tuple(self._way(*pair) for pair in inside))
        yield from (self._way(*pair) for pair in steps if _is_bare(pair))

    def _way(self, left: Node | None, right: Node | None) -> Way:
        return Way(felt(left, right, self.left, self.right), tuple(self._contrasts(left, right)))

    def _contrasts(self, left: Node | None, right: Node | None) -> Iterator[Contrast]:
        """Lane by lane; a stage has in its lanes what its steps have."""
        node = right or left
        for lane in (name for name in node.sort.parts if name not in ("steps", "next")) if node else ():
            mine, theirs = self._lane(left, lane), self._lane(right, lane)
            if mine or theirs:
                yield Contrast(
                    lane,
                    both=tuple(name for id_, name in theirs.items() if id_ in mine),
                    left=tuple(name for id_, name in mine.items() if id_ not in theirs),
                    right=tuple(name for id_, name in theirs.items() if id_ not in mine),
                )

    def _lane(self, node: Node | None, lane: str) -> dict[str, str]:
        """What stands there, by id, as people call it."""
        cells = (node, *node.children.get("steps", ())) if node else ()
        return {child.id: self._called(child, lane) for cell in cells for child in cell.children.get(lane, ())}

    def _called(self, node: Node, lane: str) -> str:
        """Its name in the catalogue, where it only refers to something there."""
        named = {"channels": self.catalogue.channel_name, "metrics": self.catalogue.metric_name}
        if lane == "touchpoints":
            found = self.catalogue.touchpoints.get(node.id)
            return found.name if found else node.name
        return named[lane](node.name) if lane in named else node.name or node.sort.entity


def _is_stage(pair: Pair) -> bool:
    return any(node is not None and node.sort.target is Target.STAGE for node in pair)


def _parent(pair: Pair) -> Node | None:
    """What a step stands in: on the right side, where that has it."""
    node = pair[1] or pair[0]
    return node.parent if node else None


def _is_bare(pair: Pair) -> bool:
    parent = _parent(pair)
    return parent is not None and parent.parent is None
