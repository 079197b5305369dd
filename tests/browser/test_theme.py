"""A map in the colours of a brand, with its logo, can be read by everybody, wherever the colours come from."""

from base64 import b64encode
from dataclasses import replace

import pytest

from cjm_cli.page.theme import Logo, Theme, branded, weak_colours

from .conftest import ROOT, pages_of
from .test_accessible import WAYS, broken

BRANDS = {
    "berry": {"accent": ("#b3123f", None), "stage": ("#3a0b2e", None), "pain": ("#b3123f", None)},
    "sun": {"stage": ("#ffcc00", None), "accent": ("#8a5a00", None), "moment": ("#0a6b5c", None)},
    "cream": {
        "paper": ("#fffaf0", None),
        "surface": ("#f5ecdc", "#1f1a14"),
        "line": ("#8a8170", None),
        "stage": ("#808080", None),
        "muted": ("#57534a", None),
    },
}
PIXEL = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cch\0\0\0\x82\0\x81w\xcdr\xb6"
    b"\0\0\0\0IEND\xaeB`\x82"
)


def themed(brand: str) -> Theme:
    logo = Logo(f"data:image/png;base64,{b64encode(PIXEL).decode()}", 1, 1, "Shoe shop")
    return replace(branded(BRANDS[brand]), logo=logo)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("brand", BRANDS)
def test_nothing_is_found_on_a_map_in_colours_that_hold(open_map, brand, way) -> None:
    assert list(weak_colours(BRANDS[brand])) == []
    page = pages_of(ROOT / "examples" / "shoe-shop")["buying-running-shoes-future"]
    shown = open_map(replace(page, theme=themed(brand)), **WAYS[way])
    assert shown.locator("img.logo").evaluate("logo => logo.complete && logo.naturalWidth") == 1
    assert broken(shown, way=way) == []


@pytest.mark.parametrize(("scheme", "colour"), [("light", "rgb(255, 250, 240)"), ("dark", "rgb(255, 255, 255)")])
def test_a_logo_lies_on_paper_in_the_light_and_on_a_white_plate_in_the_dark(open_map, scheme, colour) -> None:
    page = pages_of(ROOT / "examples" / "shoe-shop")["buying-running-shoes"]
    shown = open_map(replace(page, theme=themed("cream")), color_scheme=scheme)
    assert shown.locator("img.logo").evaluate("logo => getComputedStyle(logo).backgroundColor") == colour
