"""The baseline forgives a finding that is no longer there.

Somebody mended it: `cjm baseline prune` takes it off the list, so that it cannot come back unseen. Nothing is said while
a file of the project cannot be read, nor when only a part of the project is checked.

Source: ESLint, bulk suppressions (--prune-suppressions); detekt and PHPStan, baseline.

Bad:

    # file: .cjm-baseline.yaml
    baseline: 1
    findings:
      stage-without-emotion:
        "buying-shoes/stages[awareness]/name": 1
    # file: journeys/buying-shoes.journey.yaml
    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    # file: .cjm-baseline.yaml
    baseline: 1
    findings:
      stage-without-emotion:
        "buying-shoes/stages[awareness]/name": 1
    # file: journeys/buying-shoes.journey.yaml
    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad}
"""

from cjm_cli.finding import Safety
from cjm_cli.lint.rule import Level, Preset

LEVEL = Level.WARNING
FIX = Safety.SAFE
PRESET = Preset.MINIMAL
