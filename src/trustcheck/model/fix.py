"""A safe edit: a change that mends a finding and leaves the meaning as it is."""

from __future__ import annotations

from dataclasses import dataclass

from trustcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `replacement` in the place of what `span` holds.

    In what a check reports the span is in `Message.text`, in a finding it is in the decoded source file.
    """

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that together mend one finding: in order, without overlap, and all of them or none.

    `title` says what they do, for whoever decides whether to take them.
    """

    title: str
    edits: tuple[Edit, ...]

    def __post_init__(self) -> None:
        ends = [0, *(edit.span.end for edit in self.edits)]
        if not self.edits or any(e.span.start < end for e, end in zip(self.edits, ends, strict=False)):
            raise ValueError("the edits of a fix stand in order, do not overlap, and there is at least one")
