"""Results that wait: while the brake may still be pulled, no verdict is final."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from trustcheck.model.report import MessageReport, Verdict


def held(message: MessageReport, reason: str) -> MessageReport:
    """The message as a batch that is held reports it; as it was where there is no reason."""
    return replace(message, verdict=Verdict.HOLD, batch_hold=reason) if reason else message


class Spool:
    """A nameless file beside the output (else in the folder for temporary files) that vanishes with the process.

    It is written and read by this process alone, which is what makes pickle safe here.
    """

    def __init__(self, output: str | None) -> None:
        folder = Path(output).absolute().parent if output is not None else None
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by __exit__

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def add(self, message: MessageReport) -> None:
        pickle.dump(message, self._file, pickle.HIGHEST_PROTOCOL)

    def released(self, reason: str) -> Iterator[MessageReport]:
        """All results, in order; held together where there is a reason."""
        self._file.seek(0)
        while True:
            try:
                message: MessageReport = pickle.load(self._file)
            except EOFError:
                return
            yield held(message, reason)
