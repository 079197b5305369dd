"""Lines of a file with marks under them, right under wide, joined and hidden characters too; long lines in a window."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cjm_cli.colour import blue
from cjm_cli.reports import Sources
from cjm_cli.span import Span
from cjm_cli.terminal import cells, clip, escape

WIDTH = 120
"""How many columns of a line are shown."""
LEAD = 60
"""How many of them, where a line is cut, are kept for what stands before the mark."""
_TAB = " " * 4
_MORE = "…"


@dataclass(frozen=True)
class Mark:
    """A stretch of a line to underline, what with, and what to say of it."""

    span: Span
    label: str
    sign: str
    paint: Callable[[str], str]


@dataclass(frozen=True)
class Window:
    """What is shown of a line: what stands before, in and after a mark."""

    before: str
    marked: str
    after: str

    @property
    def text(self) -> str:
        """The line as it is shown."""
        return f"{self.before}{self.marked}{self.after}"


def gutter(width: int, sign: str) -> str:
    """The room of the line numbers, empty, and a sign."""
    return blue(f"{'':{width}} {sign}")


def excerpt(path: str, marks: Sequence[Mark], sources: Sources, width: int) -> Iterator[str]:
    """The marked lines with the marks, and the line before a finding's own place; nothing when there is no text."""
    numbers = sorted({mark.span.line for mark in marks} | _context(marks[0]))
    if sources.line(path, numbers[0]) is None:
        return
    yield gutter(width, "|")
    for previous, number in zip([numbers[0] - 1, *numbers], numbers, strict=False):
        if number > previous + 1:
            yield blue("...")
        here = [mark for mark in marks if mark.span.line == number]
        yield from _line(sources.line(path, number) or "", number, here, width)
    yield gutter(width, "|")


def _context(mark: Mark) -> set[int]:
    return {mark.span.line - 1} if mark.sign == "^" and mark.span.line > 1 else set()


def _line(text: str, number: int, marks: Sequence[Mark], width: int) -> Iterator[str]:
    """The line, and a line for each mark; where it is cut, it is shown anew for a mark that needs another part of it."""
    label = blue(f"{number:{width}} |")
    if not marks:
        yield f"{label} {clip(_shown(text[: WIDTH + 1]), WIDTH)}".rstrip()
    told = None
    for mark in marks:
        window = _window(text, mark.span)
        if window.text != told:
            yield f"{label} {window.text}".rstrip()
            told = window.text
        underline = mark.sign * max(1, cells(window.marked))
        label_text = f"{underline} {escape(mark.label)}".rstrip()
        yield f"{gutter(width, '|')} {' ' * cells(window.before)}{mark.paint(label_text)}"


def _window(text: str, span: Span) -> Window:
    """The part of a line round a span that fits; the whole line when it does."""
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    # No more is looked at than could be shown, for a line may be as long as the file.
    before = _shown(text[max(0, start - WIDTH) : start])
    marked = _shown(text[start : min(end, start + WIDTH)])
    after = _shown(text[end : end + WIDTH + 1])
    room = WIDTH - cells(marked) - cells(after)
    before = _ending(before, max(LEAD, room), cut=start > WIDTH)
    marked = clip(marked, WIDTH - cells(before))
    return Window(before, marked, clip(after, WIDTH - cells(before) - cells(marked)))


def _ending(text: str, columns: int, *, cut: bool) -> str:
    """The end of a text that fits, after "…" when it is not all of it."""
    if cells(text) <= columns and not cut:
        return text
    end = text[-columns + 1 :]
    while cells(end) >= columns:
        end = end[1:]
    return _MORE + end


def _shown(text: str) -> str:
    return escape(text.replace("\t", _TAB))
