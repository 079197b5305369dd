"""Files are read by what they hold, and linked by their ids."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm_cli.errors import SourceError
from cjm_cli.model import Persona, Project
from cjm_cli.model.references import Target
from cjm_cli.source import Limits
from cjm_cli.workspace.load import Loaded, load
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Linker, Workspace

Load = Callable[..., Loaded]
Link = Callable[..., Workspace]


@pytest.fixture
def load_file(write) -> Load:
    """What becomes of one file."""

    def loaded(name: str, content: str | bytes, limits: Limits | None = None) -> Loaded:
        return load(SourceFile(name, write({name: content}) / name), limits or Limits())

    return loaded


@pytest.fixture
def link(write) -> Link:
    """The workspace of some files, in the order given."""

    def linked(project: Project | None = None, **files: str) -> Workspace:
        linker = Linker(project or Project(), None, Limits())
        for name, text in files.items():
            whole = f"{name.replace('__', '.')}.yaml"
            linker.add(load(SourceFile(whole, write({whole: text}) / whole), Limits()))
        return linker.workspace()

    return linked


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.journey.yaml", "title: A", "journey"),
        ("a.journey.yml", "title: A", "journey"),
        ("a.persona.yaml", "name: A", "persona"),
        ("cjm.yaml", "name: A", "project"),
        ("a.yaml", "kind: journey\ntitle: A", "journey"),
        ("a.txt", "kind: persona\nname: A", "persona"),
    ],
)
def test_a_file_is_what_its_name_says_or_else_its_kind(load_file, name, text, kind) -> None:
    loaded = load_file(name, text)
    assert (loaded.kind, loaded.findings) == (kind, ())
    assert type(loaded.model).__name__.lower() == kind


@pytest.mark.parametrize("text", ["title: A", "kind: map", "kind: 3", "kind: [journey]", "- a", "a", ""])
def test_a_file_that_does_not_say_what_it_holds_is_asked_to(load_file, text) -> None:
    loaded = load_file("a.yaml", text)
    (finding,) = loaded.findings
    assert (loaded.model, finding.rule, finding.location.span.line) == (None, "missing-field", 1)
    assert 'add "kind: journey"' in finding.help


def test_a_file_whose_name_and_kind_disagree_is_told(load_file) -> None:
    (finding,) = load_file("a.journey.yaml", "kind: persona\nname: A\ntitle: B").findings[1:]
    assert finding.message == '"kind" cannot be "persona" here'


def test_a_pipe_is_told_and_not_waited_for(tmp_path) -> None:
    os.mkfifo(tmp_path / "x.journey.yaml")
    (finding,) = load(SourceFile("x.journey.yaml", tmp_path / "x.journey.yaml"), Limits()).findings
    assert (finding.rule, finding.message) == ("unreadable-file", "the file cannot be read: not a file")


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: None, lambda path: path.symlink_to(path.name)])
def test_what_cannot_be_opened_is_one_finding(tmp_path, make) -> None:
    path = tmp_path / "a.journey.yaml"
    make(path)
    (finding,) = load(SourceFile("a.journey.yaml", path), Limits()).findings
    assert finding.rule == "unreadable-file"
    assert finding.message.startswith("the file cannot be read: ")
    assert "\n" not in finding.message
    assert finding.message == finding.message.lower()


def test_a_file_that_is_too_large_is_not_read_to_its_end(load_file) -> None:
    (finding,) = load_file("a.journey.yaml", "title: A\n" + "#" * 1000, Limits(file_bytes=100)).findings
    assert finding.rule == "unreadable-file"
    assert "limit of 100" in finding.message


@pytest.mark.parametrize(
    ("name", "text", "id_"),
    [
        ("buying-shoes.journey.yaml", "title: A", "buying-shoes"),
        ("buying.shoes.journey.yaml", "title: A", "buying"),
        ("a.journey.yaml", "id: other\ntitle: A", "other"),
        ("a.journey.yaml", "id: 7\ntitle: A", "7"),
        ("a.journey.yaml", "id: other\ntitel: A", "other"),
        ("a.journey.yaml", "id: [x]\ntitle: A", "a"),
        ("a.journey.yaml", "title: [", "a"),
    ],
)
def test_an_id_is_what_the_file_says_or_else_its_name(load_file, name, text, id_) -> None:
    assert load_file(name, text).id == id_


def test_personas_are_found_by_id_and_inline_ones_are_themselves(link) -> None:
    workspace = link(rina__persona="name: Rina", a__journey="title: A\npersonas: [rina, {name: Tom B}]")
    journey = workspace.journey("a")
    assert journey is not None
    found = [workspace.persona(persona) for _, persona in journey.all_personas]
    assert [persona.name for persona in found if persona] == ["Rina", "Tom B"]
    assert workspace.journeys["a"].personas == {"tom-b"}
    assert workspace.persona("tom-b") is None


def test_the_second_file_of_an_id_is_its_twin_and_can_still_be_looked_at(link) -> None:
    workspace = link(a__journey="id: x\ntitle: One", b__journey="id: x\ntitle: Two", x__persona="name: X")
    assert workspace.journeys["x"].source.name == "a.journey.yaml"
    assert [twin.source.name for twin in workspace.twins] == ["b.journey.yaml"]
    assert [workspace.read(entry).title for entry in workspace.entries] == ["One", "Two"]
    assert workspace.personas["x"].source.name == "x.persona.yaml"


def test_a_file_with_mistakes_keeps_its_id_so_that_references_to_it_hold(link) -> None:
    workspace = link(a__journey="titel: A", b__persona="nam: B")
    assert (workspace.complete, [*workspace.entries]) == (False, [])
    assert (workspace.journeys["a"].sound, workspace.journey("a"), workspace.persona("b")) == (False, None, None)
    assert "b" in workspace.personas


def test_references_to_other_files_are_kept_with_their_places(link) -> None:
    workspace = link(a__journey="title: A\npersona: rina\nbased_on: b\nparent: c\nsteps: [{name: S, journey: d}]")
    assert [(made.target, made.id, made.route) for made in workspace.journeys["a"].references] == [
        (Target.PERSONA, "rina", ("persona",)),
        (Target.JOURNEY, "b", ("based_on",)),
        (Target.JOURNEY, "c", ("parent",)),
        (Target.JOURNEY, "d", ("steps", 0, "journey")),
    ]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("owner: web", (Target.TEAM, "web")),
        ("contributors: web", (Target.TEAM, "web")),
        ("steps: [{name: S, channels: app}]", (Target.CHANNEL, "app")),
        ("steps: [{name: S, touchpoints: cart}]", (Target.TOUCHPOINT, "cart")),
        ("steps: [{name: S, touchpoints: {name: cart, channel: app}}]", (Target.CHANNEL, "app")),
        ("steps: [{name: S, metrics: nps}]", (Target.METRIC, "nps")),
        ("steps: [{name: S, opportunities: {text: T, owner: web, metric: nps}}]", (Target.TEAM, "web")),
        ("steps: [{name: S, failures: {text: T, owner: web}}]", (Target.TEAM, "web")),
        ("steps: [{name: S, backstage: {text: T, team: web}}]", (Target.TEAM, "web")),
        ("steps: [{name: S, emotion: {by_persona: {rina: 1}}}]", (Target.PERSONA, "rina")),
        ("stages: [{name: S, owner: web}]", (Target.TEAM, "web")),
        ("persona: {name: P, owner: web, channels: app}", (Target.CHANNEL, "app")),
    ],
)
def test_what_anybody_mentions_is_in_use(link, text, mention) -> None:
    assert mention in link(a__journey=f"title: A\n{text}").mentioned


def test_what_the_catalogue_and_personas_mention_is_in_use_too(link) -> None:
    project = Project.model_validate({"touchpoints": [{"name": "Cart", "channel": "app", "owner": "web"}]})
    mentioned = link(project, rina__persona="name: Rina\nchannels: mail\nowner: crm").mentioned
    assert {
        (Target.CHANNEL, "app"),
        (Target.TEAM, "web"),
        (Target.CHANNEL, "mail"),
        (Target.TEAM, "crm"),
    } <= mentioned


def test_a_file_that_has_gone_meanwhile_is_told(link, tmp_path) -> None:
    workspace = link(a__journey="title: A")
    (tmp_path / "a.journey.yaml").unlink()
    with pytest.raises(SourceError) as told:
        workspace.read(workspace.journeys["a"])
    assert str(told.value) == "cannot read a.journey.yaml: it has changed while it was being worked on"


def test_a_persona_by_itself_needs_no_workspace(link) -> None:
    tom = Persona(name="Tom")
    assert link().persona(tom) is tom
