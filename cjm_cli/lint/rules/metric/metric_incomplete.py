"""A figure of which nobody knows what it counts or when it was taken.

"62" may be a share, a score or days, and last month's or that of three years ago. Write `unit` and `as_of`. The unit
may stand in cjm.yaml; a net promoter score has none, and conversion and drop-off are in per cent.

Source: cjm's format: `unit` is the unit of value and target, `as_of` is when it was measured.

Bad:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: calm, metrics: {name: Waiting time, value: 62}}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: calm
        metrics: {name: Waiting time, value: 62, unit: seconds, as_of: 2026-05-31}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import quoted
from cjm_cli.lint.rules.metric._measure import measure, reading
from cjm_cli.model.choices import MetricKind
from cjm_cli.model.experience import Metric

LEVEL = Level.WARNING
UNIT_IS_KNOWN = {MetricKind.NPS, MetricKind.CONVERSION, MetricKind.DROP_OFF}


def check(metric: Metric, facts: Facts) -> Iterator[Defect]:
    """Looks at metrics with a value; a target alone was not measured."""
    if metric.value is None:
        return
    known = measure(metric, facts)
    figure = reading(metric.value, known.unit)
    ways_out = {
        "unit": 'unit: "%"' if figure and not figure.unit and known.kind not in UNIT_IS_KNOWN else "",
        "date": "" if metric.as_of else "as_of: 2026-05-31",
    }
    missing = [part for part, way_out in ways_out.items() if way_out]
    if missing:
        yield Defect(
            f"metric {quoted(known.name)} has a value, but no {' and no '.join(missing)}",
            route=("value",),
            help=f"add {' and '.join(ways_out[part] for part in missing)}",
        )
