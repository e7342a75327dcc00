"""Parents, blocks, includes and imports. What is missing is noted and never ends a run."""

from __future__ import annotations

from typing import Any

from jinja2 import nodes

from trustcheck.templates.machine.macros import Macros
from trustcheck.templates.machine.state import BlockPart, Frame, Names, Page
from trustcheck.templates.parse import Template
from trustcheck.templates.rope import Rope
from trustcheck.templates.source import Spot
from trustcheck.templates.tags import walk
from trustcheck.templates.values import Function, Module, Object, Symbol, Undefined, Value


class Inherit(Macros):
    """The part of the evaluator that brings other templates in."""

    def root_frame(self, template: Template, page: Page) -> Frame:
        return Frame(page, page.root, template, self.escapes(template), top=True, mutes=template.extends)

    def escapes(self, template: Template) -> bool:
        """Whether a template escapes what it prints, by the suffix before `.j2`."""
        name = template.source.name.lower()
        for suffix in (".j2", ".jinja2", ".jinja"):
            name = name.removesuffix(suffix)
        return name.rpartition(".")[2] in self.settings.autoescape

    def render(self, template: Template, page: Page) -> None:
        """A template and then its parents, up to the one that has none."""
        seen: list[Template] = []
        page.root.values["self"] = self._self(page, Spot(template.source, 0, 0))
        current: Template | None = template
        while current is not None:
            if current in seen:
                self.note("recursion-cut", "a template extends itself", None)
                return
            seen.append(current)
            for name, node in current.blocks.items():
                page.blocks.setdefault(name, []).append(BlockPart(current, node))
            page.parent, page.extends = None, False
            self.execute(current.body, self.root_frame(current, page))
            missing = page.extends and page.parent is None
            current = page.parent
            if missing:
                self._print_all_blocks(page)

    def _print_all_blocks(self, page: Page) -> None:
        """Without its parent a template has no frame: its blocks are shown one after the other, the outermost."""
        page.extends = False
        first = next(iter(page.blocks.values()), None)
        if first is None:
            return
        nested = {name for parts in page.blocks.values() for name in _nested_blocks(parts[0])}
        for name, parts in tuple(page.blocks.items()):
            if name not in nested and name not in page.printed_blocks:
                frame = self.root_frame(parts[0].template, page)
                self.print_block(name, frame, self.spot(parts[0].node, frame))

    def do_Extends(self, node: nodes.Extends, frame: Frame) -> None:  # noqa: N802
        if not frame.top or frame.page.extends:
            return
        name = self.plain(self.evaluate(node.template, frame))
        spot = self.spot(node.template, frame)
        frame.page.extends = True
        frame.page.parent = self._named(name, frame, spot)

    def _named(self, name: Value, frame: Frame, spot: Spot) -> Template | None:
        """The template of a name, or the first there is of a list of names; None, with a note, if there is none."""
        if isinstance(name, Symbol):
            self.note("dynamic-template", f"which template «{spot.words}» is depends on data", spot)
            return None
        for one in name if isinstance(name, list | tuple) else [name]:
            found = self.load(str(one), frame.template.source.name) if isinstance(one, str) else None
            if found is not None:
                return found
        self.note("template-not-found", f"there is no template {spot.words} below the template folders", spot)
        return None

    # Blocks.

    def do_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802
        if frame.top and frame.page.extends:
            return
        self.print_block(node.name, frame, self.spot(node, frame), scope=frame.names if node.scoped else None)

    def print_block(self, name: str, frame: Frame, spot: Spot, *, scope: Names | None = None) -> None:
        parts = frame.page.blocks.get(name)
        if not parts:
            return
        frame.page.printed_blocks.add(name)
        self._run_block(frame.page, name, 0, spot, scope)

    def _run_block(self, page: Page, name: str, level: int, spot: Spot, scope: Names | None = None) -> None:
        part = page.blocks[name][level]
        if not self.may_enter((name, level, id(page)), self.settings.limits.same_macro, spot):
            return
        names = Names(parent=scope or page.root)
        frame = Frame(page, names, part.template, self.escapes(part.template), block=name, level=level)
        names.values["super"] = self._super(page, name, level, spot)
        names.values["self"] = self._self(page, spot)
        with self.activation((name, level, id(page))), self.entered("block", name, spot):
            self.execute(part.node.body, frame)

    def _super(self, page: Page, name: str, level: int, spot: Spot) -> Value:
        """`super()` and `super.super()`: the block as a parent defines it."""
        if level + 1 >= len(page.blocks[name]):
            return Undefined("super") if self.settings.closed else Function("super", lambda *_: "")
        return Object(
            "super",
            lambda attr: self._super(page, name, level + 1, spot) if attr == "super" else Undefined(attr),
            lambda *_: self._block_text(page, name, level + 1, spot),
        )

    def _self(self, page: Page, spot: Spot) -> Object:
        def block(name: str) -> Value:
            if name not in page.blocks:
                return Undefined(name)
            return Function(name, lambda *_: self._block_text(page, name, 0, spot))

        return Object("self", block)

    def _block_text(self, page: Page, name: str, level: int, spot: Spot) -> Value:
        part = page.blocks[name][level]
        page.printed_blocks.add(name)
        with self.captured() as pieces:
            self._run_block(page, name, level, spot)
        return Rope(pieces, safe=self.escapes(part.template))

    # Includes and imports.

    def do_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        name = self.plain(self.evaluate(node.template, frame))
        self.include(name, frame, self.spot(node.template, frame), context=node.with_context, quiet=node.ignore_missing)

    def include(self, name: Value, frame: Frame, spot: Spot, *, context: bool = True, quiet: bool = False) -> None:
        template = self._named(name, frame, spot)
        if template is None:
            if not quiet and not self.settings.closed:
                self.emit(self.text_of(Symbol(f"include({self.shown(name)})"), spot), spot)
            return
        key = template.source.path
        if not self.may_enter(key, 40 if self.settings.closed else self.settings.limits.same_include, spot):
            return
        given = _flat(frame.names) if context else Names()
        with self.activation(key), self.entered("include", template.source.name, spot):
            self.render(template, Page.new(given))

    def do_Import(self, node: nodes.Import, frame: Frame) -> None:  # noqa: N802
        module = self._module(node, frame)
        self._import(node.target, module, frame)

    def do_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802
        module = self._module(node, frame)
        spot = self.spot(node, frame)
        for entry in node.names:
            name, alias = entry if isinstance(entry, tuple) else (entry, entry)
            found = self.exported(module, name, spot) if isinstance(module, Module) else module.member(name)
            self._import(alias, found, frame)

    def _import(self, name: str, value: Value, frame: Frame) -> None:
        frame.names.put(name, value)
        if frame.top:
            frame.page.exported.discard(name)

    def _module(self, node: Any, frame: Frame) -> Module | Symbol:
        name = self.plain(self.evaluate(node.template, frame))
        spot = self.spot(node.template, frame)
        template = self._named(name, frame, spot)
        wanted = getattr(node, "target", None) or str(self.shown(name))
        if template is None:
            return Symbol(str(wanted))
        if not self.may_enter(("import", template.source.path), self.settings.limits.same_include, spot):
            return Symbol(str(wanted))
        given = _flat(frame.names) if node.with_context else Names()
        page = Page.new(given)
        entered = self.entered("import", template.source.name, spot)
        with self.activation(("import", template.source.path)), entered, self.captured() as pieces:
            self.render(template, page)
        values = {key: value for key, value in page.root.values.items() if key in page.exported}
        return Module(template.source.name, values, Rope(pieces, safe=True))


def _flat(names: Names) -> Names:
    """All names that can be seen, as a scope of their own: an included template changes none of them."""
    made = Names()
    for scope in reversed([*names.chain()]):
        made.values.update(scope.values)
        made.depends.update(scope.depends)
    for name in ("super", "self"):
        made.values.pop(name, None)
    return made


def _nested_blocks(part: BlockPart) -> list[str]:
    return [n.name for n in walk(part.node) if isinstance(n, nodes.Block) and n is not part.node]
