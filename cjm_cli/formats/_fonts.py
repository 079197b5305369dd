"""The fonts that letters are drawn with: ours, then those that were given; never one that happens to be on the machine."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path
from unicodedata import category

from cjm_cli.errors import MissingToolError, SourceError, reason
from cjm_cli.formats._format import Lost
from cjm_cli.page.fonts import advances, is_emoji
from cjm_cli.page.scene import Scene, Shape, TextLine

FAMILY = "CJM Sans"
"""The name that `scripts/font_faces.py` gave them."""
FACES = ("regular", "bold", "italic")
_GAP = re.compile(" {2,}")
UNDRAWN = {"Cc", "Cf", "Zs"}
"""Kinds of characters that need no picture of their own."""


def require(format_: str, packages: Mapping[str, str]) -> None:
    """Raises MissingToolError when one of these modules is not there, or what reads fonts; told by its package."""
    for module, package in {**packages, "uharfbuzz": "uharfbuzz"}.items():
        if find_spec(module) is None:
            raise MissingToolError(package, f"drawing {format_}", f'pip install "cjm-cli[{format_.lower()}]"')


@contextmanager
def shipped() -> Iterator[dict[str, Path]]:
    """Our faces by name, as files, even out of a zip."""
    with ExitStack() as stack:
        folder = files("cjm_cli.page") / "faces"
        yield {face: stack.enter_context(as_file(folder / f"{face}.ttf")) for face in FACES}


@cache
def characters(path: Path) -> frozenset[str]:
    """What the font in this file can draw. Raises SourceError when it holds none that we can read."""
    import uharfbuzz

    try:
        face = uharfbuzz.Face(uharfbuzz.Blob(path.read_bytes()))
    except OSError as failure:
        raise SourceError(str(path), reason(failure)) from failure
    if not face.unicodes:
        raise SourceError(str(path), "it is no TrueType or OpenType font")
    return frozenset(map(chr, face.unicodes))


def drawable(scene: Scene, fonts: Sequence[Path]) -> tuple[Scene, Lost]:
    """What can be drawn of a scene: without emoji that no font has, for a box says less than nothing in their place."""
    lacking = _lacking(scene.shapes, _known(fonts))
    emoji = frozenset(filter(is_emoji, lacking))
    shapes = tuple(_without(shape, emoji) for shape in scene.shapes) if emoji else scene.shapes
    return replace(scene, shapes=shapes), Lost(tuple(sorted(emoji)), tuple(sorted(lacking - emoji)))


def _known(fonts: Sequence[Path]) -> frozenset[str]:
    with shipped() as faces:
        return frozenset[str]().union(*map(characters, (faces["regular"], *fonts)))


def _lacking(shapes: Iterable[Shape], known: frozenset[str]) -> frozenset[str]:
    """The clusters that no font has."""
    lines = {shape.text for shape in shapes if isinstance(shape, TextLine) and not known.issuperset(shape.text)}
    found = {cluster for line in lines for cluster in clusters(line)}
    return frozenset(cluster for cluster in found if not is_drawn(cluster, known))


def clusters(text: str) -> list[str]:
    """The grapheme clusters of a text."""
    return advances(bold=False, italic=False).clusters(text)


def is_drawn(cluster: str, known: frozenset[str]) -> bool:
    """Whether a font with these characters can draw all of a cluster, but for what joins and selects."""
    return all(character in known or category(character) in UNDRAWN or _selects(character) for character in cluster)


def _selects(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f"


def _without(shape: Shape, emoji: frozenset[str]) -> Shape:
    if not isinstance(shape, TextLine) or emoji.isdisjoint(clusters(shape.text)):
        return shape
    kept = "".join(cluster for cluster in clusters(shape.text) if cluster not in emoji)
    return replace(shape, text=_GAP.sub(" ", kept).strip(" "))
