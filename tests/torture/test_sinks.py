"""Sinks: every text in every field, through every output.

Whatever a field says stays words: in a real browser where it is a page, in a renderer, a parser, a terminal. That each judge
would notice is shown by switching off what it judges.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

import pytest

from . import fields, judges, pages
from .payloads import FAMILIES, PAYLOADS, READABLE

TELLER = Path(__file__).with_name("teller.py")


def harmless(text: str) -> str:
    """Words of the same shape with nothing in them that anybody obeys."""
    return re.sub(r"[^\w\s.,-]|[\x1c-\x1f\x85\u2028\u2029]", ".", text)


def telling(texts: Sequence[str], after: str = "") -> fields.Say:
    """Says one text after the other; every third with an end of its own, so that versions differ."""
    turn = enumerate(cycle(texts))

    def say() -> str:
        index, text = next(turn)
        return text + after if index % 3 == 0 else text

    return say


def project(folder: Path, say: fields.Say, *, raw: bool = False) -> None:
    """A project in which every field is filled: what is, and what shall be."""
    first = fields.journey(say)
    plan = fields.journey(say, state="future", based_on=first["id"])
    said = {"cjm": fields.project(say), "a.persona": fields.persona(say), "first.journey": first, "plan.journey": plan}
    write(folder, said, raw=raw)


def wrong(folder: Path, say: fields.Say) -> None:
    """One in which nothing is as it must be."""
    write(folder, {f"a.{kind}": fields.wrong(kind, say) for kind in ("journey", "persona")})
    write(folder / "settings", {"cjm": fields.wrong("project", say), "a.journey": fields.journey(say)})


def write(folder: Path, said: Mapping[str, object], *, raw: bool = False) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, what in said.items():
        (folder / f"{name}.yaml").write_text(fields.written(what, raw=raw), "utf-8", newline="\n")


@dataclass(frozen=True)
class Output:
    """A command and the judge of what it says on standard output."""

    command: Sequence[str]
    judge: judges.Judge = judges.terminal


def reports(name: str, *folders: str) -> Iterator[tuple[str, Output]]:
    checked = {
        **dict.fromkeys(("full", "concise", "grouped"), judges.terminal),
        **dict.fromkeys(("json", "sarif", "gitlab", "rdjson"), judges.as_json),
        **dict.fromkeys(("junit", "checkstyle"), judges.xml),
        "jsonl": judges.as_json_lines,
        "markdown": judges.markdown,
        "github": judges.log,
    }
    for form, judge in checked.items():
        yield f"{name} as {form}", Output(("validate", *folders, "-f", form, "--no-cache"), judge)


REVIEWS = {"text": judges.terminal, "markdown": judges.markdown, "json": judges.as_json, "github": judges.log}
MEASURES = {"text": judges.terminal, "markdown": judges.markdown, "json": judges.as_json}
VIEWS = ("journey", "brief", "blueprint", "flow", "persona", "touchpoints")

SAID: dict[str, Output] = {
    **dict(reports("a sound project", "new")),
    **dict(reports("a wrong one", "bad")),
    **{f"diff as {form}": Output(("diff", "old", "new", "-f", form), judge) for form, judge in REVIEWS.items()},
    **{
        f"compare as {form}": Output(
            ("compare", "new/first.journey.yaml", "new/plan.journey.yaml", "-f", form),
            judge,
        )
        for form, judge in REVIEWS.items()
    },
    **{
        f"{what} as {form}": Output((what, "new", "-f", form), judge)
        for what in ("stats", "score")
        for form, judge in MEASURES.items()
    },
    "stats as csv": Output(("stats", "new", "-f", "csv"), judges.table),
    "score explained": Output(("score", "new", "--explain")),
    "wrong settings": Output(("validate", "bad/settings")),
    "colours": Output(("validate", "new", "bad", "--color", "always", "--no-cache"), judges.coloured),
    "statistics": Output(("validate", "new", "bad", "--statistics")),
    "mending": Output(("validate", "new/a.persona.yaml", "--diff", "--unsafe-fixes")),
    "fmt": Output(("fmt", "new", "--diff")),
    "fmt of raw texts": Output(("fmt", "raw", "--diff")),
    "raw texts": Output(("validate", "raw", "bad", "--no-cache")),
    "show": Output(("show", "new")),
    "show in colours": Output(("show", "new", "--color", "always"), judges.coloured),
    "settings": Output(("config", "show", "--origin", "--project", "new")),
    "textconv": Output(("git", "textconv", "new/first.journey.yaml")),
    "textconv of raw texts": Output(("git", "textconv", "raw/first.journey.yaml")),
    "baseline": Output(("baseline", "write", "new", "--baseline", "out/known.yaml")),
    "baseline shown": Output(("baseline", "show", "new", "--baseline", "out/known.yaml")),
}
"""What commands say."""

DRAWN: dict[str, Sequence[str]] = {
    "build": ("build", "new", "--no-validate", "-o", "out/site"),
    "diff": ("diff", "old", "new", "-f", "html", "-o", "out/review/diff.html"),
    "compare": (
        *("compare", "new/first.journey.yaml", "new/plan.journey.yaml"),
        *("-f", "html", "-o", "out/review/compare.html"),
    ),
    **{
        form: (
            *("render", "new", "--no-validate", "-f", form, "-o", f"out/{form}"),
            *(part for view in views for part in ("--view", view)),
        )
        for form, views in {**dict.fromkeys(("html", "svg", "md"), VIEWS), "dot": ["flow"], "png": ["persona"]}.items()
    },
    "pdf": (
        *("render", "new/first.journey.yaml", "--no-validate", "-f", "pdf", "-o", "out/pdf"),
        *("--view", "journey", "--view", "persona"),
    ),
}
"""What commands draw, into folders of these names."""


@dataclass
class Told:
    """What became of some commands: their exit codes, what they said, and the files that came."""

    folder: Path
    codes: Sequence[int]
    streams: Sequence[tuple[bytes, bytes]]
    names: Sequence[str]
    faults: list[str] = field(default_factory=list)

    def of(self, name: str) -> bytes:
        return self.streams[self.names.index(name)][0]


Tell = Callable[..., Told]


@pytest.fixture
def tell(attempt, tmp_path) -> Tell:
    """Runs commands in one process, over a project that says these texts."""

    def run(commands: Mapping[str, Sequence[str]], texts: Sequence[str], *, without: str = "", name: str = "w") -> Told:
        folder = tmp_path / name
        project(folder / "new", telling(texts))
        project(folder / "old", telling(texts, " before"))
        project(folder / "raw", telling(texts), raw=True)
        wrong(folder / "bad", telling(texts))
        (folder / "out" / "review").mkdir(parents=True, exist_ok=True)
        (tmp_path / "told").mkdir(exist_ok=True)
        streams = [[tmp_path / "told" / f"{index}.{end}" for end in ("out", "err")] for index, _ in enumerate(commands)]
        before = judges.files(tmp_path)
        asked = {"commands": [*commands.values()], "files": [[*map(str, pair)] for pair in streams], "without": without}
        ran = attempt(str(TELLER), python=[sys.executable], input=json.dumps(asked).encode(), folder=folder, clock=600)
        assert ran.code == 0, ran.err.decode()
        pairs = [(out.read_bytes(), err.read_bytes()) for out, err in streams]
        told = Told(folder, json.loads(ran.out), pairs, [*commands])
        told.faults += judges.strayed(before, judges.files(tmp_path), ["told", f"{name}/out"])
        return told

    return run


TellIn = Callable[[Path, Mapping[str, Output]], Iterator[str]]


@pytest.fixture
def tell_in(attempt, tmp_path_factory) -> TellIn:
    """Runs commands in a folder and says what is wrong with what they said, or wrote elsewhere than into `out`."""

    def run(folder: Path, outputs: Mapping[str, Output]) -> Iterator[str]:
        beside = tmp_path_factory.mktemp("told")
        streams = [[str(beside / f"{index}.{end}") for end in ("out", "err")] for index, _ in enumerate(outputs)]
        before = judges.files(folder)
        asked = {"commands": [[*output.command] for output in outputs.values()], "files": streams}
        ran = attempt(str(TELLER), python=[sys.executable], input=json.dumps(asked).encode(), folder=folder, clock=600)
        assert ran.code == 0, ran.err.decode()
        yield from judges.strayed(before, judges.files(folder), ["out"])
        for (name, output), pair, code in zip(outputs.items(), streams, json.loads(ran.out), strict=True):
            out, err = (Path(path).read_bytes() for path in pair)
            found = [*judges.fell(code, out, err), *output.judge(out), *judges.terminal(err)]
            yield from (f"{name} ({output.command[-1]!r}): {fault}" for fault in found)

    return run


def nothing_in(faults: Sequence[str]) -> None:
    assert not faults, "\n".join([f"{len(faults)} faults", *(fault[:300] for fault in faults[:60])])


def said_faults(told: Told) -> Iterator[str]:
    """What is wrong with what commands said."""
    for name, code, (out, err) in zip(told.names, told.codes, told.streams, strict=True):
        judge = SAID[name].judge if name in SAID else judges.terminal
        found = [*judges.fell(code, out, err), *judge(out), *judges.terminal(err)]
        yield from (f"{name}: {fault}" for fault in found)


def drawn_faults(folder: Path) -> Iterator[str]:
    """What is wrong with the files that were drawn, but for what a browser has to say."""
    for path in sorted(path for path in (folder / "out").rglob("*") if path.is_file()):
        yield from (f"{path.name}: {fault}" for fault in judges.BY_SUFFIX[path.suffix](path.read_bytes()))


GROUPS = ("site", "review", "html", "svg", "md")


def shown(folder: Path, *, every: bool = True) -> Mapping[str, list[Path]]:
    """What a browser can show, by the folders of it, or some of each; Markdown as an ordinary renderer shows it."""
    for path in sorted((folder / "out" / "md").glob("*.md")):
        page = f"<!doctype html><meta charset=utf-8><title>a</title>{judges.rendered(path.read_bytes())}"
        path.with_suffix(".html").write_text(page, "utf-8")
    ends = {".html", ".svg"}
    found = {group: [path for path in (folder / "out" / group).rglob("*") if path.suffix in ends] for group in GROUPS}
    return {group: sorted(paths) if every else few(paths) for group, paths in found.items()}


def few(paths: Sequence[Path]) -> list[Path]:
    """A few files of each folder."""
    folders = sorted({path.parent for path in paths})
    return [path for folder in folders for path in sorted(path for path in paths if path.parent == folder)[:4]]


@pytest.fixture
def room(browser) -> Iterator[pages.Room]:
    yield from pages.room(browser)


DRAWN_FOR_PAGES = {name: DRAWN[name] for name in ("build", "diff", "compare", "html", "svg", "md")}


def plain_shapes(tell: Tell, room: pages.Room, texts: Sequence[str], *, every: bool) -> dict[str, set[str]]:
    """The elements of the same pages with harmless words."""
    told = tell(DRAWN_FOR_PAGES, [*map(harmless, texts)], name="plain")
    assert not any(told.codes), told.streams
    shapes = {group: set().union(*map(room.shapes, paths)) for group, paths in shown(told.folder, every=every).items()}
    return shapes | {"md": shapes["md"] | {"span"}}  # which keeps a dollar from being a formula


def test_no_text_is_more_than_words_in_what_commands_say(tell) -> None:
    told = tell({name: output.command for name, output in SAID.items()}, READABLE)
    nothing_in([*told.faults, *said_faults(told)])


def test_every_text_comes_back_as_it_was_where_a_program_reads_it(tell) -> None:
    told = tell({"diff": SAID["diff as json"].command}, READABLE)
    given = {text.removesuffix(" before") for text in strings(json.loads(told.of("diff")))}
    assert [text for text in READABLE if text not in given] == []


def strings(value: object) -> Iterator[str]:
    """Every text in a value of JSON."""
    match value:
        case str():
            yield value
        case dict():
            yield from strings([*value, *value.values()])
        case list():
            yield from (text for one in value for text in strings(one))


def test_no_text_is_more_than_words_on_a_page_in_a_browser(tell, room, long_way) -> None:
    plain = plain_shapes(tell, room, READABLE, every=long_way)
    told = tell(DRAWN_FOR_PAGES, READABLE)
    faults = [*told.faults, *said_faults(told)]
    nothing_in([*faults, *page_faults(room, told.folder, plain, every=long_way)])


def test_no_text_is_more_than_words_in_a_drawing(tell) -> None:
    told = tell(DRAWN, READABLE)
    nothing_in([*told.faults, *said_faults(told), *drawn_faults(told.folder)])


def page_faults(room: pages.Room, folder: Path, plain: Mapping[str, set[str]], *, every: bool = True) -> Iterator[str]:
    for group, paths in shown(folder, every=every).items():
        for path in paths:
            yield from room.faults(path, plain=plain.get(group))


PAGE_ALONE = ("render", "new/first.journey.yaml", "--no-validate", "-o", "out/html", "-f", "html")
ALONE: dict[str, Sequence[str]] = {
    **{
        name: SAID[name].command
        for name in (
            *("a wrong one as full", "a wrong one as json", "a wrong one as junit", "a wrong one as markdown"),
            *("a wrong one as github", "diff as text", "diff as markdown", "stats as csv", "show", "textconv", "fmt"),
        )
    },
    "html": (*PAGE_ALONE, "-f", "md", "--view", "journey", "--view", "flow"),
}
"""What is tried with one payload at a time: something for each sort of escaping."""


@pytest.mark.parametrize("family", FAMILIES)
def test_no_text_alone_is_more_than_words(tell, room, long_way, family) -> None:
    """Where nothing stands before or after it, and all names are one."""
    texts = [text for text in FAMILIES[family] if text in READABLE]
    faults: list[str] = []
    for number, text in enumerate(texts if long_way else texts[:1]):
        told = tell(ALONE if long_way else {"html": PAGE_ALONE}, [text], name=str(number))
        assert any(shown(told.folder).values()), told.streams
        found = [*told.faults, *said_faults(told), *drawn_faults(told.folder), *page_faults(room, told.folder, {})]
        faults += (f"{text!r}: {fault}" for fault in found)
    nothing_in(faults)


# Names of files, and what is typed


def test_no_name_of_a_file_is_more_than_words(tell_in, write) -> None:
    names = [text for text in PAYLOADS if "/" not in text and "\0" not in text and len(text.encode()) < 200]
    folder = write(
        {f"p/{name}.journey.yaml": f"title: A\nstages: [{{name: {index}}}]\n" for index, name in enumerate(names)}
    )
    (folder / "out").mkdir()
    forms = ("full", "concise", "grouped", "json", "sarif", "junit", "markdown", "github", "gitlab")
    judged = {
        form: Output(("validate", "p", "-f", form, "--no-cache"), dict(reports("", "p"))[f" as {form}"].judge)
        for form in forms
    }
    judged |= {
        "stats": Output(("stats", "p")),
        "csv": Output(("stats", "p", "-f", "csv"), judges.table),
        "score": Output(("score", "p", "-f", "markdown"), judges.markdown),
        "show": Output(("show", "p")),
        "fmt": Output(("fmt", "p", "--check")),
        "fmt, told": Output(("fmt", "p", "--diff")),
        "build": Output(("build", "p", "--no-validate", "-o", "out/site")),
        "render": Output(("render", "p", "--no-validate", "-o", "out/drawn", "-f", "md")),
    }
    nothing_in([*tell_in(folder, judged)])


TYPED: dict[str, Sequence[str]] = {
    "rule": ("explain", "{}"),
    "path": ("validate", "{}"),
    "format": ("validate", "-f", "{}"),
    "day": ("validate", "--today", "{}"),
    "selected": ("validate", "--select", "{}"),
    "level": ("validate", "--severity", "{}"),
    "standard input": ("validate", "-", "--stdin-filename", "{}"),
    "reason": ("validate", "a.journey.yaml", "--add-ignore", "{}"),
    "name": ("new", "journey", "{}", "--dry-run"),
    "id": ("new", "persona", "A", "--id", "{}", "--dry-run"),
    "project": ("init", "out/p", "--yes", "--dry-run", "--name", "{}"),
    "revision": ("diff", "{}"),
    "journeys": ("compare", "{}", "a"),
    "range": ("changelog", "{}"),
    "view": ("render", "--view", "{}"),
    "command": ("{}",),
}
"""Where a text may be typed."""


def test_nothing_that_is_typed_is_more_than_words(tell_in, long_way, write) -> None:
    folder = write({"cjm.yaml": "name: A\n", "a.journey.yaml": "title: A\nstages: [{name: B}]\n"})
    (folder / "out").mkdir()
    texts = [text for text in PAYLOADS if not text.startswith("-") and "\0" not in text and text not in (".", "..")]
    typed = {
        f"{what} {index}": Output([text if part == "{}" else part for part in way])
        for index, text in enumerate(texts)
        for number, (what, way) in enumerate(TYPED.items())
        if (long_way or (index - number) % len(TYPED) == 0) and not (what == "standard input" and leads_out(text))
    }
    nothing_in([*tell_in(folder, typed)])


def leads_out(text: str) -> bool:
    """To a folder of this machine: what is said to be a file there is read with all that lies around it."""
    return text.startswith(("../", "/"))


# A judge that cannot find fault proves nothing


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
