"""The version of trustcheck: written here and nowhere else; the package metadata is built from it."""

from __future__ import annotations

__version__ = "0.1.0"
