"""Mermaid's `journey`: a picture of the steps with a face each, which GitHub draws from a block of text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cjm_cli.markup.markdown import one_line

ACTOR_LENGTH = 24
NOTHING = "—"

_CUT_SHORT = "…"

# What Mermaid's grammar or its entities would read, the marks that it puts in place of entities (ﬂ and ¶), and a space
# that it strips.
_SPECIAL = re.compile(
    r"""
      [\#;:,%<>&"`\\{}$ﬂ¶\ufeff]
    | ^ j (?= ourney \b )
    | ^ t (?= itle \b )
    | ^ s (?= ection \b )
    | ^ a (?= cc (?: title | descr ) \b )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Task:
    """One face: what is done, how it feels from 1 to 5, and who feels it."""

    text: str
    score: int
    actors: tuple[str, ...] = ()


def escape(text: str) -> str:
    """The text on one line as Mermaid shows it unchanged; an em dash for an empty one."""
    return _SPECIAL.sub(lambda match: f"#{ord(match[0])};", one_line(text)) or NOTHING


def journey(title: str, description: str, sections: Iterable[tuple[str, Iterable[Task]]]) -> str:
    """The lines of a diagram, without the fence around them."""
    return "\n".join(_lines(title, description, sections))


def _lines(title: str, description: str, sections: Iterable[tuple[str, Iterable[Task]]]) -> Iterator[str]:
    yield "journey"
    yield f"  title {escape(title)}"
    if description:
        yield f"  accDescr: {escape(description)}"
    for name, tasks in sections:
        yield f"  section {escape(name)}"
        yield from (f"    {_task(task)}" for task in tasks)


def _task(task: Task) -> str:
    """A space stands after each colon: without one, Mermaid eats the `;` of entities on lines with the word "style"."""
    actors = ", ".join(dict.fromkeys(escape(_clipped(actor)) for actor in task.actors))
    return f"{escape(task.text)}: {task.score}" + (f": {actors}" if actors else "")


def _clipped(text: str) -> str:
    line = one_line(text)
    if len(line) <= ACTOR_LENGTH:
        return line
    return line[: ACTOR_LENGTH - len(_CUT_SHORT)].rstrip(" \u200d") + _CUT_SHORT
