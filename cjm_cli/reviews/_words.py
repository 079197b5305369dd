"""A comparison in words and signs, the same in every format."""

from collections import Counter
from collections.abc import Iterable, Iterator

from cjm_cli.difference import words
from cjm_cli.difference.difference import Compared, Difference, Felt, IdeaMove, Kind
from cjm_cli.summary import counted

SIGNS = {Kind.ADDED: "+", Kind.REMOVED: "−", Kind.MOVED: "→", Kind.RENAMED: "≈", Kind.CHANGED: "~"}
"""What stands before a change, so that its kind can be told without any colour."""


def sentence(difference: Difference) -> str:
    """What was compared and how much changed."""
    sides = f"between {difference.old} and {difference.new}"
    if not difference.compared:
        return f"Nothing changed {sides}{_broken(difference)}."
    if not difference.changes:
        # Such as on another scale, which is the project's.
        return f"{what(difference.compared)} felt otherwise {sides}, though nothing else changed{_broken(difference)}."
    return f"{what(difference.compared)} changed {sides}: {words.counts(difference.changes)}{_broken(difference)}."


def what(compared: Iterable[Compared]) -> str:
    """How many journeys and personas, and whether the project's settings too."""
    entities = Counter(one.entity for one in compared)
    parts = [counted(entities[name], name) for name in ("journey", "persona") if entities[name]]
    return listed([*parts, *(["the project"] if entities["project"] else [])])


def _broken(difference: Difference) -> str:
    files = len({finding.location.path for finding in difference.findings})
    return f"; {counted(files, 'file')} could not be compared" if files else ""


def listed(parts: Iterable[str]) -> str:
    """Texts as a sentence lists them."""
    *most, last = [*parts] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def state(compared: Compared) -> Kind | None:
    """Whether all of it came or went."""
    return Kind.ADDED if compared.old is None else Kind.REMOVED if compared.new is None else None


def title(compared: Compared) -> str:
    """What to write over the changes of a journey, a persona or the project."""
    return compared.title or compared.id or compared.entity


# The curve


def moved(compared: Compared) -> list[Felt]:
    """The columns where it is not felt as before; of a journey that came or went as a whole, none needs to be named."""
    return [] if state(compared) else [felt for felt in compared.summary.curve if felt.moved or _one_sided(felt)]


def _one_sided(felt: Felt) -> bool:
    return (felt.before is None) != (felt.after is None)


# What else a summary tells


def ideas(moves: Iterable[IdeaMove]) -> Iterator[tuple[str, str]]:
    """Opportunities, each with what became of it."""
    for move in moves:
        if move.before and move.after:
            yield move.text, f"{_status(move.before)} → {_status(move.after)}"
        else:
            yield move.text, f"new: {_status(move.after)}" if move.after else f"gone, was {_status(move.before)}"


def _status(text: str) -> str:
    return text.replace("-", " ")


def coverage(shares: tuple[float, float] | None) -> str:
    """How much rests on evidence, before and after; nothing where that is the same."""
    if shares is None or percent(shares[0]) == percent(shares[1]):
        return ""
    return f"{percent(shares[0])} → {percent(shares[1])}"


def percent(share: float) -> str:
    """A share from 0 to 1."""
    return f"{round(100 * share)} %"
