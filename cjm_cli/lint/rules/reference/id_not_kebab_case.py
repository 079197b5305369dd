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

import unicodedata
from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules._words import quoted
from cjm_cli.lint.rules.reference._catalogue import entries
from cjm_cli.model import Journey, Persona, Stage, Step
from cjm_cli.model.evidence import Evidence
from cjm_cli.model.experience import Metric, Opportunity, PainPoint, Touchpoint
from cjm_cli.model.journey import Actor
from cjm_cli.source.slug import slug
from cjm_cli.span import Route
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Workspace

LEVEL = Level.WARNING
PRESET = Preset.MINIMAL


def check(node: Journey | Persona | Actor | Stage | Step | Evidence | PainPoint | Opportunity) -> Iterator[Defect]:
    """Looks at ids that were written."""
    yield from _defect(node.id, ("id",))


def check_described(node: Touchpoint | Metric) -> Iterator[Defect]:
    """Looks at touchpoints and metrics that have a name beside their id; an id alone is a reference."""
    if node.name is not None:
        yield from _defect(node.id, ("id",))


def check_catalogue(workspace: Workspace) -> Iterator[Defect]:
    """Looks at the catalogue in cjm.yaml."""
    for _, route, entry in entries(workspace.project):
        yield from _defect(entry.id, (*route, "id"), workspace.settings_file)


def _defect(id_: str | None, route: Route, file: SourceFile | None = None) -> Iterator[Defect]:
    if id_ is not None and not _is_kebab_case(id_):
        better = slug(id_)
        way_out = f"write {better}" if better else "write letters and digits, with hyphens between words"
        yield Defect(f"id {quoted(id_)} is not in kebab-case", route=route, help=way_out, file=file)


def _is_kebab_case(id_: str) -> bool:
    parts = id_.split("-")
    return id_ == id_.lower() and all(part and all(map(_is_letter, part)) for part in parts)


def _is_letter(character: str) -> bool:
    """A letter, a digit, or a sign that belongs to the letter before it."""
    return character.isalnum() or unicodedata.category(character).startswith("M")
