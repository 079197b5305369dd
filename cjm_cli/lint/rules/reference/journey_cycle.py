"""A journey is its own ancestor, or its own baseline.

`parent` leads from a detail to the larger map, `based_on` from the future to today. A chain that returns to where it
began has no largest map and no today. Remove one link of it.

Source: cjm's format: `parent` and `based_on` point to another map.

Bad:

    # file: journeys/buying.journey.yaml
    title: Buying shoes
    parent: paying
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
    # file: journeys/paying.journey.yaml
    title: Paying for shoes
    parent: buying
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: calm}

Good:

    # file: journeys/buying.journey.yaml
    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
    # file: journeys/paying.journey.yaml
    title: Paying for shoes
    parent: buying
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: calm}
"""

from collections.abc import Iterator, Mapping

from cjm_cli.lint.rule import Defect, Level, Place, Preset
from cjm_cli.lint.rules._words import quoted
from cjm_cli.workspace.workspace import Workspace

LEVEL = Level.ERROR
PRESET = Preset.MINIMAL
CHAINS = {"parent": "ancestor", "based_on": "baseline"}


def check(workspace: Workspace) -> Iterator[Defect]:
    """Follows both chains from every journey; each cycle is reported once."""
    for field, role in CHAINS.items():
        for cycle in _cycles(_links(workspace, field)):
            first, *others = (workspace.journeys[id_] for id_ in cycle)
            yield Defect(
                f"journey {quoted(first.id)} is its own {role}",
                route=(field,),
                help=f'the chain is {" → ".join((*cycle, first.id))}; remove one "{field}"',
                related=tuple(Place((field,), "and from here on", file=other.source) for other in others),
                file=first.source,
            )


def _links(workspace: Workspace, field: str) -> dict[str, str]:
    return {
        entry.id: reference.id.partition("#")[0]
        for entry in workspace.journeys.values()
        for reference in entry.references
        if reference.route == (field,)
    }


def _cycles(after: Mapping[str, str]) -> Iterator[list[str]]:
    done: set[str] = set()
    for start in after:
        path: list[str] = []
        here: str | None = start
        while here is not None and here not in done:
            done.add(here)
            path.append(here)
            here = after.get(here)
        if here in path:
            yield path[path.index(here) :]
