from __future__ import annotations

from tests.facts.test_guard import Source

from trustcheck.config.sources import Patience
from trustcheck.facts.guard import Guarded
from trustcheck.facts.narrow import Narrowed, innermost
from trustcheck.model.facts import Cell, CellState


def test_a_source_that_is_down_is_down_only_for_what_it_is_set_up_for() -> None:
    source = Source(Cell(CellState.UNAVAILABLE))
    facts = Narrowed(source, {"invoices"}).lookup(["A-1"], ["invoices", "cases"])["A-1"]
    assert facts.cell("invoices").state is CellState.UNAVAILABLE
    assert facts.cell("cases").state is CellState.NOT_CONFIGURED


def test_a_source_that_could_say_nothing_is_not_asked() -> None:
    source = Source()
    Narrowed(source, {"invoices"}).lookup(["A-1"], ["cases"])
    assert source.asked == []


def test_an_account_that_the_source_forgets_is_unavailable() -> None:
    class Forgetful(Source):
        def lookup(self, accounts: object, keys: object) -> dict[str, object]:  # type: ignore[override]
            return {}

    facts = Narrowed(Forgetful(), {"cases"}).lookup(["A-1"], ["cases"])["A-1"]
    assert facts.cell("cases").state is CellState.UNAVAILABLE


def test_the_source_itself_is_found_behind_all_that_stands_before_it() -> None:
    source = Source()
    assert innermost(Narrowed(Guarded(source, Patience()), {"cases"})) is source
