from __future__ import annotations

import json
from types import SimpleNamespace

from trustcheck.model.fix import Edit, Fix
from trustcheck.model.report import MessageReport, Verdict
from trustcheck.model.span import Span
from trustcheck.reporters.table import FORMATS, render

NOTICE = "OBS! OBS!\n\nStenges på grunn av manglende abonnementsavtale.\n"


def _full(made: SimpleNamespace) -> MessageReport:
    return made.message(
        NOTICE, [made.finding(NOTICE, "OBS! OBS!")], [made.claim(NOTICE, "manglende abonnementsavtale")]
    )


def test_json_is_the_report_as_data(made: SimpleNamespace) -> None:
    for messages in ((), (_full(made),), (_full(made), made.message("", verdict=Verdict.SEND))):
        whole = made.report(*messages)
        assert json.loads(render(whole, "json")) == whole.to_dict()


def test_json_keeps_letters_readable_and_fields_in_order(made: SimpleNamespace) -> None:
    written = render(made.report(_full(made)), "json")
    assert "OBS! OBS!" in written
    assert list(json.loads(written)) == ["schema", "tool", "as_of", "messages", "summary"]


def test_a_fix_is_data_that_a_program_can_apply(made: SimpleNamespace) -> None:
    fix = Fix("The alarm word once", (Edit(Span(3, 8), ""),))
    found = [made.finding(NOTICE, "OBS! OBS!", fix=fix), made.finding(NOTICE, "Stenges")]
    first, second = made.report(made.message(NOTICE, found)).to_dict()["messages"][0]["findings"]
    assert first["fix"] == {"title": "The alarm word once", "edits": [{"start": 3, "end": 8, "replacement": ""}]}
    assert "fix" not in second


def test_jsonl_is_one_whole_report_a_line(made: SimpleNamespace) -> None:
    whole = made.report(_full(made), made.message("", verdict=Verdict.SEND, path="b.txt"))
    lines = [json.loads(line) for line in render(whole, "jsonl").splitlines()]
    assert [line["messages"][0]["path"] for line in lines] == ["letters/notice.txt", "b.txt"]
    assert all(line["schema"] == 1 and line["as_of"] == "2026-11-20T09:00:00Z" for line in lines)
    assert [line["summary"]["hold"] for line in lines] == [1, 0]


def test_jsonl_of_nothing_is_nothing(made: SimpleNamespace) -> None:
    assert render(made.report(), "jsonl") == ""


def test_a_line_break_in_a_letter_never_breaks_a_line_of_jsonl(made: SimpleNamespace) -> None:
    hostile = "a\u2028b\x85c\nd\n"
    found = made.finding(hostile, hostile)
    assert render(made.report(made.message(hostile, [found])), "jsonl").count("\n") == 1


def test_every_format_gives_its_pieces_while_reports_come_in(made: SimpleNamespace) -> None:
    whole = made.report(_full(made))
    for name in FORMATS:
        assert render(whole, name).endswith("\n")
