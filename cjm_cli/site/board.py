"""The board of opportunities as a picture: impact upwards, effort to the right, a point for each, none upon another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cjm_cli.site.atlas import IdeaRow

CELL_WIDTH, CELL_HEIGHT = 116, 100
LEFT, TOP, BOTTOM = 44, 8, 52
STEPS = 5
"""Impact and effort are from 1 to 5."""
WIDTH, HEIGHT = LEFT + STEPS * CELL_WIDTH + 8, TOP + STEPS * CELL_HEIGHT + BOTTOM
ROOM = 9
"""How many points stand side by side in a cell."""
BESIDE = 12
"""How many are told in words beside the picture."""
_APART = 34


@dataclass(frozen=True)
class Dot:
    """A point; without a row it stands for `more` others that find no room."""

    x: int
    y: int
    row: IdeaRow | None = None
    more: int = 0


@dataclass(frozen=True)
class Board:
    """All that the template draws."""

    dots: tuple[Dot, ...]
    columns: tuple[int, ...]
    """The middles of the steps of effort, from 1 to 5."""
    rows: tuple[int, ...]
    """The middles of the steps of impact, from 1 to 5."""
    left: int = LEFT
    top: int = TOP
    right: int = LEFT + STEPS * CELL_WIDTH
    bottom: int = TOP + STEPS * CELL_HEIGHT
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def first(self) -> tuple[IdeaRow, ...]:
        """The most promising ones, as many as stand beside the picture, by number."""
        return tuple(sorted((dot.row for dot in self.dots if dot.row), key=lambda row: row.number)[:BESIDE])


def board(rows: Iterable[IdeaRow]) -> Board | None:
    """The picture of those that are open and estimated; None when there are none."""
    cells: dict[tuple[int, int], list[IdeaRow]] = {}
    for row in rows:
        if row.idea.is_open and row.idea.impact and row.idea.effort:
            cells.setdefault((row.idea.effort, row.idea.impact), []).append(row)
    if not cells:
        return None
    return Board(
        dots=tuple(dot for (effort, impact), rows in sorted(cells.items()) for dot in _spread(rows, effort, impact)),
        columns=tuple(_x(step) for step in range(1, STEPS + 1)),
        rows=tuple(_y(step) for step in range(1, STEPS + 1)),
    )


def _x(effort: int) -> int:
    return LEFT + (effort - 1) * CELL_WIDTH + CELL_WIDTH // 2


def _y(impact: int) -> int:
    return TOP + (STEPS - impact) * CELL_HEIGHT + CELL_HEIGHT // 2


def _spread(rows: Sequence[IdeaRow], effort: int, impact: int) -> Iterator[Dot]:
    """Those of one cell in rows of three around its middle, in the order of their numbers."""
    crowded = len(rows) > ROOM
    shown: list[IdeaRow | None] = [*rows[: ROOM - 1], None] if crowded else [*rows]
    across = 2 if len(shown) in (2, 4) else min(len(shown), 3)
    down = -(-len(shown) // across)
    for index, row in enumerate(shown):
        line, place = divmod(index, across)
        in_line = min(across, len(shown) - line * across)
        x = _x(effort) + round((place - (in_line - 1) / 2) * _APART)
        y = _y(impact) + round((line - (down - 1) / 2) * (_APART - 4))
        yield Dot(x, y, row, 0 if row else len(rows) - ROOM + 1)
