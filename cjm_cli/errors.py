"""Why we cannot go on. A mistake in the user's files is never one of these: it is a `Finding`.

    CjmError                 we cannot do what was asked: one line on stderr, exit 2
    ├─ UsageError            the command line asks for something that does not exist
    ├─ SettingsError         the project's settings hold mistakes (they were reported as findings)
    ├─ SourceError           a file or folder cannot be read
    ├─ OutputError           a file cannot be written
    ├─ TemplateError         a template of the user's holds a mistake
    └─ MissingToolError      something that can be installed is not there; says how to get it

Each takes fields and builds its own message.
"""

from dataclasses import dataclass


class CjmError(Exception):
    """The root of all: its text is one line for a person."""


@dataclass
class UsageError(CjmError):
    """`problem` says what is wrong with the call, `hint` the way out."""

    problem: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.problem}; {self.hint}" if self.hint else self.problem


@dataclass
class SettingsError(CjmError):
    """The settings file at `path` cannot be used."""

    path: str

    def __str__(self) -> str:
        return f"the settings in {self.path} cannot be used; correct the findings above"


@dataclass
class SourceError(CjmError):
    """`path` cannot be read, for `reason`."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"cannot read {self.path}: {self.reason}"


@dataclass
class OutputError(CjmError):
    """`path` cannot be written, for `reason`."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"cannot write {self.path}: {self.reason}"


@dataclass
class TemplateError(CjmError):
    """`problem` stands in line `line` of the template at `path`, or anywhere in it when that is 0."""

    path: str
    line: int
    problem: str

    def __str__(self) -> str:
        return f"{self.path}{f':{self.line}' if self.line else ''}: {self.problem}"


@dataclass
class MissingToolError(CjmError):
    """`tool` is needed for `purpose`; `remedy` is the command that gets it."""

    tool: str
    purpose: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.purpose} needs {self.tool}, which is not installed; get it with: {self.remedy}"


def reason(error: OSError) -> str:
    """Why the system refused, in its own words."""
    return (error.strerror or type(error).__name__).lower()
