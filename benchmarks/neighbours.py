"""Tools that check YAML files as well. Those that know schemas get ours; each has to show that it finds a mistake."""

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ground import SCHEMA
from measure import Command, environment

NAMES = ("check-jsonschema", "yamllint", "spectral", "ajv")
YAMLLINT = "{extends: default, rules: {line-length: {max: 140}, document-start: disable}}"
"""All its rules but one, and none that finds something: what it has to print would be measured as well."""
AJV = ("validate", "--spec=draft2020", "--all-errors", "--strict=false")
"""Beside what the schema says to everybody, it holds words for editors, which ajv would not have in its strict mode."""
MISTAKE = "nonsense: 1   \n"
"""At the end of a file: spaces that yamllint tells of, and a field that the schema does not have."""


@dataclass(frozen=True)
class Neighbour:
    """A tool: its name, what its command begins with, and what stands before each file."""

    name: str
    command: Command
    before_file: Command = ()

    def check(self, paths: Sequence[Path]) -> Command:
        """All files in one call."""
        return [*self.command, *(part for path in paths for part in (*self.before_file, str(path)))]


def installed(given: argparse.Namespace, folder: Path) -> Iterator[Neighbour]:
    """Those that are there, each shown to work; `folder` takes what they have to be told."""
    options = {
        "check-jsonschema": ["--schemafile", str(SCHEMA)],
        "yamllint": ["--strict", "-d", YAMLLINT],
        "spectral": ["lint", "--ruleset", str(_ruleset(folder))],
        "ajv": [*AJV, "-s", str(SCHEMA)],
    }
    for name in NAMES:
        if program := shutil.which(getattr(given, name.replace("-", "_"))):
            neighbour = Neighbour(name, [program, *options[name]], ["-d"] if name == "ajv" else [])
            yield _shown_to_work(neighbour, folder)


def _ruleset(folder: Path) -> Path:
    """One rule for Spectral: its function that applies a schema."""
    path = folder / "spectral.json"
    if not path.exists():
        options = {"schema": json.loads(SCHEMA.read_bytes()), "dialect": "draft2020-12", "allErrors": True}
        rule = {"given": "$", "severity": "error", "then": {"function": "schema", "functionOptions": options}}
        path.write_text(json.dumps({"rules": {"journey": rule}}), "utf-8")
    return path


def _shown_to_work(neighbour: Neighbour, folder: Path) -> Neighbour:
    """Nothing is found in what is sound, and the mistake in the last line of the last file is."""
    sound, broken = folder / "sound.journey.yaml", folder / "broken.journey.yaml"
    sound.write_text('title: Buying\nreviewed: "2026-09-01"\nsteps:\n  - name: Looks\n', "utf-8")
    broken.write_text(sound.read_text("utf-8") + MISTAKE, "utf-8")
    for files, code in (((sound, sound), 0), ((sound, broken), 1)):
        done = subprocess.run(neighbour.check(files), capture_output=True, text=True, env=environment(), check=False)
        if done.returncode != code or (code and broken.name not in done.stdout + done.stderr):
            sys.exit(f"{neighbour.name}: exit code {done.returncode}, not {code}: {done.stdout}{done.stderr}")
    return neighbour
