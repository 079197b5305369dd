"""A changed journey as one map of both versions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cjm_cli.difference.difference import Change, Compared, Difference
from cjm_cli.model import Journey, Persona, Project
from cjm_cli.page.page import Column, Grid, Group
from cjm_cli.reviews._merged import WAS, merged
from cjm_cli.reviews._pairs import Side, pairs
from cjm_cli.source.limits import Limits
from cjm_cli.source.slug import slug
from cjm_cli.views._subject import Subject
from cjm_cli.views.journey import grid
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Linker, PersonaEntry


@dataclass(frozen=True)
class Drawn:
    """The map of a journey, and the address of what each of its changes is about; none for what is not on the map."""

    grid: Grid
    anchors: tuple[str, ...]


def drawn(compared: Compared, difference: Difference) -> Drawn | None:
    """The map of both versions, or of the only one; None where there is nothing to draw."""
    olds, news = (_subject(compared, difference, side) for side in (0, 1))
    prefix = slug(compared.id) or "journey"
    found = [(grid(one), Side.of(one)) for one in (olds, news) if one is not None and one.columns]
    if not found:
        return None
    if len(found) == 1:
        ((only, side),) = found
        return Drawn(_prefixed(only, prefix), tuple(_anchor(one, only, side, prefix) for one in compared.changes))
    (old, old_side), (new, new_side) = found
    paired = pairs(old_side, new_side, compared.changes)
    whole = merged(old, new, (old_side, new_side), paired)
    now = {was: new.columns[index].id for index, was in paired.columns.items()}
    gone = {index: f"{WAS}/{column.id}" for index, column in enumerate(old.columns)}
    anchors = tuple(
        _anchor(one, new, new_side, prefix) if one.new else _anchor_of_gone(one, gone | now, old_side, prefix)
        for one in compared.changes
    )
    return Drawn(_prefixed(whole, prefix), anchors)


def _subject(compared: Compared, difference: Difference, side: int) -> Subject | None:
    journey = (compared.old, compared.new)[side]
    if not isinstance(journey, Journey):
        return None
    project = difference.projects[side] if difference.projects else Project()
    workspace = Linker(project, None, Limits()).workspace()
    personas = _personas(journey, difference, side)
    # What it is based on is another comparison.
    alone = journey.model_copy(update={"based_on": None})
    return Subject(compared.id, alone, replace(workspace, personas=personas))


def _personas(journey: Journey, difference: Difference, side: int) -> Mapping[str, PersonaEntry]:
    """Whose journey it is; of those that did not change nothing is known but their ids."""
    found = {one.id: (one.old, one.new)[side] for one in difference.compared if one.entity == "persona"}
    entries = {}
    for _, given in journey.all_personas:
        if isinstance(given, str):
            known = found.get(given)
            model = known if isinstance(known, Persona) else Persona(name=given)
            entries[given] = PersonaEntry(given, SourceFile(given, Path(given)), model)
    return entries


def _anchor(change: Change, of: Grid, side: Side, prefix: str) -> str:
    place = change.new or change.old
    index = side.column_of(place.route) if place else None
    return f"{prefix}/{of.columns[index].id}" if index is not None else ""


def _anchor_of_gone(change: Change, addresses: Mapping[int, str], side: Side, prefix: str) -> str:
    """Where it stood, if that is still there, else where it is shown as gone."""
    index = side.column_of(change.old.route) if change.old else None
    return f"{prefix}/{addresses[index]}" if index is not None else ""


def _prefixed(of: Grid, prefix: str) -> Grid:
    """With addresses that no other map on the page has."""
    return replace(of, groups=tuple(_group(group, prefix) for group in of.groups))


def _group(group: Group, prefix: str) -> Group:
    columns = tuple(_column(column, prefix) for column in group.columns)
    return replace(group, id=f"{prefix}/{group.id}" if group.id else "", columns=columns)


def _column(column: Column, prefix: str) -> Column:
    return replace(column, id=f"{prefix}/{column.id}")
