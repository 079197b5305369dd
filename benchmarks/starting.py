"""What a command takes to begin with, beside what it cannot do without."""

from collections.abc import Iterator

from ground import Ground, validate
from measure import CJM, PYTHON, Comparison, Question, row

PASS = [PYTHON, "-c", "pass"]
TYPER = [PYTHON, "-c", "import typer"]
IMPORTS = "import typer, cjm_cli.model"


def rows(ground: Ground) -> Iterator[str]:
    """Each against a Python that does nothing but import."""
    pairs, models = ground.given.pairs, [PYTHON, "-c", IMPORTS]
    yield row(Comparison(Question("`cjm --version`", "`python -c pass`", 2), [CJM, "--version"], PASS, pairs))
    yield row(Comparison(Question("`cjm --help`", "`python -c 'import typer'`", 1.3), [CJM, "--help"], TYPER, pairs))
    question = Question("`cjm validate`, one map", f"`python -c '{IMPORTS}'`", 1.3)
    yield row(Comparison(question, validate(ground.one), models, pairs))
