"""Measures `cjm` against what it cannot do without and against its neighbours, and prints one Markdown table:

    .venv/bin/python benchmarks/run.py --check-jsonschema PATH --yamllint PATH --spectral PATH --ajv PATH

Whole processes are timed, A B A B …, and the table shows medians of the ratios within a pair: that holds on a machine that
others use as well. Figures of a first round of short runs, which warms caches up, are thrown away.
"""

import argparse
import os
import platform
import shutil
import tempfile
from pathlib import Path

import again
import checking
import drawing
import further
import growth
import neighbours
import serving
import starting
import versions
from ground import Ground
from measure import HEAD

SPEED = {
    "starting": starting.rows,
    "checking": checking.rows,
    "findings": checking.findings,
    "large": checking.large,
    "again": again.rows,
    "growth": growth.rows,
    "memory": growth.memory,
    "serving": serving.rows,
}
"""What is measured when nobody says what."""
FURTHER = {
    "further": further.rows,
    "drawing": drawing.rows,
    "sites": drawing.sites,
    "pages": drawing.figures,
    "versions": versions.rows,
}
DRAWING = ("wireviz", "mermaid")


def main() -> None:
    """Reads the command line, measures, prints."""
    given = _arguments()
    short, long = given.pairs, given.long_pairs
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {short} pairs, {long} of long runs\n\n{HEAD}")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CJM_CACHE_DIR"] = str(Path(folder) / "results")
        ground = Ground(Path(folder), given)
        for name in given.only or SPEED:
            for row in {**SPEED, **FURTHER}[name](ground):
                print(row, flush=True)
    for name in (*neighbours.NAMES, *(DRAWING if "drawing" in (given.only or ()) else ())):
        if shutil.which(getattr(given, name.replace("-", "_"))) is None:
            print(f"\nNot compared: {name} is not installed; --{name} says where it is.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure cjm; prints Markdown.")
    parser.add_argument("--pairs", type=int, default=15, metavar="N", help="how often short runs are paired")
    parser.add_argument("--long-pairs", type=int, default=3, metavar="N", help="how often runs over many maps are")
    parser.add_argument("--maps", type=int, default=1000, metavar="N", help="how many maps are many")
    parser.add_argument("--only", action="append", choices=[*SPEED, *FURTHER], help="this part; may be given again")
    for name in (*neighbours.NAMES, DRAWING[0]):
        parser.add_argument(f"--{name}", default=name, metavar="PATH", help="the command of this neighbour")
    parser.add_argument("--mermaid", default="mmdc", metavar="PATH", help="the command of mermaid-cli; wants chromium")
    return parser.parse_args()


if __name__ == "__main__":
    main()
