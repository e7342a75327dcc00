"""How a project writes its Jinja2 templates, and how much work one of them is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Syntax:
    """The options of the project's Jinja2 environment that change how a template is read; the defaults are Jinja2's."""

    block: tuple[str, str] = ("{%", "%}")
    variable: tuple[str, str] = ("{{", "}}")
    comment: tuple[str, str] = ("{#", "#}")
    line_statement: str | None = None
    line_comment: str | None = None
    trim_blocks: bool = False
    lstrip_blocks: bool = False
    keep_trailing_newline: bool = False
    trimmed: bool = False
    """`{% trans %}` bodies lose their line breaks unless they say `notrimmed` (policy `ext.i18n.trimmed`)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one template may cost. Every limit ends in a note and a truncated rendering, never in an error."""

    file_size: int = 1_000_000
    runs: int = 60
    attempts: int = 180
    seconds_per_file: float = 10.0
    seconds_per_run: float = 5.0
    steps: int = 300_000
    """Nodes evaluated in one run."""
    string: int = 1_000_000
    allocated: int = 10_000_000
    """Characters of all strings made in one run."""
    output: int = 2_000_000
    items: int = 20_000
    """Items of one list, and turns of one loop."""
    bits: int = 8_000
    width: int = 5_000
    """A width or indent that a filter is asked for."""
    calls: int = 50
    same_macro: int = 4
    same_include: int = 3
    notes: int = 200


@dataclass(frozen=True, slots=True)
class TemplateSettings:
    """How templates are found, read and explored.

    `prefixes`: virtual folder of a template name → folder below a root (`{"auth/": "modules/auth/templates/"}`).
    `autoescape`: inner suffixes (`html` of `mail.html.j2`) whose templates escape what they print.
    `tags`: project tag → `include`, `empty` or `block`; `filters`: project filter → `pass`, or `type:` and a kind.
    `functions`: project function → `gettext`.
    `types`: pattern of a data path (`*.due_on`) → kind; `stand_ins`: kind → the text printed for data of that kind.
    `data`: concrete data, for rendering one case; names not in it are unknown, or undefined if `closed`.
    """

    syntax: Syntax = field(default_factory=Syntax)
    limits: Limits = field(default_factory=Limits)
    prefixes: Mapping[str, str] = field(default_factory=dict)
    autoescape: tuple[str, ...] = ("html", "htm", "xml", "mjml")
    tags: Mapping[str, str] = field(default_factory=dict)
    filters: Mapping[str, str] = field(default_factory=dict)
    functions: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    stand_ins: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, object] = field(default_factory=dict)
    closed: bool = False
