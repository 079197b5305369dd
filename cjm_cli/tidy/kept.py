"""Which comments a text holds, and what each belongs to: to be the same before and after."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from operator import itemgetter

from cjm_cli.source.document import Document
from cjm_cli.source.pieces import Block, Leaf, Piece, Pieces
from cjm_cli.source.suppression import MARK, Position
from cjm_cli.span import Route
from cjm_cli.tidy.flow import comments_within
from cjm_cli.tidy.scalars import lines_of

Belonging = tuple[Route, str, str]
"""What a comment belongs to, whether it stands above it, beside it, within or below it, and what it says."""


def belongings(pieces: Pieces, first: str | None) -> Counter[Belonging]:
    """What each comment belongs to.

    What stands above the first entry is of the file or of that entry, as one likes; `first` is the entry that will be it.
    """
    found: list[Belonging] = [((), "", said) for said in _alone(pieces.head)]
    root = pieces.root
    if isinstance(root, Block):
        found += _of_block(root, (), first)
    elif root is not None:
        found += (((), "within", said) for said in _within(root))
    return Counter([*found, *(((), "below", said) for said in _alone(pieces.tail))])


def first_name(pieces: Pieces) -> str | None:
    """The key of the first entry of the file."""
    return pieces.root.pieces[0].name if isinstance(pieces.root, Block) else None


def _of_block(block: Block, route: Route, first: str | None) -> Iterator[Belonging]:
    for number, piece in enumerate(block.pieces):
        own = (*route, number if piece.name is None else piece.name)
        is_first = not route and piece.name == first and (piece.name is not None or number == 0)
        yield from (((), "", said) if is_first else (own, "above", said) for said in _alone(piece.lead))
        yield from _of_piece(piece, own)
    yield from ((route, "below", said) for said in _alone(block.tail))


def _of_piece(piece: Piece, route: Route) -> Iterator[Belonging]:
    if isinstance(piece.value, Block):
        yield from ((route, "beside", said) for said in _alone(piece.space))
        yield from _of_block(piece.value, route, None)
        return
    value = piece.value
    beside = [*_alone(piece.space), *_alone(piece.trail)]
    if value.is_block_scalar:
        beside += _alone(lines_of(value.text)[0].lstrip("|>+-0123456789"))
    yield from ((route, "beside", said) for said in beside)
    yield from ((route, "within", said) for said in _within(value))


def _within(leaf: Leaf) -> Iterator[str]:
    return map(_said, comments_within(leaf)) if leaf.is_flow else iter(())


def _alone(text: str) -> Iterator[str]:
    """The comments in a text that holds nothing else but space, anchors and tags."""
    for line in lines_of(text) if "#" in text else ():
        found = re.search(r"(?:^|[ \t])#.*", line)
        if found is not None:
            yield _said(found[0])


def _said(comment: str) -> str:
    return comment.strip("# \t\r\n")


Silence = tuple[str, tuple[str, ...], frozenset[Route]]


def silences(document: Document) -> Counter[Silence]:
    """What comments of ours silence: a rule, and the values and keys that it may be found at."""
    if MARK.search(document.text) is None:
        return Counter()
    places = sorted(_places(document), key=itemgetter(0))
    starts = [start for start, _ in places]
    found = document.suppressions()
    silenced = {
        areas: frozenset(
            route for start, end in areas for _, route in places[bisect_left(starts, start) : bisect_left(starts, end)]
        )
        for areas in {one.areas for one in found}
    }
    return Counter((one.word, tuple(name.text for name in one.names), silenced[one.areas]) for one in found)


def _places(document: Document) -> Iterator[tuple[Position, Route]]:
    """Where each value and each key begins."""
    for route in _routes(document.data, ()):
        yield document.span(route)[:2], route
        yield document.span(route, key=True)[:2], (*route, "(key)")


def _routes(data: object, route: Route) -> Iterator[Route]:
    yield route
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _routes(value, (*route, key))
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _routes(item, (*route, index))
