"""The samples: what a newcomer runs first must end as their README files say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from trustcheck.cli import run

SAMPLES = Path(__file__).parents[2] / "samples"
AS_OF = ("--as-of", "2026-11-20T09:00:00Z")


class Sample(NamedTuple):
    path: str
    verdict: str
    exit_code: int
    codes: frozenset[str] = frozenset()
    """Findings that must be there; there may be more where a message is bad."""
    claims: tuple[tuple[str, str], ...] = ()
    account: str | None = None


HELD, SENT = ("hold", 1), ("send", 0)
ALL = (
    Sample(
        "noldusnett/varsel.txt",
        *HELD,
        frozenset({"SND001", "CON002", "TON002", "TON003", "TON004", "CLM002", "HCN001", "HCN004", "HCN006"}),
        (("agreement-missing", "contradicted"),),
        "A-1",
    ),
    Sample(
        "noldusnett/varsel.eml",
        *HELD,
        frozenset({"SND001", "CON002", "TON002", "TON003", "TON004", "CLM002", "HCN001", "HCN004", "HCN006"}),
        (("agreement-missing", "contradicted"),),
    ),
    Sample(
        "noldusnett/brev-godt.txt",
        *SENT,
        claims=(
            ("agreement-active", "confirmed"),
            ("payment-received", "confirmed"),
            ("service-active", "confirmed"),
        ),
        account="A-1",
    ),
    Sample("forsinkelse-sv/forsening.eml", *HELD, frozenset({"HIS001", "PRM001", "PRM002", "SND004"})),
    Sample("forsinkelse-sv/besked-bra.eml", *SENT),
    Sample("bank-nb/svar-i-ring.eml", *HELD, frozenset({"EXI001", "EXI002", "EXI003", "DEF002", "DEF003"})),
    Sample("bank-nb/svar-godt.eml", *SENT, claims=(("account-closed", "confirmed"), ("customer-since", "confirmed"))),
    Sample(
        "dunning-en/reminder.txt",
        *SENT,
        claims=(("payment-overdue", "confirmed"),),
        account="C-204",
    ),
)


def _checked(sample: Sample, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    account = ("--account", sample.account) if sample.account else ()
    code = run(["check", str(SAMPLES / sample.path), *account, *AS_OF, "--format", "json"])
    message: dict[str, Any] = json.loads(capsys.readouterr().out)["messages"][0]
    return code, message


@pytest.mark.parametrize("sample", ALL, ids=lambda s: s.path)
def test_a_sample_ends_as_its_readme_says(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    code, message = _checked(sample, capsys)
    told = [(f["code"], f["text"]) for f in message["findings"]]
    assert (message["verdict"], code) == (sample.verdict, sample.exit_code), told
    assert not message["checks"]["failed"]
    table = (SAMPLES / sample.path).parent.joinpath("README.md").read_text(encoding="utf-8")
    row = next(line for line in table.splitlines() if f"`{Path(sample.path).name}`" in line)
    assert f"`{sample.verdict}`" in row


@pytest.mark.parametrize("sample", [s for s in ALL if s.codes], ids=lambda s: s.path)
def test_a_bad_sample_has_the_findings_that_it_was_made_for(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    found = {f["code"] for f in _checked(sample, capsys)[1]["findings"]}
    assert sample.codes <= found


@pytest.mark.parametrize("sample", [s for s in ALL if s.claims], ids=lambda s: s.path)
def test_what_a_sample_says_about_the_account_is_compared_with_the_records(
    sample: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = {(c["kind"], c["verdict"]) for c in _checked(sample, capsys)[1]["claims"]}
    assert set(sample.claims) <= claims


@pytest.mark.parametrize("sample", [s for s in ALL if s.verdict == "send"], ids=lambda s: s.path)
def test_a_good_sample_has_nothing_against_it(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert _checked(sample, capsys)[1]["findings"] == []


def test_the_contradicted_words_are_found_where_they_stand(capsys: pytest.CaptureFixture[str]) -> None:
    message = _checked(ALL[0], capsys)[1]
    source = (SAMPLES / ALL[0].path).read_text(encoding="utf-8")
    contradicted = next(c for c in message["claims"] if c["verdict"] == "contradicted")
    assert source[contradicted["start"]["offset"] : contradicted["end"]["offset"]] == contradicted["text"]
    assert contradicted["fact"]["source"] == "facts.json"


def test_every_sample_is_tested() -> None:
    there = {p.relative_to(SAMPLES).as_posix() for p in SAMPLES.rglob("*") if p.suffix in {".txt", ".eml"}}
    assert there == {sample.path for sample in ALL}
