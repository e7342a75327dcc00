"""Every check that a rule file can name, by the name it uses."""

from __future__ import annotations

from collections.abc import Mapping

from trustcheck.checks.claim_rules import claim_contradicted, claim_unverified
from trustcheck.checks.phrases import phrases
from trustcheck.checks.readability import readability
from trustcheck.checks.records import dispute_open, promise_overdue
from trustcheck.checks.required import required
from trustcheck.model.check import Check

CHECKS: Mapping[str, Check] = {
    "claim-contradicted": claim_contradicted,
    "claim-unverified": claim_unverified,
    "dispute-open": dispute_open,
    "phrases": phrases,
    "promise-overdue": promise_overdue,
    "readability": readability,
    "required": required,
}
