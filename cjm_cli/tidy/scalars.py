"""Scalars in their canonical form: quotes only where they are needed, lines of one that goes on indented below it."""

import re

from cjm_cli.source.nodes import ScalarNode
from cjm_cli.source.quote import scalar

_ODD_ESCAPE = re.compile(r"""\\[^"\\]""")
_ESCAPED_END = re.compile(r"(?:^|[^\\])(?:\\\\)*\\$")
_HEADER = re.compile(r"(?P<sign>[|>])(?P<indicators>[-+0-9]*)[ \t]*(?P<comment>#.*)?")
# What other programs take for a boolean, a date or a number: YAML 1.1 is still around.
_ELSEWHERE = re.compile(
    r"(?i:y|n|yes|no|on|off)|[-+.]?[0-9][0-9_.:,/eExXo+-]*(?:[Tt ][0-9:.Zz+-]*)?|0[xX][0-9a-fA-F_]+"
)

STEP = 2
"""How many columns a level is indented."""


def quoted(node: ScalarNode, written: str) -> str:
    """A scalar on one line, without the quotes that it can do without."""
    if node.plain or written[:1] not in ('"', "'") or not node.text.isprintable():
        return written
    if written[0] == '"' and _ODD_ESCAPE.search(written):
        return written
    if _ELSEWHERE.fullmatch(node.text):
        return f'"{node.text}"' if "\\" not in node.text else written
    plain_or_double = scalar(node.text)
    if "\\" not in plain_or_double:
        return plain_or_double
    return scalar(node.text, "'") if written[0] == "'" or "'" not in node.text else plain_or_double


def continued(text: str, column: int) -> list[str]:
    """The lines of a plain or quoted scalar that goes over several, those after the first indented to the column."""
    first, *more = lines_of(text)
    lines = [ended(first)]
    for number, line in enumerate(more, 1):
        line = line.lstrip(" \t")
        line = line if number == len(more) else ended(line)
        lines.append(" " * column + line if line else "")
    return lines


def ended(line: str) -> str:
    """Without the space at its end, which means nothing but behind a backslash."""
    bare = line.rstrip(" \t")
    return line if bare != line and _ESCAPED_END.search(bare) else bare


def block_scalar(text: str, old_parent: int, parent: int) -> tuple[str, str, list[str]]:
    """Header, its comment, and the lines of a block scalar; the column of what it belongs to was another before."""
    header, *lines = lines_of(text)
    found = _HEADER.fullmatch(header.rstrip())
    assert found is not None  # it was read
    indicators = found["indicators"]
    given = next((int(sign) for sign in indicators if sign.isdigit()), 0)
    indents = (len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" "))
    old = old_parent + given if given else next(indents, max(map(len, lines), default=0))
    new = parent + (given or STEP)
    shifted = [" " * new + line[old:] if line[old:] else "" for line in lines]
    if lines and text[-1] not in "\r\n":
        # The text ends with the file, without a line break, and the file is about to get one.
        indicators = indicators.replace("+", "").replace("-", "") + "-"
    return found["sign"] + indicators, found["comment"] or "", shifted


def lines_of(text: str) -> list[str]:
    """The lines of a text, without the end of the last one."""
    lines = re.split(r"\r\n|\n|\r", text)
    return lines[:-1] if lines[-1] == "" and len(lines) > 1 else lines
