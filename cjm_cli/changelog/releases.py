"""The tags of a repository, newest first: by ancestry, which no clock can turn round."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from cjm_cli.errors import UsageError
from cjm_cli.git import Repository

FORMAT = "%(objectname)%00%(*objectname)%00%(committerdate:short)%00%(*committerdate:short)%00%(refname:strip=2)"


@dataclass(frozen=True)
class Release:
    """A commit with tags. Two of them on one commit are one release."""

    commit: str
    tags: tuple[str, ...]
    date: str
    """The day it was committed on, where it was committed: 2026-05-31."""

    @property
    def name(self) -> str:
        """What people call it."""
        return ", ".join(self.tags)


def releases(repo: Repository) -> list[Release]:
    """Every commit with tags that leads to HEAD. Raises UsageError when there is no commit."""
    if repo.is_unborn:
        raise UsageError("there is no commit yet", "a changelog tells what changed since the first")
    line = repo.ask("rev-list", "--topo-order", repo.commit("HEAD")).stdout.decode().split()
    order = {commit: index for index, commit in enumerate(line)}
    tagged = sorted((found for found in _tags(repo) if found[0] in order), key=lambda found: order[found[0]])
    grouped = ((commit, [*group]) for commit, group in groupby(tagged, itemgetter(0)))
    return [Release(commit, tuple(name for _, _, name in group), group[0][1]) for commit, group in grouped]


def date_of(repo: Repository, commit: str) -> str:
    """The day of a commit."""
    return repo.ask("rev-list", "--no-walk", "--format=%cI", commit).stdout.decode().splitlines()[-1][:10]


def _tags(repo: Repository) -> Iterator[tuple[str, str, str]]:
    """The commit, the date and the name of every tag, the highest version first."""
    asked = repo.ask("for-each-ref", "--sort=-version:refname", f"--format={FORMAT}", "refs/tags")
    for line in filter(None, asked.stdout.decode(errors="surrogateescape").split("\n")):
        own, peeled, date, peeled_date, name = line.split("\0")
        yield peeled or own, peeled_date or date, name
