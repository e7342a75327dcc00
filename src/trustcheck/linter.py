"""`Linter`: the one place that puts the concrete parts together."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import trustcheck.engine.plan as plan
from trustcheck.config.baseline import read_baseline
from trustcheck.config.load import load_settings
from trustcheck.config.settings import Settings
from trustcheck.engine.inspect import Case, House, inspect
from trustcheck.engine.templated import Variant, merged
from trustcheck.engine.usable import require_usable
from trustcheck.facts.cache import Remembering
from trustcheck.facts.open import open_facts
from trustcheck.facts.resolve import resolve
from trustcheck.language.analyse import analyse
from trustcheck.language.patterns.build import LanguageIndexes
from trustcheck.model.errors import UnreadableError, UsageError
from trustcheck.model.facts import FACT_KEYS, AccountFacts, FactSource
from trustcheck.model.language import LANGUAGES, Analysis
from trustcheck.model.message import Channel, Message
from trustcheck.model.report import Report
from trustcheck.model.rule import MessageClass, Pack, Rule
from trustcheck.model.version import __version__
from trustcheck.packs.load import builtin_rules, load_pack
from trustcheck.readers.read import is_template, read_bytes, read_file

if TYPE_CHECKING:
    from trustcheck.templating import Draft, Drafts, Templates

_CHUNK = 500
"""Messages whose facts are looked up together; bounds the memory of a batch."""

LookUp = Callable[[set[str]], Mapping[str, AccountFacts]]
"""The facts of a batch of accounts, judged by their age."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message on its way out, for `check_many`. `content` None: read the file at `path`.

    `account` is the key that the records know the reader by. Whatever is None is read from the message or detected.
    """

    path: str
    content: bytes | None = None
    account: str | None = None
    message_class: str | None = None
    channel: str | None = None
    language: str | None = None
    reference: str | None = None
    """The sender's own key for this message; carried along, never looked at."""
    listed_at: str | None = None
    """Where a manifest lists it, `file:line`; carried along likewise."""
    fault: UnreadableError | None = None
    """Set where whoever lists the messages already knows that this one cannot be read: it keeps its turn."""


Checked = tuple[Outgoing, Report | UnreadableError]
"""A message, and its report or why it cannot be read."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A message that was read, with what is known about it before its text is looked at."""

    message: Message
    language: str | None
    account: str | None
    message_class: MessageClass | None


@dataclass(frozen=True, slots=True)
class _Template:
    """A template is explored when its turn comes; no account is concerned."""

    outgoing: Outgoing
    account: None = None


class Linter:
    """Checks messages with one configuration. Cheap to call again and again; the rules are loaded once.

    Raises ConfigError, RuleFileError or UsageError at once for what makes no sense, UnreadableError for a message that
    cannot be read. Whatever else goes wrong is in the report, and holds the message.
    """

    def __init__(self, settings: Settings | None = None, *, source: FactSource | None = None) -> None:
        """`source` replaces the data source that the settings name; for a service that holds the facts itself."""
        self._settings = settings or load_settings(None)
        self._pack = load_pack([builtin_rules(), *self._settings.rules.paths])
        self._selection = plan.Selection(
            self._settings.check.select,
            self._settings.check.ignore,
            self._settings.check.severity,
            self._settings.check.per_file,
        )
        plan.check_words(self._selection, self._pack.rules, self._settings.path)
        require_usable(self._pack)
        indexes = LanguageIndexes(self._pack)
        path = self._settings.check.baseline
        self._house = House(
            self._pack,
            indexes,
            self._settings.organisation,
            self._settings.periods,
            self._settings.templates.facts,
            read_baseline(path) if path is not None else None,
        )
        self._source = source or open_facts(self._settings.facts, self._settings.root)
        self._templates: Templates | None = None

    @classmethod
    def from_config(cls, path: str | os.PathLike[str]) -> Linter:
        """A linter with the configuration in `trustcheck.toml` or `pyproject.toml` at `path`."""
        return cls(load_settings(Path(path)))

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def pack(self) -> Pack:
        """The rules, claim kinds and classes in use."""
        return self._pack

    def check_file(
        self,
        path: str | os.PathLike[str],
        *,
        account: str | None = None,
        message_class: str | None = None,
        channel: str | None = None,
        language: str | None = None,
        as_of: datetime | None = None,
    ) -> Report:
        """Check one file. `as_of` (aware) is «now» for ages, deadlines and overdue; default: the current time."""
        outgoing = Outgoing(os.fspath(path), None, account, message_class, channel, language)
        return next(self.check_many([outgoing], as_of=as_of))

    def check_text(
        self,
        text: str,
        *,
        path: str = "<text>",
        suffix: str = ".txt",
        account: str | None = None,
        message_class: str | None = None,
        channel: str | None = None,
        language: str | None = None,
        as_of: datetime | None = None,
    ) -> Report:
        """Check a text. `suffix` says how to read it (`.txt`, `.html`, `.eml` …) where `path` does not."""
        named = path if path.endswith(suffix) else path + suffix
        outgoing = Outgoing(named, _encoded(text, named), account, message_class, channel, language)
        return next(self.check_many([outgoing], as_of=as_of))

    def check_many(
        self,
        messages: Iterable[Outgoing],
        *,
        as_of: datetime | None = None,
        on_unreadable: Callable[[Outgoing, UnreadableError], None] | None = None,
    ) -> Iterator[Report]:
        """Check messages one after another, one report each, in order. Facts are looked up in batches.

        A message that cannot be read is given to `on_unreadable`, when its turn comes, and has no report; the others go
        on. Without `on_unreadable` its error is raised; what came before has been given.
        """
        tell = on_unreadable or _raise
        for outgoing, result in self.check_each(messages, as_of=as_of):
            if isinstance(result, UnreadableError):
                tell(outgoing, result)
            else:
                yield result

    def check_each(self, messages: Iterable[Outgoing], *, as_of: datetime | None = None) -> Iterator[Checked]:
        """As `check_many`, but every message comes back, in order: with its report, or with why it cannot be read."""
        now = _now(as_of)
        facts = self._run_facts(now)
        waiting = iter(messages)
        while chunk := list(islice(waiting, _CHUNK)):
            yield from self._check_chunk(chunk, now, facts)

    def planned(self, path: str | os.PathLike[str]) -> tuple[Rule, ...]:
        """The rules that run on a file at `path`, with the severities that the configuration gives them."""
        planned = plan.planned(self._selection, self._pack.rules, self.named(path))
        # The rules about templates are for nothing else, and the records speak of no template.
        left_out = "facts" if is_template(os.fspath(path)) else "template"
        return tuple(rule for rule in planned if left_out not in rule.needs)

    def named(self, path: str | os.PathLike[str]) -> str:
        """A path as `per_file` and the baseline have it: from the configuration's folder, with forward slashes."""
        full, root = Path(path).absolute(), self._settings.root.absolute()
        return full.relative_to(root).as_posix() if full.is_relative_to(root) else Path(path).as_posix()

    @property
    def house(self) -> House:
        """What is the same for every message; with a case, for who judges it himself (`engine.inspect`)."""
        return self._house

    def case(self, message: Outgoing, *, as_of: datetime | None = None) -> Case:
        """One message, which is no template, ready to be judged. Raises UnreadableError or UsageError."""
        opened, now = self._opened(message), _now(as_of)
        if isinstance(opened, UnreadableError):
            raise opened
        if isinstance(opened, _Template):
            raise UsageError(f"{message.path}: a template is as many messages as it has variants; use check_many.")
        accounts = {opened.account} if opened.account is not None else set()
        return self._case(opened, self._run_facts(now)(accounts), now)

    def _check_chunk(self, chunk: list[Outgoing], now: datetime, look_up: LookUp) -> Iterator[Checked]:
        # Mail and template files may name their own account, so they are read before the facts are looked up.
        opened = [self._opened(outgoing) for outgoing in chunk]
        facts = look_up({o.account for o in opened if not isinstance(o, UnreadableError) and o.account})
        for outgoing, found in zip(chunk, opened, strict=True):
            if isinstance(found, UnreadableError):
                yield outgoing, found
            elif isinstance(found, _Template):
                yield outgoing, self._inspected_template(found, now)
            else:
                case = self._case(found, facts, now)
                yield outgoing, Report(__version__, now, (inspect(self._house, case),))

    def _opened(self, outgoing: Outgoing) -> _Opened | _Template | UnreadableError:
        if outgoing.fault is not None:
            return outgoing.fault
        if is_template(outgoing.path):
            return _Template(outgoing)
        try:
            message = self._read(outgoing)
            return _Opened(message, outgoing.language, _account(outgoing, message), _message_class(outgoing, message))
        except UnreadableError as error:
            return error

    def _case(self, opened: _Opened, facts: Mapping[str, AccountFacts], now: datetime) -> Case:
        message = opened.message
        return Case(
            message=message,
            analysis=self._analyse(message, opened.language, now),
            rules=self.planned(message.path),
            now=now,
            path=self.named(message.path),
            account=opened.account,
            facts=facts.get(opened.account) if opened.account is not None else None,
            message_class=opened.message_class,
        )

    def _drafts(self, outgoing: Outgoing) -> Drafts:
        if self._templates is None:
            from trustcheck.templating import Templates  # late: who checks finished messages needs no Jinja2

            self._templates = Templates(self._settings)
        return self._templates.drafts(outgoing.path, outgoing.content, _channel(outgoing.channel))

    def _inspected_template(self, template: _Template, now: datetime) -> Report | UnreadableError:
        """The report on a template: all that its variants say, told once."""
        outgoing = template.outgoing
        try:
            made = self._drafts(outgoing)
            variants = [self._variant(outgoing, draft, now) for draft in made.drafts]
        except UnreadableError as error:
            return error
        report = merged(outgoing.path, variants, made.exploration, self.planned(outgoing.path), made.unread)
        return Report(__version__, now, (report,))

    def _variant(self, outgoing: Outgoing, draft: Draft, now: datetime) -> Variant:
        said = dict(draft.message.metadata)
        message_class = _message_class(outgoing, draft.message)
        opened = _Opened(draft.message, outgoing.language or said.get("language"), None, message_class)
        report = inspect(self._house, self._case(opened, {}, now))
        return Variant(draft.assumes, report, tuple(directive.span for directive in draft.message.directives))

    def _read(self, outgoing: Outgoing) -> Message:
        channel = _channel(outgoing.channel)
        limit = self._settings.check.max_bytes
        if outgoing.content is None:
            return read_file(Path(outgoing.path), channel=channel, max_bytes=limit)
        return read_bytes(outgoing.content, outgoing.path, channel=channel, max_bytes=limit)

    def _analyse(self, message: Message, language: str | None, now: datetime) -> Analysis:
        if language is not None and language not in LANGUAGES:
            raise UsageError(f"language «{language}» is not one of {', '.join(LANGUAGES)}.")
        country = self._settings.organisation.country
        default = self._settings.check.language
        try:
            return analyse(message, language=language, default=default, country=country, today=now.date())
        except Exception as error:  # one message that breaks the language layer must not end a batch
            raise UnreadableError(
                f"the language of the message cannot be analysed ({type(error).__name__})",
                path=message.path,
                next_step="Hold the message, and report this with a text of the same shape.",
            ) from error

    def _run_facts(self, now: datetime) -> LookUp:
        """What looks accounts up during one run, and remembers them until its end."""
        if self._source is None:
            return lambda accounts: {}
        source, started = Remembering(self._source, self._settings.facts.cache), time.monotonic()

        def look_up(accounts: set[str]) -> Mapping[str, AccountFacts]:
            # «now» is that of the start; what is read an hour into a run is not from the future.
            elapsed = timedelta(seconds=time.monotonic() - started)
            max_age = self._settings.facts.max_age
            return resolve(source, sorted(accounts), FACT_KEYS, now=now, max_age=max_age, elapsed=elapsed)

        return look_up


def _raise(_: Outgoing, error: UnreadableError) -> None:
    raise error


def _encoded(text: str, path: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableError(
            f"character {error.start} is U+{ord(text[error.start]):04X}, half of one: the text was decoded wrongly",
            path=path,
            line=text.count("\n", 0, error.start) + 1,
            next_step="Decode it with the encoding it was written in, or give its bytes to `check_many`.",
        ) from error


def _now(as_of: datetime | None) -> datetime:
    if as_of is None:
        return datetime.now(UTC)
    if as_of.tzinfo is None:
        raise UsageError("as_of has no time zone. Give an aware time, for example datetime(…, tzinfo=UTC).")
    return as_of


def _account(outgoing: Outgoing, message: Message) -> str | None:
    return outgoing.account or dict(message.metadata).get("account") or None


def _message_class(outgoing: Outgoing, message: Message) -> MessageClass | None:
    """What the caller says, else what the message says of itself. Raises UnreadableError where that is no class."""
    given, own = outgoing.message_class, dict(message.metadata).get("class")
    name = given or own
    if not name or name in set(MessageClass):
        return MessageClass(name) if name else None
    known = ", ".join(MessageClass)
    if given:
        raise UsageError(f"class «{given}» is not one of {known}.")
    what = f"the message says that it is of class «{own}», and there is none of that name"
    raise UnreadableError(what, path=message.path, next_step=f"Name one of {known}, or leave it out.")


def _channel(name: str | None) -> Channel | None:
    if name is None:
        return None
    if name not in set(Channel):
        raise UsageError(f"channel «{name}» is not one of {', '.join(Channel)}.")
    return Channel(name)
