"""A manifest in CSV: UTF-8, a comma or semicolon between cells, the columns' names in the first line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO

from trustcheck.linter import Outgoing
from trustcheck.outbox.columns import Origin, outgoing_of, require_known

MAX_LINE_BYTES = 1_000_000
_LEFT = "nothing after this place was looked at"


def csv_rows(file: BinaryIO, manifest: str) -> Iterator[Outgoing]:
    """The messages, in order. Raises UnreadableError for a first line that cannot be used.

    Where quotation marks do not match, nobody knows where the next row begins: that place is a bad row, and the last.
    """
    first = file.readline(MAX_LINE_BYTES).decode("utf-8-sig", "surrogateescape")
    delimiter = ";" if first.count(";") > first.count(",") else ","
    columns = _columns(first, delimiter, Origin(manifest, 1))
    reader = csv.reader(_lines(file), delimiter=delimiter, strict=True)
    start = 2
    try:
        for cells in reader:
            at, start = Origin(manifest, start), reader.line_num + 2
            if cells:
                yield _row(columns, cells, at)
    except csv.Error as error:
        at = Origin(manifest, start)
        step = "Close the quotation marks of each cell, double those inside, and put letters over 128 KiB into files."
        yield at.bad(at.fault(f"the row is no CSV ({error}); {_LEFT}", step))


def _columns(first: str, delimiter: str, at: Origin) -> list[str]:
    try:
        columns = next(csv.reader([first], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise at.fault(f"the first line is no CSV ({error})", "Write the names of the columns there.") from error
    require_known(columns, at)
    if not columns or len(set(columns)) < len(columns):
        what = "a column is named twice" if columns else "the manifest is empty"
        raise at.fault(what, "Write the name of each column once, in the first line.")
    return columns


def _row(columns: list[str], cells: list[str], at: Origin) -> Outgoing:
    if len(cells) != len(columns):
        what = f"the row has {len(cells)} cells, and the first line names {len(columns)} columns"
        return at.bad(at.fault(what, "Put a cell that holds the separator into quotation marks."))
    return outgoing_of({name: cell or None for name, cell in zip(columns, cells, strict=True)}, at)


def _lines(file: BinaryIO) -> Iterator[str]:
    # What is no UTF-8 becomes surrogates, which `outgoing_of` refuses: one bad cell costs one row.
    while line := file.readline(MAX_LINE_BYTES + 1):
        if len(line) > MAX_LINE_BYTES:
            raise csv.Error(f"a line has more than {MAX_LINE_BYTES} bytes")
        yield line.decode("utf-8", "surrogateescape")
