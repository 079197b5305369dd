"""Where a line of text may end: the needed part of Unicode annex 14, and Japanese rules for line starts and ends."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cjm_cli.page.fonts import is_emoji, is_wide

_SPACES = frozenset(" \u200b")
_HYPHENS = "-/\u2010\u2013\u2014"
_GLUE = "\u00a0\u2007\u202f\u2060\"'"
_OPENING = frozenset(_GLUE + "([{«‹“‘‚„¿¡「『（［｛〈《【〔〖〘〚｟｢〝")
_CLOSING = frozenset(
    f"{_GLUE}{_HYPHENS})]}}»›”’.,:;!?%…‰°"
    "」』）］｝〉》】〕〗〙〛｠｣〞〟、。，．：；？！｡､・･％‼⁇⁈⁉〜゠"
    "ーｰ々〻ヽヾゝゞぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"
)
_LATIN = frozenset(map(chr, range(0x21, 0x250)))
_WITHIN_WORDS = _LATIN - {*_HYPHENS}
"""What no line ends after, where a character of Latin or a space follows: most of most texts."""


def chunks(clusters: Sequence[str]) -> Iterator[str]:
    """Stretches of `clusters` that stay together where they can; a space ends the stretch before it."""
    chunk = ""
    for before, after in pairwise([*clusters, ""]):
        chunk += before
        if before in _WITHIN_WORDS and (after in _LATIN or after == " "):
            continue
        if _ends(chunk, before, after):
            yield chunk
            chunk = ""


def _ends(chunk: str, before: str, after: str) -> bool:
    if not after or before in _SPACES:
        return after != " "
    if before in _HYPHENS:
        return _parts_words(chunk, after)
    return (_is_square(before) or _is_square(after)) and before[0] not in _OPENING and not _clings(after)


def _parts_words(chunk: str, after: str) -> bool:
    """Whether the hyphen at the end of `chunk` stands between words: not in "-5", "--all", "2024-05", "a-)"."""
    return bool(chunk.strip(_HYPHENS)) and not after.isdigit() and not _clings(after)


def _clings(cluster: str) -> bool:
    """Whether a cluster may not begin a line."""
    return cluster == " " or cluster[0] in _CLOSING


def _is_square(cluster: str) -> bool:
    return is_wide(cluster) or is_emoji(cluster)
