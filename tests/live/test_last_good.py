"""While a file cannot be understood it is shown as it was, and everything else as it is."""

from .conftest import STAGE

FUTURE = "title: Buying tomorrow\nstate: future\nbased_on: a\n" + STAGE
BROKEN = "title: [Broken\n"
OLDER = "What you see is older than your files: 1 error to correct first."


def _text(server, path: str) -> str:
    status, _, page = server.ask(path)
    assert status == 200, path
    return page.decode()


def test_other_journeys_are_shown_as_they_are(serve) -> None:
    server = serve({"b.journey.yaml": f"title: Swapping\n{STAGE}"})
    server.save("a.journey.yaml", BROKEN)
    server.save("b.journey.yaml", f"title: Bartering\n{STAGE}")
    assert "Bartering" in _text(server, "/journeys/b.html")
    start = _text(server, "/")
    assert "Bartering" in start
    assert "Buying" in start
    assert "Some of what you see is older than your files: 1 error to correct first." in start


def test_only_pages_that_are_older_say_so_and_the_others_lead_to_what_is_wrong(serve) -> None:
    server = serve({"b.journey.yaml": f"title: Swapping\n{STAGE}"})
    server.save("a.journey.yaml", BROKEN)
    assert OLDER in _text(server, "/journeys/a.html")
    assert "Buying" in _text(server, "/journeys/a.html")
    other = _text(server, "/journeys/b.html")
    assert "older than your files" not in other
    assert "1 error in this project" in other
    assert '<a href="/journeys/a.html">show it</a>' in other


def test_a_page_that_was_never_asked_for_is_drawn_as_its_file_was(serve) -> None:
    server = serve()
    server.save("a.journey.yaml", BROKEN)
    for view in ("a.html", "a.flow.html"):
        assert "Finds it" in _text(server, f"/journeys/{view}")


def test_a_map_keeps_the_persona_whose_file_is_broken(serve) -> None:
    persona = "name: Mara Lind\nquote: Not again\n"
    server = serve({"a.journey.yaml": f"title: Buying\npersona: mara\n{STAGE}", "mara.persona.yaml": persona})
    server.save("mara.persona.yaml", "name: [Mara\n")
    server.save("a.journey.yaml", f"title: Selling\npersona: mara\n{STAGE}")
    page = _text(server, "/journeys/a.html")
    assert "Selling" in page
    assert "Mara Lind" in page
    assert OLDER in page
    assert "Not again" in _text(server, "/personas/mara.html")


def test_a_future_map_keeps_its_baseline_whose_file_is_broken(serve) -> None:
    server = serve({"b.journey.yaml": FUTURE})
    before = _text(server, "/journeys/b.html")
    server.save("a.journey.yaml", BROKEN)
    page = _text(server, "/journeys/b.html")
    assert OLDER in page
    assert page[page.index("<h1") :] == before[before.index("<h1") :]


def test_a_mended_file_is_shown_as_it_is(serve) -> None:
    server = serve({"b.journey.yaml": BROKEN})
    server.save("a.journey.yaml", BROKEN)
    server.save("a.journey.yaml", f"title: Selling\n{STAGE}")
    server.save("b.journey.yaml", f"title: Swapping\n{STAGE}")
    assert "Selling" in _text(server, "/journeys/a.html")
    start = _text(server, "/")
    assert "Swapping" in start
    assert "older than your files" not in start


def test_a_broken_file_that_is_deleted_is_gone(serve) -> None:
    server = serve({"b.journey.yaml": f"title: Swapping\n{STAGE}"})
    server.save("a.journey.yaml", BROKEN)
    (server.folder / "a.journey.yaml").unlink()
    server.save("b.journey.yaml", f"title: Bartering\n{STAGE}")
    assert server.ask("/journeys/a.html")[0] == 404
    assert "Buying" not in _text(server, "/")


def test_what_breaks_twice_is_shown_as_it_was_when_it_was_sound(serve) -> None:
    server = serve()
    server.save("a.journey.yaml", f"title: Selling\n{STAGE}")
    server.save("a.journey.yaml", BROKEN)
    server.save("a.journey.yaml", "title: 1\nnonsense: 2\n")
    assert "Selling" in _text(server, "/journeys/a.html")


def test_only_the_file_that_was_saved_is_examined_anew(serve) -> None:
    server = serve({"b.journey.yaml": f"title: Swapping\n{STAGE}"}, "-v")
    server.save("b.journey.yaml", f"title: Bartering\n{STAGE}")
    server.save("b.journey.yaml", BROKEN)
    _, told = server.end()
    looks = [line.rpartition(": ")[2] for line in told.splitlines() if "as they were at the last look" in line]
    # While a file is broken, the site is made of what it held before: a second pass, over results that are known.
    assert looks == ["0 of 2", "1 of 2", "1 of 2", "2 of 2"]


def test_other_settings_examine_everything_anew(serve) -> None:
    server = serve({}, "-v")
    server.save("cjm.yaml", "name: Shop\nextends: recommended\n")
    _, told = server.end()
    assert "files that are as they were at the last look: 0 of 1\n" in told.partition("Showing the site")[2]
