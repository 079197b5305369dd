"""PNG by way of SVG and resvg, which draws the same pixels on every machine."""

from collections.abc import Sequence
from pathlib import Path

from cjm_cli.errors import UsageError
from cjm_cli.formats import _fonts
from cjm_cli.formats._fonts import FAMILY, drawable, shipped
from cjm_cli.formats._format import Drawing
from cjm_cli.formats._svg import draw
from cjm_cli.page.layout import lay_out
from cjm_cli.page.page import Page

MOST_PIXELS = 60_000_000
"""Some 250 steps, or 60 with two pixels a unit. The library holds eight bytes for each while it draws."""


def require() -> None:
    """Raises MissingToolError when a library is not there."""
    _fonts.require("PNG", {"resvg_py": "resvg-py"})


def draw_pixels(page: Page, fonts: Sequence[Path], *, scale: int) -> Drawing:
    """The page with `scale` pixels a unit."""
    import resvg_py

    scene, lost = drawable(lay_out(page), fonts)
    if scene.width * scene.height * scale**2 > MOST_PIXELS:
        raise UsageError(f"{page.id} is too large a map to be made of pixels", "draw it as svg or pdf")
    with shipped() as faces:
        content = resvg_py.svg_to_bytes(
            svg_string=draw(scene),
            skip_system_fonts=True,
            font_files=[str(path) for path in (*faces.values(), *fonts)],
            sans_serif_family=FAMILY,
            zoom=scale,
        )
    return Drawing(bytes(content), lost)
