"""What a finding is known by from one run to the next: its rule and its logical path, never its line.

Items of a list go by their id or their slug, so that the same finding has the same key when lines move or a list is put into
another order. An item without either has no name of its own; such findings are told apart by how many there are.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from cjm_cli.finding import Finding
from cjm_cli.source.logical import plain

Key = tuple[str, str]
"""A rule and a path: `("stage-without-emotion", "checkout/stages[pay]")`."""

_NAMELESS = re.compile(r"\[#\d+\]")


def key_of(finding: Finding, ids: Mapping[str, str]) -> Key:
    """The key of a finding; `ids` are those of what the files hold, by the files' names."""
    logical = plain(_NAMELESS.sub("[]", finding.location.logical))
    return finding.rule, "/".join(filter(None, (ids.get(finding.location.path, ""), logical)))


def counted_keys(findings: Iterable[Finding], ids: Mapping[str, str]) -> Counter[Key]:
    """How many findings there are of each key."""
    return Counter(key_of(finding, ids) for finding in findings)
