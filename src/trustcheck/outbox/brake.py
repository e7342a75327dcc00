"""The brake: too many claims that the records do not confirm mean that the batch is wrong, not its letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from trustcheck.model.errors import UsageError
from trustcheck.outbox.tally import Tally

DEFAULT_BRAKE = "0.5%"
MIN_CLAIMS = 200
"""Below this many claims a share means nothing: at 200, the default limit is passed by the second open claim."""

_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)\s?%")


@dataclass(frozen=True, slots=True)
class Brake:
    """`limit`: the greatest share, 0 to 1, of open claims (contradicted, unknown, stale) that is let through."""

    limit: Fraction

    @classmethod
    def named(cls, words: str) -> Brake | None:
        """`0.5%`, or None for `off`. Raises UsageError for anything else."""
        if words == "off":
            return None
        match = _PERCENT.fullmatch(words)
        if match is None or Fraction(match[1]) > 100:
            raise UsageError(f"--brake «{words}» is no share. Write a percentage such as {DEFAULT_BRAKE}, or off.")
        return cls(Fraction(match[1]) / 100)

    def reason(self, tally: Tally) -> str:
        """Why the batch is held, or nothing."""
        total, still_open = tally.claims.total(), tally.open_claims
        if total < MIN_CLAIMS or Fraction(still_open, total) <= self.limit:
            return ""
        return (
            f"{still_open} of {total} claims ({still_open / total:.2%}) are not confirmed by the records, "
            f"more than the limit of {float(self.limit * 100):g} %; look at the data of this batch first"
        )
