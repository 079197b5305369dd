"""Lines for a terminal: wrapped by the columns that they take, painted when they have their width."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from cjm_cli.page import breaks
from cjm_cli.page.fonts import advances
from cjm_cli.terminal import cells, escape

Paint = Callable[[str], str]


def bare(text: str) -> str:
    """No paint."""
    return text


@dataclass(frozen=True)
class Line:
    """A line without spaces at its end, and its paint; a mark before it has one of its own."""

    text: str
    paint: Paint = bare
    mark: str = ""
    mark_paint: Paint = bare

    @property
    def painted(self) -> str:
        """As it is told."""
        return self.mark_paint(self.mark) + self.paint(self.text)

    def padded(self, width: int) -> str:
        """As wide as that."""
        return self.painted + " " * (width - cells(self.mark) - cells(self.text))


NOTHING = Line("")


def wrap(text: str, width: int) -> list[str]:
    """A text in lines of so many columns; what a terminal would obey is shown escaped. Only a single character is wider."""
    lines, line = [], ""
    for chunk in breaks.chunks(_clusters(" ".join(escape(text).split(" ")).strip())):
        for part in _fitting(line, chunk, width):
            if line and cells((line + part).rstrip()) > width:
                lines.append(line.rstrip())
                line = ""
            line += part
    return [*lines, line.rstrip()] if line.strip() else lines


def _fitting(line: str, chunk: str, width: int) -> Sequence[str]:
    """A chunk, or its characters where it fits on no line."""
    return [chunk] if cells(chunk.rstrip()) <= width else _clusters(chunk)


def _clusters(text: str) -> list[str]:
    return advances(bold=False, italic=False).clusters(text)


def lines(text: str, width: int, paint: Paint = bare) -> Iterator[Line]:
    """A text in painted lines."""
    return (Line(line, paint) for line in wrap(text, width))


def hanging(mark: str, text: str, width: int, *, paint: Paint = bare, mark_paint: Paint = bare) -> Iterator[Line]:
    """A text with a mark before its first line, the others standing under its start."""
    room = " " * cells(mark)
    for index, line in enumerate(wrap(text, max(1, width - len(room)))):
        yield Line(line, paint, room if index else mark, mark_paint)


def beside(blocks: Sequence[Iterable[Line]], widths: Sequence[int]) -> Iterator[str]:
    """Blocks beside each other."""
    for row in zip_longest(*blocks, fillvalue=NOTHING):
        yield "".join(line.padded(width) for line, width in zip(row, widths, strict=True)).rstrip()
