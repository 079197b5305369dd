"""A touchpoint is named that the project's catalogue does not list.

Once cjm.yaml lists touchpoints, a bare name refers to one of them, so that all maps mean the same thing by it.
Correct the name, add the touchpoint to the catalogue, or describe it on the spot with its channel: then it is one of
the journey's own. A project without a list may name touchpoints freely.

Source: cjm's format: a touchpoint is a name, an id of the catalogue, or an object of its own.

Bad:

    # file: cjm.yaml
    touchpoints: [{id: size-guide, name: Size guide, channel: web}]
    # file: journeys/buying-shoes.journey.yaml
    title: Buying shoes
    stages:
      - {name: Choosing, touchpoints: size-giude, emotion: unsure}

Good:

    # file: cjm.yaml
    touchpoints: [{id: size-guide, name: Size guide, channel: web}]
    # file: journeys/buying-shoes.journey.yaml
    title: Buying shoes
    stages:
      - {name: Choosing, touchpoints: [size-guide, {name: A friend, channel: chat}], emotion: unsure}
"""

from collections.abc import Iterator

from cjm_cli.finding import Safety
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules.reference._unknown import not_in_catalogue
from cjm_cli.model import Journey
from cjm_cli.model.experience import Touchpoint
from cjm_cli.model.references import Target
from cjm_cli.source.slug import slug

LEVEL = Level.WARNING
FIX = Safety.SAFE
PRESET = Preset.MINIMAL


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at every touchpoint that is named without saying more of it."""
    own = _described_here(facts)
    named = (r for r in facts.references.get(Target.TOUCHPOINT, ()) if slug(r.id) not in own)
    return not_in_catalogue(named, facts.catalogue.touchpoints)


def _described_here(facts: Facts) -> set[str]:
    found = (touchpoint for _, touchpoint in facts.nodes.get(Touchpoint, ()))
    return {
        slug(name)
        for touchpoint in found
        if not touchpoint.is_bare
        for name in (touchpoint.id, touchpoint.name)
        if name
    }
