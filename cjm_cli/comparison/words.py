"""Words that both kinds of a comparison need."""

from collections.abc import Iterable

from cjm_cli.difference.difference import Felt, Kind

NOTHING = "–"


def joined(names: Iterable[str]) -> str:
    """Where something lies, from the outside."""
    return " › ".join(filter(None, names))


def place(felt: Felt) -> str:
    """Where it is felt."""
    return felt.name if felt.name == felt.stage else joined((felt.stage, felt.name))


def both(felt: Felt, missing: tuple[str, str]) -> str:
    """How it feels on both sides."""
    was = felt.before_text or ("new" if felt.kind is Kind.ADDED else missing[0])
    now = felt.after_text or ("gone" if felt.kind is Kind.REMOVED else missing[1])
    return f"{was} → {now}"


def better(felt: Felt) -> str:
    """Whether the right one is better or worse; nothing where one of both is not known."""
    if felt.before is None or felt.after is None or felt.before == felt.after:
        return ""
    return "better" if felt.after > felt.before else "worse"
