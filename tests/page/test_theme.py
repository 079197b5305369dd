"""A brand's colours take the place of ours, what follows from them does too, and what cannot be seen is found."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_cli.model.theme import Colours
from cjm_cli.page.contrast import MODES, PAIRS, contrast, failures, nearest_shade, whole
from cjm_cli.page.layout import lay_out
from cjm_cli.page.palette import PALETTE, Shade
from cjm_cli.page.scene import Circle, Polygon, Rect, TextLine
from cjm_cli.page.theme import DEFAULT, branded, weak_colours

HEX = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
GIVEN = st.dictionaries(
    st.sampled_from([name.replace("_", "-") for name in Colours.model_fields]), st.tuples(HEX, st.none() | HEX)
)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4)],
)
def test_contrast_is_that_of_wcag(one, other, ratio) -> None:
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == ratio


def test_every_pair_of_the_built_in_palette_can_be_told_apart() -> None:
    assert [(one.pair.over, one.pair.under, one.mode, one.ratio) for one in failures(PALETTE)] == []


def test_every_colour_that_can_be_given_is_one_of_the_palette_and_in_a_pair() -> None:
    names = {name.replace("_", "-") for name in Colours.model_fields}
    assert names <= set(PALETTE)
    assert names <= {*chain.from_iterable((pair.over, pair.under) for pair in PAIRS)}


def test_all_text_of_a_drawing_lies_on_a_ground_that_is_a_pair(everything) -> None:
    drawn = {(line.color, ground) for line, ground in _grounds(lay_out(everything).shapes)}
    # The number of a pain point is the pair the other way round, which has the same contrast.
    turned = {(under, over) if over == "paper" else (over, under) for over, under in drawn}
    assert turned <= {(pair.over, pair.under) for pair in PAIRS}
    assert len(turned) > 10


def _grounds(shapes):
    filled = []
    for shape in shapes:
        if isinstance(shape, TextLine):
            x, y = shape.x + shape.room * shape.align, shape.y - 2
            yield shape, next(one.paint.fill for one in reversed(filled) if _covers(one, x, y))
        elif isinstance(shape, Rect | Circle | Polygon) and shape.paint.fill:
            filled.append(shape)


def _covers(shape, x: float, y: float) -> bool:
    if isinstance(shape, Circle):
        return (x - shape.x) ** 2 + (y - shape.y) ** 2 <= shape.radius**2
    if isinstance(shape, Rect):
        return shape.x <= x <= shape.x + shape.width and shape.y <= y <= shape.y + shape.height
    xs, ys = zip(*shape.points, strict=True)
    return min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys)


def test_without_colours_nothing_differs() -> None:
    assert branded({}) == DEFAULT
    assert DEFAULT.palette == PALETTE


def test_a_colour_of_three_digits_is_one_of_six() -> None:
    assert whole("#0A5") == "#00aa55"
    assert branded({"accent": ("#05A", "#FFF")}).palette["accent"] == Shade("#0055aa", "#ffffff")


@pytest.mark.parametrize("light", ["#c8102e", "#0050c8", "#6200ee", "#0a7d6b", "#111111"])
@pytest.mark.parametrize("name", ["accent", "pain", "opportunity", "moment", "low", "high"])
def test_the_dark_shade_of_a_sound_colour_is_worked_out_so_that_it_can_be_seen(name, light) -> None:
    assert list(weak_colours({name: (light, None)})) == []


@pytest.mark.parametrize("light", ["#ffcc00", "#ff6600", "#000000", "#003b5c", "#808080", "#ffffff"])
def test_words_on_the_bars_of_stages_can_be_read_whatever_the_colour_of_the_bar(light) -> None:
    theme = branded({"stage": (light, None)})
    assert list(failures(theme.palette)) == []
    assert contrast(theme.palette["stage"].dark, theme.palette["paper"].dark) >= 1.5


@pytest.mark.parametrize(("stage", "curve"), [("#003b5c", "stage"), ("#ffcc00", "ink")])
def test_the_line_of_the_feelings_has_the_colour_of_the_stages_where_it_can_be_seen(stage, curve) -> None:
    assert branded({"stage": (stage, None)}).curve == curve


@pytest.mark.parametrize("name", ["pain", "opportunity", "moment"])
def test_the_tint_of_a_colour_follows_from_it(name) -> None:
    tint = branded({name: ("#0a7d6b", None)}).palette[f"{name}-tint"]
    assert tint != PALETTE[f"{name}-tint"]
    for mode in MODES:
        assert contrast(getattr(tint, mode), getattr(PALETTE["ink"], mode)) > 7


def test_of_two_colours_that_were_given_the_one_above_is_to_blame() -> None:
    weak = list(weak_colours({"stage": ("#808080", "#22324a"), "on-stage": ("#999999", "#ffffff")}))
    assert [(one.name, one.mode) for one in weak] == [("on-stage", "light")]


@given(HEX, HEX)
def test_the_nearest_shade_that_does_is_the_colour_itself_or_one_that_does(colour, ground) -> None:
    found = nearest_shade(colour, lambda shade: contrast(shade, ground) >= 4.5)
    assert found is not None
    assert contrast(found, ground) >= 4.5


@given(GIVEN)
def test_whatever_is_given_a_theme_is_made_and_always_the_same(colours) -> None:
    theme = branded(colours)
    assert theme == branded(colours)
    assert all(len(shade.light) == len(shade.dark) == 7 for shade in theme.palette.values())


@pytest.mark.parametrize("light", ["#fffaf0", "#e9e2d0", "#cfcfcf"])
def test_what_a_filter_dims_can_be_read_on_other_grounds(light) -> None:
    theme = branded({"paper": (light, None), "surface": (light, None)})
    assert list(failures(theme.palette, ["faint"])) == []


def test_a_proposed_shade_mends_all_that_was_weak() -> None:
    (weak,) = weak_colours({"accent": ("#7fb2ff", "#7fb2ff")})
    assert weak.shade is not None
    assert list(weak_colours({"accent": (weak.shade, "#7fb2ff")})) == []
