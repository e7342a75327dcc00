from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, text
from tests.facts.postgres import OWNER, READER, Cluster, running_cluster
from tests.facts.web_server import Server, running_server

SCHEMA = f"""
create table customers (account text primary key, name text, since date);
create table invoices (account text, number bigint, amount numeric(12, 2), currency char(5), due date, state char(1),
                       paid_on date, read_at timestamptz, naive timestamp);
create table agreements (account text, id uuid, product text, status text);
create table promises (account text, made timestamptz, due date, what text, kept int);
create table secrets (account text);
create sequence tickets;
insert into customers values ('A-1', 'Runa Vik', '2020-02-01'), ('A-2', 'Odd Li', '2021-03-04'), ('A-3', 'Ås Ø', null);
insert into invoices values
  ('A-1', 7788, 499.00, 'NOK', '2026-10-20', 'U', null, '2026-11-20 06:00+00', '2026-11-20 06:00'),
  ('A-1', 7789, 0.10, 'NOK', '2026-11-20', 'P', '2026-11-19', '2026-11-20 05:00+00', '2026-11-20 06:00'),
  ('A-2', 7790, 12.5, 'NOK', '2026-10-20', 'P', '2026-10-19', '2026-11-20 07:00+01', '2026-11-20 06:00');
insert into agreements values ('A-2', '00000000-0000-0000-0000-00000000000a', 'fiber', 'active');
insert into promises values ('A-1', '2026-11-15 10:00+01', '2026-11-16', 'ringe', 0);
create role {READER} login;
grant select on customers, invoices, agreements, promises to {READER};
"""


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A real PostgreSQL with a few customers, and a login that may only read them."""
    with running_cluster() as running:
        admin = create_engine(running.url(OWNER, "postgres"), isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            connection.execute(text("create database crm"))
        admin.dispose()
        owner = create_engine(running.url(OWNER))
        with owner.begin() as connection:
            for statement in SCHEMA.split(";"):
                if statement.strip():
                    connection.execute(text(statement))
        owner.dispose()
        yield running


@pytest.fixture
def server() -> Iterator[Server]:
    with running_server() as running:
        yield running
