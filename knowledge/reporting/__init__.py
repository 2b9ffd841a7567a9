"""Reports in plain words: what they say, and on which tasks they are. Pure; nothing is written here."""

from knowledge.reporting.bare import bare_report
from knowledge.reporting.correcting import corrected
from knowledge.reporting.documents import DocumentNumber
from knowledge.reporting.draft import evidence_of, saying
from knowledge.reporting.matching import CODED, Match, match, plain_words
from knowledge.reporting.places import LAST as LAST_PLACE
from knowledge.reporting.places import places_in
from knowledge.reporting.recognising import Recognised, matches_for, read_words, report_in, told_in
from knowledge.reporting.splitting import split_reports
from knowledge.reporting.wishes import agrees, begins_report, mistaken, refuses, takes_back, wants_change
from knowledge.reporting.words import ReportWords, read_report

__all__ = [
    "CODED",
    "LAST_PLACE",
    "DocumentNumber",
    "Match",
    "Recognised",
    "ReportWords",
    "agrees",
    "bare_report",
    "begins_report",
    "corrected",
    "evidence_of",
    "match",
    "matches_for",
    "mistaken",
    "places_in",
    "plain_words",
    "read_report",
    "read_words",
    "refuses",
    "report_in",
    "saying",
    "split_reports",
    "takes_back",
    "told_in",
    "wants_change",
]
