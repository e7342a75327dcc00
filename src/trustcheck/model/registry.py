"""What the organisation says about itself in the configuration: the registry that identity rules compare with."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class External:
    """Others that a message may name: ombudsmen, regulators, partners."""

    domains: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """The registry. Domains are lower case; `country` is ISO 3166 alpha-2 and sets phone region and number checks."""

    legal_name: str = ""
    brands: tuple[str, ...] = ()
    country: str = ""
    org_number: str = ""
    domains: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    sms_senders: tuple[str, ...] = ()
    bank_accounts: tuple[str, ...] = ()
    external: External = field(default_factory=External)

    @property
    def names(self) -> tuple[str, ...]:
        """Legal name and brands, without the empty ones."""
        return tuple(n for n in (self.legal_name, *self.brands) if n)

    @property
    def configured(self) -> bool:
        """False where the configuration names no organisation: rules that need the registry are then skipped."""
        return bool(self.names)
