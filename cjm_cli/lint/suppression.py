"""Which findings the comments of a project silence, and which of these comments are of no use."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cjm_cli.finding import Finding, Fix, Location, Patch, Safety
from cjm_cli.lint.rule import Rule
from cjm_cli.lint.selection import ActiveRule, Selection
from cjm_cli.lint.stretches import Rank, Stretches
from cjm_cli.source.suppression import IGNORE, IGNORE_FILE, WORDS, Area, Name, Suppression
from cjm_cli.span import Span
from cjm_cli.suggest import Guesses, hint, nearest
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Workspace

ALL_RULES = "cjm rules lists them all"
BLANKET, UNKNOWN, UNUSED = "blanket-suppression", "unknown-rule", "unused-suppression"


@dataclass
class FileComments:
    """The comments of one file; `used` are those, by their index and that of the name, that silenced something."""

    path: str
    suppressions: Sequence[Suppression]
    active: Mapping[str, ActiveRule]
    linted: bool
    used: set[tuple[int, int]] = field(default_factory=set)

    def silence(self, finding: Finding) -> bool:
        """Whether a comment covers the finding; the one that reaches least far is the one that was meant."""
        naming = self._by_rule.get(finding.rule)
        meant = naming and naming.least((finding.location.span.line, finding.location.span.column))
        if meant:
            self.used.add(meant[1])
        return bool(meant)

    @cached_property
    def _by_rule(self) -> dict[str, Stretches]:
        """How far comments that name a rule reach, by rule; a name counts where it stands first in its comment."""
        found: dict[str, list[tuple[Area, Rank]]] = {}
        for index, suppression in enumerate(self.suppressions):
            for text, position in _firsts(suppression.names).items():
                rank = suppression.reach, (index, position)
                found.setdefault(text, []).extend((area, rank) for area in suppression.areas)
        return {text: Stretches(areas) for text, areas in found.items()}


@dataclass
class Ledger:
    """Takes the files as they come, lets pass what no comment silences, and in the end says which comments are idle."""

    selection: Selection
    silenced: int = 0
    _files: dict[str, FileComments] = field(default_factory=dict)
    _guesses: Guesses = field(default_factory=Guesses)

    def add(self, source: SourceFile, suppressions: Sequence[Suppression], *, linted: bool) -> None:
        """Takes note of a file's comments; `linted` when rules could look at it."""
        if suppressions and source.has_comments:
            active = self.selection.for_file(source.inside)
            self._files[source.name] = FileComments(source.name, suppressions, active, linted)

    def left(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings that no comment silences."""
        for finding in findings:
            file = self._files.get(finding.location.path)
            if file and self._can_be_silenced(finding.rule) and file.silence(finding):
                self.silenced += 1
            else:
                yield finding

    def complaints(self, *, complete: bool) -> Iterator[Finding]:
        """What is wrong with the comments; `complete` says whether rules that look at the whole project had it all."""
        for file in self._files.values():
            for index, suppression in enumerate(file.suppressions):
                yield from self._about_form(file, suppression)
                unused = [name for at, name in enumerate(suppression.names) if (index, at) not in file.used]
                idle = {name for name in unused if self._is_idle(file, suppression, name, complete=complete)}
                for at in _firsts(unused).values():
                    yield from self._about_name(file, suppression, unused[at], idle)

    def _can_be_silenced(self, rule: str) -> bool:
        return rule in self.selection.rules and self.selection.rules[rule].can_be_silenced

    def _about_form(self, file: FileComments, suppression: Suppression) -> Iterator[Finding]:
        """A comment that could silence nothing, whatever it names."""
        span = suppression.span
        if suppression.word not in WORDS:
            meant = nearest(suppression.word, WORDS) or IGNORE
            message = f'"{suppression.word}" means nothing to cjm, so this comment silences nothing'
            yield from _finding(file, UNUSED, message, span, help_=f'did you mean "# cjm: {meant}[rule] reason"?')
        elif not suppression.names:
            message = "the comment names no rule"
            help_ = f"name what may be ignored: # cjm: {suppression.word}[rule] reason"
            yield from _finding(file, BLANKET, message, span, help_=help_)

    def _is_idle(self, file: FileComments, suppression: Suppression, name: Name, *, complete: bool) -> bool:
        """Whether a name that silenced nothing names a rule that could have found something."""
        rule = self.selection.rules.get(name.text)
        if suppression.word not in WORDS or rule is None:
            return False
        return not rule.can_be_silenced or _ran(file, rule, complete=complete)

    def _about_name(
        self, file: FileComments, suppression: Suppression, name: Name, idle: Collection[Name]
    ) -> Iterator[Finding]:
        """A name that silenced nothing; `idle` are those of its comment that may go."""
        rule = self.selection.rules.get(name.text)
        if rule is None and suppression.word in WORDS:
            help_ = unknown_rule_help(name.text, self.selection.rules, self._guesses)
            yield from _finding(file, UNKNOWN, f'unknown rule "{name.text}"', name.span, help_=help_)
        elif name in idle and rule is not None:
            patch = Patch(file.path, (suppression.without(idle),))
            fix = Fix("delete what is idle in the comment", Safety.SAFE, (patch,))
            message, help_ = _idle(rule, suppression)
            yield from _finding(file, UNUSED, message, name.span, help_=help_, fix=fix)


def _firsts(names: Sequence[Name]) -> dict[str, int]:
    """Where each text stands first."""
    found: dict[str, int] = {}
    for position, name in enumerate(names):
        found.setdefault(name.text, position)
    return found


def unknown_rule_help(name: str, rules: Mapping[str, Rule], guesses: Guesses) -> str:
    """The way out for a name that no rule has; of very many, no more likely ones are looked for."""
    return guesses.of(name, lambda: _likely(name, rules)) or ALL_RULES


def _likely(name: str, rules: Mapping[str, Rule]) -> str:
    if name in {rule.family for rule in rules.values()}:
        return "this is a family; name its rules one by one"
    return hint(nearest(name, rules))


def _ran(file: FileComments, rule: Rule, *, complete: bool) -> bool:
    """Whether the rule looked for all that it could find in the file."""
    needs_all = any(Workspace in check.looks_at for check in rule.checks)
    return file.linted and rule.name in file.active and (complete or not needs_all)


def _idle(rule: Rule, suppression: Suppression) -> tuple[str, str]:
    """What to say of a name that silences nothing, and the way out."""
    if not rule.can_be_silenced:
        return f'"{rule.name}" cannot be silenced by a comment', "correct what it finds, and delete this name"
    message = f'"{rule.name}" finds nothing here'
    if suppression.areas:
        return message, "delete it"
    if suppression.word == IGNORE_FILE:
        return message, "a comment for the whole file stands before the first key"
    return message, "no entry or item follows that it could mean; delete it"


def _finding(
    file: FileComments, rule: str, message: str, span: Span, *, help_: str, fix: Fix | None = None
) -> Iterator[Finding]:
    active = file.active.get(rule)
    if active is not None:
        yield Finding(Location(file.path, span), rule, message, active.severity_for(None), help=help_, fix=fix)
