"""The logo of the project cannot be part of its maps.

Every map carries the logo within itself, so that it asks nobody for anything when it is opened. It therefore has to be
a file of the project, a PNG or a JPEG of at most 200 kB and 2,000 pixels a side. An SVG may hold scripts and ask for
other files; export it as PNG, twice as large as it is shown: 88 pixels high. Maps are drawn without a logo until then.

Source: cjm's format: `theme.logo` is a file of the project; HTML Living Standard, 4.8.3: what a picture may load.

Bad:

    # file: cjm.yaml
    theme: {logo: "https://example.org/logo.png"}

Good:

    # file: cjm.yaml
    theme: {colours: {accent: "#0550ae"}}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules._words import quoted
from cjm_cli.workspace.picture import Unusable
from cjm_cli.workspace.workspace import Workspace

LEVEL = Level.ERROR
PRESET = Preset.MINIMAL


def check(workspace: Workspace) -> Iterator[Defect]:
    """Looks at the file that the settings name."""
    found = workspace.logo()
    if isinstance(found, Unusable):
        message = f"logo {quoted(workspace.project.theme.logo or '')} {found.why}"
        yield Defect(message, route=("theme", "logo"), help=found.help, file=workspace.settings_file)
