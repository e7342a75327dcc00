"""The baseline at work in the library: what is known does not count, what is new does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.config.baseline import write_baseline
from trustcheck.config.settings import CheckSettings, Settings
from trustcheck.engine.accept import Today, renewed
from trustcheck.engine.baseline import fingerprint
from trustcheck.linter import Linter
from trustcheck.model.baseline import Baseline, BaselineKey
from trustcheck.model.errors import ConfigError
from trustcheck.model.report import MessageReport, Verdict

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
DAY = date(2026, 11, 20)
OLD = date(2026, 10, 1)
SHOUT = "OBS! OBS! Vi har flyttet."
SELECT = ("TON003", "TON004", "SUP", "CLM001")


@pytest.fixture
def settings(tmp_path) -> Settings:  # type: ignore[no-untyped-def]
    return Settings(check=CheckSettings(select=SELECT, language="nb"), root=tmp_path)


def checked(settings: Settings, text: str, path: str = "a.txt") -> MessageReport:
    (message,) = Linter(settings).check_text(text, path=str(settings.root / path), as_of=NOW).messages
    return message


def with_baseline(settings: Settings, *texts: str) -> Settings:
    """The settings with a baseline of the findings that the texts have today."""
    today = Today({})
    for text in texts:
        today.add("a.txt", checked(settings, text), [])
    path = settings.root / "b.json"
    write_baseline(Baseline(OLD, today.found), path)
    return replace(settings, check=replace(settings.check, baseline=path))


def test_what_is_in_the_baseline_is_listed_and_does_not_count(settings: Settings) -> None:
    message = checked(with_baseline(settings, SHOUT), SHOUT)
    assert (message.findings, message.verdict) == ((), Verdict.SEND)
    assert [(s.finding.rule, s.reason) for s in message.suppressed] == [("shouting", "in the baseline of 2026-10-01")]


def test_it_is_known_again_where_numbers_case_and_spaces_have_changed(settings: Settings) -> None:
    known = with_baseline(settings, "Svar straks om faktura 7788.")
    assert checked(known, "Hei Heidi!\n\nSvar  straks om\nFAKTURA 12.").findings == ()
    assert len(checked(known, "Svar straks om avtale 7788.").findings) == 1


def test_one_more_of_the_same_is_new(settings: Settings) -> None:
    known = with_baseline(settings, SHOUT)
    message = checked(known, f"{SHOUT}\n\n{SHOUT}\n")
    assert (len(message.findings), len(message.suppressed)) == (1, 1)
    assert message.findings[0].place.start.line == 3


def test_another_file_has_a_baseline_of_its_own(settings: Settings) -> None:
    known = with_baseline(settings, SHOUT)
    assert len(checked(known, SHOUT, "b.txt").findings) == 1
    assert len(checked(known, SHOUT, "sub/a.txt").findings) == 1


def test_something_absent_is_known_by_its_rule_and_file(settings: Settings) -> None:
    settings = replace(settings, check=replace(settings.check, select=("SND004",)))
    letter = "NoldusNett AS\n\nHei Heidi!\n\nVi har {} kontoret.\n\nMed vennlig hilsen\nKundeservice\n"
    known = with_baseline(settings, letter.format("flyttet"))
    message = checked(known, letter.format("pusset opp"))
    assert [s.finding.rule for s in message.suppressed] == ["signer-missing"]


def test_a_baseline_changed_by_hand_hides_no_claim(settings: Settings) -> None:
    text = "Hei!\n\nDu har ikke betalt faktura 7788.\n"
    known = with_baseline(settings, text)
    message = checked(known, text)
    assert [f.rule for f in message.findings] == ["claim-unverified"]
    assert message.verdict is Verdict.HOLD


def test_a_suppression_in_the_message_comes_first(settings: Settings) -> None:
    known = with_baseline(settings, SHOUT)
    message = checked(known, f'{{# trustcheck: ignore[shouting] reason="x" #}} {SHOUT}')
    assert [s.reason for s in message.suppressed] == ["x"]


def test_a_broken_suppression_is_never_known(settings: Settings) -> None:
    text = "{# trustcheck: ignore[shouting] #} Hei!"
    assert [f.rule for f in checked(with_baseline(settings, text), text).findings] == ["suppression-invalid"]


def test_a_linter_with_a_baseline_that_is_missing_does_not_begin(settings: Settings) -> None:
    with pytest.raises(ConfigError, match="there is no such baseline"):
        Linter(replace(settings, check=replace(settings.check, baseline=settings.root / "none.json")))


@given(st.text(), st.integers(0, 10**9))
def test_a_fingerprint_holds_no_words_and_looks_past_numbers(text: str, number: int) -> None:
    assert fingerprint(f"{text} {number}") == fingerprint(f" {text}\n {number + 1} ")
    assert len(fingerprint(text)) == 16


def known(rule: str, path: str = "a.txt", sentence: str = "0" * 16) -> BaselineKey:
    return BaselineKey(path, rule, sentence)


def today(found: dict[BaselineKey, int], **looked: str) -> Today:
    made = Today({}, looked={f"{name}.txt": frozenset(rules.split()) for name, rules in looked.items()})
    made.found.update(found)
    return made


RULES = {"shouting", "signer-missing"}


def test_what_is_new_is_added_and_what_is_gone_is_taken_out() -> None:
    old = Baseline(OLD, {known("shouting"): 2, known("signer-missing"): 1})
    now = today({known("shouting"): 1, known("shouting", sentence="1" * 16): 1}, a="shouting signer-missing")
    change = renewed(old, now, day=DAY, gone=(), rules=RULES, prune=False)
    assert change.baseline == Baseline(DAY, {known("shouting"): 1, known("shouting", sentence="1" * 16): 1})
    assert change.added == {known("shouting", sentence="1" * 16): 1}
    assert change.removed == {known("shouting"): 1, known("signer-missing"): 1}
    assert change.kept == 1


def test_pruning_adds_nothing_and_keeps_the_day() -> None:
    old = Baseline(OLD, {known("shouting"): 1})
    now = today({known("shouting"): 2, known("signer-missing"): 1}, a="shouting signer-missing")
    change = renewed(old, now, day=DAY, gone=(), rules=RULES, prune=True)
    assert (change.baseline, change.added, change.removed) == (old, {}, {})


def test_what_nobody_looked_at_stays() -> None:
    old = Baseline(OLD, {known("shouting", "b.txt"): 1, known("signer-missing"): 1})
    change = renewed(old, today({}, a="shouting"), day=DAY, gone=(), rules=RULES, prune=False)
    assert change.baseline == old


def test_files_and_rules_that_are_gone_are_taken_out() -> None:
    old = Baseline(OLD, {known("shouting", "b.txt"): 1, known("old-rule"): 1})
    change = renewed(old, today({}), day=DAY, gone={"b.txt"}, rules=RULES, prune=False)
    assert change.baseline == Baseline(OLD, {})
