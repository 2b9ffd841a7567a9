"""What is shown while something is put together: the summary to look over, and why it was not recorded."""

from collections.abc import Mapping

from handlers.views.reply import bold, esc, shorten
from handlers.views.wording import composing_words, reporting_words
from knowledge.errors import DondocError
from knowledge.record import RefusedError, StoreBusyError, StoreFullError

_SAID = 700


def summary(lines: Mapping[str, str], language: str) -> str:
    """Return what was put together, HTML: `lines` are labels (plain) with what stands there (HTML)."""
    told = [f"{esc(label)}: {value}" for label, value in lines.items()]
    return "\n".join((bold(composing_words(language).look_over), "", *told))


def said(text: str) -> str:
    """Return prose as it is shown in a summary or a card, HTML."""
    return f"“{esc(shorten(text, _SAID))}”"


def refusal(error: DondocError, language: str) -> str:
    """Return in one sentence, with the next step, why something was not recorded; plain text."""
    own, general = composing_words(language), reporting_words(language)
    match error:
        case RefusedError():
            return own.refusals.get(error.why) or general.refusals[error.why]
        case StoreBusyError():
            return general.busy
        case StoreFullError():
            return general.full
        case _:
            return own.gone
