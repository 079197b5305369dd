"""Whether two pieces say the same, comments included, however they are written."""

from collections.abc import Iterator

from cjm_cli.source.changed import same_data
from cjm_cli.source.pieces import Leaf, Piece


def same_meaning(one: Piece, other: Piece) -> bool:
    """Whether data and comments are the same."""
    return same_data(one.value.node.data, other.value.node.data) and sorted(_remarks(one)) == sorted(_remarks(other))


def _remarks(piece: Piece) -> Iterator[str]:
    """Comments, anchors and tags."""
    yield from _comments(piece.lead)
    value = piece.value
    yield from _comments(piece.space)
    if isinstance(value, Leaf):
        yield value.properties.strip()
        lines = value.text.splitlines() if value.is_flow or value.is_block_scalar else []
        # Of a text over lines, only the first may hold a comment.
        yield from (line.partition("#")[2] for line in (lines[:1] if value.is_block_scalar else lines) if "#" in line)
    else:
        for inner in value.pieces:
            yield from _remarks(inner)
        yield from _comments(value.tail)
    yield from _comments(piece.trail)


def _comments(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())
