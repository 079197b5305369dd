"""Three versions of a text become one, piece by piece.

What one side alone changed is as that side has it, comments included; what both changed is taken apart as far as it goes. What is
left is a conflict, which takes whole lines. Texts are told apart without their indentation.
"""

from collections.abc import Sequence
from typing import TypeVar

from cjm_cli.merge import matching
from cjm_cli.merge.chunks import Chunk, Conflict, NotHereError, Side, begun, resolved, shifted
from cjm_cli.merge.flow import CannotMergeError, merged_flow
from cjm_cli.merge.matching import Triple
from cjm_cli.merge.meaning import same_meaning
from cjm_cli.merge.order import in_order
from cjm_cli.merge.placed import Placed, placed_in
from cjm_cli.source.changed import same_data
from cjm_cli.source.pieces import Block, Leaf, Pieces

T = TypeVar("T", str, tuple[str, str, int])


class NoBlockError(Exception):
    """A version holds no mapping and no list in its block form."""


def merged(base: Pieces, ours: Pieces, theirs: Pieces) -> list[Chunk]:
    """The merged text. Raises NoBlockError."""
    first, second, third = (_root(version) for version in (base, ours, theirs))
    if len({block.is_list for block in (first, second, third)}) != 1:
        raise NoBlockError
    return [
        _lines(base.head, ours.head, theirs.head),
        *_block(first, second, third, _settled(first.column, second.column, third.column)),
        _lines(base.tail, ours.tail, theirs.tail),
    ]


def _root(version: Pieces) -> Block:
    if isinstance(version.root, Block):
        return version.root
    raise NoBlockError


def _settled(base: int, ours: int, theirs: int) -> int:
    return theirs if base == ours else ours if base == theirs else min(ours, theirs)


def _changed(base: T | None, ours: T, theirs: T) -> T | None:
    """The version of the side that changed; None where both did."""
    if theirs in (base, ours):
        return ours
    return theirs if ours == base else None


def _lines(base: str | None, ours: str, theirs: str) -> Chunk:
    """Comments and empty lines."""
    found = _changed(base, ours, theirs)
    if found is not None:
        return found
    return min(ours, theirs) if ours.split() == theirs.split() else Conflict(ours, theirs)


def _block(base: Block | None, ours: Block, theirs: Block, column: int) -> list[Chunk]:
    """The pieces of a collection, those of the result beginning in a column."""
    versions = [[] if block is None else placed_in(block, column) for block in (base, ours, theirs)]
    if ours.is_list:
        triples = matching.items(*([piece.data for piece in pieces] for pieces in versions))
    else:
        triples = matching.entries(*([piece.name for piece in pieces] for pieces in versions))
    found = {triple: chunks for triple in triples if (chunks := _triple(triple, versions))}
    tails = (shifted(block.tail, column - block.column) for block in (ours, theirs))
    tail = _lines(shifted(base.tail, column - base.column) if base else None, *tails)
    return [*(chunk for triple in in_order(found) for chunk in found[triple]), tail]


def _triple(triple: Triple, versions: Sequence[Sequence[Placed]]) -> list[Chunk]:
    base, ours, theirs = (
        None if place is None else pieces[place] for place, pieces in zip(triple[1:], versions, strict=True)
    )
    if ours is not None and theirs is not None:
        return _piece(base, ours, theirs)
    left = ours or theirs
    if left is None or (base is not None and same_meaning(base.piece, left.piece)):
        return []
    if base is None:
        return [left.text]
    return [Conflict(left.text, "") if theirs is None else Conflict("", left.text)]


def _piece(base: Placed | None, ours: Placed, theirs: Placed) -> list[Chunk]:
    whole = _changed(base.text if base else None, ours.text, theirs.text)
    if whole is not None:
        return [whole]
    try:
        body = _body(base, ours, theirs)
    except NotHereError:
        body = [Conflict(ours.body, theirs.body)]
    return [_lines(base.lead if base else None, ours.lead, theirs.lead), *body]


def _body(base: Placed | None, ours: Placed, theirs: Placed) -> list[Chunk]:
    values = [placed.piece.value for placed in (base, ours, theirs) if placed is not None]
    blocks = [value for value in values if isinstance(value, Block)]
    if not blocks:
        return [_leaf(base, ours, theirs)]
    if len(blocks) == len(values) and len({block.is_list for block in blocks}) == 1:
        return _collection(base, ours, theirs)
    return [_whole(base, ours, theirs)]


def _whole(base: Placed | None, ours: Placed, theirs: Placed) -> Chunk:
    """What is not taken apart: one side may have changed no more than how it is written."""
    if same_meaning(ours.piece, theirs.piece):
        return min(ours.body, theirs.body)
    if base is not None and same_meaning(base.piece, theirs.piece):
        return ours.body
    if base is not None and same_meaning(base.piece, ours.piece):
        return theirs.body
    return Conflict(ours.body, theirs.body)


def _collection(base: Placed | None, ours: Placed, theirs: Placed) -> list[Chunk]:
    heads, deeper = _head(base, ours, theirs)
    blocks = [placed.block if placed is not None else None for placed in (base, ours, theirs)]
    assert blocks[1] is not None
    assert blocks[2] is not None
    body = _block(blocks[0], blocks[1], blocks[2], ours.column + deeper)
    if not any(body):
        return [_emptied(heads, is_list=blocks[1].is_list)]
    if any(not _has_content(resolved(body, side)) for side in Side):
        raise NotHereError
    return [heads, *body] if isinstance(heads, Conflict) or "\n" in heads else begun(body, heads)


def _emptied(head: Chunk, *, is_list: bool) -> str:
    """What both sides took everything out of."""
    if isinstance(head, Conflict) or "&" in head or "!" in head:
        raise NotHereError
    before, _, after = head.partition("\n")[0].partition("#")
    return f"{before.rstrip()} {'[]' if is_list else '{}'}{f'  #{after}' if after else ''}\n"


def _has_content(lines: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in lines.splitlines())


def _head(base: Placed | None, ours: Placed, theirs: Placed) -> tuple[Chunk, int]:
    """What stands on the line of a collection before it, and how much further it is indented."""
    found = _changed(base.head if base else None, ours.head, theirs.head)
    heads = [" " * ours.column + "".join(placed.head[:2]) for placed in (ours, theirs)]
    if found is not None:
        return heads[0] if found == ours.head else heads[1], found[2]
    if not any(sign in placed.head[1] for placed in (ours, theirs) for sign in "#&!"):
        return min(heads), min(ours.head, theirs.head)[2]
    # A comment, an anchor or a tag: it has to be a line of its own.
    if not all(head.endswith("\n") for head in heads):
        raise NotHereError
    return Conflict(heads[0], heads[1]), min(ours.head[2], theirs.head[2])


def _leaf(base: Placed | None, ours: Placed, theirs: Placed) -> Chunk:
    """A value that is no collection in its block form."""
    if any(_is_whole(placed.leaf) for placed in (base, ours, theirs) if placed is not None):
        return _whole(base, ours, theirs)
    key = _changed(base.key if base else None, ours.key, theirs.key) or min(ours.key, theirs.key)
    value = _value(base, ours, theirs)
    trail = _lines(base.piece.trail if base else None, ours.piece.trail, theirs.piece.trail)
    if value is None or isinstance(trail, Conflict):
        return Conflict(ours.body, theirs.body)
    return " " * ours.column + key + value + trail


def _is_whole(leaf: Leaf) -> bool:
    """Whether it takes the whole line, or may hold comments."""
    return leaf.is_block_scalar or (leaf.is_flow and "#" in leaf.text)


def _value(base: Placed | None, ours: Placed, theirs: Placed) -> str | None:
    found = _changed(base.value if base else None, ours.value, theirs.value)
    if found is not None:
        return found
    if same_data(ours.data, theirs.data):
        return min(ours.value, theirs.value)
    if base is not None and same_data(base.data, theirs.data):
        return ours.value
    if base is not None and same_data(base.data, ours.data):
        return theirs.value
    return _flow(base.leaf if base else None, ours.leaf, theirs.leaf)


def _flow(base: Leaf | None, ours: Leaf, theirs: Leaf) -> str | None:
    leaves = [leaf for leaf in (base, ours, theirs) if leaf is not None]
    if not all(leaf.is_flow and not leaf.properties for leaf in leaves):
        return None
    try:
        return f" {merged_flow(base, ours, theirs)}"
    except CannotMergeError:
        return None
