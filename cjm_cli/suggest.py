"""Did you mean …?"""

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache

SHORTEST = 4
"""Letters of a word in which one slip leaves enough to know it by."""

MOST_GUESSES = 200


class Guesses:
    """What unknown words may mean. Of very many different ones it is asked no more: nobody mistyped them all."""

    def __init__(self) -> None:
        self._made: dict[Hashable, str | None] = {}

    def of(self, asked: Hashable, guess: Callable[[], str | None]) -> str | None:
        """The guess about what is asked, made once."""
        if asked not in self._made and len(self._made) < MOST_GUESSES:
            self._made[asked] = guess()
        return self._made.get(asked)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like this one, or None when none comes near."""
    return _nearest(word, tuple(sorted(known)))


@lru_cache(maxsize=256)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    """Remembered, for who writes a word wrong mostly does so again."""
    # Here, because every command starts with this module and hardly any comes so far.
    from difflib import get_close_matches

    by_fold = {candidate.casefold(): candidate for candidate in known}
    found = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


def certain(word: str, known: Iterable[str]) -> str | None:
    """The known word that was surely meant: the only one from which a single slip of the hand leads here."""
    return _certain(word, tuple(known))


@lru_cache(maxsize=256)
def _certain(word: str, known: tuple[str, ...]) -> str | None:
    near = [other for other in known if _is_one_slip(_folded(word), _folded(other))]
    return near[0] if len(near) == 1 else None


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def _is_one_slip(one: str, other: str) -> bool:
    """Whether a letter is missing, too many, or another, or two are swapped; digits tell things apart, and count as none."""
    short, long = sorted((one, other), key=len)
    start = next((at for at, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    mine, theirs = short[start:], long[start:]
    slips = (mine == theirs[1:], mine[1:] == theirs[1:], mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:])
    changed = mine[:1] + theirs[:1]
    return one == other or (len(long) >= SHORTEST and any(slips) and not any(map(str.isdigit, changed)))


def hint(meant: str | None, *more: str) -> str:
    """The way out: whether that word is meant, then whatever else there is to say; empty when there is nothing."""
    question = (f'did you mean "{meant}"?',) if meant else ()
    return " ".join((*question, *more))
