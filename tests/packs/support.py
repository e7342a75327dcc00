"""Small rule files for the tests."""

from __future__ import annotations

from pathlib import Path

RULE = """\
code: XYZ001
name: no-shovels
severity: warning
check: phrases
what: >-
  The letter speaks of shovels.
why: Nobody likes them.
message: "«{text}» is a shovel."
advice: Say spade.
references: ["Our own taste"]
options:
  unless: [negated]
patterns:
  match:
    nb: ["skuffe~"]
    en: ["shovel~"]
rewrite:
  en: "Use a [spade]."
examples:
  nb:
    bad: ["Du får en «skuffe» i morgen."]
    good: ["Du får en spade i morgen."]
    near_miss: ["Du får ikke noen skuffe."]
  en:
    bad:
      - "We send you a «shovel»."
      - text: |
          NoldusNet Ltd

          Your «shovel» is here.
        channel: letter
        class: order-status
        facts:
          balance: {amount: "0.00", currency: GBP}
    good: ["We send you a spade."]
"""

CLAIM = """\
kind: shovel-shipped
what: The shovel is on its way.
patterns:
  en: ["shovel is on its way"]
examples:
  en:
    claim: ["Your «shovel is on its way»."]
    none: ["Is the shovel on its way?"]
"""

CLASS = """\
class: order-status
patterns:
  en: ["your order", {match: "has been shipped", weight: 2}]
examples:
  en:
    - {text: "Your order has been shipped.", channel: email}
"""

VOCABULARY = """\
sets:
  tool:
    en: [shovel, spade]
    any: ["{NUMBER}"]
"""

FILES = {
    "garden/no-shovels.yaml": RULE,
    "claims/shovel-shipped.yaml": CLAIM,
    "classes/order-status.yaml": CLASS,
    "vocabulary/tools.yaml": VOCABULARY,
}


def write(folder: Path, files: dict[str, str] = FILES) -> Path:
    """The folder with these files in it: path inside the folder → content."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder
