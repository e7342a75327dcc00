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

    Raises UsageError for a kind of source that is not known. It names the kind alone: a URL may hold a password.
    """
    scheme, is_url, _ = source.partition("://")
    suffix = Path(source).suffix.lower()
    opener = None if is_url else OPENERS.get(suffix)
    if opener is None:
        kind = f"{scheme}://" if is_url else f"*{suffix}" if suffix else "a file without a suffix"
        known = ", ".join(f"*{known}" for known in OPENERS)
        raise UsageError(
            f"[facts] source names {kind}, which cannot be read. Known kinds: {known}. Name such a file, or leave "
            "`source` out: every claim about an account is then unknown."
        )
    return opener(root / source)
