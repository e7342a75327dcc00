"""JSON of others, read strictly: no key twice, no number that loses digits on the way."""

from __future__ import annotations

import json
from typing import Any

from trustcheck.facts.trouble import Trouble
from trustcheck.model.facts import CellState


def parsed(data: bytes) -> Any:
    """The JSON value; numbers with decimals stay the text that they are. Raises Trouble; its note repeats no value."""
    try:
        return json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=refuse_doubles, parse_float=str, parse_constant=_refuse
        )
    except UnicodeDecodeError:
        raise Trouble(CellState.INVALID, "it is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise Trouble(CellState.INVALID, f"it is not JSON: {error.msg}{likely_cause(error)}") from None
    except RecursionError:
        raise Trouble(CellState.INVALID, "it is nested too deeply") from None
    except ValueError:
        raise Trouble(CellState.INVALID, "it gives a key twice in one object, or a number that is none") from None


def likely_cause(error: json.JSONDecodeError) -> str:
    """What most often lies behind a syntax error; empty where nothing is likely."""
    start = error.doc.lstrip()[:1]
    if not start:
        return "; it is empty"
    if start == "<":
        return "; it begins like HTML, as a login or error page does"
    if "\0" in error.doc:
        return "; it holds NUL characters, as UTF-16 does: save it as UTF-8"
    if error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated"):
        return "; it ends too early, as if it was still being written"
    return ""


def refuse_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """JSON readers keep the last of two equal keys and say nothing; two answers for one account are no answer."""
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"gives the key «{double}» twice in one object; keep the right one")
    return found


def _refuse(constant: str) -> Any:
    raise ValueError(f"holds {constant}, which is no number")
