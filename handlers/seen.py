"""Which tasks somebody just looked at: "xong rồi" said after it is most likely about them."""

from telegram import CallbackQuery

from handlers import actions
from handlers.actions import Action
from handlers.noticing import noticing_of
from handlers.services import Services, words_for

_OF_A_TASK = frozenset({actions.SHOW_TASK, actions.OPEN_TASK, actions.REPORT_TASK, actions.SHOW_PASSAGE})


def note_seen(query: CallbackQuery, action: Action, service: Services) -> None:
    """Remember the task whose card was opened by a button, or those of the reminder that was taken note of."""
    if query.message is None:
        return
    chat = query.message.chat.id
    if action.verb in _OF_A_TASK:
        over = (action.view.question, action.view.look) if action.view is not None and action.view.question else None
        service.asked.see(chat, (action.subject,), service.now(), over)
    elif action.verb == actions.NOTED:
        notice = service.outbox.of_chat(int(action.subject), chat)
        lines = noticing_of(service).lines(notice, words_for(notice.language), service.today()) if notice else ()
        if lines:
            service.asked.see(chat, tuple(dict.fromkeys(line.item.task for line in lines)), service.now())
