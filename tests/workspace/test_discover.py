"""Paths become projects and their files: sorted, none twice, and nothing that was not meant."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cjm_cli.errors import SourceError
from cjm_cli.model import Project
from cjm_cli.workspace.discover import Choice, discover, places, project_root

DEFAULTS = Choice(Project().include, Project().exclude)

Find = Callable[..., dict[str, list[str]]]


@pytest.fixture
def find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Find:
    """The files that are found, by their projects' folders, and which of them were asked for (`*`)."""
    monkeypatch.chdir(tmp_path)

    def found(*paths: str, choice: Choice = DEFAULTS) -> dict[str, list[str]]:
        return {
            place.root.relative_to(tmp_path).as_posix(): [
                file.name + "*" * place.covers(file.path) for file in discover(place, choice)
            ]
            for place in places(map(Path, paths))
        }

    return found


def _make(folder: Path, files: Mapping[str, str] | list[str]) -> None:
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[name] if isinstance(files, Mapping) else "")


@pytest.mark.parametrize(
    ("files", "root"),
    [
        ([], "a/b/c"),
        (["a/cjm.yaml"], "a"),
        (["a/cjm.yaml", "a/b/cjm.yaml"], "a/b"),
        (["a/.git/HEAD"], "a"),
        (["a/.git"], "a"),
        (["a/.git/HEAD", "a/b/cjm.yaml"], "a/b"),
        (["cjm.yaml", "a/.git/HEAD"], "a"),
        (["a/.git/HEAD", "a/cjm.yaml"], "a"),
        ({"a/pyproject.toml": "[tool.cjm]\n"}, "a"),
        ({"a/pyproject.toml": "[tool.cjm.render]\n"}, "a"),
        ({"a/pyproject.toml": "[tool.ruff]\n# [tool.cjm]\n"}, "a/b/c"),
        ({"a/pyproject.toml": "[tool.cjm\n"}, "a"),
        ({"a/pyproject.toml": "[tool.cjm]\n", "cjm.yaml": ""}, "."),
        ({"a/pyproject.toml": "[tool.cjm]\n", "a/b/.git": ""}, "a/b"),
    ],
    ids=repr,
)
def test_the_root_of_a_project_is_found_upwards(tmp_path, files, root) -> None:
    _make(tmp_path, files)
    (tmp_path / "a/b/c").mkdir(parents=True, exist_ok=True)
    assert project_root(tmp_path / "a/b/c") == tmp_path / root


def test_a_project_ends_where_another_one_begins(tmp_path, find) -> None:
    _make(
        tmp_path, ["cjm.yaml", "a.journey.yaml", "p/cjm.yaml", "p/b.journey.yaml", "p/q/cjm.yaml", "p/q/c.persona.yaml"]
    )
    assert find(".") == {
        ".": ["a.journey.yaml*"],
        "p": ["p/b.journey.yaml*"],
        "p/q": ["p/q/c.persona.yaml*"],
    }
    assert find("p/q") == {"p/q": ["p/q/c.persona.yaml*"]}


def test_a_folder_of_projects_need_not_be_one_itself(tmp_path, find) -> None:
    _make(tmp_path, ["p/cjm.yaml", "p/b.journey.yaml", "q/cjm.yaml", "q/c.journey.yaml"])
    assert find(".") == {".": [], "p": ["p/b.journey.yaml*"], "q": ["q/c.journey.yaml*"]}


def test_projects_side_by_side_may_keep_their_settings_in_different_files(tmp_path, find) -> None:
    _make(
        tmp_path,
        {
            "a/cjm.yaml": "",
            "a/x.journey.yaml": "",
            "a/in/pyproject.toml": "[tool.cjm]\n",
            "a/in/y.journey.yaml": "",
            "b/pyproject.toml": "[tool.cjm]\n",
            "b/z.journey.yaml": "",
        },
    )
    assert find(".") == {".": [], "a": ["a/in/y.journey.yaml*", "a/x.journey.yaml*"], "b": ["b/z.journey.yaml*"]}


def test_the_rest_of_the_project_is_known_but_not_asked_for(tmp_path, find) -> None:
    _make(tmp_path, ["cjm.yaml", "a.persona.yaml", "j/b.journey.yaml", "j/c.journey.yaml"])
    assert find("j") == {".": ["a.persona.yaml", "j/b.journey.yaml*", "j/c.journey.yaml*"]}
    assert find("j/b.journey.yaml") == {".": ["a.persona.yaml", "j/b.journey.yaml*", "j/c.journey.yaml"]}


def test_nothing_is_found_twice(tmp_path, find) -> None:
    _make(tmp_path, ["cjm.yaml", "j/b.journey.yaml"])
    every = find("j", ".", "j/b.journey.yaml", "./j/../j/b.journey.yaml", str(tmp_path / "j"))
    assert every == {".": ["j/b.journey.yaml*"]}


def test_a_neighbouring_folder_does_not_belong_to_the_project_where_one_stands(tmp_path, find, monkeypatch) -> None:
    _make(tmp_path, ["p/cjm.yaml", "q/a.journey.yaml"])
    monkeypatch.chdir(tmp_path / "p")
    assert find("../q") == {"q": ["../q/a.journey.yaml*"]}


@pytest.mark.parametrize(
    "name", [".git", ".hidden", ".venv", "node_modules", "__pycache__", "venv", "a/.b", "site-packages"]
)
def test_some_folders_never_hold_journeys(tmp_path, find, name) -> None:
    _make(tmp_path, ["cjm.yaml", "a.journey.yaml", f"{name}/b.journey.yaml", f"{name}/c/cjm.yaml"])
    assert find(".") == {".": ["a.journey.yaml*"]}


@pytest.mark.parametrize(
    ("name", "is_found"),
    [
        ("a.journey.yaml", True),
        ("a.journey.yml", True),
        ("a.persona.yaml", True),
        ("deep/er/a.persona.yml", True),
        (".journey.yaml", True),
        ("a.journey.yaml.bak", False),
        ("a.journey.json", False),
        ("journey.yaml", False),
        ("a.yaml", False),
        ("a.JOURNEY.YAML", False),
        ("a.cjm.yaml", False),
    ],
)
def test_files_are_recognised_by_their_names(tmp_path, find, name, is_found) -> None:
    _make(tmp_path, ["cjm.yaml", name])
    assert find(".") == {".": [f"{name}*"] if is_found else []}


@pytest.mark.parametrize(
    ("include", "exclude", "found"),
    [
        (["**/*.journey.yaml"], ["archive/**"], ["a.journey.yaml", "maps/b.journey.yaml"]),
        (["**/*.journey.yaml"], ["archive"], ["a.journey.yaml", "maps/b.journey.yaml"]),
        (["**/*.journey.yaml"], ["**/b.*"], ["a.journey.yaml", "archive/c.journey.yaml"]),
        (["maps/**"], [], ["maps/b.journey.yaml", "maps/d.txt"]),
        (["*.journey.yaml"], ["/a.journey.yaml"], ["archive/c.journey.yaml", "maps/b.journey.yaml"]),
        (["**/*.txt"], [], ["maps/d.txt"]),
        ([], [], []),
    ],
)
def test_globs_choose_what_belongs_to_the_project(tmp_path, find, include, exclude, found) -> None:
    _make(tmp_path, ["cjm.yaml", "a.journey.yaml", "maps/b.journey.yaml", "maps/d.txt", "archive/c.journey.yaml"])
    choice = Choice(tuple(include), tuple(exclude))
    assert find(".", choice=choice) == {".": [f"{name}*" for name in found]}


def test_a_file_that_is_named_belongs_whatever_the_globs_say(tmp_path, find) -> None:
    _make(tmp_path, ["cjm.yaml", "archive/c.journey.yaml", "notes.yaml"])
    choice = Choice(("**/*.journey.yaml",), ("archive/**",))
    assert find("archive/c.journey.yaml", "notes.yaml", choice=choice) == {
        ".": ["archive/c.journey.yaml*", "notes.yaml*"]
    }


def test_the_settings_are_no_journey(tmp_path, find) -> None:
    _make(tmp_path, ["cjm.yaml"])
    assert find("cjm.yaml", choice=Choice(("**/*.yaml",), ())) == {".": []}


def test_links_that_lead_in_circles_are_not_followed(tmp_path, find) -> None:
    _make(tmp_path, ["cjm.yaml", "a/b.journey.yaml"])
    (tmp_path / "a/up").symlink_to(tmp_path)
    (tmp_path / "a/self").symlink_to("self")
    assert find(".") == {".": ["a/b.journey.yaml*"]}


def test_a_link_to_a_file_is_a_file(tmp_path, find) -> None:
    _make(tmp_path, ["cjm.yaml", "elsewhere/a.txt"])
    (tmp_path / "a.journey.yaml").symlink_to("elsewhere/a.txt")
    assert find(".") == {".": ["a.journey.yaml*"]}


def test_a_folder_that_is_called_like_a_journey_is_a_folder(tmp_path, find) -> None:
    _make(tmp_path, ["cjm.yaml", "a.journey.yaml/b.journey.yaml"])
    assert find(".") == find("a.journey.yaml") == {".": ["a.journey.yaml/b.journey.yaml*"]}


def test_order_is_that_of_the_names(tmp_path, find) -> None:
    _make(tmp_path, ["cjm.yaml", "z.journey.yaml", "b/a.journey.yaml", "a.persona.yaml", "B.journey.yaml"])
    assert find(".") == {".": ["B.journey.yaml*", "a.persona.yaml*", "b/a.journey.yaml*", "z.journey.yaml*"]}


@pytest.mark.parametrize("name", ["nowhere", "nowhere/a.journey.yaml", "a.journey.yaml/b"])
def test_a_path_that_is_not_there_is_told(tmp_path, find, name) -> None:
    _make(tmp_path, ["a.journey.yaml"])
    with pytest.raises(SourceError) as told:
        find(name)
    assert str(told.value) == f"cannot read {name}: there is no such file or folder"


def test_a_link_that_leads_nowhere_is_not_there(tmp_path, find) -> None:
    (tmp_path / "a.journey.yaml").symlink_to("gone")
    with pytest.raises(SourceError):
        find("a.journey.yaml")


def test_a_pipe_is_found_and_never_opened(tmp_path, find) -> None:
    _make(tmp_path, ["cjm.yaml"])
    os.mkfifo(tmp_path / "x.journey.yaml")
    assert find(".") == {".": ["x.journey.yaml*"]}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_in_the_place_of_settings_is_not_waited_for(tmp_path, find) -> None:
    _make(tmp_path, [".git/HEAD", "x.journey.yaml"])
    os.mkfifo(tmp_path / "pyproject.toml")
    assert find(".") == {".": ["x.journey.yaml*"]}


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_the_id_from_a_file_name_holds_nothing_hidden(find, tmp_path) -> None:
    (tmp_path / "a\x1b\u202e.journey.yaml").touch()
    (place,) = places([tmp_path])
    (file,) = discover(place, DEFAULTS)
    assert file.default_id == r"a\x1b\u202e"
