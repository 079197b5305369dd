"""How rules speak of what an author wrote."""

from cjm_cli.model.stage import Stage, Step
from cjm_cli.source.problem import excerpt


def quoted(text: str) -> str:
    """The author's words in a message: in quotes, short, on one line."""
    return f'"{excerpt(text)}"'


def called(cell: Stage | Step) -> str:
    """A column of the map by its name: `step "Pay"`."""
    return f"stage {quoted(cell.name)}" if isinstance(cell, Stage) else f"step {quoted(cell.title)}"
