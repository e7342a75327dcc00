"""Numbers that identify: organisations, bank accounts, payment references, persons, cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.span import Span

_SEP = r"[ \u00a0.-]?"
_TABLE_GAP = r"(?:\s{0,3}:?\s{0,3}|[ \t]{0,3}:?[ \t]{4,40})"
_ORG_LABEL = (
    r"(?:org(?:anisasjons|anisations|anization)?\.?[ -]?(?:nr|nummer|no|number)?\.?|foretaksregisteret"
    r"|føretaksregisteret|cvr(?:[ -]?(?:nr|nummer)\.?)?"
    r"|(?:company|registration|registered|reg\.?)\s(?:reg(?:istration)?\.?\s)?(?:no|number|nr)\.?"
    r"|registered in (?:england(?: and wales)?|scotland|northern ireland|wales)|se-nr\.?|momsnr\.?"
    r"|vat(?:\s(?:no|number))?\.?)"
)
_ORG = re.compile(
    rf"\b{_ORG_LABEL}\s{{0,3}}[:.,]?\s{{0,3}}(?:(?:org\.?\s?nr\.?|nr\.?|no\.?|number|nummer)\s?:?\s?)?(?:NO|SE"
    rf"|DK|GB)?\s?"
    rf"(?P<n>(?:SC|NI|OC)?\d(?:{_SEP}\d){{5,11}})(?P<mva>\s?MVA)?\b"
    r"|(?<![\w.,-])(?P<vat>\d{3}[ \u00a0]?\d{3}[ \u00a0]?\d{3})[ \u00a0]?MVA\b",
    re.IGNORECASE,
)
_ACCOUNT_LABEL = r"(?:konto(?:nummer|nr\.?)?|bankkonto|kontoen|till? konto|account(?:\s(?:no|number))?\.?)"
_NO_ACCOUNT = re.compile(
    rf"(?<![\w.])\d{{4}}[. \u00a0]\d{{2}}[. \u00a0]\d{{5}}(?![\w])|{_ACCOUNT_LABEL}{_TABLE_GAP}(?P<n>\d{{11}})(?!\d)",
    re.I,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?\b")
_GIRO = re.compile(
    r"\b(?P<kind>bankgiro|bg|plusgiro|pg|postgiro)(?:t|\s?nr\.?|numret"
    rf"|nummer)?{_TABLE_GAP}(?P<n>\d[\d -]{{3,12}}\d)(?!\d)",
    re.I,
)
_DK_ACCOUNT = re.compile(
    r"\breg(?:\.|istreringsnummer)?\s?(?:nr\.?)?\s?:?\s?(?P<r>\d{4})[^\d\n]{1,20}(?P<k>\d{6,10})(?!\d)"
    r"|\bkonto(?:nr\.?|nummer)?\s?:?\s{0,3}(?P<r2>\d{4})[ \n-](?P<k2>\d{6,10})(?!\d)",
    re.I,
)
_SORT_CODE = re.compile(
    r"\bsort\s?code:?\s{0,3}(?P<s>\d{2}[ -]\d{2}[ -]\d{2}|\d{6})(?:[^\d]{1,40}(?P<a>\d{6,8})(?!\d))?", re.I
)
_KID = re.compile(
    r"\b(?P<label>KID(?:[ -]?(?:nr|nummer)\.?)?|OCR(?:[ -]?(?:nr|nummer|numret|referens|number|no|reference)\b\.?)?"
    r"|FIK|betalings-?id)"
    rf"{_TABLE_GAP}(?P<n>\d(?:[ ]?\d){{1,24}})(?!\d)",
    re.I,
)
# Danish payment line: card type, 15- or 16-digit reference with a mod 10 digit, the creditor's number.
_FIK = re.compile(r"\+?(?:71|73|75)<(?P<n>\d{15,16})\s?\+\d{7,8}<")
_NATIONAL = re.compile(r"(?<![\w.+/-])(?P<n>\d{6}[ -]?\d{5}|(?:19|20)?\d{6}[-+ ]?\d{4})(?![\w/-]|\.\d)")
_NINO = re.compile(r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b")
_CARD = re.compile(r"(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-])")
_CARD_RANGES = re.compile(
    r"^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d)\d{12}|3(?:0[0-5]"
    r"|[68]\d)\d{11}|(?:50|5[6-9]|6\d)\d{10,17})$"
)
_OTHER_NUMBER = re.compile(
    r"(?:faktura|ordre|order|sak|ärende|sag|kid|ocr|kunde|kund|customer|invoice|case|ref|måler|mätar|konto"
    r"|account|serie)[\w .:-]{0,20}$",
    re.I,
)


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def find_org_numbers(text: str, country: str) -> Iterator[Entity]:
    """Labelled organisation numbers, valid or not; `detail` says `valid`, by the country's check digit."""
    for match in _ORG.finditer(text):
        group = "n" if match["n"] else "vat"
        value = re.sub(r"[^0-9A-Z]", "", match[group].upper())
        if _plausible_length(value, country):
            detail = {"valid": "yes" if _valid_org(value, country) else "no"}
            yield Entity(EntityKind.ORG_NUMBER, Span(*match.span(group)), value, detail)


def _plausible_length(value: str, country: str) -> bool:
    lengths = {"NO": (9,), "SE": (10, 12), "DK": (8,), "GB": (7, 8)}.get(country, (8, 9, 10))
    return len(value) in lengths or abs(len(value) - lengths[0]) <= 1


def _valid_org(value: str, country: str) -> bool:
    from stdnum.dk import cvr
    from stdnum.no import orgnr as norwegian
    from stdnum.se import orgnr as swedish

    if country == "GB":
        return len(value) == 8
    checker = {"NO": norwegian, "SE": swedish, "DK": cvr}.get(country)
    return bool(checker.is_valid(value)) if checker else True


def find_bank_accounts(text: str, country: str) -> Iterator[Entity]:
    """Accounts that money can be paid to; `detail["scheme"]` is NO, IBAN, BG, PG, DK or GB, `valid` by check digit."""
    from stdnum import iban
    from stdnum.no import kontonr

    for match in _NO_ACCOUNT.finditer(text) if country in ("NO", "") else ():
        start, end = match.span("n") if match["n"] else match.span()
        value = digits(text[start:end])
        yield _account(start, end, value, "NO", valid=kontonr.is_valid(value))
    for match in _IBAN.finditer(text):
        if iban.is_valid(match.group()):
            yield _account(*match.span(), iban.compact(match.group()), "IBAN", valid=True)
    for match in _GIRO.finditer(text):
        kind = "BG" if match["kind"].lower() in ("bankgiro", "bg") else "PG"
        yield _account(*match.span("n"), digits(match["n"]), kind, valid=_luhn(digits(match["n"])))
    for match in _DK_ACCOUNT.finditer(text) if country == "DK" else ():
        name_r, name_k = ("r", "k") if match["r"] else ("r2", "k2")
        yield _account(match.start(name_r), match.end(name_k), match[name_r] + match[name_k], "DK", valid=True)
    for match in _SORT_CODE.finditer(text) if country in ("GB", "IE", "") else ():
        end = match.end("a") if match["a"] else match.end("s")
        yield _account(match.start("s"), end, digits(match["s"]) + (match["a"] or ""), "GB", valid=True)


def _account(start: int, end: int, value: str, scheme: str, *, valid: bool) -> Entity:
    detail = {"scheme": scheme, "valid": "yes" if valid else "no"}
    return Entity(EntityKind.BANK_ACCOUNT, Span(start, end), value, detail)


def find_payment_references(text: str) -> Iterator[Entity]:
    """Labelled KID and OCR numbers and Danish payment lines; `valid` by Luhn (mod 10) or, for KID, mod 11."""
    for match in _KID.finditer(text):
        value = digits(match["n"])
        scheme = match["label"][:3].upper()
        valid = _luhn(value) or (scheme == "KID" and _mod11(value))
        detail = {"scheme": scheme, "valid": "yes" if valid else "no"}
        yield Entity(EntityKind.PAYMENT_REFERENCE, Span(*match.span("n")), value, detail)
    for match in _FIK.finditer(text):
        detail = {"scheme": "FIK", "valid": "yes" if _luhn(match["n"]) else "no"}
        yield Entity(EntityKind.PAYMENT_REFERENCE, Span(*match.span()), match["n"], detail)


def find_national_ids(text: str, country: str) -> Iterator[Entity]:
    """Full, valid national identity numbers of Norway, Sweden, Denmark and the United Kingdom.

    A bare run of digits that passes by chance is none where a label names an order, invoice or customer number.
    """
    for match in _NATIONAL.finditer(text):
        value = digits(match["n"])
        if _OTHER_NUMBER.search(text, max(0, match.start() - 30), match.start()):
            continue
        if _valid_person(match["n"], value, country):
            yield Entity(EntityKind.NATIONAL_ID, Span(*match.span()), value, {"valid": "yes"})
    for match in _NINO.finditer(text):
        yield Entity(EntityKind.NATIONAL_ID, Span(*match.span()), match.group().replace(" ", ""), {"valid": "yes"})


def _valid_person(written: str, value: str, country: str) -> bool:
    from stdnum.dk import cpr
    from stdnum.no import fodselsnummer
    from stdnum.se import personnummer

    if len(value) == 11:
        return bool(fodselsnummer.is_valid(value))
    if len(value) == 12 or country == "SE":
        return bool(personnummer.is_valid(written.replace(" ", "-")))
    return len(value) == 10 and country == "DK" and ("-" in written) and _danish_birth_date(value, cpr)


def _danish_birth_date(value: str, cpr: object) -> bool:
    # Since 2007 the check digit of CPR numbers is not reliable: only the date is.
    day, month = int(value[:2]), int(value[2:4])
    return 1 <= day <= 31 and 1 <= month <= 12


def find_cards(text: str) -> Iterator[Entity]:
    """Payment card numbers: a known range, the right length, Luhn."""
    for match in _CARD.finditer(text):
        value = digits(match.group())
        grouped = bool(re.fullmatch(r"\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{5}", match.group()))
        written_as_card = grouped or match.group().isdigit()
        labelled = _OTHER_NUMBER.search(text, max(0, match.start() - 30), match.start())
        if written_as_card and not labelled and _CARD_RANGES.match(value) and _luhn(value):
            yield Entity(EntityKind.CARD_NUMBER, Span(*match.span()), value, {"valid": "yes"})


def _luhn(value: str) -> bool:
    from stdnum import luhn

    return bool(luhn.is_valid(value))


def _mod11(value: str) -> bool:
    """Norwegian KID, mod 11 with weights 2–7 from the right; remainder 10 is written as «-», so never here."""
    if len(value) < 2:
        return False
    weights = [2 + i % 6 for i in range(len(value) - 1)]
    total = sum(int(d) * w for d, w in zip(reversed(value[:-1]), weights, strict=True))
    return (11 - total % 11) % 11 == int(value[-1])
