"""Which of a journey's personas a step concerns."""

from cjm_cli.model import Stage, Step
from cjm_cli.views._subject import Subject


def concerned(column: Stage | Step, subject: Subject) -> tuple[str, ...]:
    """The persona who acts, else those of whom alone a feeling is told; nobody's name where it is everybody's."""
    actor = subject.personas.get(column.actor or "") if isinstance(column, Step) else None
    if actor:
        return (actor.name,)
    if any(emotion.score is not None or emotion.feeling for emotion in column.emotion):
        return ()
    felt = {id_ for emotion in column.emotion for id_ in emotion.by_persona}
    names = tuple(persona.name for id_, persona in subject.personas.items() if id_ in felt)
    return names if len(names) < len(subject.personas) else ()
