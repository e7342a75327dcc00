"""What a letter calls the things that the records may hold on file, in five languages."""

from __future__ import annotations

import re

_WORDS = {
    "serial_number": "serienummer serienr serial",
    "card_number": "kortnummer kortnr kortopplysninger kortopplysningar kortuppgifter kortoplysninger kortinformasjon "
    "betalingskort programkort card kortdetaljer",
    "meter_number": "målernummer målarnummer mätarnummer målernr meter anleggsnummer",
    "meter_reading": "måleravlesning målaravlesing mätaravläsning måleraflæsning avlesning avläsning aflæsning reading "
    "målerstand mätarställning målarstand",
    "email": "e-post epost e-postadresse e-postadress e-mail email mailadresse mejladress mailadress e-mailadresse",
    "phone": "telefon telefonnummer mobilnummer mobiltelefon phone telephone mobile",
    "address": "adresse adressen adress adressa address bostadsadress postadresse leveringsadresse flytteadresse",
    "national_id": "fødselsnummer personnummer cpr cpr-nummer cpr-nr national fødselsdato personnr",
    "bank_account": "kontonummer kontonr bankkonto kontooplysninger kontoopplysninger bankuppgifter sort",
    "order_number": "ordrenummer ordrenr ordernummer bestillingsnummer beställningsnummer ordrenummeret order",
    "customer_number": "kundenummer kundenr kundnummer kundnr customer medlemsnummer",
    "invoice_number": "fakturanummer fakturanr invoice",
    "policy_number": "polisenummer forsikringsnummer försäkringsnummer policenummer policy",
    "payslip": "lønnsslipp lønslipp lönespecifikation lønseddel payslip lønsslipp",
    "identification": "legitimasjon legitimation id-kopi pass passkopi passport "
    "identification körkort førerkort kørekort proof",
    "contract": "kontrakt kontrakten avtale avtal aftale contract signert leiekontrakt hyreskontrakt lejekontrakt",
    "receipt": "kvittering kvitto receipt kvitteringen",
    "photo": "bilde bilder foto bild photo photograph billede",
    "tax_form": "skattemelding selvangivelse deklaration skattekort årsopgørelse tax",
}  # fmt: skip
_ENDINGS = ("ene", "erne", "arna", "orna", "ane", "ets", "ens", "et", "en", "er", "ar", "a", "e", "s", "n", "t", "")


def keys_of(words: str) -> frozenset[str]:
    """The `on_file` keys that the words may mean; the key itself is understood too. Empty where none is."""
    said = re.findall(r"[\wæøåäö-]+", words.lower())
    found = {key for key in said if key in _WORDS or "_" in key}
    return frozenset(found | {key for key, known in _WORDS.items() if _any_known(said, known.split())})


def _any_known(said: list[str], known: list[str]) -> bool:
    return any(word == k or (word.startswith(k) and word[len(k) :] in _ENDINGS) for word in said for k in known)
