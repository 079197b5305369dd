"""A channel is named that the project's catalogue does not list.

Two spellings of one channel look like two channels, and every count of channels is wrong. Once cjm.yaml lists
channels, the list is meant to be complete: correct the name, or add the channel. A project without a list may name
them freely.

Source: cjm's format: a channel is a name or an id of the catalogue.

Bad:

    # file: cjm.yaml
    channels: [{id: web, name: Web shop}, {id: store, name: Flagship store}]
    # file: journeys/buying-shoes.journey.yaml
    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Shop window, channels: stroe, emotion: curious}

Good:

    # file: cjm.yaml
    channels: [{id: web, name: Web shop}, {id: store, name: Flagship store}]
    # file: journeys/buying-shoes.journey.yaml
    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Shop window, channels: store, emotion: curious}
"""

from collections.abc import Iterator
from dataclasses import replace

from cjm_cli.finding import Safety
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules.reference._unknown import not_in_catalogue
from cjm_cli.model import Journey, Persona
from cjm_cli.model.references import Reference, Target
from cjm_cli.workspace.workspace import Workspace

LEVEL = Level.WARNING
FIX = Safety.SAFE
PRESET = Preset.MINIMAL


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at the journey and its inline personas."""
    return not_in_catalogue(facts.references.get(Target.CHANNEL, ()), facts.catalogue.channels)


def check_persona(persona: Persona, facts: Facts) -> Iterator[Defect]:
    """Looks at a persona with a file of its own."""
    channels = persona.channels if facts.journey is None else ()
    made = (Reference(Target.CHANNEL, channel, ("channels", index)) for index, channel in enumerate(channels))
    return not_in_catalogue(made, facts.catalogue.channels)


def check_catalogue(workspace: Workspace) -> Iterator[Defect]:
    """Looks at the touchpoints of the catalogue."""
    made = (
        Reference(Target.CHANNEL, touchpoint.channel, ("touchpoints", index, "channel"))
        for index, touchpoint in enumerate(workspace.project.touchpoints)
        if touchpoint.channel
    )
    found = not_in_catalogue(made, workspace.catalogue.channels)
    return (replace(defect, file=workspace.settings_file) for defect in found)
