"""The grammar of single times: named rules over folded text, in the order in which they are tried.

Longer forms stand before shorter ones. What only looks like a date ("31/02", "19/19 tiêu chí") matches and is then
refused by the function that reads it.
"""

import re
from datetime import date

from knowledge.when import spans
from knowledge.when.compact import COMPACT
from knowledge.when.numbers import ENGLISH_MONTHS, NEAR_DAYS
from knowledge.when.rule import Rule
from knowledge.when.rule import rule as _rule
from knowledge.when.spans import Build, Reading

# What follows a number in document numbers and in "16/19 tiêu chí": such numbers are no dates.
_NO_NUMBER = r"(?![\d]|\.\d|\s*/\s*[a-z\d]|-[a-z]|\s*(?:tieu chi|%|criteria))"
_NO_BEFORE = r"(?<![\d/.\-])"
_NO_BEFORE_BUT_A_DAY = rf"(?:{_NO_BEFORE}|(?<=/\d-)|(?<=/\d\d-)|(?<=/\d{{4}}-))"  # "1/7-15/8/2026"
# What comes after "tháng", "tới" when nothing more of the time does: "trong tháng của Bộ Y tế".
_STOP = (
    r"(?=\s*(?:$|[,.;:?!)·])|\s+(?:cua|co|la|thi|bo|tinh|ubnd|can|phai|chua|ma|do|va|nhung|cac|nhiem|viec|den|se"
    r"|ai|thuoc|tai|o|con|for|that)\b)"
)
_Y = r"(?P<y>(?:19|20)\d{2})"
_YEAR_AWAY = (
    r"(?:nam\s+(?P<yrel>nay|sau(?!\s+khi)|(?:sap )?toi|ngoai|truoc|vua qua|qua(?!\s+han))"
    r"|(?P<ysang>sang\s+nam(?!\s+\d))|(?:of\s+)?(?P<yen>this|next|last)\s+year)(?![a-z])"
)
_YEAR = rf"(?:\s*(?:,\s*nam|[/.\-,]|nam|of|in)?\s*{_Y}(?![\d/])|\s+{_YEAR_AWAY})?"
_YEAR_OR_NEXT = (
    rf"(?:\s*(?:,\s*nam|[/.\-,]|nam|of|in)?\s*{_Y}(?![\d/])|\s+{_YEAR_AWAY}|\s+(?P<ahead>(?:sap )?toi){_STOP}"
    r"|\s+nay(?=\s*(?:,|-|va|voi|den|toi|hoac)\s))?"
)
_NUM = (
    r"(?P<n>\d{1,3}|mot|hai muoi|hai|ba muoi|ba|bon|nam|sau|bay|tam|chin|muoi(?: hai| mot)?"
    r"|one|two|three|four|five|six|seven|ten|fifteen|thirty)"
)
_MONTH_WORD = r"(?P<mw>mot|hai|ba|bon|tu|nam|sau(?!\s+khi)|bay|tam|chin|muoi hai|muoi mot|muoi)"
_MONTH_NAMES = "|".join(sorted(ENGLISH_MONTHS, key=len, reverse=True))
_ENGLISH_MONTH = rf"(?P<em>{_MONTH_NAMES})"
_QUY = r"qu[yi]"
_Q = rf"(?:{_QUY}|q|quarter)\.?\s*"
_QN = r"(?:iv|i{1,3}|[1-9]|mot|hai|ba|bon|tu|nhat)"
_LIST = r"\s*(?:-|,|&|va|hoac|and|or|den|toi|to)\s*"
_PART = r"(?P<part>dau|giua|cuoi)"
_PART_OF_MONTH = r"(?:nua\s+(?:thang\s+)?(?P<part2>dau|cuoi|sau)(?:\s+cua)?|(?P<part>dau|giua|cuoi))"
_UNIT = rf"(?P<unit>ngay|tuan|thang|{_QUY}|nam)"
_PART_EN = r"(?P<part>early|mid|late|start|beginning|end)[\s-]+(?:of\s+)?(?:the\s+)?"
_REL = (
    r"(?P<rel>nay|hien tai|hien nay|sau(?!\s+khi)|(?:sap )?toi|sap den|ke tiep|tiep theo|truoc|vua qua|vua roi"
    r"|qua(?!\s+(?:han|trinh))|roi|ngoai|ke)(?![a-z])"
)
_REL_EN = r"(?P<rel>this|current|next|coming|last|previous|past)"
_UNIT_EN = r"(?P<unit>day|week|month|quarter|year)"

# "may" and "sep" are "máy" and "sếp" without marks: as months they need an English word before, or a year.
_ENGLISH_BEFORE = re.compile(
    r"(?:\b(?:by|of|before|after|since|until|till|from|during|early|mid|late|end|beginning|next|last|this|for|between"
    rf"|through)\s+(?:the\s+)?|\b(?:in|on|due)\s+|\b(?:{_MONTH_NAMES})\s*(?:\d+\s*)?(?:to|and|-|&)\s*)$"
)
_ENGLISH_AFTER = re.compile(r"\s*(?:tasks?|deadlines?|reports?|$)")


def _english(build: Build) -> Build:
    def read(match: re.Match[str], today: date) -> Reading | None:
        groups = match.groupdict()
        if groups["em"] in ("may", "sep") and not (groups.get("y") or groups.get("yen") or groups.get("part")):
            text, start = match.string, match.start()
            before = _ENGLISH_BEFORE.search(text, max(0, start - 30), start)
            alone = not text[:start].strip() and _ENGLISH_AFTER.match(text, match.end())
            if not (before or alone or groups.get("th")):
                return None
        return build(match, today)

    return read


_LIMIT_WORD = re.compile(r"(?:ngay|truoc|den|toi|het|sau|tu|vao|trong|by|on|before|until|from|to|-)\s*$")


def _not_round_the_clock(match: re.Match[str], today: date) -> Reading | None:
    """Read a day, but not "hoạt động 24/7"."""
    if re.sub(r"\s", "", match.group()) == "24/7":
        named = _LIMIT_WORD.search(match.string, max(0, match.start() - 10), match.start())
        if not named and match.string.strip() != "24/7":
            return None
    return spans.day(match, today)


_DASH = r"(?:(?<=ngay\s\d)|(?<=ngay\s\d\d))-(?!\d{1,2}-)"  # "ngày 15-7"

RULES: tuple[Rule, ...] = (
    *COMPACT,
    _rule(
        "days",
        "days",
        rf"(?:ngay\s+)?{_NO_BEFORE}(?P<d1>\d{{1,2}})\s*(?:-|den|toi|to)\s*(?P<d2>\d{{1,2}})(?:\s*/\s*|\s+thang\s+)"
        rf"(?P<m>\d{{1,2}})(?:\s*(?:/|nam)\s*{_Y})?(?!\s*/|\s*(?:tieu chi|%))",
        spans.days,
    ),
    _rule(
        "english days",
        "days",
        rf"(?:(?P<between>between\s+)|from\s+)?{_NO_BEFORE}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s*"
        r"(?(between)(?:and|to|-)|(?:-|to|until|through))\s*"
        rf"(?P<d2>\d{{1,2}})(?P<th>st|nd|rd|th)?\s+(?:of\s+)?{_ENGLISH_MONTH}\.?{_YEAR}",
        _english(spans.days),
    ),
    _rule(
        "english month days",
        "days",
        rf"(?:between\s+|from\s+)?{_ENGLISH_MONTH}\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|to|until|through)\s*"
        rf"(?P<d2>\d{{1,2}})(?P<th>st|nd|rd|th)?(?:,?\s*{_Y})?(?!\s*[/:\d])",
        _english(spans.days),
    ),
    _rule("iso day", "day", rf"(?:ngay\s+)?{_Y}-(?P<m>\d{{2}})-(?P<d>\d{{2}})", spans.day),
    _rule(
        "day/month/year",
        "day",
        rf"(?:ngay\s+)?{_NO_BEFORE_BUT_A_DAY}(?P<d>\d{{1,2}})\s?(?P<by>[/.\-])\s?(?P<m>\d{{1,2}})\s?(?P=by)\s?"
        r"(?P<y>(?:19|20)\d{2}|\d{2})"
        rf"{_NO_NUMBER}",
        spans.day,
    ),
    _rule(
        "day month year",
        "day",
        rf"(?:ngay\s+)?(?:mung\s+)?(?P<d>\d{{1,2}})\s+thang\s+(?P<m>\d{{1,2}}){_YEAR}",
        spans.day,
    ),
    _rule(
        "english day month",
        "day",
        rf"(?P<d>\d{{1,2}})(?P<th>st|nd|rd|th)?\s+(?:of\s+)?{_ENGLISH_MONTH}\.?{_YEAR}",
        _english(spans.day),
    ),
    _rule(
        "english month day",
        "day",
        rf"{_ENGLISH_MONTH}\.?\s+(?P<d>\d{{1,2}})(?P<th>st|nd|rd|th)?(?:,?\s*{_Y})?",
        _english(spans.day),
    ),
    _rule(
        "years",
        "years",
        r"(?:giai doan\s+|nam\s+)?(?P<y1>20\d{2})\s*(?:-|den|to|/)\s*(?:nam\s+)?(?P<y2>20\d{2})" + _NO_NUMBER,
        spans.years,
    ),
    _rule(
        "half",
        "half",
        rf"(?:{_NUM}\s+thang|nua)\s+(?P<half>dau tien|dau|cuoi)(?:\s+cua)?\s+nam(?:\s+(?:{_REL}|{_Y}))?",
        spans.half,
    ),
    _rule(
        "quarters of year",
        "half",
        rf"{_NUM}\s+(?P<three>{_QUY})\s+(?P<half>dau|cuoi)(?=\s+(?:nam|20\d\d))(?:\s+nam)?(?:\s+(?:{_REL}|{_Y}))?",
        spans.half,
    ),
    _rule("months of year", "half", rf"{_NUM}\s+thang\s+nam\s+{_Y}", spans.half),
    _rule(
        "half of year",
        "half",
        rf"(?:(?P<n>6|sau)\s+thang|nua(?:\s+nam)?)\s+(?P<half>dau tien|dau|cuoi)(?:\s+{_Y})?"
        r"(?!\s+(?:cua\s+)?(?:thang|quy|tuan))",
        spans.half,
    ),
    _rule("months of bare year", "half", rf"{_NUM}\s*(?:thang|t)\s+(?P<half>dau tien|dau|cuoi)\s+{_Y}", spans.half),
    _rule(
        "english half",
        "half",
        rf"(?:(?:the\s+)?(?P<half>first|second|last)\s+half|h(?P<h>[12]))(?:\s+of)?(?:\s*[/ ]\s*{_Y})?"
        rf"(?:\s+(?:the\s+)?(?:{_REL_EN}\s+)?year)?",
        spans.half,
    ),
    _rule(
        "months",
        "months",
        rf"thang\s*(?P<m1>\d{{1,2}})(?:{_LIST}(?:thang\s*)?\d{{1,2}}){{0,9}}{_LIST}(?:thang\s*)?(?P<m2>\d{{1,2}})"
        rf"(?!\s*/\s*\d{{1,2}}(?!\d)){_YEAR}",
        spans.months,
    ),
    _rule(
        "quarters",
        "quarters",
        rf"{_Q}(?P<q1>{_QN})(?:{_LIST}(?:{_Q})?{_QN}){{0,2}}{_LIST}(?:{_Q})?(?P<q2>{_QN}){_YEAR}",
        spans.quarters,
    ),
    _rule("part of quarter", "month", rf"{_PART}\s+{_QUY}\s*(?P<q>{_QN}){_YEAR}", spans.quarter),
    _rule(
        "english part of quarter",
        "month",
        rf"{_PART_EN}(?:q(?P<q>[1-4])|(?P<q1>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+quarter){_YEAR}",
        spans.quarter,
    ),
    _rule(
        "quarter",
        "quarter",
        rf"{_Q}(?P<q>{_QN})(?:\s*[/.\-]\s*(?P<y2>[23]\d)(?![\d/])|{_YEAR_OR_NEXT})(?!-\d)",
        spans.quarter,
    ),
    _rule(
        "english quarter",
        "quarter",
        rf"(?:the\s+)?(?P<q>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+quarter{_YEAR}",
        spans.quarter,
    ),
    _rule("quarter of year", "quarter", rf"(?P<q>[1-4])q{_YEAR}", spans.quarter),
    _rule(
        "half of relative month",
        "relative",
        rf"nua\s+(?P<part2>dau|cuoi|sau)\s+(?P<unit>thang)\s+{_REL}",
        spans.relative,
    ),
    _rule("relative", "relative", rf"(?:{_PART}\s+)?(?P<unit>tuan|thang|{_QUY})\s+{_REL}", spans.relative),
    _rule(
        "part of month",
        "part",
        rf"{_PART_OF_MONTH}\s+thang\s*(?:(?P<m>\d{{1,2}})|{_MONTH_WORD}){_YEAR_OR_NEXT}",
        spans.month,
    ),
    _rule("english part of month", "part", rf"{_PART_EN}{_ENGLISH_MONTH}{_YEAR}", spans.month),
    _rule("english relative", "relative", rf"(?:{_PART_EN})?{_REL_EN}\s+(?P<unit>week|month|quarter)", spans.relative),
    _rule("english part", "relative", rf"{_PART_EN}(?P<unit>week|month|quarter)", spans.relative, asked=True),
    _rule("part of year", "part of year", rf"{_PART}\s+nam(?:\s+(?:{_REL}|{_Y}))?", spans.part_of_year),
    _rule(
        "part of bare year", "part of year", rf"{_PART}\s+{_Y}(?!\s+va\s+(?:nam\s+)?20)", spans.part_of_year, asked=True
    ),
    _rule("english part of year", "part of year", rf"{_PART_EN}(?:(?:{_REL_EN}\s+)?year|{_Y})", spans.part_of_year),
    _rule(
        "ahead",
        "ahead",
        rf"(?:trong\s+(?:vong\s+)?|con\s+)?{_NUM}\s+{_UNIT}\s+"
        r"(?:nua|toi(?!\s+han)|sap toi|tiep theo|ke tiep|sau nay|sau(?!\s+khi))",
        spans.ahead,
    ),
    _rule(
        "half ahead",
        "ahead",
        r"(?:trong\s+(?:vong\s+)?|con\s+)?nua\s+(?P<unit>thang|nam)\s+(?:nua|toi(?!\s+han)|sap toi|tiep theo|ke tiep)",
        spans.half_ahead,
    ),
    _rule(
        "english ahead",
        "ahead",
        rf"(?:in\s+|within\s+)?(?:the\s+)?(?:next|coming|following)\s+{_NUM}\s+{_UNIT_EN}s?",
        spans.ahead,
    ),
    _rule("english in", "ahead", rf"(?:in|within)\s+{_NUM}\s+{_UNIT_EN}s?", spans.ahead),
    _rule(
        "behind",
        "behind",
        rf"(?:trong\s+(?:vong\s+)?)?{_NUM}\s+{_UNIT}\s+"
        r"(?:qua(?!\s+(?:han|trinh))|vua qua|gan day|truoc(?!\s+(?:khi|ngay|han|thoi))|vua roi)",
        spans.behind,
    ),
    _rule(
        "within",
        "ahead",
        r"(?:trong\s+(?:vong\s+)?"
        r"|(?<!xe )con\s+(?:lai\s+)?(?:duoi\s+|khong qua\s+|it hon\s+|chua (?:den|toi|day)\s+)?)"
        rf"{_NUM}\s+{_UNIT}"
        r"(?!\s+(?:dau|cuoi|qua|vua|gan|truoc|roi|lam viec|(?:ke |tinh )?tu (?:khi|luc)|sau khi|20\d\d))",
        spans.ahead,
    ),
    _rule("english behind", "behind", rf"(?:the\s+)?(?:last|past|previous)\s+{_NUM}\s+{_UNIT_EN}s?", spans.behind),
    _rule("near day", "day", rf"(?P<word>{'|'.join(NEAR_DAYS)})", spans.near_day),
    _rule(
        "weekday",
        "day",
        r"(?:(?<!lan )thu\s+(?P<wd>hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\s+(?P<week>tuan\s+)?"
        r"(?P<rel>nay|sau|toi|truoc)",
        spans.weekday,
        asked=True,
    ),
    _rule("weekend", "weekend", r"cuoi tuan|this weekend", spans.weekend),
    _rule(
        "month/year",
        "month",
        rf"(?:thang\s*|t)?{_NO_BEFORE}(?<!quy )(?P<m>\d{{1,2}})\s?[/.\-]\s?{_Y}{_NO_NUMBER}",
        spans.month,
    ),
    _rule(
        "day/month",
        "day",
        rf"(?:ngay\s+)?(?:mung\s+)?{_NO_BEFORE_BUT_A_DAY}(?P<d>\d{{1,2}})\s?(?:/|{_DASH})\s?(?P<m>\d{{1,2}}){_NO_NUMBER}"
        rf"(?:\s+nam\s+{_Y}|\s+{_YEAR_AWAY})?",
        _not_round_the_clock,
    ),
    _rule(
        "day of month",
        "day",
        r"ngay\s+(?P<d>\d{1,2})(?:\s+thang\s+(?P<rel>nay|sau(?!\s+khi)|toi|truoc))?(?!\s*(?:/|thang|ngay|-))",
        spans.day_of_month,
        marked=True,
    ),
    _rule(
        "month",
        "month",
        rf"thang(?:\s*(?P<m>\d{{1,2}})|(?<!ngay thang)(?<!\d thang)\s+{_MONTH_WORD})(?!\s*/\s*\d{{1,2}}(?!\d))"
        rf"{_YEAR_OR_NEXT}(?!-\d)",
        spans.month,
    ),
    _rule(
        "short month",
        "month",
        rf"t(?P<m>\d{{1,2}})(?:\s*[/.\-]?\s*{_Y}(?!\d)|\s?[/.]\s?(?P<y2>2[4-9]|3\d)(?!\d))?",
        spans.month,
    ),
    _rule("english month", "month", rf"{_ENGLISH_MONTH}\.?{_YEAR}", _english(spans.month)),
    _rule(
        "tet",
        "tet",
        rf"tet(?!\s+(?:trung thu|duong lich|tay))(?:\s+(?:nguyen dan|am lich))?(?:\s+(?:nam\s+)?{_Y}|\s+{_YEAR_AWAY})?",
        spans.new_year,
    ),
    _rule("year before last", "year", r"nam\s+(?P<kia>kia)(?!\s+nua)", spans.year, marked=True),
    _rule("relative year", "year", rf"nam\s+{_REL}|(?P<ysang>sang\s+nam(?!\s+\d))", spans.year),
    _rule("english relative year", "year", rf"{_REL_EN}\s+year", spans.year),
    _rule(
        "half of this",
        "relative",
        rf"nua\s+(?P<part2>dau|cuoi|sau)\s+(?P<unit>thang){_STOP}",
        spans.relative,
        asked=True,
    ),
    _rule("part of this", "relative", rf"{_PART}\s+(?P<unit>thang|{_QUY}){_STOP}", spans.relative, asked=True),
    _rule(
        "this",
        "relative",
        rf"(?:(?<=trong\s)|(?<=het\s))(?P<unit>tuan|thang|{_QUY}|nam){_STOP}",
        spans.relative,
        asked=True,
    ),
    _rule("year", "year", rf"(?:nam\s+{_Y}|{_NO_BEFORE}(?P<y2>20[1-9]\d))(?!\s*/|-\d|\.\d|\d)", spans.year),
)
