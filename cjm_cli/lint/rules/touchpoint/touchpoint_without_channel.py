"""Nobody can tell in which channel a touchpoint lies.

The same advice feels different on a screen, by phone and in a shop. The channel may stand at the touchpoint, at its
entry in cjm.yaml, or under `channels` of the step or stage. When no touchpoint of a journey has one, it is said once.

Source: Nielsen Norman Group, "When and How to Create Customer Journey Maps": touchpoints go with the channels that
they use.

Bad:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Recommendation, emotion: curious}

Good:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: {name: Recommendation, channel: chat}, emotion: curious}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._placeholders import is_placeholder
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model import Journey
from cjm_cli.model.experience import Touchpoint
from cjm_cli.source.slug import slug
from cjm_cli.span import Route
from cjm_cli.workspace.workspace import Workspace

LEVEL = Level.WARNING
HELP = "say how: {name: …, channel: web}, or channels: web beside it"


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at the touchpoints of the journey that the catalogue does not describe."""
    lost = list(_without_channel(journey, facts))
    if len(lost) > 1 and len(lost) == len(facts.nodes.get(Touchpoint, ())):
        yield Defect("no touchpoint says in which channel it lies", route=("title",), help=HELP)
    else:
        yield from (_defect(facts.catalogue.touchpoint_name(touchpoint), route) for route, touchpoint in lost)


def check_catalogue(workspace: Workspace) -> Iterator[Defect]:
    """Looks at the touchpoints of the catalogue."""
    for index, touchpoint in enumerate(workspace.project.touchpoints):
        if touchpoint.channel is None:
            where = ("touchpoints", index, "name")
            yield Defect(_message(touchpoint.name), route=where, help="add channel: …", file=workspace.settings_file)


def _without_channel(journey: Journey, facts: Facts) -> Iterator[tuple[Route, Touchpoint]]:
    known = _known_here(facts)
    for stage_route, stage in journey.all_stages():
        steps = [((*stage_route, "steps", index), step) for index, step in enumerate(stage.steps)]
        for route, cell in ((stage_route, stage), *steps):
            for index, touchpoint in enumerate(cell.touchpoints):
                shared = facts.catalogue.shared_touchpoint(touchpoint)
                told = shared or cell.channels or stage.channels or known & _names(touchpoint)
                if not told and not _is_asked_for_elsewhere(touchpoint, facts):
                    yield (*route, "touchpoints", index), touchpoint


def _is_asked_for_elsewhere(touchpoint: Touchpoint, facts: Facts) -> bool:
    """Whether other rules want it to be written, or to be one of those in the catalogue."""
    return is_placeholder(touchpoint.name or "") or (bool(facts.catalogue.touchpoints) and touchpoint.is_bare)


def _known_here(facts: Facts) -> set[str]:
    found = (touchpoint for _, touchpoint in facts.nodes.get(Touchpoint, ()))
    return {name for touchpoint in found if touchpoint.channel for name in _names(touchpoint)}


def _names(touchpoint: Touchpoint) -> set[str]:
    return {slug(name) for name in (touchpoint.id, touchpoint.name) if name}


def _defect(name: str, route: Route) -> Defect:
    return Defect(_message(name), route=(*route, "name"), help=HELP)


def _message(name: str) -> str:
    return f"touchpoint {quoted(name)} has no channel"
