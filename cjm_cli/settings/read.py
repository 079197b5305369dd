"""From the file to what is in force."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from cjm_cli import formats, plugins, views
from cjm_cli.errors import SourceError
from cjm_cli.finding import Finding
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.rule import Preset
from cjm_cli.lint.selection import Selection
from cjm_cli.model import Project
from cjm_cli.settings.command_line import ORIGIN, CommandLine
from cjm_cli.settings.extends import Extended
from cjm_cli.settings.layers import DEFAULT, Layer, folded, preset_layer
from cjm_cli.settings.mistake import Mistake, unknown
from cjm_cli.source import Limits
from cjm_cli.workspace.discover import Choice, Place
from cjm_cli.workspace.load import Loaded, load
from cjm_cli.workspace.source_file import SourceFile

NOTHING_TOLD = CommandLine()


@dataclass(frozen=True)
class Settings:
    """What is in force in one project. `findings` are the mistakes in the settings file and in those it extends."""

    root: Path
    project: Project
    selection: Selection
    limits: Limits
    loaded: Loaded | None
    findings: tuple[Finding, ...] = ()
    layers: tuple[Layer, ...] = ()
    """How the rules came to be what they are."""
    extended: tuple[SourceFile, ...] = ()
    """The files of rules that the settings extend."""
    extended_by: tuple[Path, ...] = ()
    """Where these were looked for, before links were followed."""

    @property
    def choice(self) -> Choice:
        """Which files belong to the project."""
        return Choice(self.project.include, self.project.exclude)

    @property
    def sound(self) -> Loaded | None:
        """The settings file as rules may look at it; what was found in it was said already."""
        return replace(self.loaded, findings=()) if self.loaded else None

    @property
    def file(self) -> SourceFile | None:
        """Where the settings stand."""
        return self.loaded.source if self.loaded else None


def settings_of(place: Place, told: CommandLine = NOTHING_TOLD) -> Settings:
    """The settings of the project at this place, those of an empty `cjm.yaml` when it has none, and what was told.

    Raises UsageError when the command line names what does not exist.
    """
    path = place.settings
    if not path.exists():
        return _settings(place.root, Project(), None, told)
    if path.is_dir():
        raise SourceError(path.name, "it is a folder, but should be the project's settings")
    loaded = load(place.source(path), Limits())
    project = loaded.model if isinstance(loaded.model, Project) else _empty_or_none(loaded)
    if project is None:
        return replace(_settings(place.root, Project(), loaded, told), findings=loaded.findings)
    return _settings(place.root, project, loaded, told)


def _empty_or_none(loaded: Loaded) -> Project | None:
    """An empty `cjm.yaml` only says where the project is."""
    return Project() if loaded.document is not None and loaded.document.data is None else None


def _settings(root: Path, project: Project, loaded: Loaded | None, told: CommandLine) -> Settings:
    extended = _extended(root, project, loaded, told)
    document = loaded.document if loaded else None
    mistakes = (*_render_mistakes(project), *_scale_mistakes(project)) if document else ()
    findings = [mistake.finding(document) for mistake in mistakes if document]
    final = told.final()
    return Settings(
        root,
        project,
        Selection(all_rules(), final.applied(folded(extended.layers)), extended.overrides, final),
        project.limits.limits,
        loaded,
        findings=tuple(sorted((*findings, *extended.findings))),
        layers=tuple(extended.layers),
        extended=tuple(extended.files),
        extended_by=tuple(extended.paths),
    )


def _extended(root: Path, project: Project, loaded: Loaded | None, told: CommandLine) -> Extended:
    """The layers: the preset told, or else what the project extends; its own rules; what else was told."""
    extended = Extended(root)
    preset = told.chosen_preset()
    if preset is not None:
        extended.layers.append(preset_layer(preset, ORIGIN))
        project = project.model_copy(update={"extends": ()})
    elif "extends" not in project.model_fields_set:
        extended.layers.append(preset_layer(Preset.RECOMMENDED, f"{DEFAULT}, preset {Preset.RECOMMENDED.value}"))
        project = project.model_copy(update={"extends": ()})
    else:
        extended.layers.append(preset_layer(Preset.MINIMAL, f"{DEFAULT}, preset {Preset.MINIMAL.value}"))
    document = loaded.document if loaded else None
    if loaded is not None and document is not None:
        extended.take(project, document, (loaded.source.path.resolve(),))
    extended.layers.append(told.layer())
    return extended


def _render_mistakes(project: Project) -> Iterator[Mistake]:
    chosen = {"format": (project.render.formats, formats), "view": (project.render.views, views)}
    for what, (names, folder) in chosen.items():
        known = plugins.names(folder)
        for index, name in enumerate(names):
            if name not in known:
                yield unknown(what, name, ("render", f"{what}s", index), known)


def _scale_mistakes(project: Project) -> Iterator[Mistake]:
    low, high = sorted((project.scale.min, project.scale.max))
    if low == high:
        message = f'"max" must differ from "min", found "{high:g}"'
        yield Mistake("value-out-of-range", message, ("scale", "max"))
    for word, score in project.feelings.items():
        if not low <= score <= high:
            message = f'"{word}" must be from {low:g} to {high:g}, found "{score:g}"'
            yield Mistake("value-out-of-range", message, ("feelings", word), help="scores are in the project's scale")
