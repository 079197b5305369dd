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

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules.reference._elsewhere import leans_on_others, pain_points_elsewhere
from cjm_cli.lint.rules.reference._unknown import all_unknown, unknown
from cjm_cli.model import Journey, Persona
from cjm_cli.model.references import Target, definitions, item_id, references
from cjm_cli.workspace.workspace import Workspace

LEVEL = Level.ERROR
PRESET = Preset.MINIMAL


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at journeys that stand alone."""
    if not leans_on_others(journey):
        yield from all_unknown(facts.references.get(Target.PAIN_POINT, ()), _own(journey))


def check_with_others(workspace: Workspace) -> Iterator[Defect]:
    """Looks at journeys with a persona or a baseline in another file, which is read only when an id is not found here."""
    for entry in workspace.entries:
        journey = workspace.loaded(entry.source).model if entry.references else None
        if isinstance(journey, Journey) and leans_on_others(journey):
            own = _own(journey)
            lost = [r for r in references(journey) if r.target is Target.PAIN_POINT and r.id not in own]
            known = pain_points_elsewhere(journey, workspace) if lost else None
            if known is not None:
                yield from (unknown(r, own | known, file=entry.source) for r in lost if r.id not in known)


def _own(journey: Journey) -> set[str]:
    """The ids of the journey's pain points, and of its inline personas'."""
    inline = (persona for _, persona in journey.all_personas if isinstance(persona, Persona))
    mapped = {defined.id for defined in definitions(journey) if defined.target is Target.PAIN_POINT}
    return mapped | {item_id(pain) for persona in inline for pain in persona.pain_points}
