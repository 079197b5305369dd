"""Bytes: what a fuzzer finds that sees which lines of ours its inputs reach."""

import platform
import re
import sys
from pathlib import Path

import pytest

from cjm_cli.model import Journey, Persona
from cjm_cli.model.stage import Stage, Step
from tests.torture.hostile.table import HOSTILE

ROOT = Path(__file__).parents[3]
TARGET = Path(__file__).with_name("target.py")
MINUTES, RUNS, SEED = 5, 2000, 6
LARGEST_SEED = 4000

SIGNS = [
    *"?:-,[]{}#&*!|>'\"%@`~=<\\",
    ": ",
    "- ",
    "? ",
    " #",
    "<<: ",
    "---\n",
    "...\n",
    "|+\n",
    ">-\n",
    "|2\n",
    "\n",
    "\r\n",
    "\r",
]
WORDS = [
    "!!str ",
    "!!int ",
    "!!map ",
    "%YAML 1.2\n",
    "%TAG ",
    "&a ",
    "*a",
    "null",
    "true",
    ".nan",
    ".inf",
    "1e9",
    "0x1",
]
COMMENTS = ["# cjm: ignore[flat-curve] a", "# cjm: ignore-file[x] ", "# yaml-language-server: $schema="]
UNUSUAL = ["\ufeff", "\x85", "\u2028", "\\u0000", "\\ud800", "é", "😀", "\t", "  ", "\x00"]


def _dictionary() -> str:
    """Tokens of YAML, and the keys of our models."""
    keys = {f"{field.alias or name}: " for kind in _kinds() for name, field in kind.model_fields.items()}
    tokens = [*SIGNS, *WORDS, *COMMENTS, *UNUSUAL, *sorted(keys)]
    return "".join('"' + "".join(map("\\x{:02x}".format, token.encode())) + '"\n' for token in tokens)


def _kinds() -> list[type]:
    return [Journey, Persona, Stage, Step]


def _seeds(folder: Path) -> None:
    folder.mkdir()
    small = [made for hostile in HOSTILE.values() if not callable(hostile.content) and (made := hostile.make())]
    examples = [path.read_bytes() for path in sorted((ROOT / "examples").rglob("*.yaml"))]
    for number, content in enumerate([*small, *examples]):
        (folder / f"{number:04}").write_bytes(content[:LARGEST_SEED])


HAS_FUZZER = sys.platform == "linux" and platform.machine() == "x86_64" and sys.version_info < (3, 15)
"""As the group `fuzz` in pyproject.toml has it."""


@pytest.mark.skipif(not HAS_FUZZER, reason="there is no wheel of the fuzzer here")
@pytest.mark.parametrize("target", ["read", "fmt"])
def test_what_a_fuzzer_makes_up_is_read_and_written_or_refused(attempt, tmp_path, long_way, target) -> None:
    _seeds(tmp_path / "seeds")
    (tmp_path / "yaml.dict").write_text(_dictionary(), "ascii")
    length = f"-max_total_time={MINUTES * 60}" if long_way else f"-runs={RUNS}"
    crashes = tmp_path / "found-"
    options = [f"-seed={SEED}", "-dict=yaml.dict", "-max_len=4096", "-timeout=20", f"-artifact_prefix={crashes}"]
    python = (sys.executable, str(TARGET))
    ran = attempt(target, *options, length, "seeds", python=python, clock=MINUTES * 60 + 120)
    told = ran.err.decode(errors="replace")
    assert ran.code == 0, f"the input lies at {[*tmp_path.glob('found-*')]}\n{told[-3000:]}"
    assert re.search(r"Done \d+ runs|DONE", told), told[-1000:]
