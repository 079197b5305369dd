"""Every command that reads, as it is typed."""

from cjm_cli import formats, plugins, reports, reviews, views

GOOD = {
    "a.journey.yaml": b"title: A\npersona: a\nsteps: [{id: b, name: B, emotion: 1}, {name: C}]\n",
    "a.persona.yaml": b"name: A\n",
    "good.journey.yaml": b"title: Good\npersona: a\nstate: future\nsteps: [{id: b, name: B, emotion: 2}]\n",
    "cjm.yaml": b"name: A\n",
}
"""The files of a sound project, any of which is replaced by a hostile one."""

FILE = "FILE"
"""In a command: the hostile file."""

DRAWING = "--no-validate --today 2026-05-31"
JUDGING = "--today 2026-05-31 --no-cache"

COMMANDS = (
    f"validate {JUDGING} FILE",
    f"validate {JUDGING} --preset strict",
    f"validate {JUDGING} --statistics",
    f"validate {JUDGING} --fix --diff",
    f"validate {JUDGING} --unsafe-fixes --diff",
    f"validate {JUDGING} --fix",
    f"validate {JUDGING} --unsafe-fixes",
    f"validate {JUDGING} --add-ignore why",
    f"validate {JUDGING} --baseline FILE",
    f"validate {JUDGING} - < FILE",
    *(f"validate {JUDGING} --preset strict -f {name}" for name in plugins.names(reports)),
    f"lint {JUDGING} --preset strict",
    f"lint {JUDGING} --fix",
    "fmt",
    "fmt FILE",
    "fmt --check",
    "fmt --diff",
    "fmt - < FILE",
    "rules",
    "rules -f json",
    "rules -f markdown",
    "config show",
    "config show --origin",
    "baseline write",
    "baseline prune",
    "baseline show",
    "baseline show --baseline FILE",
    *(f"render {DRAWING} -f {name}" for name in plugins.names(formats)),
    *(f"render {DRAWING} --view {name} -f html -f svg -f md" for name in plugins.names(views)),
    f"render {DRAWING} -f html -o - - < FILE",
    f"render {DRAWING} --check",
    "render",
    "show",
    "show FILE",
    "show - < FILE",
    f"build {DRAWING}",
    *(f"stats -f {name}" for name in ("text", "json", "markdown", "csv")),
    "score",
    "score --explain",
    "score -f json",
    *(f"diff good.journey.yaml FILE -f {name}" for name in plugins.names(reviews)),
    "diff FILE good.journey.yaml",
    *(f"compare good a -f {name}" for name in plugins.names(reviews)),
    "compare FILE good.journey.yaml",
    "git textconv FILE",
    "git merge-driver FILE good.journey.yaml a.persona.yaml",
    "git merge-driver good.journey.yaml FILE a.persona.yaml",
    "git merge-driver good.journey.yaml a.persona.yaml FILE",
    "new journey B",
    "new persona B",
)
"""Each is run in the project's folder; `< FILE` gives it the file as standard input."""

HISTORY = (
    "diff",
    "diff HEAD~1..HEAD -f json",
    "changelog HEAD~1..HEAD --all",
    "changelog",
    f"validate {JUDGING} --new-since HEAD~1",
    "score --no-regress HEAD~1",
    "compare --at HEAD good a",
)
"""Each is run where the last commit made the file hostile."""


def words(command: str, file: str) -> tuple[list[str], bool]:
    """The arguments of a command for a file, and whether it reads the file from standard input."""
    line, _, is_piped = command.partition(" < ")
    return [file if word == FILE else word for word in line.split()], bool(is_piped)
