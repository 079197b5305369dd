"""Cards under a heading: few of them in rows of equal height, many in columns of about the same height."""

from collections.abc import Iterator, Sequence

from cjm_cli.page.cell import Tone
from cjm_cli.page.figures import Card, Cards
from cjm_cli.page.layout.boxes import backed, balanced, beside, inset, stack, taller, text_box
from cjm_cli.page.layout.items import cell_box
from cjm_cli.page.layout.moment import moment_box
from cjm_cli.page.layout.signs import face
from cjm_cli.page.layout.sizes import CAPS, LEAD, NAME, SECTION, Sizes
from cjm_cli.page.scene import EMPTY, Box, Paint, Rect, Shape

MOST_COLUMNS = 3
BETWEEN, BENEATH = 16, 12
WIDEST = 588
"""Longer lines would be hard to read."""
INNER = 14
FACE = 11
BAR = 4


def cards_box(cards: Cards, sizes: Sizes) -> Box:
    """The heading and the cards; nothing where there is none."""
    if not cards.cards:
        return EMPTY
    across = cards.across or MOST_COLUMNS
    width = min(WIDEST, (sizes.content - (across - 1) * BETWEEN) / across)
    boxes = [_content(card, width - 2 * INNER) for card in cards.cards]
    if cards.across:
        boxes = [box for row in _rows(boxes, across) for box in row]
    whole = [_card(card, box, width) for card, box in zip(cards.cards, boxes, strict=True)]
    columns = [whole[i::across] for i in range(across)] if cards.across else balanced(whole, across)
    laid = beside([(i * (width + BETWEEN), stack(column, gap=BENEATH)) for i, column in enumerate(columns)])
    return inset(stack([text_box(cards.title, SECTION, sizes.content), laid], gap=10), top=4, bottom=4)


def _rows(boxes: Sequence[Box], across: int) -> Iterator[list[Box]]:
    """Each row as high as the highest in it."""
    for row in (boxes[i : i + across] for i in range(0, len(boxes), across)):
        yield [taller(box, max(box.height for box in row)) for box in row]


def _card(card: Card, content: Box, width: float) -> Box:
    """A card on its ground; a tone is a bar at its left."""
    padded = inset(content, left=INNER, top=12, bottom=14)
    if card.tone is Tone.PLAIN:
        return backed(padded, width, Paint("paper", "hairline", 1), radius=6)
    tinted = backed(padded, width, Paint(fill=f"{card.tone}-tint"), radius=3)

    def draw(x: float, y: float) -> Iterator[Shape]:
        yield from tinted.draw(x, y)
        yield Rect(x, y, BAR, tinted.height, Paint(fill=card.tone.value))

    return Box(tinted.height, draw)


def _content(card: Card, width: float) -> Box:
    head = stack(_head(card, width), gap=3)
    return stack([_beside_face(card, head), inset(cell_box(card.items, width), top=4)], gap=6)


def _head(card: Card, width: float) -> Sequence[Box]:
    room = width - (2 * FACE + 12 if card.score is not None else 0)
    return (
        text_box(card.label.upper(), CAPS, room, color="muted"),
        text_box(card.title, NAME if card.items else LEAD, room),
        moment_box(card.moment, room),
    )


def _beside_face(card: Card, head: Box) -> Box:
    if card.score is None:
        return head
    score = card.score

    def draw(x: float, y: float) -> Iterator[Shape]:
        yield from face(x + FACE, y + FACE + 2, score, assumed=card.assumed, radius=FACE)
        yield from head.draw(x + 2 * FACE + 12, y)

    return Box(max(head.height, 2 * FACE + 4), draw)
