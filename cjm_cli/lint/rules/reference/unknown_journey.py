"""A journey refers to another journey that the project does not have.

`parent`, `based_on` and the `journey` of a step tie maps together. When the other map was renamed or deleted, nobody
can follow the thread any more. Correct the id, or remove the reference.

Source: cjm's format: references resolve across the whole project; an id defaults to the file's name.

Bad:

    title: Buying shoes, as it shall be
    state: future
    based_on: buying-shoes-today
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    # file: journeys/buying-shoes-today.journey.yaml
    title: Buying shoes
    state: current
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: bored}
    # file: journeys/buying-shoes-future.journey.yaml
    title: Buying shoes, as it shall be
    state: future
    based_on: buying-shoes-today
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
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
    """Looks at every id of a journey; of `journey#step` at the part before the `#`."""
    for entry in workspace.entries:
        for reference in entry.references:
            id_ = reference.id.partition("#")[0]
            if reference.target is Target.JOURNEY and id_ not in workspace.journeys:
                yield unknown(reference._replace(id=id_), workspace.journeys, file=entry.source)
