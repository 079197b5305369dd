"""What a finding is recognised by from one run to the next, wherever its lines have moved to."""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from cjm_cli.finding import Finding
from cjm_cli.reports import Sources

VERSION = 1
"""Grows when the same finding is no longer recognised."""

_LENGTH = 32
_POSITION = re.compile(r"\[#\d+\]")
# A number outside the user's own words, such as "12 steps", may change while the finding stays the same.
_QUOTED_OR_NUMBER = re.compile(r'"[^"]*"|\d+(?:\.\d+)?')


def fingerprints(findings: Iterable[Finding], sources: Sources) -> list[str]:
    """One for each finding, none twice: of what is equal otherwise, the first, the second, … are told apart."""
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for finding in findings:
        parts = _parts(finding, sources)
        made.append(_digest(*parts, str(seen[parts])))
        seen[parts] += 1
    return made


def _parts(finding: Finding, sources: Sources) -> tuple[str, ...]:
    place = finding.location
    logical = _POSITION.sub("[]", place.logical)
    return finding.rule, sources.inside(place.path), logical, _normalised(finding.message)


def _normalised(message: str) -> str:
    return " ".join(_QUOTED_OR_NUMBER.sub(lambda found: found[0] if found[0][0] == '"' else "#", message).split())


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
