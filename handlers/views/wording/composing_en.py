"""Words while something is put together step by step: prose, agencies, days, the summary before it is sent."""

from handlers.views.wording.composing import ComposingWords
from knowledge.record import Refusal

COMPOSING = ComposingWords(
    language="en",
    send="Send",
    change="Change ▾",
    which_change="Change what?",
    look_over="Look it over, then press Send",
    by_button="Please press one of the buttons below.",
    kept_for_later="I keep this as what you say. First please press one of the buttons below.",
    back="◂ Back",
    too_short="That is too short to be understood. Please write a sentence.",
    too_long=lambda most: f"That is longer than {most} characters. Please be brief; details belong in a document.",
    day_unread="I find no day in that. Type for example 30/6/2027, end of Q2/2027, in 3 months.",
    agencies_so_far=lambda names: f"So far: {names}. Type another, or press Done.",
    agency_unknown=lambda words: f"I know no agency “{words}”. Type its full name or abbreviation, for example BKHCN.",
    which_of=lambda words: f"Which agency is “{words}”? Press one, or type it anew.",
    agency_too_many=lambda most: f"At most {most} agencies in one task. A group (such as “các bộ”) is shorter.",
    done="Done",
    remove=lambda name: f"✕ {name}",
    add=lambda name: f"+ {name}",
    which_part="For which agency or unit?",
    nobody_there=lambda names: (
        f"Nobody here receives messages for: {names}. Invite somebody: /invite, or ask an administrator."
    ),
    no_agency="You belong to no agency yet, so this cannot be sent. Ask for a role at yours: /roles.",
    refusals={
        Refusal.NOT_THERE: "This is not there any more. Open the task's card or the list again to see how it stands.",
        Refusal.WRONG_STATE: "This was settled a moment ago, so nothing was added. Open it again to see how it stands.",
        Refusal.REASON_MISSING: "A reason is needed. Press Change and write one.",
        Refusal.NOT_THE_AUTHOR: "Only who sent it can close it or ask on. Send your own with /proposals.",
        Refusal.OWN_REPORT: "This is your own request: another supervisor has to decide.",
        Refusal.VALUE: "This value cannot be used. Press Change and type a number.",
        Refusal.SOURCE_MISSING: "A source is needed. Press Change and type a document number or a link.",
        Refusal.MEASURED_IN_FUTURE: "The day of measuring cannot lie ahead. Press Change and type it anew.",
        Refusal.LATER_THAN_PARENT: "A unit's deadline cannot be later than its task's. Press Change and mend it.",
        Refusal.NOBODY_LEADS: "Nobody leads yet. Press Change and name who leads.",
        Refusal.TITLE_MISSING: "The task has no name. Press Change and say what is to be done.",
        Refusal.EXTENSION_FAULTS: "The new date or an explanation will not do. Press Change, mend it and send again.",
        Refusal.EXTENSION_WAITING: "A request for more time waits for a decision already. Please ask again after that.",
        Refusal.NOT_LATER: "The new deadline must be later than the present one. Press Change, choose another day.",
    },
    gone="This task or agency is not on record any more. Look for it with /search or /agency.",
)
