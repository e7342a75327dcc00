"""What a source throws at itself when it cannot answer, and the cells that it turns into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trustcheck.model.facts import AccountFacts, Cell, CellState

UNKNOWN_ACCOUNT = "the records do not know this account"

_LIKELY = (
    ("refused", "nobody listens at that address"),
    ("password authentication", "the user or the password is refused"),
    ("no password supplied", "it wants a password"),
    ("does not exist", "there is no such database or user"),
    ("name or service not known", "the host name is not known"),
    ("name resolution", "the host name is not known"),
    ("translate host name", "the host name is not known"),
    ("certificate", "its certificate is not trusted"),
    ("unreachable", "its network cannot be reached"),
)
"""What an error says of a connection → the same in our words: its own may hold names, addresses and secrets."""


class Trouble(Exception):  # noqa: N818 - it ends as a cell, not as an error
    """No answer, and why. `note` holds no account value and no secret."""

    def __init__(self, state: CellState, note: str) -> None:
        super().__init__(note)
        self.state = state
        self.note = note

    def cell(self, source: str) -> Cell:
        return Cell(self.state, source=source, note=self.note)


def same_everywhere(accounts: Iterable[str], keys: Iterable[str], cell: Cell) -> dict[str, AccountFacts]:
    """One cell for every account and key."""
    wanted = tuple(keys)
    return {account: AccountFacts(account, dict.fromkeys(wanted, cell)) for account in accounts}


def is_out_of_reach(facts: Mapping[str, AccountFacts]) -> bool:
    """True where a batch came back with nothing but time-outs and refusals: the source is down, not the data wrong."""
    down = (CellState.TIMEOUT, CellState.UNAVAILABLE)
    cells = [cell for found in facts.values() for cell in found.cells.values()]
    asked = [cell for cell in cells if cell.state is not CellState.NOT_CONFIGURED]
    return bool(asked) and all(cell.state in down for cell in asked)


def told(error: BaseException | None, code: str = "") -> str:
    """The kind of an error, and its likely cause where its words tell one: ` (OperationalError: the host …)`."""
    words = str(error).lower()
    cause = next((f": {ours}" for theirs, ours in _LIKELY if theirs in words), "")
    return f" ({type(error).__name__}{f', {code}' if code else ''}{cause})"
