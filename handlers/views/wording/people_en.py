"""Words about people: joining, roles, dialogues, personal data."""

from handlers.views.wording.people import PeopleWords
from knowledge.people import PersonRole, PersonState
from knowledge.store import Outcome


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


PEOPLE = PeopleWords(
    language="en",
    stranger="I answer only people who have joined and been approved. Tap /start to join; it takes less than a minute.",
    waiting=(
        "Sent to the administrators. You will be told once it is decided; until then I cannot answer questions.\n"
        "/start goes on with your request · /forgetme withdraws it and deletes your data"
    ),
    unfinished="Your request is not finished. Tap /start to go on, /forgetme to leave and delete your data.",
    refused="Your request was not approved. Contact your agency's administrator, or tap /start to send it again.",
    not_allowed="Your present role cannot do this. /roles shows your roles and asks for another.",
    in_group_stranger="I answer only people who have joined. Open a private chat with me to join.",
    in_group_not_allowed="In a group this is for supervisors to do.",
    only_private="This is done in a private chat with me. For the group's reminders: /group.",
    stranger_inline="Join first to look things up",
    open_chat="Open the private chat",
    welcome=lambda name: (
        f"Hello {name}. I follow the tasks given under Resolution 57-NQ/TW: answers with sources, reminders.\n"
        "To use me, give your name, agency and role; an administrator approves it."
    ),
    consent=lambda days: (
        "If you agree, I keep: your Telegram id and name, the name you type, agency, role, language, questions for "
        f"{days} days, what you follow and how you are reminded, the notices sent to you, your reports. Only to know "
        "who may ask, report and be reminded; administrators see name, agency and role. At any time: /mydata shows all "
        "of it, /forgetme deletes it; reports stay with your agency, without your name (Law 91/2025/QH15, Decree "
        "356/2025/NĐ-CP)."
    ),
    agree="I agree",
    disagree="I do not agree",
    no_consent="All right. I keep nothing about you. Should you change your mind, tap /start.",
    invited=lambda what: f"You are invited as: <b>{what}</b>.",
    invitation_over="This invitation was used or has expired. Ask for a new link, or join as below.",
    first_administrator="You are an administrator. /invite invites people · /people shows them.",
    now_you_are=lambda what: f"Your role: <b>{what}</b>.",
    sent=lambda what: f"Sent to the administrators: {what}.",
    waiting_note="You will be told once it is decided; the role works from then on.",
    pending=lambda what: f"Waiting for a decision: {what}.",
    held_already=lambda what: f"You hold this role already: {what}.",
    approved=lambda what: f"Your request was approved: <b>{what}</b>. Please ask.",
    not_approved=lambda what: (
        f"Your request <b>{what}</b> was not approved. Contact your agency's administrator, or tap /start to ask again."
    ),
    role_gone=lambda what: f"An administrator took away your role: <b>{what}</b>.",
    ask_name="Your name? Tap to use this one, or type your full name.",
    use_name=lambda name: f"Use “{name}”",
    name_odd=lambda most: f"Please type your full name in letters, 2 to {most} characters.",
    renamed=lambda name: f"I will call you {name}.",
    ask_agency="Which agency? Type its name or abbreviation, e.g. BCA, Ministry of Health, so khcn ha noi.",
    agency_unknown=lambda words: f"I find no agency “{words}”. Type its full name or abbreviation, e.g. BKHCN.",
    former=lambda name: f" (formerly {name})",
    unit_of=lambda said, agency: (
        f"“{said}” belongs to {agency}, does it not? The registry ends with provinces and ministries; the unit as "
        "you typed it goes to the administrators too. Otherwise type it again."
    ),
    is_it=lambda agency: f"{agency}, is that right? Otherwise type it again.",
    which_agency="Which of these? If it is none, type it again.",
    no_agency="No agency",
    ask_role="Which role?",
    role_by_button="Please tap one of the roles below.",
    roles={
        PersonRole.OFFICIAL: "Official",
        PersonRole.FOCAL_POINT: "Focal point",
        PersonRole.STAFF: "Staff",
        PersonRole.SUPERVISOR: "Supervisor",
        PersonRole.ADMINISTRATOR: "Administrator",
    },
    role_notes={
        PersonRole.OFFICIAL: "asks and looks up",
        PersonRole.FOCAL_POINT: "is reminded, reports for the own agency",
        PersonRole.STAFF: "reports the progress of tasks",
        PersonRole.SUPERVISOR: "follows all agencies, confirms reports",
        PersonRole.ADMINISTRATOR: "approves and invites people, keeps the directives",
    },
    ask_days="How long is the invitation good for?",
    days=lambda n: _count(n, "day", "days"),
    days_odd=lambda most: f"Tap or type a number of days, 1 to {most}.",
    request_title=lambda n: f"Request {n}",
    name="Name",
    wants="Asks to be",
    own_words="Unit in own words",
    holds="Is already",
    somebody="an administrator",
    decided={
        Outcome.APPROVED: lambda who, when: f"✓ {who} approved it, {when}",
        Outcome.REFUSED: lambda who, when: f"✕ {who} refused it, {when}",
    },
    approve="Approve",
    refuse="Refuse",
    change_role="Change role",
    change_agency="Change agency",
    back="◂ Back",
    request_gone="This request is gone: who asked has withdrawn it.",
    invitation=lambda what, until: (
        f"Invitation as <b>{what}</b>, good once, until {until}. Send it to that person only: whoever opens it has it."
    ),
    copy_link="Copy the link",
    no_roles="You hold no role yet.",
    another_role="Ask for another role",
    other_name="Change my name",
    people_title=lambda people, agencies: (
        f"{_count(people, 'person', 'people')} · {_count(agencies, 'agency', 'agencies')}"
    ),
    people_hint="To search: /people with a name.",
    waiting_people=lambda n: f"{_count(n, 'request waits', 'requests wait')} for a decision",
    waiting_request=lambda n: f"Waiting: request {n}",
    found_people=lambda n, words: f"{_count(n, 'person', 'people')} named “{words}”",
    more_people=lambda n: f"{n} more: search with /people and a name.",
    state="State",
    states={
        PersonState.WAITING: "waiting",
        PersonState.APPROVED: "approved",
        PersonState.REFUSED: "refused",
    },
    since="Agreed to be stored",
    add_role="Add a role",
    remove_person="Remove",
    remove_yes="Remove",
    remove_sure=lambda name: f"Remove {name} and everything about them? It cannot be undone.",
    removed=lambda name: f"{name} was removed.",
    you_are_removed="An administrator removed you, with everything kept about you. To use me again, tap /start.",
    person_gone="This person is not here any more.",
    last_administrator="This is the last administrator. Make somebody else administrator first: /people.",
    dialogues={
        "remind_on": "reminding again",
        "join": "joining",
        "another_role": "asking for a role",
        "other_name": "changing the name",
        "invite": "making an invitation",
        "appoint": "giving a role",
        "amend_agency": "changing the agency of a request",
        "report": "a report",
        "which_task": "choosing the task of a report",
        "amend_report": "changing a report",
        "show_evidence": "sending evidence",
        "confirm_day": "confirming the day",
        "send_back": "sending a report back",
        "reopen": "taking a confirmation back",
        "ask_author": "asking the author",
        "answer_remark": "answering a supervisor",
        "extend": "asking for more time",
        "decide_extension": "deciding on an extension",
        "propose": "raising a matter",
        "answer_proposal": "answering a matter",
        "pursue_proposal": "asking on",
        "give_task": "assigning a task",
        "recall_task": "taking a task back",
        "hand_down": "handing a task down",
        "measure": "recording a value",
    },
    leave="Leave",
    left="Left. You can go on asking.",
    left_joining="Left. Tap /start to go on joining, /forgetme to delete your data.",
    nothing_to_leave="Nothing is half done.",
    dialogue_over="This is finished, or more than a day old.",
    put_aside=lambda what, place: f"Put aside: {what}, step {place}." if place else f"Put aside: {what}.",
    resume="Go on",
    no_data="I keep nothing about you.",
    your_data="This is everything I keep about you. /forgetme deletes it.",
    forget_sure=(
        "This deletes you: record, roles, requests, questions, followed agencies, notices. Reports on tasks keep the "
        "agency and a pseudonym that leads back to nobody. It cannot be undone. Delete?"
    ),
    forget_yes="Delete everything about me",
    forget_no="Keep it",
    stays="All right, nothing changes.",
    forgotten="Deleted. I keep nothing about you. To use me again, tap /start.",
    secret=lambda level: (
        f"This is stamped <b>{level}</b>, so I do not take or keep it: state secrets must not be written, kept or sent "
        "on devices connected to the internet (Law 117/2025/QH15). Please delete the message on both sides and tell "
        "your agency's security officer."
    ),
    which_language="Language of the interface? (Answers come in the language of the question.)",
    language_set="I will use English.",
    only_in_group="This command is for groups: /group with an agency's name binds the group to it.",
    group_unbound=(
        "This group is bound to no agency. Type <code>/group</code> with a name, e.g. <code>/group Bộ Y tế</code>, for "
        "a morning reminder."
    ),
    group_bound=lambda agency: f"This group works for {agency} and is reminded at 8:00 on working days.",
    group_free="This group is bound to no agency any more, and is not reminded.",
    unbind="Unbind",
)
