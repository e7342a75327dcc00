"""Folders of rule files in, one `Pack` out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from trustcheck.config import diskcache
from trustcheck.model.errors import RuleFileError
from trustcheck.model.rule import ClaimKind, ClassSignature, Pack, PatternText, Rule, SourceLine, Vocabulary
from trustcheck.packs.freeze import pack_from_json, pack_to_json
from trustcheck.packs.mistakes import Collector

_VOCABULARY, _CLAIMS, _CLASSES = "vocabulary", "claims", "classes"
"""Folders with a meaning of their own; every other folder holds rules."""


BUILTIN = "rules"
"""How the folder of built-in rules is called in places, wherever it is installed."""


def builtin_rules() -> Path:
    """The folder of the shipped rules: inside the package when installed, beside `src/` in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent.parent / "rules"


def load_pack(folders: Sequence[Path]) -> Pack:
    """All rules, claim kinds, classes and words under the folders (or in single files), in a stable order.

    Raises RuleFileError with every mistake in the files, each with its place, and for a code or name that is given
    twice: a later folder replaces nothing, it may only add words to a vocabulary set. What was read is kept in the disk
    cache, keyed by the content of every file, so that an unchanged pack costs milliseconds.
    """
    files = [entry for folder in folders for entry in _files(folder)]
    key = _key(files)
    cached = diskcache.read(f"pack-{key}.json")
    pack = pack_from_json(cached, key) if cached else None
    if pack is None:
        pack = _read(files, key)
        diskcache.write(f"pack-{key}.json", pack_to_json(pack))
    return pack


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    shown: str
    kind: str


@dataclass(slots=True)
class _Found:
    rules: list[Rule] = field(default_factory=list)
    claims: list[ClaimKind] = field(default_factory=list)
    classes: list[ClassSignature] = field(default_factory=list)
    sets: dict[str, dict[str, list[PatternText]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )


def _files(root: Path) -> Iterator[_File]:
    if root.is_file():
        yield _File(root, root.as_posix(), root.parent.name)
        return
    if not root.is_dir():
        step = "Correct [rules] paths in the configuration."
        raise RuleFileError("there is no such folder of rules", path=str(root), next_step=step)
    found = sorted(path for path in root.rglob("*.y*ml") if path.is_file())
    if not found:
        raise RuleFileError("the folder holds no rule files", path=str(root), next_step="Their names end in .yaml.")
    shown = Path(BUILTIN) if root == builtin_rules() else root
    for path in found:
        inside = path.relative_to(root)
        if path.suffix != ".yaml":
            raise RuleFileError("a rule file ends in .yaml", path=str(path), next_step="Rename it, or move it away.")
        yield _File(path, (shown / inside).as_posix(), inside.parts[0] if len(inside.parts) > 1 else "")


def _key(files: Iterable[_File]) -> str:
    digest = sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.read_bytes())
    for file in files:
        content = _bytes(file)
        digest.update(f"{file.shown}\0{len(content)}\0".encode("utf-8", "surrogateescape") + content)
    return digest.hexdigest()[:32]


def _bytes(file: _File) -> bytes:
    try:
        return file.path.read_bytes()
    except OSError as error:
        raise RuleFileError(
            f"the file cannot be read: {error.strerror}", path=file.shown, next_step="Check that it may be read."
        ) from error


def _read(files: Iterable[_File], key: str) -> Pack:
    found, mistakes = _Found(), Collector()
    for file in files:
        with mistakes.step():
            _read_file(file, found)
    for named in (
        [(rule.code, rule.at) for rule in found.rules],
        [(rule.name, rule.at) for rule in found.rules],
        [(kind.name, kind.at) for kind in found.claims],
        [(signature.name.value, signature.at) for signature in found.classes],
    ):
        mistakes.errors.extend(_doubles(named))
    mistakes.raise_if_any()
    return Pack(
        rules=tuple(sorted(found.rules, key=lambda r: r.code)),
        claims=tuple(sorted(found.claims, key=lambda c: c.name)),
        classes=tuple(sorted(found.classes, key=lambda c: c.name)),
        vocabulary=Vocabulary(
            {name: {language: tuple(words) for language, words in by.items()} for name, by in found.sets.items()}
        ),
        key=key,
    )


def _read_file(file: _File, found: _Found) -> None:
    # YAML and pydantic are needed only when the cache cannot answer; together they cost more than a check.
    from trustcheck.packs import build
    from trustcheck.packs.source import read_yaml

    source = read_yaml(file.path, file.shown)
    if file.kind == _VOCABULARY:
        for name, by_language in build.sets_of(source).items():
            for language, words in by_language.items():
                found.sets[name][language].extend(words)
    elif file.kind == _CLAIMS:
        found.claims.append(build.claim_of(source))
    elif file.kind == _CLASSES:
        found.classes.append(build.class_of(source))
    else:
        found.rules.append(build.rule_of(source))


def _doubles(named: Iterable[tuple[str, SourceLine]]) -> Iterator[RuleFileError]:
    seen: dict[str, SourceLine] = {}
    for name, at in named:
        first = seen.setdefault(name, at)
        if first is not at:
            yield RuleFileError(
                f"«{name}» is already defined in {first.path}:{first.line}",
                path=at.path,
                line=at.line,
                next_step="Give one of them another name.",
            )
