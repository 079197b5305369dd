"""What belongs to each version: the files with the names of their contents, the settings of then; git is git."""

import os
from pathlib import Path

import pytest

from cjm_cli.errors import CjmError, UsageError
from cjm_cli.history.side import name_of

SHOES = "journeys/shoes.journey.yaml"
RETURNS = "journeys/returns.journey.yaml"
RINA = "personas/rina.persona.yaml"
ALL = [RETURNS, SHOES, RINA]


def names(side) -> list[str]:
    return sorted(file.inside for file in side.files)


def test_both_versions_name_the_same_content_alike(found, project) -> None:
    old, new = found()
    assert [old.files[file] for file in old.files] == [new.files[file] for file in new.files]
    assert [file.name for file in old.files] == [f"HEAD:{name}" for name in ALL]
    assert [file.name for file in new.files] == ALL


@pytest.mark.parametrize("hash_", ["sha1", "sha256"])
@pytest.mark.parametrize("content", [b"", b"title: A\n", "schön\r\n".encode(), b"\0\xff"])
def test_a_content_is_named_as_git_names_it(git, tmp_path: Path, hash_, content) -> None:
    git("init", f"--object-format={hash_}")
    (tmp_path / "x").write_bytes(content)
    assert name_of(tmp_path / "x", hash_) == git("hash-object", "x")


def test_a_repository_may_name_contents_with_sha256(found, git, commit, write) -> None:
    git("init", "--object-format=sha256")
    write({"a.journey.yaml": "title: A\nsteps: [{action: x}]\n"})
    assert [*found()[0].files] == []
    commit("one")
    old, new = found()
    assert [*old.files.values()] == [*new.files.values()]


@pytest.mark.parametrize(
    ("words", "here", "old", "new"),
    [
        ([], "journeys", ALL, ALL),
        (["journeys"], ".", [RETURNS, SHOES], [RETURNS, SHOES]),
        (["."], "journeys", [RETURNS, SHOES], [RETURNS, SHOES]),
        (["v1", SHOES], ".", [SHOES], [SHOES]),
        ([f"v1:{SHOES}", RETURNS], ".", [SHOES], [RETURNS]),
        (["v1:journeys", "personas"], ".", [RETURNS, SHOES], [RINA]),
        (["v1:", "./journeys"], ".", ALL, [RETURNS, SHOES]),
        (["v1:./shoes.journey.yaml"], "journeys", [SHOES], [SHOES]),
        ([RINA, RETURNS], ".", [RINA], [RETURNS]),
    ],
)
def test_a_path_narrows_the_project_down(found, project, words, here, old, new) -> None:
    assert [names(side) for side in found(*words, here=here)] == [old, new]


def test_each_version_has_the_settings_of_its_time(found, commit, write, project) -> None:
    write(
        {
            "cjm.yaml": "name: Shop\nexclude: [personas/**]\n",
            "drafts/a.journey.yaml": "title: A\nsteps: [{action: x}]\n",
        }
    )
    old, new = found()
    assert (old.project.name, names(old)) == ("Shoe shop", ALL)
    assert (new.project.name, names(new)) == ("Shop", ["drafts/a.journey.yaml", RETURNS, SHOES])


def test_settings_may_stand_in_pyproject(found, commit, project) -> None:
    commit("two", {"pyproject.toml": '[tool.cjm]\nname = "Toml"\n'}, gone=("cjm.yaml",))
    old, new = found("v1", "HEAD")
    assert [old.project.name, new.project.name] == ["Shoe shop", "Toml"]


def test_what_is_staged_is_neither_head_nor_what_lies_on_disk(found, git, write, project) -> None:
    write({SHOES: "title: Staged\nsteps: [{action: x}]\n"})
    git("add", SHOES)
    write({SHOES: "title: On disk\nsteps: [{action: x}]\n", "new.journey.yaml": "title: New\nsteps: [{action: x}]\n"})
    old, new = found(staged=True)
    assert (names(old), names(new)) == (ALL, ALL)
    staged = {file.name: name for file, name in new.files.items()}[f":{SHOES}"]
    assert git("cat-file", "blob", staged) == "title: Staged\nsteps: [{action: x}]"


def test_a_bare_repository_has_revisions(found, git, commit, project, tmp_path: Path) -> None:
    commit("two", gone=(RETURNS,), tag="v2")
    git("clone", "-q", "--bare", ".", "bare.git")
    assert [names(side) for side in found("v1", "v2", here="bare.git")] == [ALL, [SHOES, RINA]]
    with pytest.raises(UsageError, match="there is no work tree here to compare with; name two revisions"):
        found(here="bare.git")


def test_a_bare_repository_with_several_projects_wants_one_named(found, git, commit) -> None:
    git("init")
    project = {"cjm.yaml": "name: X\n", "x.journey.yaml": "title: X\nsteps: [{action: x}]\n"}
    commit("one", {f"{folder}/{name}": text for folder in "ab" for name, text in project.items()}, tag="v1")
    git("clone", "-q", "--bare", ".", "bare.git")
    with pytest.raises(UsageError, match="there are 2 projects at v1; name one: v1:a, v1:b"):
        found("v1", "HEAD", here="bare.git")
    assert [names(side) for side in found("v1:a", "HEAD", here="bare.git")] == [["x.journey.yaml"]] * 2


def test_a_bare_repository_may_hold_its_one_project_in_a_folder(found, git, commit, project) -> None:
    (project / "shop").mkdir()
    for name in ("cjm.yaml", "journeys", "personas"):
        git("mv", name, f"shop/{name}")
    commit("two", tag="v2")
    commit("three", {"shop/more.journey.yaml": "title: More\nsteps: [{action: x}]\n"}, tag="v3")
    git("clone", "-q", "--bare", ".", "bare.git")
    old, new = found("v2", "v3", here="bare.git")
    assert (names(old), names(new)) == (ALL, [*ALL[:2], "more.journey.yaml", RINA])


def test_a_linked_worktree_is_as_good(found, git, project) -> None:
    git("worktree", "add", "-q", "-b", "other", "linked tree", "v1")
    old, new = found(here="linked tree")
    assert [*old.files.values()] == [*new.files.values()]
    assert names(new) == ALL


@pytest.mark.parametrize("folder", ["my shop", "Größe/深い", "x'y"])
def test_the_project_may_lie_in_any_folder_of_the_repository(found, git, write, commit, folder) -> None:
    git("init")
    commit(
        "one", {f"{folder}/cjm.yaml": "name: Shop\n", f"{folder}/é t.journey.yaml": "title: A\nsteps: [{action: x}]\n"}
    )
    commit("beside", {"other.journey.yaml": "title: B\nsteps: [{action: x}]\n"})
    old, new = found(here=folder)
    assert names(old) == names(new) == ["é t.journey.yaml"]
    assert [file.name for file in old.files] == [f"HEAD:{folder}/é t.journey.yaml"]
    assert [*old.files.values()] == [*new.files.values()]


def test_projects_within_are_their_own_at_any_time(found, commit, project) -> None:
    commit("two", {"inner/cjm.yaml": "name: Inner\n", "inner/a.journey.yaml": "title: A\nsteps: [{action: x}]\n"})
    assert [names(side) for side in found()] == [ALL, ALL]
    assert [names(side) for side in found("v1", here="inner")] == [[], ["a.journey.yaml"]]


@pytest.mark.parametrize("words", [["v1"], ["v1", "v2"]])
def test_a_project_that_moved_is_found_where_it_stood(found, git, commit, project, words) -> None:
    (project / "shop").mkdir()
    for name in ("cjm.yaml", "journeys", "personas"):
        git("mv", name, f"shop/{name}")
    commit("two", tag="v2")
    old, new = found(*words, here="shop")
    assert names(old) == names(new) == ALL
    assert [*old.files.values()] == [*new.files.values()]
    assert old.notes == ('At v1 the project stood in ".".',)


def test_a_project_that_was_not_there_yet_is_all_new_and_says_so(found, commit, project) -> None:
    commit("two", {"a/cjm.yaml": "name: A\n", "a/a.journey.yaml": "title: A\nsteps: [{action: x}]\n"}, tag="v2")
    old, new = found("v1", here="a")
    assert (names(old), names(new)) == ([], ["a.journey.yaml"])
    assert old.notes == ('At v1 there is nothing in "a".',)


@pytest.mark.skipif(os.name == "nt", reason="links want a right there")
def test_links_to_files_are_followed_in_git_as_on_disk(found, commit, project) -> None:
    (project / "journeys/again.journey.yaml").symlink_to("shoes.journey.yaml")
    (project / "twice.journey.yaml").symlink_to("journeys/again.journey.yaml")
    (project / "nowhere.journey.yaml").symlink_to("gone.yaml")
    (project / "round.journey.yaml").symlink_to("round.journey.yaml")
    commit("two")
    in_git, on_disk = ({file.inside: name for file, name in side.files.items()} for side in found())
    assert in_git == on_disk
    assert in_git["twice.journey.yaml"] == in_git[SHOES]
    assert in_git["nowhere.journey.yaml"] == in_git["round.journey.yaml"] == ""


def test_a_submodule_is_left_out_and_named(found, git, commit, project, tmp_path: Path) -> None:
    lib = tmp_path.parent / f"{tmp_path.name}-lib"
    git("clone", "-q", str(tmp_path), str(lib))
    (lib / "cjm.yaml").unlink()
    git("commit", "-qam", "no settings", cwd=lib)
    git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(lib), "vendor")
    commit("two")
    old, new = found()
    assert names(old) == names(new) == ALL
    assert new.notes == ("Left out vendor/, a repository of its own.",)
    assert len(found(here="vendor")[1].files) == len(ALL)


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX")
def test_what_is_no_file_is_not_waited_for(found, project) -> None:
    os.mkfifo(project / "pipe.journey.yaml")
    new = found()[1]
    assert {file.inside: name for file, name in new.files.items()}["pipe.journey.yaml"] == ""


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["v1:gone.journey.yaml"], 'there is no "gone.journey.yaml" at v1'),
        (
            ["v1:shoes.journey.yaml", "."],
            'there is no "shoes.journey.yaml" at v1; did you mean v1:./shoes.journey.yaml?',
        ),
    ],
)
def test_a_path_that_is_not_there_is_refused(found, project, words, problem) -> None:
    with pytest.raises(CjmError) as refused:
        found(*words, here="journeys")
    assert problem in str(refused.value)


def test_a_shallow_clone_has_what_it_has(found, git, commit, project) -> None:
    commit("two", gone=(RETURNS,))
    git("clone", "-q", "--depth", "1", f"file://{project}", "shallow")
    assert [names(side) for side in found(here="shallow")] == [[SHOES, RINA]] * 2


def test_a_hooks_own_repository_is_not_ours(found, project, monkeypatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere")
    assert [names(side) for side in found(staged=True)] == [ALL, ALL]
