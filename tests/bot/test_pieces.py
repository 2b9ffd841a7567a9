"""Long messages in pieces: none too long, each whole HTML, nothing lost and nothing said twice."""

import html
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pieces import pieces, utf16_length
from bot.playground.html import parse_html
from handlers.views.reply import Reply, bold, esc, fold_quote

LIMIT = 4096


def shown(markup: str) -> str:
    return parse_html(markup).text


def marked(markup: str) -> list[tuple[str, frozenset[str]]]:
    """Every letter that is shown, with what it is marked as."""
    text, entities = parse_html(markup)
    units = text.encode("utf-16-le")
    letters = []
    offset = 0
    for letter in text:
        kinds = frozenset(e["type"] for e in entities if e["offset"] <= offset < e["offset"] + e["length"])
        offset += utf16_length(letter)
        if not letter.isspace():
            letters.append((letter, kinds))
    assert offset * 2 == len(units)
    return letters


@pytest.mark.parametrize(("text", "length"), [("", 0), ("Bộ Y tế", 7), ("🔴", 2), ("👨‍👩‍👧", 8), ("e\u0301", 2)])
def test_length_is_counted_as_telegram_does(text: str, length: int) -> None:
    assert utf16_length(text) == length


@pytest.mark.parametrize("text", ["", "ngắn", "<b>đậm</b> &amp; &lt;thường&gt;", "x" * LIMIT, "&amp;" * LIMIT])
def test_what_fits_stays_as_it_is(text: str) -> None:
    assert pieces(text, LIMIT) == [text]


def test_a_cut_falls_between_lines() -> None:
    lines = [f"{n}. {'việc ' * 60}".strip() for n in range(40)]
    parts = pieces("\n".join(lines), LIMIT)
    assert len(parts) > 1
    assert "\n".join(parts).split("\n") == lines


def test_a_single_overlong_line_is_cut_between_words() -> None:
    words = [f"từ{n}" for n in range(3000)]
    parts = pieces(" ".join(words), LIMIT)
    assert all(utf16_length(part) <= LIMIT for part in parts)
    assert " ".join(parts).split(" ") == words


def test_a_line_without_spaces_is_cut_all_the_same() -> None:
    parts = pieces("🔴" * 5000, LIMIT)
    assert [utf16_length(part) for part in parts] == [4096, 4096, 1808]


def test_an_escaped_letter_is_never_torn() -> None:
    parts = pieces(esc("<&>" * 3000), LIMIT)
    assert "".join(shown(part) for part in parts) == "<&>" * 3000
    assert [utf16_length(shown(part)) for part in parts] == [4096, 4096, 808]


def test_a_quote_that_spans_a_cut_is_a_folded_quote_in_both() -> None:
    quote = "\n".join(f"{n}) Bộ Công an chủ trì, phối hợp các bộ" for n in range(300))
    parts = pieces(f"{bold('Nguyên văn')}\n{fold_quote(quote)}\nNguồn", LIMIT)
    assert len(parts) > 2
    for part in parts:
        assert "expandable_blockquote" in {e["type"] for e in parse_html(part).entities}
    assert parts[-1].endswith("</blockquote>\nNguồn")


def test_marks_within_marks_are_closed_and_opened_in_order() -> None:
    parts = pieces(f"<blockquote expandable>{'a ' * 2000}<b><i>{'b ' * 2000}</i></b></blockquote>", LIMIT)
    assert parts[0].endswith("</i></b></blockquote>")
    assert parts[1].startswith("<blockquote expandable><b><i>b")


def test_a_link_keeps_its_address_in_every_piece() -> None:
    parts = pieces(f'<a href="https://chinhphu.vn/?a=1&amp;b=2">{"x " * 4000}</a>', LIMIT)
    assert len(parts) == 2
    assert all(parse_html(part).entities[0]["url"] == "https://chinhphu.vn/?a=1&b=2" for part in parts)


def test_no_piece_is_blank() -> None:
    parts = pieces("a" * LIMIT + "\n" * 9000 + "b", LIMIT)
    assert [shown(part).strip() for part in parts] == ["a" * LIMIT, "b"]


plain = st.text(alphabet=string.ascii_letters + 'độế🔴<>&"; \n' + "\u0301", max_size=60).map(html.escape)


def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tags = st.sampled_from(
        [
            ("<b>", "</b>"),
            ("<i>", "</i>"),
            ("<code>", "</code>"),
            ("<blockquote>", "</blockquote>"),
            ("<blockquote expandable>", "</blockquote>"),
            ('<a href="https://chinhphu.vn/?a=1&amp;b=2">', "</a>"),
        ]
    )
    many = st.lists(inner, max_size=5).map("".join)
    return st.tuples(tags, many).map(lambda both: both[0][0] + both[1] + both[0][1])


markups = st.lists(st.recursive(plain, wrapped, max_leaves=20), max_size=12).map("".join)


@given(markups, st.integers(min_value=10, max_value=120))
def test_any_message_is_cut_into_whole_html_with_nothing_lost(markup: str, limit: int) -> None:
    parts = pieces(markup, limit)
    for part in parts:
        assert utf16_length(shown(part)) <= limit
        assert utf16_length(Reply(part).plain) <= limit
    assert [letter for part in parts for letter in marked(part)] == marked(markup)
    if len(parts) > 1:
        assert all(shown(part).strip() for part in parts)
