"""The imaginary organisation that examples in rule files are checked against, one for each language.

A fixed «now» and a fixed registry make an example mean the same everywhere. Numbers pass their check digits.
"""

from __future__ import annotations

from datetime import UTC, datetime

from trustcheck.model.registry import External, Organisation

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
"""Friday 20 November 2026, the day on which every example is «sent»."""

ACCOUNT = "A-1"
"""The account of every example that carries facts."""

_NORWEGIAN = Organisation(
    legal_name="NoldusNett AS",
    brands=("NoldusNett",),
    country="NO",
    org_number="310000000",
    domains=("noldusnett.no",),
    emails=("kunde@noldusnett.no",),
    phones=("+47 22 00 00 00", "+47 800 40 000"),
    addresses=("Boks 1, 0101 Oslo",),
    sms_senders=("NoldusNett",),
    bank_accounts=("1234.56.78903",),
    external=External(domains=("brukerklagenemnda.no", "elklagenemnda.no"), phones=("+47 22 47 80 00",)),
)
_SWEDISH = Organisation(
    legal_name="NoldusNät AB",
    brands=("NoldusNät",),
    country="SE",
    org_number="5599990008",
    domains=("noldusnat.se",),
    emails=("kund@noldusnat.se",),
    phones=("+46 8 400 100 00",),
    addresses=("Box 1, 111 11 Stockholm",),
    sms_senders=("NoldusNat",),
    bank_accounts=("123-4566",),
    external=External(domains=("arn.se",), phones=("+46 8 508 860 00",)),
)
_DANISH = Organisation(
    legal_name="NoldusNet A/S",
    brands=("NoldusNet",),
    country="DK",
    org_number="31000009",
    domains=("noldusnet.dk",),
    emails=("kunde@noldusnet.dk",),
    phones=("+45 70 10 00 00",),
    addresses=("Havnegade 1, 1058 København K",),
    sms_senders=("NoldusNet",),
    bank_accounts=("1234 0123456789",),
    external=External(domains=("forbrug.dk",), phones=("+45 41 71 50 00",)),
)
_BRITISH = Organisation(
    legal_name="NoldusNet Ltd",
    brands=("NoldusNet",),
    country="GB",
    org_number="09999999",
    domains=("noldusnet.co.uk",),
    emails=("help@noldusnet.co.uk",),
    phones=("+44 113 496 0000",),
    addresses=("1 High Street, Leeds LS1 1AA",),
    sms_senders=("NoldusNet",),
    bank_accounts=("00-00-00 12345678",),
    external=External(domains=("ombudsman.org.uk",), phones=("+44 800 023 4567",)),
)

ORGANISATIONS = {"nb": _NORWEGIAN, "nn": _NORWEGIAN, "sv": _SWEDISH, "da": _DANISH, "en": _BRITISH}
"""Language code → the organisation whose letters the examples of that language are."""
