"""How rules speak of what an author wrote."""

from cjm_cli.lint.rule import Text
from cjm_cli.model.stage import Stage, Step
from cjm_cli.source.problem import excerpt

NOT_PROSE = frozenset({
    "actor", "addresses", "as_of", "based_on", "by", "channel", "channels", "cjm", "collected",
    "contributors", "date", "due", "emoji", "events", "expires", "file", "id", "image", "journey", "key",
    "kind", "metric", "owner", "parent", "persona", "personas", "review_every", "reviewed", "src", "team",
    "ticket", "to", "unit", "url",
})  # fmt: skip
"""Fields that hold ids, dates, addresses and names of colleagues: nothing that an author tells."""


def quoted(text: str) -> str:
    """The author's words in a message: in quotes, short, on one line."""
    return f'"{excerpt(text)}"'


def called(cell: Stage | Step) -> str:
    """A column of the map by its name: `step "Pay"`."""
    return f"stage {quoted(cell.name)}" if isinstance(cell, Stage) else f"step {quoted(cell.title)}"


def is_prose(text: Text) -> bool:
    """Whether the text tells something, rather than point somewhere."""
    return text.field not in NOT_PROSE
