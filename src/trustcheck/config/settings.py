"""The configuration as the rest of the house sees it: frozen data with a default for everything.

Importing this file loads neither pydantic nor a TOML reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from trustcheck.config.sources import SourceSettings, Use
from trustcheck.model.registry import Organisation
from trustcheck.model.rule import Severity

DEFAULT_MAX_BYTES = 10_000_000
"""Messages larger than this are refused, in bytes of the file."""

DEFAULT_MAX_AGE = timedelta(hours=24)

DEFAULT_CACHE = 2000

ANY_KEY = "default"
"""The entry of `max_age` and `periods` that holds where nothing more precise is said."""


def default_max_age() -> dict[str, timedelta]:
    """How old a fact may be before it decides nothing, by fact key."""
    return {ANY_KEY: DEFAULT_MAX_AGE}


def default_periods() -> dict[str, dict[str, int]]:
    """Minimum days from sending to deadline: message class → country (ISO 3166 alpha-2) or `default` → days."""
    return {
        "collection-warning": {"NO": 14, "DK": 10, "SE": 8, ANY_KEY: 14},
        "disconnection-notice": {ANY_KEY: 14},
    }


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """`[check]`. Selectors are codes, names, groups (`TON`) or `all`; `per_file` maps a glob to what it ignores.

    `baseline` is the file of findings that do not count, made absolute; None: every finding counts.
    """

    fail_on: Severity = Severity.ERROR
    select: tuple[str, ...] = ("all",)
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_file: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    language: str | None = None
    max_bytes: int = DEFAULT_MAX_BYTES
    baseline: Path | None = None


@dataclass(frozen=True, slots=True)
class FactsSettings:
    """`[facts]`. `source` is a path (relative to `Settings.root`) or a URL; None: every claim is `unknown`."""

    source: str | None = field(default=None, repr=False)
    """Not shown in `repr`: a URL may hold a password."""
    max_age: Mapping[str, timedelta] = field(default_factory=default_max_age)
    sources: Mapping[str, SourceSettings] = field(default_factory=dict)
    """By name. A source without a name is in `source`; there is never both."""
    use: Mapping[str, Use] = field(default_factory=dict)
    """Fact key, or `default`, → who answers it."""
    cache: int = DEFAULT_CACHE
    """Accounts that a run remembers, so that a second message about one does not ask again."""


@dataclass(frozen=True, slots=True)
class RulesSettings:
    """`[rules]`. Folders of rule files beside the built-in ones, made absolute."""

    paths: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplatesSettings:
    """`[templates]`. `roots` are folders (relative to `Settings.root`); without any, the root itself.

    `provides`: path of data → the detail of the sender that it prints (`name`, `phone`, `email` …). `facts`: path of
    data → the kind of claim that it decides. The other keys say how the project writes Jinja2.
    """

    roots: tuple[str, ...] = ()
    prefixes: Mapping[str, str] = field(default_factory=dict)
    provides: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    filters: Mapping[str, str] = field(default_factory=dict)
    functions: Mapping[str, str] = field(default_factory=dict)
    trim_blocks: bool = False
    lstrip_blocks: bool = False
    keep_trailing_newline: bool = False
    trimmed: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole configuration. `path` is the file it was read from, if any; `root` is what relative paths start at."""

    organisation: Organisation = field(default_factory=Organisation)
    check: CheckSettings = field(default_factory=CheckSettings)
    facts: FactsSettings = field(default_factory=FactsSettings)
    periods: Mapping[str, Mapping[str, int]] = field(default_factory=default_periods)
    rules: RulesSettings = field(default_factory=RulesSettings)
    templates: TemplatesSettings = field(default_factory=TemplatesSettings)
    root: Path = field(default_factory=Path)
    path: Path | None = None
