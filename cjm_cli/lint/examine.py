"""A single file: read, validated, linted, and let go; what is left of it is small enough to travel between processes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from cjm_cli.finding import Finding
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.run import lint_file, lint_parts
from cjm_cli.lint.selection import Selection
from cjm_cli.model.catalogue import Catalogue
from cjm_cli.source.limits import Limits
from cjm_cli.source.suppression import Suppression
from cjm_cli.workspace.introduction import Introduction, introduced
from cjm_cli.workspace.load import Loaded, content_of, load, understood
from cjm_cli.workspace.source_file import SourceFile


@dataclass(frozen=True)
class Examined:
    """What is left of a file: its introduction to the others, and, where somebody asked for it, what was found in it."""

    source: SourceFile
    introduction: Introduction
    findings: tuple[Finding, ...] = ()
    """Those that its comments silence included."""
    suppressions: tuple[Suppression, ...] = ()
    stamp: bytes = b""
    """What the content is known by, where somebody wants to know."""


@dataclass(frozen=True)
class Examiner:
    """What a file is examined by; `wanted` are the names of the files to report on."""

    limits: Limits
    catalogue: Catalogue
    selection: Selection
    wanted: frozenset[str]
    today: date | None = None
    stamp: Callable[[bytes], bytes] | None = None
    """Makes of a content what it is known by."""

    def examine(self, source: SourceFile) -> Examined:
        """A file that is still to be read."""
        if self.stamp is None:
            return self.examined(load(source, self.limits))
        try:
            content = content_of(source, self.limits)
        except OSError:
            return self.examined(load(source, self.limits))
        return replace(self.examined(understood(source, content, self.limits)), stamp=self.stamp(content))

    def examined(self, loaded: Loaded) -> Examined:
        """A file that was read."""
        if loaded.source.name not in self.wanted:
            return Examined(loaded.source, introduced(loaded))
        suppressions = loaded.document.suppressions() if loaded.document else ()
        findings = (*loaded.findings, *self._linted(loaded))
        return Examined(loaded.source, introduced(loaded), findings, tuple(suppressions))

    def _linted(self, loaded: Loaded) -> list[Finding]:
        if loaded.model is None or loaded.document is None:
            return []
        facts = Facts(loaded.model, self.catalogue, loaded.anatomy, self.today)
        inside = loaded.source.inside
        active, parts = self.selection.for_file(inside), self.selection.parts(inside)
        if parts:
            return lint_parts(facts, loaded.document, active, parts)
        return lint_file(facts, loaded.document, active.values())
