"""Findings and the baseline: what a finding is known again by, and which ones an earlier day accepted."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256

from trustcheck.model.baseline import Baseline, BaselineKey
from trustcheck.model.language import Sentence
from trustcheck.model.report import Finding, RawFinding, Suppressed
from trustcheck.model.span import Span

_DIGEST_LENGTH = 16
"""Hexadecimal digits, 64 bits: two sentences of one file will not meet by chance."""

_NUMBER = re.compile(r"\d+")


class Fingerprints:
    """Fingerprints of the findings in one text."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = [sentence.span for sentence in sentences]
        self._starts = [span.start for span in self._sentences]
        self._made: dict[Span, str] = {}  # a sentence may be long, and hold many findings

    def of(self, raw: RawFinding) -> str:
        """That of the sentences a finding stands in, or of its own words where they are in none.

        Empty for something absent, and for what is no visible text.
        """
        if raw.absent or raw.source is not None or not len(raw.span):
            return ""
        first = max(bisect_right(self._starts, raw.span.start) - 1, 0)
        last = bisect_left(self._starts, raw.span.end)
        touched = [span for span in self._sentences[first:last] if span.overlaps(raw.span)]
        around = touched[0].cover(touched[-1]) if touched else raw.span
        if around not in self._made:
            self._made[around] = fingerprint(around.of(self._text))
        return self._made[around]


def fingerprint(sentence: str) -> str:
    """A digest that stays the same when white space, letter case or numbers change."""
    plain = " ".join(unicodedata.normalize("NFC", sentence).casefold().split())
    return sha256(_NUMBER.sub("0", plain).encode()).hexdigest()[:_DIGEST_LENGTH]


def key_of(path: str, finding: Finding) -> BaselineKey:
    return BaselineKey(path, finding.rule, finding.fingerprint)


def leave_out(
    findings: Iterable[Finding], path: str, baseline: Baseline | None, never: Collection[str]
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """What still counts, and what the baseline holds: of each key the first ones, as many as there were.

    `never`: the names of rules that no baseline may hold, whatever its file says.
    """
    if baseline is None:
        return tuple(findings), ()
    reason = f"in the baseline of {baseline.made.isoformat()}"
    seen = Counter[BaselineKey]()
    counted: list[Finding] = []
    known: list[Suppressed] = []
    for finding in findings:
        key = key_of(path, finding)
        if finding.rule not in never and seen[key] < baseline.counts.get(key, 0):
            seen[key] += 1
            known.append(Suppressed(finding, reason))
        else:
            counted.append(finding)
    return tuple(counted), tuple(known)
