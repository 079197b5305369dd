"""Pieces as lines in their canonical form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cjm_cli.source.nodes import ScalarNode
from cjm_cli.source.pieces import Block, Leaf, Piece, Pieces
from cjm_cli.source.suppression import MARK
from cjm_cli.tidy.flow import WIDTH, flow_lines, is_shared
from cjm_cli.tidy.lines import Kept, Line, aligned, as_comment, own_lines, trimmed
from cjm_cli.tidy.order import Shape
from cjm_cli.tidy.scalars import STEP, block_scalar, continued, lines_of, quoted

_BREAK = re.compile(r"\r\n|\n|\r")
_ENTRY_COMMENT = re.compile(r"#[ \t]*cjm:[ \t]*ignore(?!-file)")
_OF_FILE = re.compile(r"#[ \t]*(?:cjm:[ \t]*ignore-file|yaml-language-server:)")
_MAY_SHARE = re.compile(r"[&*]\S")
_BEHIND_MARK = re.compile(r"[ \t]*(?P<properties>(?:[&!]\S*[ \t]*)*)(?P<comment>#[^\r\n]*)?")

Output = list[Line | str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece goes: its column now and before, and what is known of its value."""

    column: int
    old: int
    shape: Shape

    @property
    def shift(self) -> int:
        """How far it moves to the right."""
        return self.column - self.old


def laid_out(pieces: Pieces, text: str, shape: Shape) -> str:
    """The text in its canonical form, with the line breaks of its first line."""
    if isinstance(pieces.root, Leaf) and not _is_lone_flow(pieces, pieces.root):
        return text
    found = _BREAK.search(text)
    lines = _Layout(text).document(pieces, shape)
    return "".join(f"{line}{found[0] if found else chr(10)}" for line in lines)


class _Layout:
    """Lays out one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.shares = _MAY_SHARE.search(text) is not None

    def document(self, pieces: Pieces, shape: Shape) -> list[str]:
        """All lines."""
        head, tail = own_lines(pieces.head, 0), own_lines(pieces.tail, 0)
        root = pieces.root
        if isinstance(root, Leaf):
            return trimmed([*head, *flow_lines(root, shape, column=0, outer=0)])
        body = aligned(self._block(root, 0, shape)) if root is not None else []
        if head and head[-1].startswith("#") and body[:1] and _is_comment(body[0]):
            # Otherwise the comment of the first entry would become one of the file.
            head += [] if _ENTRY_COMMENT.match(body[0]) else [""]
        return trimmed([*head, *body, *tail])

    # Collections

    def _block(self, block: Block, column: int, shape: Shape, *, in_order: bool = False) -> Output:
        """The lines of a collection; `in_order` when its first piece has to stay the first."""
        lines: Output = []
        place = Place(column, block.column, shape)
        # Below a key no empty line is wanted; below a text that keeps those at its end, each would become part of it.
        is_tight = True
        for piece in block.pieces if in_order else self._ordered(block, shape):
            inner = place if piece.name is None else Place(column, block.column, shape.below(piece.name))
            lines += _led(own_lines(piece.lead, column), is_tight=is_tight)
            lines += self._piece(piece, inner)
            is_tight = isinstance(lines[-1], Kept)
        return [*lines, *_led(own_lines(block.tail, column), is_tight=is_tight)]

    def _ordered(self, block: Block, shape: Shape) -> Sequence[Piece]:
        """The entries in the order of the format, unless something holds them in their places."""
        pieces = block.pieces
        if block.is_list or not shape.is_ordered:
            return pieces
        ranks = [shape.rank(piece.name or "") for piece in pieces]
        if all(map(int.__le__, ranks, ranks[1:])) or self._is_pinned(block):
            return pieces
        ordered = [piece for _, piece in sorted(zip(ranks, pieces, strict=True), key=lambda ranked: ranked[0])]
        if _silences(ordered[0]):
            # A collection is found where its first piece is, and would be silenced with it.
            return pieces
        if self.text[pieces[0].start - 1 : pieces[0].start] not in ("", "\n", "\r"):
            # Behind a dash there is no room for a comment.
            first = next((piece for piece in ordered if not piece.lead.strip()), pieces[0])
            ordered = [first, *(piece for piece in ordered if piece is not first)]
        return pieces if _silences(ordered[0]) else ordered

    def _is_pinned(self, block: Block) -> bool:
        """Whether a comment is for the place of the first entry, or an alias refers to what stands above it."""
        first = block.pieces[0]
        if _OF_FILE.search(first.lead) or _silences(first):
            return True
        return self.shares and any(map(_shares, block.pieces))

    # Pieces

    def _piece(self, piece: Piece, place: Place) -> Output:
        prefix = " " * place.column + (f"{_key(piece)}:" if piece.key else "-")
        if isinstance(piece.value, Block):
            return self._with_block(piece, piece.value, prefix, place)
        return self._with_leaf(piece, piece.value, prefix, place)

    def _with_block(self, piece: Piece, block: Block, prefix: str, place: Place) -> Output:
        found = _BEHIND_MARK.match(piece.space)
        assert found is not None  # it matches anything
        is_silencing = MARK.search(found["comment"] or "") is not None
        below = self._block(block, place.column + STEP, place.shape, in_order=is_silencing)
        head = _joined(prefix, found["properties"].rstrip())
        if piece.key or head != prefix or found["comment"] or (_stays_below(below[0]) and piece.space.strip(" \t")):
            at = piece.start + len(piece.lead + piece.indent + piece.key + piece.mark)
            return [self._ending(head, piece.space, at, place), *below]
        return [_behind_dash(below[0], prefix), *below[1:]]

    def _with_leaf(self, piece: Piece, leaf: Leaf, prefix: str, place: Place) -> Output:
        """The mark and the value on one line, unless that is too long or a comment stands between or would count for more."""
        value = self._value_lines(piece, leaf, place, column=len(prefix) + 1)
        beside, *between = _BREAK.split(piece.space)
        is_long = len(value) > 1 and not (leaf.is_flow or leaf.is_block_scalar)
        first, *more = value
        joined = _put(first, f"{prefix} {leaf.properties}")
        length = len(joined.text if isinstance(joined, Line) else joined)
        if not between or not ("#" in piece.space or MARK.search(piece.trail) or is_long or length > WIDTH):
            return [joined, *more]
        at = piece.start + len(piece.lead + piece.indent + piece.key + piece.mark)
        above = own_lines("\n".join([*between[:-1], ""]) if between[:-1] else "", place.column + STEP)
        below = _put(first, " " * (place.column + STEP) + leaf.properties)
        return [self._ending(prefix, beside, at, place), *above, below, *more]

    def _value_lines(self, piece: Piece, leaf: Leaf, place: Place, *, column: int) -> Output:
        """The lines of a value with the comment beside it, the first without what stands before it."""
        if leaf.is_block_scalar:
            header, comment, lines = block_scalar(leaf.text, place.old, place.column)
            return [
                self._ending(header, lines_of(leaf.text)[0] if comment else "", leaf.start, place),
                *(map(Kept, lines) if "+" in header else lines),
            ]
        *more, last = self._texts(piece, leaf, place, column)
        return [*more, self._ending(last, piece.trail, leaf.start + len(leaf.text), place)]

    def _texts(self, piece: Piece, leaf: Leaf, place: Place, column: int) -> list[str]:
        is_long = _BREAK.search(leaf.text) is not None
        if leaf.is_flow and not (is_long and MARK.search(piece.trail)):
            return flow_lines(leaf, place.shape, column=column + len(leaf.properties), outer=place.column)
        if is_long:
            return continued(leaf.text, place.column + STEP)
        is_bare = isinstance(leaf.node, ScalarNode) and not leaf.properties and not leaf.is_alias
        return [quoted(leaf.node, leaf.text)] if is_bare and isinstance(leaf.node, ScalarNode) else [leaf.text]

    def _ending(self, text: str, written: str, at: int, place: Place) -> Line | str:
        """A line with the comment that is written, from this offset on, behind it."""
        index = written.find("#")
        if index < 0:
            return text
        before = self.text[: at + index]
        column = len(before) - max(before.rfind("\n"), before.rfind("\r")) - 1
        gap = len(before) - len(before.rstrip(" \t"))
        comment = lines_of(written[index:])[0].rstrip()
        return Line(text, as_comment(comment), max(gap, 1), column + place.shift)


def _key(piece: Piece) -> str:
    """A key without the quotes that it can do without."""
    if piece.key[0] not in "\"'":
        return piece.key
    node = ScalarNode(0, 0, piece.name or "")
    return quoted(node, piece.key)


def _joined(prefix: str, value: str) -> str:
    value = value.rstrip(" \t")
    return f"{prefix} {value}" if value else prefix


def _behind_dash(line: Line | str, prefix: str) -> Line | str:
    """The first line of an item, which is indented two columns further than its dash."""
    if isinstance(line, Line):
        return replace(line, text=f"{prefix} {line.text[len(prefix) + 1 :]}")
    return f"{prefix} {line[len(prefix) + 1 :]}"


def _silences(piece: Piece) -> bool:
    """Whether a comment of ours stands above it or on its line."""
    within = piece.value.text if isinstance(piece.value, Leaf) else ""
    return any(MARK.search(text) for text in (piece.lead, piece.space, piece.trail, within))


def _put(line: Line | str, before: str) -> Line | str:
    """A line with something before it, and no space at its end."""
    if isinstance(line, Line):
        return replace(line, text=(before + line.text).rstrip(" \t"))
    return (before + line).rstrip(" \t")


def _stays_below(line: Line | str) -> bool:
    """Whether a line cannot go behind a dash: a comment, or one whose comment would then count for the item."""
    return MARK.match(line.comment) is not None if isinstance(line, Line) else _is_comment(line)


def _is_lone_flow(pieces: Pieces, leaf: Leaf) -> bool:
    """Whether a document that is no block can be tidied: it is in brackets, with nothing beside them."""
    return leaf.is_flow and pieces.head[-1:] in ("", "\n", "\r") and not (leaf.properties or pieces.tail.strip())


def _led(lines: list[str], *, is_tight: bool) -> list[str]:
    """Lines above a piece, without an empty one at their start where there is no room for it."""
    return lines[1:] if is_tight and lines[:1] == [""] else lines


def _is_comment(line: Line | str) -> bool:
    return isinstance(line, str) and line.lstrip().startswith("#")


def _shares(piece: Piece) -> bool:
    """Whether an anchor or an alias stands in a piece."""
    if piece.is_merge or piece.key[:1] in ("&", "*"):
        return True
    value = piece.value
    if isinstance(value, Block):
        return "&" in piece.space.split("#")[0] or any(map(_shares, value.pieces))
    return value.is_alias or "&" in value.properties or (value.is_flow and is_shared(value))
