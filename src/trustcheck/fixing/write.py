"""A mended file takes the place of the old one: whole or not at all, and never over somebody else's change."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from trustcheck.model.errors import UnwritableError


def write_back(path: str, before: bytes, after: bytes) -> None:
    """Put `after` in the place of the file at `path`, which held `before` when it was read. Its permissions stay.

    Raises UnwritableError where it holds something else by now, or cannot be written; then it is as it was.
    """
    # Through a link, so that the file it leads to is mended and the link stays one.
    file = Path(os.path.realpath(path))
    try:
        if not os.access(file, os.W_OK) or not file.stat().st_mode & 0o222:
            raise _refused(path, "the file is write-protected", "Give yourself the right to write it, and run again.")
        if file.read_bytes() != before:
            raise _refused(path, "the file has changed while it was looked at", "Run the command again.")
        _replace(file, after)
    except OSError as error:
        step = "Check the permissions of its folder and the room on the disk."
        raise _refused(path, f"the file cannot be written: {error.strerror or error}", step) from error


def _replace(file: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".tmp", dir=file.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        shutil.copymode(file, temporary)
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)


def _refused(path: str, what: str, step: str) -> UnwritableError:
    return UnwritableError(f"{what}; nothing was written", path=path, next_step=step)
