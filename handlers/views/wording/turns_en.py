"""What is said when a text leans on what was shown before, in English."""

from handlers.views.wording.turns import TurnWords
from knowledge.questions import Urgency

TURNS = TurnWords(
    urgent={
        Urgency.FIRST: "Most urgent of the list just shown: open, with the earliest deadline",
        Urgency.NEXT: "Next of the list just shown to fall due",
    },
    urgent_of_all={
        Urgency.FIRST: "Most urgent: open, with the earliest deadline",
        Urgency.NEXT: "Next to fall due",
    },
    none_to_come="None is still to come; this is the one that fell due last.",
    none_dated="No open task here has a last day.",
    which="Which task of this list do you mean? Type its number or press it below.",
    no_list_place=(
        "No list of tasks is open, so I cannot tell which task you mean. Ask for a list first and type a number, "
        "or type the task's code."
    ),
    no_list_page="No list is open to go on with. Ask for one first, e.g. “overdue tasks of the Ministry of Health”.",
    no_list_changed=(
        "There is no list just shown to leave a condition of aside. Ask for one first, e.g. “overdue tasks of the "
        "Ministry of Health”."
    ),
    no_such_place=lambda count, number: (
        f"The list just shown has only {count} {'task' if count == 1 else 'tasks'}, no number {number}."
    ),
    no_tasks_in_list="The list just shown holds no task to choose. Ask for another list, or type the task's code.",
    first_of_list="This is the first task of the list.",
    no_such_page=lambda pages: f"The list just shown has only {pages} {'page' if pages == 1 else 'pages'}.",
    last_page=lambda count: f"That is all: you are at the end of the list, {count} in all.",
    first_page="This is the first page of the list.",
    no_task=(
        "Which task do you mean? Type its code (e.g. <code>71-89.7</code>) or some words about it; once a task is "
        "open, “deadline?” or “who leads it?” is enough."
    ),
    in_group="In a group I do not go on from the question before. Press a button below the list, or ask in full.",
    for_own=lambda who: f"For {who}, your agency.",
    own_unknown=(
        "I do not know your agency, so these are the tasks of all. Name the agency, or register yours with /roles."
    ),
    everybody="All agencies",
    own_agency="My agency",
    commands="All commands: /help",
)
