"""A changed journey as one map of both versions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from cjm_cli.difference.difference import Compared, Difference, Place
from cjm_cli.model import Journey, Persona, Project
from cjm_cli.page.page import Column, Grid, Group
from cjm_cli.reviews._merged import WAS, merged
from cjm_cli.reviews._pairs import Side, pairs
from cjm_cli.source.limits import Limits
from cjm_cli.source.slug import slug
from cjm_cli.views._subject import Subject
from cjm_cli.views.journey import grid
from cjm_cli.workspace.introduction import PersonaEntry
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Linker


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
        stands, here = _Anchors(prefix, only), {index: column.id for index, column in enumerate(only.columns)}
        anchors = (stands.of(one.new or one.old, here, side) for one in compared.changes)
        return Drawn(_prefixed(only, prefix), tuple(anchors))
    (old, old_side), (new, new_side) = found
    paired = pairs(old_side, new_side, compared.changes)
    whole = merged(old, new, (old_side, new_side), paired)
    gone = {index: f"{WAS}/{column.id}" for index, column in enumerate(old.columns)}
    kept = {was: new.columns[index].id for index, was in paired.columns.items()}
    here = {index: column.id for index, column in enumerate(new.columns)}
    stands = _Anchors(prefix, whole)
    anchors = (
        stands.of(one.new, here, new_side) if one.new else stands.of(one.old, gone | kept, old_side)
        for one in compared.changes
    )
    return Drawn(_prefixed(whole, prefix), tuple(anchors))


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
    """Whose journey it is; of those that were not read nothing is known but their ids."""
    known = difference.personas[side]
    entries = {}
    for _, given in journey.all_personas:
        if isinstance(given, str):
            model = known.get(given) or Persona(name=given)
            entries[given] = PersonaEntry(given, SourceFile(given, Path(given)), model)
    return entries


@dataclass(frozen=True)
class _Anchors:
    """Where in a map something stands."""

    prefix: str
    whole: Grid

    def of(self, place: Place | None, addresses: Mapping[int, str], side: Side) -> str:
        """The address of its column; empty for what is not on the map."""
        index = side.column_of(place.route) if place else None
        address = self._shown.get(addresses[index], "") if index is not None else ""
        return f"{self.prefix}/{address}" if address else ""

    @cached_property
    def _shown(self) -> Mapping[str, str]:
        """For each column the address that is written: one without a head of its own has that of its stage."""
        found: dict[str, str] = {}
        for group in self.whole.groups:
            head = next((address for address in (group.id, *_titled(group)) if address), "")
            found |= {column.id: column.id if column.title else head for column in group.columns}
        return found


def _titled(group: Group) -> Iterator[str]:
    return (column.id for column in group.columns if column.title)


def _prefixed(of: Grid, prefix: str) -> Grid:
    """With addresses that no other map on the page has."""
    return replace(of, groups=tuple(_group(group, prefix) for group in of.groups))


def _group(group: Group, prefix: str) -> Group:
    columns = tuple(_column(column, prefix) for column in group.columns)
    return replace(group, id=f"{prefix}/{group.id}" if group.id else "", columns=columns)


def _column(column: Column, prefix: str) -> Column:
    return replace(column, id=f"{prefix}/{column.id}")
