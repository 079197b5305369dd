"""Names and remarks: files and folders, comments, tags and labels of git, and what is typed.

They are words as well, wherever they are told.
"""

import subprocess
from collections.abc import Callable, Sequence

import pytest

from tests.torture import judges
from tests.torture.sinks.found import nothing_in
from tests.torture.sinks.outputs import Output, reports
from tests.torture.sinks.payloads import PAYLOADS

NAMES = [text for text in PAYLOADS if "/" not in text and "\0" not in text and len(text.encode()) < 200]
PLACES = {
    "file": {f"p/{name}.journey.yaml": number for number, name in enumerate(NAMES)},
    "folder": {f"p/{name}/a{number}.journey.yaml": number for number, name in enumerate(NAMES) if name.strip(".")},
}


@pytest.mark.parametrize("what", PLACES)
def test_no_name_of_a_file_or_a_folder_is_more_than_words(tell_in, write, what) -> None:
    folder = write({path: f"title: A\nstages: [{{name: {number}}}]\n" for path, number in PLACES[what].items()})
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


def test_no_comment_is_more_than_words(tell_in, write) -> None:
    """Neither one that silences, nor one that nearly does, nor one that is nothing to us."""
    said = [text for text in PAYLOADS if text.isprintable()]
    told = [
        f"# {text}\ntitle:  A # cjm: ignore[{text}] {text}\n# cjm: {text}[flat-curve]\nstages: [{{name: B}}] # {text}\n"
        for text in said
    ]
    folder = write({f"p/{number}.journey.yaml": text for number, text in enumerate(told)})
    (folder / "out").mkdir()
    judged = {
        **{name: Output((*output.command, "--preset", "strict"), output.judge) for name, output in reports("", "p")},
        "mending": Output(("validate", "p", "--diff", "--unsafe-fixes", "--no-cache")),
        "fmt": Output(("fmt", "p", "--diff")),
        "baseline": Output(("baseline", "write", "p", "--baseline", "out/known.yaml")),
        "baseline shown": Output(("baseline", "show", "p", "--baseline", "out/known.yaml")),
        **{
            f"textconv {number}": Output(("git", "textconv", f"p/{number}.journey.yaml")) for number in range(len(said))
        },
    }
    nothing_in([*tell_in(folder, judged)])


CHANGES = {"text": judges.terminal, "markdown": judges.markdown, "json": judges.as_json}


def is_made(make: Callable[[], object]) -> bool:
    """Whether git takes a name."""
    try:
        make()
    except (subprocess.CalledProcessError, ValueError):
        return False
    return True


def test_no_tag_is_more_than_words(tell_in, git, write) -> None:
    """Each has a section of a changelog, and is a side of a diff."""
    folder = write({"a.journey.yaml": "title: A\nsteps: [{id: b, name: B}]\n"})
    git("init", "-q")
    git("add", "--all")
    git("commit", "-q", "-m", "first")
    tags = [text for text in PAYLOADS if is_made(lambda text=text: git("tag", "--", text))]
    assert len(tags) > 50, tags
    write({"a.journey.yaml": "title: A\nsteps: [{id: b, name: C}, {id: d, name: D}]\n", "out/a": ""})
    git("add", "--all")
    git("commit", "-q", "-m", "second")
    judged = {f"changelog as {form}": Output(("changelog", "--all", "-f", form), CHANGES[form]) for form in CHANGES}
    judged |= {
        f"{words[0]} of {tag!r} as {form}": Output((*words, "-f", form), CHANGES[form])
        for tag in tags
        for form in CHANGES
        for words in (("changelog", f"{tag}..HEAD", "--all"), ("diff", f"{tag}..HEAD"))
    }
    nothing_in([*tell_in(folder, judged)])


def test_no_label_of_a_conflict_is_more_than_words(tell_in, write) -> None:
    texts = [text for text in PAYLOADS if "\0" not in text and not text.startswith("-")]
    versions = {"base": "A", "ours": "B", "theirs": "C"}
    folder = write(
        {f"out/{at}/{name}": f"title: {title}\n" for at in range(len(texts)) for name, title in versions.items()}
    )
    merged = {
        f"label {at}": Output(
            ("git", "merge-driver", *(f"out/{at}/{name}" for name in versions), f"--ours={text}", f"--theirs={text}")
        )
        for at, text in enumerate(texts)
    }
    faults = [*tell_in(folder, merged)]
    for at, text in enumerate(texts):
        content = (folder / f"out/{at}/ours").read_bytes()
        faults += (f"{text!r}: {fault}" for fault in judges.terminal(content))
        lines = content.decode().split("\n")
        if [line[:7] for line in lines] != ["<<<<<<<", "title: ", "=======", "title: ", ">>>>>>>", ""]:
            faults.append(f"{text!r} became {content!r}")
    nothing_in(faults)


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
    "target": ("render", "a.journey.yaml", "-f", "md", "-o", "out/{}"),
    "command": ("{}",),
}
"""Where a text may be typed."""
LEADING = ("standard input", "target")
"""These are written to, or read with what lies around, wherever they lead."""


def test_nothing_that_is_typed_is_more_than_words(tell_in, long_way, write) -> None:
    folder = write({"cjm.yaml": "name: A\n", "a.journey.yaml": "title: A\nstages: [{name: B}]\n"})
    (folder / "out").mkdir()
    texts = [text for text in PAYLOADS if not text.startswith("-") and "\0" not in text and text not in (".", "..")]
    typed = {
        f"{what} {index}": Output([part.replace("{}", text) for part in way])
        for index, text in enumerate(texts)
        for number, (what, way) in enumerate(TYPED.items())
        if (long_way or (index - number) % len(TYPED) == 0) and not (what in LEADING and leads_out(text))
    }
    nothing_in([*tell_in(folder, typed)])


def leads_out(text: str) -> bool:
    """To another folder of this machine."""
    return text.startswith(("../", "/"))
