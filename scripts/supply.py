"""Runs the tests with the oldest dependencies that pyproject.toml allows, or with the newest, on any Python; asks the network.

    python scripts/supply.py lowest python3.11 -q -n 2     the oldest
    python scripts/supply.py highest python3.13 -q         the newest
    python scripts/supply.py wheel python3.12              the wheel alone, from wheels only and without a compiler at hand

It needs `uv` on the PATH (pip install uv), and leaves nothing behind. What follows the Python is for pytest.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXTRAS = "png,pdf,serve"
FAST = ["--ignore", "tests/browser", "--ignore", "tests/torture", "-p", "no:cacheprovider"]


def main(which: str, python: str, options: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "venv")
        _run("uv", "venv", "--quiet", "--seed", "--python", python, str(home))
        own = home / ("Scripts" if os.name == "nt" else "bin") / "python"
        if which == "wheel":
            return _wheel(own, folder)
        _run(
            *_install(own),
            "--editable",
            f"{ROOT}[{EXTRAS}]",
            "--group",
            f"{ROOT}/pyproject.toml:dev",
            *_bounds(which, folder, python),
        )
        return subprocess.run([own, "-m", "pytest", *FAST, *options], cwd=ROOT, check=False).returncode


def _bounds(which: str, folder: str, python: str) -> list[str]:
    """The oldest of what we name ourselves; what those need in turn is as new as it can be."""
    if which == "highest":
        return []
    found = Path(folder, "lowest.txt")
    asked = ("--resolution", "lowest-direct", "--all-extras", "--python", python, "--output-file", str(found))
    _run("uv", "pip", "compile", "--quiet", *asked, str(ROOT / "pyproject.toml"))
    return ["--constraints", str(found)]


def _wheel(python: Path, folder: str) -> int:
    """First without extras, then with all of them; each time the program has to draw."""
    _run("uv", "build", "--quiet", "--wheel", "--out-dir", folder, str(ROOT))
    (wheel,) = Path(folder).glob("*.whl")
    alone = {**os.environ, "PATH": str(python.parent)}
    maps = str(ROOT / "examples" / "shoe-shop")
    for extras, forms in (("", ("html", "svg", "md")), (f"[{EXTRAS}]", ("png", "pdf"))):
        _run(*_install(python), "--only-binary", ":all:", f"{wheel}{extras}")
        chosen = [word for form in forms for word in ("-f", form)]
        _run(str(python.with_name("cjm")), "render", maps, *chosen, "-o", f"{folder}/maps", env=alone, cwd=folder)
    return 0


def _install(python: Path) -> tuple[str, ...]:
    return ("uv", "pip", "install", "--quiet", "--python", str(python))


def _run(*command: str, env: dict[str, str] | None = None, cwd: str | None = None) -> None:
    subprocess.run(command, check=True, env=env, cwd=cwd)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
