"""A picture says nothing to those who do not see it.

Screen readers speak the alternative text; without it a storyboard is silence. Say in `alt` what is to be seen and
matters here, in one sentence; the `caption` stands beneath the picture for everyone and does not replace it.

Source: WCAG 2.2, success criterion 1.1.1: non-text content has a text alternative.

Bad:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: calm, images: img/checkout.png}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: calm
        images: {src: img/checkout.png, alt: The total stands beside the button}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model.experience import Image

LEVEL = Level.WARNING


def check(image: Image) -> Iterator[Defect]:
    """Looks at the storyboard and at photos of personas."""
    if image.alt is None:
        message = f"image {quoted(image.src)} has no alternative text"
        yield Defect(message, route=("src",), help="say what is to be seen: {src: …, alt: …}")
