"""How wide a character is drawn: Liberation Sans, which has Arial's metrics, and guesses for what it lacks."""

import json
import re
from functools import cache
from importlib.resources import files

UNITS_PER_EM = 2048

_WIDE = UNITS_PER_EM
_EMOJI = round(1.4 * UNITS_PER_EM)
_OTHER = round(0.65 * UNITS_PER_EM)

_SPACE = re.compile("( )")
_SYMBOLS = range(0x2190, 0x2C00)
_PICTOGRAPHS = range(0x1F000, 0x1FB00)
_EMOJI_STYLE = "\ufe0f"
_KEYCAP = "\u20e3"
_SOFT_HYPHEN = "\xad"

# Sentences in Noto Sans come to 0.6 to 0.7 em a character in most scripts, and to more in these.
_BROAD = (
    (range(0x0B80, 0x0C00), round(1.2 * UNITS_PER_EM)),  # Tamil
    (range(0x0C00, 0x0E00), _WIDE),  # Telugu, Kannada, Malayalam, Sinhala
    (range(0x1000, 0x10A0), _WIDE),  # Burmese
    (_SYMBOLS, _WIDE),
)


class Advances(dict[str, int]):
    """Widths of single characters in font units; what the font lacks is guessed, not kept."""

    def __missing__(self, character: str) -> int:
        from wcwidth import wcwidth

        columns = wcwidth(character)
        if columns <= 0 or character == _SOFT_HYPHEN:
            return 0
        return _WIDE if columns == 2 else _guess(ord(character))

    def of(self, text: str) -> int:
        """The width of `text`."""
        if self.knows(text):
            return sum(map(self.__getitem__, text))
        return sum(map(self._of_cluster, self.clusters(text)))

    def knows(self, text: str) -> bool:
        """Whether the table holds every character, none of which ever joins with its neighbour."""
        return self.keys() >= set(text)

    def clusters(self, text: str) -> list[str]:
        """The grapheme clusters of `text` (Unicode annex 29); a space is always one, even before a stray accent."""
        if self.knows(text):
            return list(text)
        from wcwidth import iter_graphemes

        return [cluster for part in _SPACE.split(text) for cluster in iter_graphemes(part)]

    def _of_cluster(self, cluster: str) -> int:
        return _EMOJI if is_emoji(cluster) else sum(map(self.__getitem__, cluster))


def _guess(code: int) -> int:
    return next((advance for block, advance in _BROAD if code in block), _OTHER)


def is_emoji(cluster: str) -> bool:
    """Whether a cluster is drawn as a picture: by its own nature, or made one by a selector or a keycap."""
    if _EMOJI_STYLE in cluster or _KEYCAP in cluster or ord(cluster[0]) in _PICTOGRAPHS:
        return True
    return ord(cluster[0]) in _SYMBOLS and is_wide(cluster)


def is_wide(cluster: str) -> bool:
    """Whether a cluster fills a square, as Chinese, Japanese and Korean characters do."""
    if cluster.isascii():
        return False
    from wcwidth import wcwidth

    return wcwidth(cluster[0]) == 2


@cache
def advances(*, bold: bool, italic: bool) -> Advances:
    """The widths of one face; an italic one is its upright with some characters replaced."""
    upright, slanted = ("bold", "bold italic") if bold else ("regular", "italic")
    table = _table()
    return Advances(table[upright] | table[slanted] if italic else table[upright])


@cache
def _table() -> dict[str, dict[str, int]]:
    """The four faces of `advances.json`, which `scripts/font_advances.py` writes."""
    shipped = json.loads(files("cjm_cli.page").joinpath("advances.json").read_text("utf-8"))
    return {face: _spread(runs) for face, runs in shipped.items() if isinstance(runs, dict)}


def _spread(runs: dict[str, list[int]]) -> dict[str, int]:
    return {chr(int(first, 16) + i): advance for first, run in runs.items() for i, advance in enumerate(run)}
