"""The words of a finding, for formats that hold no more than a message."""

from cjm_cli.finding import Finding, Location
from cjm_cli.reports import Sources
from cjm_cli.terminal import escape


def told(finding: Finding) -> str:
    """What is wrong and the way out, on one line; people read it in a browser, where nothing may be hidden either."""
    return " — ".join(escape(part) for part in (finding.message, finding.help) if part)


def logical(location: Location, sources: Sources) -> str:
    """The way to the place through the data, which does not change when lines move."""
    return "/".join(filter(None, (sources.id(location.path), location.logical.replace(" › ", "/"))))
