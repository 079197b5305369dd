"""Cuts a YAML text into pieces: the nodes say what stands where, and between them has to stand what is expected."""

import re
from collections.abc import Iterator
from typing import Never

from cjm_cli.source.comments import PROPERTIES
from cjm_cli.source.nodes import Collection, MappingNode, Node, ScalarNode, SequenceNode
from cjm_cli.source.pieces import Block, CannotCutError, Leaf, Piece, Pieces

_BREAK = r"(?:\r\n|\n|\r)"
_IDLE_LINE = re.compile(rf"[ \t]*(?P<comment>#[^\r\n]*)?(?:{_BREAK}|\Z)")
_REST = re.compile(rf"(?:[ \t]+(?:#[^\r\n]*)?)?(?:{_BREAK}|\Z)")
_BLANKS = re.compile(r"[ \t]*")
_MARK = re.compile(r"[ \t]*:(?=\s|\Z)")
_DASH = re.compile(r"-(?=\s|\Z)")
_ALIAS = re.compile(r"\*[^\s,\[\]{}]+")
_END = re.compile(r"\.\.\.(?=\s|\Z)|---(?=\s|\Z)")
_ENTRY_COMMENT = re.compile(rf"[ \t]*#[ \t]*cjm:[ \t]*ignore(?!-file)[^\r\n]*(?:{_BREAK}|\Z)")
_BLANK_LINE = re.compile(rf"[ \t]*{_BREAK}")
_KEEPING = re.compile(r"[|>][0-9]*\+")
_INDICATED = re.compile(r"[|>][-+]?[0-9]")
_FOREIGN_BREAK = re.compile("[\x85\u2028\u2029]")


def cut(text: str, root: Node | None) -> Pieces:
    """The pieces of a text that was read. Raises CannotCutError."""
    foreign = _FOREIGN_BREAK.search(text)
    if foreign is not None:
        raise CannotCutError(f"a line break of another alphabet (U+{ord(foreign[0]):04X})", foreign.start())
    return _Cutter(text).whole(root)


class _Cutter:
    """Goes through the text once.

    `pos` is how far the text was given to pieces. Behind it lie idle lines (`lines`: offset and column of the comment, -1
    for an empty line), then the line at `line`, whose content begins at `at` in column `column` (-1 at the end of the data).
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = self.line = self.at = 0
        self.column = -1
        self.lines: list[tuple[int, int]] = []

    def whole(self, root: Node | None) -> Pieces:
        text = self.text
        if root is None or _is_nothing(root):
            return Pieces(text, None, "")
        start = root.start
        if _is_flow_or_scalar(text, root):
            return self._lone_leaf(root)
        if isinstance(root, MappingNode) and root.entries:
            start = self._first_key(root)
        elif PROPERTIES.match(text, start):
            _refuse("an anchor or a tag of the whole document", start)
        self._next_line(_line_start(text, start))
        head = _end_of_head(text, self.line)
        self.pos = head
        if self.at != start:
            _refuse(_form_of_key(text, self.at), start)
        block = self._block(root, outer=-1)
        if self.column != -1:
            _refuse("an unusual form", self.at)
        return Pieces(text[:head], block, text[self.pos :])

    def _first_key(self, root: MappingNode) -> int:
        """Where the first entry begins: behind the properties of the mapping, if it has any."""
        starts = [key.start for key, _ in root.entries.values() if root.start <= key.start < root.end]
        if root.merge is not None:
            starts.append(root.merge[0].start)
        return min(starts) if starts else root.start

    def _lone_leaf(self, root: Node) -> Pieces:
        """A document that is no block at all."""
        leaf = self._leaf(root, root.start)
        return Pieces(self.text[: root.start], leaf, self.text[root.start + len(leaf.properties) + len(leaf.text) :])

    # Lines

    def _next_line(self, pos: int) -> None:
        """Looks past idle lines to the next content."""
        text, self.pos, self.lines = self.text, pos, []
        while pos < len(text):
            idle = _IDLE_LINE.match(text, pos)
            if idle is None:
                break
            comment = idle.start("comment")
            self.lines.append((pos, comment - pos if comment >= 0 else -1))
            pos = idle.end()
        self.line = pos
        blanks = _BLANKS.match(text, pos)
        self.at = blanks.end() if blanks else pos
        over = pos >= len(text) or _END.match(text, pos) is not None
        self.column = -1 if over else self.at - pos

    def _tail(self, column: int, outer: int) -> str:
        """Takes the idle lines that belong to a collection that ends here."""
        taken = 0
        for number, (start, comment) in enumerate(self.lines, 1):
            if comment < 0:
                continue
            if _ENTRY_COMMENT.match(self.text, start):
                break
            # The last collection before the next piece takes all that is indented further than that piece.
            least = self.column + 1 if outer <= self.column else column + (column == outer)
            if comment < max(least, self.column + 1):
                break
            taken = number
        if not taken:
            return ""
        end = self.lines[taken][0] if taken < len(self.lines) else self.line
        tail = self.text[self.pos : end]
        self.lines = self.lines[taken:]
        self.pos = end
        return tail

    # Collections

    def _block(self, node: Node, outer: int, *, compact: bool = False) -> Block:
        """The collection whose first piece begins at `at`; `compact` when that is behind a dash."""
        if isinstance(node, ScalarNode):
            _refuse("an unusual form", self.at)
        column = self.column
        pieces = [*self._pieces(node, compact=compact)]
        return Block(node, column, tuple(pieces), self._tail(column, outer))

    def _pieces(self, node: Collection, *, compact: bool) -> Iterator[Piece]:
        column, is_list = self.column, isinstance(node, SequenceNode)
        written = {} if isinstance(node, SequenceNode) else _written(node)
        items = iter(node.items if isinstance(node, SequenceNode) else ())
        while self.column == column:
            if is_list and not _DASH.match(self.text, self.at):
                break
            start = self.pos
            lead, indent = ("", "") if compact else (self.text[start : self.line], self.text[self.line : self.at])
            compact = False
            if is_list:
                value = next(items, None) or _refuse("an unusual form", self.at)
                yield self._piece((start, lead, indent), None, value, column=column)
            else:
                found = written.get(self.at) or _refuse(_form_of_key(self.text, self.at), self.at)
                yield self._piece((start, lead, indent), found[0], found[1], column=column)

    def _piece(self, before: tuple[int, str, str], key: ScalarNode | None, value: Node, *, column: int) -> Piece:
        at = self.at
        end = key.end if key is not None else at
        found = _MARK.match(self.text, end) if key is not None else _DASH.match(self.text, end)
        if found is None:
            _refuse("a key and its colon on different lines", end)
        space, cut_value, trail = self._value(value, found.end(), column)
        start, lead, indent = before
        name = key.text if key is not None else None
        return Piece(start, lead, indent, name, self.text[at:end], found[0], space, cut_value, trail)

    # Values

    def _value(self, node: Node, pos: int, column: int) -> tuple[str, Leaf | Block, str]:
        """Space, value and trail of the piece whose mark ends at this offset."""
        text = self.text
        blanks = _BLANKS.match(text, pos)
        at = blanks.end() if blanks else pos
        if text[at : at + 1] == "*" and node.start != at:
            return self._with_trail(pos, self._alias(node, at))
        if at >= len(text) or text[at] in "\r\n#":
            return self._below(node, pos, column)
        if node.start != at:
            _refuse("an unusual form", at)
        if _is_flow_or_scalar(text, node):
            return self._with_trail(pos, self._leaf(node, at))
        first = self._first_key(node) if isinstance(node, MappingNode) else at
        if (text[at] in "&!" and first != at) or (isinstance(node, SequenceNode) and text[at] != "-"):
            return self._below_properties(node, pos, column)
        self.at, self.column, self.pos = at, at - self.line, at
        return text[pos:at], self._block(node, column, compact=True), ""

    def _below(self, node: Node, pos: int, column: int) -> tuple[str, Leaf | Block, str]:
        """What begins on a line further down, or is not there."""
        rest = _REST.match(self.text, pos)
        if rest is None:
            _refuse("an unusual form", pos)
        self._next_line(rest.end())
        if self.column > column and self.text[self.at] == "*" and node.start != self.at:
            return self._with_trail(pos, self._alias(node, self.at))
        if _is_nothing(node):
            return "", Leaf("", "", node, pos), rest[0]
        if node.start != self.at:
            _refuse("an unusual form", pos)
        if _is_flow_or_scalar(self.text, node):
            return self._with_trail(pos, self._leaf(node, node.start))
        if PROPERTIES.match(self.text, node.start) and not self._is_key(node):
            _refuse("an anchor or a tag on a line of its own", node.start)
        return rest[0], self._block(node, column), ""

    def _is_key(self, node: Node) -> bool:
        return isinstance(node, MappingNode) and self._first_key(node) == node.start

    def _below_properties(self, node: Node, pos: int, column: int) -> tuple[str, Leaf | Block, str]:
        """A collection further down, whose anchor or tag ends this line."""
        end = _line_end(self.text, pos)
        self._next_line(end)
        starts = self._first_key(node) if isinstance(node, MappingNode) else self.at
        if self.at != starts or (isinstance(node, SequenceNode) and not _DASH.match(self.text, self.at)):
            _refuse("an anchor or a tag on a line of its own", pos)
        return self.text[pos:end], self._block(node, column), ""

    def _with_trail(self, pos: int, leaf: Leaf) -> tuple[str, Leaf, str]:
        """A leaf with what stands before and after it; behind it the next line is looked for."""
        end = leaf.start + len(leaf.text)
        space = self.text[pos : leaf.start - len(leaf.properties)]
        if leaf.is_block_scalar:
            self._next_line(end)
            return space, leaf, ""
        rest = _REST.match(self.text, end)
        if rest is None:
            _refuse("an unusual form", end)
        self._next_line(rest.end())
        return space, leaf, rest[0]

    def _alias(self, node: Node, at: int) -> Leaf:
        found = _ALIAS.match(self.text, at)
        return Leaf("", found[0], node, at) if found else _refuse("an unusual form", at)

    def _leaf(self, node: Node, start: int) -> Leaf:
        text = self.text
        properties = PROPERTIES.match(text, start, node.end) if text[start : start + 1] in ("&", "!") else None
        content = start
        if properties is not None:
            content = properties.end() if properties.end() < node.end else node.end
            if "\n" in properties[0] or "\r" in properties[0]:
                _refuse("an anchor or a tag on a line of its own", start)
        end = node.end
        if isinstance(node, ScalarNode) and text[content : content + 1] in ("|", ">"):
            end = _end_of_block_scalar(text, content, node.end)
        return Leaf(text[start:content], text[content:end], node, content)


def _written(node: MappingNode) -> dict[int, tuple[ScalarNode, Node]]:
    """The entries by the place of their keys."""
    found = {entry[0].start: entry for entry in node.entries.values()}
    if node.merge is not None:
        found[node.merge[0].start] = node.merge
    return found


def _is_nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.start == node.end


def _is_flow_or_scalar(text: str, node: Node) -> bool:
    if isinstance(node, ScalarNode):
        return True
    start = node.start
    if text[start] in "&!":
        properties = PROPERTIES.match(text, start, node.end)
        start = properties.end() if properties and properties.end() < node.end else start
    return text[start] in "[{" and node.end > start and text[node.end - 1] in "]}"


def _form_of_key(text: str, at: int) -> str:
    signs = {"?": 'a key behind a "?"', "*": "an alias as a key"}
    return signs.get(text[at : at + 1], "an unusual form")


def _line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def _line_end(text: str, index: int) -> int:
    """Behind the break that ends the line."""
    found = re.compile(_BREAK).search(text, index)
    return found.end() if found else len(text)


def _end_of_block_scalar(text: str, start: int, end: int) -> int:
    """Without the empty lines below it, unless they are part of the text."""
    end = _line_start(text, end) if end < len(text) else end
    lines = text[start:end].splitlines(keepends=True)
    if _KEEPING.match(lines[0]):
        return end
    full = [len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()]
    least = 0 if _INDICATED.match(lines[0]) else min(full, default=0)
    while len(lines) > 1 and not lines[-1].strip() and len(lines[-1].rstrip("\r\n")) <= least:
        end -= len(lines.pop())
    return end


def _end_of_head(text: str, line: int) -> int:
    """How far of the lines above the first piece belong to the file."""
    pos, end, begins, has_begun = 0, 0, True, False
    while pos < line:
        following = _line_end(text, pos)
        if _ENTRY_COMMENT.match(text, pos):
            return end
        is_blank = _BLANK_LINE.match(text, pos) is not None
        is_comment = text[pos:following].lstrip().startswith("#")
        # Empty lines above the first comment count for nothing.
        has_begun = has_begun or is_comment
        begins = begins and (is_comment or (is_blank and not has_begun))
        if is_blank or begins or not is_comment:
            end = following
        pos = following
    return end


def _refuse(form: str, index: int) -> Never:
    raise CannotCutError(form, index)
