"""`jsonl`: one object a line, each a whole report of a single message. Made for pipelines that read as they go."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from trustcheck.model.report import Report
from trustcheck.reporters.stream import split
from trustcheck.reporters.view import View


def stream(reports: Iterable[Report], frame: Report, view: View) -> Iterator[str]:
    """One line for each message; nothing where there is none."""
    for report in reports:
        for single in split(report):
            yield json.dumps(single.to_dict(), ensure_ascii=False, separators=(",", ":")) + "\n"
