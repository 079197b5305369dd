"""An SVG looks the same whoever draws it: resvg and librsvg, with the same letters, hardly differ."""

import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from cjm_cli.formats import png, svg
from cjm_cli.formats._fonts import FAMILY, shipped
from cjm_cli.page.page import Page

from .conftest import image, pages
from .test_svg import EVERY_TEXT, HOSTILE

BLOCK = 8
"""Pixels of a square whose mean is compared: edges may be smoothed otherwise, a letter may not stand elsewhere."""
ALIKE, UNLIKE = 0.6, 48
"""How much of 255 blocks may differ in the mean, and from where on one does not look the same."""
MOST_UNLIKE = 4
"""As many blocks as an emoji covers, which PNG leaves out where no font has it."""

CONFIG = """\
<fontconfig>
  <dir>{folder}</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="same"><family>Arial</family><prefer><family>{family}</family></prefer></alias>
</fontconfig>
"""

SAID = ("34 W", "German compounds", "quotes", "Hebrew and Latin", "many accents", "zero width")


def _by_librsvg(page: Page, folder: Path) -> Image.Image:
    with shipped() as faces:
        config = CONFIG.format(folder=faces["regular"].parent, cache=folder / "cache", family=FAMILY)
        (folder / "fonts.conf").write_text(config, "utf-8")
        environment = {"FONTCONFIG_FILE": str(folder / "fonts.conf"), "PATH": "/usr/local/bin:/usr/bin:/bin"}
        command = ["rsvg-convert", "--format=png"]
        drawn = subprocess.run(command, input=svg.encode(page), env=environment, capture_output=True, check=True)
    return image(drawn.stdout)


def _coarse(picture: Image.Image) -> Image.Image:
    return picture.convert("L").resize((picture.width // BLOCK, picture.height // BLOCK), Image.Resampling.BOX)


def _compare(page: Page, folder: Path) -> None:
    one, other = image(png.encode(page)), _by_librsvg(page, folder)
    assert one.size == other.size
    difference = ImageChops.difference(_coarse(one), _coarse(other))
    assert ImageStat.Stat(difference).mean[0] <= ALIKE
    assert sum(difference.histogram()[UNLIKE:]) <= MOST_UNLIKE


def test_an_example_looks_the_same_to_both(example, tmp_path) -> None:
    _compare(example, tmp_path)


@pytest.mark.parametrize("said", SAID)
def test_any_text_stands_in_the_same_place_to_both(said, tmp_path) -> None:
    path = tmp_path / "map.journey.yaml"
    path.write_text(EVERY_TEXT.format(HOSTILE[said]), "utf-8")
    (page,) = pages(path)
    _compare(page, tmp_path)
