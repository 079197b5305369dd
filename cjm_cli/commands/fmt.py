"""`cjm fmt`: every file in the one form, so that a change shows what changed and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from cjm_cli import colour
from cjm_cli.commands import _options as options
from cjm_cli.commands._rewrites import diff as diff_of
from cjm_cli.commands._rewrites import write_all
from cjm_cli.each import Each, by_jobs, one_by_one
from cjm_cli.errors import UsageError, reason
from cjm_cli.output import Rewrite
from cjm_cli.reports import Context, Source, Sources
from cjm_cli.session import STDIN, place_of_stdin, refuse_name, standard_input
from cjm_cli.settings import Settings, settings_of
from cjm_cli.source import Limits
from cjm_cli.streams import write_bytes, write_err
from cjm_cli.summary import counted
from cjm_cli.terminal import escape
from cjm_cli.tidy.tidy import Tidied, tidied
from cjm_cli.workspace.discover import Place, discover, places
from cjm_cli.workspace.load import content_of
from cjm_cli.workspace.source_file import SourceFile

EXAMPLES = """\
cjm fmt
cjm fmt --check journeys/
cjm fmt --diff journeys/checkout.journey.yaml
cjm fmt - --stdin-filename journeys/checkout.journey.yaml < draft.yaml"""

DONE, FOUND, FAILED = 0, 1, 2

Check = Annotated[bool, typer.Option("--check", help="Write nothing; fail when a file is not in that form.")]
Diff = Annotated[bool, typer.Option("--diff", help="Show what would change, and write nothing.")]


def fmt(
    *,
    paths: options.Paths = None,
    check: Check = False,
    diff: Diff = False,
    jobs: options.Jobs = None,
    allow_empty: options.AllowEmpty = False,
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = 0,
    verbose: options.Verbose = 0,
    color: options.Color = colour.Choice.AUTO,
) -> int:
    """Write files in one form: layout, order of keys, quotes.

    The data stays the same, and so do comments and line ends. A file that is not YAML, or in a form
    that cannot be rewritten safely, is named and left alone. Exits with 0 when all is done, 1 when --check or --diff
    finds something to change, 2 when a file was left alone.
    """
    voice = options.Voice(quiet, verbose, color)
    done = (
        _of_stdin(paths, stdin_filename)
        if paths and STDIN in paths
        else _of_paths(paths, stdin_filename, voice, jobs=jobs)
    )
    if not (done.files or allow_empty):
        raise options.nothing_in(paths or [options.HERE], options.LETS_PASS)
    done.tell_failures(voice)
    if diff:
        voice.data(diff_of(done.rewrites))
    if check and not diff:
        voice.data(
            "".join(f"Would reformat: {escape(file.name)}\n" for file, result in done.files if result.is_changed)
        )
    is_read_only = check or diff
    if not is_read_only and done.is_stdin:
        write_bytes(done.files[0][1].new)
    elif not is_read_only:
        write_all(done.rewrites)
    if is_read_only or not done.is_stdin:
        voice.note(done.summary(is_read_only=is_read_only))
    return done.exit_code(is_read_only=is_read_only)


@dataclass
class _Done:
    """The files that were looked at, each with what became of it, and how much of each is read."""

    files: list[tuple[SourceFile, Tidied]] = field(default_factory=list)
    limits: dict[str, Limits] = field(default_factory=dict)
    is_stdin: bool = False

    def add(self, files: Sequence[SourceFile], limits: Limits, each: Each = one_by_one) -> None:
        """Puts files into their form, in memory."""
        self.limits |= dict.fromkeys((file.name for file in files), limits)
        self.files += zip(files, each(partial(_tidied, limits=limits), files), strict=True)

    @property
    def rewrites(self) -> dict[Path, Rewrite]:
        """What is to be written."""
        return {file.path: Rewrite(result.old, result.new) for file, result in self.files if result.is_changed}

    @property
    def failed(self) -> list[tuple[SourceFile, Tidied]]:
        """What was left alone."""
        return [(file, result) for file, result in self.files if result.findings or result.refusal]

    def tell_failures(self, voice: options.Voice) -> None:
        """Says which files were left alone, and why."""
        if not self.failed or voice.quiet > 1:
            return
        # Here, because most files can be read.
        from cjm_cli.reports.full import report

        sources = {file.name: Source(file, file.default_id, self.limits[file.name]) for file, _ in self.failed}
        for file, result in self.failed:
            if result.refusal:
                write_err(f"error: {file.name} is left as it is: {result.refusal}")
            else:
                text = report(sorted(result.findings), Context(Sources(sources, tuple(sources))))
                for line in colour.plain(text).splitlines():
                    write_err(line)

    def summary(self, *, is_read_only: bool) -> str:
        """How it went, in a sentence."""
        changed, failed = len(self.rewrites), len(self.failed)
        same = len(self.files) - changed - failed
        would = "would be reformatted" if is_read_only else "reformatted"
        parts = [
            (changed, would),
            (same, "already formatted" if is_read_only else "left unchanged"),
            (failed, "left alone"),
        ]
        told = [f"{counted(count, 'file')} {what}" for count, what in parts if count]
        return f"{', '.join(told)}." if told else "No files."

    def exit_code(self, *, is_read_only: bool) -> int:
        """What the shell is told."""
        if self.failed:
            return FAILED
        return FOUND if is_read_only and self.rewrites else DONE


def _tidied(file: SourceFile, limits: Limits) -> Tidied:
    try:
        content = content_of(file, limits)
    except OSError as error:
        return Tidied(b"", b"", refusal=f"it cannot be read: {reason(error)}")
    if not file.has_comments:
        return Tidied(content, content, refusal="it is not YAML")
    return tidied(file, content, limits)


def _of_stdin(paths: Sequence[Path], name: Path | None) -> _Done:
    place = place_of_stdin(paths, name)
    (path,) = place.files
    done = _Done(is_stdin=True)
    done.add([place._replace(contents={path: standard_input()}).source(path)], settings_of(place).limits)
    return done


def _of_paths(paths: Sequence[Path] | None, name: Path | None, voice: options.Voice, *, jobs: int | None) -> _Done:
    refuse_name(name)
    done = _Done()
    for place in places(paths or [options.HERE]):
        settings = settings_of(place)
        if settings.findings and place.folders:
            # Which files the project holds, nobody can tell; those asked for by name are another matter.
            raise UsageError(
                f"the settings in {settings.findings[0].location.path} cannot be used", "see: cjm validate"
            )
        files = sorted(_files(place, settings))
        voice.log(f"files to look at: {len(files)}")
        done.add(files, settings.limits, by_jobs(jobs, len(files)))
    return done


def _files(place: Place, settings: Settings) -> Iterator[SourceFile]:
    """What was asked for, the settings among it."""
    yield from (file for file in discover(place, settings.choice) if place.covers(file.path))
    own = settings.file
    if own is not None and place.covers(own.path) and (own.has_comments or own.path in place.files):
        yield own
