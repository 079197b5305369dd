"""What `cjm git setup` writes, and takes away again."""

import pytest

LINES = """\
# The lines below are from "cjm git setup"; "cjm git setup --undo" takes them away.
*.journey.yaml diff=cjm
*.journey.yml diff=cjm
*.persona.yaml diff=cjm
*.persona.yml diff=cjm
cjm.yaml diff=cjm
"""
MERGING = LINES.replace("diff=cjm\n", "diff=cjm merge=cjm\n")
OWN = [
    "",
    "*.png binary\n",
    "*.png binary",
    "*.png binary\r\n*.svg text\r\n",
    "*.png binary\r\n*.svg text",
    "# mine\n\n",
]


def config(repo) -> str:
    return (repo.folder / ".git/config").read_text("utf-8")


def test_it_writes_attributes_and_the_configuration_of_the_clone(empty):
    told = empty.cjm("git", "setup")
    assert empty.read(".gitattributes") == LINES
    assert empty.git("check-attr", "diff", "merge", "--", "a b/x.journey.yaml").splitlines() == [
        "a b/x.journey.yaml: diff: cjm",
        "a b/x.journey.yaml: merge: unspecified",
    ]
    assert "git textconv" in empty.git("config", "--local", "diff.cjm.textconv")
    assert "merge.cjm" not in config(empty)
    assert told.splitlines()[-1] == "Commit .gitattributes; in every other clone, call cjm git setup once."


def test_merging_by_id_is_asked_for(empty):
    empty.cjm("git", "setup", "--merge")
    assert empty.read(".gitattributes") == MERGING
    assert "%O %A %B" in empty.git("config", "--local", "merge.cjm.driver")


@pytest.mark.parametrize("own", OWN)
@pytest.mark.parametrize("options", [[], ["--merge"]])
def test_undoing_leaves_what_was_there_byte_for_byte(empty, own, options):
    if own:
        empty.write(own, ".gitattributes")
    before = config(empty)
    empty.cjm("git", "setup", *options)
    assert empty.read(".gitattributes").startswith(own)
    assert ("\r\n*.journey.yaml" in empty.read(".gitattributes")) == ("\r\n" in own)
    empty.cjm("git", "setup", "--undo")
    assert config(empty) == before
    if own:
        assert empty.read(".gitattributes") == own
    else:
        assert not (empty.folder / ".gitattributes").exists()
    assert empty.cjm("git", "setup", "--undo") == "There is nothing to undo.\n"


def test_a_second_time_changes_nothing(empty):
    empty.write("*.png binary", ".gitattributes")
    empty.cjm("git", "setup", "--merge")
    before = empty.read(".gitattributes"), config(empty)
    assert empty.cjm("git", "setup", "--merge") == "Everything is set up already.\n"
    assert (empty.read(".gitattributes"), config(empty)) == before


def test_lines_that_others_wrote_below_ours_stay(empty):
    empty.cjm("git", "setup")
    empty.write(empty.read(".gitattributes") + "*.png binary\n", ".gitattributes")
    empty.cjm("git", "setup", "--merge")
    assert empty.read(".gitattributes") == MERGING + "*.png binary\n"
    empty.cjm("git", "setup", "--undo")
    assert empty.read(".gitattributes") == "*.png binary\n"


def test_a_clone_whose_attributes_merge_by_id_gets_the_driver(empty):
    empty.write(MERGING, ".gitattributes")
    empty.cjm("git", "setup")
    assert empty.read(".gitattributes") == MERGING
    assert "%O %A %B" in empty.git("config", "--local", "merge.cjm.driver")


@pytest.mark.parametrize("options", [["--merge"], ["--undo"]])
def test_a_dry_run_shows_and_writes_nothing(empty, options):
    if options == ["--undo"]:
        empty.cjm("git", "setup", "--merge")
    before = config(empty)
    told = empty.cjm("git", "setup", "--dry-run", *options)
    assert config(empty) == before
    assert (empty.folder / ".gitattributes").exists() == (options == ["--undo"])
    assert "*.journey.yaml diff=cjm merge=cjm" in told
    assert "git config --local" in told


def test_a_subfolder_and_a_linked_worktree_are_of_the_same_repository(repo):
    (repo.folder / "journeys").mkdir()
    assert repo.at(repo.folder / "journeys").cjm("git", "setup") == "Everything is set up already.\n"
    repo.cjm("git", "setup", "--undo")
    linked = repo.folder.parent / "linked tree"
    repo.git("worktree", "add", "-q", "--detach", str(linked))
    repo.at(linked).cjm("git", "setup")
    assert "diff.cjm.textconv" in repo.git("config", "--local", "--list")
    assert (linked / ".gitattributes").exists()


def test_a_bare_repository_keeps_its_attributes_inside(repo):
    bare = repo.folder.parent / "bare.git"
    repo.git("clone", "-q", "--bare", ".", str(bare))
    there = repo.at(bare)
    assert "bare" in there.cjm("git", "setup").splitlines()[0]
    assert (bare / "info/attributes").read_text("utf-8") == LINES
    assert "stage: Paying" in there.git("show", "HEAD")
    there.cjm("git", "setup", "--undo")
    assert not (bare / "info/attributes").exists()


def test_outside_of_a_repository_the_way_in_is_told(cjm, tmp_path):
    ran = cjm("git", "setup")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "error: this folder lies in no git repository; make one with: git init\n"


def test_without_git_it_says_how_to_get_it(cjm, tmp_path):
    ran = cjm("git", "setup", env={"PATH": str(tmp_path)})
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("error: setting up git needs git, which is not installed; get it with: ")


def test_within_the_repository_itself_is_no_place_for_it(empty):
    told = empty.at(empty.folder / ".git").cjm("git", "setup", code=2)
    assert told == "error: this is the inside of a repository; go to the folder that holds your files\n"
