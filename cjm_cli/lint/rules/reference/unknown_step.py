"""A way leads to a step that the journey does not have.

`next` and the part after `#` in `parent: journey#step` name a step by its id: the one that was written, else its name
in kebab-case. A step that was renamed leaves such a way hanging. Correct the id, or give the step the id that others
use.

Source: cjm's format: the id of a step defaults to its name.

Bad:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: calm
        steps:
          - {name: Choose a card, next: pay}
          - {name: Confirm}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: calm
        steps:
          - {name: Choose a card, next: confirm}
          - {name: Confirm}
"""

from collections.abc import Iterator

from cjm_cli.finding import Safety
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules.reference._unknown import all_unknown, unknown
from cjm_cli.model import Journey
from cjm_cli.model.references import Anatomy, Reference, Target
from cjm_cli.workspace.workspace import Workspace

LEVEL = Level.ERROR
FIX = Safety.SAFE
PRESET = Preset.MINIMAL


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at the ways within the journey."""
    known = {step.id for step in facts.definitions.get(Target.STEP, ())}
    yield from all_unknown(facts.references.get(Target.STEP, ()), known)


def check_in_other_journeys(workspace: Workspace) -> Iterator[Defect]:
    """Looks at `journey#step`, when that journey is there."""
    for entry in workspace.entries:
        for reference in entry.references:
            id_, _, step = reference.id.partition("#")
            if reference.target is Target.JOURNEY and step and (journey := workspace.journey(id_)):
                known = {defined.id for defined in Anatomy(journey).definitions if defined.target is Target.STEP}
                if step not in known:
                    yield unknown(Reference(Target.STEP, step, reference.route), known, file=entry.source)
