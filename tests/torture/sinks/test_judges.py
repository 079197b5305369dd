"""Judges: that each would notice is shown by switching off what it judges; one that cannot find fault proves nothing."""

import pytest

from tests.torture.sinks.found import drawn_faults, page_faults, said_faults
from tests.torture.sinks.outputs import DRAWN, SAID
from tests.torture.sinks.payloads import READABLE

UNGUARDED = {
    "hidden characters": ("show", "diff as markdown", "textconv"),
    "terminal": ("a sound project as full", "raw texts", "diff as text", "baseline shown"),
    "xml": ("a sound project as junit", "a sound project as checkstyle"),
    "markdown": ("a sound project as markdown", "diff as markdown", "compare as markdown"),
    "table": ("stats as csv",),
    "log": ("a sound project as github",),
    "json": ("a sound project as json", "a wrong one as sarif", "a sound project as gitlab", "stats as json"),
}


@pytest.mark.parametrize(("without", "names"), UNGUARDED.items(), ids=UNGUARDED)
def test_a_sink_whose_escaping_is_switched_off_is_found_in_what_is_said(tell, without, names) -> None:
    told = tell(
        {"baseline": SAID["baseline"].command} | {name: SAID[name].command for name in names}, READABLE, without=without
    )
    found = [*said_faults(told)]
    assert [name for name in names if not any(fault.startswith(f"{name}: ") for fault in found)] == []


UNDRAWN = {"xml": "svg", "markdown": "md", "dot": "dot", "hidden characters": "md"}


@pytest.mark.parametrize(("without", "form"), UNDRAWN.items(), ids=UNDRAWN)
def test_a_sink_whose_escaping_is_switched_off_is_found_in_what_is_drawn(tell, without, form) -> None:
    told = tell({form: DRAWN[form]}, READABLE, without=without)
    assert [*drawn_faults(told.folder)] != []


@pytest.mark.parametrize(("without", "form"), {"html": "html", "link": "html", "markdown": "md"}.items())
def test_a_sink_whose_escaping_is_switched_off_is_found_in_a_browser(tell, room, without, form) -> None:
    told = tell({form: DRAWN[form]}, READABLE, without=without)
    assert [*page_faults(room, told.folder, {})] != []


def test_names_that_are_no_names_of_files_are_found_where_they_lead(tell) -> None:
    one = ("render", "new/first.journey.yaml", "--no-validate", "-o", "out/html")
    assert tell({"html": one}, ["../../torn"], without="name").faults != []
