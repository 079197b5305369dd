"""A key is not a field of the format.

What stands under it would be lost, so a typing mistake is said aloud rather than passed over. Correct the name; keys
of your own are welcome anywhere when they start with `x-`.

Source: JSON Schema, `additionalProperties`: an object has the properties that are declared.

Bad:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoint: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious, x-budget: 200}
"""

from cjm_cli.finding import Safety
from cjm_cli.lint.rule import Level, Preset

LEVEL = Level.ERROR
FIX = Safety.SAFE
PRESET = Preset.MINIMAL
