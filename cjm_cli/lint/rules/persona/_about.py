"""What a persona tells beside who they are."""

from cjm_cli.model import Persona


def is_demographics_only(persona: Persona) -> bool:
    """Whether the persona is described by age, place and the like, and by nothing that moves them."""
    moved_by = (persona.goals, persona.needs, persona.jobs, persona.pain_points, persona.gains)
    acts_by = (persona.motivations, persona.fears, persona.behaviours)
    return bool(persona.demographics) and not any((*moved_by, *acts_by))
