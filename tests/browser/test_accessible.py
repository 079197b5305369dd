"""axe-core finds nothing, on any example, in any of the ways in which people open it."""

from pathlib import Path
from typing import Any

import pytest

from .conftest import AXE

WAYS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "320 px": {"viewport": {"width": 320, "height": 640}},
}


TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that depend on colours; all else is the same in the dark."""


def broken(page: Any, *, way: str = "") -> list[str]:
    """The rules that are broken, and where."""
    assert AXE.exists(), f"{AXE} is missing: npm ci --prefix tests/browser"
    page.evaluate(AXE.read_text("utf-8"))
    options = {"runOnly": COLOURS if way == "dark" else TAGS, "resultTypes": ["violations"], "preload": False}
    result = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{rule['id']}: {node['target']} {node['html'][:120]} {node['failureSummary'][:200]}"
        for rule in result["violations"]
        for node in rule["nodes"][:3]
    ]


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_found_on_any_example(open_map, examples, way) -> None:
    page = None
    for path in examples.values():
        page = open_map(path, **WAYS[way]) if page is None else page
        page.goto(path.as_uri())
        assert broken(page, way=way) == [], path.name


def test_nothing_is_found_where_the_script_did_not_run(open_map, examples, tmp_path: Path) -> None:
    page = None
    for path in examples.values():
        bare = tmp_path / path.name
        before, _, rest = path.read_text("utf-8").partition("<script>")
        bare.write_text(before + rest.partition("</script>")[2], "utf-8")
        page = page or open_map(bare)
        page.goto(bare.as_uri())
        assert page.locator(".tools").count() == 0
        assert broken(page) == [], path.name


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_found_in_the_details(open_map, examples, way) -> None:
    page = open_map(examples["buying-running-shoes"], anchor="decision/see-total", **WAYS[way])
    assert page.locator("dialog[open]").count() == 1
    assert broken(page) == []


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_found_when_most_is_dimmed_or_folded(open_map, examples, way) -> None:
    page = open_map(examples["first-roster"], **WAYS[way])
    page.get_by_label("Pain points only").check()
    page.get_by_label("Persona").select_option("Idris Bell")
    page.get_by_role("button", name="Doing").click()
    page.get_by_role("button", name="Feeling").click()
    assert page.locator("td.dim").count() > 10
    assert broken(page) == []


def test_everything_can_be_read_in_forced_colours(open_map, examples) -> None:
    page = open_map(examples["buying-running-shoes"], forced_colors="active", color_scheme="dark")
    page.get_by_label("Pain points only").check()
    assert broken(page) == []


def test_every_tool_can_be_hit_with_a_thumb(open_map, examples) -> None:
    page = open_map(examples["first-roster"], viewport={"width": 320, "height": 640}, has_touch=True)
    boxes = page.locator(".tools .tool, .tools .find").evaluate_all(
        "all => all.map(one => { const box = one.getBoundingClientRect(); return [box.height, box.left, box.right]; })"
    )
    assert len(boxes) == 6
    assert all(height >= 36 and left >= 0 and right <= 320 for height, left, right in boxes)
