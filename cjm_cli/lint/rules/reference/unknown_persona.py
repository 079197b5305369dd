"""A journey names a persona that the project does not have.

The map would show nobody's journey. Usually the id is misspelt, or the persona's file was renamed or deleted.

Source: references resolve across the whole project; an id defaults to the file's name.

Bad:

    title: Buying shoes
    persona: reena
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    persona: {id: rina, name: Rina}
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: {by_persona: {rina: 1}}}
"""

from collections.abc import Iterator

from cjm_cli.finding import Safety
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules.reference._unknown import unknown
from cjm_cli.model.references import Target
from cjm_cli.workspace.workspace import Workspace

LEVEL = Level.ERROR
FIX = Safety.SAFE
PRESET = Preset.MINIMAL


def check(workspace: Workspace) -> Iterator[Defect]:
    """Looks at every persona that a journey refers to and that is not described in the journey itself."""
    for entry in workspace.entries:
        known = {*workspace.personas, *entry.personas}
        for reference in entry.references:
            if reference.target is Target.PERSONA and reference.id not in known:
                yield unknown(reference, known, file=entry.source)
