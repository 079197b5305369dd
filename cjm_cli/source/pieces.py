"""A YAML text cut into a tree of pieces: the entries of its block mappings, the items of its block lists.

Nothing is lost: `joined` gives the text back, byte for byte; `cut` makes them. What stands in brackets is not cut further.

Which comment belongs where:

- at the end of a line, to the piece that the line is of; below the head of a piece, to the first piece within it;
- on lines of its own, to the next piece, with the empty lines round it;
- but where it is indented further than the next piece, to the collection that ends above it and stands in its column, as
  what comes after the last piece there; so do all comments after the last piece of a text;
- a `# cjm: ignore[…]` on a line of its own always to the next piece, for which it counts;
- in the lines that begin the file, to the file: up to the first empty line, or to the `# cjm: ignore[…]` of an entry.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm_cli.source.nodes import Collection, Node, SequenceNode


class CannotCutError(Exception):
    """The text has a form that is not cut; the words say which, and the offset says where."""

    def __init__(self, form: str, index: int) -> None:
        super().__init__(form)
        self.form = form
        self.index = index


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A value that is not cut: a scalar, an alias, what stands in brackets, or nothing at all."""

    properties: str
    """Anchor and tag, with the space behind them."""
    text: str
    """As it is written; that of a block scalar with its header and its last line break."""
    node: Node
    """What it means; for an alias the value that it refers to."""
    start: int
    """Where `text` begins in the whole text."""

    @property
    def is_alias(self) -> bool:
        """Whether it refers to a value further up."""
        return self.text[:1] == "*"

    @property
    def is_flow(self) -> bool:
        """Whether it stands in brackets."""
        return self.text[:1] in ("[", "{")

    @property
    def is_block_scalar(self) -> bool:
        """Whether it is a text below a `|` or a `>`."""
        return self.text[:1] in ("|", ">")


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A mapping or a list in its block form."""

    node: Collection
    column: int
    """That of the first letter of its pieces, from 0."""
    pieces: "tuple[Piece, ...]"
    tail: str
    """Whole lines after the last piece that belong to the collection."""

    @property
    def is_list(self) -> bool:
        """Whether its pieces are items rather than entries."""
        return isinstance(self.node, SequenceNode)


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """An entry or an item, from the first line that belongs to it to the end of its last."""

    start: int
    """Where it begins in the whole text."""
    lead: str
    """Whole lines above it that belong to it: comments, and empty lines."""
    indent: str
    """The space before it on its line; nothing where it goes on behind the dash of an item."""
    name: str | None
    """What its key means; None for an item."""
    key: str
    """Its key as it is written, nothing for an item."""
    mark: str
    """The colon, with the space before it; or the dash."""
    space: str
    """What stands between the mark and the value: of a block below it all to the end of the line, anchor, tag and comment
    included; of a scalar or brackets further down all up to there."""
    value: Leaf | Block
    trail: str
    """What follows on the line of a leaf: space, a comment, the line break."""

    @property
    def is_merge(self) -> bool:
        """Whether it brings in the entries of other mappings."""
        return self.key == "<<"

    def joined(self) -> str:
        """Its text."""
        return "".join(_parts(self))


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """A whole text: what stands above the data (directives, `---`, comments), the data, and what stands below."""

    head: str
    root: Block | Leaf | None
    tail: str

    def joined(self) -> str:
        """The whole text."""
        return "".join([self.head, *(_value_parts(self.root) if self.root is not None else ()), self.tail])


def _parts(piece: Piece) -> Iterator[str]:
    yield from (piece.lead, piece.indent, piece.key, piece.mark, piece.space)
    yield from _value_parts(piece.value)
    yield piece.trail


def _value_parts(value: Leaf | Block) -> Iterator[str]:
    if isinstance(value, Leaf):
        yield value.properties
        yield value.text
        return
    for piece in value.pieces:
        yield from _parts(piece)
    yield value.tail
