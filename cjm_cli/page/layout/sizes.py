"""The measures of the drawing, in user units."""

from dataclasses import dataclass

from cjm_cli.page.text import Font

MARGIN = 24
LANE_HEAD = 116
PADDING = 10
"""Between a column's edge and what stands in it."""
GAP = 6
"""Between two things in a cell."""

NARROWEST, WIDEST = 160, 220
"""A column's width; step names, cards and pills stay readable within it."""
SMALLEST_GRID = 1080
"""What the header needs; a map of few columns gets wider ones."""
USUAL_GRID = 1500

TITLE = Font(24, bold=True)
HEADING = Font(13, bold=True)
SECTION = Font(15, bold=True)
NAME = Font(13, bold=True)
LEAD = Font(13)
"""Above the map."""
BODY = Font(12)
STRONG = Font(12, bold=True)
THOUGHT = Font(12, italic=True)
SMALL = Font(10.5)
SMALL_STRONG = Font(10.5, bold=True)
CAPS = Font(9.5, bold=True)

LEADING = 1.32
"""Line height, in sizes of the font."""


@dataclass(frozen=True)
class Sizes:
    """The widths of one map."""

    column: float
    columns: int
    widest: float = 0
    """The width of the widest drawing that stands beneath the header."""

    @classmethod
    def for_columns(cls, columns: int, widest: float = 0) -> "Sizes":
        """Wide columns for few, narrow ones for many."""
        usual = min(WIDEST, max(NARROWEST, USUAL_GRID // columns))
        return cls(max(usual, SMALLEST_GRID // columns), columns, widest)

    @property
    def grid(self) -> float:
        """The columns together."""
        return self.column * self.columns

    @property
    def content(self) -> float:
        """All between the margins."""
        return max(LANE_HEAD + self.grid, self.widest)

    @property
    def page(self) -> float:
        """The whole drawing."""
        return self.content + 2 * MARGIN
