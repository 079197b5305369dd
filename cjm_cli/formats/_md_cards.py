"""Single things in Markdown: an item of a cell, a moment of truth, cards under a heading."""

from collections.abc import Iterator

from cjm_cli.markup.markdown import (
    Bullet,
    bullets,
    dotted,
    emphasis,
    escape,
    heading,
    one_line,
    quoted,
    remarked,
    strong,
)
from cjm_cli.page.cell import Form, Item, Moment, Tone
from cjm_cli.page.figures import Card, Cards

STAR = "★"


def item_text(item: Item) -> str:
    """An item with its number and its remarks."""
    arrow = "→ " if item.tone is Tone.OPPORTUNITY else ""
    number = strong(f"{arrow}{escape(item.number)}") if item.number else ""
    text = " ".join(filter(None, [number, _text(item)]))
    return remarked(text, item.details)


def _text(item: Item) -> str:
    match item.form:
        case Form.THOUGHT:
            return emphasis(quoted(item.text))
        case Form.QUOTE:
            return quoted(item.text)
        case _:
            return escape(item.text)


def moment_text(moment: Moment | None) -> str:
    """A star and the words; nothing where there is no such moment."""
    if moment is None:
        return ""
    importance = f" (importance {moment.importance} of 5)" if moment.importance else ""
    reason = f": {escape(moment.reason)}" if one_line(moment.reason) else ""
    return f"{STAR} moment of truth{reason}{importance}"


def cards(block: Cards) -> Iterator[str]:
    """The cards as a list under their heading; where they have none, each is a section itself."""
    if block.title and block.cards:
        yield heading(2, escape(block.title))
        yield bullets((_name(card, strong(escape(card.title))), _beneath(card)) for card in block.cards)
        return
    for card in block.cards:
        yield heading(2, _name(card, escape(card.title)))
        yield bullets(_beneath(card))


def _name(card: Card, title: str) -> str:
    return dotted([title, emphasis(escape(card.label))])


def _beneath(card: Card) -> list[Bullet]:
    beneath = [moment_text(card.moment), *map(item_text, card.items)]
    return [(line, ()) for line in beneath if line]
