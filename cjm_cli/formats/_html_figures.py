"""The blocks of a page that are neither its map nor around it, as the templates write them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cjm_cli.formats._html_curve import mouth
from cjm_cli.page.page import Block, Card, Cards, Profile
from cjm_cli.page.palette import mood


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


Shown = ShownCards | ShownProfile


def figures(blocks: Iterable[Block]) -> tuple[Shown, ...]:
    """Those of the blocks that are figures."""
    return tuple(_figures(blocks))


def _figures(blocks: Iterable[Block]) -> Iterator[Shown]:
    for block in blocks:
        match block:
            case Profile():
                yield ShownProfile(block)
            case Cards() if block.cards:
                yield ShownCards(block.title, tuple(map(_card, block.cards)), block.across)


def _card(card: Card) -> ShownCard:
    return ShownCard(card) if card.score is None else ShownCard(card, mood(card.score), mouth(card.score))
