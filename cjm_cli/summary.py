"""How a check went, in numbers and in a sentence."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cjm_cli.finding import Finding, Safety, Severity


@dataclass(frozen=True)
class Aside:
    """How many findings are not told: silenced by comments, forgiven by the baseline, found in an earlier revision."""

    silenced: int = 0
    forgiven: int = 0
    earlier: int = 0

    def __add__(self, other: "Aside") -> "Aside":
        return Aside(self.silenced + other.silenced, self.forgiven + other.forgiven, self.earlier + other.earlier)

    def __str__(self) -> str:
        """In brackets, for the end of a sentence; empty when there is nothing."""
        numbers = ((self.silenced, "suppressed"), (self.forgiven, "in the baseline"), (self.earlier, "not new"))
        told = ", ".join(f"{number} {why}" for number, why in numbers if number)
        return f" ({told})" if told else ""


NONE_ASIDE = Aside()


@dataclass(frozen=True)
class Summary:
    """How many findings there are at each level, and in how many of the files that were asked for."""

    errors: int
    warnings: int
    infos: int
    files_with_findings: int
    files: int
    aside: Aside = Aside()
    fixable: int = 0
    fixable_unsafely: int = 0

    @classmethod
    def of(cls, findings: Sequence[Finding], files: int, aside: Aside = NONE_ASIDE) -> "Summary":
        """Counts."""
        found = Counter(finding.severity for finding in findings)
        fixes = Counter(finding.fix.safety for finding in findings if finding.fix is not None)
        return cls(
            errors=found[Severity.ERROR],
            warnings=found[Severity.WARNING],
            infos=found[Severity.INFO],
            files_with_findings=len({finding.location.path for finding in findings}),
            files=files,
            aside=aside,
            fixable=fixes[Safety.SAFE],
            fixable_unsafely=fixes[Safety.UNSAFE],
        )

    @property
    def counts(self) -> str:
        """How many of each, in words; empty when there is nothing."""
        numbers = ((self.errors, "error"), (self.warnings, "warning"), (self.infos, "hint"))
        *most, last = [counted(number, noun) for number, noun in numbers if number] or [""]
        return f"{', '.join(most)} and {last}" if most else last

    @property
    def sentence(self) -> str:
        """For a person."""
        if not self.counts:
            good = f"All good: {counted(self.files, 'file')}, no finding{self.aside}."
            return good if self.files else "No file was looked at."
        where = "1 file" if self.files == 1 else f"{self.files_with_findings} of {self.files} files"
        return f"Found {self.counts} in {where}{self.aside}."

    @property
    def sentences(self) -> str:
        """For a person, with what can be done about it on a line of its own."""
        numbers = ((self.fixable, "--fix"), (self.fixable_unsafely, "--unsafe-fixes"))
        told = " and ".join(f"{number} fixable with {option}" for number, option in numbers if number)
        return f"{self.sentence}\n{told}." if told else self.sentence


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}{'s' if number != 1 else ''}"
