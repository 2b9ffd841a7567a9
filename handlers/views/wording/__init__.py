"""The wording of one area each, Vietnamese and English: a frozen dataclass of words, filled in once per language."""

from handlers.views.wording import (
    assigning_en,
    assigning_vi,
    composing_en,
    composing_vi,
    conditions_en,
    conditions_vi,
    errands_en,
    errands_vi,
    extensions_en,
    extensions_vi,
    finding_en,
    finding_vi,
    measuring_en,
    measuring_vi,
    people_en,
    people_vi,
    proposals_en,
    proposals_vi,
    reminding_en,
    reminding_vi,
    reports_en,
    reports_vi,
    turns_en,
    turns_vi,
    waiting_en,
    waiting_vi,
    workbooks_en,
    workbooks_vi,
)
from handlers.views.wording.assigning import AssigningWords
from handlers.views.wording.composing import ComposingWords
from handlers.views.wording.conditions import ConditionWords
from handlers.views.wording.errands import ErrandWords
from handlers.views.wording.extensions import ExtensionWords
from handlers.views.wording.finding import FindingWords
from handlers.views.wording.measuring import MeasuringWords
from handlers.views.wording.people import PeopleWords
from handlers.views.wording.proposals import ProposalWords
from handlers.views.wording.reminding import RemindingWords
from handlers.views.wording.reports import ReportingWords
from handlers.views.wording.turns import TurnWords
from handlers.views.wording.waiting import WaitingWords
from handlers.views.wording.workbooks import WorkbookWords


def people_words(language: str) -> PeopleWords:
    """Return the words about people for "vi" or "en"."""
    return people_en.PEOPLE if language == "en" else people_vi.PEOPLE


def finding_words(language: str) -> FindingWords:
    """Return the words about finding things for "vi" or "en"."""
    return finding_en.FINDING if language == "en" else finding_vi.FINDING


def reporting_words(language: str) -> ReportingWords:
    """Return the words about reports for "vi" or "en"."""
    return reports_en.REPORTS if language == "en" else reports_vi.REPORTS


def composing_words(language: str) -> ComposingWords:
    """Return the words of putting something together step by step, for "vi" or "en"."""
    return composing_en.COMPOSING if language == "en" else composing_vi.COMPOSING


def condition_words(language: str) -> ConditionWords:
    """Return the words on a question's conditions for "vi" or "en"."""
    return conditions_en.CONDITIONS if language == "en" else conditions_vi.CONDITIONS


def extension_words(language: str) -> ExtensionWords:
    """Return the words about extensions for "vi" or "en"."""
    return extensions_en.EXTENSIONS if language == "en" else extensions_vi.EXTENSIONS


def proposal_words(language: str) -> ProposalWords:
    """Return the words about obstacles and proposals for "vi" or "en"."""
    return proposals_en.PROPOSALS if language == "en" else proposals_vi.PROPOSALS


def assigning_words(language: str) -> AssigningWords:
    """Return the words about tasks given from chat for "vi" or "en"."""
    return assigning_en.ASSIGNING if language == "en" else assigning_vi.ASSIGNING


def measuring_words(language: str) -> MeasuringWords:
    """Return the words about measured values for "vi" or "en"."""
    return measuring_en.MEASURING if language == "en" else measuring_vi.MEASURING


def reminding_words(language: str) -> RemindingWords:
    """Return the words about reminders for "vi" or "en"."""
    return reminding_en.REMINDING if language == "en" else reminding_vi.REMINDING


def workbook_words(language: str) -> WorkbookWords:
    """Return the words about workbooks for "vi" or "en"."""
    return workbooks_en.WORKBOOKS if language == "en" else workbooks_vi.WORKBOOKS


def waiting_words(language: str) -> WaitingWords:
    """Return the words about what waits for somebody, for "vi" or "en"."""
    return waiting_en.WAITING if language == "en" else waiting_vi.WAITING


def turn_words(language: str) -> TurnWords:
    """Return the wording of what leans on what was shown before, Vietnamese unless English."""
    return turns_en.TURNS if language == "en" else turns_vi.TURNS


def errand_words(language: str) -> ErrandWords:
    """Return the words for chores for "vi" or "en"."""
    return errands_en.ERRANDS if language == "en" else errands_vi.ERRANDS
