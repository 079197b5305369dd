"""A baseline forgives what it lists, as often as it says, and no more."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_cli.baseline import baseline_text, load_baseline
from cjm_cli.session import Terms
from cjm_cli.summary import Aside
from cjm_cli.workspace.source_file import SourceFile

RULES = "extends: minimal\nrules: {stage-without-emotion: error}\n"
MAP = "title: A\nstages:\n  - {name: Pay, thoughts: x}\n  - {id: wear, name: Wearing, thoughts: x}\n"
FILE = ".cjm-baseline.yaml"
WRITTEN = """\
# Findings that this project lives with for now. See: cjm baseline --help
baseline: 1
findings:
  stage-without-emotion:
    "a/stages[pay]/name": 1
    "a/stages[wear]/name": 1
"""


@pytest.fixture
def project(write) -> Path:  # type: ignore[no-untyped-def]
    """A project with two findings, and a baseline that forgives them."""
    return write({"cjm.yaml": RULES, "a.journey.yaml": MAP, FILE: WRITTEN})


def test_what_is_written_forgives_what_was_found(cjm, project) -> None:
    (project / FILE).unlink()
    assert cjm("validate").returncode == 1
    ran = cjm("baseline", "write")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", f"2 findings in {FILE}.\n")
    assert (project / FILE).read_text() == WRITTEN
    ran = cjm("validate")
    assert (ran.returncode, ran.stderr) == (0, "All good: 2 files, no finding (2 in the baseline).\n")
    assert json.loads(cjm("validate", "-f", "json").stdout)["summary"]["baseline"] == 2


@pytest.mark.parametrize(
    "changed",
    [
        "# more\n\n\ntitle: A\nsummary: new\n" + MAP.partition("\n")[2],
        "title: A\nstages:\n  - {id: wear, name: Worn, thoughts: x}\n  - name: Pay\n    thoughts: y\n",
    ],
)
def test_it_survives_moved_lines_and_another_order(check, project, changed) -> None:
    session = check({"a.journey.yaml": changed})
    assert (session.findings, session.aside) == ([], Aside(forgiven=2))


def test_what_is_shown_of_it_is_nothing_that_a_terminal_obeys(cjm, write) -> None:
    write(
        {
            FILE: 'baseline: 1\nfindings: {stage-without-emotion: {"a/stages[\\u202eyap]": 1, "a/\\x85b": 1}}\n',
            "a.journey.yaml": MAP,
        }
    )
    shown = cjm("baseline", "show").stdout
    assert shown == "a/stages[\\u202eyap]: stage-without-emotion\na/\\x85b: stage-without-emotion\n"


def test_what_is_new_is_told(check, project) -> None:
    session = check({"a.journey.yaml": MAP + "  - {name: Repair, thoughts: x}\n"})
    assert [finding.location.logical for finding in session.findings] == ["stages[repair] › name"]


def test_one_more_of_the_same_is_told(check, project) -> None:
    session = check({"a.journey.yaml": MAP + "  - {name: Pay!, thoughts: x}\n"})
    assert [(finding.rule, finding.location.span.line) for finding in session.findings] == [
        ("stage-without-emotion", 5)
    ]


@pytest.mark.parametrize(
    ("files", "terms", "unused"),
    [
        ({"a.journey.yaml": MAP.replace("name: Pay,", "name: Pay, emotion: sad,")}, Terms(), [5]),
        ({FILE: WRITTEN.replace("wear]/name", 'wear]/name": 2 #').replace('#": 1', "#")}, Terms(), [6]),
        ({FILE: WRITTEN.replace("stage-without-emotion", "no-such-rule")}, Terms(), [5, 6]),
        ({"cjm.yaml": "extends: minimal\n"}, Terms(), []),
        ({"a.journey.yaml": MAP.replace("Pay,", "Pay, emotion: sad,"), "b.journey.yaml": "titel: x\n"}, Terms(), []),
        ({"a.journey.yaml": MAP.replace("Pay,", "Pay, emotion: sad,")}, Terms(no_baseline=True), []),
        (
            {
                "cjm.yaml": RULES.replace("rules: {", "rules: {unused-baseline-entry: off, "),
                FILE: WRITTEN.replace("/stages", "/x"),
            },
            Terms(),
            [],
        ),
    ],
)
def test_an_entry_that_is_no_longer_needed_is_found(check, project, files, terms, unused) -> None:
    session = check(files, terms=terms)
    found = [f for f in session.findings if f.rule == "unused-baseline-entry"]
    assert [finding.location.span.line for finding in found] == unused
    assert {finding.location.path for finding in found} <= {FILE}


def test_of_entries_of_files_that_are_not_looked_at_nothing_is_said(check, project) -> None:
    write = {"a.journey.yaml": MAP.replace("Pay,", "Pay, emotion: sad,"), "b.journey.yaml": "title: B\nstages: []\n"}
    assert "unused-baseline-entry" not in {f.rule for f in check(write, "b.journey.yaml").findings}


def test_pruning_takes_off_what_was_mended_and_adds_nothing(cjm, project) -> None:
    mended = MAP.replace("name: Pay,", "name: Pay, emotion: sad,") + "  - {name: New, thoughts: x}\n"
    (project / "a.journey.yaml").write_text(mended)
    assert cjm("baseline", "show").stderr.startswith(f"2 findings in {FILE}, 1 of them mended")
    assert cjm("baseline", "prune").returncode == 0
    assert (project / FILE).read_text() == WRITTEN.replace('    "a/stages[pay]/name": 1\n', "")


@pytest.mark.parametrize("action", ["write", "prune"])
def test_entries_of_files_that_are_not_looked_at_stay(cjm, write, project, action) -> None:
    write({"b.journey.yaml": MAP, FILE: WRITTEN + '    "b/stages[old]": 3\n    "gone/stages[old]": 3\n'})
    assert cjm("baseline", action, "a.journey.yaml").returncode == 0
    assert (project / FILE).read_text() == WRITTEN + '    "b/stages[old]": 3\n'


def test_it_is_shown_place_by_place(cjm, project) -> None:
    ran = cjm("baseline", "show")
    assert ran.stdout == "a/stages[pay]/name: stage-without-emotion\na/stages[wear]/name: stage-without-emotion\n"
    assert ran.stderr == f"2 findings in {FILE}.\n"


def test_another_file_may_be_named_and_may_be_json(cjm, project) -> None:
    (project / FILE).unlink()
    assert cjm("baseline", "write", "--baseline", "known.json").returncode == 0
    entries = {"a/stages[pay]/name": 1, "a/stages[wear]/name": 1}
    known = json.loads((project / "known.json").read_text())
    assert known == {"baseline": 1, "findings": {"stage-without-emotion": entries}}
    assert cjm("validate").returncode == 1
    assert cjm("validate", "--baseline", "known.json").returncode == 0
    (project / "cjm.yaml").write_text(RULES + "baseline: known.json\n")
    assert cjm("validate").returncode == 0
    assert cjm("validate", "--no-baseline").returncode == 1


def test_neither_unsound_files_nor_comments_are_ever_forgiven(cjm, write) -> None:
    write({"a.journey.yaml": "titel: x\n", "b.journey.yaml": "# cjm: ignore\n" + MAP, "cjm.yaml": "extends: minimal\n"})
    assert cjm("baseline", "write").returncode == 0
    assert cjm("validate", "-f", "concise").stdout.count("error[") >= 2


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", ": it is no baseline"),
        ("baseline: 2\nfindings: {}\n", ": it is no baseline"),
        ("baseline: 1\nfindings: []\n", ": it is no baseline"),
        ("baseline: 1\nfindings:\n  r: 3\n", ":3:6: an entry is a path and a number"),
        ("baseline: 1\nfindings:\n  r:\n    a: many\n", ":4:8: an entry is a path and a number"),
        ("baseline: 1\nfindings:\n  r:\n    a: -1\n", ":4:8: an entry is a path and a number"),
        ("<<<<<<< ours\n", ""),
        ("a: [\n", ":1:5: a bracket is never closed"),
        (b"\xff\xfe", ":1:1: the file is UTF-16"),
    ],
)
def test_what_is_no_baseline_ends_the_run_in_one_line(cjm, write, content, problem) -> None:
    write({"a.journey.yaml": MAP, FILE: content})
    ran = cjm("validate")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"error: cannot read {FILE}{problem}")
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (
            ["validate", "a.journey.yaml", "--baseline", "nowhere.yaml"],
            "cannot read nowhere.yaml: no such file or directory",
        ),
        (["baseline", "prune"], f"there is no baseline at {FILE}"),
        (["baseline", "show"], f"there is no baseline at {FILE}"),
        (["baseline", "wirte"], 'unknown action "wirte"; did you mean "write"?'),
        (["validate", "--baseline", "x.yaml", ".", "sub"], "--baseline is for one project, and here are 2"),
    ],
)
def test_a_mistake_in_the_call_is_one_line_and_exit_2(cjm, write, arguments, problem) -> None:
    write({"cjm.yaml": "", "a.journey.yaml": MAP, "sub/cjm.yaml": "", "sub/a.journey.yaml": MAP})
    ran = cjm(*arguments)
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
    assert ran.stderr.startswith(f"error: {problem}")


LETTERS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")  # as in any file of ours
KEYS = st.tuples(st.sampled_from(["flat-curve", "stage-count"]), st.text(LETTERS, max_size=12))


@given(st.dictionaries(KEYS, st.integers(1, 99)), st.booleans(), st.randoms(use_true_random=False))
def test_what_is_written_is_read_again_and_does_not_depend_on_order(tmp_path_factory, counts, as_json, random) -> None:
    text = baseline_text(counts, as_json=as_json)
    assert text == baseline_text(dict(random.sample([*counts.items()], len(counts))), as_json=as_json)
    path = tmp_path_factory.mktemp("b") / "baseline"
    path.write_bytes(text.encode())
    assert load_baseline(SourceFile("baseline", path)).counts == Counter(counts)


def test_a_baseline_that_never_ends_is_not_read(cjm, write) -> None:
    write({"a.journey.yaml": MAP, "cjm.yaml": "baseline: /dev/zero\n"})
    ran = cjm("validate")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.endswith("dev/zero: not a file\n")
