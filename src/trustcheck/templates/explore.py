"""Every branch of a template, without data: the front door of this room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from time import thread_time

from jinja2 import TemplateSyntaxError

from trustcheck.templates.account import account_of
from trustcheck.templates.dialect import dialect_of, text_outside_code
from trustcheck.templates.document import Explored, Problem, Rendering
from trustcheck.templates.entries import Entry, Trial, Workshop
from trustcheck.templates.loader import Loader, LoadError
from trustcheck.templates.oracle import Coverage
from trustcheck.templates.parse import Template, parse
from trustcheck.templates.positions import Pos
from trustcheck.templates.rope import Piece
from trustcheck.templates.search import search
from trustcheck.templates.settings import TemplateSettings
from trustcheck.templates.source import Source
from trustcheck.templates.stand_ins import StandIns

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def explore_template(path: Path, roots: Sequence[Path] = (), *, settings: TemplateSettings | None = None) -> Explored:
    """All that the template at `path` can become. `roots`: the template folders; nothing outside them is read.

    Without roots the folder of the file is the only one. Never raises for what a template holds: see `.problems`.
    """
    return Explorer(roots or (path.parent,), settings).explore(path)


class Explorer:
    """Explores the templates of one project. It keeps what it has parsed, and explores a shared layout only once.

    `shared`: choices that were seen both ways in one template are not explored again in the next; each file's own text
    is reached all the same.
    """

    def __init__(
        self, roots: Sequence[Path], settings: TemplateSettings | None = None, *, shared: bool = False
    ) -> None:
        self._settings = settings or TemplateSettings()
        self._loader = Loader(roots, self._settings.prefixes, self._settings.limits.file_size)
        self._stand_ins = StandIns(self._settings)
        self._coverage = Coverage() if shared else None
        self._parsed: dict[str, Template | None] = {}
        self._broken: dict[str, Problem] = {}
        self._wanted: set[str] = set()
        """Paths of the templates that the one being explored has asked for."""

    def explore(self, path: Path, *, content: bytes | None = None) -> Explored:
        """All that a template can become. `content`: what it holds, where that is not what the file holds."""
        shown = str(path)
        try:
            source = self._loader.read(path, shown=shown, content=content)
        except LoadError as error:
            code = "template-missing" if error.code == "template-not-found" else error.code
            return Explored(shown, (), (Problem(code, str(error), shown),))
        try:
            template = parse(source, self._settings.syntax, self._settings.tags)
        except TemplateSyntaxError as error:
            return self._without_syntax(source, error)
        self._parsed[str(self._loader.real(path))] = template
        return self._explored(template)

    def _explored(self, template: Template) -> Explored:
        coverage = self._coverage if self._coverage is not None else Coverage()
        self._wanted.clear()
        deadline = thread_time() + self._settings.limits.seconds_per_file
        shop = Workshop(self._settings, self._loader, self._stand_ins, self.load, coverage, deadline)
        trials = search(shop, template)
        renderings = tuple(_rendering(template.source, t) for t in trials)
        problems = [p for r in renderings for p in r.notes]
        problems += (p for path, p in self._broken.items() if path in self._wanted)
        return account_of(template, coverage, renderings, tuple(dict.fromkeys(problems)), shop.attempts)

    def is_part(self, path: Path) -> bool:
        """True where a template is no message of its own: another one includes, imports or extends it."""
        return path.name.startswith("_") or self._loader.real(path) in self._loader.parts

    def load(self, name: str, referrer: str) -> Template | None:
        """The template that `name` means in the template named `referrer`; None if there is none that can be read."""
        path = self._loader.find(name, referrer)
        if path is None:
            return None
        key = str(path)
        self._wanted.add(key)
        if key not in self._parsed:
            self._parsed[key] = self._parse(path)
        return self._parsed[key]

    def _parse(self, path: Path) -> Template | None:
        try:
            source = self._loader.read(path)
            return parse(source, self._settings.syntax, self._settings.tags)
        except LoadError as error:
            self._broken[str(path)] = Problem(error.code, str(error), str(path))
        except TemplateSyntaxError as error:
            self._broken[str(path)] = Problem("included-syntax-error", error.message or "", str(path))
        return None

    def _without_syntax(self, source: Source, error: TemplateSyntaxError) -> Explored:
        """A file that does not parse: the error with its place, and the text between its tags as one rendering."""
        pos = error.lineno
        start = pos.start if isinstance(pos, Pos) else _start_of_line(source, pos)
        looks = dialect_of(source.text)
        what = (error.message or "the template cannot be read") + (f"; the file looks like {looks}" if looks else "")
        problem = Problem("syntax-error", what, source.path, source.place(start, start))
        trial = Trial(Entry("text"), tuple(text_outside_code(source, self._stand_ins)), (), {}, {}, None)
        return Explored(source.path, (_rendering(source, trial),), (problem,))


def _start_of_line(source: Source, line: int) -> int:
    at = 0
    for _ in range(line - 1):
        hit = source.text.find("\n", at)
        if hit < 0:
            break
        at = hit + 1
    return min(at, len(source.text))


def _rendering(source: Source, trial: Trial) -> Rendering:
    notes = [
        Problem(
            code,
            what,
            spot.source.path if spot else source.path,
            spot.source.place(spot.start, spot.end) if spot else None,
        )
        for (code, what, _), spot in trial.notes.items()
    ]
    if trial.limit:
        notes.append(Problem("limit", f"the limit of {trial.limit} was reached", source.path))
    pieces = tuple(p for p in (_clean(p) for p in trial.pieces) if p.text)
    text = "".join(p.text for p in pieces)
    return Rendering(
        path=source.path,
        entry=trial.entry.words,
        text=text,
        pieces=pieces,
        decisions=tuple(dict.fromkeys(trial.decisions)),
        notes=tuple(notes),
        truncated=trial.limit is not None,
        main=source,
    )


def _clean(piece: Piece) -> Piece:
    """No lone surrogate, which an escape can make and no file can hold."""
    return piece.rewritten(_SURROGATE.sub("\ufffd", piece.text)) if _SURROGATE.search(piece.text) else piece
