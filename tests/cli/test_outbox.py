"""`trustcheck check --manifest` from the outside: every row has a result, a brake holds all, a killed run goes on."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from trustcheck.cli import run

AS_OF = ("--as-of", "2026-11-20T09:00:00Z")
CALM = "NoldusNett AS\nBoks 1, 0101 Oslo\n\nHei!\n\nVi har flyttet.\n\nHilsen\nMarit Solbakken\nNoldusNett AS\n"
SHOUT = CALM.replace("Vi har", "OBS! OBS! Vi har")
CLAIM = CALM.replace("Vi har flyttet.", "Vi har ikke mottatt betaling for fakturaen.")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    config = '[check]\nselect = ["TON003", "CLM001", "CLM002"]\nlanguage = "nb"\n'
    (tmp_path / "trustcheck.toml").write_text(config, encoding="utf-8")
    return tmp_path


def _manifest(*rows: dict[str, Any] | str) -> None:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    Path("o.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _check(*arguments: str) -> int:
    return run(["check", *AS_OF, "--manifest", "o.jsonl", *arguments])


def _lines(name: str = "r.jsonl") -> list[dict[str, Any]]:
    reports = [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines()]
    return [message for report in reports for message in report["messages"]]


TO_FILE = ("--format", "jsonl", "--output", "r.jsonl")


def test_every_row_has_a_result_in_order(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "shout.txt").write_text(SHOUT, encoding="utf-8")
    _manifest({"content": CALM, "id": "a"}, {"path": "shout.txt", "class": "delay"}, '{"content":', {"path": "no.txt"})
    assert _check(*TO_FILE) == 2
    found = _lines()
    assert [m["verdict"] for m in found] == ["send", "review", "hold", "hold"]
    assert found[0]["id"] == "a"
    assert found[1]["class"]["name"] == "delay"
    assert found[2]["unreadable"].startswith("o.jsonl:3:")
    assert found[3]["unreadable"].startswith("o.jsonl:4: no.txt: the file cannot be opened")
    told = capsys.readouterr().err
    assert "4 messages: 1 send, 1 review, 2 hold" in told
    assert "findings by rule: shouting 1" in told
    assert "class delay: 1 review" in told
    assert sorted(os.listdir()) == ["o.jsonl", "r.jsonl", "shout.txt", "trustcheck.toml"]


def test_the_json_report_sums_up_by_rule_and_class(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _manifest({"content": SHOUT, "class": "delay"}, {"content": "\0"})
    assert _check("--format", "json") == 2
    summary = json.loads(capsys.readouterr().out)["summary"]
    assert summary["rules"] == {"shouting": 1}
    assert summary["classes"]["delay"] == {"send": 0, "review": 1, "hold": 0}
    assert (summary["messages"], summary["unreadable"], summary["not_looked_at"]) == (2, 1, 0)


def test_it_stops_after_enough_held_messages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _manifest({"content": CALM}, *[{"content": CLAIM}] * 5)
    assert _check(*TO_FILE, "--stop-after-holds", "2") == 3
    assert len(_lines()) == 3
    assert "stopped after 2 held messages; rows not looked at: 3" in capsys.readouterr().err


@pytest.mark.parametrize("format_name", ["text", "json", "jsonl"])
@pytest.mark.parametrize("to_file", [True, False])
def test_a_batch_that_the_records_do_not_bear_out_is_held(
    folder: Path, capsys: pytest.CaptureFixture[str], format_name: str, to_file: bool
) -> None:
    _manifest({"content": CALM}, *[{"content": CLAIM}] * 200)
    assert _check("--format", format_name, *(("--output", "out") if to_file else ())) == 1
    told = capsys.readouterr()
    report = Path("out").read_text(encoding="utf-8") if to_file else told.out
    assert "HELD: the whole batch of 201 messages. 200 of 200 claims" in told.err
    # The first one says nothing wrong, and must wait all the same.
    if format_name == "text":
        assert report.startswith("HOLD  o.jsonl:1.txt")
        assert "must wait with the whole batch" in report
        return
    first = json.loads(report if format_name == "json" else report.splitlines()[0])
    assert first["messages"][0]["verdict"] == "hold"
    assert "200 of 200 claims" in first["messages"][0]["batch_hold"]
    assert first["summary"]["send"] == 0


def test_both_ways_of_waiting_give_the_same_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _manifest(*[{"content": CLAIM}] * 200, '{"bad')
    assert _check(*TO_FILE) == _check("--format", "jsonl") == 2
    assert capsys.readouterr().out == Path("r.jsonl").read_text(encoding="utf-8")


def test_without_the_brake_each_message_stands_for_itself(folder: Path) -> None:
    _manifest({"content": CALM}, *[{"content": CLAIM}] * 200)
    assert _check(*TO_FILE, "--brake", "off") == 3
    found = _lines()
    assert found[0]["verdict"] == "send"
    assert not any("batch_hold" in message for message in found)


def test_a_killed_run_goes_on_and_ends_the_same(folder: Path) -> None:
    _manifest(*[{"content": text, "id": i} for i in range(700) for text in (CALM, SHOUT, CLAIM)], '{"bad')
    arguments = ["check", *AS_OF, "--manifest", "o.jsonl", *TO_FILE, "--brake", "off"]
    process = subprocess.Popen([sys.executable, "-c", "from trustcheck.cli import main; main()", *arguments])
    partial = Path("r.jsonl.partial")
    while process.poll() is None and not (partial.exists() and partial.stat().st_size > 100_000):
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert partial.exists()
    assert not Path("r.jsonl").exists()
    assert run([*arguments, "--resume"]) == 2
    resumed = Path("r.jsonl").read_bytes()
    assert not partial.exists()
    assert run([*arguments[:-3], "once.jsonl", "--brake", "off"]) == 2
    assert Path("once.jsonl").read_bytes() == resumed


def _interrupted(keep: int, half: bytes) -> None:
    """As a run leaves it that is stopped after some lines: here because the disk is full."""
    _check(*TO_FILE)
    lines = Path("r.jsonl").read_bytes().splitlines(keepends=True)
    os.unlink("r.jsonl")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        assert _check(*TO_FILE) == 2
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, old)
    assert not Path("r.jsonl").exists()
    Path("r.jsonl.partial").write_bytes(b"".join(lines[:keep]) + half)


@pytest.mark.parametrize("keep", [0, 1, 20, 31])
@pytest.mark.parametrize("half", [b"", b'{"schema":1,"too'])
def test_wherever_it_stopped_nothing_is_lost_or_doubled(
    folder: Path, keep: int, half: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    _manifest({"content": SHOUT}, *[{"content": CLAIM}] * 30)
    assert _check(*TO_FILE) == 3
    once, told = Path("r.jsonl").read_bytes(), capsys.readouterr().err
    _interrupted(keep, half)
    capsys.readouterr()
    assert _check(*TO_FILE, "--resume") == 3
    assert Path("r.jsonl").read_bytes() == once
    assert capsys.readouterr().err == f"note: resumed: {keep} results were there\n{told}"


def test_the_brake_counts_what_was_there_before(folder: Path) -> None:
    _manifest({"content": SHOUT}, *[{"content": CLAIM}] * 200)
    assert _check(*TO_FILE) == 1
    held = Path("r.jsonl").read_bytes()
    assert _check(*TO_FILE, "--brake", "off") == 3
    lines = Path("r.jsonl").read_bytes().splitlines(keepends=True)
    _interrupted(0, b"".join(lines[:150]))
    assert _check(*TO_FILE, "--resume") == 1
    assert Path("r.jsonl").read_bytes() == held


def test_a_full_disk_is_told_and_keeps_what_is_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _manifest({"content": SHOUT}, *[{"content": CLAIM}] * 20)
    _interrupted(0, b"")
    told = capsys.readouterr().err
    assert "r.jsonl.partial: cannot be written: File too large" in told


def test_a_run_is_not_resumed_with_something_else(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _manifest({"content": CALM}, {"content": SHOUT})
    _interrupted(1, b"")
    assert _check(*TO_FILE, "--resume", "--ignore", "TON003") == 2
    assert "not as it was: command line" in capsys.readouterr().err
    config = folder / "trustcheck.toml"
    config.write_text(config.read_text(encoding="utf-8") + "max_bytes = 99999\n", encoding="utf-8")
    _manifest({"content": SHOUT})
    assert _check(*TO_FILE, "--resume") == 2
    assert "not as it was: manifest, configuration" in capsys.readouterr().err
    Path("r.jsonl.partial").write_text("Hei\n", encoding="utf-8")
    assert _check(*TO_FILE) == 0
    assert len(_lines()) == 1


def test_lines_that_are_no_report_are_not_counted_as_done(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _manifest({"content": CALM}, {"content": SHOUT})
    _interrupted(1, b'{"messages": []}\n')
    assert _check(*TO_FILE, "--resume") == 2
    assert "r.jsonl.partial:2: this is no line of a report" in capsys.readouterr().err


def test_an_unusable_manifest_leaves_the_old_report_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("r.jsonl").write_text("yesterday\n", encoding="utf-8")
    assert _check(*TO_FILE) == 2
    assert "the manifest cannot be opened" in capsys.readouterr().err
    _manifest("")
    assert _check(*TO_FILE) == 2
    assert "no rows" in capsys.readouterr().err
    assert Path("r.jsonl").read_text(encoding="utf-8") == "yesterday\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "a.txt", "--resume"],
        ["check", "a.txt", "--brake", "off"],
        ["check", "a.txt", "--manifest", "o.jsonl"],
        ["check", "--manifest", "o.jsonl", "--account", "A-1"],
        ["check", "--manifest", "o.jsonl", "--resume"],
        ["check", "--manifest", "o.jsonl", "--resume", "--output", "r.json", "--format", "json"],
    ],
)
def test_options_that_do_not_go_together_are_refused(folder: Path, arguments: list[str]) -> None:
    _manifest({"content": CALM})
    assert run(arguments) == 2
