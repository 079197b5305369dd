"""Which thing of the old side is which of the new one: by id, then by likeness, those in the same place first."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from cjm_cli.difference.likeness import MUCH_ALIKE, pairs
from cjm_cli.difference.tree import Node
from cjm_cli.model.references import Target


@dataclass
class Match:
    """What belongs together."""

    new_of: dict[Node, Node] = field(default_factory=dict)
    old_of: dict[Node, Node] = field(default_factory=dict)

    def add(self, old: Node, new: Node) -> None:
        """Says that they are the same thing."""
        self.new_of[old] = new
        self.old_of[new] = old

    def same_place(self, old: Node, new: Node) -> bool:
        """Whether they stand in the same list of the same thing."""
        if old.parent is None or new.parent is None:
            return old.parent is new.parent
        return self.new_of.get(old.parent) is new.parent and old.place == new.place


def matched(old: Node, new: Node) -> Match:
    """Two trees, whose roots are the same thing."""
    match = Match()
    match.add(old, new)
    olds, news = _groups(old), _groups(new)
    for group in sorted(olds.keys() & news.keys(), key=lambda group: (_rank(olds[group][0]), group)):
        _Pairing(match, olds[group], news[group]).run()
    return match


def _groups(root: Node) -> dict[tuple[str, bool, bool], list[Node]]:
    found: dict[tuple[str, bool, bool], list[Node]] = defaultdict(list)
    for node in root.walk():
        if node is not root:
            found[node.group].append(node)
    return found


def _rank(node: Node) -> int:
    """What others stand in comes before them: stages, steps, personas, things, and last of all bare texts."""
    first = (Target.STAGE, Target.STEP, Target.PERSONA)
    if node.sort.target in first:
        return first.index(node.sort.target)
    return len(first) + (0 if node.sort.names or node.sort.alone else 1)


@dataclass
class _Pairing:
    """The things of one group on both sides; each pass takes from those that are left."""

    match: Match
    old: list[Node]
    new: list[Node]

    def run(self) -> None:
        """What is surely the same first."""
        travels = self.old[0].sort.travels
        if travels:
            self._only_ones()
        if any(len({node.id for node in nodes}) < len(nodes) for nodes in (self.old, self.new)):
            self._in_turn(lambda node, parent: (parent, node.place, node.id, node.gist))
        self._in_turn(lambda node, parent: (parent, node.place, node.id))
        self._renamed(self.old[0].sort.refers)
        self._in_turn(lambda node, parent: (parent, node.id))
        if travels:
            self._only_ones()
        if not self.old[0].sort.is_id:
            self._alike(travels=travels)
        self._in_turn(lambda node, parent: (parent, node.place) if node.sort.alone else None)

    def _renamed(self, target: Target | None) -> None:
        """References to what has another id now."""
        if target is None:
            return
        olds = set(self.old)
        now = {old.id: new.id for old, new in self.match.new_of.items() if old.sort.target is target}
        self._in_turn(lambda node, parent: (parent, node.place, now.get(node.id) if node in olds else node.id))

    def _only_ones(self) -> None:
        """Those whose id nothing else that is left has, on either side, wherever they stand."""
        news = _labelled(self._new_left(), lambda node: node.id)
        for id_, nodes in _labelled(self._old_left(), lambda node: node.id).items():
            others = news.get(id_, [])
            if len(nodes) == len(others) == 1:
                self.match.add(nodes[0], others[0])

    def _in_turn(self, label: Callable[[Node, Node], Hashable]) -> None:
        """Those with the same label in the same parent: the first with the first, the second with the second."""
        olds = _labelled(self._old_left(), lambda node: (new := self._new_parent(node)) and label(node, new))
        news = _labelled(self._new_left(), lambda node: node.parent and label(node, node.parent))
        for key, nodes in olds.items():
            for old, new in zip(nodes, news.get(key, []), strict=False):
                self.match.add(old, new)

    def _alike(self, *, travels: bool) -> None:
        """The most alike first; what stands elsewhere has to be much alike."""
        for score, old, new in pairs(self._old_left(), self._new_left()):
            is_taken = old in self.match.new_of or new in self.match.old_of
            if not is_taken and (self.match.same_place(old, new) or (travels and score >= MUCH_ALIKE)):
                self.match.add(old, new)

    def _new_parent(self, old: Node) -> Node | None:
        return self.match.new_of.get(old.parent) if old.parent else None

    def _old_left(self) -> list[Node]:
        return [node for node in self.old if node not in self.match.new_of]

    def _new_left(self) -> list[Node]:
        return [node for node in self.new if node not in self.match.old_of]


def _labelled(nodes: Iterable[Node], label: Callable[[Node], Hashable]) -> dict[Hashable, list[Node]]:
    found: dict[Hashable, list[Node]] = defaultdict(list)
    for node in nodes:
        key = label(node)
        if key is not None:
            found[key].append(node)
    return found


def steady(old: Iterable[Node], new: Iterable[Node], match: Match) -> set[Node]:
    """Of the new things those that stand as they did: as many as there can be, in the order of both lists."""
    places = {node: index for index, node in enumerate(old)}
    here = [(places[was], node) for node in new if (was := match.old_of.get(node)) in places]
    # Patience sorting: the last of each pile is the lowest end of a rising row of that length.
    ends: list[int] = []
    rows: list[tuple[Node, int | None]] = []
    last: list[int] = []
    for place, node in here:
        at = bisect_left(ends, place)
        rows.append((node, last[at - 1] if at else None))
        ends[at : at + 1], last[at : at + 1] = [place], [len(rows) - 1]
    found: set[Node] = set()
    row = last[-1] if last else None
    while row is not None:
        node, row = rows[row]
        found.add(node)
    return found
