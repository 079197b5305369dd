"""A text is longer than fits on the map.

A map is read from a distance, and a cell of five sentences is read by nobody. Shorten it to what matters here; the
rest has a place under `description` or `notes`, which may be as long as you like.

Source: Smaply, "Cheat sheet: customer journey maps": give each step a short title.

Bad:

    title: Buying shoes
    stages:
      - name: The customer has seen an ad, becomes curious and starts to look for running shoes
        touchpoints: Instagram ad
        emotion: curious

Good:

    title: Buying shoes
    stages:
      - name: Awareness
        description: The customer has seen an ad, becomes curious and starts to look for running shoes
        touchpoints: Instagram ad
        emotion: curious

Options:

    max_name: the largest number of characters of a title or name
    max_cell: the largest number of characters of any other text that stands in a cell
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import quoted

LEVEL = Level.INFO
NAMES = {"name", "title"}
CELLS = {
    "action", "actions", "barriers", "expectations", "goal", "needs", "outcome", "questions", "reason", "recovery",
    "text", "thoughts", "trigger", "when",
}  # fmt: skip
"""Fields that are shown in a cell or a column head; all others have room."""


@dataclass(frozen=True)
class Options:
    """How long texts may be."""

    max_name: int = 60
    max_cell: int = 240


def check(facts: Facts, options: Options) -> Iterator[Defect]:
    """Counts characters, white space once."""
    for route, text in facts.longer_than(min(options.max_name, options.max_cell)):
        most = options.max_name if text.field in NAMES else options.max_cell
        length = len(" ".join(text.value.split()))
        if length > most and (text.field in NAMES or text.field in CELLS):
            message = f"{quoted(text.value)} has {length} characters, more than {most}"
            yield Defect(message, route=route, help="shorten it, and move the rest to description or notes")
