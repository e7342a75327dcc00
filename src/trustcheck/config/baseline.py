"""The baseline file: findings of an earlier day that do not count any more, one on a line, sorted."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from trustcheck.model.baseline import Baseline, BaselineKey
from trustcheck.model.errors import ConfigError, UsageError

BASELINE_NAME = "trustcheck-baseline.json"
"""The name of the file where the configuration gives none; it stands beside the configuration."""

_VERSION = 1
_VERSION_KEY = "trustcheck-baseline"
_MAX_BYTES = 100_000_000
_KEYS = {"path", "rule", "sentence", "count"}
_DIGEST = re.compile(r"(?:[0-9a-f]{16})?")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})", re.MULTILINE)
_WRITE_ANEW = "Write it anew with `trustcheck baseline PATHS`"
_BETWEEN = re.compile(r"[\s,]*")


def default_baseline(root: Path) -> Path | None:
    """The baseline beside a configuration that names none, if it is there."""
    path = root / BASELINE_NAME
    return path if path.is_file() else None


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file. Raises ConfigError, with the line where there is one, if it is missing or broken."""
    text = _text(path)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise _no_json(path, text, error) from error
    except RecursionError as error:
        raise ConfigError("values nest too deeply", path=str(path), next_step=f"{_WRITE_ANEW}.") from error
    made, entries = _frame(path, data)
    counts: dict[BaselineKey, int] = {}
    for number, entry in enumerate(entries):
        wrong = _wrong_with(entry)
        if wrong:
            line = _line_of_entry(text, number)
            step = f"{_WRITE_ANEW}, rather than by hand."
            raise ConfigError(wrong, path=str(path), line=line, next_step=step)
        key = BaselineKey(entry["path"], entry["rule"], entry["sentence"])
        counts[key] = counts.get(key, 0) + entry["count"]
    return Baseline(made, counts)


def write_baseline(baseline: Baseline, path: Path) -> None:
    """Write the file, or leave the old one as it is. Raises UsageError where it cannot be written."""
    entries = [
        json.dumps({"path": k.path, "rule": k.rule, "sentence": k.sentence, "count": count}, ensure_ascii=False)
        for k, count in sorted(baseline.counts.items())
    ]
    body = "".join(f"\n    {entry}," for entry in entries).removesuffix(",")
    listed = f"[{body}\n  ]" if entries else "[]"
    head = f'  "{_VERSION_KEY}": {_VERSION},\n  "made": "{baseline.made.isoformat()}",\n'
    beside = path.with_name(path.name + ".new")
    try:
        # A path may hold bytes that are no UTF-8; they come back as the same path when the file is read.
        beside.write_bytes(f'{{\n{head}  "findings": {listed}\n}}\n'.encode("utf-8", "surrogateescape"))
        os.replace(beside, path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. Check the folder, or use --baseline.") from error


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MAX_BYTES:
            step = "Correct `baseline` under [check] in the configuration."
            raise ConfigError(f"the file is larger than {_MAX_BYTES:,} bytes", path=str(path), next_step=step)
        return path.read_bytes().decode("utf-8-sig", "surrogateescape")
    except FileNotFoundError as error:
        step = f"{_WRITE_ANEW}, or correct `baseline` under [check] in the configuration."
        raise ConfigError("there is no such baseline", path=str(path), next_step=step) from error
    except (OSError, ValueError) as error:  # ValueError: a path that no file can have
        reason = getattr(error, "strerror", None) or str(error)
        step = "Check the path and that you may read the file."
        raise ConfigError(f"the baseline cannot be read: {reason}", path=str(path), next_step=step) from error


def _no_json(path: Path, text: str, error: json.JSONDecodeError) -> ConfigError:
    conflict = _CONFLICT.search(text)
    if conflict is not None:
        line = text.count("\n", 0, conflict.start()) + 1
        what = "the marks of a merge conflict stand in the baseline"
        return ConfigError(what, path=str(path), line=line, next_step=f"Settle the conflict, or: {_WRITE_ANEW}.")
    step = f"It was cut short or changed by hand. {_WRITE_ANEW}."
    what = f"this is no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
    return ConfigError(what, path=str(path), line=error.lineno, column=error.colno, next_step=step)


def _frame(path: Path, data: Any) -> tuple[date, list[Any]]:
    """The day and the entries. Raises ConfigError for another file, or that of a later version."""
    version = data.get(_VERSION_KEY) if isinstance(data, Mapping) else None
    if version is None:
        step = f"Correct `baseline` under [check] in the configuration, or: {_WRITE_ANEW}."
        raise ConfigError(f"this is no baseline: it has no «{_VERSION_KEY}»", path=str(path), line=1, next_step=step)
    if version != _VERSION:
        what = f"the baseline is of version {version!r:.20}, and this trustcheck reads {_VERSION}"
        raise ConfigError(what, path=str(path), next_step=f"Use the trustcheck that wrote it, or: {_WRITE_ANEW}.")
    made, entries = _day(data.get("made")), data.get("findings")
    if made is None or not isinstance(entries, list):
        what = "«made» is no day" if made is None else "«findings» is no list"
        raise ConfigError(what, path=str(path), next_step=f"{_WRITE_ANEW}, rather than by hand.")
    return made, entries


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):  # no text, or no day: the caller says so
        return None


def _wrong_with(entry: Any) -> str:
    """What is wrong with an entry; empty where nothing is."""
    if not isinstance(entry, Mapping) or set(entry) != _KEYS:
        return f"an entry must have {', '.join(sorted(_KEYS))} and nothing else"
    if not all(isinstance(entry[key], str) for key in ("path", "rule", "sentence")):
        return "path, rule and sentence must be text"
    if not _DIGEST.fullmatch(entry["sentence"]):
        return "the sentence must be a digest of 16 hexadecimal digits, or empty"
    if type(entry["count"]) is not int or entry["count"] < 1:
        return "the count must be a whole number from 1 on"
    return ""


def _line_of_entry(text: str, number: int) -> int | None:
    """The line (from 1) on which the entry of that number begins, in a file that is JSON of the right shape."""
    for index, start in enumerate(_entry_starts(text)):
        if index == number:
            return text.count("\n", 0, start) + 1
    return None


def _entry_starts(text: str) -> Iterator[int]:
    decoder = json.JSONDecoder()
    key = text.find('"findings"')
    at = text.find("[", key) + 1 if key >= 0 else len(text)
    while True:
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
        if at >= len(text) or text[at] == "]":
            return
        yield at
        at = decoder.raw_decode(text, at)[1]
