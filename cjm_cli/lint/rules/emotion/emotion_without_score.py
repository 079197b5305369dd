"""A feeling that has no score, so that the curve has a gap.

The curve is drawn from scores. Common feelings have one in the lexicon; any other needs its own, at the emotion or,
for all journeys, under `feelings` in cjm.yaml. Nothing is guessed, and a missing score is never a zero.

Source: cjm's format: a feeling without a score takes that of the lexicon; one that is not in it has none.

Bad:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: frustrted}

Good:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: {feeling: in two minds, score: -0.5}}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._placeholders import is_placeholder
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model.emotion import Emotion, lexicon
from cjm_cli.suggest import hint, nearest

LEVEL = Level.WARNING


def check(emotion: Emotion, facts: Facts) -> Iterator[Defect]:
    """Looks at every emotion, those of single personas included."""
    if emotion.score is not None or emotion.by_persona:
        return
    if emotion.feeling is None:
        yield Defect("the emotion has neither a score nor a feeling", help="add score: -1, or feeling: worried")
    elif facts.scorer.feeling(emotion.feeling) is None and not is_placeholder(emotion.feeling):
        message = f"the feeling {quoted(emotion.feeling)} has no score"
        yield Defect(message, route=("feeling",), label="not in the lexicon", help=_way_out(emotion.feeling, facts))


def _way_out(feeling: str, facts: Facts) -> str:
    meant = nearest(feeling, {*lexicon(), *facts.scorer.feelings})
    return hint(meant, "otherwise give it a score here, or for all journeys under feelings in cjm.yaml")
