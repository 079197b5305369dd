"""`cjm validate`: what is found, where it is told, and the exit code."""

import json
from pathlib import Path

import pytest

from cjm_cli.commands._options import FailOn, Threshold, threshold
from cjm_cli.finding import Finding, Location, Severity
from cjm_cli.span import Span

GOOD = "title: Buying shoes\nstages:\n  - {name: Awareness, touchpoints: Instagram ad, emotion: curious}\n"


def test_a_good_project_passes_and_says_so_on_stderr(cjm, good) -> None:
    ran = cjm("validate")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "All good: 2 files, no finding.\n")


def test_every_file_is_checked_whatever_is_wrong_with_another(cjm, mixed) -> None:
    ran = cjm("validate", "-f", "concise")
    files = [line.split(":")[0] for line in ran.stdout.splitlines()]
    assert files == ["broken.journey.yaml", "weak.journey.yaml", "wrong.journey.yaml"]
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[0] == "Found 2 errors and 1 warning in 3 of 5 files."


def test_a_syntax_error_is_one_finding_at_its_place(cjm, write) -> None:
    write({"a.journey.yaml": "title: x\n\tstages: []\n"})
    ran = cjm("validate", "-f", "concise")
    assert ran.stdout.startswith("a.journey.yaml:2:1: error[yaml-syntax] ")
    assert len(ran.stdout.splitlines()) == 1


def test_only_what_was_asked_for_is_reported(cjm, mixed) -> None:
    ran = cjm("validate", "weak.journey.yaml", "-f", "concise")
    assert ran.returncode == 0
    assert (
        ran.stdout == 'weak.journey.yaml:3:12: warning[stage-without-touchpoint] stage "Awareness" has no touchpoint\n'
    )


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--strict"], 1),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "info"], 1),
        (["--fail-on", "never"], 0),
        (["--max-warnings", "0"], 1),
        (["--max-warnings", "1"], 0),
    ],
)
def test_a_warning_fails_the_check_when_asked_to(cjm, weak, options, code) -> None:
    assert cjm("validate", *options).returncode == code


@pytest.mark.parametrize(
    ("fail_on", "strict", "reached"),
    [
        (FailOn.ERROR, False, []),
        (FailOn.ERROR, True, [Severity.WARNING]),
        (FailOn.NEVER, True, [Severity.WARNING]),
        (FailOn.INFO, True, [Severity.WARNING, Severity.INFO]),
    ],
)
def test_of_strict_and_fail_on_the_stricter_counts(fail_on, strict, reached) -> None:
    counts = threshold(fail_on, None, strict=strict)
    place = Location("a", Span(1, 1, 1, 2))
    below_error = [Severity.WARNING, Severity.INFO]
    assert [level for level in below_error if counts.is_reached([Finding(place, "r", "m", level)])] == reached


def test_a_threshold_is_not_reached_by_nothing() -> None:
    assert not Threshold(FailOn.INFO, 0).is_reached([])


@pytest.mark.parametrize(
    ("quiet", "told", "summed"), [([], True, True), (["-q"], True, False), (["-qq"], False, False)]
)
def test_quiet_silences_the_summary_then_the_findings(cjm, mixed, quiet, told, summed) -> None:
    ran = cjm("validate", *quiet)
    assert (bool(ran.stdout), bool(ran.stderr), ran.returncode) == (told, summed, 1)


def test_verbose_says_what_is_done_on_stderr(cjm, good) -> None:
    ran = cjm("validate", "-v", "-f", "json")
    assert "files to check: 2 of 1" in ran.stderr or "files to check: 2 of 2" in ran.stderr
    assert json.loads(ran.stdout)["findings"] == []


def test_a_path_that_is_not_there_ends_it_before_anything_is_checked(cjm, mixed) -> None:
    ran = cjm("validate", "wrong.journey.yaml", "nowhere\x1b[31m")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "error: cannot read nowhere\\x1b[31m: there is no such file or folder\n"


def test_a_folder_without_journeys_cannot_be_checked(cjm, tmp_path: Path) -> None:
    ran = cjm("validate")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith('error: no journeys found in "."; ')
    assert len(ran.stderr.splitlines()) == 1


def test_a_folder_without_journeys_may_be_allowed(cjm, write) -> None:
    write({"cjm.yaml": "name: Nothing yet\n"})
    ran = cjm("validate", "--allow-empty")
    assert (ran.returncode, ran.stderr) == (0, "All good: 1 file, no finding.\n")


def test_the_settings_file_can_be_checked_alone(cjm, good) -> None:
    ran = cjm("validate", "cjm.yaml")
    assert (ran.returncode, ran.stderr) == (0, "All good: 1 file, no finding.\n")


def test_rules_look_at_the_settings_file_too(cjm, write) -> None:
    write({"cjm.yaml": "name: TODO\nextends: minimal\nrules: {placeholder-text: error}\n", "a.journey.yaml": GOOD})
    ran = cjm("validate", "-f", "concise")
    assert ran.returncode == 1
    assert ran.stdout.startswith("cjm.yaml:1:7: error[placeholder-text] ")


def test_an_empty_settings_file_is_fine(cjm, write) -> None:
    write({"cjm.yaml": "", "a.persona.yaml": "name: Rina\n", "sub/cjm.yaml": "# nothing\n"})
    assert cjm("validate", "--fail-on", "never").returncode == 0


def test_a_mistake_in_settings_is_shown_and_other_projects_are_checked(cjm, write) -> None:
    write(
        {
            "one/cjm.yaml": "rules:\n  stage-without-touchpint: off\n",
            "one/wrong.journey.yaml": "titel: Buying shoes\n",
            "two/cjm.yaml": "extends: minimal\n",
            "two/wrong.journey.yaml": "titel: Buying shoes\n",
        }
    )
    ran = cjm("validate", "-f", "concise")
    assert ran.returncode == 2
    assert [line.split(" ")[0] for line in ran.stdout.splitlines()] == [
        "one/cjm.yaml:2:3:",
        "two/wrong.journey.yaml:1:1:",
    ]
    assert ran.stderr.splitlines()[-1].startswith("error: the settings in one/cjm.yaml cannot be used; ")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"title: \x1b[31m\n", b"title: caf\xe9\n"])
def test_an_unreadable_file_is_a_finding_and_others_are_checked(cjm, write, content) -> None:
    write({"a.journey.yaml": content, "b.journey.yaml": "titel: x\n"})
    ran = cjm("validate", "-f", "concise")
    assert ran.returncode == 1
    assert [line.split(" ")[1] for line in ran.stdout.splitlines()] == [
        "error[unreadable-file]",
        "error[unknown-field]",
    ]
    assert "\x1b" not in cjm("validate").stdout


def test_a_folder_with_the_name_of_a_journey_is_searched_like_any_other(cjm, write) -> None:
    write({"a.journey.yaml/b.journey.yaml": "titel: x\n"})
    ran = cjm("validate", "a.journey.yaml", "-f", "concise")
    assert ran.stdout.startswith("a.journey.yaml/b.journey.yaml:1:1: error[unknown-field]")


def test_standard_input_stands_for_a_file_of_the_project(cjm, mixed) -> None:
    ran = cjm("validate", "-", "--stdin-filename", "wrong.journey.yaml", "-f", "concise", input=GOOD)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "All good: 1 file, no finding.\n")


def test_standard_input_without_a_name_is_a_journey(cjm) -> None:
    ran = cjm("validate", "-", input="title: x\nstags: []\n")
    assert ran.returncode == 1
    assert "stdin.journey.yaml:2:1" in ran.stdout
    assert "2 | stags: []" in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["-", "other.journey.yaml"], '"-" is standard input; give it alone'),
        (["--stdin-filename", "a.journey.yaml"], "--stdin-filename names what comes from standard input"),
        (["-", "--stdin-filename", "cjm.yaml"], "cjm.yaml cannot come from standard input"),
        (["--format", "ful"], 'unknown format "ful"; did you mean "full"?'),
        (["--color", "sometimes"], "invalid value for '--color'"),
        (["--max-warnings", "-1"], "invalid value for '--max-warnings'"),
        (["--nonsense"], "no such option: --nonsense"),
    ],
)
def test_a_mistake_in_the_call_is_one_line_and_exit_2(cjm, good, arguments, problem) -> None:
    ran = cjm("validate", *arguments, input="")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"error: {problem}")
    assert len(ran.stderr.splitlines()) == 1


def test_in_github_actions_findings_are_annotations(cjm, weak) -> None:
    ran = cjm("validate", env={"GITHUB_ACTIONS": "true"})
    assert ran.stdout.startswith("::warning file=weak.journey.yaml,line=3,col=12,")


def test_no_report_holds_an_absolute_path(cjm, mixed, tmp_path: Path) -> None:
    for name in ("full", "concise", "json", "github"):
        ran = cjm("validate", str(tmp_path), "-f", name, cwd=tmp_path.parent)
        assert ran.stdout
        assert str(tmp_path.parent) not in ran.stdout
