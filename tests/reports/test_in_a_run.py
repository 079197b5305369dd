"""Reports as a run of `cjm validate` makes them: on standard output, in files, counted, again and again."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cjm_cli import plugins, reports

NAMES = plugins.names(reports)
TO_FILES = [f"--report={name}=out/{name}" for name in NAMES]
PAINTED = {"full", "concise", "grouped"}
DOCUMENTS = ["json", "sarif", "gitlab", "junit", "checkstyle", "rdjson"]
HOSTILE = "\\u202e\\u2066[bold]"
OBEYED = 'title: "\\x1b[31m\\x9b\\u202e"\n'
MAP = f"""\
title: "Buying {HOSTILE} shoes [tool.cjm]"
stages:
  - {{name: "Aware {HOSTILE}", feling: curious}}
  - {{name: Pay, touchpoints: Checkout}}
  - {{name: Wear, touchpoints: Street}}
  - {{touchpoints: Nowhere, name: [1]}}
"""
SETTINGS = "extends: minimal\nrules: {stage-without-emotion: warning, stage-without-touchpoint: warning}\n"
SOUND = MAP.replace(", feling: curious", "").replace("  - {touchpoints: Nowhere, name: [1]}\n", "")
needs_shell = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")


@pytest.fixture
def project(write) -> Path:
    maps = {"a": MAP, "b,c:100%": SOUND, "bad": "a: [\n", "obeyed": OBEYED}
    return write({"cjm.yaml": SETTINGS, **{f"{name}.journey.yaml": text for name, text in maps.items()}})


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


# ── what holds for every format ──────────────────────────────────────────────────────────────────────────────────────


def test_every_format_can_be_written_in_one_run(cjm, project) -> None:
    ran = cjm("validate", "-f", "concise", *TO_FILES)
    assert ran.returncode == 1
    files = written(project)
    assert {*files} == {*NAMES}
    assert files["concise"].decode() == ran.stdout
    assert len(json.loads(files["json"])["findings"]) == len(ran.stdout.splitlines())
    assert ElementTree.fromstring(files["junit"]).get("failures") == str(len(ran.stdout.splitlines()))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_holds_what_standard_output_would(cjm, project, name) -> None:
    shown = cjm("validate", "-q", "-f", name).stdout
    cjm("validate", "-f", "none", f"--report={name}=out/it", env={"FORCE_COLOR": "1"})
    assert (project / "out/it").read_bytes().decode() == shown


def test_no_report_holds_an_absolute_path_an_escape_or_a_clock(cjm, project) -> None:
    cjm("validate", "-f", "none", *TO_FILES)
    first = written(project)
    os.utime(project / "a.journey.yaml", (1, 1))
    cjm("validate", "-f", "none", str(project), *TO_FILES)
    assert written(project) == first
    for content in first.values():
        assert str(project).encode() not in content
        assert b"\x1b" not in content
        assert "\x9b".encode() not in content
        assert "\u202e".encode() not in content
        assert time.strftime("%Y-%m-%d").encode() not in content


def test_findings_come_in_the_same_order_under_any_seed(cjm, project) -> None:
    made = []
    for seed in ("0", "1", "4711"):
        cjm("validate", "-f", "none", *TO_FILES, env={"PYTHONHASHSEED": seed})
        made.append(written(project))
    assert made[0] == made[1] == made[2]


@pytest.mark.parametrize("name", sorted(PAINTED))
@pytest.mark.parametrize("env", [{"FORCE_COLOR": "0"}, {"NO_COLOR": "1"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}])
def test_without_colour_there_is_no_escape(cjm, project, name, env) -> None:
    assert "\x1b" not in cjm("validate", "-f", name, env=env).stdout


@pytest.mark.parametrize("name", NAMES)
def test_only_what_people_read_is_painted(cjm, project, name) -> None:
    ran = cjm("validate", "-f", name, env={"FORCE_COLOR": "1"})
    assert ("\x1b[" in ran.stdout) == (name in PAINTED)
    assert "\x1b[31m[bold]" not in ran.stdout


@needs_shell
@pytest.mark.parametrize("name", NAMES)
def test_a_reader_that_leaves_after_a_line_is_no_trouble(project, environment, name) -> None:
    script = f"set -o pipefail; '{sys.executable}' -m cjm_cli validate -q -f {name} | head -1"
    ran = subprocess.run(
        ["bash", "-c", script], cwd=project, env=environment, capture_output=True, timeout=60, check=False
    )
    assert (ran.stderr, ran.returncode) == (b"", 1)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_machine_format_is_exactly_one_document(cjm, project, name) -> None:
    text = cjm("validate", "-v", "-f", name).stdout
    assert ElementTree.fromstring(text) is not None if name in ("junit", "checkstyle") else json.loads(text)


def fingerprints(folder: Path) -> dict[str, list[str]]:
    files = written(folder)
    results = json.loads(files["sarif"])["runs"][0]["results"]
    return {
        "json": sorted(item["fingerprint"] for item in json.loads(files["json"])["findings"]),
        "gitlab": sorted(item["fingerprint"] for item in json.loads(files["gitlab"])),
        "sarif": sorted(value for result in results for value in result["partialFingerprints"].values()),
    }


def reordered(text: str) -> str:
    head, _, stages = text.partition("stages:\n")
    first, *others = stages.splitlines(keepends=True)
    return f"{head}stages:\n{''.join([*others, first])}"


def test_adding_lines_above_or_reordering_a_list_changes_no_fingerprint(cjm, project) -> None:
    found = []
    for change in (str, "# one\n\n\n{}".format, reordered):
        (project / "a.journey.yaml").write_text(change(MAP), "utf-8")
        (project / "b,c:100%.journey.yaml").write_text(change(SOUND), "utf-8")
        cjm("validate", "-f", "none", *TO_FILES)
        found.append(fingerprints(project))
    assert found[0] == found[1] == found[2]
    assert len({*found[0]["json"]}) == len(found[0]["json"]) > 4
    assert found[0]["json"] == found[0]["gitlab"] == found[0]["sarif"]


def test_fingerprints_are_the_same_wherever_the_check_is_run_from(cjm, project) -> None:
    (project / "sub").mkdir()
    cjm("validate", "-f", "none", *TO_FILES)
    here = fingerprints(project)
    cjm("validate", "..", "-f", "none", *TO_FILES, cwd=project / "sub")
    assert fingerprints(project / "sub") == here


# ── --report ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("command", ["validate", "lint"])
def test_a_folder_is_made_for_a_report(cjm, project, command) -> None:
    cjm(command, "--report", "sarif=deep/down/cjm.sarif")
    assert json.loads((project / "deep/down/cjm.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_a_report_alone_may_go_to_standard_output(cjm, project) -> None:
    ran = cjm("validate", "-f", "none", "--report", "json=-", "--report", "junit=cjm.xml")
    assert json.loads(ran.stdout)["version"] == 1
    assert (project / "cjm.xml").exists()


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (["sarfi=a"], 'unknown format "sarfi"; did you mean "sarif"?'),
        (["auto=a"], 'unknown format "auto"; known: '),
        (["sarif"], '"sarif" is no report; write FORMAT=PATH, such as --report sarif=findings.sarif'),
        (["sarif="], '"sarif=" is no report; write FORMAT=PATH, such as --report sarif=findings.sarif'),
        (["json=-"], "standard output holds one report; give --report a file instead of -, or add --format none"),
        (["json=-", "sarif=-"], "two reports cannot go to standard output; give each a file of its own"),
        (["json=a", "sarif=./a"], "two reports cannot go to a; give each a file of its own"),
    ],
)
def test_a_report_that_cannot_be_meant_ends_it_before_anything_is_written(cjm, project, given, problem) -> None:
    before = sorted(project.iterdir())
    ran = cjm("validate", "--report", "concise=ok.txt", *(f"--report={item}" for item in given))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"error: {problem}")
    assert len(ran.stderr.splitlines()) == 1
    assert sorted(project.iterdir()) == before


@pytest.mark.parametrize(
    ("path", "reason"),
    [("cjm.yaml/x", "a file stands where a folder should be"), ("folder", "is a directory")],
)
def test_a_report_that_cannot_be_written_leaves_nothing_half_done(cjm, project, path, reason) -> None:
    (project / "folder").mkdir()
    names = {item.name for item in project.iterdir()}
    ran = cjm("validate", "-f", "concise", "--report", f"sarif={path}", "--report", "json=other.json")
    assert ran.returncode == 2
    assert "error[yaml-syntax]" in ran.stdout
    assert ran.stderr.splitlines()[-1] == f"error: cannot write {path}: {reason}"
    assert {item.name for item in project.iterdir()} == {*names, "other.json"}
    assert (project / "cjm.yaml").read_text("utf-8") == SETTINGS
    assert not any((project / "folder").iterdir())


def test_every_report_that_cannot_be_written_is_told(cjm, project) -> None:
    ran = cjm("validate", "-q", "--report", "sarif=cjm.yaml/x", "--report", "json=cjm.yaml/y")
    assert [line.partition(":")[0] for line in ran.stderr.splitlines()] == ["error", "error"]
    assert ran.returncode == 2


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no /dev/null here")
def test_a_device_is_written_to_and_not_replaced(cjm, project) -> None:
    assert cjm("validate", "-f", "none", "--report", "sarif=/dev/null").returncode == 1
    assert Path("/dev/null").is_char_device()


def test_reports_are_written_of_settings_with_a_mistake_too(cjm, write) -> None:
    folder = write({"cjm.yaml": "ruls: {}\n", "a.journey.yaml": SOUND})
    assert cjm("validate", "--report", "json=out.json").returncode == 2
    assert json.loads((folder / "out.json").read_text("utf-8"))["findings"][0]["path"] == "cjm.yaml"


def test_quiet_silences_no_file(cjm, project) -> None:
    ran = cjm("validate", "-qq", "--report", "json=out.json")
    assert (ran.stdout, ran.stderr) == ("", "")
    assert (project / "out.json").exists()


# ── --statistics ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_statistics_replace_the_findings_and_come_most_first(cjm, project) -> None:
    ran = cjm("validate", "--statistics")
    lines = [line.split() for line in ran.stdout.splitlines()]
    counts = [int(count) for count, _, _ in lines]
    assert counts == sorted(counts, reverse=True)
    assert ["2", "warning", "stage-without-emotion"] in lines
    assert ["1", "error", "yaml-syntax"] in lines
    assert ran.stderr.startswith("Found ")
    assert ran.returncode == 1


def test_statistics_are_json_when_asked_for(cjm, project) -> None:
    items = json.loads(cjm("validate", "--statistics", "-f", "json").stdout)
    assert {"rule": "yaml-syntax", "count": 1, "severity": "error"} in items


def test_statistics_of_nothing_are_nothing(cjm, write) -> None:
    write({"cjm.yaml": "extends: minimal\n", "a.journey.yaml": "title: x\n"})
    assert cjm("validate", "--statistics").stdout == ""


def test_statistics_leave_reports_in_files_whole(cjm, project) -> None:
    cjm("validate", "--statistics", "--report", "concise=out.txt")
    assert "error[yaml-syntax]" in (project / "out.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["sarif", "junit", "none"])
def test_statistics_have_no_place_in_a_document_of_another_sort(cjm, project, name) -> None:
    ran = cjm("validate", "--statistics", "-f", name)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert (
        ran.stderr == f"error: --statistics cannot be told as {name}; formats: full, concise, grouped, github, json\n"
    )


# ── --watch ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def watching(project, environment) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "cjm_cli", "validate", "--watch", "-f", "concise"]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "stdin": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=project, env=environment, encoding="utf-8", **streams)
    yield process
    process.kill()
    process.communicate(timeout=60)


def lines_until(process: subprocess.Popen[str], start: str) -> list[str]:
    assert process.stdout is not None
    lines = []
    while not lines or not lines[-1].startswith(start):
        lines.append(process.stdout.readline())
        assert lines[-1], "it ended"
    return lines


@needs_shell
def test_watching_checks_again_after_each_change_until_it_is_interrupted(project, watching) -> None:
    assert any("yaml-syntax" in line for line in lines_until(watching, "Watching 5 files; Ctrl-C ends it."))
    (project / "bad.journey.yaml").write_text("title: [\n", "utf-8")
    lines_until(watching, "──── changed: bad.journey.yaml ────")
    assert any("yaml-syntax" in line for line in lines_until(watching, "Found "))
    (project / "cjm.yaml").write_text("ruls: {}\n", "utf-8")
    lines_until(watching, "error: the settings in cjm.yaml cannot be used")
    (project / "cjm.yaml").unlink()
    lines_until(watching, "Found ")
    (project / "new.journey.yaml").write_text("titel: x\n", "utf-8")
    lines_until(watching, "new.journey.yaml:1:1: error")
    watching.send_signal(signal.SIGINT)
    told = watching.communicate(timeout=60)[0]
    assert watching.returncode == 130
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["-"], "standard input cannot be watched; give files or folders"),
        (["-f", "sarif"], "--watch cannot tell of every check as sarif; formats: full, "),
        (["nowhere"], "cannot read nowhere: there is no such file or folder"),
        (["--add-ignore=x"], "--add-ignore writes once, and --watch checks again and again; give one of them"),
    ],
)
def test_what_cannot_be_watched_is_told_at_once(cjm, project, arguments, problem) -> None:
    ran = cjm("validate", "--watch", *arguments, input="")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert re.match(re.escape(f"error: {problem}"), ran.stderr)
