"""Runs `cjm validate` once: annotations, SARIF, the page of the run, the outputs of the step; ends with its exit code."""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from runner import fit, lines, output, summarise

SUMMARY_LIMIT = 1024 * 1024
"""How many bytes GitHub takes as a step's summary; of a longer one it shows nothing."""

UNDONE = "## Customer journeys\n\nThe check could not be done (exit code {}). The log of this run says why.\n"


def main() -> int:
    """Checks, then tells."""
    folder = Path(tempfile.mkdtemp(prefix="cjm-", dir=os.environ["RUNNER_TEMP"]))
    markdown, findings = folder / "findings.md", folder / "findings.json"
    sarif = "".join(lines("CJM_SARIF")[:1])
    _forget(sarif)
    code = subprocess.run(_command(markdown, findings, sarif), check=False).returncode
    if not markdown.exists():
        markdown.write_text(UNDONE.format(code), encoding="utf-8")
    _summarise(markdown.read_text("utf-8"))
    output("exit-code", str(code))
    output("markdown", str(markdown))
    output("sarif", sarif if Path(sarif).is_file() else "")
    for level, number in _counts(findings).items():
        output(f"{level}s", str(number))
    return code


def _command(markdown: Path, findings: Path, sarif: str) -> list[str]:
    # -P: what lies in the repository that is checked must not be imported as if it were ours.
    command = [sys.executable, "-P", "-m", "cjm_cli", "validate", "--format=github"]
    command += [f"--report=markdown={markdown}", f"--report=json={findings}"]
    command += [f"--report=sarif={sarif}"] if sarif else []
    command += [f"--fail-on={level}" for level in lines("CJM_FAIL_ON")]
    command += [f"--new-since={revision}" for revision in lines("CJM_NEW_SINCE")]
    return [*command, *lines("CJM_ARGS"), "--", *lines("CJM_PATHS")]


def _forget(sarif: str) -> None:
    """Takes away what an earlier run left, which would be handed on as if it were of today when this one cannot be done."""
    if Path(sarif).is_file():
        Path(sarif).unlink()


def _summarise(page: str) -> None:
    room = SUMMARY_LIMIT - Path(os.environ["GITHUB_STEP_SUMMARY"]).stat().st_size
    summarise(fit(page, room, lambda text: len(text.encode())))


def _counts(findings: Path) -> dict[str, int]:
    """How many errors and warnings there are; nothing when nobody counted."""
    if not findings.exists():
        return {}
    levels = Counter(finding["severity"] for finding in json.loads(findings.read_text("utf-8"))["findings"])
    return {level: levels[level] for level in ("error", "warning")}


if __name__ == "__main__":
    sys.exit(main())
