"""How much one file may ask of us."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Generous for a journey, small for a machine; `limits:` in cjm.yaml raises them."""

    file_bytes: int = 2 * 1024 * 1024
    depth: int = 32
    values: int = 50_000
    aliases: int = 1_000
    expanded_values: int = 400_000
