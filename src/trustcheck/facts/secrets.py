"""Reading a secret where the configuration says it is kept. Nothing here ever shows one."""

from __future__ import annotations

import os
import re
import subprocess

from trustcheck.config.sources import Secret, SecretText
from trustcheck.facts.trouble import Trouble
from trustcheck.model.facts import CellState

_COMMAND_SECONDS = 10
_IN_URL = re.compile(r"(?<=://)[^\s/@]{1,500}(?=@)|(?<=\?)[^\s\"']{1,2000}")


def reveal(secret: SecretText) -> str:
    """The text itself. Raises Trouble where it is not to be had."""
    if isinstance(secret, str):
        return secret
    if secret.env:
        found = os.environ.get(secret.env, "")
        where = f"the environment variable {secret.env}"
    elif secret.file is not None:
        found, where = _from_file(secret), f"the file {secret.file}"
    else:
        found, where = _from_command(secret.command), f"the command {secret.command[0]}"
    if not found:
        raise _missing(f"{where} is not set or gives nothing")
    return found


def masked(url: str) -> str:
    """A URL fit to be shown: without user name, password and query."""
    return _IN_URL.sub("***", url)


def _from_file(secret: Secret) -> str:
    assert secret.file is not None
    try:
        return secret.file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise _missing(f"the file {secret.file} cannot be read ({type(error).__name__})") from None


def _from_command(command: tuple[str, ...]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_COMMAND_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError) as error:
        raise _missing(f"the command {command[0]} does not run ({type(error).__name__})") from None
    if done.returncode:
        # What it wrote is not repeated: it may hold what was asked for.
        raise _missing(f"the command {command[0]} ends with {done.returncode}")
    return done.stdout.strip()


def _missing(why: str) -> Trouble:
    return Trouble(CellState.UNAVAILABLE, f"a secret of this source cannot be read: {why}")
