"""What is said about people: joining, roles, dialogues, their data. `people_vi` and `people_en` fill it in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowledge.people import PersonRole, PersonState
from knowledge.store import Outcome


@dataclass(frozen=True)
class PeopleWords:
    """Every word of this area that is not data. What goes into a function marked `html` is escaped already."""

    language: str
    # the gate
    stranger: str
    waiting: str
    unfinished: str
    refused: str
    not_allowed: str
    in_group_stranger: str
    in_group_not_allowed: str
    only_private: str
    stranger_inline: str
    open_chat: str
    # joining
    welcome: Callable[[str], str]  # html
    consent: Callable[[int], str]
    agree: str
    disagree: str
    no_consent: str
    invited: Callable[[str], str]  # html
    invitation_over: str
    first_administrator: str
    now_you_are: Callable[[str], str]  # html
    sent: Callable[[str], str]
    waiting_note: str
    pending: Callable[[str], str]
    held_already: Callable[[str], str]
    approved: Callable[[str], str]  # html
    not_approved: Callable[[str], str]  # html
    role_gone: Callable[[str], str]  # html
    # steps
    ask_name: str
    use_name: Callable[[str], str]
    name_odd: Callable[[int], str]
    renamed: Callable[[str], str]
    ask_agency: str
    agency_unknown: Callable[[str], str]
    former: Callable[[str], str]
    unit_of: Callable[[str, str], str]  # html
    is_it: Callable[[str], str]  # html
    which_agency: str
    no_agency: str
    ask_role: str
    role_by_button: str
    roles: Mapping[PersonRole, str]
    role_notes: Mapping[PersonRole, str]
    ask_days: str
    days: Callable[[int], str]
    days_odd: Callable[[int], str]
    # requests
    request_title: Callable[[int], str]
    name: str
    wants: str
    own_words: str
    holds: str
    somebody: str
    decided: Mapping[Outcome, Callable[[str, str], str]]
    approve: str
    refuse: str
    change_role: str
    change_agency: str
    back: str
    request_gone: str
    # invitations, people
    invitation: Callable[[str, str], str]  # html
    copy_link: str
    no_roles: str
    another_role: str
    other_name: str
    people_title: Callable[[int, int], str]
    people_hint: str
    waiting_people: Callable[[int], str]
    waiting_request: Callable[[int], str]
    found_people: Callable[[int, str], str]
    more_people: Callable[[int], str]
    state: str
    states: Mapping[PersonState, str]
    since: str
    add_role: str
    remove_person: str
    remove_yes: str
    remove_sure: Callable[[str], str]  # html
    removed: Callable[[str], str]
    you_are_removed: str
    person_gone: str
    last_administrator: str
    # dialogues
    dialogues: Mapping[str, str]
    leave: str
    left: str
    left_joining: str
    nothing_to_leave: str
    dialogue_over: str
    put_aside: Callable[[str, str], str]
    resume: str
    # their data
    no_data: str
    your_data: str
    forget_sure: str
    forget_yes: str
    forget_no: str
    stays: str
    forgotten: str
    secret: Callable[[str], str]
    # language, groups
    which_language: str
    language_set: str
    only_in_group: str
    group_unbound: str
    group_bound: Callable[[str], str]  # html
    group_free: str
    unbind: str
