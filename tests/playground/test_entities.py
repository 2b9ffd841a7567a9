"""Telegram's HTML parse mode. The tables follow the cases that the Bot API server's own tests hold."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.entities import finished, utf16_length
from bot.playground.errors import ApiError
from bot.playground.html import parse_html

SURROGATE = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)
REFUSED = [
    ("&#57311;", SURROGATE),
    ("&#xDFDF", SURROGATE),
    ("🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13"),
    ("🏟 🏟&lt;<abac aba>", 'Unsupported start tag "abac" at byte offset 13'),
    ("🏟 🏟&lt;<abac>", 'Unsupported start tag "abac" at byte offset 13'),
    ("🏟 🏟&lt;<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
    ("🏟 🏟&lt;<i    aba>", 'Can\'t find end tag corresponding to start tag "i"'),
    ("🏟 🏟&lt;<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
    ("🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
    ('🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
    ("🏟 🏟&lt;<i    aba  =  '&lt;&gt;&quot;>", "Unclosed start tag at byte offset 13"),
    ("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"),
    ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
    ("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17"),
    ("🏟 🏟&lt;<i>a</em   >", 'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
    ('<span class="x">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<tg-time unix="1" format="x">a</tg-time>', "Invalid date format used"),
    ("<tg-emoji>👍</tg-emoji>", "Invalid custom emoji identifier specified"),
    ("2 < 3", 'Unsupported start tag "" at byte offset 2'),
]
READ = [
    ("", "", []),
    ("➡️ ➡️", "➡️ ➡️", []),
    ("&ge;&lt;&gt;&amp;&quot;&laquo;&#12345678;", '&ge;<>&"&laquo;&#12345678;', []),
    ("➡️ ➡️<i>➡️ ➡️</i>", "➡️ ➡️➡️ ➡️", [("italic", 5, 5)]),
    (
        "a<strong>b</strong><ins>c</ins><strike>d</strike>",
        "abcd",
        [("bold", 1, 1), ("underline", 2, 1), ("strikethrough", 3, 1)],
    ),
    ("🏟 🏟<i>🏟 &lt🏟</i>", "🏟 🏟🏟 <🏟", [("italic", 5, 6)]),
    ("🏟 🏟<i>🏟 &gt;<b aba   =   caba>&lt🏟</b></i>", "🏟 🏟🏟 ><🏟", [("italic", 5, 7), ("bold", 9, 3)]),
    ("🏟 🏟&lt;<i    aba  =  '&lt;&gt;&quot;'>a</>", "🏟 🏟<a", [("italic", 6, 1)]),
    ("🏟 🏟&lt;<b></b>", "🏟 🏟<", []),
    ('<span class = "tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>', "ab", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
    ("<b><i>x</i></b>", "x", [("bold", 0, 1), ("italic", 0, 1)]),
    ("<a> </a>", " ", []),
    ("<a>telegram.org </a>", "telegram.org ", []),
    ("<blockquote   expandable=false>a&lt;<pre  >b;</></>", "a<b;", [("expandable_blockquote", 0, 4), ("pre", 2, 2)]),
    ('<blockquote cite="" asd>a</blockquote>', "a", [("blockquote", 0, 1)]),
    ("<a href='javascript:alert(1)'>x</a>", "x", []),
]
DETAILED = [
    ("<a href=telegram.org>x</a>", {"type": "text_link", "url": "http://telegram.org/"}),
    ("<a   href=  'telegram.org?&lt;'   >x</a>", {"type": "text_link", "url": "http://telegram.org/?<"}),
    ("<a>https://telegram.org/asdsa?asdasdwe#12e3we</a>", {"url": "https://telegram.org/asdsa?asdasdwe#12e3we"}),
    ('<a href="tg://user?id=570001">x</a>', {"type": "text_mention"}),
    ('<pre><code class="language-fift">x</></>', {"type": "pre", "language": "fift"}),
    ('<code class="language-fift"><pre>x</></>', {"type": "pre", "language": "fift"}),
    ('<tg-emoji emoji-id="12345">👍</tg-emoji>', {"type": "custom_emoji", "custom_emoji_id": "12345"}),
    (
        '<tg-time unix="1772298000" format="wDT">01/03/2026</tg-time>',
        {"type": "date_time", "unix_time": 1772298000, "date_time_format": "wDT"},
    ),
    ('<tg-time unix="1772298000">01/03/2026</tg-time>', {"type": "date_time", "unix_time": 1772298000}),
]


@pytest.mark.parametrize(("markup", "words"), REFUSED)
def test_what_telegram_cannot_parse(markup: str, words: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(markup)
    assert caught.value.description == f"Bad Request: can't parse entities: {words}"


@pytest.mark.parametrize(("markup", "text", "entities"), READ)
def test_text_and_offsets(markup: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    read = parse_html(markup)
    assert read.text == text
    assert [(each["type"], each["offset"], each["length"]) for each in read.entities] == entities


@pytest.mark.parametrize(("markup", "parts"), DETAILED)
def test_what_an_entity_carries(markup: str, parts: dict[str, object]) -> None:
    (entity,) = parse_html(markup).entities
    assert parts.items() <= entity.items()


@given(st.text())
def test_escaped_text_comes_through_untouched(text: str) -> None:
    read = parse_html(html.escape(text))
    assert read.text == text
    assert read.entities == []


@given(
    st.lists(
        st.tuples(st.sampled_from("bius"), st.text(st.characters(exclude_categories=["Cs"]), min_size=1)), max_size=6
    )
)
def test_offsets_count_utf16_units(parts: list[tuple[str, str]]) -> None:
    read = parse_html("".join(f"<{tag}>{html.escape(text)}</{tag}>" for tag, text in parts))
    units = read.text.encode("utf-16-le")
    marked = [
        units[2 * each["offset"] : 2 * (each["offset"] + each["length"])].decode("utf-16-le") for each in read.entities
    ]
    assert marked == [text for _, text in parts]
    assert utf16_length(read.text) == len(units) // 2


def test_blank_ends_are_cut_and_marks_move_along() -> None:
    shown = finished(parse_html("\n  <b> việc </b> \n"))
    assert shown.text == "việc"
    assert shown.entities == [{"type": "bold", "offset": 0, "length": 4}]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("/start task_1", ["bot_command"]),
        ("/tim@dondoc_bot x", ["bot_command"]),
        ("và/hoặc 21/9/2026, 71/89(7)", []),
        ("hỏi @dondoc_bot về #chuyển_đổi_số", ["mention", "hashtag"]),
        ("xem https://vanban.chinhphu.vn/?x=1.", ["url"]),
        ("thư a.b@most.gov.vn", ["email"]),
    ],
)
def test_what_telegram_marks_by_itself(text: str, kinds: list[str]) -> None:
    assert [each["type"] for each in finished(parse_html(html.escape(text))).entities] == kinds


def test_nothing_is_marked_inside_code() -> None:
    assert [each["type"] for each in finished(parse_html("<code>/start</code>")).entities] == ["code"]
