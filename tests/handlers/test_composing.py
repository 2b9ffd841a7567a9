"""Whatever stands against a change is said in one clear sentence with the next step, in both languages."""

import pytest

from handlers.views.composing import refusal
from knowledge.errors import DondocError, UnknownAgencyError, UnknownTaskError
from knowledge.record import Refusal, RefusedError, StoreBusyError, StoreFullError

ERRORS: tuple[DondocError, ...] = (
    *(RefusedError(why) for why in Refusal),
    StoreBusyError(),
    StoreFullError(),
    UnknownTaskError("71-1"),
    UnknownAgencyError("Bộ Phép thuật"),
)


@pytest.mark.parametrize("error", ERRORS, ids=str)
def test_every_refusal_has_its_sentence(error: DondocError) -> None:
    told = {language: refusal(error, language) for language in ("vi", "en")}
    assert told["vi"] != told["en"]
    for text in told.values():
        assert text.endswith((".", ")"))
        assert 30 <= len(text) <= 250
        assert "<" not in text


def test_sentences_tell_refusals_apart() -> None:
    for language in ("vi", "en"):
        assert len({refusal(RefusedError(why), language) for why in Refusal}) == len(Refusal)
