"""A line of JSON for each finding, as it stands in the list of the `json` report."""

import json
from collections.abc import Sequence

from cjm_cli.finding import Finding
from cjm_cli.reports import Context
from cjm_cli.reports._items import items


def report(findings: Sequence[Finding], context: Context) -> str:
    """The lines, in ASCII."""
    return "".join(json.dumps(item) + "\n" for item in items(findings, context.sources))
