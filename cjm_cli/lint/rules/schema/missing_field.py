"""A field that every such object needs is not there.

Very little is required: a journey has a title, a stage and a persona have a name. Without it neither a reader nor a
reference could say which one is meant.

Source: JSON Schema, `required`.

Bad:

    title: Buying shoes
    stages:
      - {touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from cjm_cli.finding import Safety
from cjm_cli.lint.rule import Level, Preset

LEVEL = Level.ERROR
FIX = Safety.UNSAFE
PRESET = Preset.MINIMAL
