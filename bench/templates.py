"""Figures on exploring the Jinja2 templates of repositories: python bench/templates.py FOLDER [--all] [--slow N]

FOLDER holds one folder for each repository. By default only mail and letter templates are taken. Each character that a
rendering says stands in a template is compared with the character that stands there: identical, altered (another case,
an entity, an escape, a line break: the place is right, the character was meant to change), or wrong.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

from trustcheck.templates.document import Explored, Rendering
from trustcheck.templates.explore import Explorer
from trustcheck.templates.rope import Kind

_SUFFIXES = (".html", ".htm", ".txt", ".j2", ".jinja", ".jinja2", ".mjml", ".md", ".ltxt")
_MAIL = re.compile(r"e?mail|letter|notif|notice|reminder", re.IGNORECASE)


@dataclass
class Figures:
    """Sums over the files of one repository."""

    files: int = 0
    parsed: int = 0
    whole: int = 0
    runs: int = 0
    attempts: int = 0
    arms: Counter[str] = field(default_factory=Counter)
    literals: Counter[str] = field(default_factory=Counter)
    mapped: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    times: list[tuple[float, str]] = field(default_factory=list)

    def add(self, explored: Explored, seconds: float) -> None:
        codes = {p.code for p in explored.problems}
        self.files += 1
        self.parsed += "syntax-error" not in codes and bool(explored.renderings)
        self.whole += bool(explored.renderings) and not codes & {"syntax-error", "internal-error", "limit", "encoding"}
        self.runs += len(explored.renderings)
        self.attempts += explored.attempts
        self.arms.update(reached=explored.unknown_arms.reached, total=explored.unknown_arms.total)
        self.arms.update(all_reached=explored.arms.reached, all_total=explored.arms.total)
        self.literals.update(reached=explored.literals.reached, total=explored.literals.total)
        self.problems.update({p.code for p in explored.problems})
        self.times.append((seconds, explored.path))
        for rendering in explored.renderings:
            self.mapped.update(mapped(rendering))

    def line(self, name: str) -> str:
        times = sorted(t * 1000 for t, _ in self.times) or [0.0]
        chars = max(1, self.mapped.total())
        return (
            f"{name:16} files {self.files:5} parsed {self.parsed:5} whole {self.whole:5}"
            f" | arms by data {self.arms['reached']}/{self.arms['total']}"
            f" all {self.arms['all_reached']}/{self.arms['all_total']}"
            f" | literal chars {self.literals['reached']}/{self.literals['total']}"
            f" | renderings {self.runs / max(1, self.files):.1f} runs {self.attempts / max(1, self.files):.1f}"
            f" | mapped {chars}: identical {self.mapped['identical'] / chars:.4%}"
            f" altered {self.mapped['altered']} wrong {self.mapped['wrong']} lost {self.mapped['lost']}"
            f" | ms mean {sum(times) / len(times):.1f} p50 {times[len(times) // 2]:.1f}"
            f" p95 {times[int(len(times) * 0.95)]:.1f} max {times[-1]:.0f}"
        )


def mapped(rendering: Rendering) -> Counter[str]:
    """How the characters of template text and string constants stand to the characters at their places."""
    counted: Counter[str] = Counter()
    for piece in rendering.pieces:
        if piece.kind not in (Kind.LITERAL, Kind.STRING):
            continue
        if piece.source is None or piece.offsets is None:
            counted["lost"] += len(piece.text)
            continue
        source, offsets = piece.source, piece.offsets
        for index, char in enumerate(piece.text):
            at = offsets + index if isinstance(offsets, int) else offsets[index]
            counted[_compared(char, source.raw[source.raw_offset(at)])] += 1
    return counted


def _compared(shown: str, there: str) -> str:
    if shown == there or (shown == "\n" and there == "\r"):
        return "identical"
    folded = shown.casefold() == there.casefold()
    return "altered" if folded or there in "&<>\"'\\\n\r" or (shown.isspace() and there.isspace()) else "wrong"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true", help="every template, not only mails and letters")
    parser.add_argument("--shared", action="store_true", help="explore what templates share once for a repository")
    parser.add_argument("--slow", type=int, default=0, help="list the N slowest files")
    options = parser.parse_args()
    total = Figures()
    for repository in sorted(p for p in options.folder.iterdir() if p.is_dir()):
        figures = Figures()
        explorer = Explorer([repository], shared=options.shared)
        for path in sorted(repository.rglob("*")):
            named = options.all or _MAIL.search(path.relative_to(repository).as_posix())
            if not path.is_file() or not path.name.endswith(_SUFFIXES) or not named:
                continue
            start = process_time()
            explored = explorer.explore(path)
            seconds = process_time() - start
            for sums in (figures, total):
                sums.add(explored, seconds)
        print(figures.line(repository.name), flush=True)
    print(total.line("total"))
    print(dict(total.problems.most_common()))
    for seconds, slow in sorted(total.times, reverse=True)[: options.slow]:
        print(f"{seconds * 1000:8.0f} ms  {slow}")


if __name__ == "__main__":
    main()
