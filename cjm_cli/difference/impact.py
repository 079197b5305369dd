"""How much each change matters: tables, and what is left of references to what is gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from cjm_cli.difference.difference import Data, Impact, Kind
from cjm_cli.difference.references import Within
from cjm_cli.difference.tree import Node
from cjm_cli.difference.version import Key
from cjm_cli.model.emotion import Emotion, Scorer
from cjm_cli.model.references import Target
from cjm_cli.model.scores import MUCH

_QUIET = {"tag", "link", "contributor", "lane", "image", "event", "solution", "validation", "photo"}
"""What no customer experiences, and nobody refers to: patch, whatever happens to it."""

_MET = {"channel", "touchpoint", "persona", "journey", "metric", "team"}
"""What has another name is another one here: minor, though nothing dangles."""

_TELLING = {
    "owner",
    "channel",
    "status",
    "state",
    "severity",
    "accepted",
    "importance",
    "actor",
    "team",
    "optional",
    "phase",
    "basis",
    "based_on",
    "scale",
    "feelings",
    "to",
}
"""Fields that say what a customer meets or feels, how bad it is, or who answers for it: minor. Any other is patch."""

_WORDED = {Kind.RENAMED, Kind.CHANGED}


@dataclass(frozen=True)
class Scale:
    """What weighs the changes of one model."""

    old_scorer: Scorer
    new_scorer: Scorer
    left: Within

    def of_thing(self, kind: Kind, node: Node, gone: Iterable[Key] = ()) -> tuple[Impact, str]:
        """What came, went, moved or has another id, and why."""
        left = self.left.to(gone)
        if left:
            return Impact.MAJOR, "another refers to it" if left == 1 else f"{left} others refer to it"
        if kind is Kind.REMOVED and node.sort.target is Target.STAGE:
            return Impact.MAJOR, "a stage is lost"
        is_quiet = node.sort.entity in _QUIET or (kind in _WORDED and node.sort.entity not in _MET)
        return (Impact.PATCH if is_quiet else Impact.MINOR), ""

    def of_field(self, field: str, before: Data, after: Data) -> tuple[Impact, str]:
        """A field of a thing that stayed; of a field within a field, the outermost counts."""
        outermost = field.partition(".")[0]
        if outermost == "emotion":
            return self._of_feeling(before, after)
        return (Impact.MINOR if outermost in _TELLING else Impact.PATCH), ""

    def _of_feeling(self, before: Data, after: Data) -> tuple[Impact, str]:
        """Of all who feel there, the one for whom most changed."""
        was, now = _emotions(before), _emotions(after)
        personas = dict.fromkeys(id_ for emotion in (*was, *now) for id_ in emotion.by_persona)
        own = ((self.old_scorer.mean(was), self.new_scorer.mean(now)),)
        each = ((_of(id_, was, self.old_scorer), _of(id_, now, self.new_scorer)) for id_ in personas)
        return min((_weighed(*scores) for scores in (*own, *each)), key=lambda found: found[0].rank)


def _of(persona: str, emotions: Iterable[Emotion], scorer: Scorer) -> float | None:
    scores = [score for one in emotions if (score := scorer.score_of(persona, one)) is not None]
    return fmean(scores) if scores else None


def _weighed(was: float | None, now: float | None) -> tuple[Impact, str]:
    if was is None or now is None:
        return (Impact.PATCH, "") if was is now else (Impact.MINOR, "a point of the curve comes or goes")
    if was * now < 0:
        return Impact.MINOR, "the feeling turns"
    is_much = abs(round(now - was, 6)) >= MUCH
    return (Impact.MINOR, "") if is_much else (Impact.PATCH, "")


def _emotions(data: Data) -> list[Emotion]:
    return [Emotion.model_validate(one) for one in data] if isinstance(data, list) else []
