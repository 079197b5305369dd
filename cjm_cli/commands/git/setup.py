"""`cjm git setup`: lets git show journeys by what they say, and merge them by id."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from cjm_cli.commands import _options as options
from cjm_cli.errors import OutputError, SourceError, reason
from cjm_cli.files import read_file
from cjm_cli.git_setup import Clone, clone, configuration, merges, program, with_lines, without_lines
from cjm_cli.output import write
from cjm_cli.terminal import escape

EXAMPLES = """\
cjm git setup
cjm git setup --merge --dry-run
cjm git setup --undo"""

SECTIONS = ("diff.cjm", "merge.cjm")


def setup(
    *,
    merge: Annotated[bool, typer.Option("--merge", help="Let git merge these files by id as well.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take away what this command wrote.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing of how it went.")] = False,
) -> None:
    """Let git show what changed in words, and merge by id.

    It writes to .gitattributes, which is to be committed, and to the configuration of this clone, which git gives to
    nobody else: in every clone somebody calls this once. From then on git diff, git log -p and git show tell what journeys,
    personas and cjm.yaml say, and no more how they are written; so does git blame; --no-textconv shows the text. With
    --merge, git merge, rebase and cherry-pick match stages, steps and other items by id. Where cjm cannot be run, git goes
    by lines.
    """
    voice = options.Voice(int(quiet))
    repo = clone(options.HERE)
    before = _content(repo.attributes)
    if repo.is_bare:
        voice.note("This repository is bare and has no work tree: the lines go to info/attributes.")
    if undo:
        _undo(repo, before, voice, dry_run=dry_run)
        return
    after = with_lines(before, merge=merge)
    wanted = configuration(program(), merge=merges(after))
    there = {key: value for section in SECTIONS for key, value in repo.configured(section).items()}
    values = {key: value for key, value in wanted.items() if there.get(key) != value}
    if dry_run:
        voice.data(_plan(repo, before, after) + _commands(values))
        return
    with _telling_of(repo.attributes, before, after, voice):
        repo.configure(values)
    _tell(repo, voice, has_written=after != before or bool(values))


def _undo(repo: Clone, before: bytes, voice: options.Voice, *, dry_run: bool) -> None:
    after = without_lines(before)
    sections = [section for section in SECTIONS if repo.configured(section)]
    if dry_run:
        removed = "".join(f"git config --local --remove-section {section}\n" for section in sections)
        voice.data(_plan(repo, before, after) + removed)
        return
    with _telling_of(repo.attributes, before, after, voice):
        for section in sections:
            repo.forget(section)
    is_there = after != before or sections
    voice.note("Undone: git shows and merges these files by lines." if is_there else "There is nothing to undo.")


@contextmanager
def _telling_of(attributes: Path, before: bytes, after: bytes, voice: options.Voice) -> Iterator[None]:
    """Writes the attributes; when what comes next cannot be done, says that they are written."""
    if after != before:
        _put(attributes, after)
    try:
        yield
    except OutputError:
        if after != before:
            voice.note(f"Wrote {attributes.name}; call this again for the rest.")
        raise


def _put(path: Path, content: bytes) -> None:
    """Writes the file, or deletes it when nothing is left in it."""
    if content:
        write(path, content)
        return
    try:
        path.unlink()
    except OSError as error:
        raise OutputError(path.name, reason(error)) from error


def _content(path: Path) -> bytes:
    try:
        return read_file(path)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise SourceError(path.name, reason(error)) from error


def _plan(repo: Clone, before: bytes, after: bytes) -> str:
    """What would change in the attributes, line by line."""
    if before == after:
        return ""
    from difflib import unified_diff

    name = "info/attributes" if repo.is_bare else repo.attributes.name
    old, new = (content.decode(errors="replace").splitlines() for content in (before, after))
    return "".join(f"{escape(line)}\n" for line in unified_diff(old, new, f"a/{name}", f"b/{name}", lineterm=""))


def _commands(values: Mapping[str, str]) -> str:
    from shlex import quote

    return "".join(f"git config --local {key} {quote(value)}\n" for key, value in values.items())


def _tell(repo: Clone, voice: options.Voice, *, has_written: bool) -> None:
    if not has_written:
        voice.note("Everything is set up already.")
        return
    and_merges = ", and merges them by id" if repo.configured("merge.cjm") else ""
    voice.note(f"Journeys, personas and cjm.yaml: git shows them by what they say{and_merges}.")
    if not repo.is_bare:
        voice.note("Commit .gitattributes; in every other clone, call cjm git setup once.")
