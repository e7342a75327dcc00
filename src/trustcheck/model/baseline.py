"""A baseline: findings of an earlier day that do not count any more. It holds no word of a letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class BaselineKey:
    """What a finding is known again by: the path of its file (from the configuration's folder, with forward slashes),

    the name of its rule, and the fingerprint of its sentence, which is empty for something that is not there.
    """

    path: str
    rule: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """How many findings of each key were there on the day it was made (or last added to)."""

    made: date
    counts: Mapping[BaselineKey, int]
