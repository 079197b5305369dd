"""Nobody knows what the persona wants.

Whether a step helps or hinders can only be judged against what the person is after. Write `goals`, `needs` or `jobs`:
two or three, in their words. A persona who is described within a journey has the journey's goal, and one who is
nothing but demographics is a matter of `persona-demographics-only`.

Source: Cooper, "The Inmates Are Running the Asylum": personas are defined by their goals.

Bad:

    # file: rina.persona.yaml
    name: Rina
    role: Runs three times a week
    behaviours: Shops on her phone, late in the evening

Good:

    # file: rina.persona.yaml
    name: Rina
    role: Runs three times a week
    goals: New shoes before the old ones hurt her knee
    behaviours: Shops on her phone, late in the evening
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import quoted
from cjm_cli.lint.rules.persona._about import is_demographics_only
from cjm_cli.model import Persona

LEVEL = Level.WARNING


def check(persona: Persona, facts: Facts) -> Iterator[Defect]:
    """Looks at personas with a file of their own."""
    if facts.journey is not None or is_demographics_only(persona):
        return
    if not (persona.goals or persona.needs or persona.jobs):
        message = f"persona {quoted(persona.name)} has no goals, needs or jobs"
        yield Defect(message, route=("name",), help="say what they want: goals: [New shoes before Sunday's race]")
