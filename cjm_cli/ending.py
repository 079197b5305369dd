"""An end that somebody else wants.

Whoever ends us, or closes our terminal, may come while a file is written: what was begun is tidied up first, as after Ctrl-C.
"""

import signal
from typing import NoReturn


def heed() -> None:
    """Makes an exception of what would else end the process where it stands."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # there is no SIGHUP on Windows
        # Who started us to live through it, as nohup does, is not to be disappointed.
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def be_done() -> None:
    """All is said and done, and to be interrupted in what the interpreter still does is not worth a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _end(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)
