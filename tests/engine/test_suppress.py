"""Suppressions seen from outside: what they take out of the verdict, and what is said about those that do not hold."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trustcheck.checks.table import CHECKS
from trustcheck.config.settings import CheckSettings, FactsSettings, Settings
from trustcheck.linter import Linter
from trustcheck.model.check import CheckFailed, Context
from trustcheck.model.report import MessageReport, Verdict
from trustcheck.model.rule import Rule

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
SHOUT = "OBS! OBS! Vi har flyttet."
SELECT = ("TON003", "TON004", "SUP", "CLM001", "CLM002")


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings(check=CheckSettings(select=SELECT, language="nb")))


def checked(linter: Linter, text: str, suffix: str = ".txt", **known: Any) -> MessageReport:
    (message,) = linter.check_text(text, suffix=suffix, as_of=NOW, **known).messages
    return message


def rules(message: MessageReport) -> list[str]:
    return [finding.rule for finding in message.findings]


def note(what: str, reason: str = "x", until: str = "") -> str:
    day = f" until={until}" if until else ""
    return f'{{# trustcheck: {what} reason="{reason}"{day} #}}'


def bare(words: str) -> str:
    return f"{{# trustcheck: {words} #}}"


def test_a_suppressed_finding_is_listed_with_its_reason_and_does_not_count(linter: Linter) -> None:
    note_ = note("ignore[shouting]", "slik heter  festen")
    message = checked(linter, f"Hei Heidi!\n\n{note_}\n{SHOUT}\n")
    assert (message.verdict, message.findings) == (Verdict.SEND, ())
    (suppressed,) = message.suppressed
    assert (suppressed.finding.rule, suppressed.finding.text, suppressed.reason) == (
        "shouting",
        "OBS! OBS!",
        "slik heter festen",
    )
    assert suppressed.finding.place.start.line == 4


def test_the_report_as_data_lists_it_too(linter: Linter) -> None:
    report = linter.check_text(f"{note('ignore[TON003]')} {SHOUT}", as_of=NOW)
    (message,) = report.to_dict()["messages"]
    assert [(s["code"], s["reason"], s["start"]["line"]) for s in message["suppressed"]] == [("TON003", "x", 1)]
    assert message["findings"] == []


def test_a_comment_covers_its_block_and_no_other(linter: Linter) -> None:
    message = checked(linter, f"Hei Heidi!\n\n{SHOUT} {note('ignore[shouting]')}\n\n{SHOUT}\n")
    assert [f.place.start.line for f in message.findings] == [5]
    assert len(message.suppressed) == 1


def test_for_the_whole_file_it_covers_all(linter: Linter) -> None:
    message = checked(linter, f"{SHOUT}\n\n{SHOUT}\n\n{note('ignore-file[shouting]')}\n")
    assert (rules(message), len(message.suppressed)) == ([], 2)


def test_another_rule_in_the_block_still_fires(linter: Linter) -> None:
    message = checked(linter, f"{note('ignore[false-urgency]')} {SHOUT} Svar straks.")
    assert rules(message) == ["shouting"]


def test_the_header_of_a_mail_and_front_matter_cover_the_message(linter: Linter) -> None:
    mail = f'From: a@example.no\nX-Trustcheck-Ignore: shouting; reason="x"\n\nHei!\n\n{SHOUT}\n'
    assert [s.reason for s in checked(linter, mail, ".eml").suppressed] == ["x"]
    front = f'---\nignore: shouting; reason="y"\n---\nHei!\n\n{SHOUT}\n'
    assert [s.reason for s in checked(linter, front, ".md").suppressed] == ["y"]


def test_the_nearer_reason_is_the_one_that_is_given(linter: Linter) -> None:
    text = f"{note('ignore-file[shouting]', 'all')}\n\n{note('ignore[shouting]', 'here')}\n{SHOUT}\n\n{SHOUT}\n"
    assert [s.reason for s in checked(linter, text).suppressed] == ["here", "all"]


@pytest.mark.parametrize(
    ("words", "place", "said"),
    [
        ("ignore[shouting]", bare("ignore[shouting]"), "gives no reason"),
        ('ignore[shoutin] reason="x"', "shoutin", "«shoutin» names no rule"),
        ('ignore[ton003] reason="x"', "ton003", "«ton003» names no rule"),
        ('ignore[TON] reason="x"', "TON", "«TON» is not one rule"),
        ('ignore[all] reason="x"', "all", "«all» is not one rule"),
        ('ignore[shouting, nope] reason="x"', "nope", "«nope» names no rule"),
        ('ignore[suppression-unused] reason="x"', "suppression-unused", "cannot be suppressed"),
        ('ignore[SUP001] reason="x"', "SUP001", "cannot be suppressed"),
    ],
)
def test_an_invalid_one_suppresses_nothing_and_holds_the_message(
    linter: Linter, words: str, place: str, said: str
) -> None:
    text = f"Hei Heidi!\n\n{bare(words)} {SHOUT}\n"
    message = checked(linter, text)
    assert sorted(rules(message)) == ["shouting", "suppression-invalid"]
    assert (message.verdict, message.suppressed) == (Verdict.HOLD, ())
    fault = next(f for f in message.findings if f.rule == "suppression-invalid")
    assert said in fault.message
    assert (fault.text, text[fault.place.start.offset : fault.place.end.offset]) == (place, place)


def test_the_nearest_rule_is_offered(linter: Linter) -> None:
    message = checked(linter, note("ignore[shoutin]") + " Hei!")
    assert "Did you mean «shouting»?" in message.findings[0].advice
    message = checked(linter, note("ignore[ton003]") + " Hei!")
    assert "Did you mean «TON003»?" in message.findings[0].advice


@pytest.mark.parametrize("word", ["claim-unverified", "CLM002", "dispute-open", "HIS001", "promise-overdue"])
def test_what_the_records_answer_cannot_be_suppressed(linter: Linter, word: str) -> None:
    text = f"Hei!\n\n{note(f'ignore-file[{word}]')}\n\nDu har ikke betalt faktura 7788.\n"
    message = checked(linter, text, account="A-1")
    assert "claim-unverified" in rules(message)
    assert "suppression-invalid" in rules(message)
    assert "what the records answer stands" in next(f.message for f in message.findings if f.code == "SUP001")
    assert message.verdict is Verdict.HOLD


@pytest.mark.parametrize(("until", "holds"), [("2026-11-19", False), ("2026-11-20", True), ("2027-01-31", True)])
def test_one_holds_through_its_last_day(linter: Linter, until: str, holds: bool) -> None:
    message = checked(linter, f"{note('ignore[shouting]', until=until)} {SHOUT}")
    assert rules(message) == ([] if holds else ["suppression-expired", "shouting"])
    assert message.verdict is (Verdict.SEND if holds else Verdict.REVIEW)


def test_one_that_has_nothing_to_suppress_is_told_at_the_rule(linter: Linter) -> None:
    text = f"{note('ignore[shouting, false-urgency]')} {SHOUT}"
    message = checked(linter, text)
    (finding,) = message.findings
    assert (finding.rule, finding.text, finding.place.start.column) == (
        "suppression-unused",
        "false-urgency",
        text.index("false") + 1,
    )
    assert len(message.suppressed) == 1


def test_a_rule_that_did_not_run_is_not_called_idle(linter: Linter) -> None:
    for word in ("signer-missing", "sender-name-missing", "eta-missing"):
        assert rules(checked(linter, note(f"ignore[{word}]") + " Hei!")) == []


def test_what_is_quoted_from_the_reader_says_nothing_about_ours(linter: Linter) -> None:
    theirs = (
        '<blockquote type="cite"><p>Hei</p><!-- trustcheck: ignore-file[shouting] reason="x" --><p>du</p></blockquote>'
    )
    mail = f"From: a@example.no\nContent-Type: text/html\n\n<p>{SHOUT}</p><p>Den 3. mars 2026 skrev Heidi:</p>{theirs}"
    message = checked(linter, mail, ".eml")
    assert rules(message) == ["shouting"]
    assert message.suppressed == ()


def test_a_check_that_failed_is_never_hidden(monkeypatch: pytest.MonkeyPatch, linter: Linter) -> None:
    def broken(rule: Rule, context: Context) -> list[Any]:
        raise CheckFailed("the source is down")

    monkeypatch.setitem(CHECKS, "shouting", broken)  # type: ignore[misc]
    message = checked(linter, f"{note('ignore-file[shouting]')} {SHOUT}")
    assert [f.rule for f in message.checks.failed] == ["shouting"]
    assert (rules(message), message.suppressed) == ([], ())


def test_something_absent_is_suppressed_where_it_is_shown_or_for_the_whole_file() -> None:
    linter = Linter(Settings(check=CheckSettings(select=("signer-missing", "SUP"), language="nb")))
    letter = "NoldusNett AS\n\nHei Heidi!\n\nVi har flyttet kontoret vårt til Storgata.\n\n{}Med vennlig hilsen\nKundeservice\n"
    assert rules(checked(linter, letter.format(""))) == ["signer-missing"]
    for verb in ("ignore", "ignore-file"):
        message = checked(linter, letter.format(note(f"{verb}[signer-missing]") + "\n"))
        assert (rules(message), len(message.suppressed)) == ([], 1)


def test_the_rules_about_suppressions_may_be_switched_off_and_an_invalid_one_still_does_nothing() -> None:
    linter = Linter(Settings(check=CheckSettings(select=("shouting",), language="nb")))
    assert rules(checked(linter, f"{bare('ignore[shouting]')} {SHOUT}")) == ["shouting"]


def test_facts_are_asked_all_the_same(tmp_path: Path) -> None:
    facts = {"accounts": {"A-1": {"as_of": "2026-11-20T06:00:00Z", "invoices": [{"number": "7788", "status": "paid"}]}}}
    (tmp_path / "facts.json").write_text(json.dumps(facts), encoding="utf-8")
    linter = Linter(
        Settings(check=CheckSettings(select=SELECT, language="nb"), facts=FactsSettings("facts.json"), root=tmp_path)
    )
    text = f"Hei!\n\n{note('ignore-file[CLM002]')}\n\nFaktura 7788 er ikke betalt.\n"
    message = checked(linter, text, account="A-1")
    assert [(c.kind, c.verdict.value) for c in message.claims] == [("payment-missing", "contradicted")]
    assert "claim-contradicted" in rules(message)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([SHOUT, "\n\n", "Vi flytter.", note("ignore[shouting]"), "> sitat\n"]), max_size=12))
def test_a_finding_counts_or_is_suppressed_and_never_both(pieces: list[str]) -> None:
    plain = Linter(Settings(check=CheckSettings(select=("shouting",), language="nb")))
    text = "".join(pieces)
    message = checked(plain, text)
    without = checked(plain, text.replace(note("ignore[shouting]"), ""))
    assert len(message.findings) + len(message.suppressed) == len(without.findings)


def test_many_directives_and_findings_are_settled_in_one_go(linter: Linter) -> None:
    # So many that each is still a finding of its own: from the hundredth place on one speaks for the rest.
    block = f"{note('ignore[shouting]')}\n{SHOUT}\n\n"
    message = checked(linter, block * 90)
    assert (rules(message), len(message.suppressed)) == ([], 90)
