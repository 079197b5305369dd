"""A persona acts in other people's journeys and has none of their own.

Whoever takes a step is also somebody whose day can go well or badly. Draw their journey, too, or describe them under
`actors` of the journeys in which they help. A persona that nothing refers to at all is a matter of `unused-entry`;
nothing is said while a file of the project cannot be read.

Source: Nielsen Norman Group, "Journey Mapping 101": the map takes the point of view of one actor.

Bad:

    # file: joris.persona.yaml
    name: Joris
    # file: buying.journey.yaml
    title: Buying shoes
    persona: {name: Rina}
    steps:
      - {name: Hands over the parcel, actor: joris, touchpoints: Front door, emotion: calm}

Good:

    # file: joris.persona.yaml
    name: Joris
    # file: delivering.journey.yaml
    title: Delivering shoes
    persona: joris
    steps:
      - {name: Hands over the parcel, actor: joris, touchpoints: Front door, emotion: calm}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model.references import Target
from cjm_cli.source.slug import slug
from cjm_cli.workspace.workspace import Workspace

LEVEL = Level.INFO
PRESET = Preset.STRICT


def check(workspace: Workspace) -> Iterator[Defect]:
    """Looks at personas that some journey mentions, when every journey could be read."""
    travelling = _travelling(workspace) if workspace.complete else {*workspace.personas}
    mentioned = {slug(id_) for target, id_ in workspace.mentioned if target is Target.PERSONA}
    for persona in workspace.personas.values():
        if slug(persona.id) in mentioned and not {persona.id, slug(persona.id)} & travelling:
            yield Defect(
                f"persona {quoted(persona.id)} acts, but has no journey",
                route=("name",),
                help="draw their journey, or describe them under actors",
                file=persona.source,
            )


def _travelling(workspace: Workspace) -> set[str]:
    """The ids of those whose journey some map shows."""
    return {
        form
        for entry in workspace.entries
        for reference in entry.references
        if reference.target is Target.PERSONA and reference.route[0] in ("persona", "personas")
        for form in (reference.id, slug(reference.id))
    }
