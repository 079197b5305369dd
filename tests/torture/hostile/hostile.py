"""What a hostile file is: its bytes, and where something must be wrong."""

from collections.abc import Callable
from dataclasses import dataclass

SOUND = ""
"""In the place of a position: nothing is wrong, whatever it looks like."""
TOLD = "told"
"""In the place of a position: what is wrong is told, and no place in the file is to blame."""

JOURNEY, PERSONA, SETTINGS = "a.journey.yaml", "a.persona.yaml", "cjm.yaml"
BASELINE, TOOL = ".cjm-baseline.yaml", "pyproject.toml"
"""What such a file is called."""

MIB = 1024 * 1024


@dataclass(frozen=True)
class Hostile:
    """A file, made when it is needed; `at` is the line and column that `cjm validate` must name, as `3:5`."""

    at: str
    content: bytes | str | Callable[[], bytes | str]
    file: str = JOURNEY

    def make(self) -> bytes:
        """Its bytes."""
        made = self.content() if callable(self.content) else self.content
        return made.encode() if isinstance(made, str) else made
