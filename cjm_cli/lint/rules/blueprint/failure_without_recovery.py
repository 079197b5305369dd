"""Something may break, and nobody has said what then sets it right.

Customers forgive a failure that is mended well, and remember one that is not. Write the `recovery`: what the customer
gets, from whom, and how soon.

Source: Shostack, "Designing Services That Deliver": isolate the fail points and design processes that correct them.

Bad:

    title: Buying shoes
    stages:
      - {name: Waiting, touchpoints: Parcel, emotion: hopeful, failures: The parcel is lost}

Good:

    title: Buying shoes
    stages:
      - name: Waiting
        touchpoints: Parcel
        emotion: hopeful
        failures: {text: The parcel is lost, recovery: "A second pair on the same day, without a form"}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model.experience import Failure

LEVEL = Level.WARNING


def check(failure: Failure) -> Iterator[Defect]:
    """Looks at every failure."""
    if failure.recovery is None:
        message = f"nothing sets {quoted(failure.text)} right"
        yield Defect(message, route=("text",), help="say what then happens: recovery: …")
