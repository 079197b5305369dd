"""Runs several commands of `cjm` in one process, each in its folder, with files in place of its standard streams.

It reads one JSON object, the arguments of `main`, and answers with the exit codes. `without` switches one kind of escaping off
before anything else is imported: what judges an output has to notice.
"""

import importlib
import io
import json
import os
import re
import sys

ANYTHING = re.compile(r"(?i)\b(?:https?|mailto|javascript|data|vbscript|file):\S+")

OFF = {
    "hidden characters": [("cjm_cli.characters", "show_hidden", lambda text, **_: text)],
    "terminal": [("cjm_cli.terminal", "escape", lambda text: text)],
    "html": [("markupsafe", "_escape_inner", lambda text: text)],
    "xml": [
        ("xml.sax.saxutils", "escape", lambda text, *_: text),
        ("xml.sax.saxutils", "quoteattr", lambda text, *_: f'"{text}"'),
    ],
    "markdown": [("cjm_cli.markup.markdown", "escape", lambda text: text)],
    "mermaid": [("cjm_cli.markup.mermaid", "escape", lambda text: text)],
    "dot": [("cjm_cli.markup.dot", "_escaped", lambda text: text)],
    "table": [("cjm_cli.measure.tell_stats", "_safe", lambda value: value)],
    "log": [("cjm_cli.reports._workflow", "command", lambda level, _, *texts: f"::{level}::{' '.join(texts)}\n")],
    "link": [("cjm_cli.markup.html", "_is_safe", lambda _: True), ("cjm_cli.markup.html", "_ADDRESS", ANYTHING)],
    "name": [("cjm_cli.source.slug", "slug", lambda text: text), ("cjm_cli.source", "slug", lambda text: text)],
    "json": [
        ("json", "dumps", lambda value, **_: str(value)),
        ("json", "dump", lambda value, into, **_: into.write(str(value))),
    ],
}


def main(
    *, commands: list[list[str]], files: list[list[str]], folders: list[str] | None = None, without: str = ""
) -> None:
    for module, name, instead in OFF.get(without, ()):
        setattr(importlib.import_module(module), name, instead)
    from cjm_cli.cli import run

    streams = sys.stdout, sys.stderr
    codes = []
    for command, folder, pair in zip(commands, folders or ["."] * len(commands), files, strict=True):
        os.chdir(folder)
        codes.append(_told(run, command, pair))
    sys.stdout, sys.stderr = streams
    sys.stdout.write(repr(codes))


def _told(run, command: list[str], files: list[str]) -> int:
    with _written(files[0]) as sys.stdout, _written(files[1]) as sys.stderr:
        return run(command)


def _written(file: str) -> io.TextIOWrapper:
    """A stream in the encoding that the surroundings ask for."""
    return io.TextIOWrapper(io.FileIO(file, "w"), encoding=sys.__stdout__.encoding, newline="\n")


if __name__ == "__main__":
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    main(**json.loads(sys.stdin.buffer.read()))
