"""The linter as a library: batches, their order, and what happens to a message that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from trustcheck.linter import Linter, Outgoing
from trustcheck.model.errors import RuleFileError, UnreadableError, UsageError
from trustcheck.model.facts import AccountFacts, Cell, CellState

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
TEXT = "Hei Heidi!\n\nVi sender deg en ny ruter på fredag.\n\nVennlig hilsen\nKari Nes\n".encode()
BROKEN = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00"


class CountingSource:
    """Implements `model.facts.FactSource`; remembers what it was asked."""

    name = "records"

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        self.asked.append(list(accounts))
        cells = dict.fromkeys(keys, Cell(CellState.NOT_FOUND, as_of=NOW, source=self.name))
        return {account: AccountFacts(account, cells) for account in self.asked[-1]}


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def batch(*names: str) -> list[Outgoing]:
    return [Outgoing(f"{name}.txt", BROKEN if name.startswith("broken") else TEXT, account=name) for name in names]


def test_reports_come_in_the_order_of_the_messages(linter: Linter) -> None:
    reports = linter.check_many(batch("a", "b", "c"), as_of=NOW)
    assert [report.messages[0].path for report in reports] == ["a.txt", "b.txt", "c.txt"]


def test_a_message_that_cannot_be_read_is_handed_over_in_its_turn_and_the_rest_goes_on(linter: Linter) -> None:
    events: list[str] = []
    reports = linter.check_many(
        batch("a", "broken-1", "b", "broken-2"),
        as_of=NOW,
        on_unreadable=lambda outgoing, error: events.append(f"{outgoing.path} {error.path}"),
    )
    for report in reports:
        events.append(report.messages[0].path)
    assert events == ["a.txt", "broken-1.txt broken-1.txt", "b.txt", "broken-2.txt broken-2.txt"]


def test_without_a_handler_the_error_is_raised_after_what_came_before(linter: Linter) -> None:
    reports = linter.check_many(batch("a", "broken", "b"), as_of=NOW)
    assert next(reports).messages[0].path == "a.txt"
    with pytest.raises(UnreadableError) as caught:
        next(reports)
    assert caught.value.path == "broken.txt"


def test_facts_of_a_batch_are_asked_for_together_and_not_for_what_cannot_be_read() -> None:
    source = CountingSource()
    reports = Linter(source=source).check_many(
        batch("a", "broken", "b", "a"), as_of=NOW, on_unreadable=lambda outgoing, error: None
    )
    assert len(list(reports)) == 3
    assert source.asked == [["a", "b"]]


def test_a_class_that_the_message_invents_makes_that_message_unreadable(linter: Linter) -> None:
    mail = b"From: a@example.org\nX-Trustcheck-Class: remindr\nSubject: Hei\n\nHei Heidi!\n"
    with pytest.raises(UnreadableError, match="of class «remindr»"):
        next(linter.check_many([Outgoing("a.eml", mail)], as_of=NOW))


@pytest.mark.parametrize(
    ("outgoing", "words"),
    [
        (Outgoing("a.txt", TEXT, message_class="remindr"), "class «remindr»"),
        (Outgoing("a.txt", TEXT, channel="fax"), "channel «fax»"),
        (Outgoing("a.txt", TEXT, language="fi"), "language «fi»"),
    ],
)
def test_a_caller_that_asks_for_what_there_is_not_is_told(linter: Linter, outgoing: Outgoing, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        next(linter.check_many([outgoing], as_of=NOW, on_unreadable=lambda outgoing, error: None))


def test_a_time_without_a_zone_is_refused(linter: Linter) -> None:
    with pytest.raises(UsageError, match="no time zone"):
        linter.check_text("Hei", as_of=datetime(2026, 11, 20))


def test_a_rule_that_no_check_can_use_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "mine" / "garden").mkdir(parents=True)
    (tmp_path / "mine" / "garden" / "rule.yaml").write_text(
        "code: XYZ001\nname: no-shovels\nseverity: warning\ncheck: frases\n"
        "what: W.\nwhy: W.\nmessage: M.\nadvice: A.\n",
        encoding="utf-8",
    )
    (tmp_path / "trustcheck.toml").write_text('[rules]\npaths = ["mine"]\n', encoding="utf-8")
    with pytest.raises(RuleFileError, match="Did you mean «phrases»") as caught:
        Linter.from_config(tmp_path / "trustcheck.toml")
    assert (caught.value.line, Path(caught.value.path).name) == (4, "rule.yaml")
