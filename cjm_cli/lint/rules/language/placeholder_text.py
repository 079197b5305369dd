"""A text is still the placeholder that somebody meant to replace.

Readers take what they see for a finding, and "TBD" in a published map costs the trust in all the rest. Write the
text, or leave the field out until you know it. Words such as TODO count in capitals only, since "todo" is Spanish for
"all".

Source: WCAG 2.2, success criterion 2.4.6: headings and labels describe their topic or purpose.

Bad:

    title: Buying shoes
    stages:
      - {name: New step, touchpoints: "TODO: ask the web team", emotion: curious}

Good:

    title: Comprar zapatos para todo el año
    stages:
      - {name: Elegir, touchpoints: Instagram, emotion: curious}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._placeholders import is_placeholder, may_hold_placeholders
from cjm_cli.lint.rules._words import quoted

LEVEL = Level.WARNING_TO_ERROR


def check(facts: Facts) -> Iterator[Defect]:
    """Looks at every text that an author tells, and at who answers for something."""
    owners = facts.texts_of("owner")
    if not may_hold_placeholders("\n".join((facts.prose_text, *(text.value for _, text in owners)))):
        return
    for route, text in (*facts.prose, *owners):
        if is_placeholder(text.value):
            yield Defect(
                f"{quoted(text.value)} is a placeholder",
                route=route,
                label="still to be written",
                help="write the text, or leave the field out until you know it",
            )
