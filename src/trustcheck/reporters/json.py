"""`json`: one object for the whole run, schema 1, indented. Written message by message, to save memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from textwrap import indent
from typing import Any

from trustcheck.model.report import Report, Verdict
from trustcheck.reporters.stream import counts
from trustcheck.reporters.view import View


def stream(reports: Iterable[Report], frame: Report, view: View) -> Iterator[str]:
    """The pieces of one JSON object, in the order in which `Report.to_dict` has its fields."""
    verdicts: list[Verdict] = []
    yield _dumped(frame.envelope()).removesuffix("\n}") + ',\n  "messages": ['
    for report in reports:
        for message, data in zip(report.messages, report.to_dict()["messages"], strict=True):
            yield (",\n" if verdicts else "\n") + indent(_dumped(data), "    ")
            verdicts.append(message.verdict)
    closing = view.closing() if view.closing else {}
    summary = indent(_dumped({**counts(verdicts), **closing}), "  ").lstrip()
    yield ("\n  ]" if verdicts else "]") + f',\n  "summary": {summary}\n}}\n'


def _dumped(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
