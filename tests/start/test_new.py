"""`cjm new`: a journey or a persona in the right place, good as it is, and never over another."""

import shlex
from pathlib import Path

import pytest

from cjm_cli.source import Limits, read
from cjm_cli.start.item import TEMPLATES


@pytest.fixture
def project(cjm, tmp_path) -> Path:
    """A project with the persona nora."""
    assert cjm("init", "--template", "b2c").returncode == 0
    return Path(tmp_path)


def data(path: Path) -> dict[str, object]:
    document, findings = read(path.name, path.read_bytes(), Limits())
    assert document is not None
    assert findings == []
    return dict(document.data)


@pytest.mark.parametrize("template", TEMPLATES["journey"])
def test_a_new_journey_has_no_finding(cjm, project, template) -> None:
    ran = cjm("new", "journey", "Returning shoes", "--template", template)
    assert (ran.returncode, ran.stdout) == (0, "journeys/returning-shoes.journey.yaml\n")
    checked = cjm("validate", "--strict", "-f", "concise")
    assert (checked.returncode, checked.stdout) == (0, "")


@pytest.mark.parametrize("template", TEMPLATES["journey"])
@pytest.mark.parametrize(
    "settings", ["", "scale: {min: 1, max: 5}\n", "channels: [{id: line, name: Line}, {id: desk, name: Desk}]\n"]
)
def test_a_new_journey_suits_the_project(cjm, write, template, settings) -> None:
    write({"cjm.yaml": f"cjm: 1\n{settings}rules: {{unused-entry: off}}\n"})
    assert cjm("new", "journey", "Returning shoes", "--template", template).returncode == 0
    checked = cjm("validate", "--strict", "-f", "concise")
    assert (checked.returncode, checked.stdout) == (0, "")


def test_a_new_persona_has_no_finding(cjm, project) -> None:
    ran = cjm("new", "persona", "Tom Berger")
    assert (ran.returncode, ran.stdout) == (0, "personas/tom-berger.persona.yaml\n")
    assert "--persona tom-berger" in ran.stderr
    checked = cjm("validate", "--strict", "-f", "concise")
    assert (checked.returncode, checked.stdout) == (0, "")
    assert cjm("new", "journey", "Returning shoes", "--persona", "tom-berger").returncode == 0
    checked = cjm("validate", "--strict", "-f", "concise")
    assert (checked.returncode, checked.stdout) == (0, "")


def test_schemas_are_named_where_the_project_has_them(cjm, project) -> None:
    cjm("new", "journey", "A")
    cjm("new", "persona", "B")
    first = "# yaml-language-server: $schema=../schemas/{}.schema.json\n"
    assert (project / "journeys/a.journey.yaml").read_text().startswith(first.format("journey"))
    assert (project / "personas/b.persona.yaml").read_text().startswith(first.format("persona"))


def test_without_schemas_none_is_named(cjm, write, tmp_path) -> None:
    write({"cjm.yaml": "cjm: 1\n"})
    cjm("new", "journey", "A")
    assert "$schema" not in (tmp_path / "journeys/a.journey.yaml").read_text()


def test_it_goes_where_most_of_its_kind_lie(cjm, write) -> None:
    journey = "title: A\nstages: []\n"
    write({"cjm.yaml": "cjm: 1\n", "maps/a.journey.yaml": journey, "maps/b.journey.yaml": journey})
    write({"old/c.journey.yaml": journey})
    assert cjm("new", "journey", "D").stdout == "maps/d.journey.yaml\n"


def test_the_project_is_found_from_a_folder_within_it(cjm, project) -> None:
    ran = cjm("new", "persona", "Tom", cwd=project / "journeys")
    assert ran.stdout == "../personas/tom.persona.yaml\n"


def test_another_project_can_be_named(cjm, tmp_path) -> None:
    cjm("init", "my shop", "--yes")
    ran = cjm("new", "persona", "Tom", "--project", "my shop")
    assert ran.stdout == "my shop/personas/tom.persona.yaml\n"


def test_a_file_that_would_not_belong_is_said_to(cjm, write) -> None:
    write({"cjm.yaml": "include: ['maps/**/*.journey.yaml']\n"})
    ran = cjm("new", "journey", "A")
    assert ran.returncode == 0
    assert "journeys/a.journey.yaml is none of the project: see include and exclude in cjm.yaml\n" in ran.stderr


@pytest.mark.parametrize("kind", ["journey", "persona"])
def test_what_is_there_is_never_written_over(cjm, project, kind) -> None:
    cjm("new", kind, "Tom")
    path = project / f"{kind}s" / f"tom.{kind}.yaml"
    path.write_text("mine")
    ran = cjm("new", kind, "TOM!", *(["--persona", "nora"] if kind == "journey" else []))
    told = f"error: there is {kind}s/tom.{kind}.yaml already; give another id: --id tom-2\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", told)
    assert path.read_text() == "mine"


def test_an_id_that_another_folder_has_is_taken_as_well(cjm, write) -> None:
    write({"cjm.yaml": "cjm: 1\n", "a/x.journey.yml": "title: X\n", "b/y.journey.yaml": "title: Y\n"})
    ran = cjm("new", "journey", "X")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "there is a/x.journey.yml already" in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["journey", "!?"], '"!?" holds neither letters nor digits, so it gives no id; give one: --id my-id'),
        (["journey", ""], "the name is empty; give a text that people know it by"),
        (["journey", "A", "--id", "../x"], '"../x" cannot be an id; for example: --id x'),
        (["journey", "A", "--id", ""], '"" cannot be an id; letters, digits and hyphens will do'),
        (["journey", "A", "--id", "nul"], '"nul" cannot be an id; letters, digits and hyphens will do'),
        (["journey", "A", "--persona", "norah"], 'there is no persona "norah"; did you mean "nora"?'),
        (["journey", "A", "--template", "minimum"], 'unknown template "minimum"; did you mean "minimal"?'),
        (["jorney", "A"], 'unknown kind "jorney"; did you mean "journey"?'),
        (["persona", "A", "--persona", "nora"], "--persona says whose journey it is; leave it out"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_way_out(cjm, project, arguments, told) -> None:
    before = sorted(project.rglob("*"))
    ran = cjm("new", *arguments)
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f"error: {told}\n")
    assert sorted(project.rglob("*")) == before


def test_with_several_personas_it_asks_for_one(cjm, project) -> None:
    cjm("new", "persona", "Tom")
    ran = cjm("new", "journey", "A")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "error: whose journey it is, is not told; give --persona, one of: nora, tom\n"


def test_settings_that_hold_mistakes_are_no_ground_to_build_on(cjm, write, tmp_path) -> None:
    write({"cjm.yaml": "nmae: X\n"})
    ran = cjm("new", "journey", "A")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "the settings in cjm.yaml hold mistakes" in ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["cjm.yaml"]


def test_a_dry_run_writes_nothing(cjm, project) -> None:
    ran = cjm("new", "journey", "A", "--dry-run")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "journeys/a.journey.yaml\n", "")
    assert not (project / "journeys/a.journey.yaml").exists()


@pytest.mark.parametrize(
    "title",
    ["../../etc/passwd", 'Say "no": #1', "返品 の 流れ", "É𝔵𝔱𝔯𝔞", "con", "x" * 300, "-", "{{ x }} %s", "a\tb\nc"],
)
def test_a_title_is_what_was_given_and_its_file_stays_in_its_folder(cjm, project, title) -> None:
    arguments = ["--id", "dash"] if title == "-" else []
    ran = cjm("new", "journey", *arguments, "--", title)
    assert ran.returncode == 0, ran.stderr
    path = project / ran.stdout.strip()
    assert path.parent == project / "journeys"
    assert data(path)["title"] == " ".join(title.split())
    assert cjm("validate", "-f", "concise", ran.stdout.strip()).returncode == 0


def test_the_next_steps_are_quoted_for_a_shell(cjm, write) -> None:
    write({"my shop/cjm.yaml": "cjm: 1\n"})
    ran = cjm("new", "journey", "A", "--project", "my shop")
    steps = [shlex.split(line, comments=True) for line in ran.stderr.splitlines()[1:]]
    path = "my shop/journeys/a.journey.yaml"
    assert steps == [["cjm", "validate", path], ["cjm", "show", path]]
