"""A rule's docstring, taken apart: what `cjm explain` shows and what the tests run."""

import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent

from cjm_cli.lint.rule import Rule

ONE_FILE = "example.journey.yaml"
"""The name of an example that is a single file."""

_SECTION = re.compile(r"^(Source|Bad|Good|Options):[ \t]*", re.MULTILINE)
_FILE = re.compile(r"^# file: (.+)\n", re.MULTILINE)
_OPTION = re.compile(r"^(\w+): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Documentation:
    """What a rule says of itself. Examples are files by their names, options their meanings by name."""

    summary: str
    why: str
    source: str
    bad: Mapping[str, str]
    good: Mapping[str, str]
    options: Mapping[str, str]


def documentation(rule: Rule) -> Documentation:
    """The documentation of a rule; a part that the docstring lacks is empty."""
    head, *rest = _SECTION.split(inspect.cleandoc(rule.docstring))
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    summary, _, why = head.partition("\n")
    return Documentation(
        summary=summary,
        why=why.strip(),
        source=" ".join(parts.get("Source", "").split()),
        bad=_files(parts.get("Bad", "")),
        good=_files(parts.get("Good", "")),
        options=dict(_OPTION.findall(dedent(parts.get("Options", "").strip("\n")))),
    )


def _files(example: str) -> dict[str, str]:
    """The files of an example, each headed by `# file: name`; without such a line it is one journey."""
    text = dedent(example.strip("\n")).strip() + "\n"
    if not text.strip():
        return {}
    before, *rest = _FILE.split(text)
    files = dict(zip(rest[::2], rest[1::2], strict=True))
    return files or {ONE_FILE: before}
