"""One row of a manifest: which columns it may have, and the message that it stands for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from trustcheck.linter import Outgoing
from trustcheck.model.errors import UnreadableError
from trustcheck.model.language import LANGUAGES
from trustcheck.model.message import Channel
from trustcheck.model.rule import MessageClass
from trustcheck.readers.read import READERS, is_template

COLUMNS = ("path", "content", "suffix", "name", "account", "channel", "class", "language", "id")

_CHOICES = {"channel": tuple(Channel), "class": tuple(MessageClass), "language": tuple(LANGUAGES)}
_SHOWN = 60
_KEYS = ("account", "id")
"""Columns that may hold a whole number: it is the same key as its digits."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row stands: the manifest, and the line (of Parquet: the row, from 1)."""

    manifest: str
    line: int

    def fault(self, what: str, next_step: str, column: int | None = None) -> UnreadableError:
        return UnreadableError(what, path=self.manifest, line=self.line, column=column, next_step=next_step)

    def bad(self, error: UnreadableError, reference: str | None = None) -> Outgoing:
        """A message that keeps its turn in the batch, so that it is reported and not skipped."""
        return Outgoing(f"{self.manifest}:{self.line}", b"", reference=reference, fault=error)


def require_known(names: Iterable[str], at: Origin) -> None:
    """Raises UnreadableError for a column that means nothing: a typing error must not lose the account."""
    for name in names:
        if name not in COLUMNS:
            close = get_close_matches(name, COLUMNS, n=1)
            meant = f"Did you mean «{close[0]}»? " if close else ""
            raise at.fault(f"unknown column «{_shown(name)}»", f"{meant}Known are {', '.join(COLUMNS)}.")


def outgoing_of(values: Mapping[str, object], at: Origin) -> Outgoing:
    """The message of a row. A row that cannot be used becomes a message with a fault, never nothing."""
    reference = values.get("id")
    try:
        return _message({name: _cell(name, value, at) for name, value in values.items()}, at)
    except UnreadableError as error:
        return at.bad(error, str(reference) if isinstance(reference, (str, int)) else None)


def with_defaults(outgoing: Outgoing, message_class: str | None, channel: str | None, language: str | None) -> Outgoing:
    """What the command line says holds where the row says nothing."""
    return replace(
        outgoing,
        message_class=outgoing.message_class or message_class,
        channel=outgoing.channel or channel,
        language=outgoing.language or language,
    )


def _cell(name: str, value: object, at: Origin) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool) and name in _KEYS:
        value = str(value)
    if value is not None and not isinstance(value, str):
        step = "Write it as text." if name in COLUMNS else f"Known columns are {', '.join(COLUMNS)}."
        raise at.fault(f"column «{_shown(name)}» holds no text but {type(value).__name__}", step)
    if value and any("\ud800" <= c <= "\udfff" for c in value):
        raise at.fault(f"column «{_shown(name)}» is not in UTF-8", "Write the manifest in UTF-8.")
    choices = _CHOICES.get(name)
    if choices and value and value not in choices:
        raise at.fault(f"{name} «{_shown(value)}» is not known", f"Use one of {', '.join(choices)}, or leave it out.")
    return value or (value if name == "content" else None)


def _message(cells: Mapping[str, str | None], at: Origin) -> Outgoing:
    require_known(cells, at)
    path, content = cells.get("path"), cells.get("content")
    if (path is None) == (content is None):
        what = "the row has both a path and content" if path else "the row has neither a path nor content"
        raise at.fault(what, "Give each row one of them: `path` names a file, `content` is the message itself.")
    if path is not None and (cells.get("suffix") or cells.get("name")):
        raise at.fault("`suffix` and `name` go with `content`", "A file is read by its own name: leave them out.")
    named = _name(cells, at) if path is None else os.path.join(os.path.dirname(at.manifest), path)
    if is_template(named):
        raise at.fault("the row is a template, no finished message", "Render it first; check templates by their paths.")
    return Outgoing(
        path=named,
        content=None if content is None else content.encode(),
        account=cells.get("account"),
        message_class=cells.get("class"),
        channel=cells.get("channel"),
        language=cells.get("language"),
        reference=cells.get("id"),
        listed_at=f"{at.manifest}:{at.line}",
    )


def _name(cells: Mapping[str, str | None], at: Origin) -> str:
    """The name that inline content goes by; its end says how to read it."""
    suffix = cells.get("suffix")
    name = cells.get("name") or f"{at.manifest}:{at.line}"
    if suffix is not None and suffix not in READERS:
        raise at.fault(f"no reader for the suffix «{_shown(suffix)}»", f"Use one of {' '.join(READERS)}")
    if suffix is None:
        known = cells.get("name") and name.lower().endswith(tuple(READERS))
        suffix = "" if known else (".sms.txt" if cells.get("channel") == Channel.SMS else ".txt")
    return name if name.endswith(suffix) else name + suffix


def _shown(words: str) -> str:
    """For an error on one line of a terminal."""
    return "".join(c if c.isprintable() else "?" for c in words[:_SHOWN])
