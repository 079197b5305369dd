"""A value is of another sort than its field.

A list stands where one text is expected, or a word where a number is. The message says what was found and what the
field takes. Where a field takes a list, a single value will do as well.

Source: JSON Schema, `type`.

Bad:

    title: [Buying shoes, Buying boots]
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes and boots
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from cjm_cli.finding import Safety
from cjm_cli.lint.rule import Level, Preset

LEVEL = Level.ERROR
FIX = Safety.SAFE
PRESET = Preset.MINIMAL
