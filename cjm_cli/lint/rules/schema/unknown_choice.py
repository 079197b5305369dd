"""A value is not among those that its field allows.

Fields such as `state` or `status` have a closed list, so that maps of different teams can be compared and filtered.
Take one from the list in the message; for what does not fit, use `tags` or a key of your own that starts with `x-`.

Source: JSON Schema, `enum`.

Bad:

    title: Buying shoes
    state: as-is
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    state: current
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from cjm_cli.finding import Safety
from cjm_cli.lint.rule import Level, Preset

LEVEL = Level.ERROR
FIX = Safety.SAFE
PRESET = Preset.MINIMAL
