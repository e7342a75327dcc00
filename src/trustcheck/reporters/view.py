"""What the person who reads a report wants of it. Formats for machines ignore all but `closing`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class View:
    """`width` is in terminal columns. `quiet` leaves out messages without findings and checks that were skipped."""

    color: bool = False
    width: int = 100
    show_confirmed: bool = False
    quiet: bool = False
    closing: Callable[[], Mapping[str, Any]] | None = None
    """What a format for machines adds to the summary at its end; asked after the last report."""
