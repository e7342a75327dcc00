from hypothesis import given
from hypothesis import strategies as st

from trustcheck.model.message import Channel, EmphasisKind

from .support import read, roles, shown_at


def test_marks_are_gone_and_places_kept() -> None:
    message = read(
        "# Velkommen som ny kunde\n\nHei Ola,\n\nDu er **hjertelig** velkommen. Se [siden vår](https://a.example).\n\n- Ring *oss*\n- Skriv\n",
        "a.md",
    )
    assert roles(message) == [
        ("heading", "Velkommen som ny kunde"),
        ("greeting", "Hei Ola,"),
        ("paragraph", "Du er hjertelig velkommen. Se siden vår."),
        ("list-item", "Ring oss"),
        ("list-item", "Skriv"),
    ]
    assert shown_at(message, "hjertelig") == "hjertelig"
    assert [(link.span.of(message.text), link.target) for link in message.links] == [("siden vår", "https://a.example")]
    assert [(run.span.of(message.text), run.kinds) for run in message.emphasis] == [
        ("hjertelig", {EmphasisKind.BOLD}),
        ("oss", {EmphasisKind.ITALIC}),
    ]


def test_front_matter_speaks_for_the_file() -> None:
    message = read("---\nclass: reminder\nchannel: email\n---\nHei Ola\n", "a.md")
    assert dict(message.metadata) == {"class": "reminder", "channel": "email"}
    assert message.channel is Channel.EMAIL
    assert message.text == "Hei Ola"


def test_a_lone_star_and_a_name_with_underscores_stay() -> None:
    assert read("Pris: 5 * 3 kr for fil_navn_her\n", "a.md").text == "Pris: 5 * 3 kr for fil_navn_her"


@given(st.text(st.sampled_from("ab *_[]()#-|>`\\\n1.ø<@"), max_size=120))
def test_any_markdown_is_read_with_exact_places(content: str) -> None:
    read(content, "a.md")
