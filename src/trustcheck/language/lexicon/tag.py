"""What a word can be to the clause layer, as bits: one look-up tells all that a word may be.

Plain integers, because the clause layer tests them for every token of every letter.
"""

from __future__ import annotations

from typing import Final

# Negation, and the words that join clauses.
NEGATOR: Final = 1 << 0
AND: Final = 1 << 1
BUT: Final = 1 << 2
SUBORDINATOR: Final = 1 << 3
CONDITION: Final = 1 << 4
WHETHER: Final = 1 << 5  # «om»: if, whether, or a preposition
WHEN: Final = 1 << 6
THAT: Final = 1 << 7
RELATIVE: Final = 1 << 8
QUESTION_WORD: Final = 1 << 9
OTHERWISE: Final = 1 << 10
NOMINAL_CONDITION: Final = 1 << 11  # «ved manglende betaling»
# Subjects.
COMPANY: Final = 1 << 12
READER: Final = 1 << 13
SOMEONE: Final = 1 << 14  # a third person as subject
EXPLETIVE: Final = 1 << 15  # «det», «there»
COMPANY_NOUN: Final = 1 << 16
# Finite verbs and what they say.
PRESENT: Final = 1 << 17
PRETERITE: Final = 1 << 18
CAN: Final = 1 << 19
MUST: Final = 1 << 20
WANT: Final = 1 << 21
FUTURE: Final = 1 << 22
HAVE: Final = 1 << 23
BE: Final = 1 << 24
BECOME: Final = 1 << 25
SHALL: Final = 1 << 26  # future for the company, duty for the reader
WILL: Final = 1 << 27  # future for the company, wish for the reader
# Other verb forms.
PARTICIPLE: Final = 1 << 28
S_PASSIVE: Final = 1 << 29
INFINITIVE: Final = 1 << 30
IMPERATIVE: Final = 1 << 31
TO: Final = 1 << 32  # infinitive mark
BECOME_PARTICIPLE: Final = 1 << 33
# Words that steer.
REPORTING: Final = 1 << 34
ACCORDING_TO_READER: Final = 1 << 35
WONDER: Final = 1 << 36
ABOUT_HEAD: Final = 1 << 37
PREPOSITION: Final = 1 << 38
ADVERB: Final = 1 << 39
POLITE: Final = 1 << 40
DETERMINER: Final = 1 << 41
INVERTER: Final = 1 << 42  # English: may open a condition before its subject («should you»)
READER_MESSAGE: Final = 1 << 43  # «henvendelsen», «e-mail»
GLADLY: Final = 1 << 44  # Danish: turns «må» into permission
CONCESSION: Final = 1 << 45
DO: Final = 1 << 46  # English «do» as an auxiliary
FORMAL: Final = 1 << 48  # «De»: the reader where it has a capital inside a sentence
MOVED: Final = 1 << 49  # participles that go with «er» for what is done: «er kommet»
COMING: Final = 1 << 50  # «kommer», the future with «til å»
STATE: Final = 1 << 51  # -s forms that tell how things are: «finnes», «saknas»
OTHERS_SAY: Final = 1 << 52  # «der står det at», «de påstår at»: neither the company nor the reader says it
STRONG: Final = 1 << 47  # a finite verb beyond doubt; set by the context

FINITE: Final = PRESENT | PRETERITE
SUBJECT: Final = COMPANY | READER | SOMEONE | EXPLETIVE
MODAL: Final = CAN | MUST | WANT | FUTURE | SHALL | WILL
