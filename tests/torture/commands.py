"""Every command at real work: a project for it, and the lines that are typed there.

The first line of a command is its plainest; the others are the rest of what it can be asked for. All of them end by
themselves and read nothing of standard input, but those of `STDIN`; what waits until it is stopped is `WAITING`.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from cjm_cli import formats, plugins, reports, reviews, views

ROOT = Path(__file__).parents[2]
ROUGH = "drafts/rough.journey.yaml"
"""An error, warnings, what can be mended, and a layout that `fmt` changes."""
KNOWN = "drafts/known.yaml"
"""A baseline."""
BUYING = "journeys/buying-running-shoes.journey.yaml"
ONCE, OURS, THEIRS = (f"drafts/{name}.journey.yaml" for name in ("once", "ours", "theirs"))
DAY = "--today 2026-05-31"

LINES: dict[str, list[str]] = {
    "validate": [
        "validate",
        "validate --strict --statistics",
        f"validate {ROUGH} --jobs 2 --no-cache -v",
        *(f"validate {ROUGH} -f {name}" for name in plugins.names(reports)),
        f"validate {ROUGH} --color always {DAY}",
        f"validate {ROUGH} --diff --unsafe-fixes",
        f"validate {ROUGH} --fix --unsafe-fixes",
        f"validate {ROUGH} --add-ignore known",
        f"validate {ROUGH} --report sarif=made/found.sarif --report junit=made/found.xml",
        "validate --new-since HEAD~1",
        "validate . drafts journeys personas cjm.yaml",
    ],
    "lint": ["lint", f"lint {ROUGH}", f"lint {BUYING} -f json", f"lint {BUYING} --fix --unsafe-fixes"],
    "fmt": ["fmt", f"fmt {ROUGH}", f"fmt {ROUGH} --check", f"fmt {ROUGH} --diff", "fmt --jobs 2"],
    "explain": ["explain stage-without-emotion"],
    "rules": ["rules", "rules --format markdown", "rules --format json"],
    "baseline": ["baseline write", f"baseline show --baseline {KNOWN}", f"baseline prune --baseline {KNOWN}"],
    "render": [
        f"render {BUYING}",
        *(f"render {BUYING} --view flow -f {name} -o made" for name in plugins.names(formats)),
        *(f"render --view {name} -f html -f svg -o made" for name in plugins.names(views)),
        *(f"render {BUYING} -f {name} -o -" for name in plugins.names(formats) if name != "dot"),
        f"render {BUYING} --view flow -f dot -o -",
        "render --check",
    ],
    "show": ["show", f"show {BUYING} --color always"],
    "build": ["build", f"build -o made {DAY}"],
    "stats": ["stats", *(f"stats -f {name}" for name in ("json", "markdown", "csv"))],
    "score": ["score", "score --explain", f"score -f json {DAY}", "score -f markdown", "score --no-regress HEAD~1"],
    "diff": [
        "diff HEAD~1",
        *(f"diff HEAD~1 HEAD -f {name}" for name in plugins.names(reviews)),
        "diff HEAD~1 -f html -o made/changes.html",
        f"diff {ONCE} {OURS}",
    ],
    "compare": [
        "compare buying-running-shoes-future",
        *(f"compare buying-running-shoes-future -f {name}" for name in plugins.names(reviews)),
        "compare buying-running-shoes-future --at HEAD~1 -f html -o made/two.html",
    ],
    "changelog": [
        "changelog",
        *(f"changelog --all -f {name} -o made/CHANGES" for name in ("json", "markdown", "text")),
    ],
    "git": [
        "git setup --merge --dry-run",
        "git setup --merge",
        f"git textconv {BUYING}",
        f"git merge-driver {ONCE} {OURS} {THEIRS}",
    ],
    "init": ["init started --yes", "init started --dry-run --yes", "init started -t b2b --ci github --yes"],
    "new": [
        "new journey Repair --persona rina",
        "new persona 'Tom Berger'",
        "new journey Repair --persona tom -t service-blueprint --dry-run",
    ],
    "schema": [f"schema {kind}" for kind in ("journey", "persona", "project", "findings", "changes")],
    "config": ["config show", "config show --origin --preset strict"],
}
STDIN = [
    *("validate -", "validate - -f json", "lint -", "fmt -", "render - -f svg -o - --no-validate", "show -", "stats -"),
    *("score -", f"validate - --stdin-filename {ROUGH} --diff"),
]
"""These are given `ROUGH` on standard input."""
WAITING = ["serve --port 0", "validate --watch", "render --watch -o made"]
"""These end when they are told to."""

_ROUGH = """\
title:   Größe finden 日本 😀
persona: rnia
stages:
    - name: Look
      emotion: hopeful
      touchpoints: Checkout
    - {name: Wait,   emotion: -2, steps: [{name: Ask, emotion: -2}]}
    - name: Wait
"""
_ONCE = "title: Once\nstages:\n  - {id: a, name: Look, emotion: 1}\n  - {id: b, name: Pay, emotion: 0}\n"
_KNOWN = """\
baseline: 1
findings:
  low-without-pain-point:
    "buying-running-shoes/stages[consideration]/steps[compare-models]/emotion": 2
"""


def few() -> list[str]:
    """One line for each command."""
    return [lines[0] for lines in LINES.values()]


def every() -> list[str]:
    """All lines."""
    return list(chain.from_iterable(LINES.values()))


def make_project(folder: Path) -> Path:
    """The shoe shop with drafts, in git since two versions ago."""
    shutil.copytree(ROOT / "examples" / "shoe-shop", folder, ignore=shutil.ignore_patterns("dist"), dirs_exist_ok=True)
    settings = folder / "cjm.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}\nexclude: [drafts/**, made/**, started/**]\n", "utf-8")
    (folder / "drafts").mkdir()
    for name, text in _drafts():
        (folder / name).write_text(text, "utf-8")
    _git(folder, "init", "--quiet")
    _keep(folder, "v1")
    buying = folder / BUYING
    buying.write_text(buying.read_text("utf-8").replace("emotion: {score: 1", "emotion: {score: -1"), "utf-8")
    _keep(folder, "v2")
    return folder


def _drafts() -> Iterator[tuple[str, str]]:
    yield ROUGH, _ROUGH
    yield KNOWN, _KNOWN
    yield ONCE, _ONCE
    yield OURS, _ONCE.replace("Pay", "Pay by card")
    yield THEIRS, _ONCE.replace("emotion: 1", "emotion: 2")


def _keep(folder: Path, tag: str) -> None:
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", tag)
    _git(folder, "tag", tag)


def _git(folder: Path, *arguments: str) -> None:
    who = {f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = {f"GIT_{who}_DATE": "2026-05-31T12:00:00+0200" for who in ("AUTHOR", "COMMITTER")}
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *arguments], cwd=folder, env=os.environ | who | when | plain, check=True, capture_output=True
    )
