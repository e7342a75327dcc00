"""The documentation of a pack as Markdown files: a page a rule and a claim kind, the classes, and an index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath

from trustcheck.model.errors import UsageError
from trustcheck.model.rule import Pack, Rule
from trustcheck.packs.kinds import claim_page, claims_index, classes_page
from trustcheck.packs.markdown import document, escaped
from trustcheck.packs.page import first_sentence, page

_GENERATED = "<!-- Generated from rule files by `trustcheck rules docs`. Change those, and run it again. -->"
"""Begins every page; a page without it was written by a person, and is never removed."""
_PLACES = ("classes.md", "rules/*.md", "claims/*.md")
_INDEX = "index"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a folder of pages compares with what the rule files say. Paths are inside the folder, in order."""

    missing: tuple[str, ...]
    stale: tuple[str, ...]
    superfluous: tuple[str, ...]

    @property
    def is_current(self) -> bool:
        return not (self.missing or self.stale or self.superfluous)


def pages_of(pack: Pack) -> Mapping[str, str]:
    """Every page: its path inside the folder of the documentation → its text. Without rules there is no index.

    Raises UsageError for a rule or claim kind whose page would take the place of the index.
    """
    for name, at in (*((rule.name, rule.at) for rule in pack.rules), *((kind.name, kind.at) for kind in pack.claims)):
        if name == _INDEX:
            raise UsageError(f"«{_INDEX}» is the page that lists the others. Give {at.path} another name.")
    return {path: f"{_GENERATED}\n\n{text}" for path, text in _pages(pack)}


def compare(folder: Path, pages: Mapping[str, str]) -> Standing:
    """What `write` would change in the folder."""
    found = {path: _text(folder / path) for path in pages}
    return Standing(
        missing=tuple(sorted(path for path, text in found.items() if text is None)),
        stale=tuple(sorted(path for path, text in found.items() if text is not None and text != pages[path])),
        superfluous=tuple(_superfluous(folder, pages)),
    )


def write(folder: Path, pages: Mapping[str, str]) -> Standing:
    """Bring the folder up to date, and say what changed. Raises UsageError for a folder that cannot be written."""
    standing = compare(folder, pages)
    try:
        for path in (*standing.missing, *standing.stale):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(pages[path], encoding="utf-8", newline="\n")
        for path in standing.superfluous:
            (folder / path).unlink()
    except OSError as error:
        raise UsageError(f"{error.filename} cannot be written: {error.strerror}. Name another folder.") from error
    return standing


def _pages(pack: Pack) -> Iterator[tuple[str, str]]:
    for rule in pack.rules:
        yield f"rules/{rule.name}.md", page(rule)
    kinds = {kind.name for kind in pack.claims}
    for kind in pack.claims:
        yield f"claims/{kind.name}.md", claim_page(kind, kinds)
    if pack.rules:
        yield f"rules/{_INDEX}.md", _index(pack)
    if pack.claims:
        yield f"claims/{_INDEX}.md", claims_index(pack.claims)
    if pack.classes:
        yield "classes.md", classes_page(pack.classes, pack.rules, kinds)


def _index(pack: Pack) -> str:
    """All rules by group, a line each."""
    beside = [
        "Statements about the account: [claims](../claims/index.md)." if pack.claims else "",
        "What kind of message it is: [message classes](../classes.md)." if pack.classes else "",
    ]
    groups = groupby(sorted(pack.rules, key=lambda rule: rule.code), key=lambda rule: rule.group)
    return document("Rules", [" ".join(filter(None, beside)), *(p for _, rules in groups for p in _group(list(rules)))])


def _group(rules: Sequence[Rule]) -> Iterator[str]:
    folder = PurePosixPath(rules[0].at.path).parent.name.replace("-", " ")
    yield f"## {rules[0].group}: {escaped(folder)}"
    yield "\n".join(["| rule | severity | what it finds |", "|---|---|---|", *map(_row, rules)])


def _row(rule: Rule) -> str:
    life = "" if rule.lifecycle.value == "stable" else f" ({rule.lifecycle.value})"
    what = escaped(first_sentence(rule.what)).replace("|", r"\|")
    return f"| [{rule.code} {rule.name}]({rule.name}.md) | {rule.severity.value}{life} | {what} |"


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}. Name another folder.") from error


def _superfluous(folder: Path, pages: Mapping[str, str]) -> Iterator[str]:
    """Pages that were generated once, of rules that are gone or have another name now."""
    for path in sorted(path for place in _PLACES for path in folder.glob(place)):
        shown = path.relative_to(folder).as_posix()
        if shown not in pages and (_text(path) or "").startswith(_GENERATED):
            yield shown
