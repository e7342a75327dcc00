"""What tags and styles do to the look of a text: hidden or not, and how it is emphasised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from trustcheck.model.message import EmphasisKind

Declarations = Mapping[str, str]
Kinds = frozenset[EmphasisKind]

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_CLASS = re.compile(r"\w*\.([\w-]+)")
_LENGTH = re.compile(r"([\d.]+)\s*(px|pt|em|rem|%)?")
_MAX_CSS = 200_000

_BY_TAG = {
    "b": EmphasisKind.BOLD,
    "strong": EmphasisKind.BOLD,
    "i": EmphasisKind.ITALIC,
    "em": EmphasisKind.ITALIC,
    "u": EmphasisKind.UNDERLINE,
    "blink": EmphasisKind.BLINK,
}
_RED_NAMES = frozenset({"red", "crimson", "firebrick", "darkred", "orangered", "tomato"})
_LARGE_NAMES = frozenset({"x-large", "xx-large", "xxx-large"})
_LARGE = {"px": 24.0, "pt": 18.0, "em": 1.5, "rem": 1.5, "%": 150.0, "": 24.0}
_NEVER_SHOWN = frozenset({"head", "script", "style", "template", "title", "datalist", "object", "svg", "map"})


def declarations(style: str) -> dict[str, str]:
    """`color: red; font-weight: bold` as a mapping, names and values in lower case."""
    made: dict[str, str] = {}
    for part in style.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            made[name.strip().lower()] = value.replace("!important", "").strip().lower()
    return made


def classes_of(css: str) -> dict[str, dict[str, str]]:
    """The declarations of plain class selectors (`.name`, `p.name`); rules inside `@media` are left out."""
    made: dict[str, dict[str, str]] = {}
    for selectors, body in _outer_rules(_COMMENT.sub("", css[:_MAX_CSS])):
        for selector in selectors.split(","):
            found = _CLASS.fullmatch(selector.strip())
            if found:
                made.setdefault(found.group(1).lower(), {}).update(declarations(body))
    return made


def style_of(name: str, attributes: Mapping[str, str], classes: Mapping[str, Declarations]) -> dict[str, str]:
    """All declarations that hold for an element itself: by its classes, its old attributes, its style."""
    made: dict[str, str] = {}
    for each in attributes.get("class", "").lower().split():
        made.update(classes.get(each, {}))
    if name == "font" and "color" in attributes:
        made["color"] = attributes["color"].strip().lower()
    if name == "font" and attributes.get("size", "").strip() in ("5", "6", "7", "+2", "+3", "+4"):
        made["font-size"] = "x-large"
    made.update(declarations(attributes.get("style", "")))
    return made


def is_hidden(name: str, attributes: Mapping[str, str], style: Declarations) -> bool:
    """True where nothing of an element is shown."""
    return (
        name in _NEVER_SHOWN
        or "hidden" in attributes
        or style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("mso-hide") == "all"
        or _is_zero(style.get("opacity"))
        or _is_zero(style.get("font-size"))
        or (_is_zero(style.get("max-height")) and style.get("overflow") == "hidden")
    )


def emphasis_of(name: str, style: Declarations, inherited: Kinds) -> Kinds:
    """The ways in which the text of an element is emphasised, from its tag, its style and what it inherits."""
    kinds = set(inherited)
    if name in _BY_TAG:
        kinds.add(_BY_TAG[name])
    for kind, said in _said(style):
        (kinds.add if said else kinds.discard)(kind)
    return frozenset(kinds)


def is_red(color: str) -> bool:
    """True for the reds that shout: by name, or with much red and little green and blue."""
    if color in _RED_NAMES:
        return True
    rgb = _rgb(color)
    return rgb is not None and rgb[0] >= 176 and rgb[1] <= 96 and rgb[2] <= 96


def _said(style: Declarations) -> Iterator[tuple[EmphasisKind, bool]]:
    if "color" in style:
        yield EmphasisKind.RED, is_red(style["color"])
    if "font-weight" in style:
        yield EmphasisKind.BOLD, _is_bold(style["font-weight"])
    if "font-style" in style:
        yield EmphasisKind.ITALIC, style["font-style"] in ("italic", "oblique")
    if "font-size" in style:
        yield EmphasisKind.LARGE, _is_large(style["font-size"])
    decoration = style.get("text-decoration", "") + " " + style.get("text-decoration-line", "")
    for word, kind in (("underline", EmphasisKind.UNDERLINE), ("blink", EmphasisKind.BLINK)):
        if word in decoration:
            yield kind, True


def _is_bold(weight: str) -> bool:
    return weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:5]) >= 600)


def _is_large(size: str) -> bool:
    found = _LENGTH.fullmatch(size)
    return size in _LARGE_NAMES or (found is not None and _number(found.group(1)) >= _LARGE[found.group(2) or ""])


def _is_zero(value: str | None) -> bool:
    found = _LENGTH.fullmatch(value) if value else None
    return found is not None and _number(found.group(1)) == 0


def _number(text: str) -> float:
    whole, _, fraction = text.partition(".")
    digits = f"{whole or '0'}.{fraction.replace('.', '') or '0'}"
    return float(digits)


def _rgb(color: str) -> tuple[int, int, int] | None:
    digits = color.removeprefix("#")
    if re.fullmatch(r"[0-9a-f]{3}", digits):
        digits = "".join(d * 2 for d in digits)
    if re.fullmatch(r"[0-9a-f]{6}", digits):
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    found = re.match(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})", color)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def _outer_rules(css: str) -> Iterator[tuple[str, str]]:
    """Rules that stand in no `@` block."""
    depth, start, head = 0, 0, ""
    for found in re.finditer(r"[{}]", css):
        if found.group() == "{":
            if depth == 0:
                head, start = css[start : found.start()], found.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                if "@" not in head:
                    yield head, css[start : found.start()]
                start = found.end()
