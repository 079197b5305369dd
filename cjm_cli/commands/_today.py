"""The day that rules compare dates with, and the moment at which a run begins: the only place that looks at the clock."""

import re
import time
from datetime import date

from cjm_cli.errors import UsageError


def day(given: str | None) -> date:
    """The day that was given with `--today`, or else today's."""
    if given is None:
        return date.today()
    try:
        return date.fromisoformat(given if re.fullmatch(r"\d{4}-\d\d-\d\d", given) else "")
    except ValueError:
        raise UsageError(f'--today "{given}" is no day', "write it as in --today 2026-05-31") from None


def moment() -> int:
    """Now, in the nanoseconds that file systems count; no output depends on it."""
    return time.time_ns()
