"""What rules may ask about the file at hand; computed once a file, shared by all rules."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from cjm_cli.lint.rule import Text
from cjm_cli.model import Journey, Persona, Project, Stage, Step
from cjm_cli.model.base import Model
from cjm_cli.model.catalogue import Catalogue, id_of
from cjm_cli.model.choices import ActorKind, Basis, Status
from cjm_cli.model.claims import Cell, Point, cells, points
from cjm_cli.model.emotion import Scorer
from cjm_cli.model.experience import Metric, PainPoint
from cjm_cli.model.references import Anatomy, Definition, Reference, Target
from cjm_cli.span import Route

Item = TypeVar("Item", Definition, Reference)

NOT_PROSE = frozenset({
    "actor", "addresses", "as_of", "based_on", "by", "channel", "channels", "cjm", "collected",
    "contributors", "dark", "date", "due", "emoji", "events", "expires", "file", "id", "image", "journey", "key",
    "kind", "light", "logo", "metric", "owner", "parent", "persona", "personas", "review_every", "reviewed", "src", "team",
    "ticket", "to", "unit", "url",
})  # fmt: skip
"""Fields that hold ids, dates, colours, addresses and names of colleagues: nothing that an author tells."""

MATURE = {Status.VALIDATED, Status.PUBLISHED}


@dataclass(frozen=True)
class Facts:
    """One sound file, with the catalogue of its project."""

    model: Journey | Persona | Project
    catalogue: Catalogue
    taken_apart: Anatomy | None = None
    """The model's anatomy, where somebody has it already."""
    today: date | None = None
    """The day to compare dates with; without one, nothing is ever late."""

    @cached_property
    def anatomy(self) -> Anatomy:
        """The model taken apart."""
        return self.taken_apart or Anatomy(self.model)

    @property
    def journey(self) -> Journey | None:
        """The journey, when the file holds one."""
        return self.model if isinstance(self.model, Journey) else None

    @property
    def scorer(self) -> Scorer:
        """Turns emotions into scores on the common scale."""
        return self.catalogue.scorer

    @property
    def mature(self) -> bool:
        """Whether the file claims to be finished, so that rules are stricter."""
        return getattr(self.model, "status", None) in MATURE

    @property
    def hypothesis(self) -> bool:
        """Whether the file says that it rests on belief."""
        return getattr(self.model, "basis", None) is Basis.HYPOTHESIS

    @cached_property
    def nodes(self) -> Mapping[type, list[tuple[Route, Any]]]:
        """Every object in the file by its type, with routes."""
        found: dict[type, list[tuple[Route, Model]]] = defaultdict(list)
        for route, node in self.anatomy.walked.objects:
            found[type(node)].append((route, node))
        return found

    def all_of(self, kind: type) -> Sequence[tuple[Route, Any]]:
        """What a rule looks at, with routes; every text as a `Text`."""
        return self.texts if kind is Text else self.nodes.get(kind, ())

    @cached_property
    def texts(self) -> list[tuple[Route, Text]]:
        """Every text, with its route."""
        return [(route, Text(text, field)) for route, text, field in self.anatomy.walked.texts]

    def texts_of(self, name: str) -> list[tuple[Route, Text]]:
        """Every text in a field of this name, with its route."""
        return [(route, Text(text, field)) for route, text, field in self.anatomy.walked.texts if field == name]

    def longer_than(self, most: int) -> list[tuple[Route, Text]]:
        """Every text of more characters, with its route."""
        return [(route, Text(text, field)) for route, text, field in self.anatomy.walked.texts if len(text) > most]

    @cached_property
    def prose(self) -> list[tuple[Route, Text]]:
        """Every text that tells something, rather than point somewhere, with its route."""
        return [(route, text) for route, text in self.texts if text.field not in NOT_PROSE]

    @cached_property
    def prose_text(self) -> str:
        """All prose at once, a text a line: a rule that finds nothing here need not look at each text."""
        return "\n".join([text for _, text, field in self.anatomy.walked.texts if field not in NOT_PROSE])

    @cached_property
    def cells(self) -> list[tuple[Route, Stage | Step]]:
        """The columns of the map: each step, and each stage that has no steps."""
        if self.journey is None:
            return []
        return [cell for route, stage in self.journey.all_stages() for cell in _cells(route, stage)]

    @cached_property
    def stages_and_steps(self) -> list[Cell]:
        """Every stage and every step, in reading order."""
        return list(cells(self.journey)) if self.journey else []

    @cached_property
    def curve(self) -> list[Point]:
        """The points of the emotional curve, in reading order."""
        return list(points(self.journey)) if self.journey else []

    @cached_property
    def metrics(self) -> Mapping[str | None, list[Metric]]:
        """The metrics of the file by the ids that were written."""
        found: dict[str | None, list[Metric]] = defaultdict(list)
        for _, metric in self.nodes.get(Metric, ()):
            found[metric.id].append(metric)
        return found

    @cached_property
    def definitions(self) -> Mapping[Target, list[Definition]]:
        """The ids that the journey defines, by what they stand for."""
        return _grouped(self.anatomy.definitions)

    @cached_property
    def references(self) -> Mapping[Target, list[Reference]]:
        """The ids that the journey refers to and that have to be there, by what they stand for."""
        return _grouped(reference for reference in self.anatomy.references if reference.must_resolve)

    @cached_property
    def addressed(self) -> frozenset[str]:
        """The ids of pain points that some opportunity answers."""
        return frozenset(reference.id for reference in self.references.get(Target.PAIN_POINT, ()))

    def is_taken_by_persona(self, step: Step) -> bool:
        """Whether the persona takes the step, rather than an employee, a partner or a system."""
        return step.actor is None or step.actor not in self._others

    @cached_property
    def _others(self) -> frozenset[str]:
        """The ids of actors that are no customers."""
        actors = self.journey.actors if self.journey else ()
        return frozenset(id_of(a) for a in actors if a.kind not in (None, ActorKind.CUSTOMER))

    def pain_points(self) -> list[tuple[Route, PainPoint]]:
        """The journey's pain points, without those of inline personas."""
        return [
            (route, pain)
            for cell_route, cell in (*self.nodes.get(Stage, ()), *self.nodes.get(Step, ()))
            for route, pain in (((*cell_route, "pain_points", i), p) for i, p in enumerate(cell.pain_points))
        ]


def _grouped(items: Iterable[Item]) -> Mapping[Target, list[Item]]:
    found: dict[Target, list[Item]] = defaultdict(list)
    for item in items:
        found[item.target].append(item)
    return found


def _cells(route: Route, stage: Stage) -> Iterable[tuple[Route, Stage | Step]]:
    if not stage.steps:
        return [(route, stage)]
    return [((*route, "steps", index), step) for index, step in enumerate(stage.steps)]
