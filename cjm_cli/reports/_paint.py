"""Which colour means what."""

from cjm_cli import colour
from cjm_cli.finding import Severity

SEVERITY = {Severity.ERROR: colour.red, Severity.WARNING: colour.yellow, Severity.INFO: colour.cyan}
