"""Pain points that stand in other files than the journey that speaks of them."""

from cjm_cli.model import Journey
from cjm_cli.model.references import Anatomy, Target, item_id
from cjm_cli.workspace.workspace import Workspace


def pain_points_elsewhere(journey: Journey, workspace: Workspace) -> set[str] | None:
    """The ids in the files of its personas and in its baseline; None when one of them cannot be read."""
    personas = [workspace.persona(persona) for _, persona in journey.all_personas]
    baseline = workspace.journey(journey.based_on) if journey.based_on else None
    if None in personas or (journey.based_on and baseline is None):
        return None
    theirs = {item_id(pain) for persona in personas if persona for pain in persona.pain_points}
    before = Anatomy(baseline).definitions if baseline else ()
    return theirs | {defined.id for defined in before if defined.target is Target.PAIN_POINT}
