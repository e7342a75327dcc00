from hypothesis import given
from hypothesis import strategies as st

from trustcheck.model.message import BlockRole, EmphasisKind

from .support import read, roles, shown_at, texts


def test_entities_are_shown_and_keep_their_place() -> None:
    message = read("<p>Bl&aring;b&aelig;r &amp; br&#248;d</p>", "a.html")
    assert message.text == "Blåbær & brød"
    assert shown_at(message, "brød") == "br&#248;d"
    assert shown_at(message, "å") == "&aring;"


def test_blocks_break_and_white_space_collapses() -> None:
    message = read("<div>Hei\n   Ola</div><div>Takk<br>for alt.</div>", "a.html")
    assert message.text == "Hei Ola\n\nTakk\nfor alt."


def test_headings_lists_and_rows_have_their_roles() -> None:
    message = read(
        "<p>Hei Ola,</p><h2>Slik gjør du</h2><ul><li>Ring oss<li>Skriv til oss</ul>"
        "<table><tr><td>Beløp</td><td>499 kr</td></tr><tr><td>Gebyr</td><td>0 kr</td></tr></table>",
        "a.html",
    )
    assert roles(message)[1:] == [
        ("heading", "Slik gjør du"),
        ("list-item", "Ring oss"),
        ("list-item", "Skriv til oss"),
        ("table-row", "Beløp\t499 kr"),
        ("table-row", "Gebyr\t0 kr"),
    ]


def test_a_table_that_lays_out_the_page_gives_paragraphs() -> None:
    message = read(
        "<table><tr><td><p>Hei Ola</p><p>Fakturaen din er betalt, takk skal du ha.</p></td></tr></table>", "a.html"
    )
    assert roles(message) == [("greeting", "Hei Ola"), ("paragraph", "Fakturaen din er betalt, takk skal du ha.")]


def test_what_is_not_shown_is_hidden() -> None:
    message = read(
        "<head><title>Tittel</title><style>.pre{display:none}</style></head><body><div class=pre>Forhåndstekst</div>"
        "<p style='visibility: hidden'>Usynlig</p><p hidden>Borte</p><span style='font-size:0px'>Null</span>"
        "<!-- Merknad --><p>Synlig</p></body>",
        "a.html",
    )
    assert message.text == "Synlig"
    for word in ("Tittel", "Forhåndstekst", "Usynlig", "Borte", "Null", "Merknad"):
        assert word in message.hidden


def test_links_have_text_and_target() -> None:
    message = read(
        '<p>Se <a href="https://a.example/x?a=1&amp;b=2">www.b.example</a> eller <a href="tel:+4722">ring</a></p>',
        "a.html",
    )
    assert [(link.span.of(message.text), link.target) for link in message.links] == [
        ("www.b.example", "https://a.example/x?a=1&b=2"),
        ("ring", "tel:+4722"),
    ]


def test_a_link_around_a_picture_is_kept() -> None:
    message = read(
        '<a href="https://a.example"><img src="a.png" alt="Betal nå"></a><a href="https://b.example"><img></a>',
        "a.html",
    )
    assert [(link.span.of(message.text), link.target) for link in message.links] == [
        ("Betal nå", "https://a.example"),
        ("", "https://b.example"),
    ]


def test_emphasis_is_seen_in_tags_styles_and_classes() -> None:
    message = read(
        "<style>.rod{color:#e00}</style><p><span class=rod><b>OBS nå</b></span> <font color=red>rødt</font>"
        " <span style='font-size:30px'>stort</span> <span style='color:#333'>grått</span></p>",
        "a.html",
    )
    assert [(run.span.of(message.text), run.kinds) for run in message.emphasis] == [
        ("OBS nå", {EmphasisKind.RED, EmphasisKind.BOLD}),
        ("rødt", {EmphasisKind.RED}),
        ("stort", {EmphasisKind.LARGE}),
    ]


def test_a_page_speaks_for_itself_in_meta_tags() -> None:
    message = read(
        '<meta name="trustcheck-class" content="reminder"><meta name="trustcheck-channel" content="letter"><p>Hei',
        "a.html",
    )
    assert dict(message.metadata) == {"class": "reminder", "channel": "letter"}
    assert message.channel.value == "letter"


def test_a_declared_charset_is_followed() -> None:
    assert read('<meta charset="iso-8859-1"><p>Blåbær'.encode("latin-1"), "a.html").text == "Blåbær"


def test_malformed_html_is_read_and_nothing_vanishes() -> None:
    message = read("<p>Hei <b>Ola <i>Moe</b></i> a < b & c <p>ny</div> <a href='x>uten slutt", "a.html")
    assert texts(message, BlockRole.GREETING) == ["Hei Ola Moe a < b & c"]
    assert "uten slutt" in message.hidden


def test_deep_nesting_and_floods_of_tags_are_read() -> None:
    assert read("<div>" * 20_000 + "<b>" * 20_000 + "Hei" + "</i>" * 20_000, "a.html").text == "Hei"
    assert read('<a "' * 50_000 + "&" * 50_000 + "<!--" * 50_000, "a.html").text == ""


_PIECES = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<td>", "<tr>", "<table>", "</table>", "<li>", "<br>", "<a href=x>", "</a>", "<pre>", "<!--", "-->", "&oslash;", "&", "<", ">",
     "ø", " ", "\n", "\r\n", "ord", "<style>", "</style>", "'", '"', "=", "<h1>", "</h1>", "<ul>", "</ul>", "<div style='display:none'>", "</div>"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=60).map("".join))
def test_any_html_is_read_with_exact_places(content: str) -> None:
    read(content, "a.html")
