"""The findings that a project lives with for now, as a file: by rule and logical path, sorted, with counts.

It is read by the reader of journeys, so that an entry has a place; JSON is read as the YAML that it is.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from cjm_cli.change import Change, Remove, Replace
from cjm_cli.errors import SourceError, reason
from cjm_cli.finding import Finding, Location, Safety
from cjm_cli.keys import Key
from cjm_cli.lint.selection import Selection
from cjm_cli.source import Document, Limits, Scalar, read
from cjm_cli.source.quote import double_quoted, escaped
from cjm_cli.workspace.source_file import SourceFile

DEFAULT_FILE = ".cjm-baseline.yaml"
"""Its name in the project's folder, unless told; when it is there it counts."""
UNUSED = "unused-baseline-entry"
VERSION = 1
HEAD = "# Findings that this project lives with for now. See: cjm baseline --help\n"
ANEW = "write it anew with: cjm baseline write"

# Our own file grows with the project, not with one author's map.
_LIMITS = Limits(file_bytes=1 << 25, depth=8, values=1 << 19, aliases=0, expanded_values=1 << 19)


@dataclass(frozen=True)
class Baseline:
    """What is forgiven, and where that stands."""

    file: SourceFile
    counts: Counter[Key]
    document: Document

    def unused(self, found: Mapping[Key, int], selection: Selection) -> Iterator[Finding]:
        """A finding for each entry that forgives more than there is; of a rule that is off nothing can be said."""
        active = selection.active.get(UNUSED)
        idle = {key: found.get(key, 0) for key in sorted(self.counts) if found.get(key, 0) < self.counts[key]}
        for (rule, path), left in idle.items():
            if active is not None and (rule in selection.everywhere or rule not in selection.rules):
                route = ("findings", rule, path)
                location = Location(self.document.path, self.document.span(route, key=True))
                message = _unused_message(rule, self.counts[rule, path], left, known=rule in selection.rules)
                help_ = "take it off the list with: cjm baseline prune"
                fix = self.document.fix(Safety.SAFE, self._pruning((rule, path), idle))
                yield Finding(location, UNUSED, message, active.severity_for(None), help=help_, fix=fix)

    def _pruning(self, key: Key, idle: Mapping[Key, int]) -> Change:
        """The entry goes, or its count; with the last entry of a rule the rule goes, and with the last of all the list."""
        rule, path = key
        if idle[key]:
            count = Scalar(str(idle[key]), idle[key])
            return Replace(("findings", rule, path), str(self.counts[key]), count)
        left = {other for other in self.counts if idle.get(other) != 0}
        if any(other[0] == rule for other in left):
            return Remove(("findings", rule, path))
        return Remove(("findings", rule) if left else ("findings",))


def _unused_message(rule: str, count: int, left: int, *, known: bool) -> str:
    if not known:
        return f'there is no rule "{rule}"'
    return f'"{rule}" finds nothing here any more' if not left else f'"{rule}" finds {left} here, not {count}'


def load_baseline(file: SourceFile) -> Baseline:
    """Reads the file. Raises SourceError when it is not there, or no baseline."""
    try:
        content = file.read(_LIMITS.file_bytes + 1)
    except OSError as error:
        raise SourceError(file.name, reason(error)) from error
    document, findings = read(file.name, content, _LIMITS)
    if document is None:
        span = findings[0].location.span
        raise SourceError(f"{file.name}:{span.line}:{span.column}", findings[0].message)
    return Baseline(file, Counter(dict(_entries(document))), document)


def _entries(document: Document) -> Iterator[tuple[Key, int]]:
    data: dict[str, Any] = document.data if isinstance(document.data, dict) else {}
    version, rules = data.get("baseline"), data.get("findings")
    if version != str(VERSION) or not isinstance(rules, dict | None):
        raise SourceError(document.path, f"it is no baseline that this version of cjm knows; {ANEW}")
    for rule, paths in (rules or {}).items():
        entries: dict[str, Any] = paths if isinstance(paths, dict) else {"": None}
        for path, count in entries.items():
            if not _is_count(count):
                span = document.span(("findings", rule, path))
                where = f"{document.path}:{span.line}:{span.column}"
                raise SourceError(where, f"an entry is a path and a number; {ANEW}")
            yield (rule, path), int(count.value)


def _is_count(value: Any) -> bool:
    return isinstance(value, Scalar) and isinstance(value.value, int) and value.value > 0


def baseline_text(counts: Mapping[Key, int], *, as_json: bool) -> str:
    """The file, the same for the same findings whatever their order."""
    rules = {
        rule: {path: counts[rule, path] for _, path in keys}
        for rule, keys in groupby(sorted(key for key, count in counts.items() if count > 0), key=lambda key: key[0])
    }
    if as_json:
        return escaped(json.dumps({"baseline": VERSION, "findings": rules}, indent=2, ensure_ascii=False)) + "\n"
    return "".join((HEAD, f"baseline: {VERSION}\n", *_yaml(rules)))


def _yaml(rules: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    yield "findings:\n" if rules else "findings: {}\n"
    for rule, paths in rules.items():
        yield f"  {rule}:\n"
        yield from (f"    {double_quoted(path)}: {count}\n" for path, count in paths.items())


def owner(path: str, ids: Iterable[str]) -> str | None:
    """Of these ids the one that a path begins with."""
    return next((id_ for id_ in ids if path == id_ or path.startswith(f"{id_}/")), None)


def baseline_path(root: Path, named: Path | None, setting: str | None) -> tuple[Path, bool]:
    """Where the baseline of a project is, and whether it has to be there: what was named on the command line has to."""
    if named is not None:
        return named.absolute(), True
    return root / (setting or DEFAULT_FILE), False
