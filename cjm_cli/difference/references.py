"""Who still refers to what is gone: on the new side, and in the files that did not change."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from cjm_cli.difference.version import Key, Version, mentioned, own_ids
from cjm_cli.model import Journey, Persona
from cjm_cli.model.catalogue import by_id
from cjm_cli.model.references import Anatomy, Target, item_id

_INSIDE = {Target.STAGE, Target.STEP, Target.EVIDENCE, Target.OPPORTUNITY}
"""What only its own journey refers to."""


class Dangling:
    """How many references lead nowhere now. The whole project is asked once, for all that is gone."""

    def __init__(self, old: Version, new: Version) -> None:
        self.old, self.new = old, new

    def to(self, key: Key) -> int:
        """Those from anywhere in the project, beyond the file that had it."""
        return self._counts.get(key, 0)

    @cached_property
    def _counts(self) -> dict[Key, int]:
        gone = frozenset({*_defined(self.old)} - {*_defined(self.new)})
        if not gone:
            return {}
        everywhere = self.old.count(gone)
        before = mentioned(self.old.project, self.old.loaded, gone)
        now = mentioned(self.new.project, self.new.loaded, gone)
        return {key: everywhere.get(key, 0) - before[key] + now[key] for key in gone}


class Within:
    """The same for one journey, whose own references count too."""

    def __init__(self, dangling: Dangling, new: Journey | None) -> None:
        self.dangling, self.new = dangling, new

    def to(self, keys: Iterable[Key]) -> int:
        """How many there are to all of these together."""
        return sum(self._to(key) for key in {*keys} - self._own)

    def _to(self, key: Key) -> int:
        return self._references.count(key) if key[0] in _INSIDE else self.dangling.to(key)

    @cached_property
    def _anatomy(self) -> Anatomy | None:
        return Anatomy(self.new) if self.new else None

    @cached_property
    def _own(self) -> set[Key]:
        return own_ids(self.new, self._anatomy) if self.new and self._anatomy else set()

    @cached_property
    def _references(self) -> list[Key]:
        made = self._anatomy.references if self._anatomy else ()
        return [(reference.target, reference.id) for reference in made]


def _defined(version: Version) -> Iterator[Key]:
    """All that a file may refer to in another one."""
    project = version.project
    yield from ((Target.CHANNEL, id_) for id_ in by_id(project.channels))
    yield from ((Target.TOUCHPOINT, id_) for id_ in by_id(project.touchpoints))
    yield from ((Target.METRIC, id_) for id_ in by_id(project.metrics))
    yield from ((Target.TEAM, id_) for id_ in by_id(project.teams))
    for loaded in version.loaded:
        if loaded.kind in (Target.JOURNEY, Target.PERSONA):
            yield Target(loaded.kind), loaded.id
        if isinstance(loaded.model, Persona):
            yield from ((Target.PAIN_POINT, item_id(pain)) for pain in loaded.model.pain_points)
        elif isinstance(loaded.model, Journey) and loaded.anatomy is not None:
            own = own_ids(loaded.model, loaded.anatomy)
            yield from (key for key in own if key[0] is Target.PAIN_POINT)
            yield from ((Target.JOURNEY, f"{loaded.id}#{id_}") for target, id_ in own if target is Target.STEP)
