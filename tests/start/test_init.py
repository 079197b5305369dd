"""`cjm init`: what it writes is good as it is, and nothing that was there is touched."""

import json
import re
import shlex
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from cjm_cli import __version__, plugins, views
from cjm_cli.source import Limits, read
from cjm_cli.start.project import TEMPLATES

MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, by name."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def data(path: Path) -> object:
    document, findings = read(path.name, path.read_bytes(), Limits())
    assert document is not None
    assert findings == []
    return document.data


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_a_template_writes_has_no_finding(cjm, tmp_path, template) -> None:
    assert cjm("init", "shop", "--template", template).returncode == 0
    checked = cjm("validate", "--strict", "--max-warnings=0", "-f", "concise", cwd=tmp_path / "shop")
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stdout


@pytest.mark.parametrize("template", ["b2c", "b2b", "service-blueprint"])
def test_the_larger_templates_hold_what_the_strict_rules_want(cjm, tmp_path, template) -> None:
    cjm("init", "shop", "--template", template)
    checked = cjm("validate", "--preset", "strict", "--strict", "-f", "concise", cwd=tmp_path / "shop")
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stdout


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_a_template_writes_is_drawn_by_every_view(cjm, tmp_path, template) -> None:
    cjm("init", "shop", "--template", template)
    every = [part for view in plugins.names(views) for part in ("--view", view)]
    drawn = cjm("render", *every, "-f", "html", "-f", "svg", "-f", "md", cwd=tmp_path / "shop")
    assert drawn.returncode == 0, drawn.stderr
    assert len(files(tmp_path / "shop" / "dist")) >= 3 * len(plugins.names(views))
    assert cjm("build", cwd=tmp_path / "shop").returncode == 0


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_modeline_leads_to_a_schema_that_the_file_meets(cjm, tmp_path, template) -> None:
    cjm("init", "shop", "--template", template)
    maps = sorted((tmp_path / "shop").rglob("*.yaml"))
    assert len(maps) >= 3
    for path in maps:
        (told,) = MODELINE.findall(path.read_text("utf-8"))
        schema = json.loads((path.parent / told).read_text("utf-8"))
        assert [error.message for error in Draft202012Validator(schema).iter_errors(YAML(typ="safe").load(path))] == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_all_of_a_template_is_written_and_told(cjm, tmp_path, template, golden) -> None:
    ran = cjm("init", "shop", "--template", template, "--ci", "gitlab")
    assert sorted(ran.stdout.splitlines()) == sorted(f"shop/{name}" for name in files(tmp_path / "shop"))
    golden(f"init-{template}.txt", f"{ran.stdout}--- stderr\n{ran.stderr}")


@pytest.mark.parametrize("ci", ["github", "gitlab"])
def test_the_commands_for_ci_are_ones_that_pass(cjm, tmp_path, environment, ci) -> None:
    cjm("init", "shop", "--template", "b2c", "--ci", ci)
    name = {"github": ".github/workflows/journeys.yml", "gitlab": ".gitlab-ci.yml"}[ci]
    job = data(tmp_path / "shop" / name)
    if ci == "github":
        install, check = (step["run"] for step in job["jobs"]["validate"]["steps"][-2:])
    else:
        install, check = job["cjm-validate"]["before_script"][0], job["cjm-validate"]["script"][0]
    assert shlex.split(install) == ["pip", "install", "--quiet", f"cjm-cli~={__version__}"]
    program, *arguments = shlex.split(check)
    assert program == "cjm"
    assert cjm(*arguments, cwd=tmp_path / "shop").returncode == 0


def test_within_a_repository_ci_is_told_at_its_top_where_the_project_is(cjm, tmp_path) -> None:
    (tmp_path / ".git").mkdir()
    folder = "my maps/it's ${{ here }}"
    ran = cjm("init", folder, "--template", "minimal", "--ci", "github")
    assert ".github/workflows/journeys.yml" in ran.stdout.splitlines()
    job = data(tmp_path / ".github/workflows/journeys.yml")
    check = job["jobs"]["validate"]["steps"][-1]["run"]
    assert "${{" not in check
    assert shlex.split(check) == ["cjm", "validate", "--strict", "--", folder]


def test_what_an_editor_gets_is_json_and_leads_to_schemas_that_are_there(cjm, tmp_path) -> None:
    cjm("init", "--template", "minimal")
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text())
    assert all((tmp_path / schema).is_file() for schema in settings["yaml.schemas"])
    assert json.loads((tmp_path / ".vscode/extensions.json").read_text())["recommendations"]


def test_without_a_wish_for_an_editor_there_is_nothing_for_one(cjm, tmp_path) -> None:
    cjm("init", "--template", "minimal", "--editor", "none")
    assert not (tmp_path / ".vscode").exists()


def test_a_file_that_is_there_stays_and_is_named(cjm, write, tmp_path) -> None:
    write({".vscode/settings.json": "mine", ".gitignore": "mine\n", "personas/mara.persona.yaml": "name: Mara\n"})
    ran = cjm("init", "--template", "minimal")
    assert ran.returncode == 0
    for name in (".vscode/settings.json", ".gitignore", "personas/mara.persona.yaml"):
        assert f"{name} is there already, and stays as it is\n" in ran.stderr
        assert name not in ran.stdout.splitlines()
    assert (tmp_path / ".vscode/settings.json").read_text() == "mine"
    assert (tmp_path / ".gitignore").read_text() == "mine\n"


@pytest.mark.parametrize(
    ("name", "content"), [("cjm.yaml", "name: Mine\n"), ("pyproject.toml", "[tool.cjm]\nname = 'Mine'\n")]
)
def test_a_project_is_not_started_twice(cjm, write, tmp_path, name, content) -> None:
    write({name: content})
    ran = cjm("init", "--yes")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert (
        ran.stderr == f"error: there is a project already: {name}; add to it with: cjm new journey NAME --project .\n"
    )
    assert files(tmp_path) == {name: content.encode()}


def test_a_link_that_leads_nowhere_is_not_written_through(cjm, tmp_path) -> None:
    (tmp_path / ".gitignore").symlink_to(tmp_path / "elsewhere")
    assert cjm("init", "--yes").returncode == 0
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("file", ["journeys", "schemas", ".vscode"])
def test_a_file_in_the_way_of_a_folder_stops_it_before_anything_is_written(cjm, write, tmp_path, file) -> None:
    write({file: "mine"})
    ran = cjm("init", "--yes")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("error: ")
    assert f"{file} is no folder" in ran.stderr
    assert files(tmp_path) == {file: b"mine"}


def test_where_nothing_can_be_written_nothing_is_left(cjm, tmp_path) -> None:
    # Not even the superuser writes there.
    (tmp_path / "personas").symlink_to("/proc/self")
    ran = cjm("init", "--yes")
    assert ran.returncode == 2
    assert ran.stderr.startswith("error: cannot write ")
    assert [path.name for path in tmp_path.iterdir()] == ["personas"]


def test_a_dry_run_names_the_same_files_and_writes_none(cjm, tmp_path) -> None:
    dry = cjm("init", "--yes", "--ci", "github", "--dry-run")
    assert dry.stderr == "Would write 10 files.\n"
    assert [*tmp_path.iterdir()] == []
    assert cjm("init", "--yes", "--ci", "github").stdout == dry.stdout


def test_in_a_script_it_says_what_to_give(cjm, tmp_path) -> None:
    ran = cjm("init", input="")
    told = "error: there is no terminal to ask on; give --template b2c|b2b|service-blueprint|minimal, or --yes\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", told)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--template", "b3c"], 'unknown template "b3c"; did you mean "b2c"?'),
        (["--yes", "--ci", "githb"], 'unknown --ci "githb"; did you mean "github"?'),
        (["--yes", "--editor", "emacs"], 'unknown --editor "emacs"; known: vscode, none'),
        (["--yes", "--name", "  "], "the name of the project is empty; give a text that people know it by"),
    ],
)
def test_what_is_not_known_is_refused_with_the_way_out(cjm, tmp_path, arguments, told) -> None:
    ran = cjm("init", *arguments)
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f"error: {told}\n")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("folder", "name"),
    [("shoe-shop", "Shoe shop"), ("wörk_space", "Wörk space"), ("ABC", "ABC"), ("--", "Our journeys")],
)
def test_a_project_is_called_as_its_folder(cjm, tmp_path, folder, name) -> None:
    cjm("init", "--yes", "--", folder)
    assert data(tmp_path / folder / "cjm.yaml")["name"] == name


@pytest.mark.parametrize(
    "name", ['Fred: "the" #1 shop', "{{ x }}", "no", "1.10", "- a", "ümläut 日本 😀", "a\nb", "%s{0}"]
)
def test_the_name_is_what_was_given_whatever_it_looks_like(cjm, tmp_path, name) -> None:
    assert cjm("init", "--yes", "--name", name).returncode == 0
    assert data(tmp_path / "cjm.yaml")["name"] == " ".join(name.split())
    assert cjm("validate", "--strict").returncode == 0


def test_the_next_steps_are_quoted_for_a_shell(cjm) -> None:
    ran = cjm("init", "it's my shop", "--yes")
    entered = next(line for line in ran.stderr.splitlines() if line.startswith("  cd "))
    assert shlex.split(entered) == ["cd", "it's my shop"]


def test_the_same_order_gives_the_same_bytes(cjm, tmp_path) -> None:
    for folder in ("one", "two"):
        cjm("init", folder, "--template", "b2b", "--name", "A", "--ci", "github")
    assert files(tmp_path / "one") == files(tmp_path / "two")
