"""The registry of commands: it makes the handlers, the help and Telegram's menu."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass

from telegram import Message, MessageEntity, Update

from handlers.data import ask_to_forget, show_data
from handlers.following import follow
from handlers.groups import bind
from handlers.invitations import invite
from handlers.joining import my_roles, start
from handlers.language import choose_language
from handlers.people import people
from handlers.questions import directives_reply
from handlers.services import Context, services
from handlers.talking import cancel
from handlers.views.answers import directives_row, example_rows
from handlers.views.reply import Reply, esc
from knowledge.people import Right, may_somewhere

Handle = Callable[[Update, Context], Coroutine[object, object, None]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command with its names (the first is shown in the menu) and what it is for, by language.

    `right` is what the gate asks of whoever sends it: None for what is open to anybody. One that is `private` is
    answered in the private chat only; one that `welcomes` stands in the menu of strangers.
    """

    names: tuple[str, ...]
    handle: Handle
    help_vi: str
    help_en: str
    right: Right | None = Right.ASK
    private: bool = False
    welcomes: bool = False


def command_of(message: Message, username: str) -> Command | None:
    """Return the command that `message` gives to the bot named `username`; None where it is none, or another's."""
    if not message.text or not message.entities:
        return None
    first = message.entities[0]
    if first.type != MessageEntity.BOT_COMMAND or first.offset:
        return None
    name, _, bot = message.text[1 : first.length].lower().partition("@")
    return _BY_NAME.get(name) if bot in ("", username.lower()) else None


async def show_help(update: Update, context: Context) -> None:
    """Say what can be asked and how, and what commands there are for this person."""
    message = update.effective_message
    if message is None:
        return
    words = services(context).words(update)
    person = services(context).person(update)
    mine = [c for c in COMMANDS if c.right is None or may_somewhere(person, c.right)]
    commands = "\n".join(f"/{c.names[0]} {esc(c.help_en if words.language == 'en' else c.help_vi)}" for c in mine)
    reply = Reply(f"{words.help}\n\n{commands}", (*example_rows(words), directives_row(words)))
    await services(context).outgoing.reply(message, reply)


async def show_directives(update: Update, context: Context) -> None:
    """List the directives."""
    message = update.effective_message
    if message is None:
        return
    words = services(context).words(update)
    await services(context).outgoing.reply(message, directives_reply(services(context), words))


COMMANDS: tuple[Command, ...] = (
    Command(("start",), start, "Bắt đầu", "Start", right=None, private=True, welcomes=True),
    Command(("vanban", "directives"), show_directives, "Các văn bản", "The directives"),
    Command(
        ("theodoi", "follow"),
        follow,
        "Nhắc việc buổi sáng của một cơ quan",
        "A morning reminder for one agency",
        private=True,
    ),
    Command(("nhom", "group"), bind, "Gắn nhóm với một cơ quan", "Bind a group to an agency", Right.SUPERVISE),
    Command(("vaitro", "roles"), my_roles, "Vai trò của tôi, xin thêm", "My roles, ask for another", private=True),
    Command(("nguoidung", "people"), people, "Người dùng", "People", Right.ADMINISTER, private=True),
    Command(("moi", "invite"), invite, "Tạo liên kết mời", "Make an invitation link", Right.INVITE, private=True),
    Command(("ngonngu", "language"), choose_language, "Ngôn ngữ", "Language", right=None, private=True),
    Command(("dulieu", "mydata"), show_data, "Dữ liệu của tôi", "My data", right=None, private=True),
    Command(("xoatoi", "forgetme"), ask_to_forget, "Xoá tôi và dữ liệu của tôi", "Delete me", right=None, private=True),
    Command(("huy", "cancel"), cancel, "Thôi việc đang làm dở", "Leave what is half done", right=None, private=True),
    Command(("trogiup", "help"), show_help, "Trợ giúp", "Help", right=None, welcomes=True),
)
_BY_NAME = {name: command for command in COMMANDS for name in command.names}
