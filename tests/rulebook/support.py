"""A small rule of somebody's own, that every test bends in one place."""

from __future__ import annotations

from pathlib import Path

RULE = """\
code: XYZ001
name: no-shovels
severity: warning
check: phrases
what: The letter speaks of shovels.
why: Nobody likes them.
message: "«{text}» is a shovel."
advice: Say spade.
patterns:
  match:
    en: ["shovel~", "pitchfork"]
examples:
  en:
    bad: ["We send you a «shovel».", "Here is a «pitchfork»."]
    good: ["We send you a spade."]
    near_miss: ["We do not send you a shovel."]
rewrite: {en: "We send you a spade on [date]."}
"""

CLAIM = """\
kind: shovel-shipped
what: The shovel is on its way.
condition: "orders | selectattr('item', 'eq', 'shovel') | selectattr('status', 'eq', 'shipped')"
patterns:
  en: ["shovel is on its way"]
examples:
  en:
    claim:
      - text: "Your «shovel is on its way»."
        facts: {orders: [{item: shovel, status: shipped}]}
        verdict: confirmed
      - text: "Your «shovel is on its way»."
        facts: {orders: [{item: shovel, status: ordered}]}
        verdict: contradicted
      - text: "Your «shovel is on its way»."
        facts: {orders: [{item: shovel}]}
        verdict: unknown
    none: ["Is the shovel on its way?"]
"""


def write(folder: Path, content: str = RULE, name: str = "garden/no-shovels.yaml") -> Path:
    """The folder, with one rule file in it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return folder


def bent(old: str, new: str, content: str = RULE) -> str:
    """The content with one change. The change must be one."""
    assert old in content
    return content.replace(old, new)
