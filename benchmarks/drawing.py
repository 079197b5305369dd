"""How long drawing takes, beside WireViz, which draws harnesses of cables, and mermaid-cli, which draws journeys."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from corpus import Size, journey_path
from ground import TODAY, Ground
from measure import CJM, Command, Comparison, Question, Shown, cost, line, row

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


def rows(ground: Ground) -> Iterator[str]:
    """Every drawing, against checking and against the neighbours that are installed."""
    pairs, validate = ground.given.pairs, [CJM, "validate", str(ground.one), *TODAY]
    for name in ("svg", "html", "md"):
        question = Question(f"`cjm render -f {name}`, one map", "`cjm validate`, one map")
        yield row(Comparison(question, _render(ground.one, name), validate, pairs))
    svg = _render(ground.one, "svg")
    if wireviz := shutil.which(ground.given.wireviz):
        harness = ground.folder / "harness.yml"
        harness.write_text(HARNESS, "utf-8")
        question = Question("one SVG, 6 × 5 steps", "WireViz, two plugs and a cable", 1.7)
        yield row(Comparison(question, svg, [wireviz, "-f", "s", str(harness)], pairs))
    if mermaid := shutil.which(ground.given.mermaid):
        one, twenty = _mermaid(ground, mermaid, 1), _mermaid(ground, mermaid, TWENTY)
        question = Question("one SVG, 6 × 5 steps", "mermaid-cli, the same journey", 8, Shown.FASTER)
        yield row(Comparison(question, svg, one, min(pairs, 5)))
        question = Question(f"{TWENTY} SVGs", "mermaid-cli, a call each", 40, Shown.FASTER)
        yield row(Comparison(question, _render(_twenty(ground), "svg"), twenty, 1))


def sites(ground: Ground) -> Iterator[str]:
    """A site, and the same once more when nothing has changed."""
    project = ground.project("site", Size(SITE))
    anew, again = project / "anew", project / "again"
    build = [CJM, "build", str(project), "-q", *TODAY, "-o"]
    first = ["sh", "-c", f"rm -rf {anew} && exec {' '.join([*build, str(anew)])}"]
    subprocess.run([*build, str(again)], check=True, stdout=subprocess.DEVNULL)
    question = Question(f"`cjm build`, {SITE} journeys, once more", "the first time", 10, Shown.FASTER)
    yield row(Comparison(question, [*build, str(again)], first, ground.given.long_pairs))


def figures(ground: Ground) -> Iterator[str]:
    """Time and memory of many pages, and how large one is."""
    used = cost(_render(ground.many, "html"))
    each = f"{1000 * used.cpu / ground.maps:.1f} ms a map"
    yield line(f"{ground.maps:,} HTML maps", "", each, "", "", "", f"{used.memory:.0f} MiB", "")
    sizes = sorted(path.stat().st_size for path in (ground.many / "dist").glob("*.html"))
    yield line("an HTML map of 30 steps", "", f"{sizes[len(sizes) // 2] / 1000:.0f} kB", "", "", "", "", "")


def _twenty(ground: Ground) -> Path:
    return ground.project("twenty", Size(TWENTY))


def _render(project: Path, name: str) -> Command:
    """Draws the maps of a project."""
    return [CJM, "render", str(project), "-f", name, "-o", str(project / "dist"), *TODAY]


def _mermaid(ground: Ground, program: str, maps: int) -> Command:
    """Draws the same journeys, as our Markdown gives them to Mermaid."""
    folder, project = ground.folder / "mermaid", _twenty(ground)
    folder.mkdir(exist_ok=True)
    browser = {"executablePath": shutil.which("chromium"), "args": ["--no-sandbox", "--disable-gpu"]}
    (folder / "browser.json").write_text(json.dumps(browser), "utf-8")
    subprocess.run(_render(project, "md"), check=True, stdout=subprocess.DEVNULL)
    lines = []
    for number in range(maps):
        page = project / "dist" / f"{journey_path(project, number).name.split('.')[0]}.md"
        block = re.search(r"^```mermaid\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
        assert block
        text = folder / f"{number}.mmd"
        text.write_text(block[1], "utf-8")
        lines.append(f"{program} -q -p {folder}/browser.json -i {text} -o {text}.svg")
    return ["sh", "-c", " && ".join(lines)]
