"""Two versions of a project, compared: what is read for it, and what becomes of files that cannot be."""

import pytest

from cjm_cli.difference.difference import Impact, Kind
from cjm_cli.errors import UsageError
from cjm_cli.history.pair import paired
from cjm_cli.history.wanted import Question

SHOES = "journeys/shoes.journey.yaml"
RETURNS = "journeys/returns.journey.yaml"


def told(difference) -> list[tuple[str, str, str, str]]:
    return [
        (one.id, change.kind.value, change.entity, change.name) for one in difference.compared for change in one.changes
    ]


def test_what_did_not_change_is_not_told(difference, project) -> None:
    found = difference()
    assert (found.old, found.new, found.compared, found.findings) == ("HEAD", "the work tree", (), ())


def edited(project, name=SHOES, **words: str) -> None:
    text = (project / name).read_text("utf-8")
    for old, new in words.items():
        assert old in text
        text = text.replace(old, new)
    (project / name).write_text(text, "utf-8")


def test_what_is_on_disk_is_compared_with_head(difference, project) -> None:
    edited(project, **{"Is it safe?": "Is this safe?"})
    (found,) = difference().compared
    assert (found.id, found.impact) == ("shoes", Impact.PATCH)


@pytest.mark.parametrize(
    ("words", "kind"), [([], Kind.ADDED), (["v1", "HEAD"], None), (["HEAD"], Kind.ADDED), ([".", "v1"], Kind.REMOVED)]
)
def test_a_file_that_came_or_went_is_told_as_a_whole(difference, write, project, words, kind) -> None:
    write({"new.journey.yaml": "title: New\nsteps: [{action: x}]\n"})
    assert [(one.id, one.changes[0].kind) for one in difference(*words).compared] == ([("new", kind)] if kind else [])


def test_a_file_under_another_name_and_with_another_id_is_the_same_journey(difference, git, project) -> None:
    git("mv", SHOES, "journeys/trainers.journey.yaml")
    found = difference()
    assert [(one.id, [change.kind for change in one.changes]) for one in found.compared] == [
        ("trainers", [Kind.RENAMED])
    ]


def test_a_file_in_another_folder_did_not_change(difference, write, git, project) -> None:
    write({"maps/x": ""})
    git("mv", SHOES, "maps/shoes.journey.yaml")
    assert difference().compared == ()


def test_only_what_differs_is_read_and_who_they_are(project, monkeypatch) -> None:
    edited(project, Pay="Settle")
    monkeypatch.chdir(project)
    with paired(Question(), project, lambda _line: None) as pair:
        assert [[file.inside for file in files] for files in pair.differing] == [
            [SHOES, "personas/rina.persona.yaml"]
        ] * 2


@pytest.mark.parametrize("line", ["scale: {min: 1, max: 5}", "feelings: {mellow: 1}"])
def test_all_is_read_where_scores_mean_something_else(project, monkeypatch, line) -> None:
    edited(project, "cjm.yaml", **{"extends: minimal": f"extends: minimal\n{line}"})
    monkeypatch.chdir(project)
    with paired(Question(), project, lambda _line: None) as pair:
        assert [len(files) for files in pair.differing] == [3, 3]


def test_other_line_ends_change_nothing(difference, git, project) -> None:
    git("config", "core.autocrlf", "true")
    for path in project.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert difference().compared == ()


@pytest.mark.parametrize("broken", ["old", "new"])
@pytest.mark.parametrize("name", [SHOES, "personas/rina.persona.yaml"])
def test_a_file_that_is_broken_on_one_side_is_told_and_the_rest_compared(
    difference, write, commit, project, broken, name
) -> None:
    sound = (project / name).read_text("utf-8")
    write({name: "title: [\n", RETURNS: (project / RETURNS).read_text("utf-8").replace("-1", "1")})
    if broken == "old":
        commit("broken", tag="v2")
        write({name: sound, RETURNS: (project / RETURNS).read_text("utf-8").replace("1", "2")})
    found = difference("v2" if broken == "old" else "v1")
    assert [one.id for one in found.compared] == ["returns"]
    assert {finding.location.path for finding in found.findings} == {f"v2:{name}" if broken == "old" else name}


def test_a_file_that_is_broken_on_both_sides_in_the_same_way_is_not_looked_at(difference, commit, project) -> None:
    (project / "nowhere.journey.yaml").symlink_to("gone.yaml")
    commit("broken", {SHOES: "title: [\n"})
    assert difference().findings == ()


def test_a_link_that_leads_nowhere_on_one_side_is_told(difference, project) -> None:
    (project / "nowhere.journey.yaml").symlink_to("gone.yaml")
    assert [finding.rule for finding in difference().findings] == ["unreadable-file"]


@pytest.mark.parametrize("broken", ["old", "new"])
def test_broken_settings_are_told_and_the_rest_compared_by_those_of_the_other_side(
    difference, write, commit, project, broken
) -> None:
    sound = (project / "cjm.yaml").read_text("utf-8")
    write({"cjm.yaml": "name: [\n"})
    if broken == "old":
        commit("broken", tag="v2")
        write({"cjm.yaml": sound})
    edited(project, Pay="Settle")
    found = difference("v2" if broken == "old" else "v1")
    assert [one.id for one in found.compared] == ["shoes"]
    assert {finding.location.path for finding in found.findings} == {"v2:cjm.yaml" if broken == "old" else "cjm.yaml"}


def test_settings_that_are_empty_are_no_mistake(difference, commit, write, project) -> None:
    commit("empty", {"cjm.yaml": ""})
    write({"cjm.yaml": "name: Shop\n"})
    found = difference()
    assert (found.findings, [one.entity for one in found.compared]) == ((), ["project"])


def test_places_name_the_version_that_they_are_in(difference, commit, project) -> None:
    commit("two", gone=(RETURNS,), tag="v2")
    (change,) = difference("v1", "v2").changes
    assert (change.old.location.path, change.new) == (f"v1:{RETURNS}", None)


@pytest.mark.parametrize(
    ("gone", "others", "impact"),
    [
        ("personas/rina.persona.yaml", {}, Impact.MAJOR),
        (RETURNS, {}, Impact.MINOR),
        (RETURNS, {"b.journey.yaml": "title: B\nparent: returns\nsteps: [{action: x}]\n"}, Impact.MAJOR),
        (RETURNS, {"b.journey.yaml": "title: B\nparent: returns#pack\nsteps: [{action: x}]\n"}, Impact.MAJOR),
    ],
)
def test_files_that_did_not_change_may_refer_to_what_is_gone(difference, commit, project, gone, others, impact) -> None:
    commit("two", others, tag="v2")
    (project / gone).unlink()
    (change,) = difference("v2").changes
    assert (change.kind, change.impact) == (Kind.REMOVED, impact)


@pytest.mark.parametrize("name", ["Web shop", "web-shop", "Wéb  shop"])
def test_an_entry_of_the_catalogue_may_be_referred_to_by_its_name(difference, commit, write, project, name) -> None:
    settings = (project / "cjm.yaml").read_text("utf-8")
    use = f"title: B\nsteps: [{{action: x, channels: {name}}}]\n"
    commit("two", {"cjm.yaml": f"{settings}channels: [Web shop, Store]\n", "b.journey.yaml": use})
    write({"cjm.yaml": f"{settings}channels: [Store]\n"})
    (change,) = difference().changes
    assert (change.kind, change.impact) == (Kind.REMOVED, Impact.MAJOR)


def test_without_a_commit_all_is_new(difference, git, write) -> None:
    git("init")
    write({"cjm.yaml": "name: Shop\n", "a.journey.yaml": "title: A\nsteps: [{action: x}]\n"})
    assert told(difference()) == [("a", "added", "journey", "A")]


def test_nothing_at_all_is_refused(difference, git, project) -> None:
    with pytest.raises(UsageError, match=r"there is no gone.journey.yaml in either version"):
        difference("gone.journey.yaml")
    git("rm", "-rq", ".")
    git("commit", "-qm", "nothing")
    with pytest.raises(UsageError, match="there is no journey and no persona in either version"):
        difference()


def test_two_folders_can_be_compared_without_git(difference, write, monkeypatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "/")
    write(
        {
            "old/a.journey.yaml": "title: A\nsteps: [{action: x}]\n",
            "new/a.journey.yaml": "title: A\nsteps: [{action: x}, {action: y}]\n",
        }
    )
    found = difference("old", "new/")
    assert (found.old, found.new, told(found)) == ("old", "new", [("a", "added", "step", "y")])


@pytest.mark.parametrize(
    "words", [["a.journey.yaml", "draft.journey.yaml"], ["HEAD:a.journey.yaml", "draft.journey.yaml"]]
)
def test_two_files_are_compared_with_each_other_whatever_they_are_called(
    difference, commit, write, project, words
) -> None:
    commit("two", {"a.journey.yaml": "title: A\nsteps: [{action: x}]\n"})
    write({"draft.journey.yaml": "title: Another\nsteps: [{action: x}, {action: y}]\n"})
    (found,) = difference(*words).compared
    assert [(change.kind, change.entity) for change in found.changes] == [
        (Kind.CHANGED, "journey"),
        (Kind.ADDED, "step"),
    ]


def test_a_folder_is_compared_in_the_repository_that_it_lies_in(difference, git, write, tmp_path) -> None:
    write({"shop/cjm.yaml": "name: Shop\n", "shop/a.journey.yaml": "title: A\nsteps: [{action: x}]\n"})
    git("init", "-q", "shop")
    git("add", ".", cwd=tmp_path / "shop")
    git("commit", "-qm", "one", cwd=tmp_path / "shop")
    write({"shop/a.journey.yaml": "title: A\nsteps: [{action: y}]\n"})
    assert [one.id for one in difference("shop").compared] == ["a"]
