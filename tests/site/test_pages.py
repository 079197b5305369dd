"""The pages of a site hold everything, lead everywhere, and take no text for anything but a text."""

import json

import pytest

from cjm_cli import plugins, views
from cjm_cli.markup import html
from cjm_cli.model.experience import Opportunity, PainPoint, Touchpoint
from cjm_cli.model.references import Anatomy
from cjm_cli.session import open_session
from cjm_cli.site.build import PERSONA, page_of

from ..browser import texts  # noqa: TID252 (the tests are no package that could be named)
from .html import read, target


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def test_every_link_leads_to_a_page_that_is_there_and_to_a_place_on_it(site) -> None:
    _, folder = site
    pages = {path.resolve(): read(path) for path in folder.rglob("*.html")}
    assert len(pages) > 20
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path
        for link in page.links:
            if link.startswith(("http:", "https:", "mailto:")):
                continue
            there, anchor = target(path, link)
            assert there in pages, (path, link)
            assert not anchor or anchor in pages[there].ids, (path, link)


def test_every_page_is_reached_from_the_start(site) -> None:
    _, folder = site
    start = (folder / "index.html").resolve()
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        found = {target(here, link)[0] for link in read(here).links if "//" not in link and "mailto:" not in link}
        waiting += found - seen
        seen |= found
    assert {path.resolve() for path in folder.rglob("*.html")} == seen


def test_everything_is_told(site) -> None:
    project, folder = site
    (checked,) = open_session([project], None, lambda line: None).projects
    workspace = checked.workspace
    assert workspace is not None
    told = {name: read(folder / f"{name}.html").text for name in ("index", "personas", "touchpoints")}
    board, register = (read(folder / f"{name}.html").text for name in ("opportunities", "pain-points"))
    for entry in workspace.entries:
        journey = workspace.read(entry)
        assert _squeezed(journey.title) in told["index"]
        for view in {*plugins.names(views)} - {PERSONA}:
            assert (folder / page_of(entry.id, view)).is_file()
        for _, node in Anatomy(journey).walked.objects:
            if isinstance(node, PainPoint):
                assert _squeezed(node.text) in register
            if isinstance(node, Opportunity):
                assert _squeezed(node.text) in board
            if isinstance(node, Touchpoint):
                assert _squeezed(workspace.catalogue.touchpoint_name(node)) in told["touchpoints"]
    for persona in workspace.personas.values():
        assert persona.model is not None
        assert persona.model.name in told["personas"]
        own = read(folder / f"personas/{persona.id}.html").text
        for text in (*persona.model.goals, *persona.model.fears, *(pain.text for pain in persona.model.pain_points)):
            assert _squeezed(text) in own
    for place in (*workspace.project.channels, *workspace.project.touchpoints):
        assert place.name in told["touchpoints"]


def test_the_search_knows_every_step(site) -> None:
    project, folder = site
    (checked,) = open_session([project], None, lambda line: None).projects
    page = (folder / "search.html").read_text("utf-8")
    island = page.partition('<script type="application/json"')[2].partition(">")[2].partition("</script>")[0]
    names = {(kind, name) for kind, name, *_ in json.loads(island)}
    assert checked.workspace is not None
    for entry in checked.workspace.entries:
        for _, step in checked.workspace.read(entry).all_steps():
            assert (4, _squeezed(step.title)) in names


def _project(text: str) -> dict[str, str]:
    persona = {"name": text, "role": text, "summary": text, "quote": text, "goals": [text], "pain_points": [text]}
    shared = {"id": "shared", "name": text, "channel": "c", "owner": text, "url": text}
    settings = {
        "name": text,
        "extends": "minimal",
        "channels": [{"id": "c", "name": text}],
        "touchpoints": [shared],
        "rules": {"personal-data": "off"},
    }
    return {
        "p/cjm.yaml": json.dumps(settings),
        "p/who.persona.yaml": json.dumps(persona),
        "p/a.journey.yaml": texts.journey(text),
    }


HARMLESS = "A harmless text, as long as those that are not"


@pytest.mark.parametrize("text", texts.NASTY, ids=lambda text: text[:24])
def test_a_nasty_text_is_a_text_on_every_page(write, build, text) -> None:
    shapes = []
    for shown in (text, HARMLESS):
        folder = build(str(write(_project(shown)) / "p"), "--no-validate", output=f"out{len(shapes)}")
        # Names of files come from texts; what is one address may become a link, and that is all that may differ.
        # In a drawing, a text has as many lines as it needs.
        pages = (read(page).elements for page in folder.rglob("*.html"))
        shapes.append(sorted(sorted(element for element in page if element[0] not in ("a", "text")) for page in pages))
        assert _squeezed(html.shown(shown)) in read(folder / "index.html").text
    assert shapes[0] == shapes[1]


def test_a_journey_page_stands_alone_and_leads_back(site) -> None:
    _, folder = site
    for path in (folder / "journeys").iterdir():
        assert read(path).links[0] == "../index.html"


def test_a_date_is_told_in_words_and_nothing_is_late_unless_somebody_says_what_day_it_is(write, build) -> None:
    stage = "stages: [{name: A, touchpoints: Shop, emotion: curious}]\n"
    write({
        "p/cjm.yaml": "extends: minimal\n",
        "p/a.journey.yaml": f"title: A\nreviewed: 2020-01-31\nreview_every: 1 month\n{stage}",
        "p/b.journey.yaml": f"title: B\nreviewed: 2020-01\nstatus: archived\nreview_every: 1 month\n{stage}",
    })  # fmt: skip
    told = read(build("p", output="one") / "index.html").text
    assert "Reviewed 31 January 2020 · holds until 29 February 2020" in told
    assert "overdue" not in told
    told = read(build("p", "--today", "2020-03-01", output="two") / "index.html").text
    assert "As of 1 March 2020, 1 review is overdue." in told
    assert "Reviewed 31 January 2020 · overdue since 29 February 2020" in told
    assert "overdue" not in read(build("p", "--today", "2020-02-29", output="three") / "index.html").text.replace(
        "no review is overdue", ""
    )


def test_what_is_hoped_for_does_not_hide_how_it_feels_today(write, build) -> None:
    step = "stages: [{{name: A, touchpoints: Shop, emotion: {}}}]\n"
    write({
        "p/cjm.yaml": "extends: minimal\n",
        "p/a.journey.yaml": "title: Now\nstate: current\n" + step.format(-2),
        "p/b.journey.yaml": "title: Soon\nstate: future\n" + step.format(2),
    })  # fmt: skip
    folder = build("p")
    assert "On the whole it feels very bad: −2 on average." in read(folder / "touchpoints/shop.html").text
    assert "Soon" not in read(folder / "index.html").text.partition("Where it hurts most")[2].partition("Journeys")[0]


def test_the_worst_moments_are_those_of_several_journeys(write, build) -> None:
    steps = ", ".join(f"{{name: Low {number} of {{}}, emotion: -2}}" for number in range(6))
    files = {
        f"p/{name}.journey.yaml": f"title: {name}\nsteps: [{steps.replace('{}', name)}]\n" for name in ("Big", "Vast")
    }
    write(
        {
            "p/cjm.yaml": "extends: minimal\n",
            **files,
            "p/c.journey.yaml": "title: Small\nsteps: [{name: Dip, emotion: -1}]\n",
        }
    )
    told = read(build("p") / "index.html").text.partition("Where it hurts most")[2].partition("Journeys")[0]
    assert [told.count(name) for name in ("of Big", "of Vast", "Dip")] == [2, 1, 1]
