"""Words for chores: a list as a file, an agency to be reminded, what waits for a decision."""

from handlers.views.wording.errands import ErrandWords

ERRANDS = ErrandWords(
    sheet="Tasks",
    list_title="TASKS UNDER RESOLUTION 57",
    list_note=lambda read, day: f"{read}. As of {day}." if read else f"As of {day}.",
    headings=("No.", "Code", "Task", "Lead", "Coordinators", "Deadline", "Standing", "Source"),
    sent=lambda n: f"{n} {'task' if n == 1 else 'tasks'}, as an Excel file.",
    without_groups=lambda n: f"Without {n} given to groups: press “Of its groups” below the list and export again.",
    only_excel="I can only write Excel; from there it can be copied into Word.",
    no_list=(
        "There is no list just shown to write. Ask for one first, e.g. “overdue tasks of the Ministry of Health”, then "
        "type “export to excel”; or at once: “excel of overdue tasks of the Ministry of Health”."
    ),
    no_tasks="The list just shown holds no task to write into a file.",
    reporting_book="The workbook for reporting many tasks of your agency: /workbook",
    by_itself=(
        "Reminding is what I do by myself: each agency's focal points are reminded 30, 14, 7, 3 and 1 days before "
        "every deadline, on the day, when it is late, then weekly; 7 and 30 days late the supervisors hear of it too. "
        "I send no reminder on anybody's behalf."
    ),
    reached=lambda who, n: f"{who}: {n} {'person gets' if n == 1 else 'people get'} reminders.",
    nobody=lambda who: f"⚠️ Nobody of {who} uses this assistant yet, so no reminder arrives; invite a focal point.",
    can_do="To ask about one task, open its card and press “Obstacle”, or send a proposal (/proposals) to that agency.",
    ledger="Who was reminded of what: /ledger",
    overdue_of=lambda who: f"Overdue tasks of {who}",
    soon_of=lambda who: f"Tasks due soon of {who}",
    propose="Send a proposal",
    waiting="Waiting for you:",
    nothing_waits="Nothing waits for your decision or answer.",
    claims=lambda n: f"{n} {'report' if n == 1 else 'reports'} to confirm",
    extensions=lambda n: f"{n} {'extension' if n == 1 else 'extensions'} to decide",
    proposals=lambda n: f"{n} {'proposal' if n == 1 else 'proposals'} to answer",
    people=lambda n: f"{n} {'person' if n == 1 else 'people'} to let in",
    see=lambda what: f"See {what}",
    how_to_propose=(
        "Obstacles, proposals and ideas are sent right here: press the button below (or /proposals), choose the task "
        "and the addressee, and write. I pass it on and remind them until it is answered."
    ),
)
