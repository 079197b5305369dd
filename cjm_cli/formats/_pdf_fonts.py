"""Letters in a PDF: which font has them, which shapes they take beside each other, and the part of each font that is used."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path

import uharfbuzz as hb

from cjm_cli.formats._cmap import characters
from cjm_cli.formats._pdf_file import File, array, dictionary
from cjm_cli.page.bidi import Direction, runs
from cjm_cli.page.fonts import advances
from cjm_cli.page.text import Font

FLAGS = (
    hb.SubsetFlags.RETAIN_GIDS
    | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    | hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.NOTDEF_OUTLINE
)
"""Glyphs keep their numbers, and no more of them come along."""
UNUSED = (b"GPOS", b"GSUB", b"GDEF", b"OS/2", b"name", b"post", b"cmap")
"""Tables that a font in a PDF does without."""
MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
LONGEST = 8
"""So many characters at most are told of a glyph; more of them are accents upon accents."""
BATCH = 100
"""So many characters may stand in one section of a table of them."""


@dataclass(frozen=True)
class Glyph:
    """A shape of a font, in thousandths of an em: how far the next one is, and how far off its place this one is."""

    id: int
    advance: float
    right: float
    up: float


@dataclass(eq=False)
class Face:
    """One font, and what is used of it."""

    name: str
    path: Path
    used: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.face = hb.Face(hb.Blob.from_file_path(str(self.path)))
        self.font = hb.Font(self.face)
        self.known = characters(self.path)

    def has(self, cluster: str) -> bool:
        """Whether it can draw all of a cluster, but for what joins and selects."""
        return self.known.issuperset(character for character in cluster if not _is_silent(character))

    @cache  # noqa: B019 (a face lives as long as its drawing)
    def shape(self, text: str, direction: Direction) -> tuple[Glyph, ...]:
        """The glyphs of a text from left to right."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = direction
        buffer.guess_segment_properties()
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self.font, buffer, {})
        found = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
        # Brackets are turned round where words run from right to left: the glyph is that of the other one.
        said = text.translate(MIRRORED) if direction == "rtl" else text
        texts = _texts(said, [info.cluster for info, _ in found])
        return tuple(self._glyph(info.codepoint, where, told) for (info, where), told in zip(found, texts, strict=True))

    def _glyph(self, id_: int, where: hb.GlyphPosition, text: str) -> Glyph:
        if not self.used.get(id_):
            self.used[id_] = text if id_ and len(text) <= LONGEST else ""
        em = 1000 / self.face.upem
        return Glyph(id_, where.x_advance * em, where.x_offset * em, where.y_offset * em)

    def width(self, id_: int) -> float:
        """The advance that the font itself gives to a glyph."""
        advance: int = self.font.get_glyph_h_advance(id_)
        return advance * 1000 / int(self.face.upem)

    def put(self, file: File) -> str:
        """Puts the used part of it into a file; its reference."""
        outlines = "CFF " in self.face.table_tags
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType0" if outlines else "/CIDFontType2",
            "BaseFont": f"/{self._tagged}",
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "FontDescriptor": self._descriptor(file, outlines=outlines),
            "W": array([f"{id_} [{self.width(id_):.0f}]" for id_ in sorted(self.used)]),
        }
        if not outlines:
            descendant["CIDToGIDMap"] = "/Identity"
        composite = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{self._tagged}",
            "Encoding": "/Identity-H",
            "DescendantFonts": array([file.put(dictionary(descendant))]),
            "ToUnicode": file.put_stream(_to_unicode(self.used).encode("ascii")),
        }
        return file.put(dictionary(composite))

    @property
    def _tagged(self) -> str:
        """Six letters before the name say that this is a part of the font; they follow from which part."""
        value = sum(id_ * (place + 1) for place, id_ in enumerate(sorted(self.used)))
        letters = "".join(chr(ord("A") + value // 26**place % 26) for place in range(6))
        return f"{letters}+{self.name}"

    def _descriptor(self, file: File, *, outlines: bool) -> str:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({0, *self.used})
        wanted.flags = FLAGS
        wanted.drop_table_tag_set.update(int.from_bytes(tag) for tag in UNUSED)
        content = hb.subset(self.face, wanted).blob.data
        entries = {"Subtype": "/OpenType"} if outlines else {"Length1": len(content)}
        extents = self.font.get_font_extents("ltr")
        em = 1000 / self.face.upem
        slanted = "Italic" in self.name
        descriptor = {
            "Type": "/FontDescriptor",
            "FontName": f"/{self._tagged}",
            "Flags": 4 + 64 * slanted,
            "FontBBox": array([-500, round(extents.descender * em), 1500, round(extents.ascender * em)]),
            "ItalicAngle": -12 * slanted,
            "Ascent": round(extents.ascender * em),
            "Descent": round(extents.descender * em),
            "CapHeight": 700,
            "StemV": 120 if "Bold" in self.name else 80,
            "FontFile3" if outlines else "FontFile2": file.put_stream(content, entries),
        }
        return file.put(dictionary(descriptor))


def has_outlines(path: Path) -> bool:
    """Whether a font can stand in a PDF: one of coloured pictures cannot."""
    return not {"glyf", "CFF ", "CFF2"}.isdisjoint(hb.Face(hb.Blob.from_file_path(str(path))).table_tags)


def _is_silent(character: str) -> bool:
    return character in "\u200b\u200c\u200d" or "\ufe00" <= character <= "\ufe0f"


def _texts(text: str, clusters: Sequence[int]) -> Iterator[str]:
    """For each glyph the characters that it stands for: all those of its cluster, at the first glyph of it."""
    starts = sorted({*clusters, len(text)})
    seen: set[int] = set()
    for cluster in clusters:
        end = starts[starts.index(cluster) + 1]
        yield "" if cluster in seen else text[cluster:end]
        seen.add(cluster)


def _to_unicode(used: Mapping[int, str]) -> str:
    """What each glyph stands for, so that it can be searched and copied."""
    lines = [f"<{id_:04X}> <{text.encode('utf-16-be').hex().upper()}>" for id_, text in sorted(used.items()) if text]
    sections = (lines[start : start + BATCH] for start in range(0, len(lines), BATCH))
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *(f"{len(section)} beginbfchar\n" + "\n".join(section) + "\nendbfchar" for section in sections),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )


@dataclass(frozen=True)
class Piece:
    """Glyphs of one font beside each other."""

    face: Face
    glyphs: tuple[Glyph, ...]
    direction: Direction

    @property
    def text(self) -> str:
        """What its glyphs stand for, wherever they stand."""
        return "".join(self.face.used[glyph.id] for glyph in self.glyphs)

    @property
    def width(self) -> float:
        """In thousandths of an em."""
        return sum(glyph.advance for glyph in self.glyphs)


@dataclass(frozen=True)
class Faces:
    """Ours by name, and those that were given."""

    ours: Mapping[str, Face]
    given: Sequence[Face]

    @property
    def by_key(self) -> dict[str, Face]:
        """Every one of them by its name on a page."""
        return {f"F{index}": face for index, face in enumerate((*self.ours.values(), *self.given))}

    def key(self, face: Face) -> str:
        """The name of a face on a page."""
        return next(key for key, other in self.by_key.items() if other is face)

    def pieces(self, text: str, font: Font, base: Direction) -> list[Piece]:
        """A line from left to right."""
        own = self.ours["bold" if font.bold else "italic" if font.italic else "regular"]
        return [piece for run in runs(text, base) for piece in self._of_run(run.text, own, run.direction)]

    def _of_run(self, text: str, own: Face, direction: Direction) -> list[Piece]:
        clusters = advances(bold=False, italic=False).clusters(text)
        faces = [next((face for face in (own, *self.given) if face.has(cluster)), own) for cluster in clusters]
        pieces = []
        for _, group in groupby(zip(clusters, faces, strict=True), key=lambda pair: id(pair[1])):
            members = [*group]
            face = members[0][1]
            pieces.append(Piece(face, face.shape("".join(cluster for cluster, _ in members), direction), direction))
        return pieces if direction == "ltr" else pieces[::-1]
