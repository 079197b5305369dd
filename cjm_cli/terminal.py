"""Text in a terminal: how many columns it takes, and nothing in it that the terminal would obey."""

import re
from collections.abc import Iterable
from functools import lru_cache

from cjm_cli.characters import show_hidden

# One column each and never joined with a neighbour, so that most texts do without loading wcwidth.
_NARROW = re.compile(
    r"[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u038a\u03a3-\u0482\u048a-\u052f"
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20b8\u2190-\u21ff\u2500-\u25fc\u2713-\u2718]*"
)


def escape(text: str) -> str:
    r"""`text` on one line, with escapes such as `\x1b` for all that a terminal obeys or does not show."""
    return show_hidden(text.replace("\t", " "), zero_width=True)


def cells(text: str) -> int:
    """How many columns `text` takes; what a terminal obeys counts for nothing."""
    if _NARROW.fullmatch(text):
        return len(text)
    return sum(map(_cluster_cells, _clusters(text)))


def pad(text: str, columns: int) -> str:
    """`text` followed by the spaces that fill `columns`."""
    return text + " " * (columns - cells(text))


def clip(text: str, columns: int) -> str:
    """`text`, ending in "…" where it would take more than `columns`."""
    if cells(text) <= columns:
        return text
    return _head(text, columns - 1) + "…" if columns > 0 else ""


def _head(text: str, columns: int) -> str:
    """As many whole characters from the start of `text` as `columns` hold."""
    head, used = "", 0
    for cluster in _clusters(text):
        used += _cluster_cells(cluster)
        if used > columns:
            break
        head += cluster
    return head


def _clusters(text: str) -> Iterable[str]:
    if _NARROW.fullmatch(text):
        return text
    from wcwidth import iter_graphemes

    return iter_graphemes(text)


@lru_cache(4096)  # the same few come again and again, and wcwidth looks closely
def _cluster_cells(cluster: str) -> int:
    if _NARROW.fullmatch(cluster):
        return 1
    from wcwidth import wcswidth

    return max(0, wcswidth(cluster))
