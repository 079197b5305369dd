"""Page → Scene: every box as high as its text, everything measured first and drawn then."""

from collections.abc import Iterator
from math import ceil

from cjm_cli.page.figures import Cards, Flow
from cjm_cli.page.layout.boxes import stack
from cjm_cli.page.layout.cards import cards_box
from cjm_cli.page.layout.flow import flow_box, flow_width
from cjm_cli.page.layout.footer import footer_box
from cjm_cli.page.layout.grid import grid_box
from cjm_cli.page.layout.header import header_box
from cjm_cli.page.layout.profile import profile_box
from cjm_cli.page.layout.sizes import MARGIN, Sizes
from cjm_cli.page.page import Block, Footer, Grid, Header, Page, Profile
from cjm_cli.page.scene import Box, Paint, Rect, Scene, Shape
from cjm_cli.page.theme import Logo

SPACE_BETWEEN = 16


def lay_out(page: Page) -> Scene:
    """The whole page as one drawing. Sections are for reading beneath the map, and no part of the drawing."""
    columns = max((len(block.columns) for block in page.blocks if isinstance(block, Grid)), default=1)
    widest = max((flow_width(block) for block in page.blocks if isinstance(block, Flow)), default=0)
    sizes = Sizes.for_columns(max(columns, 1), widest)
    boxes = [box for block in page.blocks if (box := _box(block, sizes, page.theme.logo))]
    whole = stack(boxes, gap=SPACE_BETWEEN)
    # Programs that make pixels of it round a fraction up or down.
    height = ceil(whole.height + 2 * MARGIN)
    return Scene(
        id=page.id,
        title=page.title,
        description=page.description,
        language=page.language,
        width=sizes.page,
        height=height,
        shapes=tuple(_shapes(whole, sizes.page, height)),
        theme=page.theme,
    )


def _shapes(whole: Box, width: float, height: float) -> Iterator[Shape]:
    yield Rect(0, 0, width, height, Paint(fill="paper"))
    yield from whole.draw(MARGIN, MARGIN)


def _box(block: Block, sizes: Sizes, logo: Logo | None) -> Box | None:
    match block:
        case Header():
            return header_box(block, sizes, logo)
        case Profile():
            return profile_box(block, sizes)
        case Grid():
            return grid_box(block, sizes)
        case Flow():
            return flow_box(block, sizes.content)
        case Cards():
            return cards_box(block, sizes)
        case Footer():
            return footer_box(block, sizes)
        case _:
            return None
