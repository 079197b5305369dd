"""Installs cjm into an environment of its own, so that the job's Python and what is installed in it stay as they are."""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from runner import output, say


def main() -> int:
    """Installs, and tells the next steps which Python has it."""
    home = Path(tempfile.mkdtemp(prefix="cjm-", dir=os.environ["RUNNER_TEMP"]))
    venv.create(home, with_pip=True)
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    version = os.environ["CJM_VERSION"].strip()
    wanted = f"cjm-cli=={version}" if version else os.environ["GITHUB_ACTION_PATH"]
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wanted]
    code = subprocess.run(pip, check=False).returncode
    if code:
        say("error", f"cannot install {wanted}")
    output("python", str(python))
    return code


if __name__ == "__main__":
    sys.exit(main())
