"""Writes `cjm_cli/page/advances.json`: how wide each character of Liberation Sans is.

Needs fontTools and the fonts (Debian: fonts-liberation2, or fonts-liberation from version 2 on):

    python scripts/font_advances.py /usr/share/fonts/truetype/liberation2 [--check]
"""

import argparse
import json
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

TABLE = Path(__file__).parents[1] / "cjm_cli" / "page" / "advances.json"
UPRIGHT = {"regular": "Regular", "bold": "Bold"}
ITALIC = {"italic": ("Italic", "regular"), "bold italic": ("BoldItalic", "bold")}

# Unicode blocks a journey map is likely to use, as far as Arial and its metric twins share them.
BLOCKS = (
    (0x0020, 0x024F),  # Latin
    (0x02B9, 0x02DD),  # letter-like accents and primes
    (0x0370, 0x04FF),  # Greek, Cyrillic
    (0x05D0, 0x05F4),  # Hebrew letters
    (0x1E00, 0x1EFF),  # Latin for Welsh, Vietnamese, transliteration
    (0x2000, 0x26FF),  # punctuation, currency, arrows, mathematics, shapes
    (0xFB01, 0xFB02),  # fi, fl
)
UNSEEN = {"Cc", "Cf", "Co", "Me", "Mn", "Zl", "Zp"}

Advances = dict[int, int]


def main() -> int:
    """Write the table, or with --check say whether the shipped one is what the fonts give."""
    parser = argparse.ArgumentParser(description="Write the table of character widths that cjm ships.")
    parser.add_argument("folder", type=Path, help="where LiberationSans-*.ttf are")
    parser.add_argument("--check", action="store_true", help="compare with the shipped table, write nothing")
    arguments = parser.parse_args()
    table = render(arguments.folder)
    if not arguments.check:
        TABLE.write_text(table, encoding="utf-8")
    elif table != TABLE.read_text(encoding="utf-8"):
        print(f"{TABLE} is not what the fonts in {arguments.folder} give", file=sys.stderr)
        return 1
    return 0


def render(folder: Path) -> str:
    """The table as JSON, one run of neighbouring characters per line; italics hold only what differs from upright."""
    faces = {name: advances(open_font(folder, style)) for name, style in UPRIGHT.items()}
    for name, (style, upright) in ITALIC.items():
        faces[name] = differences(advances(open_font(folder, style)), faces[upright])
    font = open_font(folder, "Regular")
    head = {"font": f"Liberation Sans, {font['name'].getDebugName(5)}", "units_per_em": font["head"].unitsPerEm}
    return json.dumps(head)[:-1] + "".join(f',\n"{name}": {rows(face)}' for name, face in faces.items()) + "}\n"


def open_font(folder: Path, style: str) -> TTFont:
    """The face of Liberation Sans in `style`."""
    return TTFont(folder / f"LiberationSans-{style}.ttf")


def advances(font: TTFont) -> Advances:
    """The advance of each visible character in the chosen blocks, in font units."""
    glyphs, metrics = font.getBestCmap(), font["hmtx"]
    return {code: metrics[glyphs[code]][0] for code in sorted(glyphs) if wanted(code)}


def wanted(code: int) -> bool:
    """Whether the table holds this character: in a chosen block, and neither combining nor invisible."""
    return any(first <= code <= last for first, last in BLOCKS) and unicodedata.category(chr(code)) not in UNSEEN


def differences(face: Advances, base: Advances) -> Advances:
    """What `face` has otherwise than `base`."""
    return {code: advance for code, advance in face.items() if base.get(code) != advance}


def rows(face: Advances) -> str:
    """`{"20": [569, …], …}`: the first character of each run in hexadecimal, then the advances of the run."""
    lines = (f'"{run[0]:x}":{json.dumps([face[code] for code in run], separators=(",", ":"))}' for run in runs(face))
    return "{\n" + ",\n".join(lines) + "}"


def runs(codes: Iterable[int]) -> list[list[int]]:
    """Ascending `codes` cut wherever one is missing."""
    found: list[list[int]] = []
    for code in codes:
        if found and found[-1][-1] == code - 1:
            found[-1].append(code)
        else:
            found.append([code])
    return found


if __name__ == "__main__":
    sys.exit(main())
