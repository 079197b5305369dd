"""A journey as it shall be beside the one of today: what is promised, who shall deliver it, and what nobody explains."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from cjm_cli.difference.difference import Felt
from cjm_cli.difference.match import Match, matched
from cjm_cli.difference.summary import Rated, columns, felt
from cjm_cli.difference.tree import Node
from cjm_cli.model import Journey
from cjm_cli.model.catalogue import Catalogue
from cjm_cli.model.choices import OpportunityStatus
from cjm_cli.model.claims import Cell, live
from cjm_cli.model.experience import Metric, Opportunity
from cjm_cli.model.references import Target, item_id
from cjm_cli.model.scores import MUCH, number


class Fate(StrEnum):
    """What shall become of a pain point of today."""

    ANSWERED = "answered"
    """An opportunity names it, or stands beside it when it is the only one."""
    ACCEPTED = "accepted"
    """Somebody says why it stays."""
    GONE = "gone"
    """The step in which it hurts is no longer there."""
    DROPPED = "dropped"
    """The step is still there, the pain is not, and nothing says why."""
    KEPT = "kept"
    """It is still there, and nothing is planned against it."""

    @property
    def is_explained(self) -> bool:
        """Whether a reader learns why."""
        return self not in (Fate.DROPPED, Fate.KEPT)


@dataclass(frozen=True)
class Promise:
    """An opportunity that shall deliver something, in the words of the project."""

    id: str
    text: str
    status: str = ""
    owner: str = ""
    metric: str = ""
    target: str = ""
    """What the metric shall be, where the journey says so."""
    due: str = ""
    ticket: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """What it takes to hold somebody to it, and is not said."""
        return tuple(name for name in ("owner", "metric") if not getattr(self, name))


@dataclass(frozen=True)
class Gap:
    """A column of both journeys with what lies between them, and what shall close it."""

    felt: Felt
    promises: tuple[Promise, ...] = ()

    @property
    def rise(self) -> float | None:
        """By how much they shall feel better, on the common scale."""
        was, shall = self.felt.before, self.felt.after
        return None if was is None or shall is None else round(shall - was, 6)

    @property
    def is_explained(self) -> bool:
        """Whether something shall bring about what is promised; a small rise needs no words."""
        return bool(self.promises) or self.rise is None or self.rise < MUCH


@dataclass(frozen=True)
class Pain:
    """A pain point of today, where it hurts, and what becomes of it."""

    text: str
    within: tuple[str, ...]
    severity: int | None
    fate: Fate
    promises: tuple[Promise, ...] = ()
    accepted: str = ""
    """Why it stays."""


@dataclass(frozen=True)
class Promises:
    """All of it."""

    today: str
    """The title of the journey as it is."""
    tomorrow: str
    gaps: tuple[Gap, ...] = ()
    """Every column in reading order of the future, those that are gone where they stood."""
    pains: tuple[Pain, ...] = ()
    new_pains: tuple[str, ...] = ()
    """What will hurt that does not hurt today."""

    @property
    def unexplained(self) -> tuple[Gap | Pain, ...]:
        """What is promised, and nothing says how."""
        pains = (pain for pain in self.pains if pain.fate is Fate.DROPPED)
        return (*(gap for gap in self.gaps if not gap.is_explained), *pains)

    @property
    def unowned(self) -> tuple[Promise, ...]:
        """Promises that nobody can be held to, each once."""
        every: tuple[Gap | Pain, ...] = (*self.gaps, *self.pains)
        return tuple(dict.fromkeys(promise for one in every for promise in one.promises if promise.missing))


def promises(today: Journey, tomorrow: Journey, catalogue: Catalogue) -> Promises:
    """Compares two journeys of one project."""
    was, shall = (Rated.of(journey, catalogue.scorer) for journey in (today, tomorrow))
    return _Beside(was, shall, matched(was.root, shall.root), catalogue).told()


@dataclass(frozen=True)
class _Beside:
    """Both journeys, and which part of the one is which of the other."""

    was: Rated
    shall: Rated
    match: Match
    catalogue: Catalogue

    def told(self) -> Promises:
        return Promises(
            today=self.was.journey.title,
            tomorrow=self.shall.journey.title,
            gaps=tuple(self._gaps()),
            pains=tuple(map(self._pain, self.was.things(Target.PAIN_POINT))),
            new_pains=tuple(n.name for n in self.shall.things(Target.PAIN_POINT) if n not in self.match.old_of),
        )

    def _gaps(self) -> Iterator[Gap]:
        for before, after in columns(self.match, self.was, self.shall):
            near = [*self._near(before, after)]
            hurting = {item_id(pain) for pain in self.was.cell_of[before].node.pain_points} if before else set[str]()
            far = (chance for chance in self._every if not hurting.isdisjoint(chance.addresses))
            yield Gap(felt(before, after, self.was, self.shall), self._promised([*near, *far]))

    def _near(self, before: Node | None, after: Node | None) -> Iterator[Opportunity]:
        """In or around the cell, on either side."""
        if before is not None:
            yield from self.was.cell_of[before].opportunities
        if after is not None:
            yield from self.shall.cell_of[after].opportunities

    def _pain(self, node: Node) -> Pain:
        before = node.parent
        assert before is not None
        after, future = self.match.new_of.get(before), self.match.new_of.get(node)
        chances = [chance for chance in self._every if node.id in chance.addresses]
        if not chances and len(self.was.cell_of[before].node.pain_points) == 1:
            chances = [chance for chance in self._near(before, after) if not chance.addresses]
        accepted = next((str(one.fields["accepted"]) for one in (future, node) if one and "accepted" in one.fields), "")
        severity = node.fields.get("severity")
        return Pain(
            text=node.name,
            within=node.within,
            severity=severity if isinstance(severity, int) else None,
            fate=_fate(accepted=bool(accepted), answered=bool(chances), cell=after, future=future),
            promises=self._promised(chances),
            accepted=accepted,
        )

    @cached_property
    def _every(self) -> list[Opportunity]:
        """All that has not been rejected, the future's first: it says how far things have come."""
        both = (*self.shall.cell_of.values(), *self.was.cell_of.values())
        return [chance for cell in both for chance in live(cell.node.opportunities)]

    def _promised(self, chances: Iterable[Opportunity]) -> tuple[Promise, ...]:
        """Each once; of one that both journeys have, what the future says of it."""
        newest = {item_id(chance): chance for chance in reversed(self._every)}
        ids = (item_id(chance) for chance in chances)
        return tuple(self._promise(newest[id_]) for id_ in dict.fromkeys(self._now.get(id_, id_) for id_ in ids))

    @cached_property
    def _now(self) -> dict[str, str]:
        """The ids that opportunities of today have in the future."""
        same = ((old, new) for old, new in self.match.new_of.items() if old.sort.target is Target.OPPORTUNITY)
        return {old.id: new.id for old, new in same if new.fields.get("status") != OpportunityStatus.REJECTED}

    def _promise(self, chance: Opportunity) -> Promise:
        return Promise(
            id=item_id(chance),
            text=chance.text,
            status=chance.status.value if chance.status else "",
            owner=self.catalogue.owner_name(chance.owner) or "",
            metric=self.catalogue.metric_name(chance.metric) if chance.metric else "",
            target=self._targets.get(chance.metric or "", ""),
            due=chance.due or "",
            ticket=chance.ticket or "",
        )

    @cached_property
    def _targets(self) -> dict[str, str]:
        """What each metric shall be; what the future says counts."""
        sides = (self.was, self.shall)
        every = (metric for side in sides for metric in (*side.journey.metrics, *_metrics(side.cell_of.values())))
        return {metric.id: _target(metric) for metric in every if metric.id and metric.target is not None}


def _fate(*, accepted: bool, answered: bool, cell: Node | None, future: Node | None) -> Fate:
    if accepted:
        return Fate.ACCEPTED
    if answered:
        return Fate.ANSWERED
    if future is not None:
        return Fate.KEPT
    return Fate.GONE if cell is None else Fate.DROPPED


def _metrics(cells: Iterable[Cell]) -> Iterator[Metric]:
    return (metric for cell in cells for metric in cell.node.metrics)


def _target(metric: Metric) -> str:
    return "" if metric.target is None else " ".join(filter(None, (number(metric.target), metric.unit)))
