"""What a metric is and what it says, wherever that was written."""

import re
from dataclasses import dataclass

from cjm_cli.lint.facts import Facts
from cjm_cli.model.choices import MetricKind
from cjm_cli.model.experience import Metric
from cjm_cli.model.project import SharedMetric

FIGURE = re.compile(r"(-?\d+(?:\.\d+)?)(?![\d.,]*\d)\s*(.*)", re.DOTALL)
PERCENT = {"%", "percent", "per cent"}


@dataclass(frozen=True)
class Measure:
    """What is measured: from the metric, others of its id in the journey, and the catalogue."""

    name: str
    kind: MetricKind | None
    unit: str | None


@dataclass(frozen=True)
class Reading:
    """A figure with the unit that it was written or agreed in."""

    value: float
    unit: str | None

    @property
    def is_percent(self) -> bool:
        """Whether it is a share of a hundred."""
        return self.unit is not None and self.unit.casefold() in PERCENT


def measure(metric: Metric, facts: Facts) -> Measure:
    """What is known of a metric."""
    same = facts.metrics[metric.id] if metric.id is not None else []
    shared = facts.catalogue.shared_metric(metric)
    known: list[Metric | SharedMetric] = [metric, *same, *([shared] if shared else [])]
    kind = next((one.kind for one in known if one.kind), None)
    return Measure(
        name=next((one.name for one in known if one.name), metric.id or kind or "metric"),
        kind=kind,
        unit=next((one.unit for one in known if one.unit), None),
    )


def reading(written: float | str | None, unit: str | None) -> Reading | None:
    """The figure in a value; a text such as "4.2 of 5" brings its own unit, and other texts are none."""
    if not isinstance(written, str):
        return None if written is None else Reading(written, unit)
    found = FIGURE.fullmatch(written.strip())
    return Reading(float(found[1]), found[2] or unit) if found else None
