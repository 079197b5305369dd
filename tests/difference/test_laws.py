"""What holds for any two models, however little they have to do with each other."""

from collections import Counter
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, assume, given, settings

from cjm_cli.difference.compare import compare
from cjm_cli.difference.difference import Kind
from cjm_cli.difference.plain import plain
from cjm_cli.difference.promises import promises
from cjm_cli.difference.version import Version
from cjm_cli.difference.ways import ways
from cjm_cli.difference.words import heading, told
from cjm_cli.model import Journey, Persona, Project
from cjm_cli.model.catalogue import Catalogue
from cjm_cli.model.claims import cells as cells_of
from cjm_cli.workspace.load import Loaded
from cjm_cli.workspace.source_file import SourceFile

from .apply import applied
from .models import changed, data_of

CATALOGUE = Catalogue.of(Project())
KINDS = {"journey": Journey, "persona": Persona, "project": Project}
unhurried = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


@st.composite
def pairs(draw, kinds=tuple(KINDS)):
    """Two models of one kind: one made from the other, or two that have nothing to do with each other."""
    name = draw(st.sampled_from([*kinds, *kinds[:1] * 3]))
    kind = KINDS[name]
    old = draw(data_of(kind))
    new = draw(st.one_of(changed(kind, old), changed(kind, old), data_of(kind)))
    assume(new is not None)
    return name, kind.model_validate(old), kind.model_validate(new)


def version(name, model):
    source = SourceFile(f"a.{name}.yaml", Path(f"a.{name}.yaml"))
    project = model if isinstance(model, Project) else Project()
    return Version("side", project, [Loaded(source, name, None, model)])


def changes(pair):
    name, old, new = pair
    return compare(version(name, old), version(name, new)).changes


@unhurried
@given(pairs())
def test_applying_the_changes_to_the_old_gives_the_new(pair):
    _, old, new = pair
    assert applied(plain(old), changes(pair)) == plain(new)


@unhurried
@given(pairs())
def test_equal_data_means_equal_models(pair):
    _, old, new = pair
    assert (plain(old) == plain(new)) == (old == new)
    assert (changes(pair) == ()) == (old == new)


@unhurried
@given(pairs())
def test_a_model_is_the_same_as_itself(pair):
    name, old, _ = pair
    assert changes((name, old, old.model_copy(deep=True))) == ()


@unhurried
@given(pairs())
def test_from_the_other_side_what_was_added_is_removed(pair):
    name, old, new = pair
    forth, back = changes(pair), changes((name, new, old))
    assert told_of(forth, Kind.ADDED, "after") == told_of(back, Kind.REMOVED, "before")
    assert told_of(forth, Kind.REMOVED, "before") == told_of(back, Kind.ADDED, "after")
    assert len(forth) == len(back)


def told_of(changes, kind, side):
    return Counter((change.entity, repr(getattr(change, side))) for change in changes if change.kind is kind)


@unhurried
@given(st.data(), st.sampled_from([Journey, Persona]))
def test_another_order_alone_only_moves(data, kind):
    old = data.draw(data_of(kind))
    new = shuffled(data, old)
    pair = kind.__name__.lower(), kind.model_validate(old), kind.model_validate(new)
    assert {change.kind for change in changes(pair)} <= {Kind.MOVED}


def shuffled(data, value, key=""):
    """Every list in another order, but those that are one value, or the author's own."""
    if key.startswith("x-") or key in {"emotion", "demographics", "attributes", "data"}:
        return value
    if isinstance(value, dict):
        return {name: shuffled(data, one, name) for name, one in value.items()}
    if not isinstance(value, list):
        return value
    return data.draw(st.permutations([shuffled(data, one, key) for one in value]))


@given(st.permutations(range(9)))
def test_as_few_as_possible_move(order):
    old = Journey.model_validate({"title": "A", "expectations": [str(number) for number in range(9)]})
    new = Journey.model_validate({"title": "A", "expectations": [str(number) for number in order]})
    assert len(changes(("journey", old, new))) == 9 - longest_rising(order)


def longest_rising(order):
    best = []
    for index, number in enumerate(order):
        best.append(1 + max((best[at] for at in range(index) if order[at] < number), default=0))
    return max(best)


@unhurried
@given(pairs())
def test_every_change_is_told_in_one_line(pair):
    name, old, new = pair
    for compared in compare(version(name, old), version(name, new)).compared:
        for line in (heading(compared), *map(told, compared.changes)):
            assert line
            assert len(line.splitlines()) == 1
            assert len(line) < 400


@unhurried
@given(pairs(("journey",)))
def test_any_two_journeys_stand_side_by_side(pair):
    _, left, right = pair
    told = ways(left, right, CATALOGUE)
    steps = [step for stage in told.stages for step in stage.steps]
    kinds = Counter(way.felt.kind for way in (*told.stages, *steps))
    cells = [sum(1 for cell in cells_of(journey) if cell.route) for journey in (left, right)]
    assert cells == [kinds[None] + kinds[Kind.REMOVED], kinds[None] + kinds[Kind.ADDED]]


@unhurried
@given(pairs(("journey",)))
def test_any_pain_point_of_today_has_a_fate(pair):
    _, today, tomorrow = pair
    pains = [pain.text for cell in cells_of(today) for pain in cell.node.pain_points]
    assert [pain.text for pain in promises(today, tomorrow, CATALOGUE).pains] == pains
