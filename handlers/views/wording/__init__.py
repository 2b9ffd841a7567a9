"""The wording of one area each, Vietnamese and English: a frozen dataclass of words, filled in once per language."""

from handlers.views.wording import people_en, people_vi
from handlers.views.wording.people import PeopleWords


def people_words(language: str) -> PeopleWords:
    """Return the words about people for "vi" or "en"."""
    return people_en.PEOPLE if language == "en" else people_vi.PEOPLE
