"""Pages of journeys, fonts made for a test, and the pixels of a drawing."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from PIL import Image

from cjm_cli.page.page import Page
from cjm_cli.session import open_session
from cjm_cli.views.journey import arrange

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").rglob("*.journey.yaml"))

FontOf = Callable[..., Path]


def pages(path: Path) -> Iterator[Page]:
    """The pages of the journeys at a path."""
    for project in open_session([path], None, lambda line: None).projects:
        assert project.workspace is not None
        for entry in project.workspace.entries:
            if entry.source in project.files:
                yield arrange(entry, project.workspace)


def image(content: bytes) -> Image.Image:
    """The pixels of a PNG."""
    return Image.open(BytesIO(content)).convert("RGB")


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def example(request: pytest.FixtureRequest) -> Page:
    """The page of each example in turn."""
    (page,) = pages(request.param)
    return page


@pytest.fixture
def font_of(tmp_path: Path) -> FontOf:
    """Makes a font in which each of the characters is a full square."""

    def make(characters: str, name: str = "squares", *, coloured: bool = False) -> Path:
        names = [".notdef", *(f"u{ord(character):X}" for character in characters)]
        builder = FontBuilder(1000, isTTF=True)
        builder.setupGlyphOrder(names)
        builder.setupCharacterMap({ord(character): f"u{ord(character):X}" for character in characters})
        builder.setupGlyf(dict.fromkeys(names, _square()))
        builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
        builder.setupHorizontalHeader(ascent=800, descent=-200)
        builder.setupNameTable({"familyName": "Squares", "styleName": "Regular", "psName": "Squares-Regular"})
        builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
        builder.setupPost()
        if coloured:
            builder.setupCOLR({glyph: [(glyph, 0)] for glyph in names[1:]})
            builder.setupCPAL([[(1.0, 0.0, 0.0, 1.0)]])
        path = tmp_path / f"{name}.ttf"
        builder.save(path)
        return path

    return make


def _square() -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((0, -200))
    for corner in ((0, 800), (1000, 800), (1000, -200)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
