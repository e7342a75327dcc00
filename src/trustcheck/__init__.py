"""Check outbound customer communication before it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trustcheck.model.version import __version__

if TYPE_CHECKING:
    from trustcheck.linter import Linter

__all__ = ["Linter", "__version__"]


def __getattr__(name: str) -> Any:
    # The linter pulls in language tools that take most of a second; whoever only asks for the version need not wait.
    if name == "Linter":
        from trustcheck.linter import Linter

        return Linter
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
