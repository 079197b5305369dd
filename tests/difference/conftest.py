"""Both sides of a comparison, as a test writes them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cjm_cli.difference.version import Version
from cjm_cli.model import Project
from cjm_cli.source import Limits
from cjm_cli.workspace.load import load
from cjm_cli.workspace.source_file import SourceFile

Side = Callable[[str, Mapping[str, str]], Version]


@pytest.fixture
def side() -> Side:
    """A version of these files, by their paths."""

    def make(label: str, files: Mapping[str, str]) -> Version:
        sources = [SourceFile(name, Path(name), name, content=text.encode()) for name, text in sorted(files.items())]
        loaded = [load(source, Limits()) for source in sources]
        project = next((one.model for one in loaded if isinstance(one.model, Project)), Project())
        return Version(label, project, loaded)

    return make
