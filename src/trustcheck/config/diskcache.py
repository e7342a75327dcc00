"""Small texts kept between runs: what was compiled from rule files. Losing them costs time, never a result."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

_VARIABLE = "TRUSTCHECK_CACHE_DIR"


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
    try:
        return (folder / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def write(name: str, text: str) -> None:
    """Keep a text; another process never sees half of it. A cache that cannot be written is no error."""
    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, delete=False) as file:
            file.write(text)
        os.replace(file.name, folder / name)
