"""The blocks of a page that are neither its map nor around it, as the templates write them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from cjm_cli.formats._html_curve import mouth
from cjm_cli.formats._svg import draw_inline
from cjm_cli.page.figures import Card, Cards, Flow, Node
from cjm_cli.page.layout.flow import flow_scene
from cjm_cli.page.page import Page, Profile
from cjm_cli.page.palette import mood
from cjm_cli.page.ways import ways_in_words


@dataclass(frozen=True)
class ShownCard:
    """A card with its face in numbers; no face without a `mood`."""

    card: Card
    mood: str = ""
    mouth: str = ""


@dataclass(frozen=True)
class ShownCards:
    """Cards under a heading, so many side by side, or in columns."""

    title: str
    cards: tuple[ShownCard, ...]
    across: int
    kind: str = "cards"


@dataclass(frozen=True)
class ShownProfile:
    """Somebody at the head of a page."""

    profile: Profile
    kind: str = "profile"


@dataclass(frozen=True)
class ShownStep:
    """A step of a flow in words."""

    node: Node
    ways: tuple[str, ...]


@dataclass(frozen=True)
class ShownFlow:
    """A flow as a drawing, which is silent, and in words."""

    title: str
    drawing: Markup
    steps: tuple[ShownStep, ...]
    kind: str = "flow"


Shown = ShownCards | ShownProfile | ShownFlow


def figures(page: Page) -> tuple[Shown, ...]:
    """Those of the blocks that are figures."""
    return tuple(_figures(page))


def _figures(page: Page) -> Iterator[Shown]:
    for number, block in enumerate(page.blocks):
        match block:
            case Flow() if block.nodes:
                yield _flow(block, page, number)
            case Profile():
                yield ShownProfile(block)
            case Cards() if block.cards:
                yield ShownCards(block.title, tuple(map(_card, block.cards)), block.across)


def _card(card: Card) -> ShownCard:
    return ShownCard(card) if card.score is None else ShownCard(card, mood(card.score), mouth(card.score))


def _flow(flow: Flow, page: Page, number: int) -> ShownFlow:
    drawing = Markup(draw_inline(flow_scene(flow, page, number)))
    steps = (ShownStep(node, tuple(ways_in_words(flow, index))) for index, node in enumerate(flow.nodes))
    return ShownFlow(flow.title, drawing, tuple(steps))
