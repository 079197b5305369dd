"""Supply: what the package says that it needs.

What must be downloaded to be found out, `scripts/supply.py` finds out.
"""

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
NEEDED = [*PROJECT["dependencies"], *(text for extra in PROJECT["optional-dependencies"].values() for text in extra)]


@pytest.mark.parametrize("requirement", NEEDED)
def test_each_dependency_says_from_which_version_on(requirement) -> None:
    assert re.match(r"[\w.-]+(\[[\w,]+\])?>=\d+(\.\d+)*([,;]|$)", requirement), requirement


def test_each_python_that_is_named_is_one_that_it_asks_for() -> None:
    named = [re.search(r":: 3\.(\d+)$", text) for text in PROJECT["classifiers"]]
    minors = [int(found[1]) for found in named if found]
    assert PROJECT["requires-python"] == f">=3.{min(minors)}"
    assert minors == [*range(min(minors), max(minors) + 1)]
