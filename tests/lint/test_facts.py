"""What rules ask of a file, and how long it is kept."""

import gc
import weakref

from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.run import lint_file
from cjm_cli.lint.selection import activate
from cjm_cli.model import Journey, Project, validate
from cjm_cli.model.catalogue import Catalogue
from cjm_cli.source import read

TEXT = b"title: Buying shoes\nstages: [{name: Awareness, touchpoints: Instagram ad, emotion: curious}]\n"


def test_a_file_is_let_go_as_soon_as_it_was_looked_at():
    """Without a cycle, so that thousands of files take no more memory than one."""
    document, _ = read("a.journey.yaml", TEXT)
    facts = Facts(validate(document, Journey)[0], Catalogue.of(Project()))
    assert lint_file(facts, document, [activate(rule) for rule in all_rules().values()])
    gc.disable()
    try:
        kept = weakref.ref(facts)
        del facts
        assert kept() is None
    finally:
        gc.enable()
