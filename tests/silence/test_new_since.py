"""`--new-since` tells what a revision of the project does not have; git is git."""

from datetime import date
from pathlib import Path

import pytest

from cjm_cli.git import repository
from cjm_cli.history.tree import walk_names
from cjm_cli.session import Terms
from cjm_cli.summary import Aside
from cjm_cli.workspace.discover import walk

RULES = "extends: minimal\nrules: {stage-without-emotion: error}\n"
MAP = "title: A\npersona: rina\nstages:\n  - {name: Pay, thoughts: x}\n  - {name: Wear, thoughts: x}\n"
FILES = {"cjm.yaml": RULES, "a.journey.yaml": MAP, "rina.persona.yaml": "name: Rina\n"}
SINCE = Terms(new_since="HEAD")


@pytest.fixture
def project(write, git) -> Path:  # type: ignore[no-untyped-def]
    """A repository whose one commit holds a project with two findings."""
    root: Path = write(FILES)
    git("init")
    git("add", ".")
    git("commit", "-m", "one")
    return root


def told(session) -> list[tuple[str, str]]:
    return [(finding.rule, finding.location.logical) for finding in session.findings]


def test_what_was_there_is_not_told(check, project) -> None:
    session = check(terms=SINCE)
    assert (told(session), session.aside) == ([], Aside(earlier=2))


@pytest.mark.parametrize(
    ("files", "new"),
    [
        ({"a.journey.yaml": "# more\n\n" + MAP}, []),
        ({"a.journey.yaml": MAP.replace("Wear", "Repair")}, [("stage-without-emotion", "stages[repair] › name")]),
        (
            {"a.journey.yaml": MAP + "  - {name: Wear, thoughts: y}\n"},
            [("stage-without-emotion", "stages[wear] › name")],
        ),
        ({"b.journey.yaml": MAP}, [("stage-without-emotion", f"stages[{s}] › name") for s in ("pay", "wear")]),
        ({"a.journey.yaml": "titel: A\n"}, [("unknown-field", "titel")]),
        ({"rina.persona.yaml": "id: tom\nname: Tom\n"}, [("unknown-persona", "persona"), ("unused-entry", "name")]),
        ({"cjm.yaml": RULES.replace("error", "warning")}, []),
        ({"cjm.yaml": "extends: minimal\nrules: {journey-without-goal: error}\n"}, []),
    ],
)
def test_what_was_not_there_is_told(check, project, files, new) -> None:
    assert sorted(told(check(files, terms=SINCE))) == sorted(new)


def test_what_was_there_is_looked_at_as_of_the_same_day(check, git, project) -> None:
    head = "title: A\nreviewed: 2026-05-12\nreview_every: 6 months\n"
    check({"cjm.yaml": "extends: minimal\nrules: {review-overdue: error}\n", "a.journey.yaml": head + MAP[9:]})
    git("commit", "-am", "two")
    session = check(terms=Terms(new_since="HEAD", today=date(2026, 11, 13)))
    assert (told(session), session.aside) == ([], Aside(earlier=1))


def test_a_file_that_went_away_breaks_others_that_did_not_change(check, project) -> None:
    (project / "rina.persona.yaml").unlink()
    assert told(check(terms=SINCE)) == [("unknown-persona", "persona")]


def test_a_catalogue_that_changed_breaks_others_too(check, git, project) -> None:
    check(
        {
            "cjm.yaml": RULES + "channels: [{id: web, name: W}]\n",
            "a.journey.yaml": MAP.replace("x}", "x, channels: web}", 1),
        }
    )
    git("commit", "-am", "two")
    session = check({"cjm.yaml": RULES + "channels: [{id: fax, name: F}]\n"}, terms=SINCE)
    assert {finding.rule for finding in session.findings} == {"unknown-channel", "unused-entry"}


def test_a_file_under_another_name_is_the_same_when_its_id_is(check, project) -> None:
    (project / "a.journey.yaml").unlink()
    assert told(check({"maps/b.journey.yaml": "id: a\n" + MAP}, terms=SINCE)) == []


def test_comments_of_then_count_for_then(check, git, project) -> None:
    silenced = MAP.replace("stages", "# cjm: ignore[stage-without-emotion] soon\nstages")
    check({"a.journey.yaml": silenced})
    git("commit", "-am", "two")
    assert told(check(terms=SINCE)) == []
    assert len(told(check({"a.journey.yaml": MAP}, terms=SINCE))) == 2


def test_what_the_baseline_forgives_is_not_counted_twice(check, git, project) -> None:
    entry = 'baseline: 1\nfindings: {stage-without-emotion: {"a/stages[pay]/name": 1}}\n'
    session = check(
        {".cjm-baseline.yaml": entry, "a.journey.yaml": MAP + "  - {name: Pay, thoughts: y}\n"}, terms=SINCE
    )
    assert told(session) == [("stage-without-emotion", "stages[pay] › name")]


def test_the_project_may_lie_anywhere_in_the_repository_and_hold_others(check, git, write, project) -> None:
    for name in ("deep/er ü", "deep/er ü/inner"):
        write({f"{name}/{file}": text for file, text in FILES.items()})
    git("add", ".")
    git("commit", "-m", "two")
    session = check(None, "deep", terms=SINCE)
    assert (told(session), session.aside) == ([], Aside(earlier=4))


def test_a_project_that_was_not_there_yet_is_all_new(check, write, project) -> None:
    write({f"new/{file}": text for file, text in FILES.items()})
    assert len(told(check(None, "new", terms=SINCE))) == 2


def test_the_settings_may_stand_in_pyproject(check, git, write, project) -> None:
    (project / "cjm.yaml").unlink()
    table = '[tool.cjm]\nextends = "minimal"\nchannels = [{id = "web", name = "W"}]\nrules.stage-without-emotion = "error"\n'
    write({"pyproject.toml": table})
    git("add", ".")
    git("commit", "-am", "two")
    session = check(terms=SINCE)
    assert (told(session), session.aside) == ([], Aside(earlier=3))


@pytest.mark.parametrize("name", ["HEAD", "main", "HEAD~0", "one"])
def test_a_revision_may_be_named_in_any_way_of_gits(git, project, name) -> None:
    git("tag", "-m", "annotated", "one")
    assert repository(project).commit(name) == git("rev-parse", "HEAD")


@pytest.mark.parametrize(
    ("revision", "problem"),
    [
        ("nowhere", 'unknown revision "nowhere"; see: git log --oneline'),
        ("origin/main", 'unknown revision "origin/main"; if it is a branch, get it with: git fetch origin main'),
        ("--all", '"--all" is no revision'),
        ("--output=x", '"--output=x" is no revision'),
        ("", '"" is no revision'),
        ("HEAD:a.journey.yaml", 'unknown revision "HEAD:a.journey.yaml"'),
        ("HEAD\nHEAD", "unknown revision"),
    ],
)
def test_a_revision_that_is_none_is_one_line_and_exit_2(cjm, project, revision, problem) -> None:
    ran = cjm("validate", f"--new-since={revision}")
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
    assert ran.stderr.startswith(f"error: {problem}")
    assert not (project / "x").exists()


def test_outside_of_a_repository_it_is_one_line_and_exit_2(cjm, write) -> None:
    write(FILES)
    ran = cjm("validate", "--new-since=HEAD", env={"GIT_CEILING_DIRECTORIES": "/"})
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
    assert "lies in no git repository" in ran.stderr


def test_without_git_it_says_how_to_get_it(cjm, project) -> None:
    ran = cjm("validate", "--new-since=HEAD", env={"PATH": str(project)})
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
    assert "needs git, which is not installed" in ran.stderr


def test_in_a_shallow_clone_it_says_what_to_fetch(cjm, git, project, tmp_path) -> None:
    first = git("rev-parse", "HEAD")
    git("commit", "--allow-empty", "-m", "two")
    git("clone", "--depth", "1", f"file://{project}", "shallow")
    ran = cjm("validate", f"--new-since={first}", cwd=tmp_path / "shallow")
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
    assert "git fetch --unshallow" in ran.stderr


def test_a_hooks_own_repository_is_not_ours(cjm, project) -> None:
    ran = cjm("validate", "--new-since=HEAD", env={"GIT_DIR": "/nowhere", "GIT_INDEX_FILE": "/nowhere"})
    assert ran.returncode == 0, ran.stderr


def test_names_are_walked_as_a_disk_is(write) -> None:
    names = ["a.yaml", "b/c/d.yaml", "b/e.yaml", ".hidden/f.yaml", "node_modules/g.yaml", "h/.i/j.yaml", "h/k.yaml"]
    root = write(dict.fromkeys(names, ""))
    on_disk = [(folder, sorted(within), sorted(files)) for folder, within, files in walk(root)]
    in_names = [(folder, sorted(within), sorted(files)) for folder, within, files in walk_names(root, names)]
    assert on_disk == in_names
