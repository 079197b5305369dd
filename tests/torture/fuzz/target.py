"""What the fuzzer calls: bytes go through `read` or `fmt`, and what does not hold is raised.

    python tests/torture/fuzz/target.py read corpus/ -dict=yaml.dict -max_total_time=600

The arguments behind the name are those of libFuzzer.
"""

import sys
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import atheris

import cjm_cli

REACHED = tuple(f"cjm_cli.{room}" for room in ("source", "model", "workspace", "lint", "tidy"))

with atheris.instrument_imports(include=list(REACHED)):
    # Whatever is imported later is not seen.
    for module in walk_packages(cjm_cli.__path__, "cjm_cli."):
        if module.name.startswith(REACHED):
            import_module(module.name)
    from cjm_cli.lint.examine import Examiner
    from cjm_cli.settings import CommandLine, settings_of
    from cjm_cli.source import Limits, read
    from cjm_cli.source.changed import same_data
    from cjm_cli.source.decode import decode
    from cjm_cli.source.lines import Lines
    from cjm_cli.tidy.tidy import Tidied, tidied
    from cjm_cli.workspace.discover import Place
    from cjm_cli.workspace.load import understood
    from cjm_cli.workspace.source_file import SourceFile
    from cjm_cli.workspace.workspace import Linker

SOURCE = SourceFile("a.journey.yaml", Path("a.journey.yaml"), "a.journey.yaml")
SETTINGS = settings_of(Place(Path("/nowhere")), CommandLine(preset="strict"))
LIMITS = SETTINGS.limits
CATALOGUE = Linker(SETTINGS.project, None, LIMITS).catalogue
EXAMINER = Examiner(LIMITS, CATALOGUE, SETTINGS.selection, frozenset({SOURCE.name}), date(2026, 5, 31))


def try_read(content: bytes) -> None:
    """Whatever the bytes, there is a model or a finding, and every finding lies within the text."""
    loaded = understood(SOURCE, content, LIMITS)
    examined = EXAMINER.examined(loaded)
    assert loaded.model is not None or examined.findings
    lines = Lines(decode(content, LIMITS)[0])
    for finding in examined.findings:
        span = finding.location.span
        assert 1 <= span.line <= span.end_line <= lines.number(len(lines.text)), finding
        assert 1 <= span.column <= len(lines.line(span.line)) + 1, finding


def try_fmt(content: bytes) -> None:
    """The new text means the same and is left alone by a second run, or nothing is written."""
    done = tidied(SOURCE, content, Limits())
    if not done.is_changed:
        return
    before, _ = read(SOURCE.name, content)
    after, _ = read(SOURCE.name, done.new)
    assert before is not None
    assert after is not None
    assert same_data(before.data, after.data)
    assert before.comments() == after.comments()
    assert tidied(SOURCE, done.new, Limits()) == Tidied(done.new, done.new)


TARGETS = {"read": try_read, "fmt": try_fmt}

if __name__ == "__main__":
    name, *options = sys.argv[1:]
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()
