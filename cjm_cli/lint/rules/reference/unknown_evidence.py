"""Something refers to evidence that is not listed.

A claim is only as good as the source that a reader can look up. Evidence is listed once under `evidence`, at the top
of the journey or persona, and referred to by its id.

Source: cjm's format: the id of a piece of evidence defaults to its title.

Bad:

    title: Buying shoes
    evidence:
      - {id: interviews, title: Interviews with first-time buyers, type: interview}
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious, evidence: interview-notes}

Good:

    title: Buying shoes
    evidence:
      - {id: interviews, title: Interviews with first-time buyers, type: interview}
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious, evidence: interviews}
"""

from collections.abc import Iterator

from cjm_cli.finding import Safety
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules.reference._unknown import all_unknown
from cjm_cli.model import Journey, Persona
from cjm_cli.model.references import Reference, Target, item_id

LEVEL = Level.ERROR
FIX = Safety.SAFE
PRESET = Preset.MINIMAL


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at the cells of the map."""
    yield from all_unknown(facts.references.get(Target.EVIDENCE, ()), _listed_in_journey(facts))


def check_persona(persona: Persona, facts: Facts) -> Iterator[Defect]:
    """Looks at a persona's pain points and gains; one inside a journey may use the journey's evidence, too."""
    known = {item_id(evidence) for evidence in persona.evidence} | _listed_in_journey(facts)
    yield from all_unknown(_references(persona), known)


def _listed_in_journey(facts: Facts) -> set[str]:
    return {evidence.id for evidence in facts.definitions.get(Target.EVIDENCE, ())}


def _references(persona: Persona) -> Iterator[Reference]:
    given = [(("pain_points", index), pain.evidence) for index, pain in enumerate(persona.pain_points)]
    given += [(("gains", index), gain.evidence) for index, gain in enumerate(persona.gains)]
    for route, ids in given:
        yield from (Reference(Target.EVIDENCE, id_, (*route, "evidence", i)) for i, id_ in enumerate(ids))
