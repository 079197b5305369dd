"""What a run is known by: everything that its results depend on, beside the files that are checked."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from cjm_cli import __version__
from cjm_cli.cache.digest import digest, looks

FILE = "results-1.sqlite"
"""Where results are kept, in the folder for them; its number grows when older files can no longer be used."""
PACKAGE = Path(__file__).parent.parent


def cache_folder(environment: Mapping[str, str]) -> Path | None:
    """Where results are kept: as the system has it, or where CJM_CACHE_DIR says; None when there is no such place."""
    given = environment.get("CJM_CACHE_DIR")
    if given is not None:
        return Path(given) if given else None
    above = environment.get("LOCALAPPDATA") if sys.platform == "win32" else environment.get("XDG_CACHE_HOME")
    if above and Path(above).is_absolute():
        return Path(above) / "cjm"
    home = environment.get("HOME")
    return Path(home) / ".cache" / "cjm" if home and Path(home).is_absolute() else None


def run_key(root: Path, told: object, contents: Mapping[str, bytes]) -> bytes:
    """The key; `told` is what the command line says, `contents` are the settings and the files that they extend."""
    parts = (
        __version__,
        sys.version,
        str(root),
        str(Path.cwd()),
        repr(told),
        *(f"{path}:{looks(path.stat())}" for path in code()),
    )
    settings = (part for name in sorted(contents) for part in (name.encode(), contents[name]))
    return digest(*(part.encode(errors="surrogateescape") for part in parts), *settings)


def code() -> Iterator[Path]:
    """The code itself, for whoever works on it: the version stays the same meanwhile."""
    return (path for path in sorted(PACKAGE.rglob("*")) if path.suffix in (".py", ".json"))
