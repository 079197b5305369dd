"""Comments silence what they name, and only that; those that silence nothing are found."""

import pytest

from cjm_cli.session import Terms
from cjm_cli.settings import CommandLine
from cjm_cli.summary import Aside

RULES = "extends: minimal\nrules: {stage-without-emotion: warning, stage-without-touchpoint: warning}\n"
MAP = """\
title: Buying shoes
stages:
  - name: Awareness
    thoughts: Hm
"""
EMOTION, TOUCHPOINT = "stage-without-emotion", "stage-without-touchpoint"


def told(session) -> list[tuple[int, str]]:
    return [(finding.location.span.line, finding.rule) for finding in session.findings]


@pytest.mark.parametrize(
    ("line", "comment", "left"),
    [
        (3, "{} # cjm: ignore[stage-without-emotion] nobody was asked", [(3, TOUCHPOINT)]),
        (3, "  # cjm: ignore[stage-without-emotion] nobody was asked\n{}", [(4, TOUCHPOINT)]),
        (2, "# cjm: ignore[stage-without-emotion] nobody was asked\n{}", [(4, TOUCHPOINT)]),
        (1, "# cjm: ignore-file[stage-without-emotion]\n{}", [(4, TOUCHPOINT)]),
        (3, "{} # cjm: ignore[stage-without-emotion, stage-without-touchpoint]", []),
        (4, "{} # cjm: ignore[stage-without-emotion]", [(3, EMOTION), (3, TOUCHPOINT), (4, "unused-suppression")]),
        (4, "{} # cjm: ignore-file[stage-without-emotion]", [(3, EMOTION), (3, TOUCHPOINT), (4, "unused-suppression")]),
        (3, "{} # cjm: ignore[stage-without-emotoin]", [(3, EMOTION), (3, TOUCHPOINT), (3, "unknown-rule")]),
        (3, "{} # cjm: ignore[emotion]", [(3, EMOTION), (3, TOUCHPOINT), (3, "unknown-rule")]),
        (3, "{} # cjm: ignore everything", [(3, EMOTION), (3, TOUCHPOINT), (3, "blanket-suppression")]),
        (3, "{} # cjm: ignore-line[x]", [(3, EMOTION), (3, TOUCHPOINT), (3, "unused-suppression")]),
        (4, "{} # cjm: ignore[unused-suppression]", [(3, EMOTION), (3, TOUCHPOINT), (4, "unused-suppression")]),
        (4, "{} # cjm: ignore[flat-curve] which is off here", [(3, EMOTION), (3, TOUCHPOINT)]),
    ],
)
def test_a_comment_silences_what_it_names_where_it_stands(check, line, comment, left) -> None:
    lines = MAP.splitlines()
    lines[line - 1] = comment.format(lines[line - 1])
    session = check({"cjm.yaml": RULES, "a.journey.yaml": "\n".join(lines) + "\n"})
    assert told(session) == left


@pytest.mark.parametrize(
    ("comment", "help_"),
    [
        ("ignore[stage-without-emotoin]", 'did you mean "stage-without-emotion"?'),
        ("ignore[emotion]", "this is a family; name its rules one by one"),
        ("ignroe[stage-without-emotion]", 'did you mean "# cjm: ignore[rule] reason"?'),
        ("ignore", "name what may be ignored: # cjm: ignore[rule] reason"),
        ("ignore-file[stage-without-emotion]", "a comment for the whole file stands before the first key"),
        ("ignore[missing-field]", "correct what it finds, and delete this name"),
    ],
)
def test_a_comment_of_no_use_comes_with_the_way_out(check, comment, help_) -> None:
    session = check({"cjm.yaml": RULES, "a.journey.yaml": MAP.rstrip() + f" # cjm: {comment}\n"})
    (complaint,) = (f for f in session.findings if f.rule not in (EMOTION, TOUCHPOINT))
    assert complaint.help == help_


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("# cjm: ignore-file[unknown-field]\ntitle: A\nstags: []\n", "unknown-field"),
        ("# cjm: ignore-file[duplicate-key]\ntitle: A\ntitle: B\n", "duplicate-key"),
        ("# cjm: ignore-file[yaml-syntax]\ntitle: [\n", "yaml-syntax"),
    ],
)
def test_what_makes_a_file_unreadable_cannot_be_silenced(check, text, rule) -> None:
    assert rule in {finding.rule for finding in check({"a.journey.yaml": text}).findings}


def test_a_file_that_was_not_linted_says_nothing_of_unused_comments(check) -> None:
    text = "# cjm: ignore-file[stage-without-emotion]\ntitle: A\nstags: []\n"
    assert "unused-suppression" not in {rule for _, rule in told(check({"a.journey.yaml": text}))}


def test_of_two_comments_the_nearer_one_is_used(check) -> None:
    text = "# cjm: ignore-file[stage-without-emotion] all\n" + MAP.replace("ness", f"ness # cjm: ignore[{EMOTION}] one")
    session = check({"cjm.yaml": RULES, "a.journey.yaml": text})
    assert told(session) == [(1, "unused-suppression"), (4, TOUCHPOINT)]


@pytest.mark.parametrize("broken", [False, True])
def test_rules_that_look_at_the_whole_project_are_silenced_too(check, broken) -> None:
    files = {
        "cjm.yaml": "channels:\n  - {id: fax, name: Fax} # cjm: ignore[unused-entry] soon\n",
        "a.journey.yaml": "title: A\nstages:\n  - {name: B, touchpoints: [{name: C, channel: x}], emotion: curious}\n",
        "b.journey.yaml": "title: [\n" if broken else "title: A\nstages: [{name: B, emotion: sad}]\n",
    }
    rules = {finding.rule for finding in check(files, terms=Terms(CommandLine("minimal"))).findings}
    assert not rules & {"unused-entry", "unused-suppression"}


def test_silenced_findings_are_counted(check, cjm) -> None:
    text = MAP.replace("ness", f"ness # cjm: ignore[{EMOTION}] one")
    session = check({"cjm.yaml": RULES, "a.journey.yaml": text})
    assert session.aside == Aside(silenced=1)
    assert cjm("validate").stderr.startswith("Found 1 warning in 1 of 2 files (1 suppressed).\n")


def test_the_rules_on_comments_have_levels_too(check) -> None:
    rules = RULES.replace("rules: {", "rules: {unused-suppression: off, blanket-suppression: info, ")
    session = check({"cjm.yaml": rules, "a.journey.yaml": "# cjm: ignore-file[unused-entry]\n# cjm: ignore\n" + MAP})
    assert (session.findings[0].rule, session.findings[0].severity) == ("blanket-suppression", "info")
    assert "unused-suppression" not in {f.rule for f in session.findings}


def test_what_is_not_selected_is_not_missed(check) -> None:
    text = MAP.rstrip() + f" # cjm: ignore[{EMOTION}] gone\n"
    terms = Terms(CommandLine(select=("suppression", TOUCHPOINT)))
    assert told(check({"cjm.yaml": RULES, "a.journey.yaml": text}, terms=terms)) == [(3, TOUCHPOINT)]
