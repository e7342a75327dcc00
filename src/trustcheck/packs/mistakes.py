"""Several mistakes in rule files at once: whoever mends them wants to see all, not one a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from trustcheck.model.errors import RuleFileError


class ManyMistakesError(RuleFileError):
    """More than one mistake. `errors` holds them in reading order; place and words of its own are the first one's."""

    def __init__(self, errors: Sequence[RuleFileError]) -> None:
        self.errors = tuple(errors)
        first = self.errors[0]
        super().__init__(
            first.what,
            path=first.path,
            line=first.line,
            column=first.column,
            source_line=first.source_line,
            next_step=first.next_step,
        )

    def __str__(self) -> str:
        return "\n".join([*map(str, self.errors), f"{len(self.errors)} mistakes in rule files"])


@dataclass(slots=True)
class Collector:
    """Gathers the mistakes of several steps, so that one bad file does not hide those of the next."""

    errors: list[RuleFileError] = field(default_factory=list)

    @contextmanager
    def step(self) -> Iterator[None]:
        """Keep the RuleFileError of the block and go on."""
        try:
            yield
        except ManyMistakesError as several:
            self.errors.extend(several.errors)
        except RuleFileError as one:
            self.errors.append(one)

    def raise_if_any(self) -> None:
        if self.errors:
            raise together(self.errors)


def together(errors: Iterable[RuleFileError]) -> RuleFileError:
    """One error for several. There must be at least one."""
    found = list(errors)
    return found[0] if len(found) == 1 else ManyMistakesError(found)
