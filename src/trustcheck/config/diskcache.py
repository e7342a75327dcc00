"""Small texts kept between runs: what was compiled from rule files. Losing them costs time, never a result."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

_VARIABLE = "TRUSTCHECK_CACHE_DIR"
_PREFIX = "trustcheck-"
"""Begins every file's name: the folder may be shared, and what is not ours is never evicted."""
_KEPT = 40
"""Files kept: six for one set of rules (the pack and five languages), and a few sets beside it."""


def cache_folder() -> Path | None:
    """The folder for cached texts, or None where `TRUSTCHECK_CACHE_DIR` is set but empty (caching is off)."""
    wanted = os.environ.get(_VARIABLE)
    if wanted is not None:
        return Path(wanted) if wanted else None
    from platformdirs import user_cache_path

    return user_cache_path("trustcheck")


def read(name: str) -> str | None:
    """The cached text of that name, or None where there is none that can be read."""
    folder = cache_folder()
    if folder is None:
        return None
    path = folder / (_PREFIX + name)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    with contextlib.suppress(OSError):
        os.utime(path)  # what is read stays longest
    return text


def write(name: str, text: str) -> None:
    """Keep a text; another process never sees half of it. A cache that cannot be written is no error."""
    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix=_PREFIX, dir=folder, delete=False) as file:
            file.write(text)
        os.replace(file.name, folder / (_PREFIX + name))
        _evict(folder)


def _evict(folder: Path) -> None:
    """Remove what was used longest ago: every change of a rule makes new files."""
    with os.scandir(folder) as entries:
        ours = [(entry.stat().st_mtime_ns, entry.path) for entry in entries if entry.name.startswith(_PREFIX)]
    for _, path in sorted(ours, reverse=True)[_KEPT:]:
        os.unlink(path)
