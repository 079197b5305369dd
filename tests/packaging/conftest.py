"""The wheel and the sdist, built once, and two ways to run what they hold: without the network, without the checkout."""

import os
import subprocess
import sys
import sysconfig
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
"""The checkout."""

# What would lead back to the checkout, or change what is printed.
_UNSETTLING = {"PYTHONPATH", "PYTHONHOME", "NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS"}
_PLAIN = {name: value for name, value in os.environ.items() if name not in _UNSETTLING} | {"PYTHONUTF8": "1"}


@dataclass(frozen=True)
class Program:
    """A way to call `cjm`."""

    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Runs it in a folder."""
        return _run(*self.command, *arguments, cwd=folder, env={**_PLAIN, **self.environment})


def _run(*command: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    settings = {"env": _PLAIN, "timeout": 300, "check": False, **options}
    return subprocess.run(command, capture_output=True, **settings)


def _succeed(*command: str, **options: Any) -> bytes:
    ran = _run(*command, **options)
    assert ran.returncode == 0, f"{command}\n{ran.stdout.decode()}\n{ran.stderr.decode()}"
    return ran.stdout


def build(source: Path, to: Path, kind: str) -> Path:
    """Builds `--wheel` or `--sdist` with the tools at hand, so that nothing is downloaded."""
    _succeed(sys.executable, "-m", "build", kind, "--no-isolation", "--outdir", str(to), str(source))
    (made,) = to.iterdir()
    return made


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    return build(ROOT, tmp_path_factory.mktemp("wheel"), "--wheel")


@pytest.fixture(scope="session")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, built from the checkout."""
    return build(ROOT, tmp_path_factory.mktemp("sdist"), "--sdist")


@pytest.fixture(scope="session")
def unpacked(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the sdist unpacks to."""
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Program:
    """`cjm` in a fresh environment that the wheel was installed into."""
    python = _fresh_python(tmp_path_factory.mktemp("installed"))
    pip = (sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check")
    _succeed(*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel))
    _lend_dependencies(python)
    return Program((str(python.with_name("cjm")),))


@pytest.fixture(scope="session")
def zipped(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Program:
    """`python -m cjm_cli` in a fresh environment, out of the wheel as it is: a zip."""
    python = _fresh_python(tmp_path_factory.mktemp("zipped"))
    _lend_dependencies(python)
    return Program((str(python), "-m", "cjm_cli"), {"PYTHONPATH": str(wheel)})


@pytest.fixture(params=["installed", "zipped"])
def program(request: pytest.FixtureRequest) -> Program:
    """What the wheel holds, each way in turn."""
    found: Program = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def checkout() -> Program:
    """`cjm` as it stands in the checkout."""
    return Program((sys.executable, "-m", "cjm_cli"), {"PYTHONPATH": str(ROOT)})


def _fresh_python(folder: Path) -> Path:
    _succeed(sys.executable, "-m", "venv", "--without-pip", str(folder))
    scripts = "Scripts" if os.name == "nt" else "bin"
    return folder / scripts / "python"


def _lend_dependencies(python: Path) -> None:
    """Shows the environment the packages of this one. What stands in their `.pth` files stays out: no way leads back."""
    site = _succeed(str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'), end='')").decode()
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    Path(site, "lent.pth").write_text("\n".join(sorted(lent)), encoding="utf-8")
