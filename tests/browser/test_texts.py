"""Texts of any script stay in their boxes at any width, and none is ever anything but text."""

from typing import Any

import pytest

from cjm_cli.formats.html import encode

from . import texts

OUTSIDE = """
() => {
  const boxes = 'td, th, .card, .pill, .step, .chevron, .persona, .cards > div, dialog, .tool, .find, dd, p, h1, h2, h3';
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest('.unseen, .paper, template, option, svg')) continue;
    const box = parent.closest(boxes)?.getBoundingClientRect();
    if (!box || !box.width) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      if (!line.width || (line.left >= box.left - 1 && line.right <= box.right + 1)) continue;
      found.push(`${parent.tagName}.${parent.className}: ${node.data.slice(0, 40)} by ${Math.round(line.right - box.right)}`);
    }
  }
  for (const text of document.querySelectorAll('.scroll .series')) {
    const [own, plot] = [text, text.closest('svg')].map((one) => one.getBoundingClientRect());
    if (own.left < plot.left - 1 || own.right > plot.right + 1) found.push(`curve: ${text.textContent}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push(`page is ${document.documentElement.scrollWidth} wide`);
  return found.slice(0, 8);
}
"""
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""


def outside(page: Any) -> list[str]:
    """Texts that stand out of their boxes."""
    return list(page.evaluate(OUTSIDE))


@pytest.mark.parametrize("width", [320, 720, 1440])
def test_every_text_of_the_examples_stays_in_its_box(open_map, examples, width) -> None:
    page = None
    for path in examples.values():
        page = page or open_map(path, viewport={"width": width, "height": 900})
        page.goto(path.as_uri())
        assert outside(page) == [], path.name


def test_texts_have_room_for_the_spacing_that_a_reader_may_need(open_map, examples) -> None:
    page = open_map(examples["first-roster"], viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page.add_style_tag(content=SPACING)
    assert outside(page) == []


@pytest.mark.parametrize("text", texts.HARD, ids=lambda text: text[:12])
def test_a_hard_text_stays_in_every_box(open_map, journey, text) -> None:
    page = open_map(journey(texts.journey(text)))
    for width in (1440, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert outside(page) == []
    page.locator("button.open").last.click()
    assert outside(page) == []


@pytest.mark.parametrize("font", ["DejaVu Sans", "Liberation Serif"])
def test_texts_stay_in_their_boxes_in_other_fonts(open_map, journey, examples, font, tmp_path) -> None:
    """Beside our own: one that is a quarter wider, and one with serifs."""
    hard = []
    for number, text in enumerate(texts.HARD):
        hard.append(tmp_path / f"{number}.html")
        hard[-1].write_bytes(encode(journey(texts.journey(text))))
    page = open_map(hard[0], bypass_csp=True)
    for path in (*hard, *examples.values()):
        page.goto(path.as_uri())
        page.add_style_tag(content=f"* {{ font-family: '{font}' !important; }}")
        for width in (1440, 320):
            page.set_viewport_size({"width": width, "height": 900})
            assert outside(page) == [], (path.name, width)


ELEMENTS = (
    "() => [...document.querySelectorAll('*')].map(one => one.tagName + [...one.getAttributeNames()].sort()).sort()"
)


HARMLESS = "A harmless text, as long as those that are not"


@pytest.fixture(scope="module")
def plain() -> dict[str, list[str]]:
    """The elements of the page that says the same in harmless words, once known."""
    return {}


@pytest.mark.parametrize("text", texts.NASTY, ids=lambda text: text[:24])
def test_a_nasty_text_is_a_text_everywhere(open_map, journey, plain, text) -> None:
    for shown in (text, *([] if plain else [HARMLESS])):
        page = open_map(journey(texts.journey(shown)))
        page.locator("button.open").last.click()
        page.get_by_label("Pain points only").evaluate("box => box.click()")
        page.locator("input[type=search]").evaluate(
            "(field, text) => { field.value = text; field.dispatchEvent(new Event('input')); }", shown
        )
        assert page.locator("dialog h2").inner_text() == shown
        assert page.evaluate("window.ran") is None
        elements = page.evaluate(ELEMENTS)
        plain[shown] = elements
    assert plain[text] == plain[HARMLESS]


def test_a_link_is_no_way_in(open_map, journey) -> None:
    for anchor in ("<img src=x onerror=alert(1)>", '"]*,x:has(', "__proto__", "constructor"):
        open_map(journey("title: A\nsteps: [{name: B}]"), anchor=anchor)
