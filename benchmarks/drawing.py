"""How long drawing takes, beside WireViz, which draws harnesses of cables, and mermaid-cli, which draws journeys."""

import argparse
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from checking import TODAY, Projects
from corpus import Size, journey_path, write
from measure import CJM, Command, Comparison, Shown, cost

TWENTY, SITE = 20, 300
HARNESS = """\
connectors:
  X1: {type: Molex KK 254, subtype: female, pinlabels: [GND, VCC, RX, TX]}
  X2: {type: Molex KK 254, subtype: female, pinlabels: [GND, VCC, RX, TX]}
cables:
  W1: {wirecount: 4, length: 0.2, color_code: DIN, shield: true}
connections:
  - [{X1: [1-4]}, {W1: [1-4]}, {X2: [1, 2, 4, 3]}]
"""
"""About the smallest harness that is one: two plugs and a cable."""


def comparisons(projects: Projects, given: argparse.Namespace) -> Iterator[Comparison]:
    """Every drawing, against checking and against the neighbours that are installed."""
    for name in ("svg", "html", "md"):
        validate = [CJM, "validate", str(projects.one), *TODAY]
        yield Comparison(
            f"`cjm render -f {name}`, one map",
            _render(projects.one, name),
            "`cjm validate`, one map",
            validate,
            given.pairs,
        )
    svg = _render(projects.one, "svg")
    if wireviz := shutil.which(given.wireviz):
        harness = projects.one / "harness.yml"
        harness.write_text(HARNESS, "utf-8")
        command = [wireviz, "-f", "s", str(harness)]
        yield Comparison("one SVG, 6 × 5 steps", svg, "WireViz, two plugs and a cable", command, given.pairs, "≤ 1.7")
    if mermaid := shutil.which(given.mermaid):
        one, twenty = _mermaid(projects, mermaid, 1), _mermaid(projects, mermaid, TWENTY)
        against, fewer = "mermaid-cli, the same journey", min(given.pairs, 5)
        yield Comparison("one SVG, 6 × 5 steps", svg, against, one, fewer, "≥ 8 × faster", Shown.FASTER)
        ours = _render(projects.hundred, "svg", TWENTY)
        against = "mermaid-cli, a call each"
        yield Comparison(f"{TWENTY} SVGs", ours, against, twenty, 1, "≥ 40 × faster", Shown.FASTER)


def sites(projects: Projects, given: argparse.Namespace) -> Iterator[Comparison]:
    """A site, and the same once more when nothing has changed."""
    project = projects.one.parent / "site"
    write(project, Size(SITE))
    anew, again = project / "anew", project / "again"
    build = [CJM, "build", str(project), "-q", *TODAY, "-o"]
    first = ["sh", "-c", f"rm -rf {anew} && exec {' '.join([*build, str(anew)])}"]
    subprocess.run([*build, str(again)], check=True, stdout=subprocess.DEVNULL)
    what = f"`cjm build`, {SITE} journeys, once more"
    yield Comparison(
        what, [*build, str(again)], "the first time", first, given.long_pairs, "≥ 10 × faster", Shown.FASTER
    )


def figures(projects: Projects) -> Iterator[str]:
    """Time and memory of many pages, and how large one is."""
    used = cost(_render(projects.many, "html"))
    yield f"| {projects.maps:,} HTML maps | {1000 * used.cpu / projects.maps:.1f} ms a map | {used.memory:.0f} MiB |"
    sizes = sorted(path.stat().st_size for path in (projects.many / "dist").glob("*.html"))
    yield f"| an HTML map of 30 steps | {sizes[len(sizes) // 2] / 1000:.0f} kB | |"


def _render(project: Path, name: str, maps: int = 0) -> Command:
    """Draws the first maps of a project, or all."""
    paths = [str(journey_path(project, number)) for number in range(maps)] or [str(project)]
    return [CJM, "render", *paths, "-f", name, "-o", str(project / "dist"), *TODAY]


def _mermaid(projects: Projects, program: str, maps: int) -> Command:
    """Draws the same journeys, as our Markdown gives them to Mermaid."""
    folder = projects.one / "mermaid"
    folder.mkdir(exist_ok=True)
    browser = {"executablePath": shutil.which("chromium"), "args": ["--no-sandbox", "--disable-gpu"]}
    (folder / "browser.json").write_text(json.dumps(browser), "utf-8")
    subprocess.run([*_render(projects.hundred, "md", maps)], check=True, stdout=subprocess.DEVNULL)
    lines = []
    for number in range(maps):
        page = projects.hundred / "dist" / f"{journey_path(projects.hundred, number).name.split('.')[0]}.md"
        block = re.search(r"^```mermaid\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
        assert block
        text = folder / f"{number}.mmd"
        text.write_text(block[1], "utf-8")
        lines.append(f"{program} -q -p {folder}/browser.json -i {text} -o {text}.svg")
    return ["sh", "-c", " && ".join(lines)]
