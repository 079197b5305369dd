"""A checked project becomes what is counted in each of its journeys; a journey is read once, and let go."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cjm_cli.finding import Finding, Severity
from cjm_cli.lint.rules.opportunity._severity import HURTS
from cjm_cli.model import Journey
from cjm_cli.model.choices import OpportunityStatus, State
from cjm_cli.model.claims import claims
from cjm_cli.site.atlas import PainRow
from cjm_cli.site.facts import JourneyFacts
from cjm_cli.site.gather import gather
from cjm_cli.site.linked import atlas_of
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.workspace import Workspace

NEEDED = ("summary", "state", "scenario", "goal", "trigger", "outcome", "basis", "status", "owner")
"""What a reader has to be told about a journey, beside whose it is and what its stages are for."""


@dataclass(frozen=True)
class PainSeen:
    """A pain point and what became of it."""

    severity: int | None
    is_open: bool
    """Neither accepted nor answered by an opportunity that is done."""
    is_answered: bool
    """Accepted, or answered by an opportunity that has an owner and a status other than rejected."""

    @property
    def is_grave(self) -> bool:
        """Whether it asks for an answer."""
        return self.severity is not None and self.severity >= HURTS


@dataclass(frozen=True)
class Told:
    """What the model of a journey is needed for."""

    stages: int
    steps: int
    filled: int
    """How many of the things that a reader needs are there, of `needed`."""
    needed: int
    proven: int
    """How many emotions and pain points of today name evidence, of `claimed`."""
    claimed: int


@dataclass(frozen=True)
class Seen:
    """A journey as it is counted. `key` is its id, with its file where another has the same."""

    key: str
    entry: JourneyEntry
    facts: JourneyFacts
    told: Told
    pains: tuple[PainSeen, ...]
    errors: int = 0
    warnings: int = 0


@dataclass(frozen=True)
class Sight:
    """The journeys of a project, and those that cannot be understood."""

    journeys: tuple[Seen, ...]
    broken: tuple[tuple[str, JourneyEntry], ...]


def sight(workspace: Workspace, findings: Iterable[Finding]) -> Sight:
    """What is counted in every journey, in the order of their keys."""
    keys = [*_keyed(workspace)]
    found = Counter((finding.location.path, finding.severity) for finding in findings)
    read = [(key, entry, *_read(key, entry, workspace)) for key, entry in keys if entry.sound]
    pains = _pains(atlas_of((facts for _, _, facts, _ in read), workspace).pains)
    seen = (
        Seen(
            key,
            entry,
            facts,
            told,
            tuple(pains.get(key, ())),
            errors=found[entry.source.name, Severity.ERROR],
            warnings=found[entry.source.name, Severity.WARNING],
        )
        for key, entry, facts, told in read
    )
    return Sight(tuple(seen), tuple((key, entry) for key, entry in keys if not entry.sound))


def _keyed(workspace: Workspace) -> Iterator[tuple[str, JourneyEntry]]:
    entries = [*workspace.journeys.values(), *(twin for twin in workspace.twins if isinstance(twin, JourneyEntry))]
    taken: set[str] = set()
    for entry in sorted(entries, key=lambda entry: (entry.id, entry.source.inside)):
        yield (f"{entry.id} ({entry.source.inside})" if entry.id in taken else entry.id), entry
        taken.add(entry.id)


def _read(key: str, entry: JourneyEntry, workspace: Workspace) -> tuple[JourneyFacts, Told]:
    journey = workspace.read(entry)
    # What shall be was observed by nobody.
    proven = [] if journey.state is State.FUTURE else claims(journey)
    filled = [*_filled(journey)]
    told = Told(
        stages=len(journey.stages),
        steps=sum(1 for _ in journey.all_steps()),
        filled=sum(filled),
        needed=len(filled),
        proven=sum(proven),
        claimed=len(proven),
    )
    return gather(entry, workspace, key), told


def _filled(journey: Journey) -> Iterator[bool]:
    yield bool(journey.all_personas)
    yield from (getattr(journey, field) is not None for field in NEEDED)
    yield bool(journey.steps) or (bool(journey.stages) and all(stage.goal for stage in journey.stages))


def _pains(rows: Sequence[PainRow]) -> dict[str, list[PainSeen]]:
    """Those of journeys, by the journey's key; those of personas alone are nobody's step."""
    found: dict[str, list[PainSeen]] = {}
    for row in rows:
        if row.use is not None:
            found.setdefault(row.use.journey.page, []).append(_pain(row))
    return found


def _pain(row: PainRow) -> PainSeen:
    ideas = [answer.idea for answer in row.answers]
    is_done = any(idea.status == OpportunityStatus.DONE for idea in ideas)
    owned = any(idea.owner and idea.status not in ("", OpportunityStatus.REJECTED) for idea in ideas)
    is_accepted = bool(row.pain.accepted)
    return PainSeen(row.pain.severity, not (is_accepted or is_done), is_accepted or owned)
