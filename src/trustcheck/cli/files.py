"""Which files a command line means: files, folders, quoted globs. Whatever is left out is counted."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

STDIN = "-"

NOT_LETTERS = ("README*", "LICENSE*", "CHANGELOG*", "CONTRIBUTING*")
"""Files about a folder rather than letters in it; a folder or glob does not take them in."""

EXCLUDED = "excluded"
"""The reason for leaving out what a glob of the caller excludes."""


@dataclass(slots=True)
class Found:
    """Paths to check, in order and each once; what was left out, by reason; and what names nothing."""

    paths: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds messages. `suffixes` are those that can be read, `exclude` globs on a path or on any part of it.

    A file that is named is taken whatever its suffix, and even if a glob excludes it, unless `force_exclude`.
    """

    suffixes: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False

    def find(self, arguments: Sequence[str]) -> Found:
        found = Found()
        seen: set[str] = set()
        for argument in arguments:
            for path in self._expand(argument, found):
                real = path if path == STDIN else os.path.realpath(path)
                if real not in seen:
                    seen.add(real)
                    found.paths.append(path)
        return found

    def _expand(self, argument: str, found: Found) -> Iterator[str]:
        """The files of one argument. A file that is named is taken whatever its suffix: the reader will object."""
        if argument == STDIN:
            yield argument
        elif os.path.isfile(argument):
            if self.force_exclude and self._excludes(_from_here(argument)):
                found.left_out[EXCLUDED] += 1
            else:
                yield argument
        elif os.path.isdir(argument):
            yield from self._wanted(_walk(argument, found.left_out), found.left_out)
        elif glob.has_magic(argument):
            yield from self._globbed(argument, found)
        else:
            found.missing.append(f"{argument}: there is no such file or folder")

    def _globbed(self, pattern: str, found: Found) -> Iterator[str]:
        hits = sorted(p for p in glob.iglob(pattern, recursive=True) if os.path.isfile(p))
        if not hits:
            found.missing.append(f"{pattern}: no file matches this pattern")
        yield from self._wanted(hits, found.left_out)

    def _wanted(self, paths: Iterable[str], left_out: Counter[str]) -> Iterator[str]:
        for path in paths:
            reason = self._unwanted(path)
            if reason:
                left_out[reason] += 1
            else:
                yield path

    def _unwanted(self, path: str) -> str:
        name = os.path.basename(path)
        if self._excludes(path):
            return EXCLUDED
        if any(fnmatch(name, pattern) for pattern in NOT_LETTERS):
            return "about the folder"
        if not name.lower().endswith(self.suffixes):
            return f"no reader for {os.path.splitext(name)[1] or 'files without a suffix'}"
        return ""

    def _excludes(self, path: str) -> bool:
        return any(fnmatch(path, e) or any(fnmatch(p, e) for p in Path(path).parts) for e in self.exclude)


def _from_here(path: str) -> str:
    """A path as globs are written: from the current folder, however the caller (an editor, a hook) names it."""
    full, here = Path(os.path.normpath(Path(path).absolute())), Path.cwd()
    return str(full.relative_to(here)) if full.is_relative_to(here) else path


def _walk(folder: str, left_out: Counter[str]) -> Iterator[str]:
    """Files below `folder`, sorted, without hidden files and folders. Links to folders are not followed: no loops."""
    for parent, folders, files in os.walk(folder):
        visible = sorted(f for f in folders if not f.startswith("."))
        left_out["hidden"] += len(folders) - len(visible)
        folders[:] = visible
        for name in sorted(files):
            if name.startswith("."):
                left_out["hidden"] += 1
            else:
                yield os.path.normpath(os.path.join(parent, name))


def start_of_search(argument: str, stdin_filename: str) -> Path:
    """Where the search for a configuration begins: the first path; of a glob, the folder before its first wildcard."""
    if argument == STDIN:
        return Path(stdin_filename)
    parts = Path(argument).parts
    fixed = next((i for i, part in enumerate(parts) if glob.has_magic(part)), len(parts))
    return Path(argument) if os.path.exists(argument) else Path(*parts[:fixed])
