"""`trustcheck check` from the outside: what goes to standard output, what to standard error, and the exit code."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from trustcheck.cli import run
from trustcheck.cli.check import FORMAT_NAMES
from trustcheck.reporters.table import FORMATS

AS_OF = ("--as-of", "2026-11-20T09:00:00Z")
SHOUT = (
    "NoldusNett AS\nBoks 1, 0101 Oslo\n\nHei!\n\nOBS! OBS! Vi har flyttet.\n\nHilsen\nMarit Solbakken\nNoldusNett AS\n"
)
CALM = SHOUT.replace("OBS! OBS! ", "")


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, made the current one, with a configuration that runs two rules and two letters."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "trustcheck.toml").write_text(
        '[check]\nselect = ["TON003", "CLM001", "CLM002"]\nlanguage = "nb"\n', encoding="utf-8"
    )
    (tmp_path / "calm.txt").write_text(CALM, encoding="utf-8")
    (tmp_path / "shout.txt").write_text(SHOUT, encoding="utf-8")
    return tmp_path


def _check(*arguments: str) -> int:
    return run(["check", *AS_OF, *arguments])


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any, str]:
    code = _check("--format", "json", *arguments)
    told = capsys.readouterr()
    return code, json.loads(told.out), told.err


def test_the_formats_offered_are_those_that_there_are() -> None:
    assert tuple(FORMATS) == FORMAT_NAMES


def test_a_folder_is_checked_and_reported(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, report, told = _json(capsys, ".")
    assert code == 0
    assert [m["path"] for m in report["messages"]] == ["calm.txt", "shout.txt"]
    assert [f["text"] for f in report["messages"][1]["findings"]] == ["OBS! OBS!"]
    assert report["summary"] == {"messages": 2, "send": 1, "review": 1, "hold": 0}
    assert "no reader for .toml: 1" in told


def test_fail_on_decides_what_ends_with_one(letters: Path) -> None:
    assert _check("shout.txt") == 0
    assert _check("shout.txt", "--fail-on", "warning") == 1
    assert _check("calm.txt", "--fail-on", "warning") == 0


def test_the_report_is_alone_on_standard_output(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _check(".", "no-such-letter.txt")
    told = capsys.readouterr()
    assert "OBS! OBS!" in told.out
    assert "no-such-letter" not in told.out
    assert "note" not in told.out
    assert "error: no-such-letter.txt" in told.err


def test_what_cannot_be_read_is_named_and_the_rest_is_checked(
    letters: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (letters / "broken.txt").write_bytes(b"Hei\0\0\0")
    (letters / "picture.png").write_bytes(b"\x89PNG")
    code, report, told = _json(capsys, "broken.txt", "shout.txt", "picture.png", "calm.txt")
    assert code == 2
    assert [m["path"] for m in report["messages"]] == ["shout.txt", "calm.txt"]
    assert "broken.txt" in told
    assert "picture.png" in told
    assert "could not be read: 2" in told


def test_where_nothing_could_be_read_the_json_says_so(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (letters / "broken.txt").write_bytes(b"Hei\0")
    code, report, _ = _json(capsys, "broken.txt")
    assert code == 2
    assert report["messages"] == []
    assert report["as_of"] == "2026-11-20T09:00:00Z"


def test_nothing_found_to_check_is_an_error(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (letters / "empty").mkdir()
    assert _check("empty") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "nothing found to check" in told.err


def test_standard_input_is_read_under_the_name_it_is_given(
    letters: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SHOUT.encode())))
    code, report, _ = _json(capsys, "-", "--stdin-filename", "out/notice.sms.txt")
    assert code == 0
    assert report["messages"][0]["path"] == "out/notice.sms.txt"
    assert report["messages"][0]["channel"] == "sms"
    assert report["messages"][0]["findings"][0]["rule"] == "shouting"


def test_the_caller_says_what_kind_of_message_it_is(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ("--class", "newsletter", "--channel", "email", "--language", "nn", "--account", "A-9")
    _, report, _ = _json(capsys, "calm.txt", *given)
    message = report["messages"][0]
    assert message["class"] == {"name": "newsletter", "from": "caller"}
    assert (message["channel"], message["language"], message["account"]) == ("email", "nn", "A-9")


def test_rules_can_be_selected_and_ignored(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _json(capsys, "shout.txt", "--ignore", "shouting")[1]["messages"][0]["findings"] == []
    assert _json(capsys, "shout.txt", "--select", "CLM,PRV")[1]["messages"][0]["findings"] == []
    assert _json(capsys, "shout.txt", "--select", "TON")[1]["messages"][0]["findings"] != []


def test_a_rule_that_does_not_exist_is_an_error(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _check("shout.txt", "--select", "shoutin") == 2
    assert "shouting" in capsys.readouterr().err


def test_jsonl_is_one_report_a_line(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _check(".", "--format", "jsonl")
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["messages"][0]["verdict"] for line in lines] == ["send", "review"]


def test_the_report_can_go_to_a_file(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _check("shout.txt", "--output", "report.txt") == 0
    assert capsys.readouterr().out == ""
    assert "OBS! OBS!" in (letters / "report.txt").read_text(encoding="utf-8")


def test_a_configuration_that_cannot_be_used_leaves_the_last_report_alone(
    letters: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (letters / "report.txt").write_text("yesterday", encoding="utf-8")
    (letters / "trustcheck.toml").write_text("[chekc]\n", encoding="utf-8")
    assert _check("shout.txt", "--output", "report.txt") == 2
    assert "trustcheck.toml:1" in capsys.readouterr().err
    assert (letters / "report.txt").read_text(encoding="utf-8") == "yesterday"


def test_a_claim_that_nothing_can_verify_ends_with_three(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (letters / "claim.txt").write_text(CALM.replace("Vi har flyttet.", "Du har ikke betalt faktura 7788."), "utf-8")
    code, report, told = _json(capsys, "claim.txt")
    assert code == 3
    assert report["messages"][0]["verdict"] == "hold"
    assert "could not be verified" in told


def test_facts_on_the_command_line_start_where_the_person_stands(
    letters: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paid = {"number": "7788", "amount": "499.00", "currency": "NOK", "status": "paid", "due": "2026-10-20"}
    facts = {"accounts": {"A-1": {"as_of": "2026-11-20T06:00:00Z", "invoices": [paid]}}}
    (letters / "elsewhere").mkdir()
    (letters / "elsewhere" / "facts.json").write_text(json.dumps(facts), encoding="utf-8")
    (letters / "claim.txt").write_text(CALM.replace("Vi har flyttet.", "Du har ikke betalt faktura 7788."), "utf-8")
    code, report, _ = _json(capsys, "claim.txt", "--account", "A-1", "--facts", "elsewhere/facts.json")
    assert code == 1
    assert report["messages"][0]["claims"][0]["verdict"] == "contradicted"


def test_a_time_that_is_none_is_a_usage_error(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "calm.txt", "--as-of", "i morgen"]) == 2
    assert "2026-11-20T09:00:00Z" in capsys.readouterr().err


def test_a_day_without_a_zone_is_utc(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "calm.txt", "--as-of", "2026-11-20", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["as_of"] == "2026-11-20T00:00:00Z"


def test_quiet_says_only_what_must_be_acted_on(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _check(".", "--quiet")
    told = capsys.readouterr()
    assert "calm.txt" not in told.out
    assert "shout.txt" in told.out
    assert told.err == ""


def test_a_missing_configuration_is_mentioned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "calm.txt").write_text(CALM, encoding="utf-8")
    _check("calm.txt")
    assert "no trustcheck.toml found" in capsys.readouterr().err


@pytest.mark.parametrize("source", ["http://127.0.0.1:1/facts", "none.json", "none.jsonl"])
def test_a_source_that_does_not_answer_holds_and_ends_with_three(
    letters: Path, capsys: pytest.CaptureFixture[str], source: str
) -> None:
    (letters / "owed.txt").write_text("Abonnementet ditt er avsluttet.\n", encoding="utf-8")
    code, report, told = _json(capsys, "owed.txt", "--account", "A-1", "--facts", source)
    assert code == 3
    assert report["messages"][0]["verdict"] == "hold"
    assert [claim["verdict"] for claim in report["messages"][0]["claims"]] == ["unknown"]
    assert "could not be verified" in told


def test_a_named_file_is_left_out_where_globs_are_forced(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = ("calm.txt", "shout.txt", "--exclude", "shout*", "--fail-on", "warning")
    assert _json(capsys, *named)[0] == 1
    code, report, told = _json(capsys, *named, "--force-exclude")
    assert code == 0
    assert [m["path"] for m in report["messages"]] == ["calm.txt"]
    assert "left out: excluded: 1" in told


def test_where_all_that_is_named_is_excluded_there_is_nothing_to_fail(
    letters: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, report, told = _json(capsys, "shout.txt", "--exclude", "shout*", "--force-exclude")
    assert (code, report["messages"]) == (0, [])
    assert "left out: excluded: 1" in told
    assert _check("gone.txt", "shout.txt", "--exclude", "shout*", "--force-exclude") == 2


TEMPLATE = "Hei!\n\n{% if late %}OBS! OBS!{% endif %} Vi har ikke mottatt betalingen din.\n\nHilsen\nKim Berg\n"


@pytest.mark.parametrize(
    "source",
    [
        '[facts]\nsource = "gone.json"\n',
        '[facts.sources.crm]\nkind = "python"\nentry_point = "nobody-has-this"\n[facts.use]\ndefault = "crm"\n',
        '[facts.sources.crm]\nkind = "sql"\nurl = { env = "NOBODY_SET_THIS" }\nas_of = "now"\n'
        'queries = { customer = "select account, name from c where account in :keys" }\n[facts.use]\ndefault = "crm"\n',
    ],
    ids=["missing file", "unknown package", "missing secret"],
)
def test_a_template_touches_no_data_source(letters: Path, capsys: pytest.CaptureFixture[str], source: str) -> None:
    (letters / "brev.txt.j2").write_text(TEMPLATE, encoding="utf-8")
    (letters / "bare.toml").write_text('[check]\nlanguage = "nb"\n', encoding="utf-8")
    (letters / "failing.toml").write_text('[check]\nlanguage = "nb"\n' + source, encoding="utf-8")
    one = _json(capsys, "brev.txt.j2", "--account", "A-1", "--config", "bare.toml")
    other = _json(capsys, "brev.txt.j2", "--account", "A-1", "--config", "failing.toml")
    assert one == other
    assert one[0] == 1
    assert {"shouting", "claim-unguarded"} <= {f["rule"] for f in one[1]["messages"][0]["findings"]}
    # The same sentence in a letter is for a known reader, and needs the source that fails.
    (letters / "brev.txt").write_text(TEMPLATE.replace("{% if late %}OBS! OBS!{% endif %} ", ""), encoding="utf-8")
    assert _check("brev.txt", "--account", "A-1", "--config", "failing.toml", "--select", "CLM001,CLM002") in (2, 3)
