"""The wording of one area each, Vietnamese and English: a frozen dataclass of words, filled in once per language."""

from handlers.views.wording import finding_en, finding_vi, people_en, people_vi, reports_en, reports_vi
from handlers.views.wording.finding import FindingWords
from handlers.views.wording.people import PeopleWords
from handlers.views.wording.reports import ReportingWords


def people_words(language: str) -> PeopleWords:
    """Return the words about people for "vi" or "en"."""
    return people_en.PEOPLE if language == "en" else people_vi.PEOPLE


def finding_words(language: str) -> FindingWords:
    """Return the words about finding things for "vi" or "en"."""
    return finding_en.FINDING if language == "en" else finding_vi.FINDING


def reporting_words(language: str) -> ReportingWords:
    """Return the words about reports for "vi" or "en"."""
    return reports_en.REPORTS if language == "en" else reports_vi.REPORTS
