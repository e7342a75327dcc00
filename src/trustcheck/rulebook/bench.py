"""Running one example through the real linter, as a letter of the imaginary organisation in `packs/sample.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trustcheck.config.settings import CheckSettings, FactsSettings, RulesSettings, Settings
from trustcheck.engine.inspect import Case, House, judge
from trustcheck.facts.cells import account_cells
from trustcheck.language.patterns.matches import find_matches
from trustcheck.linter import Linter, Outgoing
from trustcheck.model.errors import UnreadableError, UsageError
from trustcheck.model.facts import AccountFacts
from trustcheck.model.message import Channel
from trustcheck.model.report import MessageReport
from trustcheck.model.rule import Example, MessageClass, SourceLine
from trustcheck.packs.sample import ACCOUNT, NOW, ORGANISATIONS
from trustcheck.readers.read import is_template
from trustcheck.rulebook.subjects import Subject

_HEADER = re.compile(r"\s*(From|To|Subject|Reply-To|Return-Path|Date):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Trial:
    """What the linter made of an example: its report and the places (in rule files) of the patterns that matched.

    `trouble` says why there is no report.
    """

    report: MessageReport | None
    matched: frozenset[SourceLine] = frozenset()
    trouble: str = ""


class ExampleFacts:
    """Implements `model.facts.FactSource` for examples: each carries the facts of its own account."""

    name = "the example's facts"

    def __init__(self, accounts: Mapping[str, Mapping[str, Any]]) -> None:
        self._accounts = accounts

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        wanted = tuple(keys)
        return {
            account: AccountFacts(account, account_cells(self._accounts.get(account, {}), wanted, self.name))
            for account in accounts
        }


class Bench:
    """Linters for all languages that run all rules, those in preview only if they are among `subjects`.

    `folders` are those beside the built-in rules.
    """

    def __init__(self, folders: Sequence[Path], subjects: Sequence[Subject]) -> None:
        self._folders = tuple(folders)
        self._source = ExampleFacts(dict(_accounts(subjects)))
        # All, because a suppression is about other rules; by code too, because a rule in preview must be named.
        self._select = ("all", *(subject.code for subject in subjects if subject.code))
        self._linters: dict[str, Linter] = {}

    def run(self, subject: Subject, example: Example, language: str) -> Trial:
        """Check the example's text. The report may hold findings of the other subjects too."""
        if is_template(example.file):
            return self._template(_outgoing(subject, example, language), language)
        try:
            house, case = self.house(language), self.case(subject, example, language)
        except (UnreadableError, UsageError) as error:
            return Trial(None, trouble=str(error))
        matches = find_matches(case.analysis.sentences, house.indexes)
        return Trial(judge(house, case, matches), frozenset(match.pattern.at for match in matches.all()))

    def _template(self, outgoing: Outgoing, language: str) -> Trial:
        """The rules about templates have no patterns that could match."""
        try:
            return Trial(next(self._linter(language).check_many([outgoing], as_of=NOW)).messages[0])
        except (UnreadableError, UsageError) as error:
            return Trial(None, trouble=str(error))

    def house(self, language: str) -> House:
        return self._linter(language).house

    def case(self, subject: Subject, example: Example, language: str) -> Case:
        """The example as a message to be judged. Raises UnreadableError or UsageError where it cannot be read."""
        return self._linter(language).case(_outgoing(subject, example, language), as_of=NOW)

    def _linter(self, language: str) -> Linter:
        if language not in self._linters:
            settings = Settings(
                organisation=ORGANISATIONS[language],
                check=CheckSettings(select=self._select),
                facts=FactsSettings(),
                rules=RulesSettings(self._folders),
            )
            self._linters[language] = Linter(settings, source=self._source)
        return self._linters[language]


def _outgoing(subject: Subject, example: Example, language: str) -> Outgoing:
    """The example as a message. A sentence is the whole text of a message that the rule is for."""
    channel = example.channel or ("" if example.file else _channel(subject))
    return Outgoing(
        path=example.file or f"example{_suffix(channel, example.text)}",
        content=example.text.encode(),
        account=_account(example) if example.facts is not None else None,
        message_class=_class(subject, example),
        channel=channel or None,
        language=language,
    )


def _suffix(channel: str, text: str) -> str:
    """How to read the text: an email is one if it begins with headers, else the body alone."""
    if channel == Channel.SMS:
        return ".sms.txt"
    return ".eml" if channel == Channel.EMAIL and _HEADER.match(text) else ".txt"


def _channel(subject: Subject) -> str:
    """A channel that the rule is for; a letter, if nothing speaks against it."""
    closed = set(subject.options.get("not_channels", ()))
    wanted = _first(subject.options.get("channels"))
    return wanted or next((channel for channel in Channel if channel not in closed), Channel.LETTER)


def _class(subject: Subject, example: Example) -> str | None:
    """The class given, else one that the rule is for; a whole message is otherwise left to detection."""
    if example.message_class or subject.kind == "class":
        return example.message_class or None
    wanted = _first(subject.options.get("classes"))
    if wanted == "high-consequence":
        return MessageClass.DISCONNECTION_NOTICE
    return wanted or (None if example.whole else MessageClass.GENERAL)


def _first(values: Sequence[str] | None) -> str:
    return values[0] if values else ""


def _account(example: Example) -> str:
    """A key of its own for each example, so that no two of them share facts."""
    return f"{ACCOUNT} {example.at.path}:{example.at.line}:{example.at.column}"


def _accounts(subjects: Iterable[Subject]) -> Iterable[tuple[str, Mapping[str, Any]]]:
    for subject in subjects:
        for examples in subject.examples.values():
            for example in examples:
                if example.facts is not None:
                    yield _account(example), {"as_of": NOW.isoformat(), **example.facts}
