"""What is counted over a batch: verdicts, by class too; findings by rule; claims by what the records say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from trustcheck.model.claim import ClaimVerdict
from trustcheck.model.report import MessageReport, Verdict


@dataclass(slots=True)
class Tally:
    """Grows with the number of rules and classes, not with that of messages."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    classes: defaultdict[str, Counter[Verdict]] = field(default_factory=lambda: defaultdict(Counter))
    claims: Counter[ClaimVerdict] = field(default_factory=Counter)
    unreadable: int = 0

    @property
    def messages(self) -> int:
        return self.verdicts.total()

    @property
    def open_claims(self) -> int:
        """Claims that the records contradict, do not know, or know too old."""
        return self.claims.total() - self.claims[ClaimVerdict.CONFIRMED]

    def add(self, message: MessageReport) -> None:
        self.verdicts[message.verdict] += 1
        self.classes[message.message_class.name][message.verdict] += 1
        self.rules.update(finding.rule for finding in message.findings)
        self.claims.update(claim.verdict for claim in message.claims)
        self.unreadable += bool(message.unreadable)

    def to_dict(self) -> dict[str, Any]:
        """As JSON data; what is most frequent comes first. Verdicts are those before any brake."""
        return {
            "unreadable": self.unreadable,
            "rules": dict(_ordered(self.rules)),
            "classes": {name: _by_verdict(self.classes[name]) for name in sorted(self.classes)},
            "claims": {verdict.value: self.claims[verdict] for verdict in ClaimVerdict},
        }

    def lines(self) -> Iterator[str]:
        """For a person, one line each."""
        if self.rules:
            yield "findings by rule: " + ", ".join(f"{rule} {count}" for rule, count in _ordered(self.rules))
        for name in sorted(self.classes):
            found = ", ".join(
                f"{count} {verdict}" for verdict, count in _by_verdict(self.classes[name]).items() if count
            )
            yield f"class {name}: {found}"
        if self.claims:
            yield "claims: " + ", ".join(f"{self.claims[v]} {v.value}" for v in ClaimVerdict if self.claims[v])


def _ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _by_verdict(counts: Counter[Verdict]) -> dict[str, int]:
    return {verdict.value: counts[verdict] for verdict in Verdict}
