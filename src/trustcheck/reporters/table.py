"""The formats there are. A new one is one file and one line here."""

from __future__ import annotations

from collections.abc import Mapping

from trustcheck.model.report import Report
from trustcheck.reporters import json, jsonl, text
from trustcheck.reporters.stream import Stream, frame_of, split
from trustcheck.reporters.view import View

FORMATS: Mapping[str, Stream] = {"text": text.stream, "json": json.stream, "jsonl": jsonl.stream}
"""Name on the command line → the function that writes it. The first is the default."""


def render(report: Report, format_name: str = "text", view: View | None = None) -> str:
    """The whole report in one text. Raises KeyError for a format that `FORMATS` does not hold."""
    return "".join(FORMATS[format_name](split(report), frame_of(report), view or View()))
