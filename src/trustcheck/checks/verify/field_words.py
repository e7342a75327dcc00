"""What pieces of information are called in Norwegian (both forms), Swedish, Danish and English.

The key is the canonical name in `on_file`; words are lower case and stand for all words that hold them.
"""

from __future__ import annotations

from collections.abc import Mapping


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(","))


WORDS: Mapping[str, tuple[str, ...]] = {
    "serial_number": _words(
        "serienummer, serienumret, serienummeret, serienr, serial number, serial no, imei, imei-nummer, s/n, "
        "product serial, chassisnummer, stelnummer, rammenummer, frame number"
    ),
    "card_number": _words(
        "kortnummer, kortnumret, kortnummeret, kortnr, kortopplysning, kortopplysningar, kortuppgift, "
        "kortoplysning, card number, card details, kortdetaljer, kortinformasjon, programkort, smartkort"
    ),
    "meter_reading": _words(
        "måleravlesning, målaravlesing, måleravlesing, målerstand, målarstand, mätaravläsning, mätarställning, "
        "måleraflæsning, aflæsning, avlesning, avlesing, avläsning, meter reading, reading, readings, "
        "strømavlesning, sluttavlesning, målertall"
    ),
    "meter_number": _words(
        "målernummer, målarnummer, målernr, mätarnummer, mätar-id, målepunkt-id, målepunkt, målepunktsid, "
        "anläggnings-id, anläggningsid, aftagenummer, meter number, meter no, meter id, mpan, måler-id, målar-id"
    ),
    "email": _words(
        "e-postadresse, epostadresse, e-postadress, epostadress, e-post, epost, e-mailadresse, e-mail address, "
        "email address, mailadresse, mejladress, mailadress, e-mail, email, mejl"
    ),
    "phone": _words(
        "telefonnummer, telefonnumret, telefonnummeret, mobilnummer, mobilnumret, mobilnummeret, "
        "mobiltelefonnummer, telefon, mobil, tlf, phone number, telephone number, mobile number, contact number, "
        "phone, telephone, mobile"
    ),
    "forwarding_address": _words(
        "ny adresse, nye adresse, nye adressen, nya adress, nya adressen, ny adress, forwarding address, new "
        "address, ettersendingsadresse, eftersändningsadress, flytteadresse, fremtidig adresse"
    ),
    "address": _words(
        "postadresse, postadress, bostadsadress, bostadadress, adresse, adress, address, postcode, postnummer, "
        "hjemsted, bosted"
    ),
    "national_id": _words(
        "fødselsnummer, fødselsnr, personnummer, personnumret, personnummeret, cpr-nummer, cpr, cpr-nr, "
        "samordningsnummer, d-nummer, national id, national insurance number, national identity number, social "
        "security number, ssn, fødselsdato, födelsedatum, date of birth, birth date"
    ),
    "bank_account": _words(
        "kontonummer, kontonumret, kontonummeret, kontonr, bankkonto, bankkontonummer, kontoopplysning, "
        "kontoopplysningar, kontouppgift, kontooplysning, konto for utbetaling, utbetalingskonto, refusjonskonto, "
        "bank account, account number, bank details, iban, sort code, clearingnummer, registreringsnummer og "
        "kontonummer, nemkonto"
    ),
    "order_number": _words(
        "ordrenummer, ordrenr, ordernummer, ordernumret, bestillingsnummer, bestillingsnr, beställningsnummer, "
        "tingingsnummer, order number, order no, order reference, bookingnummer, booking number, booking "
        "reference, bokningsnummer"
    ),
    "customer_number": _words(
        "kundenummer, kundenr, kundnummer, kundnumret, medlemsnummer, medlemsnr, customer number, member number, "
        "membership number, kunde-id, kund-id, customer id, lånekortnummer, library card number"
    ),
    "payslip": _words(
        "lønnsslipp, lønsslipp, lønnslipp, lönespecifikation, lönebesked, lönespec, lønseddel, lønsedler, "
        "payslip, pay slip, wage slip, inntektsdokumentasjon, dokumentasjon på inntekt, dokumentasjon av inntekt, "
        "inntektsopplysning, inkomstuppgift, inkomstintyg, inkomst, inntekt, indkomst, income, proof of income, "
        "skattemelding, årsoppgave, årsopgørelse, tax return"
    ),
    "id_document": _words(
        "legitimasjon, legitimation, legitimering, legitimationshandling, id-kopi, kopi av pass, kopia av pass, "
        "passkopi, pass, pas, id-handling, id-bevis, billed-id, billede-id, id-kort, id-dokument, passport, "
        "identity document, id document, photo id, proof of identity, proof of id, identification, førerkort, "
        "körkort, kørekort, driving licence, driver's licence, identitetsbevis"
    ),
    "power_of_attorney": _words(
        "fullmakt, fullmakten, fuldmagt, power of attorney, authorisation, authorization, mandate"
    ),
    "receipt": _words(
        "kvittering, kvitteringen, kvitto, kvittot, receipt, proof of purchase, kjøpsbevis, inköpsbevis, "
        "købsbevis, kassalapp, kassakvitto, bon, faktura for kjøpet, kopi av faktura"
    ),
    "photographs": _words(
        "bilder, bilete, bilde, bild, billeder, billede, foto, fotografi, fotos, photo, photos, photograph, "
        "picture, pictures, image"
    ),
    "inventory_list": _words(
        "innholdsliste, innhaldsliste, inventarliste, inventarielista, innehållsförteckning, inventory, list of "
        "contents, liste over innhold, liste over innhald, lista över, liste over, fortegnelse, förteckning, "
        "oversikt over, tapsliste, skadeliste"
    ),
    "signature": _words(
        "underskrift, underskriften, signatur, namnunderskrift, signature, signert avtale, signert kontrakt, "
        "signerad, underskreven, underskrevet, signed"
    ),
    "source_of_funds": _words(
        "midlenes opprinnelse, opphavet til pengene, opphavet til midlane, pengenes opprinnelse, pengarnas "
        "ursprung, medlens ursprung, pengenes oprindelse, midlernes oprindelse, source of funds, source of the "
        "money, source of wealth, where the money comes from, hvor pengene kommer fra, kor pengane kjem frå, var "
        "pengarna kommer ifrån"
    ),
    "medical_certificate": _words(
        "legeerklæring, legeattest, lægeerklæring, lægeattest, läkarintyg, sykmelding, sjukmelding, sygemelding, "
        "sjukintyg, medical certificate, doctor's note, doctor's certificate, helseopplysning, helseerklæring, "
        "hälsodeklaration, helbredsoplysning, health declaration"
    ),
    "police_report": _words(
        "politianmeldelse, politimelding, anmeldelse, polisanmälan, politirapport, police report, crime reference"
    ),
    "damage_report": _words(
        "skademelding, skadeanmälan, skadeanmeldelse, damage report, claim form, skadeskjema, accident report"
    ),
    "application_form": _words(
        "søknadsskjema, søknad, ansökningsblankett, ansökan, ansøgningsskema, ansøgning, application form, "
        "application, skjema, blankett, skema, form, egenerklæring"
    ),
    "contract": _words(
        "leiekontrakt, leigekontrakt, hyreskontrakt, lejekontrakt, tenancy agreement, lease, contract copy, "
        "kontraktkopi"
    ),
    "payment_method": _words(
        "betalingsmetode, betalingsmåte, betalingsmiddel, betalsätt, betalningssätt, betalkort, betalingskort, "
        "betalningskort, payment method, payment card, avtalegiro, autogiro, betalingsservice"
    ),
    "password": _words("passord, lösenord, adgangskode, password"),
    "registration_number": _words(
        "registreringsnummer, regnummer, registreringsskilt, kjennemerke, kjenneteikn, nummerplade, "
        "indregistreringsnummer, registration number, number plate, licence plate, reg.nr, skiltnummer"
    ),
    "emergency_contact": _words(
        "pårørende, pårørande, anhörig, nærmeste pårørende, emergency contact, next of kin, kontaktperson, "
        "contact person"
    ),
    "delivery_address": _words(
        "leveringsadresse, leveransadress, leveringssted, delivery address, shipping address, fakturaadresse, "
        "fakturaadress, faktureringsadresse, billing address"
    ),
    "name": _words(
        "fullt navn, fullstendig navn, fullt namn, fulle navn, fullständigt namn, full name, for- og etternavn"
    ),
    "employer": _words("arbeidsgiver, arbeidsgjevar, arbetsgivare, arbejdsgiver, employer"),
    "household_size": _words(
        "antall personer i husstanden, husstand, hushåll, hushald, husstandens, household, number of occupants, "
        "antall beboere"
    ),
}
"""Canonical key of `on_file` → what it is called."""
