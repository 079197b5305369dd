"""What a project's journeys share, ready to be looked up by id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from cjm_cli.model.emotion import Scorer, folded
from cjm_cli.model.experience import Metric, Touchpoint
from cjm_cli.model.project import Channel, Project, SharedMetric, SharedTouchpoint, Team
from cjm_cli.source.slug import slug


class Named(Protocol):
    """Anything with an id that defaults to its name."""

    @property
    def id(self) -> str | None: ...
    @property
    def name(self) -> str: ...


Entry = TypeVar("Entry", bound=Named)


def id_of(entry: Named) -> str:
    """The id as it was written, else the one that the name gives."""
    return entry.id or slug(entry.name)


def by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Entries under their ids; of two with the same id the first counts."""
    found: dict[str, Entry] = {}
    for entry in entries:
        found.setdefault(id_of(entry), entry)
    return found


def look_up(entries: Mapping[str, Entry], text: str) -> Entry | None:
    """An entry by its id, or by the name that its id defaults to."""
    found = entries.get(text)
    return found if found is not None else entries.get(slug(text))


@dataclass(frozen=True)
class Catalogue:
    """The shared channels, touchpoints, metrics and teams of a project, and its lexicon of feelings."""

    channels: Mapping[str, Channel]
    touchpoints: Mapping[str, SharedTouchpoint]
    metrics: Mapping[str, SharedMetric]
    teams: Mapping[str, Team]
    scorer: Scorer

    @classmethod
    def of(cls, project: Project) -> "Catalogue":
        """The catalogue of a project."""
        return cls(
            channels=by_id(project.channels),
            touchpoints=by_id(project.touchpoints),
            metrics=by_id(project.metrics),
            teams=by_id(project.teams),
            scorer=Scorer(project.scale, {folded(word): score for word, score in project.feelings.items()}),
        )

    @cached_property
    def team_names(self) -> tuple[str, ...]:
        """What the teams are called."""
        return tuple(team.name for team in self.teams.values())

    def channel_name(self, text: str) -> str:
        """What a channel is called on a map."""
        found = look_up(self.channels, text)
        return found.name if found else text

    def channel_kind(self, text: str) -> str | None:
        """What sort of medium a channel is, where the catalogue says so."""
        found = look_up(self.channels, text)
        return found.kind.value if found and found.kind else None

    def owner_name(self, text: str | None) -> str | None:
        """What an owner is called: the team's name, or the text itself; None when there is none."""
        found = look_up(self.teams, text) if text else None
        return found.name if found else text

    def shared_touchpoint(self, touchpoint: Touchpoint) -> SharedTouchpoint | None:
        """The catalogue's entry that a touchpoint refers to."""
        return look_up(self.touchpoints, touchpoint.id or touchpoint.name or "")

    def touchpoint_name(self, touchpoint: Touchpoint) -> str:
        """What a touchpoint is called on a map."""
        found = self.shared_touchpoint(touchpoint)
        return found.name if found else touchpoint.name or touchpoint.id or ""

    def touchpoint_channel(self, touchpoint: Touchpoint) -> str | None:
        """The channel that a touchpoint lives in, as it was written."""
        found = self.shared_touchpoint(touchpoint)
        return touchpoint.channel or (found.channel if found else None)

    def metric_name(self, text: str) -> str:
        """What a metric is called, where the catalogue has it."""
        found = look_up(self.metrics, text)
        return found.name if found else text

    def shared_metric(self, metric: Metric) -> SharedMetric | None:
        """The catalogue's entry that a metric refers to."""
        return look_up(self.metrics, metric.id or metric.name or "")
