"""A manifest in Parquet; the one file that needs pyarrow (extra `parquet`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from trustcheck.linter import Outgoing
from trustcheck.model.errors import UsageError
from trustcheck.outbox.columns import Origin, outgoing_of, require_known

_BATCH = 500


def parquet_rows(file: BinaryIO, manifest: str) -> Iterator[Outgoing]:
    """The messages, in order; a «line» is a row, from 1. Raises UnreadableError for a file that cannot be opened."""
    parquet = _opened(file, manifest)
    require_known(parquet.schema_arrow.names, Origin(manifest, 1))
    number = 0
    try:
        for batch in parquet.iter_batches(batch_size=_BATCH):
            for values in batch.to_pylist():
                number += 1
                at = Origin(manifest, number)
                yield outgoing_of({name: _text(value) for name, value in values.items()}, at)
    except (OSError, ValueError) as error:  # pyarrow's own errors are these
        at = Origin(manifest, number + 1)
        what = f"the file is broken here ({type(error).__name__}); nothing after this place was looked at"
        yield at.bad(at.fault(what, "Write the manifest anew."))


def _opened(file: BinaryIO, manifest: str) -> Any:
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError(
            f"{manifest}: Parquet needs pyarrow, which is not installed.\n"
            '  Install the extra: pip install "trustcheck-letters[parquet]", or write JSON lines or CSV instead.'
        ) from error
    try:
        return parquet.ParquetFile(file)
    except (OSError, ValueError) as error:
        step = "Write the manifest anew, or give it the suffix of what it is."
        raise Origin(manifest, 1).fault("the file is no Parquet", step) from error


def _text(value: object) -> object:
    # A column of bytes is text when it is UTF-8; else the surrogates make the row a bad one.
    return value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else value
