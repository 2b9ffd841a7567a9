"""Times as they stand in tables, mails and hurried questions: "2025Q4", "1H26", "FY2026", "YTD", "6/26", "this Friday".

They are read in questions only: directives write their times out.
"""

from knowledge.when import spans
from knowledge.when.numbers import ENGLISH_MONTHS
from knowledge.when.rule import Rule, rule

_Y = r"(?P<y>20\d{2})"
_SHORT = r"(?P<y2>2[4-9]|3\d)"
# "2026", "26", "'26"
_YEAR = rf"(?:{_Y}|['’]?{_SHORT})"
_GAP = r"\s?[/.\-]?\s?"
_DAYS = (
    r"(?P<wd>monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|(?:mon|tue|tues|wed|thu|thurs|fri)(?=\s*(?:$|[,.?!)])))"
)
# A bare day of the week is one to come where something says that a day is meant; "thứ hai" alone counts.
_LIMITED = (
    r"(?:(?<=by\s)|(?<=on\s)|(?<=due\s)|(?<=before\s)|(?<=until\s)|(?<=till\s)|(?<=after\s)|(?<=since\s)|(?<=from\s))"
)
_NAMES_A_DAY = r"(?:(?<=truoc\s)|(?<=den\s)|(?<=het\s)|(?<=han\s)|(?<=ngay\s)|(?<=vao\s)|(?<=nhat\s))"
_NO_NUMBER = r"(?!\d|\.\d|\s*/|-|\s*(?:tieu chi|%|criteria|csdl|co so|muc|viec|tasks?|nhiem vu))"

COMPACT: tuple[Rule, ...] = (
    # Where no month can be meant by the second number, Americans write it first.
    rule(
        "month/day/year",
        "day",
        rf"(?<![\d/.\-])(?P<m>0?[1-9]|1[0-2])(?P<by>[/\-])(?P<d>1[3-9]|2\d|3[01])(?P=by){_Y}(?![\d/])",
        spans.day,
        asked=True,
    ),
    rule("year quarter", "quarter", rf"{_Y}{_GAP}q(?:uarter )?(?P<q>[1-4])", spans.quarter, asked=True),
    rule(
        "quarter short year",
        "quarter",
        rf"(?P<q>[1-4])q{_GAP}{_YEAR}|q(?P<q1>[1-4])['’](?P<y3>2[4-9]|3\d)",
        spans.quarter,
        asked=True,
    ),
    rule("half short year", "half", rf"(?P<h>[12])h{_GAP}{_YEAR}", spans.half, asked=True),
    rule("year half", "half", rf"{_Y}{_GAP}h(?P<h>[12])", spans.half, asked=True),
    rule("half and short year", "half", rf"h(?P<h>[12]){_GAP}['’]?{_SHORT}", spans.half, asked=True),
    rule("fiscal year", "year", rf"fy\s?{_YEAR}", spans.year, asked=True),
    rule(
        "year to date",
        "behind",
        r"ytd|(?:the )?year[ -]to[ -]date|(?:so far this year|this year so far)",
        spans.year_to_date,
        asked=True,
    ),
    rule(
        "english first months",
        "half",
        rf"(?:the\s+)?(?P<half>first|last)\s+(?P<n>[1-9]|1[01]|two|three|four|five|six|seven|eight|nine|ten)"
        rf"\s+months?\s+(?:of\s+|in\s+)?(?:{_Y}|(?P<rel>this|next|last)\s+year|(?:the\s+)year)",
        spans.half,
        asked=True,
    ),
    rule(
        "english month short year",
        "month",
        rf"(?P<em>{'|'.join(sorted(ENGLISH_MONTHS, key=len, reverse=True))})\.?(?:\s?['’]|-){_SHORT}(?![-/])",
        spans.month,
        asked=True,
    ),
    rule(
        "month/short year",
        "month",
        rf"(?<![\d/.\-])(?P<m>0?[1-9]|1[0-2])/(?P<y2>2[4-9]|30){_NO_NUMBER}",
        spans.month,
        asked=True,
    ),
    rule(
        "english weekday",
        "day",
        rf"(?P<rel>this|next|coming|last)\s+{_DAYS}|{_LIMITED}{_DAYS.replace('<wd>', '<wd2>')}",
        spans.coming_weekday,
        asked=True,
    ),
    rule(
        "bare weekday",
        "day",
        rf"{_NAMES_A_DAY}(?:thu\s+(?P<wd>hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)"
        r"(?=\s*(?:$|[,.?!)])|\s+(?:nay|la|cua|co|bo|phai|thi|ma|can|nhung|cac)\b)"
        r"(?!\s+(?:tuan|sau|toi|truoc))(?:\s+(?P<rel>nay))?",
        spans.coming_weekday,
        asked=True,
        marked=True,
    ),
)
