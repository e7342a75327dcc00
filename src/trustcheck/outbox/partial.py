"""FILE.partial: the lines of a run that is not finished, kept so that it can be resumed; FILE appears at the end."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from trustcheck.model.errors import UsageError
from trustcheck.model.report import MessageReport, Verdict
from trustcheck.outbox.restored import restored
from trustcheck.outbox.stamp import Stamp
from trustcheck.reporters.stream import counts


class Partial:
    """`output` is the file that is wanted. Beside it are FILE.partial, and FILE.partial.stamp with the digests."""

    def __init__(self, output: str) -> None:
        self._output = os.path.realpath(output)
        self.path = self._output + ".partial"
        self._stamp = Path(self.path + ".stamp")

    def begin(self, stamp: Stamp) -> None:
        """Start with nothing. Emptied before it is stamped: a kill in between must not leave old lines under it."""
        with _told(self.path):
            Path(self.path).write_bytes(b"")
            self._stamp.write_text(json.dumps(stamp), encoding="utf-8")

    def resume(self, stamp: Stamp) -> Iterator[MessageReport]:
        """What is there, after a line that was only half written is dropped; where nothing is there, it begins.

        Raises UsageError where what is there was made from something else, or is no report.
        """
        if not os.path.exists(self.path) or not (os.path.getsize(self.path) or self._stamp.exists()):
            self.begin(stamp)
        self._require_same(stamp)
        with _told(self.path), open(self.path, "r+b") as file:
            for number, line in enumerate(_complete(file), start=1):
                yield self._restored(number, line)

    @contextmanager
    def appending(self) -> Iterator[BinaryIO]:
        """The file, to write whole lines at its end; on the disk when this ends well."""
        with _told(self.path), open(self.path, "ab") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())

    def release(self, reason: str) -> None:
        """Make the lines the output, all at once; every message held where there is a reason."""
        with _told(self._output):
            if reason:
                self._rewrite(reason)
            else:
                os.replace(self.path, self._output)
            Path(self.path).unlink(missing_ok=True)
            self._stamp.unlink(missing_ok=True)

    def _rewrite(self, reason: str) -> None:
        held = self.path + ".held"
        with open(self.path, "rb") as source, open(held, "wb") as target:
            target.writelines(_held(line, reason) for line in source)
            target.flush()
            os.fsync(target.fileno())
        os.replace(held, self._output)

    def _require_same(self, stamp: Stamp) -> None:
        step = "Run it without --resume to start anew, or put back what was changed."
        try:
            found = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise UsageError(f"{self._stamp}: nothing says what {self.path} was made from.\n  {step}") from error
        known: dict[str, Any] = found if isinstance(found, dict) else {}
        changed = [name for name, value in stamp.items() if known.get(name) != value]
        if changed:
            what = f"{self.path}: cannot be resumed, for this is not as it was: {', '.join(changed)}."
            raise UsageError(f"{what}\n  {step}")

    def _restored(self, number: int, line: bytes) -> MessageReport:
        try:
            return restored(line)
        except (ValueError, KeyError, TypeError) as error:
            step = "The file was changed by something else. Run it without --resume to start anew."
            raise UsageError(f"{self.path}:{number}: this is no line of a report.\n  {step}") from error


def can_be_replaced(output: str) -> bool:
    """Is it an ordinary file, or nothing yet? A device or a pipe can only be written to."""
    return os.path.isfile(output) or not os.path.exists(output)


def _complete(file: BinaryIO) -> Iterable[bytes]:
    """The whole lines; what comes after them is cut off."""
    end = 0
    for line in file:
        if not line.endswith(b"\n"):
            file.truncate(end)
            return
        end += len(line)
        yield line


def _held(line: bytes, reason: str) -> bytes:
    report = json.loads(line)
    for message in report["messages"]:
        message.update(verdict=Verdict.HOLD.value, batch_hold=reason)
    report["summary"] = counts(Verdict.HOLD for _ in report["messages"])
    return (json.dumps(report, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


@contextmanager
def _told(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        step = "Make room or name another --output; what was written before is kept for --resume."
        raise UsageError(f"{path}: cannot be written: {error.strerror}.\n  {step}") from error
