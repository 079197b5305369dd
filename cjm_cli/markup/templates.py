"""Finds templates: those of a user's folder before ours, ours alone as `builtin/…`, and nothing beyond either."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound

from cjm_cli import resources
from cjm_cli.errors import TemplateError, reason

BUILTIN = "builtin/"
"""Before the name of one of ours, whatever the user's folder holds."""
MOST_BYTES = 1_000_000

Source = tuple[str, str | None, Callable[[], bool] | None]


class Templates(BaseLoader):
    """The loader; `folder` is the user's, as they named it, and empty without one."""

    def __init__(self, folder: str = "") -> None:
        self.folder = folder

    def get_source(self, environment: Environment, template: str) -> Source:
        """A template by its name. Raises TemplateNotFound, and TemplateError for one that may not be read."""
        if not _is_plain(template):
            raise TemplateNotFound(template, f'"{template}" leads out of the folder of templates')
        own = self.own(template) if self.folder and not template.startswith(BUILTIN) else None
        if own is not None:
            return own, f"{self.folder}/{template}", lambda: self.own(template) == own
        name = template.removeprefix(BUILTIN)
        try:
            return resources.text("templates", name), f"{BUILTIN}{name}", None
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError, KeyError):
            raise TemplateNotFound(template, f'there is no template "{template}"') from None

    def own(self, name: str) -> str | None:
        """The text of a file in the user's folder; None when it is not there."""
        path, shown = Path(self.folder, name), f"{self.folder}/{name}"
        try:
            if not path.resolve().is_relative_to(Path(self.folder).resolve()):
                raise TemplateError(shown, 0, "it is a link that leads out of the folder of templates")
            if not path.is_file():
                return None
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
            if len(content) > MOST_BYTES:
                raise TemplateError(shown, 0, f"it is larger than {MOST_BYTES // 1_000_000} MB")
            return content.decode("utf-8-sig")
        except OSError as error:
            raise TemplateError(shown, 0, f"it cannot be read: {reason(error)}") from error
        except RecursionError:
            # Not of the path: of templates that call each other.
            raise
        except RuntimeError as error:
            raise TemplateError(shown, 0, "it is a link that leads to itself") from error
        except UnicodeDecodeError as error:
            raise TemplateError(shown, 0, "it is not UTF-8") from error


def _is_plain(name: str) -> bool:
    """Whether a name can only lead further down."""
    parts = name.split("/")
    return not any(part in ("", ".", "..") for part in parts) and not {"\\", "\0", ":"} & {*name}
