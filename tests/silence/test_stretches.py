"""What covers a place is found among very many stretches as if all had been looked at."""

from hypothesis import given
from hypothesis import strategies as st

from cjm_cli.lint.stretches import Stretches
from cjm_cli.source.suppression import WHOLE_FILE

PLACES = st.tuples(st.integers(1, 70), st.integers(1, 3))
AREAS = st.tuples(PLACES, PLACES).map(sorted).map(tuple) | st.just(WHOLE_FILE)
RANKS = st.tuples(PLACES, PLACES)


@given(st.lists(st.tuples(AREAS, RANKS), max_size=12), PLACES)
def test_the_lowest_rank_of_what_covers_a_place_is_found(found, place) -> None:
    covering = [rank for (start, end), rank in found if start <= place < end]
    assert Stretches(found).least(place) == min(covering, default=None)
