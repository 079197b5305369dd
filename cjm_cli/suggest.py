"""Did you mean …?"""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like this one, or None when none comes near."""
    by_fold = {candidate.casefold(): candidate for candidate in sorted(known)}
    found = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None
