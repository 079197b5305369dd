"""Something in the settings that cannot be meant, as a finding at its place."""

from collections.abc import Collection
from dataclasses import dataclass, field

from cjm_cli.finding import Finding, Severity
from cjm_cli.source import Document
from cjm_cli.span import Route
from cjm_cli.suggest import Guesses, hint, nearest


@dataclass(frozen=True)
class Mistake:
    """What is wrong with the value at a route, or with its key."""

    rule: str
    message: str
    route: Route
    key: bool = False
    help: str = ""

    def finding(self, document: Document) -> Finding:
        """The mistake at its place."""
        return Finding(
            document.location(self.route, key=self.key), self.rule, self.message, Severity.ERROR, help=self.help
        )


@dataclass(frozen=True)
class Notes:
    """Where the mistakes in one file are written down; `findings` are those of all files."""

    document: Document
    findings: list[Finding]
    guesses: Guesses = field(default_factory=Guesses)

    def add(self, mistake: Mistake) -> None:
        """Writes it down."""
        self.findings.append(mistake.finding(self.document))


def unknown(what: str, name: str, route: Route, known: Collection[str]) -> Mistake:
    """A name that means nothing here, with the nearest that does and the list of them."""
    help_ = hint(nearest(name, known), f"{what}s: {', '.join(known)}")
    return Mistake("unknown-choice", f'unknown {what} "{name}"', route, help=help_)
