"""One side of a comparison: its project, and those of its files that are not the same on the other side."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cjm_cli.model import Journey, Persona, Project
from cjm_cli.model.catalogue import Catalogue, id_of
from cjm_cli.model.references import Anatomy, Target
from cjm_cli.source.slug import slug
from cjm_cli.workspace.load import Loaded

Key: TypeAlias = tuple[Target, str]
"""What an id stands for, and the id."""
Mentions: TypeAlias = Callable[[frozenset[Key]], Mapping[Key, int]]
"""How often a whole project refers to each of these ids."""

_IN_CATALOGUE = {Target.CHANNEL, Target.TOUCHPOINT, Target.METRIC, Target.TEAM}


@dataclass(frozen=True)
class Version:
    """A side. `mentions` counts over the whole of it, files that did not change included; it is asked only when needed."""

    label: str
    """What the user calls it: `HEAD~3`, or a path."""
    project: Project
    loaded: Sequence[Loaded]
    """The files that are not the same on the other side."""
    mentions: Mentions | None = None
    """Counts as `mentioned` does; without it nobody else is known to refer to anything."""

    @property
    def catalogue(self) -> Catalogue:
        """What its journeys share."""
        return Catalogue.of(self.project)

    def count(self, keys: frozenset[Key]) -> Mapping[Key, int]:
        """How often all of it refers to these."""
        return (self.mentions or mentioned_by(self.project, self.loaded))(keys)


def mentioned_by(project: Project, loaded: Sequence[Loaded]) -> Mentions:
    """Counts in these files alone."""
    return lambda keys: mentioned(project, loaded, keys)


def mentioned(project: Project, loaded: Iterable[Loaded], keys: frozenset[Key]) -> Counter[Key]:
    """How often a project and some files, one after the other, refer to each of these ids without defining it themselves."""
    found: Counter[Key] = Counter()
    for made in (_of_project(project), *map(_of_file, loaded)):
        found.update(key for reference in made for key in _spellings(*reference) if key in keys)
    return found


def _of_project(project: Project) -> Iterator[Key]:
    for touchpoint in project.touchpoints:
        if touchpoint.channel is not None:
            yield Target.CHANNEL, touchpoint.channel
        if touchpoint.owner is not None:
            yield Target.TEAM, touchpoint.owner


def _of_file(loaded: Loaded) -> Iterator[Key]:
    model = loaded.model
    if isinstance(model, Journey) and loaded.anatomy is not None:
        own = own_ids(model, loaded.anatomy)
        every = ((reference.target, reference.id) for reference in loaded.anatomy.references)
        yield from (key for key in every if key not in own)
    elif isinstance(model, Persona):
        yield from ((Target.CHANNEL, channel) for channel in model.channels)
        if model.owner is not None:
            yield Target.TEAM, model.owner


def own_ids(journey: Journey, anatomy: Anatomy) -> set[Key]:
    """What a journey defines itself: who refers to it there means nothing beyond."""
    inline = {(Target.PERSONA, id_of(persona)) for _, persona in journey.all_personas if isinstance(persona, Persona)}
    return inline | {(definition.target, definition.id) for definition in anatomy.definitions}


def _spellings(target: Target, id_: str) -> set[Key]:
    """The ids that a reference may mean: an entry of the catalogue goes by its name as well, a step by its journey."""
    if target in _IN_CATALOGUE:
        return {(target, id_), (target, slug(id_))}
    return {(target, id_), (target, id_.partition("#")[0])} if target is Target.JOURNEY else {(target, id_)}
