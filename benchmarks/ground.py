"""What every part of the measurement stands on: what the command line says, and projects that are written when first asked for."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import Manner, Size, journey_path, write
from measure import CJM, Command

SCHEMA = Path(__file__).parent.parent / "schemas" / "journey.schema.json"
TODAY = ("--today", "2026-10-01")
"""The maps of the corpus are to be reviewed within a year; what is compared finds nothing."""
PLAIN = Manner()
STRICT = Manner("strict", simple=True)


@dataclass(frozen=True)
class Ground:
    """A folder that may be written to, and how much to measure."""

    folder: Path
    given: argparse.Namespace

    @property
    def maps(self) -> int:
        """How many maps are many."""
        return int(self.given.maps)

    def project(self, name: str, size: Size, manner: Manner = PLAIN) -> Path:
        """A project of this name, the same whenever it is asked for."""
        folder = self.folder / name
        if not folder.exists():
            write(folder, size, manner)
        return folder

    @property
    def one(self) -> Path:
        """One map."""
        return self.project("one", Size(1))

    @property
    def many(self) -> Path:
        """Many maps."""
        return self.project("many", Size(self.maps))

    @property
    def most(self) -> Path:
        """Ten times as many."""
        return self.project("most", Size(10 * self.maps))

    @property
    def strict(self) -> Path:
        """Many maps, every rule on, and plain enough for every neighbour."""
        return self.project("strict", Size(self.maps), STRICT)


def maps_of(project: Path, count: int) -> list[Path]:
    """The first files of a project."""
    return [journey_path(project, number) for number in range(count)]


def validate(project: Path, options: Sequence[str] = ()) -> Command:
    """Checks all of it, whatever is known from earlier."""
    return [*validate_again(project), "--no-cache", *options]


def validate_again(project: Path) -> Command:
    """With the results of the last run."""
    return [CJM, "validate", str(project), *TODAY]
