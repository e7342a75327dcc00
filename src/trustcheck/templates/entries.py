"""One run of one entry of a template, with all that it cost and found. Whatever happens in it, it ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from time import thread_time

from trustcheck.templates.budget import Budget, OverBudgetError
from trustcheck.templates.loader import Loader
from trustcheck.templates.machine.macros import Macro
from trustcheck.templates.machine.run import Run
from trustcheck.templates.machine.state import Names, Page
from trustcheck.templates.machine.statements import LoopSignal
from trustcheck.templates.oracle import Asked, Coverage, Oracle, PlaceKey, Plan
from trustcheck.templates.parse import Template
from trustcheck.templates.questions import Atom
from trustcheck.templates.rope import Piece
from trustcheck.templates.settings import TemplateSettings
from trustcheck.templates.source import Spot
from trustcheck.templates.stand_ins import StandIns

Notes = Mapping[tuple[str, str, str], Spot | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a rendering starts: the template as a whole, or one of its macros or blocks by itself."""

    kind: str = "template"
    name: str = ""

    @property
    def words(self) -> str:
        return f"{self.kind} {self.name}".strip()


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """What one run gave. `limit`: the limit that cut it short, if one did. `macros`: those the template exports."""

    entry: Entry
    pieces: tuple[Piece, ...]
    asked: tuple[Asked, ...]
    branches: Mapping[PlaceKey, tuple[Atom, ...]]
    notes: Notes
    limit: str | None
    macros: tuple[str, ...] = ()

    @property
    def decisions(self) -> tuple[Atom, ...]:
        return tuple(Atom(a.question.path, a.question.op, a.question.value, a.truth) for a in self.asked if not a.given)

    @property
    def says_something(self) -> bool:
        return any(p.text.strip() for p in self.pieces)


class Workshop:
    """Runs entries of one template, and counts the attempts."""

    def __init__(
        self,
        settings: TemplateSettings,
        loader: Loader,
        stand_ins: StandIns,
        load: Callable[[str, str], Template | None],
        coverage: Coverage,
        deadline: float,
    ) -> None:
        self.settings = settings
        self.coverage = coverage
        self.attempts = 0
        self._loader = loader
        self._stand_ins = stand_ins
        self._load = load
        self._deadline = deadline

    @property
    def exhausted(self) -> bool:
        return self.attempts >= self.settings.limits.attempts or thread_time() > self._deadline

    def trial(self, template: Template, entry: Entry, plan: Plan) -> Trial:
        """Runs an entry by a plan. Never raises."""
        self.attempts += 1
        oracle = Oracle(self.coverage, plan)
        budget = Budget(self.settings.limits, self._deadline)
        run = Run(self.settings, budget, oracle, self._stand_ins, self._loader, self._load)
        page = Page.new(Names(values=deepcopy(dict(self.settings.data))))
        limit: str | None = None
        try:
            _carry_out(run, template, page, entry)
        except OverBudgetError as error:
            limit = error.limit
        except RecursionError:
            limit = "nesting"
        except LoopSignal:
            run.note("loop-control", "break or continue stands outside a loop", None)
        except Exception as error:  # noqa: BLE001  # a template that breaks the evaluator must not end the others
            run.note("internal-error", f"{type(error).__name__}: {error}"[:200], None)
        macros = tuple(name for name, value in page.root.values.items() if isinstance(value, Macro))
        return Trial(entry, tuple(run.out), tuple(oracle.asked), oracle.branches, run.notes, limit, macros)


def _carry_out(run: Run, template: Template, page: Page, entry: Entry) -> None:
    if entry.kind == "template":
        run.render(template, page)
        return
    with run.captured():
        run.render(template, page)
    page.extends = False
    frame = run.root_frame(template, page)
    if entry.kind == "block":
        run.print_block(entry.name, frame, Spot(template.source, 0, 0))
        return
    macro = page.root.values.get(entry.name)
    if isinstance(macro, Macro):
        run.entry_call(macro, run.spot(macro.node, frame))
