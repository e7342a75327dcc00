"""Templates in a folder, explored by us and rendered by jinja2 itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment

from trustcheck.templates.document import Explored, Rendering
from trustcheck.templates.explore import explore_template
from trustcheck.templates.settings import Syntax, TemplateSettings

Files = Mapping[str, str]


def write(folder: Path, files: Files) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def explored(folder: Path, files: Files | str, name: str = "main.txt", **settings: Any) -> Explored:
    """The first of the files (or the one text) explored, with the folder as the only root."""
    given = {name: files} if isinstance(files, str) else files
    write(folder, given)
    first = next(iter(given))
    return explore_template(folder / first, [folder], settings=TemplateSettings(**settings))


def concrete(folder: Path, files: Files, data: Mapping[str, Any], syntax: Syntax | None = None) -> Rendering:
    """The first of the files with all its data known."""
    found = explored(folder, files, data=data, closed=True, syntax=syntax or Syntax())
    return next(r for r in found.renderings if r.entry == "template")


def vanilla(files: Files, data: Mapping[str, Any], syntax: Syntax | None = None) -> str:
    """What jinja2 itself makes of the first of the files."""
    given = replace(syntax or Syntax())
    environment = Environment(
        *given.block,
        *given.variable,
        *given.comment,
        line_statement_prefix=given.line_statement,
        line_comment_prefix=given.line_comment,
        trim_blocks=given.trim_blocks,
        lstrip_blocks=given.lstrip_blocks,
        keep_trailing_newline=given.keep_trailing_newline,
        loader=DictLoader(dict(files)),
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols", "jinja2.ext.i18n"],
        autoescape=lambda name: bool(name and name.endswith(".html")),
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    return environment.get_template(next(iter(files))).render(**data)


def texts(found: Explored) -> list[str]:
    return [r.text for r in found.renderings]
