"""`--add-ignore=REASON`: a comment for every finding that a comment can silence, in the files themselves."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cjm_cli.commands._rewrites import write_all
from cjm_cli.errors import UsageError
from cjm_cli.files import read_file
from cjm_cli.finding import Finding
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.output import Rewrite
from cjm_cli.reports import Source, Sources
from cjm_cli.session import STDIN
from cjm_cli.source import read
from cjm_cli.source.changed import same_data
from cjm_cli.source.read import rewritten
from cjm_cli.summary import counted


@dataclass(frozen=True)
class Added:
    """How many findings got a comment, in how many files, and which files could not be given one."""

    findings: int
    files: int
    refused: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """For a person."""
        told = f"Silenced {counted(self.findings, 'finding')} in {counted(self.files, 'file')}."
        return f"{told} Left alone: {', '.join(self.refused)}." if self.refused else told


def check_reason(reason: str, paths: Sequence[Path]) -> str:
    """The reason, fit for a comment. Raises UsageError when it is none, or when there is no file to write to."""
    if STDIN in paths:
        raise UsageError("--add-ignore writes to files, and standard input is none", "name the file")
    words = " ".join(reason.split())
    if not words or not words.isprintable():
        raise UsageError("--add-ignore needs a reason", 'such as --add-ignore="until the interviews in May"')
    return words


def add_ignores(findings: Iterable[Finding], sources: Sources, reason: str) -> Added:
    """Writes the comments. A file whose meaning they would change is left as it is."""
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.rule in all_rules() and all_rules()[finding.rule].can_be_silenced:
            by_path[finding.location.path].append(finding)
    done = {path: _added(sources.files, path, found, reason) for path, found in sorted(by_path.items())}
    written = {path: change for path, change in done.items() if change}
    write_all(dict(written.values()))
    refused = tuple(path for path in done if path not in written)
    return Added(sum(len(by_path[path]) for path in written), len(written), refused)


def _added(files: Mapping[str, Source], path: str, findings: list[Finding], reason: str) -> tuple[Path, Rewrite] | None:
    source = files.get(path)
    if source is None or not source.file.has_comments:
        return None
    content = read_file(source.file.path)
    after = _commented(source, content, findings, reason)
    return (source.file.path, Rewrite(content, after)) if after is not None else None


def _commented(source: Source, content: bytes, findings: list[Finding], reason: str) -> bytes | None:
    """The file with the comments; None when it would not mean the same."""
    document, _ = read(source.file.name, content, source.limits)
    if document is None:
        return None
    spans = ((finding.location.span, finding.rule) for finding in findings)
    text = document.with_comments((((span.line, span.column), rule) for span, rule in spans), reason)
    content = rewritten(content, document.text, text)
    after, _ = read(source.file.name, content, source.limits)
    return content if after is not None and same_data(document.data, after.data) else None
