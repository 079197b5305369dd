"""What `render` needs to know of the look of maps: the folder of templates, and whether the logo can be shown."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from cjm_cli import resources
from cjm_cli.errors import UsageError
from cjm_cli.session import CheckedProject
from cjm_cli.workspace.discover import shown
from cjm_cli.workspace.picture import Unusable

STYLE = "style.css"


def templates(told: Path | None, project: CheckedProject) -> str:
    """The folder of templates that come before ours, as people see it; empty without one.

    Raises UsageError when it is not there, or holds nothing that would come before any of ours.
    """
    settings = project.settings
    given = settings.project.render.templates
    if told is None and given is None:
        return ""
    folder = told if told is not None else Path(shown(settings.root / (given or "")))
    if not folder.is_dir():
        raise UsageError(f"there is no folder of templates {folder.as_posix()}", "give one that is there")
    names = [*_names(resources.folder("templates"), ""), STYLE]
    if not any((folder / name).is_file() for name in names):
        raise UsageError(f"{folder.as_posix()} replaces no template", f"those that it can: {', '.join(names)}")
    return folder.as_posix()


def _names(folder: Traversable, above: str) -> Iterator[str]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _names(entry, f"{above}{entry.name}/")
        elif entry.name.endswith(".jinja"):
            yield f"{above}{entry.name}"


def missing_logo(project: CheckedProject) -> str:
    """Why maps are drawn without the logo that they should have; empty when they are not."""
    found = project.workspace.logo() if project.workspace else None
    if not isinstance(found, Unusable):
        return ""
    return f"Drawn without the logo {project.settings.project.theme.logo}: it {found.why}; {found.help}."
