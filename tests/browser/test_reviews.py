"""What changed, as a page in a browser and as a picture that Mermaid draws."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from cjm_cli.difference.compare import compare
from cjm_cli.difference.difference import Difference
from cjm_cli.difference.version import Version
from cjm_cli.model import Project
from cjm_cli.reviews import html, markdown
from cjm_cli.source.limits import Limits
from cjm_cli.workspace.load import load
from cjm_cli.workspace.source_file import SourceFile

from . import texts
from .conftest import ROOT, opened
from .test_accessible import WAYS, broken
from .test_mermaid import DRAW, MERMAID, squeezed

PROJECT = ROOT / "tests" / "reviews" / "project"
Shown = Callable[..., Page]


def version(label: str, files: dict[str, bytes]) -> Version:
    sources = [SourceFile(name, Path(name), name, content) for name, content in sorted(files.items())]
    loaded = [load(source, Limits()) for source in sources]
    project = next((one.model for one in loaded if isinstance(one.model, Project)), Project())
    return Version(label, project, loaded)


def files(side: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (PROJECT / side).iterdir()}


@pytest.fixture(scope="module")
def difference() -> Difference:
    return compare(version("main", files("old")), version("the work tree", files("new")))


@pytest.fixture
def shown(open_map: Shown, tmp_path: Path) -> Shown:
    """Opens the page of a comparison."""

    def open_(difference: Difference, **options: object) -> Page:
        path = tmp_path / "review.html"
        path.write_text(html.review(difference), "utf-8")
        return open_map(path, **options)

    return open_


@pytest.mark.parametrize("way", WAYS)
def test_axe_finds_nothing(shown, difference, way) -> None:
    assert broken(shown(difference, **WAYS[way]), way=way) == []


def test_axe_finds_nothing_in_forced_colours(shown, difference) -> None:
    assert broken(shown(difference, forced_colors="active", color_scheme="dark")) == []


@pytest.mark.parametrize("width", [390, 1440])
def test_only_the_maps_scroll_sideways(shown, difference, width) -> None:
    page = shown(difference, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_every_change_on_the_map_has_a_link_that_leads_there(shown, difference) -> None:
    page = shown(difference)
    links = page.locator(".changes a")
    targets = links.evaluate_all(
        "all => all.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))))"
    )
    assert links.count() == 19
    assert None not in targets
    page.get_by_role("link", name='step "Follows the parcel" added').click()
    assert page.locator("th:target").locator("p").inner_text() == "Follows the parcel"


def test_what_changed_is_told_to_those_who_do_not_see_it(shown, difference) -> None:
    page = shown(difference)
    marks = page.locator(".map .fate .unseen").all_inner_texts()
    assert {text.strip() for text in marks} == {"Added:", "Removed:", "Moved:", "Changed:", "now:"}


def test_better_and_worse_differ_in_more_than_colour(shown, difference) -> None:
    page = shown(difference)
    fills = page.locator(".plot .between").evaluate_all("all => all.map(one => getComputedStyle(one).fill)")
    assert {fill.split('"')[1] for fill in fills} == {"#better", "#worse"}


@pytest.mark.parametrize("text", texts.NASTY, ids=lambda text: text[:24])
def test_nothing_in_a_text_is_markup(text: str, shown: Shown) -> None:
    hostile = compare(
        version(text, {"a.journey.yaml": texts.journey(text).encode()}),
        version(text, {"a.journey.yaml": texts.journey(f"{text}!", steps=4).encode()}),
    )
    plain = compare(
        version("a", {"a.journey.yaml": texts.journey("some words").encode()}),
        version("b", {"a.journey.yaml": texts.journey("some words!", steps=4).encode()}),
    )
    count = "document.querySelectorAll('script, iframe, object, link, base, img, form, [onclick], [onload], [onerror]').length"
    page = shown(hostile)
    assert (page.evaluate(count), page.evaluate("window.ran ?? null")) == (0, None)
    names = "[...new Set([...document.querySelectorAll('*')].map(one => one.localName))].sort()"
    found = page.evaluate(names)
    assert set(found) <= set(shown(plain).evaluate(names)) | {"del", "small", "q"}


# The picture in a comment


@pytest.fixture(scope="module")
def mermaid(browser: Browser) -> Iterator[Page]:
    with opened(browser) as window:
        page = window.new_page()
        page.add_script_tag(path=MERMAID)
        yield page


def block(difference: Difference) -> str:
    (found,) = re.findall(r"^```mermaid\n(.*?)^```", markdown.review(difference), re.DOTALL | re.MULTILINE)
    return str(found)


def test_mermaid_draws_both_curves(mermaid: Page, difference: Difference) -> None:
    told = squeezed(mermaid.evaluate(DRAW, block(difference)))
    assert all(
        squeezed(name) in told for name in ("Compares models", "Confirms and pays", "How it feels, before and after")
    )


FELT = "title: A\nstages: [{{name: {0}, emotion: {1}}}, {{name: B, emotion: 1}}]\n"


@pytest.mark.parametrize("text", texts.NASTY, ids=lambda text: text[:24])
def test_a_nasty_name_stays_a_name(text: str, mermaid: Page) -> None:
    name = "'" + text.replace("'", "''") + "'"
    sides = [version("a", {"a.journey.yaml": FELT.format(name, score).encode()}) for score in (-1, 2)]
    told = squeezed(mermaid.evaluate(DRAW, block(compare(*sides))))
    assert squeezed(text)[:30] in told
    assert mermaid.evaluate("window.ran ?? null") is None
