"""`cjm compare`: which two are meant, what is said where, and with which exit code; git is git."""

import json

import pytest

from cjm_cli import plugins, reviews

from .conftest import PLAN, PROJECT, WAYS


@pytest.fixture
def project(write):  # type: ignore[no-untyped-def]
    """The project on disk, its journeys in a folder."""
    files = {path.name: path.read_bytes() for path in PROJECT.iterdir()}
    settings = {"cjm.yaml": files.pop("cjm.yaml"), "rina.persona.yaml": b"name: Rina\n"}
    return write(settings | {f"journeys/{name}": text for name, text in files.items()})


def titles(ran) -> list[str]:  # type: ignore[no-untyped-def]
    assert (ran.returncode, ran.stderr) == (0, "")
    document = json.loads(ran.stdout)
    return [side["title"] for side in document.values() if isinstance(side, dict)]


@pytest.mark.parametrize("two", [PLAN, WAYS])
@pytest.mark.parametrize("name", plugins.names(reviews))
def test_every_format_tells_the_same_bytes_again(cjm, project, name, two) -> None:
    one, other = (cjm("compare", *two, "-f", name, "-o", "-", env={"PYTHONHASHSEED": seed}) for seed in "12")
    assert (one.returncode, one.stderr) == (0, "")
    assert one.stdout == other.stdout != ""


PATHS = [f"journeys/{id_}.journey.yaml" for id_ in PLAN]


@pytest.mark.parametrize("words", [PLAN, PATHS, [PLAN[0], PATHS[1]], [PLAN[1], PLAN[0]], [PLAN[1]], [PATHS[1]]])
def test_a_journey_is_named_by_its_id_or_its_file(cjm, project, words) -> None:
    assert titles(cjm("compare", *words, "-f", "json")) == ["Buying shoes", "Buying shoes in spring"]


def test_a_file_is_enough_to_find_its_project(cjm, project, tmp_path_factory) -> None:
    away = tmp_path_factory.mktemp("away")
    ran = cjm("compare", str(project / PATHS[1]), "-f", "json", cwd=away)
    assert titles(ran) == ["Buying shoes", "Buying shoes in spring"]


@pytest.mark.parametrize(("two", "code"), [(PLAN, 1), (WAYS, 0)])
def test_what_is_not_explained_fails_when_asked_to(cjm, project, two, code) -> None:
    assert cjm("compare", *two).returncode == 0
    assert cjm("compare", *two, "--fail-on", "never").returncode == 0
    assert cjm("compare", *two, "--fail-on", "unexplained").returncode == code


def test_what_is_explained_is_done(cjm, project) -> None:
    path = project / PATHS[1]
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("id: chart, text: A chart, addresses: no-chart", "text: B, addresses: [no-chart, fields]")
    )
    assert cjm("compare", PLAN[1], "--fail-on", "unexplained").returncode == 0


def test_a_page_goes_to_a_file(cjm, project) -> None:
    ran = cjm("compare", *WAYS, "-f", "html", "-o", "ways.html")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "Wrote ways.html.\n")
    assert "Tom only" in (project / "ways.html").read_text("utf-8")


def test_both_are_told_as_they_were_at_a_revision(cjm, project, git) -> None:
    git("init")
    git("add", "--all", ".")
    git("commit", "--message", "one")
    for path in PATHS:
        (project / path).unlink()
    (project / "cjm.yaml").write_text("name: Other\n")
    for words in ([PLAN[1]], PATHS):
        ran = cjm("compare", "--at", "HEAD", *words)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert "Web team · Drop-off in the checkout, target 25 %" in ran.stdout
    ran = cjm("compare", *PLAN)
    assert (ran.returncode, ran.stdout) == (2, "")


BAD = {
    "nobody": (["tom-bys", "rina-buys"], 'there is no journey "tom-bys"; did you mean "tom-buys"?'),
    "far from any": (["zzz", "rina-buys"], 'there is no journey "zzz"; see: cjm stats'),
    "no file": (["a.yaml", "rina-buys"], "there is no journey a.yaml; name another file, or an id"),
    "a persona": (["rina", "rina-buys"], '"rina" is a persona; name a journey'),
    "a persona's file": (["rina.persona.yaml", "rina-buys"], '"rina.persona.yaml" is a persona; name a journey'),
    "twice": (["tom-buys", "journeys/tom-buys.journey.yaml"], "journeys/tom-buys.journey.yaml is both of them"),
    "alone": (["tom-buys"], "journeys/tom-buys.journey.yaml is based on no other journey"),
    "broken": (["tom-buys", "broken"], "journeys/broken.journey.yaml cannot be understood; see: cjm validate"),
    "twins": (["tom-buys", "twin"], '"twin" is the id of journeys/a.journey.yaml and journeys/b.journey.yaml'),
    "the project's settings": (["cjm.yaml", "tom-buys"], "there is no journey cjm.yaml"),
    "two projects": (["other/c.journey.yaml", PATHS[0]], "these lie in two projects"),
    "a format": (["tom-buys", "rina-buys", "-f", "txt"], 'unknown format "txt"; did you mean "text"?'),
    "no repository": (["tom-buys", "rina-buys", "--at", "HEAD"], "the project at "),
    "nothing": (["", "tom-buys"], 'there is no journey ""'),
}


@pytest.mark.parametrize(("words", "said"), BAD.values(), ids=BAD)
def test_what_cannot_be_compared_is_told_in_a_line(cjm, project, write, words, said) -> None:
    write(
        {
            "journeys/broken.journey.yaml": "title: [\n",
            "journeys/a.journey.yaml": "id: twin\ntitle: A\n",
            "journeys/b.journey.yaml": "id: twin\ntitle: B\n",
            "other/cjm.yaml": "",
            "other/c.journey.yaml": "title: C\n",
        }
    )
    ran = cjm("compare", *words)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"error: {said}")
    assert ran.stderr.count("\n") == 1


def test_a_file_that_is_not_there_is_told_before_anything_around_it_is_read(cjm, write) -> None:
    write({"cjm.yaml": "nmae: A\n"})
    assert cjm("compare", "a.yaml", "a").stderr == "error: there is no journey a.yaml; name another file, or an id\n"


def test_of_two_with_an_id_each_can_be_named_by_its_file(cjm, project, write) -> None:
    write({"a.journey.yaml": "id: twin\ntitle: A\n", "b.journey.yaml": "id: twin\ntitle: B\n"})
    assert titles(cjm("compare", "a.journey.yaml", "b.journey.yaml", "-f", "json")) == ["A", "B"]


def test_settings_with_mistakes_are_told_in_a_line(cjm, project) -> None:
    (project / "cjm.yaml").write_text("teams: [\n")
    ran = cjm("compare", *PLAN)
    assert (ran.returncode, ran.stderr) == (2, "error: the settings in cjm.yaml hold mistakes; see: cjm validate\n")


def test_the_map_calls_personas_by_name(cjm, write) -> None:
    felt = "emotion: {{by_persona: {{rina: {score}, tom: 1}}}}"
    told = f"personas: [rina, tom]\nstages: [{{{{name: Pay, {felt}}}}}]\n"
    write({
        "cjm.yaml": "name: Shop\n",
        "rina.persona.yaml": "name: Rina Holm\n",
        "tom.persona.yaml": "name: Tom Berger\n",
        "a.journey.yaml": "title: A\n" + told.format(score=-1),
        "b.journey.yaml": "title: B\n" + told.format(score=2),
    })  # fmt: skip
    page = cjm("compare", "a", "b", "-f", "html").stdout
    assert "Rina Holm: " in page
    assert ">rina: " not in page
