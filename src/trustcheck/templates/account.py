"""What the renderings of a template reached of it, and what they did not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trustcheck.model.span import Place
from trustcheck.templates.document import Explored, Problem, Reached, Rendering
from trustcheck.templates.oracle import Coverage, PlaceKey
from trustcheck.templates.outline import outline_of
from trustcheck.templates.parse import Template
from trustcheck.templates.rope import Kind
from trustcheck.templates.source import Source


def account_of(
    template: Template,
    coverage: Coverage,
    renderings: tuple[Rendering, ...],
    problems: tuple[Problem, ...],
    attempts: int,
) -> Explored:
    """The renderings with their account. Texts that none of them printed are noted as `unreached-text`."""
    source, outline = template.source, outline_of(template)
    printed = _printed(source, renderings)
    missing = _unreached(source, outline.literals, printed) + _unreached(source, outline.phrases, printed)
    notes = tuple(
        Problem("unreached-text", f"no rendering prints «{text[:60]}»", source.path, at) for at, text in missing
    )
    characters = [at for start, end in outline.literals for at in range(start, end) if not source.text[at].isspace()]
    unknown = [place for place in outline.branches if place in coverage.unknown_arms]
    return Explored(
        path=source.path,
        renderings=renderings,
        problems=problems + notes,
        arms=_arms(coverage, outline.branches),
        unknown_arms=_arms(coverage, unknown),
        literals=Reached(sum(printed[at] for at in characters), len(characters)),
        unreached=missing,
        attempts=attempts,
    )


def _arms(coverage: Coverage, places: Iterable[PlaceKey]) -> Reached:
    ways = [(place, arm) for place in places for arm in (0, 1)]
    return Reached(sum(way in coverage.arms for way in ways), len(ways))


def _printed(source: Source, renderings: Iterable[Rendering]) -> bytearray:
    """For each character of the file whether it was printed."""
    printed = bytearray(len(source.text) + 1)
    for rendering in renderings:
        for piece in rendering.pieces:
            if piece.source is not source or piece.kind not in (Kind.LITERAL, Kind.STRING):
                continue
            if isinstance(piece.offsets, int):
                printed[piece.offsets : piece.offsets + len(piece.text)] = b"\1" * len(piece.text)
            for at in piece.offsets if isinstance(piece.offsets, tuple) else ():
                printed[at] = 1
    return printed


def _unreached(
    source: Source, stretches: Sequence[tuple[int, int]], printed: bytearray
) -> tuple[tuple[Place, str], ...]:
    """Stretches of which not one visible character was printed."""
    made: list[tuple[Place, str]] = []
    for start, end in stretches:
        if not any(printed[at] for at in range(start, end) if not source.text[at].isspace()):
            words = " ".join(source.text[start:end].split())
            made.append((source.place(start, end), words))
    return tuple(made)
