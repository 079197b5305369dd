"""A number lies outside the range of its field.

Severity, impact, effort and importance run from 1 to 5, the level of a journey from 0 to 3. A value beyond that
cannot be compared with the others.

Source: JSON Schema, `minimum` and `maximum`.

Bad:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        pain_points: {text: The fee comes as a surprise, severity: 9}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        pain_points: {text: The fee comes as a surprise, severity: 5}
"""

from cjm_cli.lint.rule import Level, Preset

LEVEL = Level.ERROR
PRESET = Preset.MINIMAL
