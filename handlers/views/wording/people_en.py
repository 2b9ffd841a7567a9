"""Words about people: joining, roles, dialogues, personal data."""

from handlers.views.wording.people import PeopleWords

PEOPLE = PeopleWords(
    stranger="I answer only people who have joined and been approved. Tap /start to join; it takes less than a minute.",
    stranger_in_group="I answer only people who have joined. Please open a private chat with me to join.",
    stranger_inline="Join first to look things up",
    open_chat="Open the private chat",
    waiting=(
        "Your request is with the administrators. You will be told once it is decided; until then I cannot answer "
        "questions.\n/start shows your request · /xoatoi withdraws it and deletes your data"
    ),
    refused=(
        "Your request was not approved. If needed, contact your agency's administrator, or tap /start to send it again."
    ),
    not_allowed="Your present role cannot do this. /vaitro shows your roles and asks for another.",
)
