"""[Thu hồi việc]: whoever gave a task from chat takes it back, with a reason, while nobody has reported it done."""

from telegram import CallbackQuery

from handlers.actions import Action
from handlers.assigning import card, words_of
from handlers.composing import keep, open_dialogue, prose_step
from handlers.dialogues import Dialogue, Talk
from handlers.reporting.common import face
from handlers.services import Services
from handlers.views.reply import Reply, bold, esc
from handlers.views.wording import assigning_words
from handlers.views.words import Words
from knowledge.errors import UnknownTaskError
from knowledge.people import Person, Right
from knowledge.record import TaskRecalled


async def press_recall(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Thu hồi việc]: ask why, or say why not. Raises UnknownTaskError."""
    person = service.people.find(query.from_user.id)
    task = service.record.state.assigned_task(action.subject)
    if task is None:
        raise UnknownTaskError(action.subject)
    if person is None:
        return
    words = assigning_words(person.language)
    if service.record.state.recall(task.id) is not None:
        await service.outgoing.below(query, card(service, person, task.id))
    elif task.actor != service.people.pseudonym(person.id):
        await service.outgoing.below(query, Reply(esc(words.recall_not_yours)))
    elif _is_over(service, task.id):
        await service.outgoing.below(query, Reply(esc(words.recall_too_late)))
    else:
        await open_dialogue(query, service, person, RECALL_TASK, {"task": task.id})


def _is_over(service: Services, code: str) -> bool:
    """Tell whether somebody has reported that a task is done or dropped."""
    parts = [service.record.state.progress(code, part) for part in service.record.state.duty(code).assignees]
    return any(part.is_over for part in parts)


def news(service: Services, reader: Person, code: str) -> Reply:
    """Return that a task was taken back, to somebody whom it concerned."""
    shown = card(service, reader, code)
    return Reply(f"{bold(assigning_words(reader.language).recalled_for_you)}\n{shown.text}", shown.rows)


def _ask(talk: Talk) -> str:
    return f"{face(talk.service, talk.values['task']).line}\n{esc(words_of(talk).ask_recall)}"


async def _recall(talk: Talk) -> Reply:
    keep(talk, TaskRecalled(talk.values["task"], talk.values["reason"]))
    shown = card(talk.service, talk.person, talk.values["task"])
    return Reply(f"{esc(words_of(talk).recall_done)}\n\n{shown.text}", shown.rows)


RECALL_TASK = Dialogue("recall_task", Right.ASK, (prose_step("reason", _ask, numbered=False),), _recall)
