"""Everything that the map rests on was said by colleagues or written by others.

Workshops, sales talks and other people's studies tell what is believed about customers. Talk with some, watch them, or
read what they write to you; or call the map what it is: `basis: hypothesis`. Customers who confirmed the map, under
`validated`, count as well.

Source: Heart of the Customer, "Customer Journey Maps: the Top 10 Requirements": do research, do not rely on insiders.

Bad:

    title: Buying shoes
    evidence: {title: Workshop with the web team, type: workshop}
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    evidence: [{title: Workshop with the web team, type: workshop}, {title: Chats of May, type: support}]
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model import Journey
from cjm_cli.model.choices import EvidenceType, State

LEVEL = Level.WARNING
WITHOUT_CUSTOMERS = {EvidenceType.WORKSHOP, EvidenceType.SALES, EvidenceType.SECONDARY}


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at the types of all sources; one without a type may be anything."""
    if facts.hypothesis or journey.state is State.FUTURE or journey.validated:
        return
    types = {evidence.type for evidence in journey.evidence}
    if types and types <= WITHOUT_CUSTOMERS:
        yield Defect(
            f"no customer was heard, only {' and '.join(sorted(type_ for type_ in types if type_))}",
            route=("evidence",),
            key=True,
            help="add a source in which customers speak or act, or write basis: hypothesis",
        )
