"""The linter as a library: what its reports say, where they point, and what happens when the records do not answer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from trustcheck.checks.table import CHECKS
from trustcheck.cli import run
from trustcheck.config.load import load_settings
from trustcheck.linter import Linter, Outgoing
from trustcheck.model.check import Context
from trustcheck.model.claim import ClaimVerdict
from trustcheck.model.report import MessageReport, RawFinding, Report, Verdict
from trustcheck.model.rule import Rule

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
SAMPLES = Path(__file__).parents[1] / "samples"
SAMPLE = SAMPLES / "noldusnett"
CONFIG = SAMPLE / "trustcheck.toml"
FACTS = json.loads((SAMPLE / "facts.json").read_text(encoding="utf-8"))
CLAIM = (
    "NoldusNett AS\n\nHei Heidi Lisle!\n\nDu har ikke betalt faktura 7788.\n\nVennlig hilsen\nKari Nes\nNoldusNett AS\n"
)
MAIL = (
    b"From: NoldusNett <kunde@noldusnett.no>\nTo: h@example.org\nSubject: Du har ikke betalt faktura 7788\n"
    b"X-Trustcheck-Account: A-1\nX-Trustcheck-Class: reminder\n\n"
)
PLACE_KEYS = {"text", "start", "end"}


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter.from_config(CONFIG)


def only(report: Report) -> MessageReport:
    (message,) = report.messages
    return message


def checked(linter: Linter, content: bytes, path: str, **known: Any) -> Report:
    return next(linter.check_many([Outgoing(path, content, **known)], as_of=NOW))


def read_source(path: Path) -> str:
    return path.read_bytes().decode()


def test_account_and_class_come_from_the_headers_of_a_mail(linter: Linter) -> None:
    message = only(checked(linter, MAIL + b"Hei Heidi!\n", "a.eml"))
    assert (message.account, message.message_class.name, message.message_class.source) == ("A-1", "reminder", "caller")


def test_the_caller_outranks_the_headers(linter: Linter) -> None:
    message = only(checked(linter, MAIL + b"Hei Heidi!\n", "a.eml", account="A-2", message_class="delay"))
    assert (message.account, message.message_class.name) == ("A-2", "delay")


def test_the_keywords_of_check_file_reach_the_report(linter: Linter) -> None:
    report = linter.check_file(
        SAMPLE / "brev-godt.txt", account="A-1", message_class="general", channel="email", language="nn", as_of=NOW
    )
    message = only(report)
    assert report.as_of == NOW
    assert (message.account, message.message_class.name, message.channel, message.language) == (
        "A-1",
        "general",
        "email",
        "nn",
    )


def test_a_suffix_says_how_a_text_is_read(linter: Linter) -> None:
    html = "<p>Hei Heidi</p><script>OBS! OBS!</script>"
    assert "shouting" not in rules(linter.check_text(html, suffix=".html", as_of=NOW))
    assert only(linter.check_text("Hei", suffix=".sms.txt", as_of=NOW)).channel == "sms"


def test_a_report_is_the_sum_of_its_messages(linter: Linter) -> None:
    held = linter.check_file(SAMPLE / "varsel.txt", account="A-1", as_of=NOW)
    sent = linter.check_file(SAMPLE / "brev-godt.txt", account="A-1", as_of=NOW)
    both = replace(held, messages=(*sent.messages, *held.messages))
    assert (sent.verdict, held.verdict, both.verdict) == (Verdict.SEND, Verdict.HOLD, Verdict.HOLD)
    assert both.findings == (*sent.findings, *held.findings)
    assert both.claims == (*sent.claims, *held.claims)
    assert both.to_dict()["summary"] == {"messages": 2, "send": 1, "review": 0, "hold": 1}


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_the_dictionary_has_the_shape_of_schema_1(linter: Linter) -> None:
    data = linter.check_file(SAMPLE / "varsel.eml", as_of=NOW).to_dict()
    assert json.loads(json.dumps(data)) == data
    assert list(data) == ["schema", "tool", "as_of", "messages", "summary"]
    assert (data["schema"], set(data["tool"]), data["as_of"]) == (1, {"name", "version"}, "2026-11-20T09:00:00Z")
    (message,) = data["messages"]
    assert list(message) == [
        "path", "account", "channel", "language", "class", "verdict", "findings", "claims", "checks", "suppressed",
    ]  # fmt: skip
    assert {"name", "from"} <= set(message["class"])
    assert message["verdict"] in {"send", "review", "hold"}
    assert isinstance(message["checks"]["ran"], int)
    assert all(set(row) == {"rule", "reason"} for row in message["checks"]["skipped"] + message["checks"]["failed"])
    assert message["suppressed"] == []
    assert {"messages", "send", "review", "hold"} == set(data["summary"])


def test_findings_and_claims_have_the_keys_and_types_of_schema_1(linter: Linter) -> None:
    (message,) = linter.check_file(SAMPLE / "varsel.eml", as_of=NOW).to_dict()["messages"]
    words = {"code", "rule", "severity", "message", "advice", "text"}
    for finding in message["findings"]:
        assert words | PLACE_KEYS | {"evidence"} <= set(finding) <= words | PLACE_KEYS | {"evidence", "suggestion"}
        assert all(isinstance(finding[key], str) for key in words)
        assert isinstance(finding["evidence"], dict)
        assert_place(finding)
    assert message["claims"]
    for claim in message["claims"]:
        assert set(claim) == {"kind", "verdict", "reason", "slots", "fact"} | PLACE_KEYS
        assert set(claim["fact"]) == {"path", "value", "as_of", "source"}
        assert all(isinstance(value, str) for value in claim["slots"].values())
        assert_place(claim)


def assert_place(row: Mapping[str, Any]) -> None:
    for end in ("start", "end"):
        assert set(row[end]) == {"offset", "line", "column"}
        assert all(isinstance(value, int) for value in row[end].values())
        assert row[end]["offset"] >= 0
        assert row[end]["line"] >= 1
        assert row[end]["column"] >= 1


def test_a_claim_points_at_its_words_in_quoted_printable_html(linter: Linter) -> None:
    path = SAMPLE / "varsel.eml"
    claim = next(c for c in linter.check_file(path, as_of=NOW).claims if c.kind == "agreement-missing")
    source = read_source(path)
    there = source[claim.place.start.offset : claim.place.end.offset]
    assert claim.text == "manglende abonnementsavtale"
    assert there == "manglende abon=\nnementsavtale"
    assert source.count("\n", 0, claim.place.start.offset) + 1 == claim.place.start.line


def test_places_in_a_file_with_windows_line_ends(linter: Linter) -> None:
    text = CLAIM.replace("\n", "\r\n")
    (claim,) = linter.check_text(text, account="A-1", as_of=NOW).claims
    assert text[claim.place.start.offset : claim.place.end.offset] == claim.text
    assert (claim.place.start.line, claim.place.start.column) == (5, 1)


def test_places_after_signs_outside_the_basic_plane_count_code_points(linter: Linter) -> None:
    text = CLAIM.replace("Hei Heidi Lisle!", "Hei Heidi Lisle 👩‍👧 e\u0301!")
    (claim,) = linter.check_text(text, account="A-1", as_of=NOW).claims
    assert text[claim.place.start.offset : claim.place.end.offset] == claim.text


def test_a_claim_in_subject_and_body_is_listed_at_each(linter: Linter) -> None:
    report = checked(linter, MAIL + b"Hei Heidi!\n\nDu har ikke betalt faktura 7788.\n", "a.eml")
    assert [claim.place.start.line for claim in report.claims] == [3, 9]
    assert {claim.verdict for claim in report.claims} == {ClaimVerdict.CONTRADICTED}
    assert rules(report).count("claim-contradicted") == 2


def test_the_plain_and_the_html_part_of_a_mail_count_once(linter: Linter) -> None:
    said = "Du har ikke betalt faktura 7788."
    mail = (
        "From: NoldusNett <kunde@noldusnett.no>\nSubject: Hei\nX-Trustcheck-Account: A-1\nMIME-Version: 1.0\n"
        "Content-Type: multipart/alternative; boundary=b\n\n"
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{said}\n"
        f"--b\nContent-Type: text/html; charset=utf-8\n\n<p>{said}</p>\n--b--\n"
    )
    assert len(checked(linter, mail.encode(), "a.eml").claims) == 1


def test_what_the_reader_wrote_below_the_answer_fires_nothing(linter: Linter) -> None:
    answer = MAIL + b"Hei Heidi!\n\nVi har rettet feilen i dag.\n\nVennlig hilsen\nKari Nes\n"
    reply = (
        b"\nDen 19. november 2026 skrev Heidi Lisle:\n> OBS! OBS! DETTE ER HELT FEIL!!\n> Det er din egen feil.\n"
        b"> Du har ikke betalt faktura 7788. Ring 820 12 345 straks! {{navn}} null\n"
    )
    assert rules(checked(linter, answer + reply, "a.eml")) == rules(checked(linter, answer, "a.eml"))
    assert len(checked(linter, answer + reply, "a.eml").claims) == len(checked(linter, answer, "a.eml").claims)


def test_without_a_configuration_registry_rules_are_skipped_and_say_what_to_add() -> None:
    message = only(Linter().check_text("Hei Heidi!\n\nVi sender deg en ruter på fredag.\n", as_of=NOW))
    reasons = {skipped.rule: skipped.reason for skipped in message.checks.skipped}
    for rule in ("sender-name-missing", "contact-not-in-registry", "link-domain-unregistered", "reply-to-mismatch"):
        assert "add [organisation] to trustcheck.toml" in reasons[rule]


def test_every_planned_rule_leaves_an_outcome(linter: Linter) -> None:
    checks = only(linter.check_file(SAMPLE / "varsel.txt", as_of=NOW)).checks
    rules = [rule for rule in linter.pack.rules if rule.lifecycle.value != "preview"]
    planned = [rule for rule in rules if "template" not in rule.needs]
    assert checks.ran + len(checks.skipped) + len(checks.failed) == len(planned)


def test_a_check_that_breaks_is_reported_and_holds_the_message(linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(rule: Rule, context: Context) -> Iterable[RawFinding]:
        raise KeyError("a fault of ours")

    broken_rule = next(rule for rule in linter.pack.rules if rule.name == "national-id-exposed")
    monkeypatch.setitem(CHECKS, broken_rule.check, broken)  # type: ignore[arg-type]
    message = only(linter.check_file(SAMPLE / "brev-godt.txt", account="A-1", as_of=NOW))
    (failed,) = [row for row in message.checks.failed if row.rule == broken_rule.name]
    assert "KeyError" in failed.reason
    assert "a fault of ours" not in failed.reason
    assert (message.verdict, message.unverified, message.findings) == (Verdict.HOLD, True, ())


def written(folder: Path, facts: str | None) -> Path:
    """A configuration like the sample's, with these facts; None: the file is not there."""
    config = folder / "trustcheck.toml"
    config.write_text(CONFIG.read_text(encoding="utf-8"), encoding="utf-8")
    if facts is not None:
        (folder / "facts.json").write_text(facts, encoding="utf-8")
    return config


def read_at(moment: datetime) -> str:
    account = {**FACTS["accounts"]["A-1"], "as_of": moment.isoformat()}
    return json.dumps({"accounts": {"A-1": account}})


@pytest.mark.parametrize(
    ("facts", "verdict", "words"),
    [
        (None, ClaimVerdict.UNKNOWN, "facts.json"),
        ("{garbage", ClaimVerdict.UNKNOWN, "not JSON"),
        ("", ClaimVerdict.UNKNOWN, "empty"),
        ('{"accounts": []}', ClaimVerdict.UNKNOWN, "accounts"),
        ('{"accounts": {}}', ClaimVerdict.UNKNOWN, "account"),
        (read_at(NOW - timedelta(days=9)), ClaimVerdict.STALE, "too old"),
        (read_at(NOW + timedelta(days=1)), ClaimVerdict.UNKNOWN, "future"),
    ],
)
def test_records_that_do_not_answer_hold_what_would_else_be_sent(
    tmp_path: Path, facts: str | None, verdict: ClaimVerdict, words: str
) -> None:
    config = written(tmp_path, facts)
    message = only(Linter.from_config(config).check_file(SAMPLE / "brev-godt.txt", account="A-1", as_of=NOW))
    assert {claim.verdict for claim in message.claims} == {verdict}
    assert all(words in claim.reason for claim in message.claims)
    assert (message.verdict, message.unverified) == (Verdict.HOLD, True)


@pytest.mark.parametrize(
    "facts", [None, "{garbage", read_at(NOW - timedelta(days=9)), read_at(NOW + timedelta(days=1))]
)
def test_records_that_do_not_answer_end_the_command_with_3(tmp_path: Path, facts: str | None) -> None:
    arguments = ["check", str(SAMPLE / "brev-godt.txt"), "--config", str(written(tmp_path, facts)), "--account", "A-1"]
    assert run([*arguments, "--as-of", NOW.isoformat()]) == 3


def test_settings_may_be_given_as_objects() -> None:
    settings = load_settings(CONFIG)
    assert Linter(settings).settings is settings
