"""What a result depends on besides the records, as digests: a run is resumed only where all of it is as it was."""

from __future__ import annotations

import hashlib
from pathlib import Path

from trustcheck.config.settings import Settings
from trustcheck.linter import Linter
from trustcheck.model.version import __version__
from trustcheck.outbox.manifest import digest

Stamp = dict[str, str]
"""What → its digest. The names are used in errors: «the manifest has changed»."""


def stamp_of(manifest: str, linter: Linter, command_line: str) -> Stamp:
    """`command_line`: the options that change what is reported, as text."""
    return {
        "manifest": digest(manifest),
        "configuration": _configuration(linter.settings),
        "rules": linter.pack.key,
        "command line": hashlib.sha256(command_line.encode("utf-8", "surrogateescape")).hexdigest(),
        "version": __version__,
    }


def _configuration(settings: Settings) -> str:
    """Of the configuration file, and the baseline that it names."""
    found = hashlib.sha256()
    for path in (settings.path, settings.check.baseline):
        content = _content(path)
        found.update(f"{len(content)}\0".encode() + content)
    return found.hexdigest()


def _content(path: Path | None) -> bytes:
    return path.read_bytes() if path is not None and path.exists() else b""
