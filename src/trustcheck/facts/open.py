"""From what the configuration names to a data source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from trustcheck.facts.json_source import JsonSource
from trustcheck.model.errors import UsageError
from trustcheck.model.facts import FactSource

OPENERS: Mapping[str, Callable[[Path], FactSource]] = {".json": JsonSource}
"""File suffix → what opens it. A new kind of source is one file and one line here."""


def open_source(source: str, root: Path) -> FactSource:
    """The data source that `[facts] source` names; a relative path starts at `root`. Nothing is read yet.

    Raises UsageError for a kind of source that is not known.
    """
    opener = OPENERS.get(Path(source).suffix.lower())
    if "://" in source or opener is None:
        known = ", ".join(f"*{suffix}" for suffix in OPENERS)
        raise UsageError(f"[facts] source is of no kind that can be read. Known kinds: {known}.")
    return opener(root / source)
