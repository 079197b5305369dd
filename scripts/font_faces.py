"""Writes `cjm_cli/page/faces/`: the part of Liberation Sans that maps are drawn with where no font of the machine may be.

Needs fontTools and the fonts (Debian: fonts-liberation2, or fonts-liberation from version 2 on):

    python scripts/font_faces.py /usr/share/fonts/truetype/liberation2

What is left out: hints, for nothing here is drawn so small that they matter, and what `advances.json` does not measure. A
changed font may not bear a reserved name (section 3 of its licence), so these have a name of their own.
"""

# No package serves instead: fontpkg-arimo 1.341 is only variable, lacks 20 measured characters and has 22 of another width.

import argparse
import sys
from pathlib import Path

from font_advances import open_font, wanted
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FACES = Path(__file__).parents[1] / "cjm_cli" / "page" / "faces"
STYLES = ("Regular", "Bold", "Italic")
FAMILY = "CJM Sans"
COMBINING = range(0x0300, 0x0370)
JOINERS = (0x200B, 0x200C, 0x200D)
FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk"]
FAMILY_ID, STYLE_ID, UNIQUE_ID, FULL_ID, POSTSCRIPT_ID = 1, 2, 3, 4, 6
KEPT_NAMES = [0, FAMILY_ID, STYLE_ID, UNIQUE_ID, FULL_ID, 5, POSTSCRIPT_ID, 13, 14]
"""Beside the names: copyright, version, licence and its address."""


def main() -> int:
    """Write the faces."""
    parser = argparse.ArgumentParser(description="Write the fonts that cjm ships.")
    parser.add_argument("folder", type=Path, help="where LiberationSans-*.ttf are")
    folder = parser.parse_args().folder
    for style in STYLES:
        font = open_font(folder, style)
        font.recalcTimestamp = False
        reduce(font)
        rename(font, style)
        font.save(FACES / f"{style.lower()}.ttf")
    return 0


def reduce(font: TTFont) -> None:
    """Leaves out what is not measured."""
    options = Options()
    options.hinting = False
    options.layout_features = FEATURES
    options.notdef_outline = True
    options.drop_tables += ["FFTM"]
    options.name_IDs = KEPT_NAMES
    options.name_languages = [0x409]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for code in font.getBestCmap() if is_drawn(code)])
    subsetter.subset(font)


def is_drawn(code: int) -> bool:
    """Whether a map may hold this character: measured ones, and those that join them."""
    return wanted(code) or code in COMBINING or code in JOINERS


def rename(font: TTFont, style: str) -> None:
    """Gives a face the name that is ours."""
    whole = f"{FAMILY} {style}"
    names = {
        FAMILY_ID: FAMILY,
        STYLE_ID: style,
        UNIQUE_ID: f"{whole}, a part of another font",
        FULL_ID: whole,
        POSTSCRIPT_ID: whole.replace(" ", "", 1).replace(" ", "-"),
    }
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


if __name__ == "__main__":
    sys.exit(main())
