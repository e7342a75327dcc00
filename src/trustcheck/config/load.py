"""Finding the configuration file and turning it into `Settings`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from trustcheck.config.baseline import default_baseline
from trustcheck.config.load_sources import facts_settings
from trustcheck.config.settings import CheckSettings, RulesSettings, Settings, TemplatesSettings, default_periods
from trustcheck.config.source import PYPROJECT, ConfigSource, config_from_text, configures_trustcheck, read_config
from trustcheck.model.registry import External, Organisation
from trustcheck.model.rule import Severity

if TYPE_CHECKING:
    from trustcheck.config.schema import ConfigFile, OrganisationTable

CONFIG_NAME = "trustcheck.toml"


def load_settings(path: Path | None) -> Settings:
    """The settings that a file gives; without one, all defaults.

    Raises ConfigError, with line, column and the nearest known key, for anything that cannot be used.
    """
    if path is None:
        return Settings()
    return _settings_of(read_config(Path(path)))


def settings_from_text(text: str, path: Path) -> Settings:
    """The settings that a text would give if it stood at `path`. Raises ConfigError as `load_settings`."""
    return _settings_of(config_from_text(text, path))


def find_config(start: Path) -> Path | None:
    """The nearest configuration at or above `start`: trustcheck.toml, else a pyproject.toml with [tool.trustcheck].

    Raises ConfigError for a pyproject.toml that speaks of trustcheck and is no TOML: passing over it would be silence.
    """
    here = Path(start).absolute()
    return next((found for folder in (here, *here.parents) for found in _configs_in(folder)), None)


def _configs_in(folder: Path) -> Iterator[Path]:
    own, shared = folder / CONFIG_NAME, folder / PYPROJECT
    if own.is_file():
        yield own
    if shared.is_file() and configures_trustcheck(shared):
        yield shared


def _validated(source: ConfigSource) -> ConfigFile:
    # pydantic takes a tenth of a second to import; whoever has no configuration file need not wait for it.
    from pydantic import ValidationError

    from trustcheck.config.explain import explain
    from trustcheck.config.schema import ConfigFile

    try:
        return ConfigFile.model_validate(source.table)
    except ValidationError as error:
        raise explain([dict(e) for e in error.errors()], source) from error


def _settings_of(source: ConfigSource) -> Settings:
    file, path = _validated(source), source.path
    root = path.absolute().parent
    check = file.check
    return Settings(
        organisation=_organisation(file.organisation),
        check=CheckSettings(
            fail_on=Severity(check.fail_on),
            select=tuple(check.select),
            ignore=tuple(check.ignore),
            severity={rule: Severity(word) for rule, word in check.severity.items()},
            per_file={glob: tuple(rules) for glob, rules in check.per_file.items()},
            language=check.language,
            max_bytes=check.max_bytes,
            baseline=root / check.baseline if check.baseline else default_baseline(root),
        ),
        facts=facts_settings(file.facts, root, source),
        periods=_periods(file),
        templates=_templates(file),
        rules=RulesSettings(tuple(root / folder for folder in file.rules.paths)),
        root=root,
        path=path,
    )


def _organisation(table: OrganisationTable) -> Organisation:
    external = table.external
    return Organisation(
        legal_name=table.legal_name,
        brands=tuple(table.brands),
        country=table.country or "",
        org_number=table.org_number,
        domains=tuple(table.domains),
        emails=tuple(table.emails),
        phones=tuple(table.phones),
        addresses=tuple(table.addresses),
        sms_senders=tuple(table.sms_senders),
        bank_accounts=tuple(table.bank_accounts),
        external=External(tuple(external.domains), tuple(external.phones), tuple(external.emails)),
    )


def _templates(file: ConfigFile) -> TemplatesSettings:
    table = file.templates.model_dump()
    return TemplatesSettings(**{**table, "roots": tuple(table["roots"])})


def _periods(file: ConfigFile) -> dict[str, dict[str, int]]:
    """The defaults, with the file's days laid over them country by country."""
    periods = default_periods()
    for name, days in file.periods.items():
        periods[name] = periods[name] | days
    return periods
