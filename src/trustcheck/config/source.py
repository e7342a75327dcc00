"""Reading a configuration file as text and as TOML. Everything that can be wrong before its meaning is looked at."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trustcheck.config.toml_positions import KeyPath, find_positions
from trustcheck.model.errors import ConfigError

MAX_CONFIG_BYTES = 1_000_000
"""No configuration written by a person is larger; a larger file is a mistaken path."""

PYPROJECT = "pyproject.toml"
_PYPROJECT_TABLE: KeyPath = ("tool", "trustcheck")

_SHOWN_COLUMNS = 160
_SECRETS = re.compile(r"(?<=://)[^\s\"']{1,500}(?=@)|(?<=\?)[^\s\"']{1,500}")
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_PLAIN_SECRETS = re.compile(
    r"""(?i)(?:password|passwd|secret|token|authorization|cookie|api[_-]?key)["']?\s{0,9}=\s{0,9}"""
    r"""(?P<value>"[^"]{0,500}|'[^']{0,500}|[^\s"'{\[#]{1,500})"""
)
_END = " (at end of document)"

_TWICE = "The same key or table stands twice: keep one of the two."
_BACKSLASH = "A backslash in double quotes starts an escape: use single quotes, or / in paths."
_OPEN_QUOTE = "The closing quotation mark is missing."

# Words of tomllib's messages → what most often lies behind them.
_LIKELY_CAUSES = (
    ("Cannot overwrite a value", _TWICE),
    ("Cannot declare", _TWICE),
    ("Cannot mutate immutable namespace", "This table is closed already: put the key inside its { }."),
    ("Unescaped '\\'", _BACKSLASH),
    ("Invalid hex value", _BACKSLASH),
    ("Illegal character '\\n'", _OPEN_QUOTE),
    ("Unterminated string", _OPEN_QUOTE),
    ("at end of document", "The file ends inside a value: a closing ], } or quotation mark is missing."),
    ("at the end of a table declaration", "A table heading is a name in square brackets, alone on its line: [check]"),
    ("Unclosed array", "The closing ] is missing, or a comma between two values."),
    ("Expected '=' after a key", "Write  key = value  on one line; a table heading stands in [square brackets]."),
    ("Invalid value", 'Text stands in straight quotation marks: key = "text"'),
    ("Expected newline or end of document", "One line holds one key: start a new line, or put several values in [ ]."),
)
_CURLY_QUOTES = "“”„‘’«»"


@dataclass(frozen=True, slots=True)
class ConfigSource:
    """A configuration file as text; `table` is what it says to trustcheck, `prefix` where in the file that stands."""

    path: Path
    text: str
    prefix: KeyPath
    table: dict[str, Any]

    def error(self, what: str, key_path: KeyPath, *, at_key: bool = False, next_step: str = "") -> ConfigError:
        """An error at a key path (without the prefix), shown at the key or at its value."""
        line, column, source_line = self.locate(key_path, at_key=at_key)
        return ConfigError(
            what, path=str(self.path), line=line, column=column, source_line=source_line, next_step=next_step
        )

    def locate(self, key_path: KeyPath, *, at_key: bool = False) -> tuple[int, int, str]:
        """Line and column (from 1) of a key's value, and that line. A path that is not there: its nearest parent."""
        marks = _positions(self.text)
        full = (*self.prefix, *key_path)
        for length in range(len(full), 0, -1):
            mark = marks.get(full[:length])
            if mark is not None:
                inside = at_key or length < len(full)
                return _line_and_column(self.text, mark.key if inside else mark.value)
        return _line_and_column(self.text, 0)

    def says(self, key_path: KeyPath, word: str) -> bool:
        """Does `word` stand in the file at `key_path`, as the key itself or as its value?"""
        value: Any = self.table
        for step in key_path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):  # not there, or of another shape
                return False
        return word in (value, key_path[-1])


def read_config(path: Path) -> ConfigSource:
    """Read a configuration file. In `pyproject.toml` the table `[tool.trustcheck]` counts, elsewhere the whole file.

    Raises ConfigError for a file that is missing, no file, no UTF-8 text, no TOML, or has nothing for trustcheck.
    """
    return config_from_text(read_text(path), path)


def config_from_text(text: str, path: Path) -> ConfigSource:
    """The same for a text that stands, or is to stand, at `path`. Raises ConfigError as `read_config`."""
    document = parse(text, path)
    if path.name != PYPROJECT:
        return ConfigSource(path, text, (), document)
    table = _trustcheck_table(document)
    if table is None:
        raise ConfigError(
            "there is no [tool.trustcheck] table in this file",
            path=str(path),
            next_step="Add the table, or name a trustcheck.toml; `trustcheck init` writes one.",
        )
    source = ConfigSource(path, text, _PYPROJECT_TABLE, {})
    if not isinstance(table, dict):
        raise source.error("[tool.trustcheck] must be a table", (), next_step="Write its keys below [tool.trustcheck].")
    return ConfigSource(path, text, _PYPROJECT_TABLE, table)


def configures_trustcheck(pyproject: Path) -> bool:
    """True where a pyproject.toml has something at `[tool.trustcheck]`. Raises ConfigError if that cannot be told."""
    # Most of these files are none of our business, broken or not: look before decoding and parsing.
    if b"trustcheck" not in _read_bytes(pyproject):
        return False
    return _trustcheck_table(parse(read_text(pyproject), pyproject)) is not None


def _trustcheck_table(pyproject: dict[str, Any]) -> Any:
    tool = pyproject.get("tool")
    return tool.get("trustcheck") if isinstance(tool, dict) else None


def read_text(path: Path) -> str:
    """The decoded text of a configuration file; a byte order mark is dropped. Raises ConfigError."""
    data = _read_bytes(path)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ConfigError("the file is UTF-16 text", path=str(path), next_step="Save it as UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _at_byte("this byte is not UTF-8", path, data, error.start, "Save the file as UTF-8.") from error
    if "\0" in text:
        raise _at_byte("a NUL byte: this is no text file", path, data, data.index(0), "Name a TOML file.")
    return text


def parse(text: str, path: Path) -> dict[str, Any]:
    """The TOML document. Raises ConfigError at the place of a syntax error."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(str(error), text, path) from error
    except RecursionError as error:
        raise ConfigError(
            "values nest too deeply", path=str(path), next_step="Name a TOML file made by hand."
        ) from error


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_CONFIG_BYTES + 1)
    except FileNotFoundError as error:
        step = "Check the path, or write the file with `trustcheck init`."
        raise ConfigError("there is no such configuration file", path=str(path), next_step=step) from error
    except IsADirectoryError as error:
        step = f"Name the file in it, for instance {path / 'trustcheck.toml'}."
        raise ConfigError("this is a folder, not a configuration file", path=str(path), next_step=step) from error
    except (OSError, ValueError) as error:
        # ValueError: a path that no file can have, such as one with a NUL in it.
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        step = "Check the path and that you may read the file."
        raise ConfigError(f"the configuration cannot be read: {reason}", path=str(path), next_step=step) from error
    if len(data) > MAX_CONFIG_BYTES:
        step = "Name a trustcheck.toml or a pyproject.toml."
        raise ConfigError(f"the file is larger than {MAX_CONFIG_BYTES:,} bytes", path=str(path), next_step=step)
    return data


def _at_byte(what: str, path: Path, data: bytes, index: int, next_step: str) -> ConfigError:
    before = data[:index].decode("utf-8-sig")
    rest = data[index:].split(b"\n", 1)[0].decode("utf-8", "replace")
    line, column, source_line = _line_and_column(before + rest, len(before))
    return ConfigError(what, path=str(path), line=line, column=column, source_line=source_line, next_step=next_step)


def _syntax_error(message: str, text: str, path: Path) -> ConfigError:
    place = _PLACE.search(message)
    if place is None:
        # «at end of document»: show the end of the last line that holds anything.
        line, column, source_line = _line_and_column(text, len(text.rstrip()))
    else:
        line, column = int(place[1]), int(place[2])
        source_line = _shown(_line(text, line), column)
    what = _PLACE.sub("", message).removesuffix(_END)
    return ConfigError(
        f"this is not valid TOML: {what[:1].lower()}{what[1:]}",
        path=str(path),
        line=line,
        column=column,
        source_line=source_line,
        next_step=_likely_cause(message, source_line),
    )


def _likely_cause(message: str, source_line: str) -> str:
    if any(quote in source_line for quote in _CURLY_QUOTES) and '"' not in source_line:
        return 'Use straight quotation marks ("), not typographic ones.'
    return next((cause for words, cause in _LIKELY_CAUSES if words in message), "See https://toml.io for the format.")


def _positions(text: str) -> dict[KeyPath, Any]:
    try:
        return dict(find_positions(text))
    except RecursionError:
        # The document was parsed a few stack frames higher up, so the text is sound; an error without a precise place
        # is better than none.
        return {}


def _line_and_column(text: str, offset: int) -> tuple[int, int, str]:
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return line, column, _shown(_line(text, line), column)


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1].rstrip("\r") if number <= len(lines) else ""


def _shown(line: str, column: int) -> str:
    """A line fit for a terminal: as long as needed, without control characters, passwords of URLs covered.

    Every character keeps its column, so that the caret below stands right.
    """
    if column > _SHOWN_COLUMNS:
        return ""
    return "".join(c if c.isprintable() else " " for c in covered(line[:_SHOWN_COLUMNS]))


def covered(text: str) -> str:
    """The text with passwords, and user names, passwords and query values of URLs, replaced by as many asterisks."""
    return _PLAIN_SECRETS.sub(_without_value, _SECRETS.sub(lambda found: "*" * len(found[0]), text))


def _without_value(found: re.Match[str]) -> str:
    """The value starred, its opening quotation mark kept."""
    start = found.start("value") - found.start() + found["value"].startswith(('"', "'"))
    return found[0][:start] + "*" * (len(found[0]) - start)
