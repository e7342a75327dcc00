"""A file that is read once, and again when it has changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Generic, TypeVar

from trustcheck.facts.trouble import Trouble
from trustcheck.model.facts import CellState

Content = TypeVar("Content")


class WatchedFile(Generic[Content]):
    """What `read` makes of the bytes of a file; kept until its time or its size is another one."""

    def __init__(self, path: Path, read: Callable[[bytes], Content]) -> None:
        self._path = path
        self._read = read
        self._kept: tuple[tuple[int, int], Content] | None = None

    def content(self) -> Content:
        """Raises Trouble where the file cannot be read, and whatever `read` raises."""
        try:
            stat = self._path.stat()
            stamp = (stat.st_mtime_ns, stat.st_size)
            if self._kept is not None and self._kept[0] == stamp:
                return self._kept[1]
            data = self._path.read_bytes()
        except OSError as error:
            self._kept = None
            why = error.strerror or type(error).__name__
            step = "check the path and who may read it"
            raise Trouble(CellState.UNAVAILABLE, f"{self._path}: the file cannot be read: {why}; {step}") from None
        content = self._read(data)
        self._kept = (stamp, content)
        return content

    def changed_at(self) -> datetime:
        """When the file was last written. Raises Trouble."""
        try:
            return datetime.fromtimestamp(self._path.stat().st_mtime, UTC)
        except OSError as error:
            raise Trouble(CellState.UNAVAILABLE, f"{self._path}: {error.strerror}") from None
