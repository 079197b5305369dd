"""Pictures that GitHub draws from a block of text: Mermaid's `journey`, a face for each step, and its `xychart`, lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cjm_cli.figure import figure
from cjm_cli.markup.markdown import one_line

ACTOR_LENGTH = 24
NOTHING = "—"
PLOTTED = "#8b949e, #1f6feb"
"""Colours that can be seen on a light page and on a dark one."""
WIDTH_OF_LABELS = 84
"""So many letters stand side by side beneath a plot."""
SHORTEST_LABEL = 8

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


def _clipped(text: str, length: int = ACTOR_LENGTH) -> str:
    line = one_line(text)
    if len(line) <= length:
        return line
    return line[: length - len(_CUT_SHORT)].rstrip(" \u200d") + _CUT_SHORT


@dataclass(frozen=True)
class Plot:
    """Lines over the same columns, on the scale of feelings."""

    title: str
    columns: Sequence[str]
    lines: Sequence[Sequence[float]]


def xychart(plot: Plot) -> str:
    """The lines of a diagram, without the fence around them: the first line is grey, the second blue."""
    columns = ", ".join(f'"{_label(index, name, plot)}"' for index, name in enumerate(plot.columns, 1))
    lines = (f"  line [{', '.join(map(figure, line))}]" for line in plot.lines)
    axes = (f"  x-axis [{columns}]", '  y-axis "Feeling" -2 --> 2')
    return "\n".join((*_CONFIGURED, "xychart-beta", f'  title "{escape(plot.title)}"', *axes, *lines))


_CONFIGURED = (
    "---",
    "config:",
    "  xyChart:",
    "    height: 300",
    "  themeVariables:",
    "    xyChart:",
    f'      plotColorPalette: "{PLOTTED}"',
    "---",
)


def _label(index: int, name: str, plot: Plot) -> str:
    """As much of a name as fits beneath its column; where that is next to nothing, its number."""
    room = WIDTH_OF_LABELS // len(plot.columns)
    return str(index) if room < SHORTEST_LABEL else escape(_clipped(name, room))
