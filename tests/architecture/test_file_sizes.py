"""Small files and small functions: what does not fit on a screen or two is split."""

from __future__ import annotations

import ast
from pathlib import Path

SRC = Path(__file__).parents[2] / "src"
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 50

LONG_FUNCTIONS: dict[str, str] = {}
"""`path:function` → why it may be longer."""


def test_no_file_is_long() -> None:
    lengths = {
        path.relative_to(SRC).as_posix(): len(path.read_text("utf-8").splitlines()) for path in SRC.rglob("*.py")
    }
    assert {path: lines for path, lines in lengths.items() if lines > MAX_FILE_LINES} == {}


def test_no_function_is_long() -> None:
    functions = {
        f"{path.relative_to(SRC).as_posix()}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in SRC.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    long = {name for name, lines in functions.items() if lines > MAX_FUNCTION_LINES}
    assert long == set(LONG_FUNCTIONS)
