"""PNG: the drawing in pixels, for slides and chats."""

from collections.abc import Sequence
from pathlib import Path

from cjm_cli.formats import _png
from cjm_cli.formats._format import Drawing
from cjm_cli.page.page import Page

require = _png.require


def encode(page: Page) -> bytes:
    """The page's drawing."""
    return draw_with_fonts(page, ()).content


def draw_with_fonts(page: Page, fonts: Sequence[Path]) -> Drawing:
    """The page's drawing; fonts are for what ours lack."""
    return _png.draw_pixels(page, fonts, scale=1)
