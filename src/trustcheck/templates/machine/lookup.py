"""Names, attributes, items and slices. Attributes are table look-ups: nothing of Python's own can be reached."""

from __future__ import annotations

from trustcheck.templates.machine.base import Base
from trustcheck.templates.machine.state import Frame
from trustcheck.templates.questions import Op, Question
from trustcheck.templates.rope import Rope, concat, is_symbolic, part
from trustcheck.templates.source import Spot
from trustcheck.templates.values import Group, Module, Namespace, Object, Symbol, Undefined, Value

_MOST_KEYS = 24


class Lookup(Base):
    """Where a name, attribute or item leads."""

    def method(self, value: Value, name: str, spot: Spot) -> Value:
        """A method of a str, list or dict that templates may call; Undefined if there is none of the name."""
        raise NotImplementedError

    def builtin(self, name: str) -> Value:
        """A function that every template knows, or None."""
        raise NotImplementedError

    def lookup(self, name: str, frame: Frame) -> Value:
        scope = frame.names.holder(name)
        if scope is not None:
            depends = scope.depends.get(name)
            if depends:
                self.consulted.extend(depends)
            return scope.values[name]
        found = self.builtin(name)
        if found is not None:
            return found
        return Undefined(name) if self.settings.closed else Symbol(name)

    def attribute(self, value: Value, name: str, spot: Spot) -> Value:
        """`value.name`: an attribute, else an item of that key."""
        value = self.plain(value)
        if isinstance(value, Symbol):
            return value.member(name)
        if isinstance(value, Object):
            return value.attributes(name)
        if isinstance(value, Namespace):
            self.consulted.extend(value.depends.get(name, ()))
            return value.values.get(name, Undefined(name))
        if isinstance(value, Module):
            return self.exported(value, name, spot)
        if isinstance(value, Group) and name in ("grouper", "list"):
            return value[name == "list"]
        method = self.method(value, name, spot)
        if isinstance(method, Undefined) and isinstance(value, dict):
            return self.item(value, name, spot)
        return method

    def exported(self, module: Module, name: str, spot: Spot) -> Value:
        if name in module.values:
            return module.values[name]
        self.note("import-name-missing", f"«{module.name}» exports no «{name}»", spot)
        return Undefined(name) if self.settings.closed else Symbol(f"{module.name}.{name}")

    def item(self, value: Value, key: Value, spot: Spot) -> Value:
        """`value[key]`: an item, else an attribute of that name. An unknown key is tried against every key there is."""
        value = self.plain(value)
        if isinstance(value, Symbol):
            return value.member(str(key)) if isinstance(key, str) else value.at(_shown(key))
        if isinstance(key, Symbol):
            return self._item_by_unknown(value, key, spot)
        if isinstance(value, str):
            return self._letter(value, key)
        try:
            if isinstance(value, dict | list | tuple | range):
                return value[key]
        except (KeyError, IndexError, TypeError):
            pass
        if isinstance(key, str) and not isinstance(value, dict):
            return self.attribute(value, str(key), spot)
        if isinstance(key, str):
            return self.method(value, str(key), spot)
        return Undefined(str(key)[:40])

    def _letter(self, text: str, key: Value) -> Value:
        if not isinstance(key, int):
            return Undefined(str(key)[:40])
        index = key + len(text) if key < 0 else key
        return part(text, index, index + 1) if 0 <= index < len(text) else Undefined(str(key))

    def _item_by_unknown(self, value: Value, key: Symbol, spot: Spot) -> Value:
        """Asks `key == k` for each key of a small dict, and keeps the answer with the text that comes out."""
        if not isinstance(value, dict) or len(value) > _MOST_KEYS:
            return Symbol(f"{_kind(value)}[{key.path}]", label=key.path)
        for candidate, held in value.items():
            if isinstance(candidate, str | int | float | bool | None):
                with self.watched() as atoms:
                    constant = str(candidate) if isinstance(candidate, str) else candidate
                    found = self.ask(Question(key.path, Op.EQUAL, constant), spot)
                if found:
                    with self.guarded(spot, True, tuple(atoms)):
                        return self._kept(held)
        return Undefined(key.path)

    def _kept(self, value: Value) -> Value:
        if isinstance(value, Rope) and self.guard is not None:
            return Rope([p if p.guards else p._replace(guards=(self.guard,)) for p in value.pieces], safe=value.safe)
        return value

    def sliced(self, value: Value, ends: list[Value], spot: Spot) -> Value:
        value = self.plain(value)
        if isinstance(value, Symbol) or any(isinstance(e, Symbol) for e in ends) or is_symbolic(value):
            if isinstance(value, Symbol):
                return Symbol(f"{value.path}[{':'.join('' if e is None else _shown(e) for e in ends)}]", value.counted)
            return value
        try:
            if isinstance(value, Rope):
                start, stop, step = slice(*ends).indices(len(value))
                if step == 1:
                    return part(value, start, max(start, stop))
                return concat([part(value, i, i + 1) for i in range(start, stop, step)], safe=value.safe)
            if isinstance(value, str | list | tuple | range):
                return value[slice(*ends)]
        except (TypeError, ValueError):
            pass
        return Undefined(spot.words)


def _shown(value: Value) -> str:
    return value.path if isinstance(value, Symbol) else str(value)[:40]


def _kind(value: Value) -> str:
    return value.path if isinstance(value, Symbol) else type(value).__name__.lower()
