"""What the person who reads a report wants of it. Formats for machines ignore all of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """`width` is in terminal columns. `quiet` leaves out messages without findings and checks that were skipped."""

    color: bool = False
    width: int = 100
    show_confirmed: bool = False
    quiet: bool = False
