"""What trustcheck raises.

    TrustcheckError            anything trustcheck raises on purpose; catch this one
    ├── UsageError             a call or a command line that makes no sense
    ├── ConfigError            the configuration cannot be used
    ├── RuleFileError          a rule, vocabulary or claim file cannot be used
    ├── UnreadableError        a message cannot be read, so nothing was decided about it
    └── UnwritableError        a message cannot be written back; the file is as it was

Every message says what, where, the likely cause and the next step.
"""

from __future__ import annotations


class TrustcheckError(Exception):
    """Base of all errors that trustcheck raises on purpose."""


class UsageError(TrustcheckError):
    """A call or a command line that makes no sense."""


class FileError(TrustcheckError):
    """An error at a place in a file. `line` and `column` start at 1; `None` where the whole file is meant."""

    def __init__(
        self,
        what: str,
        *,
        path: str,
        line: int | None = None,
        column: int | None = None,
        source_line: str = "",
        next_step: str = "",
    ) -> None:
        self.what = what
        self.path = path
        self.line = line
        self.column = column
        self.source_line = source_line
        self.next_step = next_step
        super().__init__(self._rendered())

    def _rendered(self) -> str:
        where = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        lines = [f"{where}: {self.what}"]
        if self.source_line:
            lines.append(f"    {self.source_line}")
            if self.column is not None:
                lines.append("    " + " " * (self.column - 1) + "^")
        if self.next_step:
            lines.append(f"  {self.next_step}")
        return "\n".join(lines)


class ConfigError(FileError):
    """The configuration cannot be used."""


class RuleFileError(FileError):
    """A rule, vocabulary or claim file cannot be used."""


class UnreadableError(FileError):
    """A message cannot be read at all: nothing was decided about it."""


class UnwritableError(FileError):
    """A mended message cannot be written back: the file is as it was."""
