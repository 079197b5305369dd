"""A user's templates come before ours, block by block, and neither leave their folder nor break the page's policy."""

import re
from collections.abc import Mapping
from dataclasses import fields
from itertools import chain
from pathlib import Path

import pytest

from cjm_cli.formats import html
from cjm_cli.formats._html_curve import Drawing
from cjm_cli.formats._html_map import Map, Table, TableRow
from cjm_cli.page import cell, theme
from cjm_cli.page import page as pages

README = Path(__file__).parent.parent.parent / "templates" / "README.md"
BLOCK = re.compile(r"^```(?:jinja|css)\n(?:\{#|/\*) file: (\S+) (?:#\}|\*/)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXTENDS = '{% extends "builtin/journey.html.jinja" %}\n'

JOURNEY = """\
title: Buying <shoes>
goal: Run again
stages:
  - {name: Choosing, steps: [{name: Compares, emotion: 1}]}
"""


@pytest.fixture
def drawn(cjm, write):
    """Draws a journey with templates: what the process says, and the page where there is one."""

    def draw(templates: Mapping[str, str | bytes], *arguments: str):
        files = {f"brand/{name}": text for name, text in templates.items()}
        folder = write({"cjm.yaml": "extends: minimal\n", "a.journey.yaml": JOURNEY, **files})
        ended = cjm("render", "--templates", "brand", *arguments)
        made = folder / "dist" / "a.html"
        return ended, made.read_text("utf-8") if made.exists() else ""

    return draw


def _refused(ended, page: str) -> str:
    assert (ended.returncode, ended.stdout, page) == (2, "", "")
    assert ended.stderr.count("\n") == 1, ended.stderr
    assert "Traceback" not in ended.stderr
    return ended.stderr.removeprefix("error: ").rstrip("\n")


def test_the_documented_example_works(drawn) -> None:
    example = dict(BLOCK.findall(README.read_text("utf-8")))
    assert set(example) == {
        "journey.html.jinja",
        "parts/imprint.html.jinja",
        "blocks/facts.html.jinja",
        "style.css",
    }
    ended, page = drawn(example)
    assert ended.returncode == 0, ended.stderr
    assert '<p class="notice">Internal. Buying &lt;shoes&gt; has 2 places to link to.</p>' in page
    assert '<p class="notice">Our team · en</p>' in page
    assert page.index("</footer>") < page.index("Our team")
    assert '<div class="facts-of-ours">' in page
    assert ".notice { margin: 0;" in page


def test_what_is_documented_is_what_there_is() -> None:
    documented = set(re.findall(r"`(\w+)`", README.read_text("utf-8").partition("## What a template gets")[2]))
    shown = (
        *(pages.Page, pages.Header, pages.Badge, pages.PersonaCard, pages.Fact, pages.Group, pages.Column),
        *(cell.Moment, cell.Item, pages.Section, pages.Footer, pages.LegendEntry),
        *(html.Document, Map, Table, TableRow, Drawing, theme.Theme, theme.Logo),
    )
    names = {field.name for kind in shown for field in fields(kind)}
    computed = {
        name for kind in shown for name, held in vars(kind).items() if isinstance(held, property) and name[0] != "_"
    }
    assert sorted((names | computed) - documented) == []
    values = {member.value for kind in (cell.Form, cell.Tone) for member in kind}
    assert values <= set(re.findall(r"\w+", README.read_text("utf-8")))


def test_every_block_of_the_page_is_documented() -> None:
    page = (README.parent / "journey.html.jinja").read_text("utf-8")
    blocks = re.findall(r"\{% block (\w+) %\}", page)
    assert blocks
    assert [name for name in blocks if f"`{name}`" not in README.read_text("utf-8")] == []


def test_a_block_may_be_replaced_and_the_others_stay(drawn) -> None:
    ended, page = drawn({"journey.html.jinja": f"{EXTENDS}{{% block footer %}}<footer>Mine</footer>{{% endblock %}}"})
    assert ended.returncode == 0, ended.stderr
    assert "<footer>Mine</footer>" in page
    assert page.count("<footer>") - page.count("<template") in (0, 1)
    assert '<table class="map n1">' in page


def test_the_settings_name_the_folder_and_its_place_is_that_of_the_settings(cjm, write) -> None:
    folder = write({
        "shop/cjm.yaml": "extends: minimal\nrender: {templates: brand}\n",
        "shop/a.journey.yaml": JOURNEY,
        "shop/brand/style.css": ".mine{color:red}",
    })  # fmt: skip
    assert cjm("render", "shop").returncode == 0
    assert ".mine{color:red}" in (folder / "shop/dist/a.html").read_text("utf-8")


def test_without_templates_the_page_is_the_same_to_the_byte(cjm, write, drawn) -> None:
    _, ours = drawn({"journey.html.jinja": EXTENDS})
    assert cjm("render", "-o", "plain").returncode == 0
    assert (write({}) / "plain/a.html").read_text("utf-8") == ours


def _footer(text: str) -> str:
    return f"{EXTENDS}{{% block footer %}}{text}{{% endblock %}}"


PAGE = "journey.html.jinja"
LOOP = '{% include "x.jinja" %}'

MISTAKES = {
    "a name": ({PAGE: _footer("\n{{ pagee }}")}, f"brand/{PAGE}:3: 'pagee' is undefined"),
    "no end": ({PAGE: EXTENDS + "{% block footer %}"}, f"brand/{PAGE}:2: Unexpected end of template"),
    "zero": ({PAGE: _footer("{{ 1 / 0 }}")}, f"brand/{PAGE}:2: division by zero"),
    "an attribute": ({PAGE: _footer("{{ page.title.no() }}")}, f"brand/{PAGE}:2: 'str object' has no attribute 'no'"),
    "a filter": ({PAGE: _footer("{{ page | nope }}")}, f"brand/{PAGE}:2: No filter named 'nope'"),
    "further in": ({PAGE: _footer(LOOP), "x.jinja": "\n{{ a.b }}"}, "brand/x.jinja:2: 'a' is undefined"),
    "no such file": ({PAGE: _footer(LOOP)}, f'brand/{PAGE}:2: there is no template "x.jinja"'),
    "in circles": ({PAGE: _footer(LOOP), "x.jinja": LOOP}, "brand/x.jinja:1: it calls itself without end"),
    "a range": ({PAGE: _footer("{{ range(10 ** 9) | length }}")}, f"brand/{PAGE}:2: Range too big."),
    "no UTF-8": ({PAGE: b"\xff\xfe"}, f"brand/{PAGE}: it is not UTF-8"),
    "size": ({PAGE: " " * 1_000_001}, f"brand/{PAGE}: it is larger than 1 MB"),
    "a style": ({"style.css": "</style><script>alert(1)</script>"}, 'brand/style.css: a style cannot hold "</"'),
    "a macro": ({"blocks/header.html.jinja": "{% macro other() %}{% endmacro %}"}, f"builtin/{PAGE}:"),
}


@pytest.mark.parametrize(("templates", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_line_with_its_place(drawn, templates, message) -> None:
    assert _refused(*drawn(templates)).startswith(message)


@pytest.mark.parametrize(
    "expression",
    [
        "page.__class__.__mro__",
        "page.title.__class__.__subclasses__()",
        "''.__class__.__base__.__subclasses__()",
        "self.__init__.__globals__",
        "cycler.__init__.__globals__",
        "'{0.__class__}'.format(page)",
        "('{0.__class__}' | attr('format'))(page)",
        "page | attr('__class__')",
        "[page] | map(attribute='__class__') | first",
        "page.theme.palette.clear()",
        "document.headers.append(1)",
        "lipsum()",
        "page.theme.templates.parent",
    ],
)
def test_the_sandbox_has_no_way_out(drawn, expression) -> None:
    ended, page = drawn({
        "journey.html.jinja": f"{EXTENDS}{{% block footer %}}{{{{ {expression} }}}}{{% endblock %}}"
    })  # fmt: skip
    _refused(ended, page)


def test_nothing_in_the_data_of_a_template_reads_or_writes_files(drawn) -> None:
    kinds = {str(field.type) for kind in (theme.Theme, theme.Logo, pages.Page, html.Document) for field in fields(kind)}
    assert not any("Path" in kind for kind in chain(kinds))


@pytest.mark.parametrize(
    "name", ["../secret.jinja", "/etc/hostname", "a/../../secret.jinja", r"..\\secret.jinja", "./x"]
)
@pytest.mark.parametrize("tag", ["include", "import", "extends"])
def test_no_name_leads_out_of_the_folder(drawn, write, name, tag) -> None:
    write({"secret.jinja": "secret"})
    more = " as x" if tag == "import" else ""
    message = _refused(*drawn({"journey.html.jinja": f'{{% {tag} "{name}"{more} %}}'}))
    assert "leads out of the folder of templates" in message


@pytest.mark.parametrize("name", ["builtin/../../README.md", "../README.md", "builtin/../pyproject.toml"])
def test_our_folder_has_no_way_out_either(drawn, name) -> None:
    _refused(*drawn({"journey.html.jinja": f'{{% include "{name}" %}}'}))


def test_a_link_that_leads_out_is_refused_and_one_within_is_followed(drawn, write) -> None:
    folder = write({"secret.jinja": "secret", "brand/real.jinja": "real text"})
    (folder / "brand/out.jinja").symlink_to(folder / "secret.jinja")
    (folder / "brand/in.jinja").symlink_to(folder / "brand/real.jinja")
    page = f'{EXTENDS}{{% block footer %}}{{% include "NAME" %}}{{% endblock %}}'
    message = _refused(*drawn({"journey.html.jinja": page.replace("NAME", "out.jinja")}))
    assert message == "brand/out.jinja: it is a link that leads out of the folder of templates"
    (folder / "brand/loop.jinja").symlink_to("loop.jinja")
    _refused(*drawn({"journey.html.jinja": page.replace("NAME", "loop.jinja")}))
    _, made = drawn({"journey.html.jinja": page.replace("NAME", "in.jinja")})
    assert "real text" in made


def test_a_template_may_vouch_for_markup_and_the_policy_stays(drawn) -> None:
    own = f'{EXTENDS}{{% block footer %}}{{{{ "<script>alert(1)</script>" | safe }}}}{{% endblock %}}'
    ended, page = drawn({"journey.html.jinja": own})
    assert ended.returncode == 0
    policy, alert = page.index("script-src &#39;sha256-"), page.index("<script>alert")
    assert policy < page.index("<style>") < alert


POLICY = '<meta http-equiv="Content-Security-Policy" content="{{ policy }}">'


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><html><head></head><body>{{ page.title }}</body></html>",
        f"<!DOCTYPE html><html><head><script>alert(1)</script>{POLICY}</head></html>",
        f"<!DOCTYPE html><html><head><!-- {POLICY} --></head></html>",
        "<script>alert(1)</script>{% extends 'builtin/journey.html.jinja' %}",
    ],
)
def test_a_page_that_does_not_begin_with_the_policy_is_not_written(drawn, page) -> None:
    assert "has to begin with its policy" in _refused(*drawn({"journey.html.jinja": page}))


def test_a_page_of_ones_own_may_begin_with_the_policy(drawn) -> None:
    own = f'<!doctype html>\n<html lang="de">\n<head>\n{POLICY}\n<title>{{{{ page.title }}}}</title></head></html>'
    ended, page = drawn({"journey.html.jinja": own})
    assert ended.returncode == 0, ended.stderr
    assert "<title>Buying &lt;shoes&gt;</title>" in page


def test_a_page_without_end_is_not_written(drawn) -> None:
    loop = "{% for i in range(90000) %}{{ 'x' * 1000 }}{% endfor %}"
    message = _refused(*drawn({"journey.html.jinja": f"{EXTENDS}{{% block footer %}}{loop}{{% endblock %}}"}))
    assert message.endswith("the page is longer than 50,000,000 characters")


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "there is no folder of templates brand; give one that is there"),
        ({"brand/jurney.html.jinja": ""}, "brand replaces no template; those that it can: blocks/beside.html.jinja,"),
        ({"brand": ""}, "there is no folder of templates brand; give one that is there"),
    ],
)
def test_a_folder_that_replaces_nothing_is_told(cjm, write, files, message) -> None:
    write({"cjm.yaml": "extends: minimal\n", "a.journey.yaml": JOURNEY, **files})
    ended = cjm("render", "--templates", "brand")
    assert (ended.returncode, ended.stderr.startswith(f"error: {message}")) == (2, True), ended.stderr


def test_a_template_that_changes_is_read_again(tmp_path) -> None:
    page = pages.Page("id", "Title", "", "en", (), theme.Theme(templates=tmp_path.as_posix()))
    for text in ("first", "second"):
        (tmp_path / PAGE).write_text(_footer(text), "utf-8")
        assert text in html.encode(page).decode()
