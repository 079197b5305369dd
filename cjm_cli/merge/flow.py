"""Three versions of a value in brackets become one, where each stands on one line."""

from collections.abc import Sequence
from dataclasses import dataclass

from cjm_cli.merge.matching import Triple, entries, items
from cjm_cli.merge.order import in_order
from cjm_cli.source.changed import same_data
from cjm_cli.source.nodes import MappingNode, Node, ScalarNode, SequenceNode
from cjm_cli.source.pieces import Leaf


class CannotMergeError(Exception):
    """Both sides changed the same thing within it, or it is written in a way that is not taken apart."""


@dataclass(frozen=True)
class Value:
    """A value within brackets, and the leaf whose text it stands in."""

    node: Node
    leaf: Leaf
    key: ScalarNode | None = None

    @property
    def text(self) -> str:
        """As it is written."""
        return self._cut(self.node)

    @property
    def key_text(self) -> str:
        """Its key as it is written, with the colon; nothing for an item."""
        return f"{self._cut(self.key)}: " if self.key is not None else ""

    @property
    def parts(self) -> "Sequence[Value]":
        """What stands within it."""
        if isinstance(self.node, MappingNode):
            return [Value(node, self.leaf, key) for key, node in self.node.entries.values()]
        return [Value(node, self.leaf) for node in self.node.items] if isinstance(self.node, SequenceNode) else []

    def _cut(self, node: Node) -> str:
        start, end = (place - self.leaf.start for place in (node.start, node.end))
        return self.leaf.text[start:end]


Version = Value | None


def merged_flow(base: Leaf | None, ours: Leaf, theirs: Leaf) -> str:
    """The changes of both sides. Raises CannotMergeError."""
    leaves = [leaf for leaf in (base, ours, theirs) if leaf is not None]
    # Where there is an anchor or an alias, a node may stand elsewhere; a comment needs its line.
    if any(letter in leaf.text for leaf in leaves for letter in "\r\n&*!"):
        raise CannotMergeError
    return _merged(Value(base.node, base) if base else None, Value(ours.node, ours), Value(theirs.node, theirs)) or ""


def _merged(base: Version, ours: Version, theirs: Version) -> str | None:
    """The text of a value, None where there is none any more."""
    if _same(ours, theirs):
        return min(ours.text, theirs.text) if ours and theirs else None
    if _same(base, theirs):
        return ours.text if ours else None
    if _same(base, ours):
        return theirs.text if theirs else None
    if ours is None or theirs is None:
        raise CannotMergeError
    kinds = {type(value.node) for value in (base, ours, theirs) if value is not None}
    if kinds == {MappingNode}:
        return f"{{{_joined(base, ours, theirs)}}}"
    if kinds == {SequenceNode}:
        return f"[{_joined(base, ours, theirs)}]"
    raise CannotMergeError


def _same(one: Version, other: Version) -> bool:
    if one is None or other is None:
        return one is other
    return same_data(one.node.data, other.node.data)


def _joined(base: Version, ours: Value, theirs: Value) -> str:
    versions = [base.parts if base else [], ours.parts, theirs.parts]
    if isinstance(ours.node, MappingNode):
        triples = entries(*([part.key.text for part in parts if part.key is not None] for parts in versions))
    else:
        triples = items(*([part.node.data for part in parts] for parts in versions))
    found = {triple: text for triple in triples if (text := _part(triple, versions)) is not None}
    return ", ".join(found[triple] for triple in in_order(found))


def _part(triple: Triple, versions: Sequence[Sequence[Value]]) -> str | None:
    base, ours, theirs = (
        None if place is None else parts[place] for place, parts in zip(triple[1:], versions, strict=True)
    )
    text = _merged(base, ours, theirs)
    return None if text is None else f"{min(value.key_text for value in (ours, theirs) if value)}{text}"
