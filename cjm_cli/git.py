"""Git, called as a program: which files a revision holds, and what is in them."""

import os
import posixpath
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

from cjm_cli.errors import MissingToolError, SourceError, UsageError

PURPOSE = "looking at another revision"
REMEDY = "your system's package manager, or https://git-scm.com/downloads"
FILES, LINK, REPOSITORY = {"100644", "100755", "100664"}, "120000", "160000"
"""The modes of plain files, of a symbolic link, and of another repository."""
INDEX = ":"
"""Stands for what is staged, where else a commit stands."""
NOTHING = {
    "sha1": "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
    "sha256": "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
}
"""The name of a tree that holds nothing, by the hash that names are made with; git knows it without being told."""

# A hook's own idea of the repository; ours is that of the project's folder.
_UNSETTLING = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE"}


@dataclass(frozen=True)
class Repository:
    """The repository that holds a folder; `prefix` is the folder's path in it, with a slash at its end, or nothing."""

    folder: Path
    prefix: str
    has_work_tree: bool = True
    """False in a bare repository."""
    hash: str = "sha1"
    """What its contents are named by."""

    def commit(self, revision: str) -> str:
        """The full name of a revision. Raises UsageError when there is none of that name."""
        if revision.startswith("-") or not revision.strip():
            raise UsageError(f'"{revision}" is no revision', "name a commit, a branch or a tag")
        found = self.find(revision)
        if found is None:
            raise UsageError(f'unknown revision "{revision}"', self.way_to(revision))
        return found

    def find(self, revision: str) -> str | None:
        """The full name of a revision, if there is one of that name."""
        if "\0" in revision or revision.startswith("-"):
            return None
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        found = self.ask(*asked)
        return found.stdout.decode().split()[-1] if found.returncode == 0 else None

    def way_to(self, revision: str) -> str:
        """What may be done about a revision that is not there."""
        if self.is_shallow:
            return "this clone is shallow; get the rest with: git fetch --unshallow (in GitHub Actions: fetch-depth: 0)"
        remote, _, branch = revision.partition("/")
        return f"if it is a branch, get it with: git fetch {remote} {branch}" if branch else "see: git log --oneline"

    @property
    def nothing(self) -> str:
        """Stands for a commit that holds nothing."""
        return NOTHING[self.hash]

    @property
    def is_unborn(self) -> bool:
        """Whether there is no commit yet on the branch that one is on."""
        return self.find("HEAD") is None and self.ask("symbolic-ref", "--quiet", "HEAD").returncode == 0

    def inside(self, path: Path) -> str:
        """A path on disk as the repository names it, with `/` and from its top. Raises UsageError when it is not in it."""
        found = posixpath.normpath(self.prefix + Path(os.path.relpath(path, self.folder)).as_posix())
        if found.split("/")[0] == "..":
            raise UsageError(f"{path.name} does not lie in the repository of the other side", "give two paths")
        return "" if found == "." else found

    def outside(self, inside: str) -> Path:
        """Where on disk something of the repository lies, or would lie."""
        return self.folder / posixpath.relpath(inside or ".", self.prefix or ".")

    @property
    def is_shallow(self) -> bool:
        """Whether it holds the last few commits only."""
        return self.ask("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def parting(self, one: str, other: str) -> str:
        """The last commit that two have in common. Raises UsageError when they have none."""
        asked = self.ask("merge-base", one, other)
        if asked.returncode == 0:
            return asked.stdout.decode().split()[0]
        way_out = self.way_to(one) if self.is_shallow else "compare them without it"
        raise UsageError(f"{one[:7]} and {other[:7]} have no commit in common", way_out)

    def entries(self, commit: str, prefix: str = "") -> "dict[str, Entry]":
        """Everything at a commit, or in the index, beneath a folder of the repository: paths from its top."""
        if commit == INDEX:
            asked = self.ask("ls-files", "-s", "-z", "--full-name", "--", f":(top,literal){prefix}")
        else:
            asked = self.ask("ls-tree", "-r", "-z", "--full-tree", commit, *filter(None, [prefix]))
        if asked.returncode:
            raise UsageError(f"git cannot list {commit[:12]}", told(asked))
        return dict(_entry(line) for line in asked.stdout.split(b"\0") if line)

    def ask(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Runs git in the folder."""
        return ask(self.folder, *arguments)

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


class Entry(NamedTuple):
    """The mode of something that git holds, and the name of its content."""

    mode: str
    name: str


def _entry(line: bytes) -> tuple[str, Entry]:
    """A line of `ls-tree`, which has the kind before the name, or of `ls-files`, which has a number after it."""
    about, _, path = line.partition(b"\t")
    mode, *rest = about.decode().split()
    return os.fsdecode(path), Entry(mode, max(rest, key=len))


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
    asked = ask(folder, "rev-parse", "--show-object-format", "--is-inside-work-tree", "--show-prefix")
    if asked.returncode:
        if "not a git repository" in told(asked):
            raise UsageError(f"the project at {_shown(folder)} lies in no git repository", "only git knows revisions")
        raise UsageError("git cannot be asked about the project", told(asked))
    hash_, inside, prefix = os.fsdecode(asked.stdout.removesuffix(b"\n")).split("\n", 2)
    return Repository(folder, prefix, inside == "true", hash_)


def _shown(folder: Path) -> str:
    return f'"{folder.name or folder}"'


def merged_lines(files: tuple[Path, Path, Path], labels: tuple[str, str, int]) -> tuple[bytes, int]:
    """Base, ours and theirs merged by git line by line, and how many conflicts there are."""
    base, ours, theirs = (str(file.absolute()) for file in files)
    names = ("-L", labels[0], "-L", "base", "-L", labels[1], f"--marker-size={labels[2]}")
    merged = ask(Path(), "merge-file", "--stdout", *names, "--", ours, base, theirs, purpose="merging by lines")
    if not 0 <= merged.returncode < 128:
        raise SourceError(files[1].name, told(merged))
    return merged.stdout, merged.returncode


def ask(folder: Path, *arguments: str, purpose: str = PURPOSE) -> subprocess.CompletedProcess[bytes]:
    """Calls git in a folder, and in that folder's repository. Raises MissingToolError, with the purpose, without git."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, capture_output=True, env=_environment(), stdin=subprocess.DEVNULL, check=False)
    except FileNotFoundError as error:
        raise MissingToolError("git", purpose, REMEDY) from error


def told(asked: subprocess.CompletedProcess[bytes]) -> str:
    """What git said was wrong, as one line."""
    lines = asked.stderr.decode(errors="replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else f"git ended with {asked.returncode}"


def _environment() -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _UNSETTLING}
    return kept | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_REPLACE_OBJECTS": "1"}
