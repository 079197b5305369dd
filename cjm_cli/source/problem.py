"""A finding in the making: it knows offsets, not yet lines."""

from dataclasses import dataclass

from cjm_cli.finding import Finding, Location, Related, Severity
from cjm_cli.source.lines import Lines

_LONGEST_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong between two offsets of the text; `related` is a second place and what it says."""

    rule: str
    message: str
    start: int
    end: int
    label: str = ""
    help: str = ""
    related: tuple[int, str] | None = None

    def finding(self, path: str, lines: Lines) -> Finding:
        """The same with lines and columns."""
        related: tuple[Related, ...] = ()
        if self.related is not None:
            index, message = self.related
            related = (Related(Location(path, lines.span(index, index + 1)), message),)
        return Finding(
            location=Location(path, lines.span(self.start, self.end)),
            rule=self.rule,
            message=self.message,
            severity=Severity.ERROR,
            label=self.label,
            help=self.help,
            related=related,
        )


def excerpt(text: str) -> str:
    """Some words of the author's, fit for a message: short, one line, printable."""
    words = " ".join("".join(letter if letter.isprintable() else " " for letter in text[:_LONGEST_EXCERPT]).split())
    return words + "…" if len(text) > _LONGEST_EXCERPT else words


class UnusableError(Exception):
    """Raised and caught inside this folder only: reading cannot go on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def over_limit(message: str, setting: str, *, start: int = 0) -> Problem:
    """The file asks for more than the limit called `setting` allows."""
    way_out = f"split the file, or raise the limit in cjm.yaml: `limits: {{{setting}: …}}`"
    return Problem("unreadable-file", message, start, start + 1, help=way_out)


def syntax_problem(message: str, start: int, end: int, *, way_out: str) -> UnusableError:
    """The file does not parse: the one problem that is reported for it."""
    return UnusableError(Problem("yaml-syntax", message, start, end, help=way_out))
