"""`cjm.yaml`, or `[tool.cjm]` of `pyproject.toml` → what is in force: the project's catalogue, its files, its rules.

Read once. What the settings extend comes first, then their own `rules`, then `overrides` for some files, and last what
the command line says.
"""

from cjm_cli.settings.command_line import CommandLine
from cjm_cli.settings.read import NOTHING_TOLD, Settings, settings_of

__all__ = ["NOTHING_TOLD", "CommandLine", "Settings", "settings_of"]
