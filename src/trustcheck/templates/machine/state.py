"""What a run holds while it walks a template: names, the frame it is in, and what it has printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jinja2 import nodes

from trustcheck.templates.parse import Template
from trustcheck.templates.questions import Atom
from trustcheck.templates.values import Value

Atoms = tuple[Atom, ...]


@dataclass(slots=True, eq=False)
class Names:
    """Variables of one scope. `depends`: the conditions that decided what a name holds."""

    parent: Names | None = None
    values: dict[str, Value] = field(default_factory=dict)
    depends: dict[str, Atoms] = field(default_factory=dict)

    def holder(self, name: str) -> Names | None:
        scope: Names | None = self
        while scope is not None and name not in scope.values:
            scope = scope.parent
        return scope

    def chain(self) -> Iterator[Names]:
        scope: Names | None = self
        while scope is not None:
            yield scope
            scope = scope.parent

    def put(self, name: str, value: Value, depends: Atoms = ()) -> None:
        self.values[name] = value
        if depends:
            self.depends[name] = depends
        else:
            self.depends.pop(name, None)


@dataclass(frozen=True, slots=True, eq=False)
class BlockPart:
    """A block as one template of the inheritance chain defines it."""

    template: Template
    node: nodes.Block


@dataclass(slots=True, eq=False)
class Page:
    """Jinja2's context: what the templates of one inheritance chain share.

    `given`: what the page was called with. `root`: names set at the top level, which blocks see too.
    """

    given: Names
    root: Names
    blocks: dict[str, list[BlockPart]] = field(default_factory=dict)
    exported: set[str] = field(default_factory=set)
    parent: Template | None = None
    """The template that the one being carried out extends, once it has said so."""
    extends: bool = False
    printed_blocks: set[str] = field(default_factory=set)

    @classmethod
    def new(cls, given: Names) -> Page:
        return cls(given, Names(parent=given))


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Where the run is. `top`: assignments go to the page. `mutes`: output is dropped once the page extends another."""

    page: Page
    names: Names
    template: Template
    autoescape: bool
    top: bool = False
    mutes: bool = False
    block: str | None = None
    level: int = 0
    """Which part of the block's chain this is; `super()` is the next."""

    def inner(self, *, mutes: bool | None = None) -> Frame:
        """A scope of its own inside this one."""
        kept = self.mutes if mutes is None else mutes
        return replace(self, names=Names(parent=self.names), top=False, mutes=kept)

    @property
    def muted(self) -> bool:
        return self.mutes and self.page.extends
