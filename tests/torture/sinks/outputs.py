"""What commands say and draw of such projects, and who judges it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.torture import judges


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

DRAWN_FOR_PAGES = {name: DRAWN[name] for name in ("build", "diff", "compare", "html", "svg", "md")}
"""What a browser can show."""
