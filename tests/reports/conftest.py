"""The same findings for every report, with all that a text may hold."""

from pathlib import Path

import pytest

from cjm_cli.finding import Edit, Finding, Fix, Location, Patch, Related, Safety, Severity
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.selection import activate
from cjm_cli.reports import Context, Source, Sources
from cjm_cli.source.limits import Limits
from cjm_cli.span import Span
from cjm_cli.summary import Aside
from cjm_cli.workspace.source_file import SourceFile

CHECKOUT = f"""\
title: Checkout
stages:
  - id: pay
    steps:
      - id: address
        name: Address
      - id: confirm
        persona: shoper
  - name: "[bold]日本語[/bold] é 👨‍👩‍👧", feling: happy
  - name: {"long " * 30}, tuchpoints: here, {"and on " * 30}
  - id: pay
"""

SHOPPER = "id: shopper\nname: Shopper\n"


def place(path: str, line: int, column: int, length: int, logical: str = "") -> Location:
    return Location(path, Span(line, column, line, column + length), logical)


def patch(path: str, line: int, column: int, length: int, text: str) -> Patch:
    return Patch(path, (Edit(Span(line, column, line, column + length), text),))


JOURNEY = "journeys/checkout.journey.yaml"
LINES = CHECKOUT.splitlines()
FINDINGS = [
    Finding(
        Location("broken.journey.yaml", Span(1, 1, 1, 2)),
        "unreadable-file",
        "the file cannot be read: permission denied",
        Severity.ERROR,
        help="check that it is a file and that you may read it",
    ),
    Finding(
        place(JOURNEY, 1, 8, 8, "title"),
        "placeholder-text",
        "100% of \x1b[31m\u202ethis\x85 is\na: placeholder, [tool.cjm]",
        Severity.INFO,
    ),
    Finding(
        place(JOURNEY, 8, 18, 6, "stages[pay] › steps[confirm] › persona"),
        "unknown-persona",
        'unknown persona "shoper"',
        Severity.ERROR,
        label="not defined in this project",
        help='did you mean "shopper"?',
        fix=Fix('write "shopper" in place of "shoper"', Safety.SAFE, (patch(JOURNEY, 8, 18, 6, "shopper"),)),
        related=(Related(place("personas/shopper.persona.yaml", 1, 5, 7), '"shopper" is defined here'),),
    ),
    Finding(
        place(JOURNEY, 9, LINES[8].index("feling") + 1, 6, "stages[日本語] › feling"),
        "unknown-field",
        'unknown field "feling"',
        Severity.ERROR,
        help=f'did you mean "feeling"? known here: {", ".join(["actions", "backstage", "barriers", "channels"] * 5)}',
    ),
    Finding(
        place(JOURNEY, 10, LINES[9].index("tuchpoints") + 1, 10, "stages[#3] › tuchpoints"),
        "unknown-field",
        'unknown field "tuchpoints"',
        Severity.WARNING,
    ),
    Finding(
        place(JOURNEY, 11, 9, 3, "stages[pay] › id"),
        "duplicate-id",
        'two stages have the id "pay"',
        Severity.ERROR,
        related=(Related(place(JOURNEY, 3, 9, 3), "first given here"),),
        fix=Fix(
            'write "pay-again" in place of "pay"',
            Safety.UNSAFE,
            (patch(JOURNEY, 11, 9, 3, "pay-again"), patch("personas/shopper.persona.yaml", 2, 1, 0, "# seen\n")),
        ),
    ),
]


def source(name: str, text: str, id_: str) -> Source:
    return Source(SourceFile(name, Path("nowhere") / name, name, text.encode()), id_, Limits())


@pytest.fixture
def findings() -> list[Finding]:
    return FINDINGS


@pytest.fixture
def context() -> Context:
    given = (source(JOURNEY, CHECKOUT, "checkout"), source("personas/shopper.persona.yaml", SHOPPER, "shopper"))
    asked = ("broken.journey.yaml", "good.journey.yaml", JOURNEY, "personas/shopper.persona.yaml")
    rules = {name: activate(all_rules()[name]) for name in ("placeholder-text", "duplicate-id")}
    return Context(Sources({item.file.name: item for item in given}, asked), rules, Aside(3, 2, 1))
