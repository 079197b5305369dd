"""What git is told so that it shows journeys by what they say, and merges them by id: attributes and local configuration."""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cjm_cli.errors import OutputError, UsageError
from cjm_cli.git import ask, told

PURPOSE = "setting up git"
CONFIGURATION = "the configuration of git"
DRIVER = "cjm"
PATTERNS = ("*.journey.yaml", "*.journey.yml", "*.persona.yaml", "*.persona.yml", "cjm.yaml")
MARK = '# The lines below are from "cjm git setup"; "cjm git setup --undo" takes them away.'

HEADINGS = r"^ *((stage|step): .+|- +(id|name|action): .+)$"
"""What git names at the head of a hunk: a stage or a step as `textconv` tells it, or an item as it stands in a file."""

_LINE = rb"(?:%b) diff=cjm(?: merge=cjm)?" % b"|".join(re.escape(pattern.encode()) for pattern in PATTERNS)
_BLOCK = re.compile(rb"^%b(?:\r?\n%b(?=\r|\n|\Z))*(?:\r?\n)?" % (re.escape(MARK.encode()), _LINE), re.MULTILINE)
_MERGES = b" merge=cjm"


@dataclass(frozen=True)
class Clone:
    """A repository as it lies on this machine."""

    folder: Path
    attributes: Path
    """The file of attributes to write to."""
    is_bare: bool

    def configured(self, section: str) -> Mapping[str, str]:
        """What the local configuration has of a section, such as `diff.cjm`."""
        asked = ask(
            self.folder, "config", "--local", "-z", "--get-regexp", rf"^{re.escape(section)}\.", purpose=PURPOSE
        )
        entries = (entry.partition("\n") for entry in asked.stdout.decode(errors="replace").split("\0") if entry)
        return {key: value for key, _, value in entries}

    def configure(self, values: Mapping[str, str]) -> None:
        """Writes to the local configuration."""
        for key, value in values.items():
            self._write("--replace-all", key, value)

    def forget(self, section: str) -> None:
        """Takes a section out of the local configuration."""
        self._write("--remove-section", section)
        if self.configured(section):
            # git is content with itself even when the disk was full.
            raise OutputError(CONFIGURATION, f"[{section}] is still in it; see whether the disk is full")

    def _write(self, *arguments: str) -> None:
        asked = ask(self.folder, "config", "--local", *arguments, purpose=PURPOSE)
        if asked.returncode:
            raise OutputError(CONFIGURATION, told(asked))


def clone(folder: Path) -> Clone:
    """The repository that a folder lies in. Raises UsageError outside of one, MissingToolError without git."""
    asked = ask(folder, "rev-parse", "--is-bare-repository", "--is-inside-work-tree", purpose=PURPOSE)
    if asked.returncode:
        if "not a git repository" in told(asked):
            raise UsageError("this folder lies in no git repository", "make one with: git init")
        raise UsageError("git cannot be asked about this folder", told(asked))
    is_bare, is_inside = (word == b"true" for word in asked.stdout.split())
    if not is_bare and not is_inside:
        raise UsageError("this is the inside of a repository", "go to the folder that holds your files")
    where = ("--git-path", "info/attributes") if is_bare else ("--show-toplevel",)
    path = folder / os.fsdecode(ask(folder, "rev-parse", *where, purpose=PURPOSE).stdout.removesuffix(b"\n"))
    return Clone(folder, path if is_bare else path / ".gitattributes", is_bare)


def with_lines(content: bytes, *, merge: bool) -> bytes:
    """Attributes with our lines: where they stood before, else at the end, which stays with or without a line break."""
    found = _BLOCK.search(content)
    line_break = b"\r\n" if b"\r\n" in content else b"\n"
    merging = _MERGES if merge or (found and _MERGES in found[0]) else b""
    lines = [MARK.encode(), *(pattern.encode() + b" diff=cjm" + merging for pattern in PATTERNS)]
    block = line_break.join(lines)
    if found:
        ending = line_break if found[0].endswith(b"\n") else b""
        return content[: found.start()] + block + ending + content[found.end() :]
    if content and not content.endswith(b"\n"):
        return content + line_break + block
    return content + block + line_break


def without_lines(content: bytes) -> bytes:
    """Attributes as they were before `with_lines`."""
    found = _BLOCK.search(content)
    if not found:
        return content
    before, after = content[: found.start()], content[found.end() :]
    if not after and not found[0].endswith(b"\n"):
        return re.sub(rb"\r?\n\Z", b"", before)
    return before + after


def merges(content: bytes) -> bool:
    """Whether our lines name the merge driver."""
    found = _BLOCK.search(content)
    return bool(found and _MERGES in found[0])


def configuration(program: str, *, merge: bool) -> dict[str, str]:
    """The configuration. Where our program cannot run, git shows and merges the lines, as it does without us.

    What `textconv` prints is not to be cached: another version of ours may print something else.
    """
    values = {
        "diff.cjm.textconv": f'f() {{ {program} git textconv "$1" || cat "$1"; }}; f',
        "diff.cjm.xfuncname": HEADINGS,
    }
    if merge:
        options = "--marker-size=%L --path=%P --ours=%X --theirs=%Y"
        lines = "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B"
        driver = f"{program} git merge-driver %O %A %B {options} || {{ test $? -eq 1 && exit 1; {lines}; }}"
        values |= {"merge.cjm.name": "journeys, by id", "merge.cjm.driver": driver}
    return values


def program() -> str:
    """How a shell calls us: by name where it finds us, else by the interpreter that runs now."""
    return "cjm" if shutil.which("cjm") else f"{shlex.quote(sys.executable)} -m cjm_cli"
