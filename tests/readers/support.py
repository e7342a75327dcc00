"""What every message that a reader gives must keep, and short ways to read one."""

from __future__ import annotations

from trustcheck.model.message import BlockRole, Message
from trustcheck.model.span import Span
from trustcheck.readers.read import read_bytes


def read(content: str | bytes, name: str = "letter.txt", **options: object) -> Message:
    data = content.encode("utf-8") if isinstance(content, str) else content
    message = read_bytes(data, name, **options)  # type: ignore[arg-type]
    assert_sound(message)
    return message


def assert_sound(message: Message) -> None:
    """Exact segments show what stands in the source; blocks lie in the text in order and are not empty."""
    assert message.source.length == len(message.text)
    for segment in message.source.segments:
        assert segment.source.end <= len(message.source_text)
        if segment.exact:
            assert segment.text.of(message.text) == segment.source.of(message.source_text)
    end = 0
    for block in message.blocks:
        assert block.span.start >= end
        assert len(block.span) > 0
        end = block.span.end
    assert end <= len(message.text)
    for span in [*(link.span for link in message.links), *(run.span for run in message.emphasis)]:
        assert span.end <= len(message.text)


def roles(message: Message) -> list[tuple[str, str]]:
    return [(block.role.value, block.span.of(message.text)) for block in message.blocks]


def texts(message: Message, role: BlockRole) -> list[str]:
    return [block.span.of(message.text) for block in message.of_role(role)]


def shown_at(message: Message, words: str) -> str:
    """What stands in the source where `words` are shown."""
    start = message.text.index(words)
    return message.source.to_source(Span(start, start + len(words))).of(message.source_text)
