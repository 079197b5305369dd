"""Nobody can tell what the persona rests on.

A persona from the armchair looks just like one from forty interviews. Tie it to `data`, such as its share of all
customers, or list its `evidence`; or write `basis: hypothesis`. A persona who is described within a journey rests on
what the journey rests on.

Source: Pruitt and Grudin, "Personas: Practice and Theory": each characteristic of a persona is linked to its data.

Bad:

    # file: rina.persona.yaml
    name: Rina
    goals: New shoes before the old ones hurt her knee

Good:

    # file: rina.persona.yaml
    name: Rina
    goals: New shoes before the old ones hurt her knee
    data: {share_of_customers: 38 %, source: Order data of 2026}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model import Persona

LEVEL = Level.INFO_TO_WARNING


def check(persona: Persona, facts: Facts) -> Iterator[Defect]:
    """Looks at personas with a file of their own that do not say that they are a belief."""
    if facts.journey is None and not (persona.data or persona.evidence or facts.hypothesis):
        yield Defect(
            f"persona {quoted(persona.name)} has neither data nor evidence",
            route=("name",),
            help="add data: {share_of_customers: 38 %}, or evidence: […], or basis: hypothesis",
        )
