"""An opportunity addresses a pain point that nobody has.

The link from a pain point to its answer is what turns a map into a plan. An opportunity may address any pain point of
its journey, of the journey's personas, and of the journey that it is `based_on`. The id is the one that was written,
else the text in kebab-case.

Source: TheyDo's opportunity chain: insights lead to opportunities, opportunities to solutions.

Bad:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        pain_points: {id: late-fee, text: The fee comes as a surprise}
        opportunities: {text: Show the total early, addresses: hidden-fee}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        pain_points: {id: late-fee, text: The fee comes as a surprise}
        opportunities: {text: Show the total early, addresses: late-fee}
"""

from collections.abc import Iterator

from cjm_cli.finding import Safety
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules.reference._elsewhere import pain_points_elsewhere
from cjm_cli.lint.rules.reference._unknown import unknown
from cjm_cli.model import Journey, Persona
from cjm_cli.model.references import Anatomy, Target, item_id
from cjm_cli.workspace.workspace import Workspace

LEVEL = Level.ERROR
FIX = Safety.SAFE
PRESET = Preset.MINIMAL


def check(workspace: Workspace) -> Iterator[Defect]:
    """Looks at what the journey itself does not have; other files are read only then."""
    for entry in workspace.entries:
        lost = [reference for reference in entry.references if reference.target is Target.PAIN_POINT]
        known = _known(workspace.read(entry), workspace) if lost else None
        if known is not None:
            yield from (unknown(r, known, file=entry.source) for r in lost if r.id not in known)


def _known(journey: Journey, workspace: Workspace) -> set[str] | None:
    """Every pain point that the journey may speak of; None when a file that may hold some cannot be read."""
    inline = (persona for _, persona in journey.all_personas if isinstance(persona, Persona))
    own = {defined.id for defined in Anatomy(journey).definitions if defined.target is Target.PAIN_POINT}
    own |= {item_id(pain) for persona in inline for pain in persona.pain_points}
    elsewhere = pain_points_elsewhere(journey, workspace)
    return None if elsewhere is None else own | elsewhere
