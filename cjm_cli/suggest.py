"""Did you mean …?"""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like this one, or None when none comes near."""
    # Here, because every command starts with this module and hardly any comes so far.
    from difflib import get_close_matches

    by_fold = {candidate.casefold(): candidate for candidate in sorted(known)}
    found = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


def hint(meant: str | None, *more: str) -> str:
    """The way out: whether that word is meant, then whatever else there is to say; empty when there is nothing."""
    question = (f'did you mean "{meant}"?',) if meant else ()
    return " ".join((*question, *more))
