"""The commented rule file that `trustcheck rules new` writes."""

from __future__ import annotations

import re
from string import Template

from trustcheck.model.errors import UsageError
from trustcheck.model.language import LANGUAGES

RESERVED = ("vocabulary", "claims", "classes")
"""Folders of rules with a meaning of their own."""

_FILE = Template("""\
code: $code
name: $name
severity: warning        # error: must not be sent like this; warning: a person should look; info: could be better
lifecycle: preview       # runs only when selected, until it is `stable`
check: phrases           # a wording that must not stand there; `required`: something that must stand there
needs: []                # registry: an organisation is configured; facts: the message concerns an account
never_suppressed: ""     # why nobody may suppress it, for a rule that only the records can answer
what: >-
  One or two plain sentences: what the rule finds.
why: >-
  Why it matters to the reader of the letter.
message: "«{text}» …"    # what the finding says; {text} is the words found
advice: >-
  What to do, for the person who must fix the letter.
references: []           # norms that you have read
options:
  unless: [negated, question, condition, quoted, reported]    # where the words are not said by us, to the reader
  only: []               # flags of which one must hold, such as by-company
  classes: []            # message classes; empty: all
  roles: []              # block roles, such as heading; empty: everywhere
# Patterns match the words of one sentence, in any letter case:
#   betale~ every form of the word    (a|b) alternatives    [a] optional    ... up to five words between
#   <set> words from rules/vocabulary/    {DATE} {MONEY} things found in the text    A & B both, in any order
# Write each language by itself, in the words that letters in that language use.
patterns:
  match:
$patterns
rewrite:                 # a wording to offer instead, with [what must be filled in]
$rewrites
# The examples are the rule's tests: «…» marks the place that the finding must cover.
# near_miss: a good sentence that a list of words would flag (negated, asked, conditional, quoted, another meaning).
examples:
$examples
""")

_EXAMPLES = """\
  {language}:
    bad: []
    good: []
    near_miss: []"""


def skeleton(name: str, code: str, folder: str) -> str:
    """A rule file to fill in. Raises UsageError for a name, code or folder that no rule may have."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        raise UsageError(
            f"«{name}» is no name for a rule. Write lower-case words with hyphens between: blame-customer."
        )
    if not re.fullmatch(r"[A-Z]{3}\d{3}", code):
        raise UsageError(f"«{code}» is no code. Write three capital letters and three digits: TON008.")
    if folder in RESERVED or not re.fullmatch(r"[\w-]+", folder):
        raise UsageError(f"«{folder}» cannot hold rules. Name a folder such as tone; not {', '.join(RESERVED)}.")
    return _FILE.substitute(
        code=code,
        name=name,
        patterns="\n".join(f"    {language}: []" for language in LANGUAGES),
        rewrites="\n".join(f'  {language}: "[…]"' for language in LANGUAGES),
        examples="\n".join(_EXAMPLES.format(language=language) for language in LANGUAGES),
    )
