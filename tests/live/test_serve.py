"""The server shows the site to this machine alone, tells of changes, and opens no file for anybody."""

import socket
from pathlib import Path

import pytest


def test_it_serves_the_site_and_nothing_may_keep_it(serve) -> None:
    server = serve()
    status, headers, page = server.ask("/")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert headers["cache-control"] == "no-store"
    assert b"<h1" in page
    assert b"Buying" in server.ask("/journeys/a.html")[2]


def test_head_is_answered_without_a_body(serve) -> None:
    server = serve()
    status, headers, body = server.ask("/", "HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["content-length"]) == len(server.ask("/")[2])
    assert server.ask("/events", "HEAD")[0] == 200


def test_other_methods_are_refused(serve) -> None:
    server = serve()
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO"):
        for path in ("/", "/events", "/journeys/a.html"):
            status, headers, _ = server.ask(path, method)
            assert (status, headers.get("allow")) == (405, "GET, HEAD")


def test_hostile_addresses_lead_nowhere(serve, tmp_path) -> None:
    (tmp_path / "secret.html").write_text("secret")
    server = serve({".hidden/x.html": "secret", "own.html": "secret", ".env": "secret"})
    (server.folder / "link.html").symlink_to(tmp_path / "secret.html")
    (server.folder / "journeys").mkdir()
    (server.folder / "journeys/link.html").symlink_to(tmp_path / "secret.html")
    for path in (
        "/../secret.html",
        "/%2e%2e/secret.html",
        "/%2e%2e%2fsecret.html",
        "/..%5csecret.html",
        "/journeys/../../secret.html",
        "/journeys/%2e%2e/%2e%2e/secret.html",
        "//secret.html",
        "/.hidden/x.html",
        "/.env",
        "/.cjm-site.json",
        "/own.html",
        "/link.html",
        "/journeys/link.html",
        "/journeys/",
        "/journeys",
        "/personas",
        "/cjm.yaml",
        "/a.journey.yaml",
        "/index.html%00",
        "/%00",
        "/%ff",
        "/index.html/",
        "/CON",
        f"/{tmp_path}/secret.html",
    ):
        status, _, body = server.ask(path)
        assert status == 404, path
        assert b"secret" not in body, path


FOREIGN = (
    "evil.example",
    "evil.example:{port}",
    "127.0.0.1",
    "localhost",
    "127.0.0.1:1",
    "",
    "127.0.0.1.evil.example:{port}",
)


def test_a_foreign_host_is_refused(serve) -> None:
    server = serve()
    for host in FOREIGN:
        status, _, body = server.ask("/", headers={"Host": host.format(port=server.port)})
        assert status in (400, 421), host
        assert b"Buying" not in body


def test_its_own_names_are_answered(serve) -> None:
    server = serve()
    for name in ("127.0.0.1", "localhost", "[::1]"):
        assert server.ask("/", headers={"Host": f"{name}:{server.port}"})[0] == 200


def test_other_sites_get_no_events(serve) -> None:
    server = serve()
    for origin in ("http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1"):
        for path in ("/events", "/"):
            assert server.ask(path, headers={"Origin": origin.format(port=server.port)})[0] == 403


def test_other_sites_get_no_events_without_naming_themselves(serve) -> None:
    server = serve()
    assert server.ask("/events", headers={"Sec-Fetch-Site": "cross-site"})[0] == 403
    assert server.ask("/", headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"})[0] == 200


def test_only_this_machine_can_reach_it(serve) -> None:
    server = serve()
    with socket.socket() as other:
        # A server on all addresses would hold this one as well.
        other.bind(("127.0.0.2", server.port))


def test_a_change_is_told_to_those_who_listen(serve) -> None:
    server = serve()
    connection, answer = server.opened("/events", headers={"Origin": server.address})
    with connection:
        assert answer.getheader("content-type", "").startswith("text/event-stream")
        first = answer.readline()
        assert first.startswith(b"data: ")
        assert answer.readline() == b"\n"
        path = server.folder / "a.journey.yaml"
        path.write_text(path.read_text().replace("Buying", "Selling"))
        second = answer.readline()
        assert second.startswith(b"data: ")
        assert second != first
    assert b"Selling" in server.ask("/journeys/a.html")[2]


def test_the_last_good_maps_stay_while_a_file_is_broken(serve) -> None:
    server = serve()
    path = server.folder / "a.journey.yaml"
    sound = path.read_text()
    connection, answer = server.opened("/events")
    with connection:
        answer.readline(), answer.readline()
        path.write_text("title: [Broken\n")
        answer.readline(), answer.readline()
        page = server.ask("/journeys/a.html")[2].decode()
        assert "Finds it" in page
        assert "What you see is older than your files: 1 error to correct first." in page
        assert "p/a.journey.yaml:" in page
        path.write_text(sound)
        answer.readline(), answer.readline()
    assert "older than your files" not in server.ask("/journeys/a.html")[2].decode()


def test_broken_settings_keep_the_last_good_maps_too(serve) -> None:
    server = serve()
    connection, answer = server.opened("/events")
    with connection:
        answer.readline(), answer.readline()
        (server.folder / "cjm.yaml").write_text("nmae: Shop\n")
        answer.readline(), answer.readline()
    page = server.ask("/")[2].decode()
    assert "older than your files" in page
    assert "Buying" in page


def test_what_is_broken_from_the_start_is_told_and_the_rest_is_shown(serve) -> None:
    server = serve({"b.journey.yaml": "title: [Broken\n"})
    status, _, page = server.ask("/journeys/b.html")
    assert status == 404
    assert b"p/b.journey.yaml:" in page
    assert b"Buying" in server.ask("/")[2]


def test_ctrl_c_ends_it_with_a_stream_open(serve) -> None:
    server = serve()
    connection, answer = server.opened("/events")
    with connection:
        answer.readline()
        code, errors = server.end()
    assert code == 130
    assert "Traceback" not in errors
    assert "Showing the site there; Ctrl-C ends it." in errors


def test_a_port_that_is_taken_is_told_in_one_line(write, cjm) -> None:
    write({"p/cjm.yaml": "extends: minimal\n", "p/a.journey.yaml": "title: A\nsteps: [{name: B}]\n"})
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        served = cjm("serve", "p", "--port", str(taken.getsockname()[1]))
    assert (served.returncode, served.stdout, served.stderr.count("\n")) == (2, "", 1)
    assert "give another with --port" in served.stderr


@pytest.mark.parametrize("library", ["starlette", "uvicorn", "watchfiles"])
def test_without_the_extra_it_says_how_to_get_it(write, cjm, library) -> None:
    folder = write({"p/cjm.yaml": "", "p/a.journey.yaml": "title: A\nsteps: [{name: B}]\n"})
    write({f"without/{library}.py": f"raise ModuleNotFoundError(\"No module named '{library}'\", name='{library}')\n"})
    path = f"{folder / 'without'}:{_checkout()}"
    served = cjm("serve", "p", env={"PYTHONPATH": path})
    assert (served.returncode, served.stdout) == (2, "")
    assert served.stderr == (
        f'error: cjm serve needs {library}, which is not installed; get it with: pip install "cjm-cli[serve]"\n'
    )


def _checkout() -> str:
    return str(Path(__file__).parent.parent.parent)
