"""JSON over HTTP as a source: a request for each batch or account, tried again in time, never followed elsewhere.

Imports httpx2 and stamina, which come with the extra `http`.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import httpx2
import stamina

from trustcheck.config.sources import Web
from trustcheck.facts.secrets import masked, reveal
from trustcheck.facts.trouble import Trouble, same_everywhere, told
from trustcheck.facts.web_answer import AnswerReader
from trustcheck.model.facts import AccountFacts, CellState

_PLACE = "{account}"
_AT_ONCE = 8
_TRIES = 4
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that a second try may end otherwise."""

# These libraries log addresses and headers of requests: account keys and tokens, which belong in no log. Another try is
# no news either: what comes of the last one is in the report.
for _library in ("httpx2", "httpcore2", "stamina"):
    logging.getLogger(_library).setLevel(logging.ERROR)


class _AgainError(Exception):
    """Worth another try; `trouble` is what it comes to if that is the last one."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.note)
        self.trouble = trouble


class WebSource:
    """Implements `model.facts.FactSource`. May be asked from several threads."""

    def __init__(self, name: str, settings: Web) -> None:
        self._name = name
        self._settings = settings
        self._reader = AnswerReader(name, settings)
        self._client = httpx2.Client(follow_redirects=False, limits=httpx2.Limits(max_connections=_AT_ONCE))

    @property
    def name(self) -> str:
        return self._name

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        """Cells for each account and key; several requests run at once, and all of them share the deadline."""
        batch, wanted = list(accounts), tuple(keys)
        deadline = time.monotonic() + self._settings.patience.deadline.total_seconds()
        try:
            url = reveal(self._settings.url)
            headers = {name: reveal(value) for name, value in self._settings.headers.items()}
        except Trouble as trouble:
            return same_everywhere(batch, wanted, trouble.cell(self._name))
        ask = self._one if _PLACE in url else self._several
        size = 1 if _PLACE in url else self._settings.batch
        parts = [batch[start : start + size] for start in range(0, len(batch), size)]
        found: dict[str, AccountFacts] = {}
        with ThreadPoolExecutor(max_workers=min(_AT_ONCE, len(parts) or 1)) as pool:
            for facts in pool.map(partial(self._told, ask, url, headers, wanted, deadline), parts):
                found |= facts
        return found

    def remarks(self) -> Sequence[str]:
        """What `trustcheck sources check` warns of."""
        try:
            address = urlsplit(reveal(self._settings.url))
        except ValueError:
            return []
        if address.scheme == "http" and address.hostname not in _LOOPBACK:
            return [f"account data travels unencrypted: {masked(address.geturl())}; use https"]
        return []

    def _told(
        self,
        ask: Callable[..., dict[str, AccountFacts]],
        url: str,
        headers: Mapping[str, str],
        keys: Sequence[str],
        deadline: float,
        accounts: Sequence[str],
    ) -> dict[str, AccountFacts]:
        """The answer for a part of the batch; whatever goes wrong with it becomes its cells."""
        try:
            return ask(url, headers, accounts, keys, deadline)
        except Trouble as trouble:
            return same_everywhere(accounts, keys, trouble.cell(self._name))
        except _AgainError as last:
            return same_everywhere(accounts, keys, last.trouble.cell(self._name))

    def _one(
        self, url: str, headers: Mapping[str, str], accounts: Sequence[str], keys: Sequence[str], deadline: float
    ) -> dict[str, AccountFacts]:
        (account,) = accounts
        if account in (".", ".."):
            raise Trouble(CellState.INVALID, "the account's key cannot stand in a URL")
        asked_at = datetime.now(UTC)
        request = self._request(url.replace(_PLACE, quote(account, safe="")), headers, accounts)
        data = self._fetched(request, deadline, may_be_unknown=True)
        if data is None:
            return self._reader.unknown(account, keys)
        return self._reader.one(account, keys, data, asked_at)

    def _several(
        self, url: str, headers: Mapping[str, str], accounts: Sequence[str], keys: Sequence[str], deadline: float
    ) -> dict[str, AccountFacts]:
        asked_at = datetime.now(UTC)
        if self._settings.method == "GET":
            url += ("&" if "?" in url else "?") + urlencode([(self._settings.keys, account) for account in accounts])
        data = self._fetched(self._request(url, headers, accounts), deadline, may_be_unknown=False)
        return self._reader.batch(accounts, keys, data or b"", asked_at)

    def _request(self, url: str, headers: Mapping[str, str], accounts: Sequence[str]) -> httpx2.Request:
        body: Any = {self._settings.keys: list(accounts)} if self._settings.method == "POST" else None
        # Not compressed: a small answer that unpacks to a huge one would pass any limit.
        told = {"Accept": "application/json", "Accept-Encoding": "identity", **headers}
        try:
            return self._client.build_request(self._settings.method, url, headers=told, json=body)
        except (httpx2.InvalidURL, httpx2.HTTPError, ValueError, TypeError) as error:
            note = f"its URL or a header cannot be used ({type(error).__name__})"
            raise Trouble(CellState.UNAVAILABLE, note) from None

    def _fetched(self, request: httpx2.Request, deadline: float, *, may_be_unknown: bool) -> bytes | None:
        """The body of the answer; None: the server says in JSON that it does not know the account."""
        tries = stamina.retry_context(
            on=_AgainError, attempts=_TRIES, timeout=_left(deadline), wait_initial=0.1, wait_max=1.0, wait_jitter=0.1
        )
        for attempt in tries:
            with attempt:
                return self._tried(request, deadline, may_be_unknown=may_be_unknown)
        raise AssertionError("stamina ends with an answer or an error")

    def _tried(self, request: httpx2.Request, deadline: float, *, may_be_unknown: bool) -> bytes | None:
        request.extensions = {**request.extensions, "timeout": httpx2.Timeout(_left(deadline)).as_dict()}
        try:
            response = self._client.send(request, stream=True)
            try:
                if may_be_unknown and response.status_code == 404 and _is_json(response):
                    return None
                _require_success(response)
                return self._body(response, deadline)
            finally:
                response.close()
        except httpx2.TimeoutException:
            raise _too_slow() from None
        except (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL) as error:
            note = f"the server does not answer{told(error)}"
            raise _AgainError(Trouble(CellState.UNAVAILABLE, note)) from None

    def _body(self, response: httpx2.Response, deadline: float) -> bytes:
        """All of it, unless it is too large or comes too slowly: a server that drips keeps every single time-out."""
        if response.headers.get("content-encoding", "identity") != "identity":
            raise Trouble(CellState.INVALID, "the answer is compressed, which was not asked for")
        data = bytearray()
        for piece in response.iter_raw():
            data += piece
            if len(data) > self._settings.max_bytes:
                raise Trouble(CellState.INVALID, f"the answer is larger than {self._settings.max_bytes:,} bytes")
            if time.monotonic() > deadline:
                raise _too_slow()
        return bytes(data)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise _too_slow()
    return left


def _too_slow() -> Trouble:
    return Trouble(CellState.TIMEOUT, "the server took longer than the deadline of this source")


def _is_json(response: httpx2.Response) -> bool:
    """An API says in JSON that there is no such account; a proxy or a wrong path says it in HTML."""
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind == "application/json" or kind.endswith("+json")


def _require_success(response: httpx2.Response) -> None:
    status = response.status_code
    if 200 <= status < 300:
        return
    if 300 <= status < 400:
        step = "name the address that it leads to; account keys and tokens are not sent on"
        raise Trouble(CellState.UNAVAILABLE, f"the server sends us elsewhere ({status}): {step}")
    trouble = Trouble(CellState.UNAVAILABLE, f"the server answers with {status}{_advice(status)}")
    raise _AgainError(trouble) if status in _PASSING else trouble


def _advice(status: int) -> str:
    if status in (401, 403):
        return "; check the credentials of this source"
    return "; check its URL" if status in (404, 405) else ""
