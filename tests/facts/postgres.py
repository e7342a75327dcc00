"""A throw-away PostgreSQL on loopback: Debian's package, a new cluster, an unprivileged user.

It is there or the tests fail: what has not run has not been tested.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

OWNER = "trustcheck_owner"
READER = "trustcheck_reader"


@dataclass(frozen=True)
class Cluster:
    """A running server. Whoever connects from this machine is believed."""

    port: int
    folder: Path

    def url(self, user: str = READER, database: str = "crm") -> str:
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"


def programs() -> Path:
    """The folder of `initdb` and `pg_ctl`, of the newest version that is installed."""
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if homes:
        return homes[-1]
    found = shutil.which("pg_ctl")
    assert found, "PostgreSQL is not installed: apt-get install postgresql (the tests start a server of their own)"
    return Path(found).parent


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """A new cluster, stopped and removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="trustcheck-pg-"))
    data = folder / "data"
    if os.getuid() == 0:
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
    port = _free_port()
    try:
        _run("initdb", "--pgdata", data, "--username", OWNER, "--auth", "trust", "--encoding", "UTF8", "--no-sync")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        _run("pg_ctl", "--pgdata", data, "--log", folder / "log", "--options", options, "--wait", "start")
        try:
            yield Cluster(port, folder)
        finally:
            _run("pg_ctl", "--pgdata", data, "--mode", "immediate", "--wait", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: str, *arguments: str | Path) -> None:
    """PostgreSQL refuses to run as root; as root it runs as the user that Debian's package made."""
    command = [str(programs() / program), *map(str, arguments)]
    if os.getuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    # Not a pipe: the server inherits it, and reading it to its end would wait for the server to stop.
    with tempfile.TemporaryFile() as told:
        done = subprocess.run(command, stdout=told, stderr=told, stdin=subprocess.DEVNULL, cwd="/", check=False)
        told.seek(0)
        assert done.returncode == 0, told.read().decode(errors="replace")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
