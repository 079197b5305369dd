"""Markdown as GitHub reads it: texts that stay texts, and the few shapes that a page is made of."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from cjm_cli.characters import show_hidden

Bullet: TypeAlias = tuple[str, Sequence["Bullet"]]
"""A line of a list, and the lines beneath it."""

BREAK = "<br>"
CUT = "<!-- -->"
"""Parts two characters that GitHub would read together, and shows as nothing.

Mentions, issue numbers, commits, emoji names and (partly) links are found in the *rendered* text, where neither a
backslash nor an entity is left to stop them. A comment never starts a text: there it would be a block of HTML.
"""

_LINE_BREAKS = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")

# The first group that matches says what is done to it; what matches none is as harmless as it looks.
_DANGERS = re.compile(
    r"""
      (?P<entity> [<>] | & (?= [#\w] ) )
    | (?P<dollar> \$ )
    | (?P<cut> @ (?= [\w.-] )                           # mentions, e-mail addresses
        | \# (?= \d ) | (?<! [^\W_] ) gh- (?= \d )      # issues
        | : (?= // ) | (?<! [^\W_] ) www (?= \. )       # links
        | : (?= [\w+-]+ : )                             # emoji names
        | \b (?= [0-9a-f]{7,40} \b ) (?= [a-f]* \d ) (?= \d* [a-f] ) [0-9a-f]{4}  # commits
      )
    | (?P<backslash> [\\`*\[\]|~]
        | (?<! [0-9a-z] ) _ | _ (?! [0-9a-z] )          # within a word it is no emphasis
        | (?<! [^\W_] ) \#                              # a heading, or the end of one
        | ^ = | ^ [+-] (?= [+\s-] | $ )                 # a line under a heading, a list, a rule
      )
    | (?P<number> ^ \d{1,9} (?= [.)] (?: \s | $ ) ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)

_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def one_line(text: str) -> str:
    """The text as it is shown: on one line, with every hidden character as an escape, and no space at its ends."""
    return show_hidden(_LINE_BREAKS.sub(" ", text)).strip()


def escape(text: str) -> str:
    """The text as Markdown that shows exactly `one_line(text)`: in a paragraph, a list, a heading or a cell."""
    return _DANGERS.sub(_harmless, one_line(text))


def _harmless(match: re.Match[str]) -> str:
    found = match[0]
    match match.lastgroup:
        case "entity":
            return _ENTITIES[found]
        case "dollar":
            # Formulas are looked for in the source, which the backslash is for, and in the rendered text, which the
            # element is for.
            return "<span>\\$</span>"
        case "cut":
            return found + CUT
        case "number":
            return found + "\\"
        case _:
            return "\\" + found


def strong(markup: str) -> str:
    """Bold, if there is anything."""
    return f"**{markup}**" if markup else ""


def emphasis(markup: str) -> str:
    """Italic, if there is anything."""
    return f"*{markup}*" if markup else ""


def quoted(text: str) -> str:
    """A text in quotation marks."""
    return f"“{escape(text)}”"


def dotted(parts: Iterable[str]) -> str:
    """The parts that say something, with dots between them."""
    return " · ".join(filter(None, parts))


def remarked(markup: str, remarks: Iterable[str]) -> str:
    """Something, and after a dash the texts that are remarked about it."""
    return " — ".join(filter(None, [markup, dotted(map(escape, remarks))]))


def heading(level: int, markup: str) -> str:
    """A heading; one without words would be no heading in the outline."""
    return f"{'#' * level} {markup or '—'}"


def quotation(markup: str) -> str:
    """A block of its own with a bar at its left."""
    return f"> {markup}"


def fenced(language: str, text: str) -> str:
    """A block of another language; `text` has no backtick."""
    return f"```{language}\n{text}\n```"


def bullets(items: Iterable[Bullet], *, depth: int = 0) -> str:
    """A list, with the lists beneath its lines."""
    return "\n".join(line for text, beneath in items for line in _bullet(text, beneath, depth))


def _bullet(text: str, beneath: Sequence[Bullet], depth: int) -> list[str]:
    line = f"{'  ' * depth}- {text}"
    return [line, bullets(beneath, depth=depth + 1)] if beneath else [line]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already."""
    return "\n".join(map(_row, (head, ["---"] * len(head), *rows)))


def _row(cells: Sequence[str]) -> str:
    return "".join(f"| {cell} " if cell else "| " for cell in cells) + "|"
