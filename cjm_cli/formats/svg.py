"""SVG: the whole map as one drawing that stands alone, light or dark as its reader prefers."""

from cjm_cli.formats._svg import draw
from cjm_cli.page.layout import lay_out
from cjm_cli.page.page import Page


def encode(page: Page) -> bytes:
    """The page's drawing."""
    return (draw(lay_out(page)) + "\n").encode("utf-8")
