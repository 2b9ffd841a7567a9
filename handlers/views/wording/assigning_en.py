"""Words about tasks given from chat and handed down to units."""

from handlers.views.wording.assigning import AssigningWords

ASSIGNING = AssigningWords(
    language="en",
    ask_what="<b>What</b> is to be done? Write it; the first sentence is the task's name.",
    ask_leads="Who <b>leads</b>? One agency or several, for example: BYT, so khcn ha noi; or a group: các bộ.",
    ask_coordinators="Who <b>helps</b>? Type as before, or press.",
    no_coordinators="Nobody helps",
    ask_deadline="<b>By when</b>? For example: before 30/12, end of Q1/2027, quarterly; or press.",
    deadline_unread="I find no deadline in that. Type for example 30/12/2026, in January, monthly.",
    deadline_past=lambda day: f"{day} is over. Type a deadline from today on.",
    no_deadline="No deadline",
    ask_document="By which <b>document</b>? Type its number (such as 45/TB-VPCP, NQ 71), or press.",
    no_document="By no document",
    document_odd="I need a document's number, such as 45/TB-VPCP or NQ 71. If there is none, press the button.",
    what="Task",
    leads="Lead",
    coordinators="Helping",
    deadline="Deadline",
    document="By",
    understood=lambda typed, read: f"<i>“{typed}”</i> → <b>{read}</b>",
    nothing="none",
    given=lambda code: f"✅ Assigned, code {code}.",
    reached=lambda people: "1 person told." if people == 1 else f"{people} people told.",
    hand_down="Hand down",
    ask_owner="To units of which agency?",
    ask_units=lambda task: (
        f"Hand down {task}\nto <b>which units</b> of your agency? Type their names, several with semicolons between."
    ),
    units_odd=lambda most: (
        f"Type the names of units, at most {most}, with semicolons between; such as: Cục Quản lý Dược; Vụ Pháp chế."
    ),
    ask_part="<b>What</b> is the unit to do? Write it, or press.",
    as_parent="The same as the task",
    ask_unit_deadline=lambda last: f"<b>By when</b>? No later than {last}." if last else "<b>By when</b>?",
    as_parent_deadline="The task's own deadline",
    later_than_parent=lambda last: f"It cannot be later than the task's own deadline: {last}.",
    parent_over=lambda last: (
        f"The task is overdue since {last}. Press for its own deadline, or first ask for more time."
    ),
    parent="Task",
    units="Units",
    handed=lambda code: f"✅ Handed down, code {code}. Your agency reports for the unit by this code.",
    not_yours=lambda leads: f"This task is {leads}'s; only the focal points there can hand it down to units.",
    recall="Take back",
    ask_recall="Why is it taken back? Those concerned will read your words.",
    recall_done="✅ Taken back. Those concerned are told.",
    recall_not_yours="Only whoever gave this task can take it back.",
    recall_too_late="It was reported done, so it cannot be taken back. Send the report back first: /toconfirm.",
    recall_reason="Reason",
    recalled_for_you="📌 A task was taken back",
    recalled=lambda when: f"Taken back at {when}",
    for_you="📌 A new task",
    units_title=lambda agency: f"{agency} handed down to its units",
    source=lambda day: f"Assigned through Đôn Đốc, {day}",
    source_document=lambda document, day: f"{document}; assigned through Đôn Đốc, {day}",
    own_of=lambda agency: f"a unit of {agency}",
    list_title=lambda n: "1 task assigned here" if n == 1 else f"{n} tasks assigned here, newest first",
    list_none="No tasks were assigned here yet.",
    give_new="Assign a new task",
    more=lambda n: f"… and {n} more",
    given_tasks=lambda n: f"All assigned in chat ({n})",
    beside=lambda n, late: (
        f"+ {n} {'task' if n == 1 else 'tasks'} assigned in chat" + (f", {late} overdue" if late else "")
    ),
    found_title=lambda n: f"{n} {'task' if n == 1 else 'tasks'} assigned in chat",
    from_chat="Assigned in chat",
    by_directives="◂ Tasks of directives",
)
