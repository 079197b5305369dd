"""An id is not in kebab-case.

Ids stand in references, in file names and in links, where capitals, spaces and underscores cause mistakes. Write
lower-case letters and digits of any script, with single hyphens between the words.

Source: cjm's format: ids are kebab-case.

Bad:

    title: Buying shoes
    stages:
      - {id: Size_Choice, name: Choosing a size, touchpoints: Size guide, emotion: unsure}

Good:

    title: Buying shoes
    stages:
      - {id: size-choice, name: Choosing a size, touchpoints: Size guide, emotion: unsure}
"""

from collections.abc import Iterator
from dataclasses import replace

from cjm_cli.change import Replace
from cjm_cli.finding import Safety
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules.reference._catalogue import entries
from cjm_cli.lint.rules.reference._kebab import defects, is_kebab_case
from cjm_cli.lint.rules.reference._unknown import renamed
from cjm_cli.model import Persona, Stage, Step
from cjm_cli.model.evidence import Evidence
from cjm_cli.model.experience import Metric, Opportunity, PainPoint, Touchpoint
from cjm_cli.model.journey import Actor
from cjm_cli.model.references import Target, target_of
from cjm_cli.source.slug import slug
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.workspace import Workspace

LEVEL = Level.WARNING
FIX = Safety.SAFE
PRESET = Preset.MINIMAL


def check(node: Stage | Step | Evidence | PainPoint | Opportunity, facts: Facts) -> Iterator[Defect]:
    """Looks at ids that only their own file refers to."""
    for defect in defects(node.id):
        target, new = target_of(node), slug(str(node.id))
        if not new or any(defined.id == new for defined in facts.definitions.get(target, ())):
            yield defect
            continue
        uses = (use for use in facts.references.get(target, ()) if use.id == node.id)
        also = tuple((None, renamed(use, new)) for use in uses)
        yield replace(defect, fix=(Replace(("id",), str(node.id), new),), fix_elsewhere=also)


def check_described(node: Touchpoint | Metric) -> Iterator[Defect]:
    """Looks at touchpoints and metrics that have a name beside their id; an id alone is a reference."""
    yield from defects(node.id if node.name is not None else None)


def check_people(node: Actor | Persona) -> Iterator[Defect]:
    """Looks at those who act. Free texts may mean them, so that nobody can rename them safely."""
    yield from defects(node.id)


def check_project(workspace: Workspace) -> Iterator[Defect]:
    """Looks at the catalogue in cjm.yaml, and at journeys, to which other journeys refer."""
    for _, route, entry in entries(workspace.project):
        yield from (replace(defect, file=workspace.settings_file).beneath(route) for defect in defects(entry.id))
    for journey in workspace.entries:
        if not is_kebab_case(journey.id) and workspace.read(journey).id is not None:
            yield from (_with_fix(defect, journey, workspace) for defect in defects(journey.id))


def _with_fix(defect: Defect, journey: JourneyEntry, workspace: Workspace) -> Defect:
    new = slug(journey.id)
    if not new or new in workspace.journeys:
        return replace(defect, file=journey.source)
    uses = ((entry.source, use) for entry in workspace.entries for use in entry.references)
    meant = ((file, use) for file, use in uses if (use.target, use.id) == (Target.JOURNEY, journey.id))
    also = tuple((file, renamed(use, new)) for file, use in meant)
    fix = (Replace(("id",), journey.id, new),)
    return replace(defect, file=journey.source, fix=fix, fix_elsewhere=also)
