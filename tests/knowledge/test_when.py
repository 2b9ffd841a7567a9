"""Periods as people write them: one table of phrases per meaning, and what must never be read as a date."""

import time
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.patterns import Sieve
from knowledge.text import fold, tidy
from knowledge.when import Period, find_periods, parse_period
from knowledge.when import atoms as atoms_module
from knowledge.when.numbers import fold_time
from knowledge.when.rules import RULES, Rule
from tests.conftest import TODAY

MONDAY = date(2026, 1, 26)

# What the words mean on 22/11/2026: "first..last", an open end left out, "<" before a named day that is too late.
ON_22_NOVEMBER = {
    # quarters
    "2026-01-01..2026-03-31": "quý I/2026|Q1/2026|quý 1 năm 2026|Q1-2026|quý một|quý nhất năm 2026|quý I năm nay"
    "|QI/2026|Q.I/2026"
    "|Quý I - 2026|1Q 2026|in Q1 2026|first quarter of 2026|the 1st quarter|đầu năm nay|Q1/26|trong quý I/2026|đầu 2026"
    "|quý đầu năm 2026",
    "2026-04-01..2026-06-30": "quý II/2026|quí 2|quý hai|q2-2026|Q2|quý 2 năm 2026|second quarter 2026|qúy II/2026",
    "2026-10-01..2026-12-31": "quý này|quý IV|quý bốn|quý tư|this quarter|trong quý|cuối năm nay|cuối năm|cuối 2026"
    "|3 tháng cuối năm"
    "|quý 4 tới|current quarter|end of the year",
    "2027-01-01..2027-03-31": "quý sau|quý tới|next quarter|quý I năm sau|Q1 next year|quý I tới|đầu năm sau"
    "|quý kế tiếp",
    "2026-07-01..2026-09-30": "quý trước|last quarter|quý III|quý vừa qua",
    "2026-07-01..2026-12-31": "quý III và IV năm 2026|quý 3 và quý 4 năm 2026|Q3 and Q4 2026"
    "|từ quý III đến quý IV năm 2026|quý III-IV/2026"
    "|6 tháng cuối năm|nửa cuối năm nay|second half of the year|H2 2026|trong 6 tháng cuối năm 2026",
    "2026-01-01..2026-09-30": "quý 1, 2, 3 năm 2026|quý I, quý II và quý III năm 2026|từ quý I đến quý III/2026"
    "|từ quý I/2026 đến quý III/2026|9 tháng đầu năm|chín tháng đầu năm 2026|9 tháng năm 2026",
    "2027-01-01..2027-01-31": "đầu quý sau|tháng 1 năm sau|tháng 1 tới",
    "2026-12-01..2026-12-31": "cuối quý này|cuối quý|cuối quý IV/2026|tháng sau|next month|tháng 12|tháng mười hai"
    "|T12|Dec 2026|12/2026"
    "|tháng 12 tới|trong tháng tới|end of this quarter",
    # halves, years
    "2025-07-01..2025-12-31": "6 tháng cuối năm 2025|sáu tháng cuối năm 2025|nửa cuối năm 2025|H2 2025"
    "|second half of 2025",
    "2026-01-01..2026-06-30": "nửa đầu năm|6 tháng đầu năm 2026|sáu tháng đầu năm|nửa năm đầu 2026"
    "|first half of 2026|6 tháng đầu năm nay",
    "2026-01-01..2026-12-31": "năm nay|năm 2026|2026|trong năm 2026|this year|trong năm|nawm 2026",
    "2025-01-01..2025-12-31": "năm ngoái|năm trước|năm 2025|last year|năm vừa qua",
    "2025-01-01..2030-12-31": "giai đoạn 2025-2030|2025 - 2030|từ 2025 đến 2030|từ năm 2025 đến năm 2030"
    "|giai đoạn 2025–2030",
    "2027-01-01..2030-12-31": "từ 2027 trở đi đến 2030|2027 or later up to 2030|after 2026 until 2030|from 2027 to 2030"
    "|sau năm 2026 đến 2030|sau 2026 đến năm 2030",
    "2031-01-01..": "sau giai đoạn 2025-2030|sau năm 2030",
    "2027-01-01..": "2027 or later|từ năm 2027 trở đi|2027 hoặc muộn hơn|beyond 2026|later than 2026|sau năm 2026",
    "2025-01-01..2026-12-31": "giữa 2025 và 2026|năm 2025 và 2026|2025 - 2026|năm 2025, 2026",
    # months
    "2026-06-01..2026-06-30": "tháng 6|tháng sáu|tháng 6 năm 2026|thang6|tháng 6-2026|6/2026|t6/2026|June 2026"
    "|in June|thangs 6|tháng 06/2026"
    "|quan trọng tháng 6|đầu tư tháng 6",
    "2026-04-01..2026-04-30": "tháng tư|tháng 4|April",
    "2026-05-01..2026-05-31": "tháng năm|in May|May 2026|due in May|tháng 5/2026",
    "2025-06-01..2025-06-30": "tháng 6 năm ngoái|tháng 6/2025",
    "2025-12-01..2025-12-31": "T12/2025|tháng 12 năm 2025|12/2025|December 2025|trong tháng 12/2025",
    "2026-11-01..2026-11-30": "tháng này|trong tháng|this month|việc nào hết hạn trong tháng?"
    "|trong tháng của Bộ Y tế|tháng 11",
    "2026-07-01..2026-09-30#months": "tháng 7-9/2026|tháng 7, 8, 9|từ tháng 7 đến tháng 9|tháng 7 đến 9/2026"
    "|tháng 7 và tháng 9 năm 2026"
    "|from July to September 2026|thang 7 toi thang 9",
    "2025-07-01..2025-09-30": "from July to September 2025|tháng 7-9/2025|Q3 2025",
    "2026-11-01..2027-02-28": "từ tháng 11 đến tháng 2|tháng 11 đến tháng 2",
    "2026-11-21..2026-11-30": "cuối tháng này|cuối tháng|end of the month|end of this month",
    "2026-12-01..2026-12-15": "nửa đầu tháng 12|nửa đầu tháng sau|nửa đầu của tháng 12/2026",
    "2026-03-16..2026-03-31": "nửa cuối tháng 3|nửa sau tháng 3/2026",
    "2026-01-01..2026-03-31#months": "3 tháng đầu 2026|ba tháng đầu 2026",
    "2024-01-01..2024-12-31": "năm kia",
    "2027-04-30..2027-04-30": "30/4 năm sau",
    "..<2027-04-30": "trước 30/4 năm sau",
    "2026-12-01..2026-12-10": "đầu tháng 12|đầu tháng sau|early next month",
    "2026-06-11..2026-06-20": "giữa tháng 6|mid-June 2026",
    # weeks and days
    "2026-11-16..2026-11-22": "tuần này|this week|trong tuần|tuaanf nayf",
    "2026-11-23..2026-11-29": "tuần sau|tuần tới|next week",
    "2026-11-09..2026-11-15": "tuần trước|last week|tuần qua",
    "2026-11-21..2026-11-22": "cuối tuần này|cuối tuần|this weekend",
    "2026-11-22..2026-11-22": "hôm nay|today|chủ nhật này|22/11|ngày 22",
    "2026-11-23..2026-11-23": "ngày mai|tomorrow|thứ hai tới|thứ 2 tuần sau",
    "2026-11-24..2026-11-24": "ngày mốt|ngày kia",
    "2026-11-20..2026-11-20": "thứ sáu tuần này|thứ 6 tuần này",
    "2026-11-27..2026-11-27": "thứ sáu này|this Friday|next Friday|due Friday",
    "..2026-11-27": "by Friday|đến thứ sáu",
    "2026-11-23..2026-11-23#monday": "on Monday",
    "2026-07-01..2026-12-31#months": "last 6 months of 2026|2H26|2026H2|H2/26",
    "2026-01-01..2026-09-30#months": "first 9 months of 2026|first nine months 2026",
    "2026-01-01..2026-08-31#months": "first eight months of 2026",
    "2025-10-01..2025-12-31#short": "2025Q4|2025-Q4|4Q25|4Q2025|Q4'25",
    "2026-01-01..2026-12-31#fiscal": "FY2026|FY26",
    "2026-01-01..2026-11-22#to date": "YTD|year to date",
    "2026-06-01..2026-06-30#short": "6/26|06/26|t6/26",
    "2025-12-01..2025-12-31#short": "Dec '25|Dec-25|12/25",
    "2025-09-01..2025-09-30#short": "t9 2025|T9/25",
    "2026-01-13..2026-01-13": "1/13/2026|01/13/2026",
    "..2026-06-30#denied": "not later than Q2/2026|not after 30 June 2026"
    "|không muộn hơn 30/6/2026|không sau quý 2/2026",
    "2027-01-01..#denied": "not before 2027|not until 2027|không trước năm 2027",
    "2025-12-31..2025-12-31": "31/12/2025|31-12-2025|31.12.2025|2025-12-31|ngày 31 tháng 12 năm 2025|31/12/25"
    "|December 31, 2025|31 December 2025"
    "|Dec 31st 2025",
    "2026-07-15..2026-07-15": "ngày 15-7|15/7|15/07|ngày 15 tháng 7|15 July 2026|July 15",
    "2028-02-29..2028-02-29": "29/2/2028|ngày 29 tháng 2 năm 2028",
    "2026-07-01..2026-07-15": "1-15/7|từ 1 đến 15/7|từ ngày 1 đến ngày 15 tháng 7|từ 1/7 đến 15/7"
    "|01/7/2026 - 15/7/2026",
    "2026-07-01..2026-07-20": "between 1 and 20 July 2026|from 1st to 20th July 2026|1-20 July 2026"
    "|from July 1 to 20, 2026",
    "2026-07-01..2026-08-15": "từ 1/7 đến 15/8|từ ngày 01/7 đến hết ngày 15/8/2026|between 1 July and 15 August 2026"
    "|1/7-15/8/2026",
    "2025-12-20..2026-01-10": "từ 20/12/2025 đến 10/01/2026|từ 20/12 đến 10/01/2026",
    "2026-12-20..2027-01-10": "từ 20/12 đến 10/01",
    # ahead and behind
    "2026-11-22..2026-12-22": "30 ngày tới|trong 30 ngày tới|trong vòng 30 ngày|một tháng nữa|next 30 days"
    "|in the next 30 days|còn 30 ngày|còn chưa tới 1 tháng nữa",
    "2026-11-22..2026-12-06": "còn hai tuần nữa|2 tuần tới|in two weeks|within two weeks",
    "2026-11-15..2026-11-22": "7 ngày qua|trong 7 ngày qua|last 7 days|một tuần qua",
    "2026-11-22..2026-12-31": "từ nay đến cuối năm|từ nay đến hết tháng 12|từ nay đến 31/12",
    "2026-11-22..2027-03-31": "từ nay đến hết tháng 3|từ nay đến hết quý I",
    "2026-01-01..2026-11-22": "từ đầu năm đến nay|từ 01/01/2026 đến nay|từ tháng 1 đến nay|since January to date"
    "|từ 1/1 đến hôm nay",
    "2025-12-01..2026-11-22": "từ tháng 12 đến nay",
    # open ends
    "..2027-06-30": "đến hết tháng 6|đến 30/6|chậm nhất cuối tháng 6|by June|by the end of June"
    "|before the end of June|trước hết tháng 6",
    "..2026-06-30": "đến hết tháng 6/2026|đến ngày 30/6/2026|until 30 June 2026|trước tháng 7/2026"
    "|trước quý III/2026|tính đến 30/6"
    "|tính đến hết tháng 6|30/6 trở về trước|before the end of June 2026|chậm nhất 30/6/2026|trước cuối tháng 6/2026",
    "..2027-03-31": "by March|đến hết quý I|đến hết tháng 3",
    "..2026-12-31": "đến cuối năm|trước cuối năm|đến hết năm 2026|hết năm|by the end of the year|đến hết quý",
    "..2030-12-31": "đến năm 2030|đến 2030|by 2030",
    "..2029-12-31": "trước năm 2030",
    "..2027-02-05": "trước Tết|trước Tết Nguyên đán|before Tet",
    "..<2026-07-15": "trước ngày 15/7/2026|trước 15/7/2026|before 15 July 2026|trước ngày 15 tháng 7 năm 2026",
    "..<2026-01-10": "before 10 Jan 2026|trước ngày 10/01/2026|trước 10-01-2026",
    "..<2027-07-15": "trước ngày 15/7|3 ngày trước ngày 15/7",
    "2026-07-01..": "sau 30/6|từ 1/7/2026|từ tháng 7 trở đi|after 30 June|since July|kể từ ngày 01/7/2026|sau quý II"
    "|từ quý III",
    "2027-02-11..": "sau Tết",
}  # fmt: skip
CASES = [(words, meaning.partition("#")[0]) for meaning, table in ON_22_NOVEMBER.items() for words in table.split("|")]


def told(period: Period | None) -> str:
    """The period as the table writes it."""
    if period is None:
        return "none"
    return f"{period.first or ''}..{'<' if period.strict else ''}{period.last or ''}"


def kind_of(meaning: str) -> str:
    return "by" if meaning.startswith("..") else "from" if meaning.endswith("..") else "within"


@pytest.mark.parametrize(("words", "meaning"), CASES)
def test_words_mean_their_days(words: str, meaning: str) -> None:
    period = parse_period(words, TODAY)
    assert told(period) == meaning
    assert period is not None
    assert period.kind == kind_of(meaning)


# Without marks these say something else, or nothing certain: "thang sau" is next month, not June.
ONLY_WITH_MARKS = {"tháng sáu", "quan trọng tháng 6", "ngày mốt"}


@pytest.mark.parametrize(("words", "meaning"), [c for c in CASES if c[0] not in ONLY_WITH_MARKS])
def test_words_mean_the_same_without_marks(words: str, meaning: str) -> None:
    assert told(parse_period(fold(words), TODAY)) == meaning


@pytest.mark.parametrize(("words", "meaning"), CASES)
def test_words_mean_the_same_in_capitals_and_in_decomposed_unicode(words: str, meaning: str) -> None:
    assert told(parse_period(words.upper(), TODAY)) == meaning
    assert told(parse_period(unicodedata.normalize("NFD", words), TODAY)) == meaning


@pytest.mark.parametrize(("words", "meaning"), CASES)
def test_words_mean_the_same_inside_a_question(words: str, meaning: str) -> None:
    for frame in ("Bộ Y tế phải làm gì {}?", "({})", "việc cần xong {}, ai chủ trì"):
        if not words.endswith("?"):
            assert told(parse_period(frame.format(words), TODAY)) == meaning


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("hôm nay", "2026-01-26..2026-01-26"),
        ("tuần này", "2026-01-26..2026-02-01"),
        ("tuần trước", "2026-01-19..2026-01-25"),
        ("tháng sau", "2026-02-01..2026-02-28"),
        ("tháng trước", "2025-12-01..2025-12-31"),
        ("quý trước", "2025-10-01..2025-12-31"),
        ("quý này", "2026-01-01..2026-03-31"),
        ("một tháng nữa", "2026-01-26..2026-02-26"),
        ("trước Tết", "..2026-02-16"),
        ("by March", "..2026-03-31"),
        ("trước ngày 10/01", "..<2027-01-10"),
        ("đến hết tháng 6", "..2026-06-30"),
        ("tháng 12 đến nay", "2025-12-01..2026-01-26"),
        ("tháng 12 tới", "2026-12-01..2026-12-31"),
        ("cuối quý", "2026-03-01..2026-03-31"),
        ("thứ hai tới", "2026-02-02..2026-02-02"),
    ],
)
def test_words_move_with_the_day_they_are_asked_on(words: str, meaning: str) -> None:
    assert told(parse_period(words, MONDAY)) == meaning


NO_PERIOD = (
    "31/02|31/02/2026|ngày 32/1/2026|ngày 0/5/2026|15/15/2026|2026-13-01|29/02/2026|tháng 13|tháng 0|quý 5"
    "|quý 9/2026"
    # numbers of documents
    "|329/TB-VPCP|66.7/2025/NQ-CP|Nghị quyết 71/NQ-CP ngày 01/4/2025|71/NQ-CP ngày 01 tháng 4 năm 2025|Luật 91/2025"
    "|Luật 91/2025/QH15"
    "|Luật 05/2022|Nghị định 13/2023|nghi dinh 13/2023|Nghị định 356/2025/NĐ-CP|thông tư số 5/2025"
    "|Quyết định 1012/QĐ-TTg"
    "|1552/BTTTT-TTH|380/KHPH-BCA-BXD-BTC|kế hoạch số 02-KH/BCĐTW ngày 19/6/2025|12/2026/TT-BTC|07-TB/CQTTBCĐ|17-TB"
    "|Đề án 06"
    # codes, counts, telephone numbers, addresses
    "|71-89.7|17-5c2.1|19/19 tiêu chí|12/19 tiêu chí|16/19|24 tháng tuổi|5 nhiệm vụ|3 tháng|10-12/12 tiêu chí|100%"
    "|hoạt động 24/7"
    "|0912345678|0912 345 678|091.234.5678|024 3822 1234|(84) 912-345-678|1900 1234|2000 doanh nghiệp|192.168.1.1"
    "|10.10.10.10|1-2-3"
    # other words that share the letters
    "|Nam Định|quỹ 3 nhà|quỹ 2|quy định 2|quy mô 3|quy trình 4 bước|thắng 3-0|thang 3-0|thắng 7|thăng 2|tuân thủ"
    "|anh Tuấn này|miền Nam"
    "|năm nhiệm vụ|nam nhiem vu|ngay lập tức|giao ngay 5 nhiệm vụ|ngày một tốt hơn|ngày tháng năm sinh|ngày càng"
    "|đầu tư|đầu mối|cuối cùng"
    "|trước hết|sau khi ban hành|3 tháng sau khi ban hành|30 ngày kể từ khi ký|nhắc 7 ngày trước hạn|quá hạn 30 ngày"
    "|3 ngày quá hạn"
    "|3 ngay qua han|viec thang qua han|lần thứ hai này|tết Trung thu|trong 30 ngày làm việc|5G|6 rõ|H1N1|mục 3.2"
    "|khoản 1 Điều 5|NQ57"
    "|bộ máy|bo may|dien toan dam may|may tinh|5 may chu|trang bi 5 may tinh|sep giao viec gi|second|mayor|marching"
    "|octopus|decide"
    "|hằng tháng|hàng ngày|tất cả|sau|trước|tháng|quý|năm|ngày|"
).split("|")  # fmt: skip


@pytest.mark.parametrize("words", NO_PERIOD)
def test_what_only_looks_like_a_time_is_none(words: str) -> None:
    assert find_periods(words, TODAY) == []


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("Bộ Y tế có việc gì trước ngày 15/7/2026 không", "trước ngày 15/7/2026"),
        ("việc tháng sáu của Bộ Công an", "tháng sáu"),
        ("việc thangs 6 nhe", "thangs 6"),
        ("từ nay đến hết quý I còn gì", "từ nay đến hết quý I"),
        ("họp tối 30/6", "30/6"),
        ("báo cáo từ đầu năm đến nay", "từ đầu năm đến nay"),
    ],
)
def test_a_period_tells_which_words_it_took(words: str, taken: str) -> None:
    period = parse_period(words, TODAY)
    assert period is not None
    assert tidy(words)[period.start : period.end] == taken


def test_several_periods_are_given_in_the_order_of_the_words() -> None:
    found = find_periods("trước ngày 15/7/2026 báo cáo, sau đó trong quý IV/2026 tổng kết", TODAY)
    assert [told(p) for p in found] == ["..<2026-07-15", "2026-10-01..2026-12-31"]


# What stands side by side is each for itself; what lies between is not meant.
LISTED = (
    ("tháng 6 và tháng 9", "2026-06-01..2026-09-30", "2026-07-01..2026-08-31"),
    ("thang 6 hoac 9 nam 2025", "2025-06-01..2025-09-30", "2025-07-01..2025-08-31"),
    ("quý 1 và quý 3 năm 2026", "2026-01-01..2026-09-30", "2026-04-01..2026-06-30"),
    ("quý I, II và IV/2026", "2026-01-01..2026-12-31", "2026-07-01..2026-09-30"),
    ("Q2 and Q4", "2026-04-01..2026-12-31", "2026-07-01..2026-09-30"),
    ("June and September 2026", "2026-06-01..2026-09-30", "2026-07-01..2026-08-31"),
    (
        "tháng 3, tháng 6 và tháng 12 năm 2026",
        "2026-03-01..2026-12-31",
        "2026-04-01..2026-05-31 2026-07-01..2026-11-30",
    ),
    ("tháng 12 và tháng 2", "2026-12-01..2027-02-28", "2027-01-01..2027-01-31"),
    ("năm 2026 và năm 2028", "2026-01-01..2028-12-31", "2027-01-01..2027-12-31"),
    ("30/6 hoặc 31/12", "2026-06-30..2026-12-31", "2026-07-01..2026-12-30"),
    ("cuối tháng 6 và cuối tháng 9", "2026-06-21..2026-09-30", "2026-07-01..2026-09-20"),
    ("tháng 7 đến tháng 9", "2026-07-01..2026-09-30", ""),
    ("tháng 7, 8 và 9", "2026-07-01..2026-09-30", ""),
    ("trước tháng 6 và 9", "..2027-05-31", ""),
    ("trước 30/6 và 31/12", "..<2027-06-30", ""),
)


@pytest.mark.parametrize(("words", "meaning", "between"), LISTED)
def test_times_side_by_side_leave_out_what_lies_between(words: str, meaning: str, between: str) -> None:
    period = parse_period(words, TODAY)
    assert period is not None
    assert told(period) == meaning
    assert " ".join(f"{first}..{last}" for first, last in period.but) == between
    for first, last in period.but:
        assert not any(map(period.holds, (first, last)))
        assert all(map(period.holds, (first - timedelta(days=1), last + timedelta(days=1))))
    assert len(period.stretches()) == len(period.but) + 1


def test_a_period_holds_its_days_and_the_day_that_is_named() -> None:
    quarter = parse_period("quý I/2026", TODAY)
    before = parse_period("trước ngày 10/01/2026", TODAY)
    after = parse_period("sau 30/6/2026", TODAY)
    assert quarter is not None
    assert before is not None
    assert after is not None
    assert [quarter.holds(date(2026, *d)) for d in ((1, 1), (3, 31), (4, 1))] == [True, True, False]
    assert [before.holds(date(2026, 1, d)) for d in (9, 10, 11)] == [True, True, False]
    assert [after.holds(date(2026, *d)) for d in ((6, 30), (7, 1))] == [False, True]


# ---- properties ----

DAYS = st.dates(date(2024, 1, 1), date(2035, 12, 31))
PIECES = st.lists(
    st.sampled_from(
        [
            *"quý quỹ tháng thắng năm ngày tuần Tết đầu giữa cuối trước sau đến từ hết trong nay này tới".split(),
            *"qua sáu tư mốt và 1 7 12 15 31 32 2026 2025 1900 2099 I IV 1/7 31/12/2025 29/2 15-7 - , / .".split(),
            *"T6 Q3 24/7 6/2026 999 0".split(),
            *"May by before end of next week days Q1 H2 first half thangs nawm 71/NQ-CP 66.7/2025/NQ-CP".split(),
            " ", "\u200b", "\u0301", "đ",
        ]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip
ANY_TEXT = st.one_of(st.text(max_size=300), PIECES)


@given(ANY_TEXT, DAYS)
@example("Tết 1900 và tết 2099", TODAY)
@example("a\u200b\u0301 quý I/2026", TODAY)
@example("từ nay đến 1/1/2020", TODAY)
def test_any_text_gives_sound_periods(text: str, today: date) -> None:
    words = tidy(text)
    end = 0
    for period in find_periods(text, today):
        assert period.first is not None or period.last is not None
        if period.first is not None and period.last is not None:
            assert period.first <= period.last
        assert 0 <= period.start < period.end <= len(words)
        assert period.end > end
        assert period.kind in {"within", "by", "from"}
        end = period.end


@given(ANY_TEXT)
def test_making_a_text_ready_for_reading_keeps_its_places(text: str) -> None:
    assert len(fold_time(tidy(text))) == len(tidy(text))


FRAMES = (
    "việc của Bộ Y tế {} thế nào",
    "{}",
    "Hạn {}.",
    "đề nghị cho biết nhiệm vụ ngày {} của cơ quan tôi",
    "({})",
    "BCA: {}",
)


@given(
    DAYS,
    st.sampled_from(FRAMES),
    st.sampled_from(("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d tháng %m năm %Y")),
    DAYS,
)
def test_a_written_date_reads_back_in_any_frame(day: date, frame: str, form: str, today: date) -> None:
    period = parse_period(frame.format(day.strftime(form)), today)
    assert period is not None
    assert (period.first, period.last, period.kind) == (day, day, "within")


@given(DAYS, st.sampled_from(("trước ngày {}", "trước {}", "truoc ngay {}", "before {}")))
def test_before_a_day_names_that_day_strictly(day: date, frame: str) -> None:
    period = parse_period(frame.format(day.strftime("%d/%m/%Y")), TODAY)
    assert period is not None
    assert (period.first, period.last, period.strict) == (None, day, True)


@given(DAYS, DAYS)
def test_from_a_day_to_a_day_is_what_lies_between(one: date, other: date) -> None:
    low, high = sorted((one, other))
    period = parse_period(f"từ {low:%d/%m/%Y} đến {high:%d/%m/%Y}", TODAY)
    assert period is not None
    assert (period.first, period.last) == (low, high)


def _unmarked(words: str, bare: bool) -> str:
    return fold(words) if bare else words


@given(
    st.integers(1, 12),
    st.integers(2020, 2040),
    st.booleans(),
    st.sampled_from(("tháng {}/{}", "tháng {} năm {}", "T{}/{}", "{}/{}")),
)
def test_months_read_back(month: int, year: int, bare: bool, form: str) -> None:
    period = parse_period(_unmarked(form.format(month, year), bare), TODAY)
    assert period is not None
    assert (period.first, period.last) == (date(year, month, 1), date(year, month, monthrange(year, month)[1]))


@given(
    st.integers(0, 3),
    st.integers(2020, 2040),
    st.booleans(),
    st.sampled_from(("quý {}/{}", "quý {} năm {}", "Q{}/{}", "q{} {}", "quý {}-{}", "trong quý {} {}")),
    st.sampled_from((("1", "2", "3", "4"), ("I", "II", "III", "IV"))),
)
def test_quarters_read_back(index: int, year: int, bare: bool, form: str, names: tuple[str, ...]) -> None:
    period = parse_period(_unmarked(form.format(names[index], year), bare), TODAY)
    assert period is not None
    assert period.first == date(year, 3 * index + 1, 1)
    assert period.last == date(year + (index == 3), (3 * index + 4) % 12, 1) - timedelta(days=1)


@given(st.integers(2020, 2090), st.booleans(), st.sampled_from(("năm {}", "{}", "trong năm {}")))
def test_years_read_back(year: int, bare: bool, form: str) -> None:
    period = parse_period(_unmarked(form.format(year), bare), TODAY)
    assert period is not None
    assert (period.first, period.last) == (date(year, 1, 1), date(year, 12, 31))


# ---- no text may stop the bot ----

JUNK = (
    "1", "1/", "1-", "quy ", "31/02 ", "thang 13 ", "1/7/2026 ", "thang 1, ", "tu 1/7 den ", "may ", "2025-", "2026 ",
    "ngay 5-", "quý 3 năm 31/02 nam nam thang nam ", "den ", "1/nq-a-", "hang quy ", "trong ", "31/12 - ",
    "nam 2026 va ", " ", "thangs ",
)  # fmt: skip


class _Counting:
    """A pattern that adds up how far it has read."""

    read = 0
    needs = frozenset[str]()  # each reads whatever stands in the text

    def __init__(self, rule: Rule) -> None:
        self._pattern = rule.pattern

    def search(self, text: str, position: int) -> object:
        found = self._pattern.search(text, position)
        _Counting.read += (found.end() if found else len(text)) - position
        return found


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    rules = tuple(Rule(r.name, r.unit, _Counting(r), r.build, r.asked, r.marked) for r in RULES)  # type: ignore[arg-type]
    monkeypatch.setattr(atoms_module, "_RULES", Sieve((rule.pattern, rule) for rule in rules))
    yield
    _Counting.read = 0


@pytest.mark.parametrize("piece", JUNK)
def test_each_rule_reads_a_long_text_about_once(counted: None, piece: str) -> None:
    text = (piece * 4096)[:4096]
    _Counting.read = 0
    find_periods(text, TODAY)
    assert _Counting.read <= 4 * len(RULES) * len(text)


@pytest.mark.parametrize("piece", JUNK)
def test_a_full_message_of_junk_is_read_at_once(piece: str) -> None:
    text = (piece * 4096)[:4096]
    begun = time.process_time()
    find_periods(text, TODAY)
    assert time.process_time() - begun < 0.5  # some 25 ms at most; quadratic reading took 1.3 s


@pytest.mark.parametrize(
    ("words", "last"),
    [("trước 15/7", date(2026, 7, 15)), ("đến 31/3", date(2027, 3, 31)), ("trước 15/7/2027", date(2027, 7, 15))],
)
def test_a_day_on_which_something_is_due_is_that_day(words: str, last: date) -> None:
    due = {date(2026, 7, 15), date(2026, 3, 31), date(2027, 3, 31)}
    assert [each.last for each in find_periods(words, TODAY, due=due)] == [last]


def test_what_was_due_is_past() -> None:
    assert [each.last for each in find_periods("which tasks were due by 15 July", TODAY)] == [date(2026, 7, 15)]
    assert [each.last for each in find_periods("tasks due by 15 July", TODAY)] == [date(2027, 7, 15)]
