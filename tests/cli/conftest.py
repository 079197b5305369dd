"""Small projects."""

from pathlib import Path

import pytest

SETTINGS = "extends: minimal\nrules: {stage-without-touchpoint: warning}\n"
GOOD = "title: Buying shoes\nstages:\n  - {name: Awareness, touchpoints: Instagram ad, emotion: curious}\n"
WEAK = "title: Buying shoes\nstages:\n  - {name: Awareness, emotion: curious}\n"
WRONG = "title: Buying shoes\nstages:\n  - {name: Awareness, touchpoint: Instagram ad, emotion: curious}\n"
BROKEN = "title: [Buying shoes\n"


@pytest.fixture
def good(write) -> Path:  # type: ignore[no-untyped-def]
    """A project with nothing to find."""
    return write({"cjm.yaml": SETTINGS, "good.journey.yaml": GOOD})


@pytest.fixture
def weak(write) -> Path:  # type: ignore[no-untyped-def]
    """A project with one warning."""
    return write({"cjm.yaml": SETTINGS, "good.journey.yaml": GOOD, "weak.journey.yaml": WEAK})


@pytest.fixture
def mixed(write) -> Path:  # type: ignore[no-untyped-def]
    """A project with a good, a weak, a wrong and a broken journey."""
    journeys = {"good": GOOD, "weak": WEAK, "wrong": WRONG, "broken": BROKEN}
    return write({"cjm.yaml": SETTINGS} | {f"{name}.journey.yaml": text for name, text in journeys.items()})
