"""The count that matters: over all ways to fail and all kinds of claim, nothing that should wait is sent.

Each source fails in its own way; each letter makes one statement about the reader's account. Every one of them must be
held with an unknown or stale claim, and the run must end with exit code 3: not verified, and nothing worse found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.facts.postgres import Cluster
from tests.facts.web_server import FAILING, Server

from trustcheck.cli.outcome import Exit, Outcome
from trustcheck.config.load import settings_from_text
from trustcheck.linter import Linter, Outgoing
from trustcheck.model.claim import ClaimVerdict
from trustcheck.model.facts import AccountFacts, Cell, CellState, FactSource
from trustcheck.model.report import Verdict
from trustcheck.model.rule import Severity
from trustcheck.packs.load import builtin_rules, load_pack

ABOUT_RECORDS = ["CLM001", "CLM002", "CLM004", "HIS001", "HIS002"]
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
LIVE = 'as_of = "now"\n'
WAIT = 'deadline = "1s"\n'


@cache
def letters() -> dict[str, Outgoing]:
    """A letter for each kind of claim: its first example in English, about account A-1."""
    bad = {
        kind.name: next(example.text for example in kind.examples["en"] if example.bad and not example.whole)
        for kind in load_pack([builtin_rules()]).claims
    }
    assert len(bad) == 20
    return {name: Outgoing(f"{name}.txt", text.encode(), "A-1", language="en") for name, text in bad.items()}


def checked(configuration: str, root: Path, *, now: datetime | None = NOW, source: FactSource | None = None) -> Outcome:
    """A run over all letters, every one of them seen to be held for what is not known; gives what the run amounts to."""
    rules = f"[check]\nselect = {ABOUT_RECORDS}\n"
    linter = Linter(settings_from_text(rules + configuration, root / "trustcheck.toml"), source=source)
    outcome = Outcome(Severity.ERROR)
    for kind, report in zip(letters(), linter.check_many(letters().values(), as_of=now), strict=True):
        (message,) = report.messages
        assert message.claims, kind
        assert {claim.verdict for claim in message.claims} <= {ClaimVerdict.UNKNOWN, ClaimVerdict.STALE}, kind
        assert all(claim.reason for claim in message.claims)
        assert message.verdict is Verdict.HOLD, kind
        outcome.add(message)
    return outcome


def must_hold(configuration: str, root: Path, **more: Any) -> None:
    outcome = checked(configuration, root, **more)
    assert outcome.messages == len(letters())
    assert outcome.code is Exit.UNVERIFIED


@pytest.mark.parametrize("behaviour", FAILING)
def test_http(server: Server, tmp_path: Path, behaviour: str) -> None:
    source = f'[facts.sources.api]\nkind = "http"\nurl = "{server.url(behaviour)}"\nmax_bytes = 1_000_000\n{WAIT}'
    must_hold(source, tmp_path)


DATABASE: Mapping[str, tuple[str, str]] = {
    "server down": ('url = "postgresql://x@127.0.0.1:1/crm"', "select account from customers where account in :keys"),
    "no database": ('url = "postgresql://trustcheck_reader@127.0.0.1:{port}/none"', "select * from customers where account in :keys"),
    "no table": ("", "select * from nowhere where account in :keys"),
    "no right": ("", "select * from secrets where account in :keys"),
    "no column": ("", "select name from customers where account in :keys"),
    "too slow": ("", "select account, 'active' as status, pg_sleep(20) from customers where account in :keys"),
    "broken": ("", "select account, 1 / 0 as id from customers where account in :keys"),
    "wrong types": ("", "select account, 1.5::float8 as amount, 'open' as status, 7 as kind, 3 as since, 5 as date, "
                        "'up' as direction, 1.5::float8 as field from customers where account in :keys"),
    "no time": ('as_of = "read_at"', "select *, null::timestamptz as read_at from customers where account in :keys"),
    "naive time": ('as_of = "naive"', "select *, 'paid' as status from invoices where account in :keys"),
    "another account": ("", "select 'A-2' as account, 'active' as status from customers where account in :keys"),
    "no password": ('password = {{ env = "NOT_SET_ANYWHERE" }}', "select * from customers where account in :keys"),
}  # fmt: skip
KEYS = ("customer", "account", "agreements", "services", "invoices", "balance", "payments", "cases", "contacts")


@pytest.mark.parametrize("trouble", DATABASE)
def test_postgresql(cluster: Cluster, tmp_path: Path, trouble: str) -> None:
    extra, sql = DATABASE[trouble]
    url = "" if "url" in extra else f'url = "{cluster.url()}"\n'
    live = "" if "as_of" in extra else LIVE
    head = f'[facts.sources.crm]\nkind = "sql"\n{url}{live}{WAIT}{extra.format(port=cluster.port)}\n'
    queries = "".join(f'{key} = "{sql}"\n' for key in (*KEYS, "orders", "refunds", "on_file"))
    must_hold(f"{head}[facts.sources.crm.queries]\n{queries}", tmp_path, now=None)


def test_live_records_judged_for_another_day_decide_nothing(cluster: Cluster, tmp_path: Path) -> None:
    sql = "select account, name, since from customers where account in :keys"
    head = f'[facts.sources.crm]\nkind = "sql"\nurl = "{cluster.url()}"\n{LIVE}[facts.sources.crm.queries]\n'
    must_hold(f'{head}customer = "{sql}"\n', tmp_path, now=datetime(2020, 1, 1, tzinfo=UTC))


FILES: Mapping[str, tuple[str, str, str]] = {
    "no file": ("x", "", 'source = "facts.json"'),
    "half a file": ("facts.json", '{"accounts": {"A-1": {"agreements": [', 'source = "facts.json"'),
    "html": ("facts.json", "<html>", 'source = "facts.json"'),
    "half a line": ("facts.jsonl", '{"account": "A-1", "agr', 'source = "facts.jsonl"'),
    "two lines": ("facts.jsonl", '{"account": "A-1"}\n{"account": "A-1"}', 'source = "facts.jsonl"'),
    "no lines": ("facts.jsonl", "", 'source = "facts.jsonl"'),
    "no folder": ("x", "", '[facts.sources.x]\nkind = "csv"\nfolder = "none"'),
    "empty folder": ("x", "", '[facts.sources.x]\nkind = "csv"\nfolder = "."'),
    "half a row": ("agreements.csv", "account,status,as_of\nA-1,act", '[facts.sources.x]\nkind = "csv"\nfolder = "."'),
    "no database": ("x", "", '[facts.sources.x]\nkind = "sqlite"\npath = "x.db"\nqueries = {cases = "select :keys"}'),
    "no sqlite": ("x.db", "text" * 500, '[facts.sources.x]\nkind = "sqlite"\npath = "x.db"\nqueries = {cases = "select :keys"}'),
    "nothing": ("x", "", ""),
}  # fmt: skip


@pytest.mark.parametrize("trouble", FILES)
def test_files(tmp_path: Path, trouble: str) -> None:
    name, content, facts = FILES[trouble]
    (tmp_path / name).write_text(content, encoding="utf-8")
    must_hold(f"[facts]\n{facts}\n", tmp_path)


class Odd:
    """A source that does to every question what it is told to."""

    name = "odd"

    def __init__(self, answer: Callable[[str, str], Cell]) -> None:
        self._answer = answer

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        wanted = tuple(keys)
        return {a: AccountFacts(a, {key: self._answer(a, key) for key in wanted}) for a in accounts}


def _raise(account: str, key: str) -> Cell:
    raise RuntimeError(account)


def _found(value: Any, as_of: datetime | None) -> Callable[[str, str], Cell]:
    return lambda account, key: Cell(CellState.FOUND, value, as_of, "odd")


ODD: Mapping[str, Callable[[str, str], Cell]] = {
    "raises": _raise,
    "undated": _found([], None),
    "naive": _found([], NOW.replace(tzinfo=None)),
    "future": _found([], NOW + timedelta(days=1)),
    "old": _found([], NOW - timedelta(days=2)),
    **{
        s.value: (lambda account, key, s=s: Cell(s, []))
        for s in CellState
        if s not in (CellState.FOUND, CellState.STALE)
    },
}  # type: ignore[misc]


@pytest.mark.parametrize("trouble", ODD)
def test_any_source(tmp_path: Path, trouble: str) -> None:
    if trouble == "old":
        # `[]` is an answer for the lists, if too old; for the facts that are objects it is none at all.
        assert checked("", tmp_path, source=Odd(ODD[trouble])).code is Exit.UNVERIFIED
    else:
        must_hold("", tmp_path, source=Odd(ODD[trouble]))


def test_sources_that_do_not_agree(server: Server, tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text('{"accounts": {"A-1": {"as_of": "2026-11-20T06:00:00Z"}}}', encoding="utf-8")
    must_hold(
        f'[facts.sources.api]\nkind = "http"\nurl = "{server.url("good")}"\n{WAIT}'
        '[facts.sources.file]\nkind = "json"\npath = "facts.json"\n'
        '[facts.use]\ndefault = { agree = ["api", "file"] }\n',
        tmp_path,
    )


def test_the_count_would_notice_an_answer(server: Server, tmp_path: Path) -> None:
    configuration = f'[facts.sources.api]\nkind = "http"\nurl = "{server.url("good")}"\n'
    with pytest.raises(AssertionError):
        checked(configuration, tmp_path)
    linter = Linter(
        settings_from_text(f"[check]\nselect = {ABOUT_RECORDS}\n{configuration}", tmp_path / "trustcheck.toml")
    )
    active = letters()["agreement-active"]
    assert next(linter.check_many([active], as_of=NOW)).verdict is Verdict.SEND
