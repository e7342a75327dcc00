"""Makes the safe edits of one file and looks at it again, until there is nothing left to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from trustcheck.fixing.splice import compatible, edited, edits_of, spliced
from trustcheck.linter import Linter, Outgoing
from trustcheck.model.fix import Edit, Fix
from trustcheck.model.report import Finding, MessageReport

_ROUNDS = 20
"""Every round takes findings away, so a letter needs two or three; the bound is for one that nobody has thought of."""

Wanted = Callable[[Finding], bool]


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of one file. `before` and `after` are its decoded text, `data` the bytes to write.

    `made` counts the findings that are gone, `left` those that the fixer was asked to mend and that stay; `held` of
    them have a fix that was not made, because another finding would come up or the encoding cannot hold it.
    """

    before: str
    after: str
    data: bytes
    made: int
    left: int
    held: int

    @property
    def changed(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class _State:
    data: bytes
    report: MessageReport

    def counts(self) -> Counter[str]:
        """Findings by code, with those that the last of many speaks for; what could not be checked counts as well."""
        found: Counter[str] = Counter()
        for finding in self.report.findings:
            found[finding.code] += _weight(finding)
        return found + Counter(failed.rule for failed in self.report.checks.failed)


class Fixer:
    """Mends files with one linter. `wanted` says which findings are to be mended."""

    def __init__(self, linter: Linter, wanted: Wanted, as_of: datetime) -> None:
        self._linter = linter
        self._wanted = wanted
        self._as_of = as_of

    @property
    def max_bytes(self) -> int:
        """The largest file that is read."""
        return self._linter.settings.check.max_bytes

    def fix(self, outgoing: Outgoing, data: bytes) -> Fixed:
        """The file with every safe edit made. No edit stays that would bring up a finding that was not there.

        Raises UnreadableError for a file that cannot be read.
        """
        first = state = self._checked(outgoing, data)
        for _ in range(_ROUNDS):
            better = self._better(outgoing, state, compatible(self._fixes(state)))
            if better is state:
                break
            state = better
        found, left = (sum(_weight(f) for f in s.report.findings if self._wanted(f)) for s in (first, state))
        held = len(self._fixes(state))
        return Fixed(first.report.source_text, state.report.source_text, state.data, found - left, left, held)

    def _fixes(self, state: _State) -> list[Fix]:
        return [f.fix for f in state.report.findings if f.fix is not None and self._wanted(f)]

    def _better(self, outgoing: Outgoing, state: _State, fixes: Sequence[Fix]) -> _State:
        """The state after the fixes. Where they bring up something new, the halves of them are tried apart."""
        after = self._after(outgoing, state, edits_of(fixes))
        # Fewer findings in every round: so the rounds come to an end, and a second run has nothing to do.
        if after is not None and after.counts() < state.counts():
            return after
        if len(fixes) < 2:
            return state
        half = len(fixes) // 2
        first = self._better(outgoing, state, fixes[:half])
        # The places of the others have moved if the first half was made: they come up again in the next round.
        return first if first is not state else self._better(outgoing, state, fixes[half:])

    def _after(self, outgoing: Outgoing, state: _State, edits: Sequence[Edit]) -> _State | None:
        text = state.report.source_text
        data = spliced(state.data, text, edits) if edits else None
        if data is None:
            return None
        after = self._checked(outgoing, data)
        # Read again, the file must be the text with the edits in it: an encoding that was guessed may now be another.
        return after if after.report.source_text == edited(text, edits) else None

    def _checked(self, outgoing: Outgoing, data: bytes) -> _State:
        report = next(self._linter.check_many([replace(outgoing, content=data)], as_of=self._as_of))
        return _State(data, report.messages[0])


def _weight(finding: Finding) -> int:
    """Places that a finding speaks for: its own, and those that a check left out of a flood (`more`)."""
    return 1 + int(finding.evidence.get("more", 0))
