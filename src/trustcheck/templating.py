"""From a template to the messages that it can become: explored without data, and read by the reader of their format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from trustcheck.config.settings import Settings
from trustcheck.model.errors import UnreadableError
from trustcheck.model.language import LANGUAGES
from trustcheck.model.message import Channel, Message
from trustcheck.model.registry import Organisation
from trustcheck.model.report import Exploration, NotRun
from trustcheck.readers.rendered import read_rendered
from trustcheck.templates.comments import METADATA_KEYS, metadata_in
from trustcheck.templates.document import Explored, Problem, Rendering
from trustcheck.templates.explore import Explorer
from trustcheck.templates.settings import Syntax, TemplateSettings
from trustcheck.templates.view import RenderingView

_WHOLE = "template"
"""The entry of a rendering that begins at the top of the file."""

_PROVIDED = "provided:"
"""Begins the kind of data that is one of the organisation's own details."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One message that a template can become. `assumes`: what it takes the data to be, in words.

    `part`: empty for the whole template, else what of it was rendered by itself: `macro x`, `block y`.
    """

    message: Message
    assumes: tuple[str, ...]
    part: str


@dataclass(frozen=True, slots=True)
class Drafts:
    """All that one template can become. `unread`: why parts of it could not be looked at."""

    drafts: tuple[Draft, ...]
    exploration: Exploration
    unread: tuple[NotRun, ...]


class Templates:
    """The templates of one project."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        own = settings.templates
        roots = tuple(settings.root / root for root in own.roots) or (settings.root,)
        self._roots = tuple(root.absolute() for root in roots)
        self._explorers: dict[tuple[Path, ...], Explorer] = {}

    def drafts(self, path: str, content: bytes | None, channel: Channel | None) -> Drafts:
        """The messages of the template at `path`, read from `content` if it is given.

        What cannot be read, wholly or in part, is among the `unread`; nothing is raised for it.
        """
        explorer = self._explorer(Path(path))
        explored = explorer.explore(Path(path), content=content)
        asked = frozenset(a.path for r in explored.renderings for a in r.decisions)
        part = explorer.is_part(Path(path))
        drafts = tuple(
            Draft(
                _message(r, asked, channel, whole=r.entry == _WHOLE and not part),
                tuple(map(str, r.decisions)),
                "" if r.entry == _WHOLE else r.entry,
            )
            for r in explored.renderings
            if r.text.strip()
        )
        return Drafts(drafts, _exploration(explored), tuple(_unread(explored.problems)))

    def _explorer(self, path: Path) -> Explorer:
        """The one for the roots that the template stands below; a template outside them brings its own folder."""
        real = path.absolute()
        roots = self._roots if any(real.is_relative_to(r) for r in self._roots) else (*self._roots, real.parent)
        if roots not in self._explorers:
            self._explorers[roots] = Explorer(roots, _settings(self._settings))
        return self._explorers[roots]


def _message(rendering: Rendering, asked: frozenset[str], channel: Channel | None, *, whole: bool) -> Message:
    said = metadata_in(rendering.main.raw)
    _require_known(said, rendering.path)
    read = read_rendered(
        rendering.text,
        rendering.path,
        source=rendering.source_map,
        source_text=rendering.source_text,
        files=rendering.files,
        channel=channel or _channel(said),
    )
    view = RenderingView(rendering, read.to_text, asked, whole=whole)
    return replace(read.message, template=view, metadata=(*said, *read.message.metadata))


_KNOWN_VALUES = {"channel": tuple(Channel), "language": LANGUAGES}


def _require_known(metadata: Sequence[tuple[str, str]], path: str) -> None:
    """Raises UnreadableError for a comment that says something nobody understands: passing over it would be silence."""
    for key, value in metadata:
        values = _KNOWN_VALUES.get(key, ())
        if key in METADATA_KEYS and (not values or value in values):
            continue
        word, known = (value, values) if values else (key, METADATA_KEYS)
        what = f"a comment to trustcheck says «{key}={value}», and «{word}» is nothing that can stand there"
        raise UnreadableError(what, path=path, next_step=f"Write one of {', '.join(known)}.")


def _channel(metadata: Sequence[tuple[str, str]]) -> Channel | None:
    name = dict(metadata).get("channel", "")
    return Channel(name) if name in set(Channel) else None


def _exploration(explored: Explored) -> Exploration:
    return Exploration(
        variants=len(explored.renderings),
        arms=(explored.unknown_arms.reached, explored.unknown_arms.total),
        literals=(explored.literals.reached, explored.literals.total),
        unreached=explored.unreached,
        notes=tuple(dict.fromkeys(f"{p.path}{_line(p)}: {p.what}" for p in explored.problems)),
    )


def _line(problem: Problem) -> str:
    return f":{problem.place.start.line}:{problem.place.start.column}" if problem.place else ""


def _unread(problems: Sequence[Problem]) -> Iterator[NotRun]:
    for problem in problems:
        # What a limit cut off was not looked at; it waits until somebody has.
        if problem.is_failure or problem.code == "limit":
            yield NotRun("reading", f"{problem.path}{_line(problem)}: {problem.what}; correct the template")


def _settings(settings: Settings) -> TemplateSettings:
    own = settings.templates
    provided = _provided(own.provides, settings.organisation)
    return TemplateSettings(
        syntax=Syntax(
            trim_blocks=own.trim_blocks,
            lstrip_blocks=own.lstrip_blocks,
            keep_trailing_newline=own.keep_trailing_newline,
            trimmed=own.trimmed,
        ),
        prefixes=own.prefixes,
        tags=own.tags,
        filters=own.filters,
        functions=own.functions,
        types={**{path: _PROVIDED + what for path, what in own.provides.items()}, **own.types},
        stand_ins={**_own_details(settings.organisation), **provided},
    )


def _provided(provides: Mapping[str, str], organisation: Organisation) -> dict[str, str]:
    """For each detail that a path provides, the organisation's own, so that it counts as given."""
    known = {
        "name": organisation.legal_name or next(iter(organisation.brands), ""),
        "phone": next(iter(organisation.phones), ""),
        "email": next(iter(organisation.emails), ""),
        "address": next(iter(organisation.addresses), ""),
        "org-number": organisation.org_number,
        "bank-account": next(iter(organisation.bank_accounts), ""),
        "website": next((f"https://{domain}" for domain in organisation.domains), ""),
        "signer": "Kim Berg",
    }
    return {_PROVIDED + what: known[what] for what in set(provides.values()) if known.get(what)}


def _own_details(organisation: Organisation) -> dict[str, str]:
    """A link, a phone number or a mail address that the data bring is taken for one that the registry knows."""
    found = {
        "phone": next(iter(organisation.phones), ""),
        "email": next(iter(organisation.emails), ""),
        "link": next((f"https://{domain}/1042" for domain in organisation.domains), ""),
    }
    return {kind: text for kind, text in found.items() if text}
