"""Tells what is done behind the scenes from what a customer does or thinks."""

import re
from functools import cache

from cjm_cli.lint.rules._lists import word_lists


def is_backstage(action: str, teams: tuple[str, ...] = ()) -> bool:
    """Whether the subject of an action is a system, a ticket or a team; `teams` are the names of the project's own."""
    return _may_begin_with(action, _subjects(teams)) and bool(_action_pattern(teams).match(action))


def is_no_thought(thought: str) -> bool:
    """Whether a thought reports what happens behind the scenes, as no customer would."""
    return _may_begin_with(thought, _subjects(())) and bool(_thought_pattern().match(thought))


def _may_begin_with(text: str, subjects: frozenset[str]) -> bool:
    """Whether a pattern, which takes ten times as long, has anything to find: one of the first words tells."""
    return not text.isascii() or not subjects.isdisjoint(text.lower().split(maxsplit=3)[:3])


@cache
def _subjects(teams: tuple[str, ...]) -> frozenset[str]:
    """The first words of those who may stand behind the scenes."""
    phrases = (*_listed("systems"), *_listed("teams"), *_listed("hidden"), *teams, "ticket")
    return frozenset(word for phrase in phrases for word in phrase.lower().split()[:1])


@cache
def _action_pattern(teams: tuple[str, ...]) -> re.Pattern[str]:
    system = rf"(?:(?:an?|the|our)\s+)?{_any(*_listed('systems'))}"
    team = rf"(?:the\s+)?{_any(*_listed('teams'), *teams)}"
    return _pattern(rf"(?:{system}|{team})\s+{_does()}", rf"(?:(?:an?|the|our)\s+)?{_ticket_is()}")


@cache
def _thought_pattern() -> re.Pattern[str]:
    return _pattern(rf"(?:the\s+)?{_any(*_listed('hidden'))}\s+{_does()}", _ticket_is())


def _does() -> str:
    return rf"(?:(?:then|now|also|automatically)\s+)?{_any(*_listed('does'))}"


def _ticket_is() -> str:
    return rf"(?:support\s+|service\s+)?ticket\s+(?:is|gets|was)\s+(?:automatically\s+)?{_any(*_listed('ticket_is'))}"


def _listed(name: str) -> frozenset[str]:
    return word_lists("blueprint/backstage.json")[name]


def _any(*phrases: str) -> str:
    return rf"(?:{'|'.join(re.escape(phrase) for phrase in sorted(phrases))})(?![\w-])"


def _pattern(*expressions: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{'|'.join(expressions)})", re.IGNORECASE)
