"""`cjm fmt`: what it writes, what it only tells, and how it ends."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

UNTIDY = "persona: ada\ntitle:   'Checkout'   # as the shop calls it\nstages:\n- goal: Pay\n  name: Pay\n"
TIDY = "title: Checkout   # as the shop calls it\npersona: ada\nstages:\n  - name: Pay\n    goal: Pay\n"
MAP = "journeys/checkout.journey.yaml"


@pytest.fixture
def project(write) -> Path:
    return write({"cjm.yaml": "name:   Shop\n", MAP: UNTIDY, "personas/ada.persona.yaml": "name: Ada\n"})


def test_files_are_written_in_their_form(cjm, project: Path) -> None:
    ran = cjm("fmt")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == "2 files reformatted, 1 file left unchanged.\n"
    assert (project / MAP).read_text("utf-8") == TIDY
    assert (project / "cjm.yaml").read_text("utf-8") == "name: Shop\n"


def test_a_second_run_changes_nothing(cjm, project: Path) -> None:
    cjm("fmt")
    ran = cjm("fmt", "--check")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "3 files already formatted.\n")
    assert (project / MAP).read_text("utf-8") == TIDY


def test_check_names_the_files_and_writes_nothing(cjm, project: Path) -> None:
    ran = cjm("fmt", "--check")
    assert ran.returncode == 1
    assert ran.stdout == f"Would reformat: cjm.yaml\nWould reformat: {MAP}\n"
    assert ran.stderr == "2 files would be reformatted, 1 file already formatted.\n"
    assert (project / MAP).read_text("utf-8") == UNTIDY


def test_diff_shows_what_git_apply_can_make(cjm, project: Path) -> None:
    ran = cjm("fmt", "--diff", "journeys")
    assert ran.returncode == 1
    assert (project / MAP).read_text("utf-8") == UNTIDY
    subprocess.run(["git", "apply"], cwd=project, input=ran.stdout, text=True, check=True)
    assert (project / MAP).read_text("utf-8") == TIDY


def test_standard_input_goes_to_standard_output(cjm, project: Path) -> None:
    ran = cjm("fmt", "-", "--stdin-filename", MAP, input=UNTIDY)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, TIDY, "")
    assert (project / MAP).read_text("utf-8") == UNTIDY


def test_settings_may_come_from_standard_input_as_well(cjm, project: Path) -> None:
    ran = cjm("fmt", "-", "--stdin-filename", "cjm.yaml", input="teams: [web]\nname: Shop\n")
    assert (ran.returncode, ran.stdout) == (0, "name: Shop\nteams: [web]\n")


def test_standard_input_that_is_no_yaml_comes_back_as_it_is(cjm, project: Path) -> None:
    ran = cjm("fmt", "-", input="title: [1\n")
    assert (ran.returncode, ran.stdout) == (2, "title: [1\n")
    assert "error[yaml-syntax]" in ran.stderr


def test_a_file_that_is_no_yaml_is_told_and_the_others_are_written(cjm, project: Path) -> None:
    (project / "journeys" / "broken.journey.yaml").write_text("title: [1\n", "utf-8")
    ran = cjm("fmt")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "error[yaml-syntax]" in ran.stderr
    assert "journeys/broken.journey.yaml:1:10" in ran.stderr
    assert ran.stderr.endswith("2 files reformatted, 1 file left unchanged, 1 file left alone.\n")
    assert (project / MAP).read_text("utf-8") == TIDY
    assert (project / "journeys" / "broken.journey.yaml").read_text("utf-8") == "title: [1\n"


def test_a_form_that_is_not_rewritten_is_named(cjm, write) -> None:
    text = "? title\n: Checkout\n"
    folder = write({"a.journey.yaml": text})
    for options in ((), ("--check",), ("--diff",), ("-q",)):
        ran = cjm("fmt", *options)
        assert (ran.returncode, ran.stdout) == (2, "")
        why = 'error: a.journey.yaml is left as it is: line 1 holds a key behind a "?", which is not rewritten\n'
        assert ran.stderr.startswith(why)
    assert (folder / "a.journey.yaml").read_text("utf-8") == text


def test_a_file_that_breaks_the_schema_is_formatted_as_far_as_it_is_known(cjm, write) -> None:
    folder = write({"a.journey.yaml": "stags: []\nstate:   nowhere\ntitle: A\n"})
    assert cjm("fmt").returncode == 0
    assert (folder / "a.journey.yaml").read_text("utf-8") == "title: A\nstate: nowhere\nstags: []\n"


def test_a_name_cannot_drive_the_terminal(cjm, write) -> None:
    write({"a\x1b[31m.journey.yaml": "? title\n: Checkout\n"})
    assert "\x1b" not in cjm("fmt").stderr


def test_line_ends_and_the_mark_of_the_encoding_stay_on_the_disk(cjm, write) -> None:
    folder = write({"a.journey.yaml": b"\xef\xbb\xbftitle:   A\r\npersona: ada\r\n"})
    cjm("fmt")
    assert (folder / "a.journey.yaml").read_bytes() == b"\xef\xbb\xbftitle: A\r\npersona: ada\r\n"


def test_where_there_is_nothing_that_is_said(cjm, tmp_path: Path) -> None:
    ran = cjm("fmt")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "no journeys found" in ran.stderr
    assert cjm("fmt", "--allow-empty").returncode == 0


def test_settings_in_toml_are_no_yaml(cjm, write) -> None:
    write({"pyproject.toml": "[tool.cjm]\nname = 'Shop'\n", "a.journey.yaml": "title: A\n"})
    assert cjm("fmt").returncode == 0
    ran = cjm("fmt", "pyproject.toml")
    assert (ran.returncode, ran.stderr.splitlines()[0]) == (
        2,
        "error: pyproject.toml is left as it is: it is not YAML",
    )


def test_the_examples_are_in_their_form(cjm, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    ran = cjm("fmt", "--check", "examples")
    assert (ran.returncode, ran.stdout) == (0, "")


def test_so_are_the_templates(cjm) -> None:
    ran = cjm("fmt", "--check", "templates", "--allow-empty", cwd=ROOT)
    assert (ran.returncode, ran.stdout) == (0, "")


def test_settings_that_hold_mistakes_leave_open_what_belongs_to_the_project(cjm, write) -> None:
    folder = write({"cjm.yaml": "exclude: archive/**\nnmae: Shop\n", "archive/a.journey.yaml": "title:   A\n"})
    everything = cjm("fmt")
    assert (everything.returncode, everything.stdout) == (2, "")
    assert everything.stderr == "error: the settings in cjm.yaml cannot be used; see: cjm validate\n"
    assert cjm("fmt", "archive/a.journey.yaml").returncode == 0
    assert (folder / "archive/a.journey.yaml").read_text() == "title: A\n"


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_names_are_told_with_nothing_in_them_that_a_terminal_obeys(cjm, write) -> None:
    write({"a\x1b[31m.journey.yaml": "title:   Buying shoes\n"})
    assert cjm("fmt", "--check").stdout == "Would reformat: a\\x1b[31m.journey.yaml\n"
