"""Something was described for others to refer to, and nobody does.

It is either a leftover or a reference that was forgotten: a channel no journey uses, a persona without a map, a
source that no cell rests on. Refer to it, or remove it. Nothing is said while a file of the project cannot be read,
of a persona that is still a draft, nor of the evidence of a journey that rests on all of it as a whole.

Source: cjm's format: channels, touchpoints, metrics, teams, personas and evidence are described once and referred to.

Bad:

    # file: cjm.yaml
    channels: [{id: web, name: Web shop}, {id: fax, name: Fax}]
    # file: journeys/buying-shoes.journey.yaml
    title: Buying shoes
    stages:
      - {name: Choosing, touchpoints: Size guide, channels: web, emotion: unsure}

Good:

    # file: cjm.yaml
    channels: [{id: web, name: Web shop}]
    # file: journeys/buying-shoes.journey.yaml
    title: Buying shoes
    stages:
      - {name: Choosing, touchpoints: Size guide, channels: web, emotion: unsure}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules._words import quoted
from cjm_cli.lint.rules.reference._catalogue import entries
from cjm_cli.model import Journey
from cjm_cli.model.catalogue import id_of
from cjm_cli.model.choices import Status
from cjm_cli.model.references import Target
from cjm_cli.source.slug import slug
from cjm_cli.span import Route
from cjm_cli.workspace.introduction import PersonaEntry
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Workspace

LEVEL = Level.WARNING
PRESET = Preset.MINIMAL


def check(workspace: Workspace) -> Iterator[Defect]:
    """Looks at the catalogue and at personas, when every journey could be read."""
    if not workspace.complete or not workspace.journeys:
        return
    used = _used(workspace)
    for target, route, entry in entries(workspace.project):
        if (target, id_of(entry)) not in used:
            yield _unused(target, entry.name, (*route, "id"), workspace.settings_file)
    for persona in workspace.personas.values():
        if (Target.PERSONA, persona.id) not in used and not _is_draft(persona):
            yield _unused(Target.PERSONA, persona.id, ("name",), persona.source)


def _is_draft(persona: PersonaEntry) -> bool:
    """Whether somebody is still at work on it: its journeys come later."""
    return persona.model is not None and persona.model.status is Status.DRAFT


def _used(workspace: Workspace) -> set[tuple[Target, str]]:
    """Everything that is referred to, by id or by name."""
    return {(target, form) for target, id_ in workspace.mentioned for form in (id_, slug(id_))}


def check_evidence(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at the journey's sources, once the first of them is referred to."""
    named = {text for route, text, _ in facts.anatomy.walked.texts if route[0] != "evidence"}
    listed = [defined for defined in facts.definitions.get(Target.EVIDENCE, ()) if defined.route[0] == "evidence"]
    if any(evidence.id in named for evidence in listed):
        yield from (_unused(e.target, e.id, (*e.route, "id"), None) for e in listed if e.id not in named)


def _unused(target: Target, name: str, route: Route, file: SourceFile | None) -> Defect:
    return Defect(f"{target} {quoted(name)} is never used", route=route, help="refer to it, or remove it", file=file)
