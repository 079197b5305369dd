"""A comment silences nothing.

What it spoke of has been mended, or has moved away, or the comment stands in the wrong place. Left behind, it would hide
the same mistake the day it comes back. At a line's end a comment counts for that line; on a line of its own for the
next entry or item with all under it; `ignore-file` counts before the first key. Nothing is said of rules that are off.

Source: ESLint, --report-unused-disable-directives; Ruff, RUF100 unused-noqa.

Bad:

    title: Buying shoes
    stages:
      # cjm: ignore[stage-without-emotion] nobody was asked yet
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    stages:
      # cjm: ignore[stage-without-emotion] nobody was asked yet
      - {name: Awareness, touchpoints: Instagram ad}
"""

from cjm_cli.finding import Safety
from cjm_cli.lint.rule import Level, Preset

LEVEL = Level.WARNING
FIX = Safety.SAFE
PRESET = Preset.MINIMAL
