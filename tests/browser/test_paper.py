"""A map on paper: every step is there, large enough to be read, and nothing of the tools is."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from . import texts

SMALLEST = 6.5
"""Points; the metrics and remarks on a sheet."""


def tool(name: str, *arguments: str) -> str:
    """What a tool of Poppler says of a PDF."""
    path = shutil.which(name)
    assert path, f"the tests of paper need {name}: apt-get install poppler-utils"
    return subprocess.run([path, *arguments], capture_output=True, check=True, text=True).stdout


def printed(page, to: Path) -> Path:
    page.pdf(path=to, prefer_css_page_size=True, print_background=True)
    return to


@pytest.mark.parametrize(("steps", "most"), [(12, 2), (24, 4), (48, 7)])
@pytest.mark.parametrize("scripts", [True, False])
def test_every_step_is_on_paper_and_can_be_read(open_map, journey, tmp_path, steps, most, scripts) -> None:
    pdf = printed(open_map(journey(texts.usual(steps)), java_script_enabled=scripts), tmp_path / "map.pdf")
    info = tool("pdfinfo", str(pdf))
    assert re.search(r"Page size: +119[01][.\d]* x 84[12][.\d]* pts \(A3\)", info)
    assert int(re.search(r"Pages: +(\d+)", info)[1]) <= most
    said = tool("pdftotext", "-layout", str(pdf), "-")
    assert [index for index in range(steps) if f"Takes step {index:02}" not in re.sub(r"\s+", " ", said)] == []
    assert "Pain points only" not in said
    boxes = tool("pdftotext", "-bbox", str(pdf), "-")
    heights = [float(low) - float(high) for high, low in re.findall(r'yMin="([\d.]+)" [^>]*yMax="([\d.]+)"', boxes)]
    assert min(heights) > SMALLEST


@pytest.mark.parametrize("name", ["buying-running-shoes-future", "buying-running-shoes"])
def test_the_script_changes_nothing_on_paper(open_map, examples, tmp_path, name) -> None:
    said = [
        tool(
            "pdftotext",
            "-layout",
            str(printed(open_map(examples[name], java_script_enabled=on), tmp_path / f"{on}.pdf")),
            "-",
        )
        for on in (True, False)
    ]
    assert said[0].count("Tries") > 1
    assert said[0] == said[1]


def test_what_is_dimmed_is_not_dim_on_paper_and_what_is_folded_is_not_there(open_map, journey, tmp_path) -> None:
    page = open_map(journey(texts.usual(24)))
    page.get_by_role("searchbox").fill("nowhere")
    page.get_by_role("button", name="Doing").click()
    page.emulate_media(media="print")
    dim = "all => all.map(one => getComputedStyle(one).color)"
    assert set(page.locator(".map td.dim p").evaluate_all(dim)) == {"rgb(27, 31, 36)"}
    said = tool("pdftotext", str(printed(page, tmp_path / "map.pdf")), "-")
    assert "Takes step 23" in said
    assert "two new lines" not in said
