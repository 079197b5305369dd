"""What stands in brackets: on one line as `{a: 1, b: [x, y]}`, or over several, which are only indented anew."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm_cli.source.comments import nodes
from cjm_cli.source.nodes import ScalarNode
from cjm_cli.source.pieces import Leaf
from cjm_cli.tidy.order import UNKNOWN, Shape
from cjm_cli.tidy.scalars import STEP, ended, lines_of, quoted

WIDTH = 100
"""So far brackets go that are put onto one line."""

_TOKEN = re.compile(r"(?P<skip>[ \t\r\n]+)|(?P<sign>[\[\]{},:?])|(?P<comment>#[^\r\n]*)|(?P<word>[*&!][^\s,\[\]{}]*)")
# Most brackets hold a few words and are in their form already; a look at them whole is all that these need.
_WORDS = r"-?\w(?:[\w.\- ]*[\w.\-])?"
_PLAIN_LIST = re.compile(rf"\[(?:{_WORDS}(?:, {_WORDS})*)?\]")
_PLAIN_MAPPING = re.compile(rf"\{{[a-z_]+: {_WORDS}(?:, [a-z_]+: {_WORDS})*\}}")
_KEYS = re.compile(r"[{ ]([a-z_]+): ")
_OPENING, _CLOSING = "[{", "]}"


class _CannotFlowError(Exception):
    """Raised and caught in this module only: it stays as it is written."""


@dataclass(frozen=True, slots=True)
class Token:
    """A scalar, a sign, an anchor, a tag, an alias, or a comment."""

    text: str
    start: int
    scalar: ScalarNode | None = None

    @property
    def is_comment(self) -> bool:
        """Whether it is one; a scalar may look like it."""
        return self.scalar is None and self.text.startswith("#")

    @property
    def is_shared(self) -> bool:
        """Whether other places refer to it, or it to them."""
        return self.text.startswith(("&", "*")) if self.scalar is None else self.text.startswith("&")

    def is_sign(self, signs: str) -> bool:
        """Whether it is one of these signs."""
        return self.scalar is None and self.text in signs


def tokens(leaf: Leaf) -> list[Token]:
    """What a leaf in brackets is made of."""
    return [*_tokens(leaf)]


def _tokens(leaf: Leaf) -> Iterator[Token]:
    text, pos, base = leaf.text, 0, leaf.start
    for scalar in _scalars(leaf):
        yield from _signs(text, pos, scalar.start - base, base)
        pos = scalar.end - base
        yield Token(text[scalar.start - base : pos], scalar.start, scalar)
    yield from _signs(text, pos, len(text), base)


def _signs(text: str, pos: int, end: int, base: int) -> Iterator[Token]:
    while pos < end:
        found = _TOKEN.match(text, pos, end)
        if found is None:
            raise _CannotFlowError
        if found.lastgroup != "skip":
            yield Token(found[0], base + pos)
        pos = found.end()


def _scalars(leaf: Leaf) -> list[ScalarNode]:
    """Those that are written within the brackets, in reading order."""
    end = leaf.start + len(leaf.text)
    found: dict[int, ScalarNode] = {}
    # An alias may lead out of the brackets.
    for node in nodes(leaf.node):
        if isinstance(node, ScalarNode) and leaf.start <= node.start < node.end <= end:
            found[node.start] = node
    return [found[start] for start in sorted(found)]


def comments_within(leaf: Leaf) -> list[str]:
    """The comments between the brackets."""
    try:
        return [token.text for token in tokens(leaf) if token.is_comment]
    except _CannotFlowError:
        return []


def is_shared(leaf: Leaf) -> bool:
    """Whether an anchor or an alias stands between the brackets."""
    try:
        return any(token.is_shared for token in tokens(leaf))
    except _CannotFlowError:
        return True


def flow_lines(leaf: Leaf, shape: Shape, *, column: int, outer: int) -> list[str]:
    """Its lines, the first of which begins at the column; those after it are indented by levels from the outer one."""
    if _is_plain(leaf.text, shape):
        return [leaf.text]
    try:
        found = tokens(leaf)
    except _CannotFlowError:
        return lines_of(leaf.text)
    is_long = "\n" in leaf.text or "\r" in leaf.text
    try:
        line = _on_one_line(found, shape)
    except _CannotFlowError:
        line = None
    if line is not None and not (is_long and column + len(line) > WIDTH):
        return [line]
    return _indented(leaf, found, outer) if is_long else [leaf.text]


def _is_plain(text: str, shape: Shape) -> bool:
    """Whether there is nothing to do: plain words on one line, and keys in their order."""
    if text[0] == "[":
        return _PLAIN_LIST.fullmatch(text) is not None
    if _PLAIN_MAPPING.fullmatch(text) is None:
        return False
    ranks = [shape.rank(key) for key in _KEYS.findall(text)]
    return ranks == sorted(ranks)


def _on_one_line(found: Sequence[Token], shape: Shape) -> str:
    if any(token.is_comment or token.is_sign("?") for token in found):
        raise _CannotFlowError
    if any("\n" in token.text or "\r" in token.text for token in found):
        raise _CannotFlowError
    pinned = any(token.is_shared for token in found)
    line, end = _Line(found, pinned=pinned).value(0, shape)
    if end != len(found):
        raise _CannotFlowError
    return line


@dataclass(frozen=True)
class _Line:
    """Writes tokens on one line; `pinned` when no entry may change its place."""

    found: Sequence[Token]
    pinned: bool

    def value(self, index: int, shape: Shape) -> tuple[str, int]:
        """The value that begins at a token, and the token after it."""
        token = self._at(index)
        if token.scalar is not None:
            return quoted(token.scalar, token.text), index + 1
        if token.text[0] in "&!":
            if self._at(index + 1).is_sign(",:]}"):
                return token.text, index + 1
            inner, end = self.value(index + 1, shape)
            return f"{token.text} {inner}", end
        if token.is_sign(_OPENING):
            return self._brackets(index, shape)
        if token.text[0] == "*":
            return token.text, index + 1
        raise _CannotFlowError

    def _brackets(self, index: int, shape: Shape) -> tuple[str, int]:
        opening = self.found[index].text
        closing = _CLOSING[_OPENING.index(opening)]
        entries: list[tuple[str | None, str]] = []
        index += 1
        while not self._at(index).is_sign(closing):
            entry, index = self._entry(index, shape, is_mapping=opening == "{")
            entries.append(entry)
            if self._at(index).is_sign(","):
                index += 1
        if opening == "{" and not self.pinned and all(name is not None for name, _ in entries):
            entries.sort(key=lambda entry: shape.rank(entry[0] or ""))
        return opening + ", ".join(text for _, text in entries) + closing, index + 1

    def _entry(self, index: int, shape: Shape, *, is_mapping: bool) -> tuple[tuple[str | None, str], int]:
        """An entry with the name of its key, or an item."""
        first, end = self.value(index, UNKNOWN if is_mapping else shape)
        scalar = self.found[index].scalar
        name = scalar.text if scalar is not None else None
        if not self._at(end).is_sign(":"):
            return (name, first), end
        mark = " :" if first.startswith("*") or first.endswith(("]", "}")) else ":"
        if self._at(end + 1).is_sign(",]}"):
            return (name, f"{first}{mark} "), end + 1
        value, end = self.value(end + 1, shape.below(name or ""))
        return (name, f"{first}{mark} {value}"), end

    def _at(self, index: int) -> Token:
        if index >= len(self.found):
            raise _CannotFlowError
        return self.found[index]


def _indented(leaf: Leaf, found: Sequence[Token], outer: int) -> list[str]:
    """Each line indented by the brackets that are open there."""
    first, *more = lines_of(leaf.text)
    lines, index, depth = [ended(first)], 0, 0
    # Line breaks are of one or two letters, so the place of each line is looked for rather than counted.
    start = leaf.start + len(first)
    for line in more:
        start = leaf.start + _after_break(leaf.text, start - leaf.start)
        while index < len(found) and found[index].start < start:
            depth += found[index].is_sign(_OPENING) - found[index].is_sign(_CLOSING)
            index += 1
        bare = ended(line.lstrip(" \t"))
        closing = len(bare) - len(bare.lstrip(_CLOSING)) if _begins(found, index, start + len(line)) else 0
        lines.append(" " * (outer + STEP * max(depth - closing, 0)) + bare if bare else "")
        start += len(line)
    return lines


def _begins(found: Sequence[Token], index: int, end: int) -> bool:
    """Whether the line begins with a closing bracket, rather than within a text that goes on."""
    return index < len(found) and found[index].start < end and found[index].is_sign(_CLOSING)


def _after_break(text: str, index: int) -> int:
    return index + (2 if text.startswith("\r\n", index) else 1)
