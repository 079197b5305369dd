"""An end that somebody else wants.

Whoever ends us, or closes our terminal, may come while a file is written: what was begun is tidied up first, as after Ctrl-C.
"""

import signal
import sys
from typing import NoReturn

SOON = 0.01
"""Seconds after which an end that was let go comes again."""

ENDS = ("SIGINT", "SIGTERM", "SIGHUP")
LEFT_TO_US = (signal.SIG_DFL, signal.default_int_handler)
"""Who started us to live through a signal, as nohup does, is not to be disappointed."""


class _End:
    """Makes an exception of a signal that would else end the process where it stands, and knows that it came."""

    def __init__(self) -> None:
        self.code: int | None = None

    def __call__(self, number: int, _frame: object) -> NoReturn:
        self.code = 128 + number
        raise KeyboardInterrupt if number == signal.SIGINT else SystemExit(self.code)

    def come_again(self, lost: "sys.UnraisableHookArgs") -> None:
        """Where nothing can be raised, as while a library compiles a pattern, Python lets go of an exception and says so."""
        if self.code is None or not isinstance(lost.exc_value, KeyboardInterrupt | SystemExit):
            sys.__unraisablehook__(lost)
        elif hasattr(signal, "setitimer"):  # not on Windows
            number = self.code - 128
            signal.signal(signal.SIGALRM, lambda _, frame: self(number, frame))
            signal.setitimer(signal.ITIMER_REAL, SOON)


def heed() -> None:
    """Makes an exception of what would else end the process where it stands."""
    end = _End()
    sys.unraisablehook = end.come_again
    for number in _numbers():
        if signal.getsignal(number) in LEFT_TO_US:
            signal.signal(number, end)


def code() -> int | None:
    """The exit code of the end that came, if one did: a library may have made an error of its own of the exception."""
    handlers = [signal.getsignal(number) for number in _numbers()]
    return next((handler.code for handler in handlers if isinstance(handler, _End)), None)


def be_done() -> None:
    """All is said and done, and to be interrupted in what the interpreter still does is not worth a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_IGN)


def _numbers() -> list[int]:
    return [getattr(signal, name) for name in ENDS if hasattr(signal, name)]  # there is no SIGHUP on Windows
