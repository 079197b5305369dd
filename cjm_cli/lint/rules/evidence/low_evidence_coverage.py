"""A map claims research, and most of it names no source.

Readers trust a whole map because parts of it are proven. Name the `evidence` of a pain point, or of the cell or stage
it stands in; or be open about it with `basis: hypothesis`. A map with a single source rests on that one.

Source: Smaply on evaluating journey maps: is there enough data behind the content, or is it based on assumptions?

Bad:

    title: Buying shoes
    basis: research
    evidence: [Interviews, Survey]
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious, evidence: interviews}
      - {name: Payment, touchpoints: Checkout, emotion: annoyed, pain_points: The fee comes as a surprise}

Good:

    title: Buying shoes
    basis: research
    evidence: [Interviews, Survey]
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious, evidence: interviews}
      - {name: Payment, touchpoints: Checkout, emotion: annoyed, evidence: survey, pain_points: The fee is a surprise}

Options:

    min_share: the smallest share of emotions and pain points with evidence, in per cent
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model import Journey
from cjm_cli.model.choices import Basis, State
from cjm_cli.model.claims import claims, rests_on_one_source

LEVEL = Level.WARNING


@dataclass(frozen=True)
class Options:
    """How much of a map must be proven."""

    min_share: float = 60.0


def check(journey: Journey, _facts: Facts, options: Options) -> Iterator[Defect]:
    """Looks at maps of today that claim research and list several sources."""
    claims_research = journey.basis is Basis.RESEARCH and journey.state is not State.FUTURE
    if not claims_research or not journey.evidence or rests_on_one_source(journey):
        return
    proven = claims(journey)
    if proven and 100 * sum(proven) < options.min_share * len(proven):
        yield Defect(
            f"{sum(proven)} of {len(proven)} emotions and pain points name evidence, less than {options.min_share:g} %",
            route=("basis",),
            help="name it in the cell: evidence: [interviews], or write basis: hypothesis",
        )
