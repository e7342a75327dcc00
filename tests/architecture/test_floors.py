"""Who may import whom. The table below is the one in ARCHITECTURE.md; this test is what makes it true."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src"
ROOT = "trustcheck"

FLOORS = {
    "model": 0,
    "text": 1,
    "config": 1,
    "readers": 2,
    "language": 2,
    "facts": 2,
    "conditions": 2,
    "packs": 2,
    "reporters": 2,
    "templates": 2,
    "checks": 3,
    "engine": 4,
    "templating": 4,
    "linter": 5,
    "rulebook": 6,
    "fixing": 6,
    "outbox": 6,
    "cli": 7,
}
"""Folder (or module) below src/trustcheck → floor. A module imports from lower floors and from its own folder."""

HOMES = {
    "ahocorasick_rs": ["language/"],
    "babel": ["text/"],
    "click": ["cli/"],
    "docx": ["readers/"],
    "httpx2": ["facts/web.py"],
    "jinja2": ["conditions/", "templates/"],
    "jmespath": ["facts/web_answer.py"],
    "linkify_it": ["text/"],
    "markupsafe": ["templates/"],
    "phonenumbers": ["text/"],
    "pyarrow": ["outbox/parquet_rows.py"],
    "platformdirs": ["config/diskcache.py"],
    "publicsuffixlist": ["text/"],
    "py3langid": ["language/"],
    "pydantic": ["config/", "packs/", "facts/"],
    "pydantic_core": ["config/", "packs/", "facts/"],
    "pypdfium2": ["readers/"],
    "rich": ["cli/", "reporters/text.py"],
    "simplemma": ["language/"],
    "stamina": ["facts/web.py"],
    "spacy": ["language/"],
    "sqlalchemy": ["facts/database.py"],
    "stdnum": ["text/"],
    "yaml": ["packs/"],
}
"""Third-party package → the folders or files below src/trustcheck that may import it."""

MODULES = {
    ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((SRC / ROOT).rglob("*.py"))
}


@dataclass(frozen=True)
class Import:
    """One import of one module, wherever in the file it stands: late and typing-only imports count too."""

    importer: str
    imported: str
    place: str

    def __str__(self) -> str:
        return f"{self.place}: {self.importer} imports {self.imported}"


def imports_of(module: str) -> Iterator[Import]:
    path = MODULES[module]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        place = f"{path.relative_to(SRC.parent)}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Import):
            yield from (Import(module, alias.name, place) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(module, node)
            # `from package import name`: the name may be a module of ours, and then that one is meant.
            names = (f"{base}.{alias.name}" for alias in node.names)
            targets = {name if name in MODULES else base for name in names}
            yield from (Import(module, target, place) for target in sorted(targets))


def _base(module: str, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    is_package = MODULES[module].name == "__init__.py"
    package = module.split(".")[: None if is_package and node.level == 1 else (1 if is_package else 0) - node.level]
    return ".".join([*package, *filter(None, [node.module])])


IMPORTS = [found for module in MODULES for found in imports_of(module)]
INSIDE = [i for i in IMPORTS if i.imported.split(".")[0] == ROOT]
OUTSIDE = [i for i in IMPORTS if i.imported.split(".")[0] not in {ROOT, *sys.stdlib_module_names}]


def room(module: str) -> str:
    """`text` of `trustcheck.text.dates`; empty for the package root."""
    return module.partition(".")[2].partition(".")[0]


def listed(imports: list[Import]) -> str:
    return "\n" + "\n".join(map(str, imports))


def test_the_page_shows_the_same_floors() -> None:
    page = (SRC.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d) \| `(\w+)(?:/|\.py)` \|", page, flags=re.MULTILINE)
    assert {room: int(floor) for floor, room in rows} == FLOORS


def test_every_room_has_a_floor() -> None:
    assert {room(module) for module in MODULES} - {""} <= set(FLOORS)


def test_a_module_imports_from_lower_floors_or_its_own_room() -> None:
    rooms = [(i, room(i.importer), room(i.imported)) for i in INSIDE if room(i.importer) and room(i.imported)]
    wrong = [i for i, here, there in rooms if here != there and FLOORS[here] <= FLOORS[there]]
    assert not wrong, listed(wrong)


def test_nobody_inside_imports_the_package_root() -> None:
    wrong = [i for i in INSIDE if i.imported == ROOT]
    assert not wrong, listed(wrong)


def test_the_front_door_names_the_linter_and_the_version_and_nothing_else() -> None:
    assert {i.imported for i in INSIDE if i.importer == ROOT} == {f"{ROOT}.linter", f"{ROOT}.model.version"}


def test_every_import_of_ours_is_there() -> None:
    wrong = [i for i in INSIDE if i.imported not in MODULES]
    assert not wrong, listed(wrong)


def test_there_is_no_cycle_between_modules() -> None:
    needs: dict[str, set[str]] = {module: set() for module in MODULES}
    for found in INSIDE:
        # The root refers to the linter lazily, and nobody inside imports the root.
        if found.importer != ROOT:
            needs[found.importer].add(found.imported)
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        pytest.fail(f"modules import each other in a circle: {' → '.join(error.args[1])}")


def test_every_third_party_package_is_used_only_in_its_home() -> None:
    def at_home(found: Import) -> bool:
        file = MODULES[found.importer].relative_to(SRC / ROOT).as_posix()
        homes = HOMES.get(found.imported.split(".")[0], [])
        return any(file == home or (home.endswith("/") and file.startswith(home)) for home in homes)

    wrong = [i for i in OUTSIDE if not at_home(i)]
    assert not wrong, listed(wrong)


def test_spacy_is_imported_in_one_file() -> None:
    assert len({i.importer for i in OUTSIDE if i.imported.split(".")[0] == "spacy"}) <= 1
