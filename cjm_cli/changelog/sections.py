"""The sections of a changelog: what changed from each release to the next, and what is not released yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from cjm_cli.changelog.news import News, names_of, news
from cjm_cli.changelog.releases import Release, date_of, releases
from cjm_cli.errors import UsageError
from cjm_cli.finding import Finding
from cjm_cli.git import Repository, repository
from cjm_cli.history.pair import Pair
from cjm_cli.history.side import Finder, Side
from cjm_cli.history.wanted import HEAD, Question, Wanted, wanted

UNRELEASED = "Unreleased"


@dataclass(frozen=True)
class Section:
    """What changed up to a release."""

    name: str
    date: str
    """Empty for what is not released."""
    news: tuple[News, ...]
    findings: tuple[Finding, ...] = ()
    """Why files could not be compared."""


def sections(here: Path, range_: str | None, *, everything: bool) -> Iterator[Section]:
    """The sections, newest first; with a range the one of it. Raises CjmError for what git cannot tell."""
    repo = repository(here)
    found = _of_range(repo, range_, here) if range_ is not None else _of_tags(repo)
    with repo.contents() as contents:
        finder = Finder(repo, contents, here)
        older: Side | None = None
        for name, date, old, new in found:
            # What was the old side of one section is the new side of the next, unless it had to be looked for.
            later = older if older is not None and not older.notes else finder.side(new, old)
            older = finder.side(old, new)
            pair = Pair(older, later)
            difference = pair.difference()
            names = names_of(*(side.project for side in (pair.old, pair.new) if side.project))
            yield Section(name, date, news(difference, names, everything=everything), difference.findings)


_Neighbours = tuple[str, str, Wanted, Wanted]


def _of_tags(repo: Repository) -> list[_Neighbours]:
    line: list[Release | None] = [*releases(repo), None]
    head = Wanted(HEAD, repo.commit(HEAD))
    versions = [head, *(_wanted(one, repo) for one in line)]
    names = [(UNRELEASED, ""), *((one.name, one.date) for one in line if one is not None)]
    return [(*name, old, new) for name, (new, old) in zip(names, pairwise(versions), strict=True)]


def _wanted(one: Release | None, repo: Repository) -> Wanted:
    """The version of a release; before the first there is nothing."""
    return Wanted(one.tags[0], one.commit) if one is not None else Wanted("the beginning", repo.nothing)


def _of_range(repo: Repository, range_: str, here: Path) -> list[_Neighbours]:
    words = range_ if ".." in range_ else f"{range_}..{HEAD}"
    answer = wanted(Question([words]), here)
    if answer.new.commit is None or answer.new.path is not None:
        raise UsageError("a changelog is about revisions", "give two, as in v1..v2")
    if answer.new.name == HEAD:
        return [(UNRELEASED, "", answer.old, answer.new)]
    return [(answer.new.name, date_of(repo, answer.new.commit), answer.old, answer.new)]
