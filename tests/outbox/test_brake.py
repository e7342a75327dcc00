"""The brake: what share of open claims stops a batch, and how the share is written."""

from __future__ import annotations

from collections import Counter

import pytest

from trustcheck.model.claim import ClaimVerdict
from trustcheck.model.errors import UsageError
from trustcheck.outbox.brake import DEFAULT_BRAKE, MIN_CLAIMS, Brake
from trustcheck.outbox.tally import Tally


def _reason(words: str, confirmed: int, **others: int) -> str:
    claims = {ClaimVerdict.CONFIRMED: confirmed, **{ClaimVerdict(name): count for name, count in others.items()}}
    brake = Brake.named(words)
    assert brake is not None
    return brake.reason(Tally(claims=Counter(claims)))


def test_the_limit_itself_is_let_through_and_one_more_is_not() -> None:
    assert not _reason(DEFAULT_BRAKE, 995, contradicted=5)
    assert "6 of 1000 claims (0.60%)" in _reason(DEFAULT_BRAKE, 994, contradicted=6)


def test_contradicted_unknown_and_stale_count_together() -> None:
    assert "3 of 300" in _reason("0.5 %", 297, contradicted=1, unknown=1, stale=1)


def test_few_claims_say_nothing_about_a_batch() -> None:
    assert not _reason("0%", 0, unknown=MIN_CLAIMS - 1)
    assert _reason("0%", 0, unknown=MIN_CLAIMS)


def test_off_is_no_brake() -> None:
    assert Brake.named("off") is None


@pytest.mark.parametrize("words", ["0.5", "", "-1%", "101%", "1e2%", "nan%", "on", "٣%"])
def test_what_is_no_share_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="percentage"):
        Brake.named(words)
