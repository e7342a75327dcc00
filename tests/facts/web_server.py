"""An HTTP server on loopback that answers well, or misbehaves in one of many ways, by the path that it is asked for."""

from __future__ import annotations

import gzip
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from copy import copy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

AS_OF = "2026-11-20T06:00:00Z"
FACTS: dict[str, Any] = {
    "as_of": AS_OF,
    "customer": {"name": "Runa Vik", "since": "2020-02-01"},
    "agreements": [{"id": "AV-1", "product": "fiber", "status": "active"}],
    "invoices": [{"number": "7788", "amount": "499.00", "currency": "NOK", "due": "2026-10-20", "status": "paid"}],
    "cases": [],
}
GOOD = json.dumps({"accounts": {"A-1": FACTS, "A-0": None}}).encode()


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self._answer()

    def _answer(self) -> None:
        # A copy: one handler answers all requests of a connection that is kept open.
        self.server.asked.append(copy(self))
        with suppress(BrokenPipeError, ConnectionResetError):
            BEHAVIOURS[urlsplit(self.path).path.strip("/").split("/")[0]](self)

    def say(self, body: bytes, status: int = 200, kind: str = "application/json", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *told: Any) -> None:
        pass

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.path).query)

    @property
    def last(self) -> str:
        return unquote(urlsplit(self.path).path.rsplit("/", 1)[-1])


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    asked: list[Handler]
    """Every request so far."""

    def url(self, behaviour: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/{behaviour}"


def _drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def _hang(handler: Handler) -> None:
    time.sleep(10)


def _huge(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    handler.close_connection = True
    for _ in range(1000):
        handler.wfile.write(b" " * 100_000)


def _cut(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(GOOD)))
    handler.end_headers()
    handler.wfile.write(GOOD[: len(GOOD) // 2])
    handler.close_connection = True


def _slam(handler: Handler) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)


def _flaky(handler: Handler) -> None:
    tried = sum(urlsplit(h.path).path == "/flaky" for h in handler.server.asked)
    if tried < 3:
        handler.say(b"{}", 503)
    else:
        handler.say(GOOD)


def _single(handler: Handler) -> None:
    if handler.last in ("A-1", "A-9"):
        handler.say(json.dumps({"id": "A-1", **FACTS}).encode())
    else:
        handler.say(b'{"error": "no such account"}', 404)


def _mapped(handler: Handler) -> None:
    """An API with words of its own; amounts are JSON numbers."""
    body = """{"meta": {"read": "%s"}, "data": [{"id": "A-1", "open": [
        {"no": 7788, "total": 499.10, "state": "paid"}, {"no": 7789, "total": 0.30, "state": "unpaid"}], "odd": {"x": 1}}]}"""
    handler.say((body % AS_OF).encode())


def _facts(**changed: Any) -> Callable[[Handler], None]:
    return _raw(json.dumps({"accounts": {"A-1": {**FACTS, **changed}}}).encode())


def _raw(body: bytes, status: int = 200, kind: str = "application/json", **headers: str) -> Callable[[Handler], None]:
    return lambda handler: handler.say(body, status, kind, **headers)


FAILING: dict[str, Callable[[Handler], None]] = {
    "html": _raw(b"<html>Please log in</html>", kind="text/html"),
    "html-as-json": _raw(b"<html>Please log in</html>"),
    "empty": _raw(b""),
    "truncated": _raw(GOOD[: len(GOOD) // 2]),
    "cut": _cut,
    "slam": _slam,
    "null": _raw(b"null"),
    "list": _raw(b"[]"),
    "no-accounts": _raw(b'{"error": "none"}'),
    "half": _raw(json.dumps({"accounts": {"A-2": FACTS}}).encode()),
    "unknown": _raw(b'{"accounts": {"A-1": null}}'),
    "doubles": _raw(b'{"accounts": {"A-1": {}, "A-1": {}}}'),
    "nested": _raw(b"[" * 100_000),
    "latin": _raw('{"accounts": {"A-1": {"customer": {"name": "Ås"}}}}'.encode("latin-1")),
    "nan": _raw(b'{"accounts": {"A-1": {"balance": {"amount": NaN}}}}'),
    "wrong-types": _facts(agreements={}, invoices="paid", customer=[], cases=7),
    "wrong-words": _facts(
        agreements=[{"status": "yes"}], invoices=[{"status": "P"}], customer={"since": "x"}, cases=[{"kind": 1}]
    ),
    "nulls": _facts(agreements=None, invoices=None, customer=None, cases=None),
    "naive": _facts(as_of="2026-11-20T06:00:00"),
    "future": _facts(as_of="2036-11-20T06:00:00Z"),
    "old": _facts(as_of="2020-11-20T06:00:00Z"),
    "undated": _facts(as_of=None),
    "redirect": _raw(b"", 302, Location="/redirect"),
    "redirect-away": _raw(b"", 301, Location="http://127.0.0.1:1/"),
    "unauthorized": _raw(b"{}", 401),
    "missing": _raw(b"<html>", 404, "text/html"),
    "error": _raw(b"{}", 500),
    "busy": _raw(b"{}", 429),
    "teapot": _raw(b"{}", 418),
    "huge": _huge,
    "gzip": _raw(gzip.compress(b" " * 10_000_000), Content_Encoding="gzip"),
    "hang": _hang,
    "drip": _drip,
}
"""Path → a way of not answering for account A-1."""

BEHAVIOURS: dict[str, Callable[[Handler], None]] = {
    **FAILING,
    "good": _raw(GOOD),
    "flaky": _flaky,
    "single": _single,
    "mapped": _mapped,
}


@contextmanager
def running_server() -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), Handler)
    server.asked = []
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
