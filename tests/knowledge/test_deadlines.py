"""Deadlines as directives write them: the table of kinds of docs/corpus.md, the edges of lateness, recurring duties."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text import fold
from knowledge.when import Deadline, DeadlineKind, occurrences, parse_deadline

WRITTEN = date(2025, 12, 29)
BY, WITHIN, RECURRING = DeadlineKind.BY, DeadlineKind.WITHIN, DeadlineKind.RECURRING
ONGOING, EVENT, OPEN, NONE = DeadlineKind.ONGOING, DeadlineKind.EVENT, DeadlineKind.OPEN, DeadlineKind.NONE
MONTHLY = "FREQ=MONTHLY;BYMONTHDAY=-1"
QUARTERLY = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"
QUARTERLY_15 = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15"


def day(iso: str) -> date:
    return date.fromisoformat(iso)


BOUND_TO_A_DAY = [
    ("hoàn thành trước ngày 15 tháng 7 năm 2026", "2026-07-15", True),
    ("trước ngày 10/01/2026", "2026-01-10", True),
    ("xong trước 31/12/2025", "2025-12-31", True),
    ("trước tháng 7/2026", "2026-07-01", True),
    ("trước quý III/2026", "2026-07-01", True),
    ("trước năm 2027", "2027-01-01", True),
    ("hoàn thành chậm nhất ngày 01/3/2026", "2026-03-01", False),
    ("chậm nhất là ngày 01/3/2026", "2026-03-01", False),
    ("đến hết tháng 6/2026", "2026-06-30", False),
    ("đến ngày 30/6/2026", "2026-06-30", False),
    ("31/5/2025", "2025-05-31", False),
    ("trước cuối tháng 6/2026", "2026-06-30", False),
    ("đến năm 2030", "2030-12-31", False),
]


@pytest.mark.parametrize(("words", "last", "strict"), BOUND_TO_A_DAY)
def test_a_deadline_bound_to_a_day(words: str, last: str, strict: bool) -> None:
    assert parse_deadline(words, WRITTEN) == Deadline(words, BY, None, day(last), strict)


BOUND_TO_A_PERIOD = [
    ("trong quý I/2026", "2026-01-01", "2026-03-31"),
    ("Tháng 4/2025", "2025-04-01", "2025-04-30"),
    ("trong năm 2026", "2026-01-01", "2026-12-31"),
    ("2025 - 2026", "2025-01-01", "2026-12-31"),
    ("chậm nhất trong tháng 3/2026", "2026-03-01", "2026-03-31"),
    ("hoàn thành trong quý I/2026 và cập nhật thường xuyên", "2026-01-01", "2026-03-31"),
    ("6 tháng đầu năm 2026", "2026-01-01", "2026-06-30"),
    ("Quý III và IV năm 2026", "2026-07-01", "2026-12-31"),
    ("từ quý I/2026 đến quý III/2026", "2026-01-01", "2026-09-30"),
]


@pytest.mark.parametrize(("words", "first", "last"), BOUND_TO_A_PERIOD)
def test_a_deadline_bound_to_a_period(words: str, first: str, last: str) -> None:
    assert parse_deadline(words, WRITTEN) == Deadline(words, WITHIN, day(first), day(last))


REPEATED = [
    ("hằng tháng", MONTHLY, False),
    ("Hàng tháng báo cáo Thường trực Ban Chỉ đạo", MONTHLY, False),
    ("hằng quý", QUARTERLY, False),
    ("hằng quý trước ngày 15 tháng cuối quý", QUARTERLY_15, True),
    ("hằng năm", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", False),
    ("hằng tuần", "FREQ=WEEKLY;BYDAY=SU", False),
    ("định kỳ", "", False),
]


@pytest.mark.parametrize(("words", "rrule", "strict"), REPEATED)
def test_a_duty_that_comes_again(words: str, rrule: str, strict: bool) -> None:
    assert parse_deadline(words, WRITTEN) == Deadline(words, RECURRING, strict=strict, rrule=rrule)


UNDATED = [
    ("thường xuyên", ONGOING),
    ("2025 và những năm tiếp theo", ONGOING),
    ("tại Phiên họp Chính phủ thường kỳ tháng 6", EVENT),
    ("ngay sau khi phê duyệt", EVENT),
    ("trong 3 tháng sau khi ban hành", EVENT),
    ("khi các CSDL hoàn thành", EVENT),
    ("theo lộ trình", OPEN),
    ("sớm", OPEN),
    ("khẩn trương", OPEN),
    ("kịp thời", OPEN),
    ("", NONE),
    ("Bộ Công an chủ trì", NONE),
    ("trong tháng", NONE),
    ("căn cứ Nghị quyết 71/NQ-CP ngày 01/4/2025", NONE),
]


@pytest.mark.parametrize(("words", "kind"), UNDATED)
def test_a_deadline_without_a_day_names_none(words: str, kind: DeadlineKind) -> None:
    read = parse_deadline(words, WRITTEN)
    assert (read.kind, read.last, read.rrule) == (kind, None, "")


def test_an_upkeep_begins_with_the_year_that_is_named() -> None:
    assert parse_deadline("2025 và những năm tiếp theo", WRITTEN).first == date(2025, 1, 1)


@pytest.mark.parametrize("words", [row[0] for table in (BOUND_TO_A_DAY, BOUND_TO_A_PERIOD, REPEATED) for row in table])
def test_marks_do_not_change_a_deadline(words: str) -> None:
    with_marks, without = parse_deadline(words, WRITTEN), parse_deadline(fold(words), WRITTEN)
    assert (with_marks.kind, with_marks.first, with_marks.last, with_marks.strict, with_marks.rrule) == (
        without.kind, without.first, without.last, without.strict, without.rrule,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("trước ngày 15/7", "2026-07-15"),
        ("trong quý I", "2026-03-31"),
        ("Tháng 4", "2026-04-30"),
        ("31/5", "2026-05-31"),
    ],
)
def test_a_year_that_is_not_written_is_the_directives(words: str, last: str) -> None:
    assert parse_deadline(words, date(2026, 11, 24)).last == day(last)


# ---- lateness ----


def test_the_named_day_of_a_strict_deadline_is_already_late() -> None:
    strict = parse_deadline("trước ngày 10/01/2026", WRITTEN)
    mild = parse_deadline("chậm nhất ngày 10/01/2026", WRITTEN)
    assert [strict.late_on(date(2026, 1, d)) for d in (9, 10, 11)] == [False, True, True]
    assert [mild.late_on(date(2026, 1, d)) for d in (9, 10, 11)] == [False, False, True]
    assert [strict.days_late(date(2026, 1, d)) for d in (9, 10, 11)] == [0, 1, 2]
    assert [mild.days_late(date(2026, 1, d)) for d in (9, 10, 11)] == [-1, 0, 1]


@pytest.mark.parametrize("words", ["thường xuyên", "theo lộ trình", "hằng tháng", ""])
def test_what_has_no_day_is_never_late(words: str) -> None:
    undated = parse_deadline(words, WRITTEN)
    assert not undated.late_on(date.max)
    with pytest.raises(ValueError, match="never late"):
        undated.days_late(WRITTEN)


@given(st.dates(date(2024, 1, 1), date(2035, 12, 31)), st.integers(-500, 500), st.booleans())
def test_what_is_late_stays_late(last: date, offset: int, strict: bool) -> None:
    deadline = Deadline("…", BY, None, last, strict)
    that = last + timedelta(days=offset)
    assert deadline.days_late(that) == offset + strict
    assert deadline.late_on(that) == (deadline.days_late(that) > 0)
    assert not deadline.late_on(that) or deadline.late_on(that + timedelta(days=1))


# ---- recurring duties ----


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("hằng tháng", ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]),
        ("hằng quý", ["2026-03-31"]),
        ("hằng quý trước ngày 15 tháng cuối quý", ["2026-03-15"]),
        ("hằng năm", []),
        ("định kỳ", []),
        ("trước ngày 15/3/2026", []),
    ],
)
def test_when_a_duty_falls_due(words: str, expected: list[str]) -> None:
    found = occurrences(parse_deadline(words, WRITTEN), date(2026, 1, 1), date(2026, 4, 30))
    assert list(found) == [day(iso) for iso in expected]


def test_both_ends_of_the_asked_time_count() -> None:
    monthly = parse_deadline("hằng tháng", WRITTEN)
    assert list(occurrences(monthly, date(2026, 1, 31), date(2026, 1, 31))) == [date(2026, 1, 31)]
    assert list(occurrences(monthly, date(2026, 2, 1), date(2026, 2, 27))) == []


def test_a_duty_does_not_fall_due_before_it_begins() -> None:
    since_july = parse_deadline("từ tháng 7/2026 hằng tháng báo cáo", WRITTEN)
    assert since_july == Deadline(since_july.text, RECURRING, date(2026, 7, 1), None, rrule=MONTHLY)
    assert next(occurrences(since_july, date(2026, 1, 1), date(2026, 12, 31))) == date(2026, 7, 31)


@given(st.text(max_size=300), st.dates(date(2024, 1, 1), date(2035, 12, 31)))
def test_any_words_give_a_sound_deadline(words: str, written: date) -> None:
    read = parse_deadline(words, written)
    assert read.first is None or read.last is None or read.first <= read.last
    assert (read.last is not None) == (read.kind in {BY, WITHIN})
    assert not read.rrule or read.kind is RECURRING
