"""The map was reviewed, and rests on evidence that was too old by then.

Customers change, and so do shops, prices and competitors. Look at the source again, collect newer evidence, or say with
`expires` how long it holds. The day that counts is the one in `reviewed`; where only a month is known, the doubt is
given in your favour.

Source: cjm's format: `expires` says when a source should no longer be relied on, `reviewed` when the map was checked.

Bad:

    title: Buying shoes
    reviewed: 2026-05-12
    evidence: {title: Interviews with runners, collected: 2024-03}
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    reviewed: 2026-05-12
    evidence: {title: Interviews with runners, collected: 2026-03}
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Options:

    max_age_months: how old evidence may be on the day of the review, unless it says when it expires
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._dates import first_day, last_day, months_later
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model import Journey, Persona

LEVEL = Level.WARNING
HELP = "look at it again, collect newer evidence, or say how long it holds: expires: 2026-12-31"


@dataclass(frozen=True)
class Options:
    """How long evidence holds."""

    max_age_months: int = 12


def check(holder: Journey | Persona, _facts: Facts, options: Options) -> Iterator[Defect]:
    """Compares each source with the day of the review."""
    if holder.reviewed is None:
        return
    reviewed = first_day(holder.reviewed)
    for index, evidence in enumerate(holder.evidence):
        name = quoted(evidence.title)
        if evidence.expires:
            if last_day(evidence.expires) < reviewed:
                message = f"evidence {name} had expired by the review of {holder.reviewed}"
                yield Defect(message, route=("evidence", index, "expires"), help=HELP)
        elif evidence.collected and months_later(last_day(evidence.collected), options.max_age_months) < reviewed:
            message = (
                f"evidence {name} was older than {options.max_age_months} months at the review of {holder.reviewed}"
            )
            yield Defect(message, route=("evidence", index, "collected"), help=HELP)
