"""`text`: the report for a person at a terminal. The words come from `wording`, the source lines from `snippet`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import groupby
from typing import TYPE_CHECKING

from trustcheck.model.claim import ClaimVerdict
from trustcheck.model.report import Finding, MessageReport, Report, ReportedClaim, Verdict
from trustcheck.model.rule import Severity
from trustcheck.model.span import Place
from trustcheck.reporters import wording
from trustcheck.reporters.snippet import snippet
from trustcheck.reporters.stream import counts
from trustcheck.reporters.view import View
from trustcheck.reporters.visible import visible
from trustcheck.text.lines import LineIndex

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFO: "bold blue",
    Verdict.HOLD: "bold red",
    Verdict.REVIEW: "bold yellow",
    Verdict.SEND: "bold green",
    ClaimVerdict.CONTRADICTED: "bold red",
    ClaimVerdict.UNKNOWN: "bold yellow",
    ClaimVerdict.STALE: "bold yellow",
    ClaimVerdict.CONFIRMED: "bold green",
}
_QUIET = "dim"
_NARROWEST = 40


def stream(reports: Iterable[Report], frame: Report, view: View) -> Iterator[str]:
    """One piece for each message, and a summary at the end."""
    verdicts: list[Verdict] = []
    severities: Counter[Severity] = Counter()
    for report in reports:
        for message in report.messages:
            verdicts.append(message.verdict)
            severities.update(f.severity for f in message.findings)
            yield _Page(view).message(message)
    yield _Page(view).line(wording.summary(counts(verdicts), severities), "bold").text()


class _Page:
    """Paper for one message: lines are added from top to bottom, cut and coloured as the view wants."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._width = max(view.width, _NARROWEST)
        self._paper = StringIO()
        self._console = _console(self._paper, view, self._width)

    def text(self) -> str:
        return self._paper.getvalue()

    def message(self, message: MessageReport) -> str:
        if self._view.quiet and message.verdict is Verdict.SEND and not message.findings:
            return ""
        self._head(message)
        self._findings(message)
        self._claims(message)
        self._checks(message)
        self._suppressed(message)
        if message.exploration and not self._view.quiet:
            self.line(wording.explored(message.exploration), _QUIET, indent=2).line("")
        self.line(f"{message.verdict.value}: {wording.decision(message)}", _STYLES[message.verdict]).line("")
        return self.text()

    def line(self, words: str, style: str = "", indent: int = 0, label: tuple[str, str] = ("", "")) -> _Page:
        """A paragraph, wrapped to the width. `label` is a first word with a style of its own."""
        from rich.text import Text

        paragraph = Text.assemble(label, (words, style))
        for part in paragraph.wrap(self._console, self._width - indent) if paragraph.plain else [Text()]:
            self._raw(Text(" " * indent) + part)
        return self

    def _raw(self, line: Text) -> None:
        line.rstrip()
        self._console.print(line, no_wrap=True, overflow="ignore", crop=False)

    def _head(self, message: MessageReport) -> None:
        label = (f"{message.verdict.value.upper()}  ", _STYLES[message.verdict])
        self.line(visible(message.path), "bold", label=label)
        self.line(wording.about(message), _QUIET, indent=2).line("")

    def _findings(self, message: MessageReport) -> None:
        indexes: dict[str, LineIndex] = {}
        for place, here in groupby(message.findings, key=lambda f: f.place):
            found = list(here)
            if place.path not in indexes:
                indexes[place.path] = LineIndex(message.text_at(place))
            if place.path:
                self.line(visible(f"in {place.path}"), _QUIET, indent=8)
            self._source(indexes[place.path], place, _STYLES[found[0].severity])
            self._read_as(message, found[0])
            for finding in found:
                self._finding(finding)
            self.line("")

    def _source(self, lines: LineIndex, place: Place, style: str) -> None:
        """The source line with its number, and carets under the words; a place of many lines shows its first."""
        from rich.text import Text

        gutter = f"{place.start.line:>5} │ "
        line = lines.line(place.start.line)
        end = place.end.column if place.end.line == place.start.line else len(line) + 1
        cut = snippet(line, place.start.column - 1, end - 1, self._width - len(gutter))
        self._raw(Text.assemble((gutter, _QUIET), cut.line))
        more = f" … to line {place.end.line}" if place.end.line > place.start.line else ""
        self._raw(Text.assemble((f"{'│':>7} ", _QUIET), (cut.carets + more, style)))

    def _read_as(self, message: MessageReport, finding: Finding) -> None:
        """What the reader sees there, where markup or encoding make the file look different."""
        seen = visible(finding.text)
        in_file = visible(message.text_at(finding.place)[finding.place.start.offset : finding.place.end.offset])
        if seen and seen != in_file:
            self.line(f"the reader sees «{seen}»", _QUIET, indent=8)

    def _finding(self, finding: Finding) -> None:
        label = (f"{finding.severity.value} {finding.code} {finding.rule}: ", _STYLES[finding.severity])
        self.line(visible(finding.message), indent=8, label=label)
        for conditions in finding.evidence.get("when", ()):
            self.line(visible(" and ".join(conditions)), indent=10, label=("Shown when: ", _QUIET))
        if finding.advice:
            self.line(visible(finding.advice), indent=10)
        if finding.suggestion:
            self.line(visible(finding.suggestion), "italic", indent=10, label=("Write for instance: ", _QUIET))
        if finding.fix:
            self.line(wording.fix_line(finding.fix), _QUIET, indent=10)

    def _claims(self, message: MessageReport) -> None:
        if message.exploration:
            return  # no records were asked
        confirmed = [c for c in message.claims if c.verdict is ClaimVerdict.CONFIRMED]
        listed = message.claims if self._view.show_confirmed else wording.open_claims(message.claims)
        if listed:
            self.line("What it says about the account, and what the records say", "bold", indent=2)
        for claim in listed:
            self._claim(claim)
        if confirmed and not self._view.show_confirmed and not self._view.quiet:
            told = f"{wording.counted(len(confirmed), 'claim')} confirmed by the records (--show confirmed lists them)"
            self.line(told, _QUIET, indent=2)
        if message.claims:
            self.line("")

    def _claim(self, claim: ReportedClaim) -> None:
        words = f"{claim.kind}, line {claim.place.start.line}: «{visible(claim.text)}»"
        self.line(words, indent=4, label=(f"{claim.verdict.value} ", _STYLES[claim.verdict]))
        self.line(visible(claim.reason), indent=8)
        if claim.fact is not None:
            self.line(wording.fact_line(claim.fact), _QUIET, indent=8)

    def _checks(self, message: MessageReport) -> None:
        if message.checks.failed:
            self.line("Could not be finished", "bold red", indent=2)
        for failed in message.checks.failed:
            self.line(visible(failed.reason), indent=4, label=(f"{failed.rule}: ", "bold"))
        skipped = [] if self._view.quiet else wording.not_run(message.checks)
        if skipped:
            ran = f"{wording.counted(message.checks.ran, 'check')} ran, {len(message.checks.skipped)} did not:"
            self.line(ran, _QUIET, indent=2)
        for reason in skipped:
            self.line(reason, _QUIET, indent=4)
        if skipped or message.checks.failed:
            self.line("")

    def _suppressed(self, message: MessageReport) -> None:
        if message.suppressed and not self._view.quiet:
            self.line(f"{wording.counted(len(message.suppressed), 'finding')} suppressed:", _QUIET, indent=2)
            for reason in wording.suppressed(message.suppressed):
                self.line(reason, _QUIET, indent=4)
            self.line("")


def _console(paper: StringIO, view: View, width: int) -> Console:
    from rich.console import Console

    # No colour system is guessed from the environment here: whoever makes the view has looked at it already.
    return Console(
        file=paper,
        width=width,
        force_terminal=view.color,
        color_system="standard" if view.color else None,
        no_color=not view.color,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )
