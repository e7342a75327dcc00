"""What to do when the reader of standard output goes away (`trustcheck check … | head`)."""

from __future__ import annotations

import os
import sys


class PipeClosedError(Exception):
    """Whoever read standard output has stopped reading. No OSError: click would end the process with 1, «findings»."""


def silence_stdout() -> None:
    """Send the rest to nowhere: Python flushes stdout once more at its end, and would meet the closed pipe again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
