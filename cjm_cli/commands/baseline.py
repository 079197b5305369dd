"""`cjm baseline`: findings that a project lives with for now, so that only new ones are told."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from cjm_cli.baseline import Baseline, baseline_path, baseline_text, load_baseline, owner
from cjm_cli.commands import _options as options
from cjm_cli.commands._today import day
from cjm_cli.errors import SettingsError, SourceError, UsageError
from cjm_cli.keys import Key, counted_keys
from cjm_cli.output import write
from cjm_cli.session import CheckedProject, Terms, open_session
from cjm_cli.summary import counted
from cjm_cli.terminal import escape
from cjm_cli.workspace.discover import source_file

EXAMPLES = """\
cjm baseline write
cjm baseline prune
cjm baseline show journeys/ --baseline known.json"""


def baseline(
    action: Annotated[str, typer.Argument(metavar="ACTION", help="One of: write, prune, show.")],
    *,
    paths: options.Paths = None,
    file: options.BaselineOption = None,
    today: options.Today = None,
    quiet: options.Quiet = 0,
    verbose: options.Verbose = 0,
) -> None:
    """Live with what is found today, and be told only what is new.

    write puts all that is found now into .cjm-baseline.yaml, where cjm validate finds it; prune takes off what was
    mended, and adds nothing; show lists the entries. An entry is a rule and a place such as checkout/stages[pay], so
    that moved lines and reordered lists change nothing. Without the whole project, other files' entries stay.
    """
    act = ACTIONS[options.chosen("action", action, ACTIONS)]
    voice = options.Voice(quiet, verbose)
    terms = Terms(no_baseline=True, baseline=file, today=day(today))
    session = open_session(paths or [options.HERE], None, voice.log, terms=terms)
    if session.unusable:
        raise SettingsError(", ".join(session.unusable))
    for project in session.projects:
        act(Ledger.of(project, file), voice)


@dataclass(frozen=True)
class Ledger:
    """What is found in a project now, and what its baseline has of the same files and of others."""

    path: Path
    found: Counter[Key]
    before: Baseline | None
    others: Counter[Key]
    """Entries of files that were not looked at."""

    @classmethod
    def of(cls, project: CheckedProject, named: Path | None) -> "Ledger":
        """Compares."""
        path, _ = baseline_path(project.place.root, named, project.settings.project.baseline)
        rules = project.settings.selection.rules
        lasting = (finding for finding in project.findings if rules[finding.rule].can_be_silenced)
        before = load_baseline(source_file(path, project.place.root)) if path.exists() else None
        unseen = _unseen(project)
        others = {key: n for key, n in before.counts.items() if owner(key[1], unseen)} if before else {}
        return cls(path, counted_keys(lasting, project.ids), before, Counter(others))

    @property
    def kept(self) -> Counter[Key]:
        """The entries that are still needed, with no higher count than is."""
        before = self.before.counts if self.before else Counter[Key]()
        return (before & self.found) | self.others

    def write(self, counts: Mapping[Key, int], voice: options.Voice) -> None:
        """Writes the file, and says how much is in it."""
        text = baseline_text(counts, as_json=self.path.suffix == ".json")
        path = write(self.path, text.encode())
        voice.note(f"{counted(sum(counts.values()), 'finding')} in {source_file(path, path.parent).name}.")


def _unseen(project: CheckedProject) -> list[str]:
    """The ids of files of the project that were not asked for."""
    asked = {file.name for file in project.files}
    return [id_ for name, id_ in project.ids.items() if name not in asked]


def _write(ledger: Ledger, voice: options.Voice) -> None:
    ledger.write(ledger.found + ledger.others, voice)


def _prune(ledger: Ledger, voice: options.Voice) -> None:
    if ledger.before is None:
        raise _missing(ledger)
    ledger.write(ledger.kept, voice)


def _show(ledger: Ledger, voice: options.Voice) -> None:
    if ledger.before is None:
        raise _missing(ledger)
    counts = ledger.before.counts
    voice.data("".join(f"{escape(path)}: {rule}{_times(counts[rule, path])}\n" for path, rule in _by_path(counts)))
    idle = sum((counts - ledger.kept).values())
    told = f"{counted(counts.total(), 'finding')} in {ledger.before.file.name}"
    voice.note(f"{told}, {idle} of them mended; see: cjm baseline prune" if idle else f"{told}.")


def _by_path(counts: Mapping[Key, int]) -> Sequence[tuple[str, str]]:
    return sorted((path, rule) for rule, path in counts)


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""


def _missing(ledger: Ledger) -> SourceError | UsageError:
    name = source_file(ledger.path, ledger.path.parent).name
    return UsageError(f"there is no baseline at {name}", "write one with: cjm baseline write")


ACTIONS: Mapping[str, Callable[[Ledger, options.Voice], None]] = {"write": _write, "prune": _prune, "show": _show}
