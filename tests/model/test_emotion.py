"""Whatever a project writes, feelings are compared on one scale; what is not known is not guessed."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_cli.model import emotion as module
from cjm_cli.model.catalogue import Catalogue
from cjm_cli.model.emotion import HIGHEST, LOWEST, Emotion, Scale, Scorer, lexicon
from cjm_cli.model.project import Project
from cjm_cli.source import Scalar

COMMON = Scorer(Scale(), {})
STARS = Scorer(Scale(min=1, max=5), {})
GRADES = Scorer(Scale(min=6, max=1), {})
"""Where less is better."""

written = st.floats(-1000, 1000)
scales = (
    st.tuples(written, written)
    .filter(lambda pair: abs(pair[0] - pair[1]) > 0.01)
    .map(lambda p: Scale(min=p[0], max=p[1]))
)


@pytest.mark.parametrize(
    ("scorer", "score", "common"),
    [
        (COMMON, -2, -2),
        (COMMON, 0.5, 0.5),
        (STARS, 1, -2),
        (STARS, 3, 0),
        (STARS, 4.5, 1.5),
        (STARS, 5, 2),
        (GRADES, 6, -2),
        (GRADES, 1, 2),
        (GRADES, 3.5, 0),
    ],
)
def test_a_score_is_converted_and_back(scorer, score, common) -> None:
    assert scorer.common(score) == pytest.approx(common)
    assert scorer.written(common) == pytest.approx(score)


@given(scales, st.floats(LOWEST, HIGHEST))
def test_nothing_is_lost_on_the_way_to_a_projects_scale_and_back(scale, score) -> None:
    scorer = Scorer(scale, {})
    assert scorer.common(scorer.written(score)) == pytest.approx(score, abs=1e-6)


@given(scales)
def test_the_ends_of_every_scale_are_those_of_the_common_one(scale) -> None:
    scorer = Scorer(scale, {})
    assert (scorer.common(scale.min), scorer.common(scale.max)) == (LOWEST, pytest.approx(HIGHEST))


def test_a_scale_without_extent_makes_no_one_happy() -> None:
    assert Scorer(Scale(min=3, max=3), {}).common(3) == 0


@pytest.mark.parametrize("word", ["frustrated", "Frustrated", " FRUSTRATED ", "frustrated\n"])
def test_a_feeling_is_known_however_it_is_written(word) -> None:
    score = COMMON.feeling(word)
    assert score is not None
    assert score < 0


@pytest.mark.parametrize("own", ["over the moon", "Over  the Moon", " OVER THE MOON"])
@pytest.mark.parametrize("word", ["over the moon", "Over the\n moon"])
def test_a_projects_own_feeling_is_known_however_either_is_written(own, word) -> None:
    assert Catalogue.of(Project(feelings={own: 1.5})).scorer.feeling(word) == 1.5


def test_a_projects_own_feelings_come_first_and_are_in_its_own_scale() -> None:
    project = Project(scale=Scale(min=1, max=5), feelings={"angry": 5.0})
    assert Catalogue.of(project).scorer.feeling("angry") == 2
    assert Catalogue.of(project).scorer.feeling("happy") == lexicon()["happy"]


@pytest.mark.parametrize(
    ("emotion", "score"),
    [
        ({"score": Scalar("1.5", 1.5)}, 1.5),
        ({"feeling": "angry"}, -2),
        ({"score": Scalar("1", 1), "feeling": "angry"}, 1),
        ({"feeling": "unheard-of"}, None),
        ({"reason": "None given"}, None),
        ({"by_persona": {"rina": Scalar("2", 2), "tom": Scalar("-1", -1)}}, 0.5),
        ({"by_persona": {"rina": Scalar("2", 2), "tom": "unheard-of"}}, 2),
        ({"by_persona": {"rina": "unheard-of"}}, None),
        ({"score": Scalar("-2", -2), "by_persona": {"rina": Scalar("2", 2)}}, -2),
    ],
)
def test_a_score_is_what_was_written_else_the_feelings_else_the_personas_mean(emotion, score) -> None:
    assert COMMON.score(Emotion.model_validate(emotion)) == score


def test_a_persona_feels_as_written_for_it_and_else_as_all_do() -> None:
    emotion = Emotion.model_validate({"score": Scalar("1", 1), "by_persona": {"tom": Scalar("-1", -1)}})
    assert (COMMON.score_of("tom", emotion), COMMON.score_of("rina", emotion)) == (-1, 1)


def test_a_mean_leaves_out_what_has_no_score() -> None:
    known, unknown = Emotion(score=1.0), Emotion(feeling="unheard-of")
    assert COMMON.mean([known, unknown]) == 1
    assert COMMON.mean([unknown]) is None
    assert COMMON.mean([]) is None


def test_the_lexicon_says_each_word_once_as_it_is_looked_up() -> None:
    groups = json.loads(Path(module.__file__).with_name("feelings.json").read_text("utf-8"))
    words = [word for group in groups.values() for word in group]
    assert sorted(words) == sorted(set(words))
    assert [word for word in words if word != " ".join(word.casefold().split())] == []
    assert {float(score) for score in groups} <= {-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2}
    assert all(groups.values())


@pytest.mark.parametrize(
    ("word", "sign"), [("delighted", 1), ("happy", 1), ("curious", 1), ("neutral", 0), ("confused", -1), ("angry", -1)]
)
def test_the_lexicon_has_the_feelings_the_right_way_round(word, sign) -> None:
    score = lexicon()[word]
    assert (score > 0) - (score < 0) == sign
