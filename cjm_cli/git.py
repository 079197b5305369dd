"""Git, called as a program: which files a revision holds, and what is in them."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from cjm_cli.errors import MissingToolError, SourceError, UsageError

PURPOSE = "looking at another revision"
REMEDY = "your system's package manager, or https://git-scm.com/downloads"
FILES = {"100644", "100755", "100664"}
"""The modes of plain files: neither links nor other repositories."""

# A hook's own idea of the repository; ours is that of the project's folder.
_UNSETTLING = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE"}


@dataclass(frozen=True)
class Repository:
    """The repository that holds a folder; `prefix` is the folder's path in it, with a slash at its end, or nothing."""

    folder: Path
    prefix: str

    def commit(self, revision: str) -> str:
        """The full name of a revision. Raises UsageError when there is none of that name."""
        if revision.startswith("-") or not revision.strip():
            raise UsageError(f'"{revision}" is no revision', "name a commit, a branch or a tag")
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        found = _run(self.folder, *asked)
        if found.returncode == 0:
            return found.stdout.decode().split()[-1]
        raise UsageError(f'unknown revision "{revision}"', self._way_to(revision))

    def _way_to(self, revision: str) -> str:
        shallow = _run(self.folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        if shallow:
            return "this clone is shallow; get the rest with: git fetch --unshallow (in GitHub Actions: fetch-depth: 0)"
        remote, _, branch = revision.partition("/")
        return f"if it is a branch, get it with: git fetch {remote} {branch}" if branch else "see: git log --oneline"

    def files(self, commit: str) -> dict[str, str]:
        """The plain files beneath the folder at a commit: paths relative to it, with the names of their contents."""
        asked = _run(self.folder, "ls-tree", "-r", "-z", "--full-tree", commit, *filter(None, [self.prefix]))
        if asked.returncode:
            raise UsageError(f"git cannot list {commit[:12]}", _told(asked))
        found = {}
        for entry in filter(None, asked.stdout.split(b"\0")):
            about, _, path = entry.partition(b"\t")
            mode, _, name = about.decode().split()
            if mode in FILES:
                found[os.fsdecode(path).removeprefix(self.prefix)] = name
        return found

    @contextmanager
    def contents(self) -> "Iterator[Contents]":
        """Gives out contents by name, as long as the context lasts."""
        command = ["git", "-C", str(self.folder), "cat-file", "--batch"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment()) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                yield Contents(process.stdin, process.stdout)
            finally:
                process.stdin.close()


@dataclass(frozen=True)
class Contents:
    """A conversation with `git cat-file --batch`: one question, one answer."""

    questions: IO[bytes]
    answers: IO[bytes]

    def read(self, name: str) -> bytes:
        """The content of this name. Raises SourceError when the repository lacks it."""
        self.questions.write(f"{name}\n".encode())
        self.questions.flush()
        head = self.answers.readline().split()
        if len(head) != 3:
            raise SourceError(f"git object {name[:12]}", "the repository does not hold it")
        content = self.answers.read(int(head[2]) + 1)
        return content[:-1]


def repository(folder: Path) -> Repository:
    """The repository that a folder lies in. Raises UsageError outside of one, MissingToolError without git."""
    asked = _run(folder, "rev-parse", "--show-prefix")
    if asked.returncode:
        told = _told(asked)
        if "not a git repository" in told:
            raise UsageError(f"the project at {_shown(folder)} lies in no git repository", "only git knows revisions")
        raise UsageError("git cannot be asked about the project", told)
    return Repository(folder, os.fsdecode(asked.stdout.removesuffix(b"\n")))


def _shown(folder: Path) -> str:
    return f'"{folder.name}"'


def ask(folder: Path, *arguments: str, purpose: str) -> subprocess.CompletedProcess[bytes]:
    """Calls git in a folder, and in that folder's repository. Raises MissingToolError, with the purpose, without git."""
    return _run(folder, *arguments, purpose=purpose)


def merged_lines(files: tuple[Path, Path, Path], labels: tuple[str, str, int]) -> tuple[bytes, int]:
    """Base, ours and theirs merged by git line by line, and how many conflicts there are."""
    base, ours, theirs = (str(file.absolute()) for file in files)
    names = ("-L", labels[0], "-L", "base", "-L", labels[1], f"--marker-size={labels[2]}")
    merged = _run(Path(), "merge-file", "--stdout", *names, "--", ours, base, theirs, purpose="merging by lines")
    if not 0 <= merged.returncode < 128:
        raise SourceError(files[1].name, _told(merged))
    return merged.stdout, merged.returncode


def told(asked: subprocess.CompletedProcess[bytes]) -> str:
    """What git said was wrong, as one line."""
    return _told(asked)


def _run(folder: Path, *arguments: str, purpose: str = PURPOSE) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, capture_output=True, env=_environment(), stdin=subprocess.DEVNULL, check=False)
    except FileNotFoundError as error:
        raise MissingToolError("git", purpose, REMEDY) from error


def _told(asked: subprocess.CompletedProcess[bytes]) -> str:
    """What git said, as one line."""
    lines = asked.stderr.decode(errors="replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else f"git ended with {asked.returncode}"


def _environment() -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _UNSETTLING}
    return kept | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_REPLACE_OBJECTS": "1"}
