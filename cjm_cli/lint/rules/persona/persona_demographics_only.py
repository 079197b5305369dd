"""A persona is a row of demographics.

Two women of 34 in mid-sized cities may want opposite things; age and place explain nothing that they do. Say what they
want, need, fear or usually do, and keep only those demographics that make a difference here.

Source: Christensen et al., "Know Your Customers' Jobs to Be Done": demographics do not explain why people choose.

Bad:

    title: Buying shoes
    persona: {name: Rina, demographics: {age: 34, place: mid-sized city}}
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    persona:
      name: Rina
      needs: Measurements in centimetres, per model
      demographics: {age: 34, place: mid-sized city}
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import quoted
from cjm_cli.lint.rules.persona._about import is_demographics_only
from cjm_cli.model import Persona

LEVEL = Level.WARNING


def check(persona: Persona) -> Iterator[Defect]:
    """Looks at personas in files and within journeys."""
    if is_demographics_only(persona):
        yield Defect(
            f"persona {quoted(persona.name)} is described by demographics only",
            route=("demographics",),
            key=True,
            help="say what moves them: needs, behaviours, pain_points, goals",
        )
