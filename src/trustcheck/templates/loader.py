"""Which file a template name means, and nothing outside the roots."""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from trustcheck.templates.source import Source, decode

_REFERENCE = re.compile(r"""\{%[-+]?\s*(?:extends|include|import|from)\s+(["'])([^"'\n]{1,300})\1""")
_LAYOUT = frozenset({"templates", "template", "jinja2", "jinja", "views", "modules"})
_SKIPPED = frozenset({".git", ".hg", ".tox", ".venv", "venv", "node_modules", "__pycache__"})
_MOST_FILES = 50_000
_READ_FOR_VOTES = 100_000

Way = tuple[str, str]
"""How a name is made from a path: `plain` or `bare` (without folders of layout), and the prefix that was cut off."""


class LoadError(Exception):
    """A template file that cannot be used. `code` is the note's code."""

    def __init__(self, code: str, what: str) -> None:
        super().__init__(what)
        self.code = code


class Loader:
    """Finds and reads templates below some roots. Symbolic links are followed only if they stay below a root."""

    def __init__(self, roots: Sequence[Path], prefixes: Mapping[str, str], largest: int) -> None:
        self.roots = tuple(Path(os.path.realpath(root)) for root in roots)
        self._prefixes = prefixes
        self._largest = largest
        self._found: dict[tuple[str, str], Path | None] = {}

    def read(self, path: Path, *, shown: str | None = None, content: bytes | None = None) -> Source:
        """A template file. Raises LoadError: it is too large, no UTF-8 text, not there, or outside the roots.

        `content`: what it holds, where that is not what the file holds; then no file is looked at.
        """
        real = Path(os.path.realpath(path))
        if content is not None:
            return self._decoded(content, real, shown or str(path))
        if not self.holds(real):
            raise LoadError("template-not-found", "the file is outside the template roots")
        try:
            if not real.is_file():
                raise LoadError("template-not-found", "there is no such file")
            with real.open("rb") as file:
                content = file.read(self._largest + 1)
        except OSError as error:
            raise LoadError("template-not-found", error.strerror or str(error)) from error
        return self._decoded(content, real, shown or str(path))

    def _decoded(self, content: bytes, real: Path, shown: str) -> Source:
        if len(content) > self._largest:
            raise LoadError("too-large", f"the file has more than {self._largest} bytes")
        try:
            text = decode(content)
        except ValueError as error:
            raise LoadError("encoding", f"the file is no UTF-8 text: {error}") from error
        return Source.of(text, self.name_of(real), shown)

    def real(self, path: Path) -> Path:
        """The path as `find` gives it: below a root, all links followed."""
        return Path(os.path.realpath(path))

    def holds(self, real: Path) -> bool:
        return any(real.is_relative_to(root) for root in self.roots)

    def name_of(self, real: Path) -> str:
        root = next((root for root in self.roots if real.is_relative_to(root)), None)
        return real.relative_to(root).as_posix() if root else real.name

    def find(self, name: str, referrer: str) -> Path | None:
        """The file that `name` means in the template named `referrer`; None if there is none below the roots."""
        key = (name, referrer)
        if key not in self._found:
            self._found[key] = self._search(name, referrer)
        return self._found[key]

    def _search(self, name: str, referrer: str) -> Path | None:
        if name.startswith(("./", "../")):
            return self._relative(name, referrer)
        if not _is_clean(name):
            return None
        for prefix, folder in self._prefixes.items():
            if name.startswith(prefix) and (found := self._below(folder + name[len(prefix) :])):
                return found
        return self._below(name) or self._voted(name, referrer) or self._sibling(name, referrer)

    def _below(self, name: str) -> Path | None:
        for root in self.roots:
            real = Path(os.path.realpath(root / name))
            if self.holds(real) and real.is_file():
                return real
        return None

    def _relative(self, name: str, referrer: str) -> Path | None:
        """`./part.html` and `../part.html` from the folder of the referring template."""
        wanted = os.path.normpath(f"{os.path.dirname(referrer)}/{name}").replace(os.sep, "/")
        return self._below(wanted) if _is_clean(wanted) else None

    def _sibling(self, name: str, referrer: str) -> Path | None:
        """A file of that name beside the referring one: its folder is then a template folder that nobody named."""
        return None if "/" in name else self._relative(f"./{name}", referrer)

    def _voted(self, name: str, referrer: str) -> Path | None:
        """The file whose path ends in the name, by the way of naming that explains most references in the roots.

        Never by the bare file name: `base.html` of another package would pass for any other `base.html`.
        """
        ways = [
            (votes, _shared(path, referrer), -len(path), path)
            for way, path in self._index.get(name, ())
            if path != referrer and ("/" in name or way[1] != os.path.dirname(path))
            for votes in [self._votes[way]]
        ]
        return self._below(max(ways)[3]) if ways else None

    @cached_property
    def _index(self) -> Mapping[str, list[tuple[Way, str]]]:
        index: dict[str, list[tuple[Way, str]]] = defaultdict(list)
        for path in self._files:
            parts = path.split("/")
            for start in range(len(parts)):
                prefix = "/".join(parts[:start])
                rest = parts[start:]
                index["/".join(rest)].append((("plain", prefix), path))
                bare = [p for p in rest if p not in _LAYOUT]
                if bare != rest:
                    index["/".join(bare)].append((("bare", prefix), path))
        return index

    @cached_property
    def _votes(self) -> Counter[Way]:
        votes: Counter[Way] = Counter()
        for path in self._files:
            for name in self._references(path):
                votes.update({way for way, target in self._index.get(name, ()) if target != path})
        return votes

    @cached_property
    def parts(self) -> frozenset[Path]:
        """The files that others below the roots include, import or extend by a name that stands in them."""
        named = {(name, path) for path in self._files for name in self._references(path)}
        return frozenset(found for name, path in named if (found := self.find(name, path)) is not None)

    def _references(self, path: str) -> set[str]:
        found = self._below(path)
        if found is None:
            return set()
        with found.open("rb") as file:
            text = file.read(_READ_FOR_VOTES).decode("utf-8", "replace")
        return {match.group(2) for match in _REFERENCE.finditer(text)}

    @cached_property
    def _files(self) -> tuple[str, ...]:
        """Names of the files below the roots that may be templates, each relative to its root."""
        return tuple(sorted({name for root in self.roots for name in _names_below(root)}))


def _shared(one: str, other: str) -> int:
    """How many letters two names have in common from the start."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _names_below(root: Path) -> Iterable[str]:
    seen = 0
    for folder, folders, files in os.walk(root, followlinks=False):
        folders[:] = sorted(f for f in folders if f not in _SKIPPED)
        for file in sorted(files):
            seen += 1
            if seen > _MOST_FILES:
                return
            if file.lower().endswith((".html", ".htm", ".txt", ".j2", ".jinja", ".jinja2", ".md", ".mjml", ".xml")):
                yield Path(folder, file).relative_to(root).as_posix()


def _is_clean(name: str) -> bool:
    """No way out of the roots: not absolute, no backslash, no NUL, no `..` above the start."""
    if not name or name.startswith("/") or "\\" in name or "\0" in name or ":" in name.split("/")[0]:
        return False
    return not os.path.normpath(name).startswith("..")
