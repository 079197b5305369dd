"""Measures `cjm` against what it cannot do without and against its neighbours, and prints Markdown tables:

    .venv/bin/python benchmarks/run.py --check-jsonschema PATH --yamllint PATH --wireviz PATH --mermaid PATH

Whole processes are timed, A B A B …, and the tables show medians of the ratios within a pair: that holds on a machine that
others use as well. Figures of a first round, which warms caches up, are thrown away.
"""

import argparse
import os
import platform
import shutil
import tempfile
from pathlib import Path

import checking
import drawing
import versions
from measure import HEAD, row

NEIGHBOURS = ("check-jsonschema", "yamllint", "wireviz", "mermaid")
PARTS = {
    "checking": checking.comparisons,
    "drawing": drawing.comparisons,
    "sites": drawing.sites,
    "versions": versions.comparisons,
}


def main() -> None:
    """Reads the command line, measures, prints."""
    given = _arguments()
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {given.pairs} pairs ({given.long_pairs} of long runs)"
    )
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CJM_CACHE_DIR"] = str(Path(folder) / "results")
        projects = checking.projects_in(Path(folder), given.maps)
        for name in given.only or PARTS:
            print(f"\n{HEAD}")
            for comparison in PARTS[name](projects, given):
                print(row(comparison), flush=True)
        for name in NEIGHBOURS:
            if shutil.which(getattr(given, name.replace("-", "_"))) is None:
                print(f"\nNot compared: {name} is not installed; --{name} says where it is.")
        print("\n| peak memory | MiB | aim |\n|---|---:|---:|")
        for line in checking.memory(projects):
            print(line, flush=True)
        print("\n| pages | each | peak memory |\n|---|---:|---:|")
        for line in drawing.figures(projects):
            print(line, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure cjm; prints Markdown.")
    parser.add_argument("--pairs", type=int, default=15, metavar="N", help="how often short runs are paired")
    parser.add_argument("--long-pairs", type=int, default=3, metavar="N", help="how often runs over many maps are")
    parser.add_argument("--maps", type=int, default=1000, metavar="N", help="how many maps are many")
    parser.add_argument("--only", action="append", choices=PARTS, help="this part alone; may be given again")
    for name in NEIGHBOURS[:-1]:
        parser.add_argument(f"--{name}", default=name, metavar="PATH", help="the command, in a venv of its own")
    parser.add_argument("--mermaid", default="mmdc", metavar="PATH", help="the command of mermaid-cli; wants chromium")
    return parser.parse_args()


if __name__ == "__main__":
    main()
