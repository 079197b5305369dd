"""From what was asked for on the command line to checked projects: find, settle, read, link, lint."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from cjm_cli.aside import Known, set_aside
from cjm_cli.baseline import Baseline, baseline_path, load_baseline
from cjm_cli.cache import CacheBy
from cjm_cli.each import Each, by_jobs
from cjm_cli.errors import SourceError, UsageError
from cjm_cli.finding import Finding
from cjm_cli.keys import Key, counted_keys
from cjm_cli.lint.check import ExamineAll, check, each_anew
from cjm_cli.lint.examine import Examiner
from cjm_cli.lint.selection import ActiveRule
from cjm_cli.reports import Source, Sources
from cjm_cli.settings import NOTHING_TOLD, CommandLine, Settings, settings_of
from cjm_cli.summary import NONE_ASIDE, Aside
from cjm_cli.workspace.discover import NO_CONTENTS, Contents, Place, discover, places, project_root
from cjm_cli.workspace.source_file import PROJECT_FILE, SourceFile
from cjm_cli.workspace.workspace import Linker, Workspace

STDIN = Path("-")
"""The path that stands for standard input."""
UNNAMED = Path("stdin.journey.yaml")
"""The name of what comes from standard input, unless told."""

MANY_TO_REMEMBER = 50
"""From so many files on, looking up earlier results is worth it."""

Log = Callable[[str], None]


@dataclass(frozen=True)
class Terms:
    """How to check, beside what the settings say: other rules, and what is known already and need not be told."""

    rules: CommandLine = NOTHING_TOLD
    baseline: Path | None = None
    no_baseline: bool = False
    new_since: str | None = None
    today: date | None = None
    """The day to compare dates with; without one, nothing is ever late."""
    jobs: int | None = 1
    """How many processes examine the files; None for as many as are worth it."""
    cache_by: CacheBy | None = None
    """What tells that a file has not changed since an earlier run; None to examine every file."""
    examine_all: ExamineAll | None = None
    """What examines the files instead, whatever is said of processes and earlier runs."""


TERMS = Terms()


@dataclass(frozen=True)
class CheckedProject:
    """One project: its settings, the files of it that were asked for, and what was found in them.

    `workspace` is None when the settings cannot be used: then no other file was looked at.
    """

    place: Place
    settings: Settings
    files: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]
    workspace: Workspace | None
    aside: Aside = NONE_ASIDE
    baseline: Baseline | None = None

    @property
    def ids(self) -> dict[str, str]:
        """The id of what each file holds, by the file's name."""
        return {source.file.name: source.id for source in self.sources()}

    @property
    def maps(self) -> list[SourceFile]:
        """The files that were asked for, without the settings."""
        return [file for file in self.files if file != self.settings.file]

    def sources(self) -> Iterator[Source]:
        """Every file that a finding may lie in or point to."""
        ids = self.workspace.ids if self.workspace else {}
        settings = (*([self.settings.file] if self.settings.file else []), *self.settings.extended)
        baseline = [self.baseline.file] if self.baseline else []
        for file in {*self.files, *ids, *settings, *baseline}:
            yield Source(file, ids.get(file, file.default_id), self.settings.limits)


@dataclass(frozen=True)
class Session:
    """Every project that was asked for, checked."""

    projects: tuple[CheckedProject, ...]

    @cached_property
    def findings(self) -> list[Finding]:
        """What was found, by place."""
        return sorted(finding for project in self.projects for finding in project.findings)

    @cached_property
    def unusable(self) -> list[str]:
        """The files of settings that hold mistakes."""
        spoilt = (project for project in self.projects if project.workspace is None)
        return sorted({finding.location.path for project in spoilt for finding in project.findings})

    @property
    def is_empty(self) -> bool:
        """Whether no file was named, and the folders held neither a journey nor a persona."""
        return not any(project.workspace is None or project.place.files or project.maps for project in self.projects)

    @property
    def size(self) -> int:
        """How many files the projects hold."""
        return sum(len(project.workspace.ids) for project in self.projects if project.workspace)

    @cached_property
    def sources(self) -> Sources:
        """The texts behind the findings."""
        by_name = {source.file.name: source for project in self.projects for source in project.sources()}
        return Sources(by_name, tuple(sorted(file.name for project in self.projects for file in project.files)))

    @property
    def aside(self) -> Aside:
        """How many findings are not told, and why."""
        return sum((project.aside for project in self.projects), Aside())

    @property
    def rules(self) -> Mapping[str, ActiveRule]:
        """The rules that are in force in any of the projects."""
        return {name: rule for project in self.projects for name, rule in project.settings.selection.active.items()}


def open_session(
    paths: Sequence[Path],
    stdin_name: Path | None,
    log: Log,
    *,
    terms: Terms = TERMS,
    contents: Contents = NO_CONTENTS,
) -> Session:
    """Checks what lies at the paths, or what `contents` says in its place.

    Raises SourceError, before anything is read, when one of the paths is not there.
    """
    if STDIN in paths:
        place = place_of_stdin(paths, stdin_name)
        (path,) = place.files
        if path.name == PROJECT_FILE:
            raise UsageError(f"{PROJECT_FILE} cannot come from standard input", "write it to disk first")
        if path not in contents:
            log("reading standard input")
            contents = {**contents, path: standard_input()}
        return Session((_checked(place._replace(contents=contents), log, terms),))
    refuse_name(stdin_name)
    found = places(paths)
    if terms.baseline and len(found) > 1:
        raise UsageError(f"--baseline is for one project, and here are {len(found)}", "check one at a time")
    return Session(tuple(_checked(place._replace(contents=contents), log, terms) for place in found))


def refuse_name(stdin_name: Path | None) -> None:
    """There is no standard input to name."""
    if stdin_name is not None:
        raise UsageError("--stdin-filename names what comes from standard input", 'give "-" as the path')


def place_of_stdin(paths: Sequence[Path], name: Path | None) -> Place:
    """Where the file would lie that comes from standard input."""
    path = Path(os.path.abspath(name or UNNAMED))  # noqa: PTH100 (a link in the path stays one)
    if len(paths) > 1:
        raise UsageError('"-" is standard input', "give it alone")
    return Place(project_root(path.parent), files=(path,))


def standard_input() -> bytes:
    """All of it."""
    if sys.stdin is None:
        raise SourceError("standard input", "it is closed")
    return sys.stdin.buffer.read()


def _checked(place: Place, log: Log, terms: Terms) -> CheckedProject:
    settings = settings_of(place, terms.rules)
    log(f"settings: {settings.file.name if settings.file else 'none, so the defaults'}")
    if settings.findings:
        assert settings.file is not None
        return CheckedProject(place, settings, (settings.file,), settings.findings, None)
    files = discover(place, settings.choice)
    there = [*files, settings.file] if settings.file else files
    wanted = [file for file in there if place.covers(file.path)]
    log(f"files to check: {len(wanted)} of {len(there)}, rules in force: {len(settings.selection.active)}")
    linker = Linker(settings.project, settings.file, settings.limits)
    names = frozenset(file.name for file in wanted)
    examiner = Examiner(settings.limits, linker.catalogue, settings.selection, names, terms.today)
    examine_all = terms.examine_all or _examine_all(len(files), settings, terms, log)
    checked = check(linker, files, examiner, settings=settings.sound, examine_all=examine_all)
    project = CheckedProject(place, settings, tuple(sorted(wanted)), checked.findings, checked.workspace)
    whole = checked.workspace.complete and len(project.maps) == len(files)
    return _without_known(replace(project, aside=Aside(checked.silenced)), terms, whole=whole)


def _examine_all(files: int, settings: Settings, terms: Terms, log: Log) -> ExamineAll:
    each = by_jobs(terms.jobs, files)
    remembers = terms.cache_by is not None and files >= MANY_TO_REMEMBER
    return _remembered(settings, terms, each, log) if remembers else partial(each_anew, each)


def _remembered(settings: Settings, terms: Terms, each: Each, log: Log) -> ExamineAll:
    # Here, because small projects do without results of earlier runs.
    from cjm_cli.cache.remembered import Remembered
    from cjm_cli.cache.run import FILE, cache_folder, run_key
    from cjm_cli.cache.store import Store

    folder = cache_folder(os.environ)
    if folder is None or terms.cache_by is None:
        return partial(each_anew, each)
    files = (*([settings.file] if settings.file else []), *settings.extended)
    key = run_key(settings.root, (terms.rules, terms.today), {file.name: file.read() for file in files})
    return Remembered(Store(folder / FILE, key), terms.cache_by, each, log).examine_all


def _without_known(project: CheckedProject, terms: Terms, *, whole: bool) -> CheckedProject:
    """Leaves out what the baseline forgives and what an earlier revision has; `whole` when nothing was left unread."""
    settings = project.settings
    baseline = _baseline(project, terms)
    earlier = _earlier(project, terms.new_since, terms.today) if terms.new_since is not None else Counter[Key]()
    if baseline is None and terms.new_since is None:
        return project
    known = Known(baseline.counts if baseline else Counter(), earlier)
    told = set_aside(project.findings, known, project.ids, settings.selection.rules)
    unused: Iterable[Finding] = ()
    if baseline is not None and whole and terms.new_since is None:
        unused = baseline.unused(counted_keys(project.findings, project.ids), settings.selection)
    aside = project.aside + Aside(0, told.forgiven, told.earlier)
    return replace(project, findings=tuple(sorted((*told.findings, *unused))), aside=aside, baseline=baseline)


def _earlier(project: CheckedProject, revision: str, today: date | None) -> Counter[Key]:
    # Here, because calling other programs takes a module that hardly any run needs.
    from cjm_cli.history.earlier import findings_at

    return findings_at(revision, project.place, project.settings, today=today)


def _baseline(project: CheckedProject, terms: Terms) -> Baseline | None:
    path, required = baseline_path(project.place.root, terms.baseline, project.settings.project.baseline)
    if terms.no_baseline or not (required or path.exists()):
        return None
    return load_baseline(project.place.source(path))
