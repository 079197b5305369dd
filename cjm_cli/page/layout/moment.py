"""The words of a moment of truth."""

from collections.abc import Iterator

from cjm_cli.page.cell import Moment
from cjm_cli.page.layout.boxes import stack, text_box
from cjm_cli.page.layout.signs import star
from cjm_cli.page.layout.sizes import SMALL, SMALL_STRONG
from cjm_cli.page.scene import EMPTY, Box, Shape


def moment_box(moment: Moment | None, width: float) -> Box:
    """A star beside the words, for colour alone says nothing."""
    if moment is None:
        return EMPTY
    importance = f" · {moment.importance} of 5" if moment.importance else ""
    words = text_box(f"Moment of truth{importance}", SMALL_STRONG, width - 16, color="moment")
    reason = text_box(moment.reason, SMALL, width, color="muted")

    def draw(x: float, y: float) -> Iterator[Shape]:
        yield star(x + 5.5, y + SMALL_STRONG.size * 0.66, 5.5)
        yield from words.draw(x + 16, y)

    return stack([Box(words.height, draw), reason], gap=1)
