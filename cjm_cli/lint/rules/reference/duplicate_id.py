"""Two things of the same kind have the same id.

A reference to that id means the first of them, and the second can never be meant. Give one of them another id. Across
files this holds for journeys and personas; within a journey for stages, steps, pain points, opportunities and
evidence.

Source: cjm's format: an id is unique within its kind.

Bad:

    title: Buying shoes
    stages:
      - {id: choose, name: Choosing a model, touchpoints: Web shop, emotion: curious}
      - {id: choose, name: Choosing a size, touchpoints: Size guide, emotion: unsure}

Good:

    title: Buying shoes
    stages:
      - {id: choose-model, name: Choosing a model, touchpoints: Web shop, emotion: curious}
      - {id: choose-size, name: Choosing a size, touchpoints: Size guide, emotion: unsure}
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Place, Preset
from cjm_cli.lint.rules._words import quoted
from cjm_cli.lint.rules.reference._catalogue import entries
from cjm_cli.model import Journey
from cjm_cli.model.catalogue import id_of
from cjm_cli.model.references import Definition, Target
from cjm_cli.span import Route
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.workspace import Workspace

LEVEL = Level.ERROR
PRESET = Preset.MINIMAL


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks within the journey; two derived ids are two equal names, which is another rule's matter."""
    first: dict[tuple[Target, str], Definition] = {}
    for defined in chain.from_iterable(facts.definitions.values()):
        before = first.setdefault((defined.target, defined.id), defined)
        if before is not defined and (before.explicit or defined.explicit):
            yield _twice(defined.target, defined.id, defined.route, before.route)


def check_across_files(workspace: Workspace) -> Iterator[Defect]:
    """Looks at journeys and personas."""
    for twin in workspace.twins:
        target = Target.JOURNEY if isinstance(twin, JourneyEntry) else Target.PERSONA
        first = workspace.journeys[twin.id] if target is Target.JOURNEY else workspace.personas[twin.id]
        place = Place(("id",), "first given here", file=first.source)
        yield replace(_twice(target, twin.id, (), ()), related=(place,), file=twin.source)


def check_catalogue(workspace: Workspace) -> Iterator[Defect]:
    """Looks at the catalogue in cjm.yaml."""
    first: dict[tuple[Target, str], Route] = {}
    for target, route, entry in entries(workspace.project):
        before = first.setdefault((target, id_of(entry)), route)
        if before != route:
            yield replace(_twice(target, id_of(entry), route, before), file=workspace.settings_file)


def _twice(target: Target, id_: str, route: Route, first: Route) -> Defect:
    return Defect(
        f"{target} id {quoted(id_)} is given twice",
        route=(*route, "id"),
        help="give one of them another id",
        related=(Place((*first, "id"), "first given here"),),
    )
