"""The frame that every page about a journey has."""

from cjm_cli.page.page import Block, Page
from cjm_cli.source import slug
from cjm_cli.summary import counted
from cjm_cli.views._subject import Subject
from cjm_cli.views._theme import theme_of

KINDS = {
    "brief": "brief",
    "blueprint": "service blueprint",
    "flow": "flow",
    "touchpoints": "touchpoints and channels",
}
"""Views in words, as titles say them."""


def page_of(subject: Subject, view: str, blocks: tuple[Block, ...]) -> Page:
    """The page of a view other than the map; its id keeps it apart from the map."""
    journey = subject.journey
    return Page(
        id=f"{slug(subject.id) or 'journey'}-{view}",
        title=f"{journey.title}: {KINDS[view]}",
        description=journey.summary or description(subject),
        language=language(subject),
        blocks=blocks,
        theme=theme_of(subject.workspace),
    )


def language(subject: Subject) -> str:
    """The language of the project's texts."""
    return subject.workspace.project.language or "en"


def description(subject: Subject) -> str:
    """What a drawing shows, where its author does not say."""
    names = " and ".join(persona.name for persona in subject.personas.values())
    stages = ", ".join(stage.name for stage in subject.stages if stage.name)
    whose = f"The journey of {names}" if names else "A journey"
    return f"{whose} in {counted(len(subject.columns), 'step')}" + (f": {stages}" if stages else "")
