"""What was examined as bytes, and back: by pickle, of which nothing is made but what belongs to a result."""

import io
import pickle
from typing import Any

from cjm_cli.lint.examine import Examined

_PLAIN = {("builtins", "frozenset"), ("builtins", "set"), ("pathlib", "PosixPath"), ("pathlib", "WindowsPath")}
_OURS = (
    "cjm_cli.change",
    "cjm_cli.finding",
    "cjm_cli.lint.examine",
    "cjm_cli.model",
    "cjm_cli.source.scalar",
    "cjm_cli.source.suppression",
    "cjm_cli.span",
    "cjm_cli.workspace.introduction",
    "cjm_cli.workspace.source_file",
)
"""Modules that define data and nothing else."""
_FAILURES = (
    pickle.UnpicklingError,
    ArithmeticError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    TypeError,
    ValueError,
)
"""What unpickling raises when the bytes are not what they should be."""


def packed(examined: Examined) -> bytes:
    """A result as bytes."""
    return pickle.dumps(examined, pickle.HIGHEST_PROTOCOL)


def unpacked(content: bytes) -> Examined | None:
    """The result; None when it is none of ours."""
    try:
        found = _Unpickler(io.BytesIO(content)).load()
    except _FAILURES:
        return None
    return found if isinstance(found, Examined) else None


class _Unpickler(pickle.Unpickler):
    """Makes results and nothing else: the file may have been written by anybody."""

    def find_class(self, module: str, name: str) -> Any:
        """One of the classes that results are made of."""
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if "." not in name and any(module == ours or module.startswith(f"{ours}.") for ours in _OURS):
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a result")
