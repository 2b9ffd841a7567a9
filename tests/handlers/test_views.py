"""How single things read in chat, over everything that is known."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pieces import utf16_length
from bot.playground.html import parse_html
from bot.playground.limits import inline_keyboard
from bot.telegram_out import keyboard
from handlers.actions import NOTICE_REST, OPEN_TASK, REPORT_TASK, SHOW_LIST, Action, Shown, View
from handlers.card_steps import Card, card_rows
from handlers.views import cards
from handlers.views.digests import Latest, Line, Summary, digest, pressing
from handlers.views.en import EN
from handlers.views.places import path_in_words, source
from handlers.views.reply import Reply, esc, shorten
from handlers.views.vi import VI
from handlers.views.words import Words
from knowledge.answers import hit
from knowledge.base import KnowledgeBase
from knowledge.people import Appointment, Person, PersonRole, PersonState
from scheduler.figures import Figures
from scheduler.notices import Item, Notice, Why

TODAY = date(2026, 11, 22)
VIEW = View(10**9, 99, groups=True, coordinating=True, shown=Shown.OVERDUE, shift=99, part="329", agency=99)
OFFICIAL = Person(
    1,
    "Minh",
    "vi",
    PersonState.APPROVED,
    (Appointment(PersonRole.OFFICIAL, "Bộ Y tế"),),
    datetime(2026, 1, 1, tzinfo=UTC),
)
languages = pytest.mark.parametrize("words", [VI, EN], ids=lambda w: w.language)


def every_card(base: KnowledgeBase, words: Words) -> Iterator[Reply]:
    store = base.store
    for task in store.in_reading_order():
        directive = base.directives[task.directive]
        children = store.children(task.id)
        rows = card_rows(Card(task, len(children), VIEW, words), OFFICIAL, base.registry)
        yield cards.task_card(hit(task, base.registry), directive, words, TODAY, rows)
        back = cards.back_to_task(task, words, VIEW)
        yield cards.passage_card(store.around(task.directive, task.path), directive, words, back)
        for others in (children, [store.task(code) for code in task.related]):
            hits = [hit(other, base.registry) for other in others]
            yield cards.linked_tasks(task, hits, words.related, base.directives, words, TODAY, VIEW)
    for directive in base.directives.values():
        sections = base.sections[directive.id]
        yield cards.directive_card(directive, 3, words, sections)
        for section in sections.values():
            yield cards.section_page(section, sections, directive, words)
    yield cards.directive_list(tuple(base.directives.values()), store.counts(), words)


@languages
def test_every_card_is_one_message_that_telegram_takes(base: KnowledgeBase, words: Words) -> None:
    for reply in every_card(base, words):
        shown = parse_html(reply.text).text
        assert 0 < utf16_length(shown) <= 4096
        markup = keyboard(reply)
        assert markup is None or inline_keyboard(markup.to_dict())


@languages
def test_every_task_card_says_who_when_and_where_it_is_written(base: KnowledgeBase, words: Words) -> None:
    for task in base.store.in_reading_order():
        directive = base.directives[task.directive]
        shown = cards.task_card(hit(task, base.registry), directive, words, TODAY).plain
        assert task.id in shown
        assert task.title in shown
        assert directive.number in shown
        assert all(name in shown for name in task.leads[:3])
        if task.deadline.last is not None:
            assert f"{task.deadline.last:%d/%m/%Y}" in shown
        if directive.restored:
            assert words.restored in shown


def test_a_quote_is_shown_word_for_word(base: KnowledgeBase) -> None:
    for task in base.store.in_reading_order():
        shown = cards.task_card(hit(task, base.registry), base.directives[task.directive], VI, TODAY).plain
        quote = f"{task.lead_in} … {task.quote}" if task.lead_in and task.lead_in not in task.quote else task.quote
        assert shorten(quote, 2000) in shown


def test_a_card_leads_back_to_its_list_only_where_there_is_one(base: KnowledgeBase) -> None:
    task = base.store.in_reading_order()[0]
    for view, leads_back in ((None, False), (View(0), False), (View(3), True)):
        rows = card_rows(Card(task, 0, view, VI), OFFICIAL, base.registry)
        verbs = [Action.decode(button.action).verb for row in rows for button in row if button.action]
        assert (SHOW_LIST in verbs) is leads_back


MONDAY = date(2026, 11, 23)


def told(base: KnowledgeBase, why: Why, count: int) -> list[Line]:
    """The longest titles, each with everything that can be said about a task."""
    longest = sorted(base.store.in_reading_order(), key=lambda t: -len(t.title))[:count]
    agency = max(base.registry.agencies, key=len)
    whom = tuple((f"Nguyễn Thị Hoàng {n} <b>&", MONDAY) for n in range(3))
    return [
        Line(
            Item(task.id, agency, "l7", "2026-11-16", why),
            task.title,
            source(base.directives[task.directive], task.path, VI),
            date(2026, 11, 16),
            strict=False,
            silent=True,
            moved_from=date(2026, 6, 30),
            told=(MONDAY,),
            whom=whom,
        )
        for task in longest
    ]


@languages
@pytest.mark.parametrize("count", [1, 5, 6, 10, 11, 40])
@pytest.mark.parametrize("why", [Why.FOCAL, Why.SUPERVISING])
def test_a_digest_counts_all_and_shows_ten_with_a_button_each(
    base: KnowledgeBase, words: Words, count: int, why: Why
) -> None:
    lines = told(base, why, count)
    figures = Figures(616, 1, 2, 3, 394, 610)
    month = Summary(
        Item("", "", "month", "2026-11", Why.SUPERVISING),
        figures,
        worst=tuple(Latest(line.item.task, line.title, "Bộ Khoa học và Công nghệ", 600) for line in lines[:3]),
        agencies=tuple((name, figures) for name in sorted(base.registry.agencies, key=len)[-5:]),
    )
    notice = Notice(7, MONDAY, words.language, tuple(line.item for line in lines))
    reply = digest(notice, 123456789, lines, [month], words, MONDAY)
    shown = parse_html(reply.text).text
    assert utf16_length(shown) <= 4096
    assert "23/11/2026" in shown
    assert f" {count} " in shown.splitlines()[0]
    inline_keyboard(json.loads(keyboard(reply).to_json()))  # type: ignore[union-attr]
    pressed = [Action.decode(button.action) for row in reply.rows for button in row]
    verb = REPORT_TASK if why is Why.FOCAL else OPEN_TASK
    opened = [each for each in pressed if each.verb == verb]
    assert opened == [Action(verb, line.item.task) for line in lines[: len(opened)]]
    assert len(opened) >= min(count, 7)  # ten, or as many as there is room for
    more = [each.subject for each in pressed if each.verb == NOTICE_REST]
    assert more == ([f"123456789.{len(opened)}"] if count > len(opened) else [])
    assert all(len(row) <= 5 for row in reply.rows)


def test_what_can_still_be_kept_comes_before_what_is_late() -> None:
    def line(left: int, why: Why = Why.FOCAL) -> Line:
        item = Item(f"71-{left}", "Bộ Công an", "d1", "", why)
        return Line(item, "việc", "", MONDAY + timedelta(days=left), strict=False, silent=True)

    ordered = pressing([line(-600), line(7), line(-1), line(2, Why.FOLLOWING), line(0)], MONDAY)
    assert [each.item.task for each in ordered] == ["71-0", "71-7", "71--1", "71--600", "71-2"]


@pytest.mark.parametrize(
    ("path", "vietnamese", "english"),
    [
        ("PL.5.c", "Phụ lục, mục 5.c", "Annex, item 5.c"),
        ("PL.5.c-2(1)", "Phụ lục, mục 5.c, gạch 2(1)", "Annex, item 5.c, dash 2(1)"),
        ("PLII.12", "Phụ lục II, dòng 12", "Annex II, row 12"),
        ("PLI", "Phụ lục I", "Annex I"),
        ("PL2.3", "Phụ lục 2, danh sách 3", "Annex 2, list 3"),
        ("II.7/2", "mục II.7, đoạn 2", "item II.7, paragraph 2"),
        ("Điều 2", "Điều 2", "Điều 2"),
        ("CT.4", "chú thích 4", "footnote 4"),
        ("MĐ", "phần mở đầu", "opening"),
        ("KT", "phần ký", "closing"),
    ],
)
def test_a_path_is_said_as_people_say_it(path: str, vietnamese: str, english: str) -> None:
    assert path_in_words(path, VI) == vietnamese
    assert path_in_words(path, EN) == english


@languages
def test_no_path_of_the_corpus_shows_its_raw_marks(base: KnowledgeBase, words: Words) -> None:
    for task in base.store.in_reading_order():
        said = source(base.directives[task.directive], task.path, words)
        assert base.directives[task.directive].number in said
        assert not re.search(r"PL|/\d+$|, $", said.removeprefix(base.directives[task.directive].number)), said


@given(st.text(max_size=300), st.integers(min_value=10, max_value=100))
def test_a_shortened_text_is_short_and_says_that_it_is(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    if short != text:
        assert short.endswith(" […]")
        assert text.startswith(short.removesuffix(" […]"))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=100))
def test_escaped_text_is_shown_as_it_was_typed(text: str) -> None:
    assert Reply(f"<b>{esc(text)}</b>").plain == text
    if "\0" not in text:
        assert parse_html(f"<b>{esc(text)}</b>").text == text
