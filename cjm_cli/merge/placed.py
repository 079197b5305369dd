"""A piece of one version as it would stand in the merged text."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cjm_cli.merge.chunks import shifted
from cjm_cli.source.pieces import Block, Leaf, Piece


@dataclass(frozen=True)
class Placed:
    """A piece that stood in the column `before`, and begins in `column`; its texts are whole lines."""

    piece: Piece
    before: int
    column: int

    @property
    def name(self) -> str:
        """What its key means."""
        return "<<" if self.piece.is_merge else self.piece.name or ""

    @property
    def data(self) -> object:
        """What its value means."""
        return self.piece.value.node.data

    @property
    def block(self) -> Block:
        """Its value, which is a collection."""
        assert isinstance(self.piece.value, Block)
        return self.piece.value

    @property
    def leaf(self) -> Leaf:
        """Its value, which is none."""
        assert isinstance(self.piece.value, Leaf)
        return self.piece.value

    @property
    def text(self) -> str:
        """All of it."""
        return self.lead + self.body

    @property
    def lead(self) -> str:
        """The lines above it."""
        return self._shifted(self.piece.lead)

    @cached_property
    def body(self) -> str:
        """Its own lines."""
        own = self.piece.joined().removeprefix(self.piece.lead).removeprefix(self.piece.indent)
        return self._shifted(" " * self.before + own)

    @property
    def key(self) -> str:
        """Key and colon, or the dash."""
        return self.piece.key + self.piece.mark

    @property
    def head(self) -> tuple[str, str, int]:
        """Of a collection: key and colon, or the dash; what follows on the line; how much further its pieces are indented."""
        return self.key, self.piece.space, self.block.column - self.before

    @property
    def value(self) -> str:
        """Of a leaf: its text with the space before it."""
        return self._shifted(self.piece.space + self.leaf.properties + self.leaf.text, first=0)

    def _shifted(self, text: str, first: int | None = None) -> str:
        by = self.column - self.before
        if first is None:
            return shifted(text, by)
        head, line_break, more = text.partition("\n")
        return head + line_break + shifted(more, by)


def placed_in(block: Block, column: int) -> Sequence[Placed]:
    """The pieces of a collection, for the result to begin in a column."""
    return [Placed(piece, block.column, column) for piece in block.pieces]
