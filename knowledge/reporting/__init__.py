"""Reports in plain words: what they say, and on which tasks they are. Pure; nothing is written here."""

from knowledge.reporting.documents import DocumentNumber
from knowledge.reporting.matching import CODED, Match, match, plain_words
from knowledge.reporting.splitting import split_reports
from knowledge.reporting.words import ReportWords, read_report

__all__ = ["CODED", "DocumentNumber", "Match", "ReportWords", "match", "plain_words", "read_report", "split_reports"]
