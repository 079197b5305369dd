"""`extends:` → layers: presets first, then the files of rules that are named, each with what it extends itself."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from cjm_cli.errors import reason
from cjm_cli.files import read_file
from cjm_cli.finding import Finding
from cjm_cli.lint.rule import Preset
from cjm_cli.lint.selection import Override
from cjm_cli.model import validate
from cjm_cli.model.project import Override as GivenOverride
from cjm_cli.model.project import Rules, RuleSet
from cjm_cli.settings.layers import Layer, preset_layer
from cjm_cli.settings.mistake import Mistake, Notes, unknown
from cjm_cli.settings.rules import changes, overrides
from cjm_cli.source import Document, Limits, read
from cjm_cli.span import Route
from cjm_cli.workspace.discover import source_file
from cjm_cli.workspace.source_file import SourceFile

PRESETS = [preset.value for preset in Preset]


class Given(Protocol):
    """What a project and a file of rules have in common."""

    @property
    def extends(self) -> tuple[str, ...]: ...
    @property
    def rules(self) -> Rules: ...
    @property
    def overrides(self) -> tuple[GivenOverride, ...]: ...


@dataclass
class Extended:
    """All that the settings of a project say of rules, gathered in the order in which it counts."""

    root: Path
    layers: list[Layer] = field(default_factory=list)
    overrides: list[Override] = field(default_factory=list)
    files: list[SourceFile] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    """Where they were looked for: there may be links on the way, or nothing at its end."""
    findings: list[Finding] = field(default_factory=list)

    def take(self, given: Given, document: Document, inside: tuple[Path, ...]) -> None:
        """Takes what a file extends, then what it says itself; `inside` are the files that led to it, and it."""
        notes = Notes(document, self.findings)
        chosen = [(index, Preset(name)) for index, name in enumerate(given.extends) if name in PRESETS]
        if chosen:
            index, preset = max(chosen, key=lambda entry: entry[1].rank)
            self.layers.append(preset_layer(preset, f"{_place(document, ('extends', index))}, preset {preset.value}"))
        for index, name in enumerate(given.extends):
            if name not in PRESETS:
                self._extend(name, ("extends", index), notes, inside)
        own = changes(given.rules, ("rules",), notes)
        if own:
            self.layers.append(Layer(own, lambda rule, key: _place(document, ("rules", rule, key))))
        for index, override in enumerate(given.overrides):
            self.overrides += overrides(override, ("overrides", index), notes)

    def _extend(self, name: str, route: Route, notes: Notes, inside: tuple[Path, ...]) -> None:
        """Takes another file: its path is relative to the file that names it."""
        if "/" not in name and not name.endswith((".yaml", ".yml")):
            notes.add(unknown("preset", name, route, PRESETS))
            return
        self.paths.append(inside[-1].parent / name)
        path = self.paths[-1].resolve()
        if path in inside:
            help_ = "of two files only one can extend the other"
            notes.add(Mistake("unknown-choice", f'"{name}" extends itself, by way of this file', route, help=help_))
            return
        try:
            content = read_file(path, Limits().file_bytes + 1)
        except OSError as error:
            help_ = f"the path is relative to this file; presets: {', '.join(PRESETS)}"
            notes.add(Mistake("unreadable-file", f'"{name}" cannot be read: {reason(error)}', route, help=help_))
            return
        self._take_file(source_file(path, self.root), content, (*inside, path))

    def _take_file(self, file: SourceFile, content: bytes, inside: tuple[Path, ...]) -> None:
        self.files.append(file)
        document, found = read(file.name, content, Limits())
        self.findings += found
        if document is not None:
            rules, mistakes = validate(document, RuleSet)
            self.findings += mistakes
            if rules is not None:
                self.take(rules, document, inside)


def _place(document: Document, route: Route) -> str:
    return f"{document.path}:{document.span(route, key=True).line}"
