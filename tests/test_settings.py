"""cjm.yaml decides what is in force, and a mistake in it is told at its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cjm_cli.errors import SourceError
from cjm_cli.finding import Severity
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.rule import Level, Preset
from cjm_cli.lint.selection import ActiveRule
from cjm_cli.settings import Settings, settings_of
from cjm_cli.source import Limits
from cjm_cli.workspace.discover import Place

SettingsOf = Callable[[str], Settings]


@pytest.fixture
def settings(write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SettingsOf:
    """The settings that a `cjm.yaml` makes."""
    monkeypatch.chdir(tmp_path)
    return lambda text: settings_of(Place(write({"cjm.yaml": text})))


def _active(settings: Settings, inside: str = "a.journey.yaml") -> dict[str, Severity | None]:
    return {name: active.severity for name, active in settings.selection.for_file(inside).items()}


def _rule(settings: Settings, name: str, inside: str = "a.journey.yaml") -> ActiveRule | None:
    return settings.selection.for_file(inside).get(name)


def _names(*presets: Preset) -> set[str]:
    return {rule.name for rule in all_rules().values() if rule.preset in presets}


@pytest.mark.parametrize("text", ["", "# nothing\n", "{}\n", "name: Shop\n", "extends: recommended\n"])
def test_unless_told_otherwise_the_recommended_rules_are_in_force(settings, text) -> None:
    found = settings(text)
    assert found.findings == ()
    assert set(_active(found)) == _names(Preset.MINIMAL, Preset.RECOMMENDED)
    assert set(_active(found).values()) == {None}


def test_without_a_file_it_is_as_with_an_empty_one(settings, tmp_path) -> None:
    none = settings_of(Place(tmp_path / "elsewhere"))
    assert (none.file, none.findings, none.limits) == (None, (), Limits())
    assert _active(none) == _active(settings(""))


@pytest.mark.parametrize(
    ("extends", "presets"),
    [
        ("minimal", [Preset.MINIMAL]),
        ("[minimal, recommended]", [Preset.MINIMAL, Preset.RECOMMENDED]),
        ("[strict, minimal]", [*Preset]),
        ("[]", [Preset.MINIMAL]),
    ],
)
def test_a_preset_holds_those_that_are_smaller(settings, extends, presets) -> None:
    assert set(_active(settings(f"extends: {extends}\n"))) == _names(*presets)


def test_in_the_strict_preset_every_warning_is_an_error(settings) -> None:
    levels = _active(settings("extends: strict\n"))
    warnings = {rule.name for rule in all_rules().values() if rule.level in (Level.WARNING, Level.WARNING_TO_ERROR)}
    assert {name for name, severity in levels.items() if severity is Severity.ERROR} == warnings
    assert levels["flat-curve"] is Severity.ERROR


@pytest.mark.parametrize(
    ("level", "severity"),
    [
        ("error", Severity.ERROR),
        ("warning", Severity.WARNING),
        ("info", Severity.INFO),
        ("{severity: info}", Severity.INFO),
    ],
)
def test_a_level_is_that_of_the_settings(settings, level, severity) -> None:
    assert _active(settings(f"rules: {{flat-curve: {level}}}\n"))["flat-curve"] is severity


@pytest.mark.parametrize("level", ["off", "{severity: off}", "'off'"])
def test_a_rule_can_be_switched_off(settings, level) -> None:
    assert _rule(settings(f"rules: {{flat-curve: {level}}}\n"), "flat-curve") is None


def test_naming_a_rule_that_is_off_switches_it_on(settings) -> None:
    assert _rule(settings("rules: {single-channel: warning}\n"), "single-channel") is not None
    assert (
        _rule(settings("extends: minimal\nrules: {journey-too-long: {max_stages: 8}}\n"), "journey-too-long")
        is not None
    )


@pytest.mark.parametrize(
    ("written", "stages", "steps"),
    [("{max_stages: 8}", 8, 40), ("{severity: warning, max_steps: 9}", 9, 9), ("{}", 9, 40), ("warning", 9, 40)],
)
def test_options_have_their_types_and_else_their_defaults(settings, written, stages, steps) -> None:
    active = _rule(settings(f"rules: {{journey-too-long: {written}}}\n"), "journey-too-long")
    assert active is not None
    assert (active.options.max_stages, active.options.max_steps) == (stages, steps)


OVERRIDES = """\
rules: {flat-curve: info}
overrides:
  - {files: "drafts/**", rules: {flat-curve: off, journey-too-long: {max_stages: 20}}}
  - {files: [drafts/good/**, "*.x.journey.yaml"], rules: {flat-curve: error}}
"""


@pytest.mark.parametrize(
    ("inside", "severity", "max_stages"),
    [
        ("a.journey.yaml", Severity.INFO, 9),
        ("maps/drafts.journey.yaml", Severity.INFO, 9),
        ("drafts/a.journey.yaml", "off", 20),
        ("drafts/deep/a.journey.yaml", "off", 20),
        ("drafts/good/a.journey.yaml", Severity.ERROR, 20),
        ("maps/a.x.journey.yaml", Severity.ERROR, 9),
    ],
)
def test_some_files_have_other_rules_and_the_last_word_counts(settings, inside, severity, max_stages) -> None:
    found = settings(OVERRIDES)
    assert found.findings == ()
    active = _rule(found, "journey-too-long", inside)
    assert active is not None
    assert (_active(found, inside).get("flat-curve", "off"), active.options.max_stages) == (severity, max_stages)


def test_limits_can_be_raised(settings) -> None:
    assert settings("limits: {depth: 40, aliases: 0}\n").limits == Limits(depth=40, aliases=0)


@pytest.mark.parametrize(
    ("text", "rule", "place", "message", "help_"),
    [
        ("extends: [strct]", "unknown-choice", (1, 11), 'unknown preset "strct"', 'did you mean "strict"? presets: '),
        ("extends: all", "unknown-choice", (1, 10), 'unknown preset "all"', None),
        (
            "name: A\nrender: {formats: htm}",
            "unknown-choice",
            (2, 19),
            'unknown format "htm"',
            'did you mean "html"? formats: ',
        ),
        ("rules:\n  flat-curv: off", "unknown-rule", (2, 3), 'unknown rule "flat-curv"', 'did you mean "flat-curve"?'),
        ("rules:\n  zzzzzzz: off", "unknown-rule", (2, 3), 'unknown rule "zzzzzzz"', "cjm rules lists them all"),
        ("rules: {flat-curve: on}", "unknown-choice", (1, 21), '"flat-curve" cannot be "on"', None),
        ("rules: {flat-curve: {max: 3}}", "unknown-field", (1, 22), None, None),
        (
            "rules: {journey-too-long: {max_stage: 3}}",
            "unknown-field",
            (1, 28),
            'rule "journey-too-long" has no option "max_stage"',
            None,
        ),
        ("rules: {journey-too-long: {max_stages: many}}", "wrong-type", (1, 40), None, None),
        (
            "overrides:\n  - {files: a, rules: {flat-curv: off}}",
            "unknown-rule",
            (2, 24),
            'unknown rule "flat-curv"',
            'did you mean "flat-curve"?',
        ),
        ("overrides: [{rules: {}}]", "missing-field", (1, 13), '"files" is missing', None),
        (
            "feelings: {happy: 3}",
            "value-out-of-range",
            (1, 19),
            '"happy" must be from -2 to 2, found "3"',
            "scores are in the project's scale",
        ),
        ("scale: {min: 1, max: 1}", "value-out-of-range", (1, 22), '"max" must differ from "min", found "1"', None),
        ("scale: {min: 2}", "value-out-of-range", (1, 8), '"max" must differ from "min", found "2"', None),
        ("colour: red", "unknown-field", (1, 1), 'unknown field "colour"', None),
        ("name: [", "yaml-syntax", (1, 8), None, None),
        ("cjm: 9", "newer-format", (1, 6), None, None),
        ("- name", "wrong-type", (1, 1), None, None),
    ],
)
def test_a_mistake_is_told_at_its_place(settings, text, rule, place, message, help_) -> None:
    (finding,) = settings(f"{text}\n").findings
    assert (finding.rule, (finding.location.span.line, finding.location.span.column)) == (rule, place)
    assert finding.severity is Severity.ERROR
    assert message in (None, finding.message)
    assert finding.help.startswith(help_ or "")


def test_every_mistake_is_told(settings) -> None:
    text = "extends: strct\nrules: {flat-curv: off, journey-too-long: {max: 1}}\nrender: {formats: [htm, sgv]}\n"
    assert sorted(finding.location.span.line for finding in settings(text).findings) == [1, 2, 2, 3, 3]


@pytest.mark.parametrize("scale", ["{min: 1, max: 5}", "{min: 6, max: 1}"])
def test_scores_of_feelings_are_in_the_projects_scale(settings, scale) -> None:
    assert settings(f"scale: {scale}\nfeelings: {{happy: 5}}\n").findings == ()


def test_a_folder_is_no_settings_file(tmp_path) -> None:
    (tmp_path / "cjm.yaml").mkdir()
    with pytest.raises(SourceError) as told:
        settings_of(Place(tmp_path))
    assert str(told.value) == "cannot read cjm.yaml: it is a folder, but should be the project's settings"
