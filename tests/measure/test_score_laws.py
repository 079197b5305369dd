"""Laws of the score: it stays within its scale, and nothing that makes a map better ever lowers it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cjm_cli.measure.score import project_score, score_of
from cjm_cli.measure.seen import NEEDED, Seen, Sight, sight
from cjm_cli.model import Project
from cjm_cli.source import Limits
from cjm_cli.workspace.introduction import introduced
from cjm_cli.workspace.load import load
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Linker

DAYS = st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1))
VALUES = {"state": "current", "basis": "research", "status": "draft"}


def optional(**strategies: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=strategies)


PAINS = st.lists(
    optional(severity=st.integers(1, 5), accepted=st.just("so it is"), evidence=st.just(["e"])), max_size=3
)
IDEAS = st.lists(
    optional(
        addresses=st.lists(st.sampled_from(["p-0", "p-1", "p-2"]), max_size=2),
        owner=st.just("A"),
        status=st.sampled_from(["idea", "planned", "done", "rejected"]),
    ),
    max_size=2,
)
CELLS = optional(emotion=st.integers(-2, 2), evidence=st.just(["e"]), pain_points=PAINS, opportunities=IDEAS)
STAGES = st.lists(st.tuples(CELLS, optional(goal=st.just("A")), st.lists(CELLS, max_size=3)), max_size=3)
TOPS = optional(
    persona=st.just({"name": "A"}),
    reviewed=st.just("2026-06-01"),
    review_every=st.just("6 months"),
    state=st.sampled_from(["current", "future"]),
    **{field: st.just(VALUES.get(field, "A")) for field in NEEDED if field != "state"},
)


def told(cell: dict[str, Any], name: str) -> dict[str, Any]:
    pains = [{"id": f"p-{at}", "text": "Hurts", **pain} for at, pain in enumerate(cell.get("pain_points", []))]
    ideas = [{"text": "Help", **idea} for idea in cell.get("opportunities", [])]
    return {
        "name": name,
        **cell,
        **({"pain_points": pains} if pains else {}),
        **({"opportunities": ideas} if ideas else {}),
    }


@st.composite
def journeys(draw: st.DrawFn) -> dict[str, Any]:
    stages = []
    for at, (cell, goal, steps) in enumerate(draw(STAGES)):
        stage = {**told({k: v for k, v in cell.items() if v}, f"S{at}"), **goal}
        below = [
            told({k: v for k, v in step.items() if v or k == "emotion"}, f"T{at}{n}") for n, step in enumerate(steps)
        ]
        stages.append({**stage, **({"steps": below} if below else {})})
    return {"title": "A", **draw(TOPS), **({"stages": stages} if stages else {})}


def seen(journey: dict[str, Any]) -> Seen:
    source = SourceFile("a.journey.yaml", Path("/a.journey.yaml"), "a.journey.yaml", json.dumps(journey).encode())
    linker = Linker(Project(), None, Limits())
    loaded = load(source, Limits())
    assert loaded.model is not None, loaded.findings
    linker.take(introduced(loaded))
    (found,) = sight(linker.workspace(), ()).journeys
    return found


def every_cell(journey: dict[str, Any]) -> list[dict[str, Any]]:
    stages = journey.get("stages", [])
    return [cell for stage in stages for cell in (stage, *stage.get("steps", []))]


@given(journeys(), DAYS, st.integers(0, 9), st.integers(0, 40))
def test_a_score_stays_within_its_scale(journey, day, errors, warnings) -> None:
    score = score_of(replace(seen(journey), errors=errors, warnings=warnings), day)
    assert 0 <= score.total <= 100
    assert all(part is None or 0 <= part <= 100 for part in score.parts.values())


@given(journeys(), DAYS, st.data())
def test_evidence_for_what_is_there_never_lowers_it(journey, day, data) -> None:
    before = score_of(seen(journey), day).total
    places = [place for cell in every_cell(journey) for place in (cell, *cell.get("pain_points", []))]
    if places:
        data.draw(st.sampled_from(places))["evidence"] = ["e"]
    assert score_of(seen(journey), day).total >= before


@given(journeys(), DAYS, st.sampled_from(NEEDED))
def test_a_field_that_was_empty_never_lowers_it(journey, day, field) -> None:
    before = score_of(seen(journey), day).total
    after = score_of(seen({field: VALUES.get(field, "A"), **journey}), day).total
    assert after >= before


@given(journeys(), DAYS, st.data())
def test_an_owner_and_a_status_never_lower_it(journey, day, data) -> None:
    before = score_of(seen(journey), day).total
    ideas = [idea for cell in every_cell(journey) for idea in cell.get("opportunities", [])]
    if ideas:
        idea = data.draw(st.sampled_from(ideas))
        idea["owner"] = "A"
        idea.setdefault("status", "idea")
    assert score_of(seen(journey), day).total >= before


@given(journeys(), DAYS, st.integers(1, 9), st.integers(1, 40))
def test_a_finding_less_never_lowers_it(journey, day, errors, warnings) -> None:
    found = seen(journey)
    worst = score_of(replace(found, errors=errors, warnings=warnings), day).total
    assert score_of(replace(found, errors=errors - 1, warnings=warnings), day).total >= worst
    assert score_of(replace(found, errors=errors, warnings=warnings - 1), day).total >= worst


@given(st.lists(journeys(), min_size=1, max_size=3), DAYS)
def test_mending_what_cannot_be_understood_never_lowers_the_mean(several, day) -> None:
    found = [replace(seen(journey), key=f"j{at}") for at, journey in enumerate(several)]
    broken = Sight(tuple(found[1:]), (("j0", found[0].entry),))
    before = project_score("A", ".", broken, day).mean
    after = project_score("A", ".", Sight(tuple(found), ()), day).mean
    assert before is not None
    assert after is not None
    assert after >= before


@given(journeys(), DAYS)
def test_the_same_journey_has_the_same_score(journey, day) -> None:
    assert score_of(seen(journey), day) == score_of(seen(json.loads(json.dumps(journey))), day)
