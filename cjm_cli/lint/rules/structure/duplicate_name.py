"""Two stages or two steps of a journey have the same name.

Nobody who speaks of "the waiting step" is understood, and an id that comes from such a name means the first of them.
Say what makes them different. Steps of different actors may share a name; equal ids that were written are a matter of
`duplicate-id`.

Source: WCAG 2.2, success criterion 2.4.6: headings and labels describe their topic or purpose.

Bad:

    title: Buying shoes
    stages:
      - {name: Choosing, touchpoints: Web shop, emotion: curious}
      - {name: Choosing, touchpoints: Size guide, emotion: unsure}

Good:

    title: Buying shoes
    stages:
      - {name: Choosing a model, touchpoints: Web shop, emotion: curious}
      - {name: Choosing a size, touchpoints: Size guide, emotion: unsure}
"""

from collections.abc import Iterable, Iterator

from cjm_cli.lint.rule import Defect, Level, Place
from cjm_cli.lint.rules._words import called
from cjm_cli.model import Journey, Stage, Step
from cjm_cli.model.references import item_id
from cjm_cli.source.slug import slug
from cjm_cli.span import Route

LEVEL = Level.WARNING


def check(journey: Journey) -> Iterator[Defect]:
    """Looks at the stages, then at all steps."""
    yield from _twice((("stages", index), stage) for index, stage in enumerate(journey.stages))
    yield from _twice(journey.all_steps())


def _twice(cells: Iterable[tuple[Route, Stage | Step]]) -> Iterator[Defect]:
    first: dict[tuple[str, str | None], tuple[Route, Stage | Step]] = {}
    for route, cell in cells:
        before_route, before = first.setdefault(_name(cell), (route, cell))
        if before is not cell and not _share_a_written_id(cell, before):
            place = Place((*before_route, _field(before)), "first called so here")
            message = f"{called(cell)} has the name of another"
            yield Defect(message, route=(*route, _field(cell)), help="say what makes it different", related=(place,))


def _name(cell: Stage | Step) -> tuple[str, str | None]:
    title, actor = (cell.name, None) if isinstance(cell, Stage) else (cell.title, cell.actor)
    return slug(title) or title, actor


def _share_a_written_id(cell: Stage | Step, before: Stage | Step) -> bool:
    return item_id(cell) == item_id(before) and (cell.id is not None or before.id is not None)


def _field(cell: Stage | Step) -> str:
    return "name" if cell.name else "action"
