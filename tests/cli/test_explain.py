"""`cjm explain`: a rule, taught."""

from dataclasses import dataclass, replace

import pytest

from cjm_cli.colour import plain
from cjm_cli.commands.explain import page
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.rule import Check, Level, Preset, Rule
from cjm_cli.model import Stage
from cjm_cli.source import Limits, read
from cjm_cli.terminal import cells

DOCSTRING = """A stage that says nothing.

The first paragraph says why it matters, at such length that it has to be broken into several lines of the page.

The second says what to do.

Source: a book that everybody has read.

Bad:

    # file: one.journey.yaml
    title: One
    # file: two.journey.yaml
    title: Two

Good:

    title: One

Options:

    most: the largest number allowed
    words: what counts as nothing
"""


@dataclass(frozen=True)
class Options:
    most: int = 9
    words: tuple[str, ...] = ("nothing", "nil")


def rule(level: Level, options: type | None = None, checks: tuple[Check, ...] = ()) -> Rule:
    return Rule("silent-stage", "language", level, Preset.RECOMMENDED, checks, options, DOCSTRING)


def text(rule: Rule) -> str:
    return plain("\n".join(page(rule)) + "\n")


def test_a_rule_is_taught(golden) -> None:
    check = Check((Stage,), lambda stage: iter(()), 1)
    golden("explain.txt", text(rule(Level.WARNING_TO_ERROR, Options, (check,))))


def test_a_rule_that_is_always_on_says_so(golden) -> None:
    golden("explain-always-on.txt", text(replace(rule(Level.ERROR), family="yaml")))


def test_a_page_is_printed(cjm) -> None:
    ran = cjm("explain", "stage-without-touchpoint")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == text(all_rules()["stage-without-touchpoint"])


def test_an_unknown_rule_is_one_line_with_the_nearest(cjm) -> None:
    ran = cjm("explain", "stage-without-touchpiont")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == ('error: unknown rule "stage-without-touchpiont"; did you mean "stage-without-touchpoint"?\n')


@pytest.mark.parametrize("name", [*all_rules()])
def test_every_rule_can_be_explained_in_80_columns(name) -> None:
    told = [plain(line) for line in page(all_rules()[name])]
    assert told[0] == name
    assert {"Level", "Why", "In cjm.yaml"} <= {*told}
    prose = told[: told.index("Bad")] if "Bad" in told else told
    assert max(map(cells, prose)) <= 80


@pytest.mark.parametrize("name", [name for name, rule in all_rules().items() if not rule.is_always_on])
def test_the_settings_that_are_shown_are_yaml(name) -> None:
    told = [plain(line) for line in page(all_rules()[name])]
    blocks = [index for index, line in enumerate(told) if line == "  rules:"]
    assert blocks
    for index in blocks:
        document, findings = read("cjm.yaml", "\n".join(told[index : index + 2]).encode(), Limits())
        assert findings == []
        assert document is not None
        assert [*document.data["rules"]] == [name]
