"""How the project wants its maps to look."""

from dataclasses import replace

from cjm_cli.page.theme import Logo, Theme, branded
from cjm_cli.workspace.picture import PictureFile
from cjm_cli.workspace.workspace import Workspace


def theme_of(workspace: Workspace) -> Theme:
    """The look of the project's pages; without the logo where it cannot be shown, which a rule says."""
    theme = branded(workspace.project.theme.given)
    picture = workspace.logo()
    return replace(theme, logo=_logo(picture, workspace.project.name)) if isinstance(picture, PictureFile) else theme


def _logo(picture: PictureFile, name: str | None) -> Logo:
    return Logo(picture.data, picture.width, picture.height, name or "Logo")
