"""Which personas are meant when personas are to be drawn."""

from collections.abc import Iterable, Iterator

from cjm_cli.model import Persona
from cjm_cli.model.catalogue import id_of
from cjm_cli.session import CheckedProject
from cjm_cli.workspace.introduction import JourneyEntry, PersonaEntry
from cjm_cli.workspace.workspace import Workspace


def personas_of(project: CheckedProject, journeys: Iterable[JourneyEntry]) -> Iterator[PersonaEntry]:
    """Those whose files were asked for, then those of the journeys; one that is said twice in the same words is one."""
    found: list[PersonaEntry] = []
    workspace = project.workspace
    if workspace is None:
        return
    of_journeys = (persona for entry in journeys for persona in _of_journey(workspace, entry))
    for persona in (*_with_files(project, workspace), *of_journeys):
        if all((persona.id, persona.model) != (other.id, other.model) for other in found):
            found.append(persona)
            yield persona


def _with_files(project: CheckedProject, workspace: Workspace) -> Iterator[PersonaEntry]:
    twins = (twin for twin in workspace.twins if isinstance(twin, PersonaEntry))
    every = (*workspace.personas.values(), *twins)
    return (entry for entry in every if entry.model and entry.source in project.files)


def _of_journey(workspace: Workspace, entry: JourneyEntry) -> Iterator[PersonaEntry]:
    for _, given in workspace.read(entry).all_personas:
        known = workspace.personas.get(given) if isinstance(given, str) else None
        if isinstance(given, Persona):
            yield PersonaEntry(id_of(given), entry.source, given)
        elif known and known.model:
            yield known
