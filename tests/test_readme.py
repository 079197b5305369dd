"""What the README says of the rules is what they say of themselves."""

from pathlib import Path

from cjm_cli.commands.rules import WRITERS, rows
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.selection import Selection, activate

README = Path(__file__).parent.parent / "README.md"
START, END = "<!-- rules: pytest --update tests/test_readme.py -->\n", "<!-- /rules -->\n"


def _section() -> str:
    every = Selection(all_rules(), {name: activate(rule) for name, rule in all_rules().items()})
    summary = f"<summary>All {len(all_rules())} rules, family by family</summary>"
    return f"<details>\n{summary}\n\n{WRITERS['markdown'](rows(every))}\n</details>\n"


def test_the_rules_in_the_readme_are_those_of_this_version(request) -> None:
    text = README.read_text("utf-8")
    assert START in text
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    current = f"{before}{START}{_section()}{END}{after}"
    if request.config.getoption("--update"):
        README.write_bytes(current.encode())
    assert README.read_text("utf-8") == current
