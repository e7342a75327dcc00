from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from trustcheck.model.claim import ClaimVerdict
from trustcheck.model.fix import Edit, Fix
from trustcheck.model.report import ClassVerdict, MessageReport, NotRun, Suppressed, Verdict
from trustcheck.model.rule import Severity
from trustcheck.model.span import Span
from trustcheck.reporters.table import render
from trustcheck.reporters.view import View

NOTICE = "OBS! OBS!\n\nStenges på grunn av manglende abonnementsavtale.\n"


def _shown(made: SimpleNamespace, *messages: MessageReport, **view: Any) -> str:
    return render(made.report(*messages), "text", View(**view))


def test_the_head_says_what_was_checked_and_what_it_was_taken_for(made: SimpleNamespace) -> None:
    top = _shown(made, made.message(NOTICE)).splitlines()[:2]
    assert top[0] == "HOLD  letters/notice.txt"
    for part in ("disconnection-notice", "detected", "«frakobling»", "letter", "nb", "A-1"):
        assert part in top[1]


def test_a_class_that_the_caller_gave_is_said_to_be_given(made: SimpleNamespace) -> None:
    given = replace(made.message(NOTICE), message_class=ClassVerdict("reminder", "caller"))
    assert "reminder (as given)" in _shown(made, given)


def test_a_finding_is_shown_in_its_line_with_everything_needed_to_mend_it(made: SimpleNamespace) -> None:
    found = made.finding(NOTICE, "OBS! OBS!", suggestion="Om internettlinjen din")
    lines = _shown(made, made.message(NOTICE, [found])).splitlines()
    at = next(i for i, line in enumerate(lines) if line.endswith("│ OBS! OBS!"))
    assert lines[at].split() == ["1", "│", "OBS!", "OBS!"]
    assert lines[at + 1].index("^") == lines[at].index("OBS!")
    assert lines[at + 1].count("^") == len("OBS! OBS!")
    assert "warning TON003 shouting" in lines[at + 2]
    assert "shouts at the reader" in lines[at + 2]
    assert "Say it once" in lines[at + 3]
    assert "Om internettlinjen din" in lines[at + 4]


def test_a_fix_is_offered_with_the_command_that_makes_it(made: SimpleNamespace) -> None:
    fix = Fix("The alarm word once", (Edit(Span(3, 8), ""),))
    shown = _shown(made, made.message(NOTICE, [made.finding(NOTICE, "OBS! OBS!", fix=fix)]))
    assert "Fixable with `trustcheck fix`: the alarm word once." in shown
    assert "Fixable" not in _shown(made, made.message(NOTICE, [made.finding(NOTICE, "OBS! OBS!")]))


def test_findings_at_one_place_share_the_source_line(made: SimpleNamespace) -> None:
    twice = [made.finding(NOTICE, "OBS! OBS!"), made.finding(NOTICE, "OBS! OBS!", code="TON004", rule="false-urgency")]
    shown = _shown(made, made.message(NOTICE, twice))
    assert shown.count("│ OBS! OBS!") == 1
    assert "TON003" in shown
    assert "TON004" in shown


def test_where_the_file_looks_different_the_words_of_the_reader_are_shown(
    made,
) -> None:
    source = "<b>manglende&nbsp;avtale</b>\n"
    found = made.finding(source, "manglende&nbsp;avtale", text="manglende avtale")
    assert "the reader sees «manglende avtale»" in _shown(made, made.message(source, [found]))
    assert "the reader sees" not in _shown(made, made.message(NOTICE, [made.finding(NOTICE, "OBS! OBS!")]))


def test_a_place_of_many_lines_says_where_it_ends(made: SimpleNamespace) -> None:
    assert "to line 3" in _shown(made, made.message(NOTICE, [made.finding(NOTICE, "OBS!\n\nStenges")]))


def test_a_claim_is_shown_with_what_the_records_say_and_when_they_were_read(made: SimpleNamespace) -> None:
    shown = _shown(made, made.message(NOTICE, claims=[made.claim(NOTICE, "manglende abonnementsavtale")]))
    assert "contradicted agreement-missing, line 3: «manglende abonnementsavtale»" in shown
    assert 'agreements[0].status = "active"' in shown
    assert "read 2026-11-20 06:00 UTC from facts.json" in shown


def test_a_claim_without_a_fact_says_why(made: SimpleNamespace) -> None:
    unknown = made.claim(
        NOTICE, "Stenges", ClaimVerdict.UNKNOWN, fact=None, reason="The records do not have this account."
    )
    assert "The records do not have this account." in _shown(made, made.message(NOTICE, claims=[unknown]))


def test_confirmed_claims_are_counted_and_listed_on_request(made: SimpleNamespace) -> None:
    confirmed = made.message(
        NOTICE, claims=[made.claim(NOTICE, "Stenges", ClaimVerdict.CONFIRMED)], verdict=Verdict.SEND
    )
    assert "1 claim confirmed" in _shown(made, confirmed)
    assert "«Stenges»" not in _shown(made, confirmed)
    assert "«Stenges»" in _shown(made, confirmed, show_confirmed=True)


def test_skipped_checks_are_grouped_by_reason(made: SimpleNamespace) -> None:
    skipped = [NotRun(f"rule-{n}", "no organisation is configured: add [organisation]") for n in range(5)]
    shown = _shown(made, made.message(NOTICE, skipped=skipped))
    assert shown.count("add [organisation]") == 1
    assert "rule-0, rule-1, rule-2 and 2 more" in shown


def test_failed_checks_are_always_shown(
    made,
) -> None:
    failed = made.message(NOTICE, failed=[NotRun("link-text-mismatch", "it took longer than allowed")])
    for quiet in (False, True):
        assert "link-text-mismatch: it took longer than allowed" in _shown(made, failed, quiet=quiet)


def test_quiet_leaves_out_what_needs_nobody(made: SimpleNamespace) -> None:
    fine = made.message(NOTICE, verdict=Verdict.SEND, path="fine.txt")
    odd = made.message(
        NOTICE, [made.finding(NOTICE, "OBS! OBS!")], skipped=[NotRun("a", "for emails only")], path="odd.txt"
    )
    shown = _shown(made, fine, odd, quiet=True)
    assert "fine.txt" not in shown
    assert "odd.txt" in shown
    assert "for emails only" not in shown
    assert shown.endswith("2 messages: 1 send, 1 hold · 1 warning\n")


def test_a_message_held_for_want_of_answers_is_told_apart(made: SimpleNamespace) -> None:
    assert "must wait" in _shown(made, made.message(NOTICE, unverified=True))
    assert "must not be sent like this" in _shown(made, made.message(NOTICE))


def test_the_summary_counts_messages_and_findings(made: SimpleNamespace) -> None:
    grave = made.finding(NOTICE, "Stenges", severity=Severity.ERROR)
    shown = _shown(made, made.message(NOTICE, [grave, grave]), made.message(NOTICE, verdict=Verdict.SEND))
    assert shown.splitlines()[-1] == "2 messages: 1 send, 1 hold · 2 errors"


def test_plain_output_has_no_escape_codes_and_no_trailing_blanks(made: SimpleNamespace) -> None:
    shown = _shown(made, made.message(NOTICE, [made.finding(NOTICE, "OBS! OBS!")]))
    assert "\x1b" not in shown
    assert all(line == line.rstrip() for line in shown.splitlines())
    assert "\x1b[" in _shown(made, made.message(NOTICE), color=True)


def test_a_letter_cannot_write_on_the_terminal(made: SimpleNamespace) -> None:
    evil = "\x1b]0;eid\x07 [bold]hei[/bold] :smile:\n"
    found = made.finding(evil, evil.strip(), message=f"Look at {evil}")
    shown = _shown(made, made.message(evil, [found], path="a\x1b[31m.txt"), color=False)
    assert "\x1b" not in shown
    assert "[bold]hei[/bold] :smile:" in shown


def test_prose_keeps_to_the_width(made: SimpleNamespace) -> None:
    long = made.finding(NOTICE, "OBS! OBS!", message="Det er mye å si om dette. " * 20)
    for width in (40, 72):
        assert max(map(len, _shown(made, made.message(NOTICE, [long]), width=width).splitlines())) <= width


def test_an_empty_file_and_a_place_at_its_start_can_be_shown(
    made,
) -> None:
    missing = made.finding("x", "x", place=made.place("", ""), text="", absent=True)
    assert "^" in _shown(made, made.message("", [missing]))


def test_what_was_suppressed_is_counted_with_the_reasons(made: SimpleNamespace) -> None:
    shout = made.finding(NOTICE, "OBS! OBS!")
    known = "in the baseline of 2026-11-20"
    suppressed = (Suppressed(shout, "a\x1b[31m name"), Suppressed(shout, known), Suppressed(shout, known))
    message = replace(made.message(NOTICE, verdict=Verdict.SEND), suppressed=suppressed)
    lines = [line.strip() for line in _shown(made, message).splitlines()]
    at = lines.index("3 findings suppressed:")
    assert lines[at + 1 : at + 3] == [f"{known} (shouting)", "a·[31m name (shouting)"]
    assert "suppressed" not in _shown(made, message, quiet=True)
    assert lines[-1] == "1 message: 1 send · no findings"
