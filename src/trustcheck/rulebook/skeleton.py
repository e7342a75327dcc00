"""The text of a new rule file, with every part that a rule needs and a word on what goes there."""

from __future__ import annotations

import re

from trustcheck.model.errors import UsageError
from trustcheck.model.language import LANGUAGES

_HEAD = """\
# A rule of your own. Every key is explained in CONTRIBUTING.md, «Add a rule».
code: {code}
name: {name}
severity: warning            # error holds the message, warning asks for a look, info only tells
check: phrases               # phrases: a wording that must not stand there; required: one that must
what: >-
  What the rule finds, in a sentence or two.
why: >-
  Why it matters to the person who gets the letter.
message: "«{{text}}» …"        # {{text}} is the words found
advice: >-
  What to write instead.
references: []
options:
  unless: [negated, question, condition, quoted, reported]
patterns:
  match:
"""


def skeleton(code: str, name: str) -> str:
    """A rule file that loads, and whose test says what is still missing. Raises UsageError for a bad code or name."""
    if not re.fullmatch(r"[A-Z]{3}\d{3}", code):
        raise UsageError(f"«{code}» is no code. A code is three capital letters and three figures, for example TON050.")
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        raise UsageError(f"«{name}» is no name. A name is small letters and figures joined by hyphens.")
    patterns = "".join(f"    {language}: []\n" for language in LANGUAGES)
    examples = "".join(f"  {language}:\n    bad: []\n    good: []\n    near_miss: []\n" for language in LANGUAGES)
    marks = "examples:   # «…» marks the place that a finding must cover\n"
    return _HEAD.format(code=code, name=name) + patterns + marks + examples
