"""The registry of commands: it makes the handlers, the help and Telegram's menu."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from telegram import Message, MessageEntity, Update

from handlers import actions
from handlers.actions import Action
from handlers.assigning import give
from handlers.calendar_file import send_calendar
from handlers.data import ask_to_forget, show_data
from handlers.extensions import list_extensions
from handlers.finding import listing, show_agency
from handlers.following import follow
from handlers.groups import bind
from handlers.invitations import invite
from handlers.joining import my_roles, start
from handlers.language import choose_language
from handlers.ledger import show_ledger
from handlers.people import people
from handlers.proposals import show_proposals
from handlers.ready import Ready
from handlers.reminding import remind_me
from handlers.reporting.confirming import waiting
from handlers.reporting.flow import report
from handlers.reporting.history import show as show_history
from handlers.services import Context, services
from handlers.talking import cancel
from handlers.views.answers import directives_row, example_rows
from handlers.views.reply import Button, Reply, esc, shorten
from handlers.views.wording import finding_words
from handlers.workbooks import workbook
from knowledge.people import Right, may_somewhere
from knowledge.text import fold

# How alike a mistyped command and the one offered are, of 100.
_ALIKE = 55

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

    def name(self, language: str) -> str:
        """Return what it is called in "vi" or "en"."""
        return self.names[-1] if language == "en" else self.names[0]

    def told(self, language: str) -> str:
        """Return what it is for, in "vi" or "en"."""
        return self.help_en if language == "en" else self.help_vi


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
    commands = "\n".join(f"/{c.name(words.language)} {esc(c.told(words.language))}" for c in mine)
    reply = Reply(f"{words.help}\n\n{commands}", (*example_rows(words), directives_row(words)))
    await services(context).outgoing.reply(message, reply)


async def unknown(update: Update, context: Context) -> None:
    """Offer the commands that a mistyped one is nearest to; in a group only when it was meant for this bot."""
    message, service = update.effective_message, services(context)
    if message is None or not message.text:
        return
    typed, _, bot = message.text[1:].split(maxsplit=1)[0].partition("@")
    if message.chat.type != message.chat.PRIVATE and bot.lower() != context.bot.username.lower():
        return
    words, person = service.words(update), service.person(update)
    said = finding_words(words.language)
    mine = [c for c in COMMANDS if c.right is None or may_somewhere(person, c.right)]
    by_name = {name: c for c in mine for name in c.names}
    near = process.extract(fold(typed), by_name.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=6)
    found = list(dict.fromkeys(by_name[name] for name, _, _ in near))[:3] or [by_name["trogiup"]]
    lines = [esc(said.unknown_command(f"/{shorten(typed, 32)}")), esc(said.perhaps_command)]
    lines += [f"/{each.name(words.language)} {esc(each.told(words.language))}" for each in found]
    rows = tuple(
        (Button(each.told(words.language), Action(actions.READY, each.names[0]).encode()),)
        for each in found
        if each.names[0] in set(Ready)
    )
    await service.outgoing.reply(message, Reply("\n".join(lines), rows))


COMMANDS: tuple[Command, ...] = (
    Command(("start",), start, "Bắt đầu", "Start", right=None, private=True, welcomes=True),
    Command(("nhiemvu", "tasks"), listing(Ready.MINE), "Việc của cơ quan tôi, gấp nhất trước", "My agency's tasks"),
    Command(("quahan", "overdue"), listing(Ready.OVERDUE), "Nhiệm vụ quá hạn", "Overdue tasks"),
    Command(("sapden", "soon"), listing(Ready.SOON), "Nhiệm vụ đến hạn trong 30 ngày", "Tasks due in 30 days"),
    Command(("tim", "search"), listing(Ready.SEARCH), "Tìm trong nhiệm vụ, văn bản", "Search tasks and directives"),
    Command(
        ("vanban", "directives"), listing(Ready.SECTION), "Các văn bản, theo từng mục", "The directives by section"
    ),
    Command(("chitieu", "indicators"), listing(Ready.INDICATORS), "Chỉ tiêu theo mốc, cơ quan", "Indicators"),
    Command(("csdl", "databases"), listing(Ready.DATABASES), "Cơ sở dữ liệu cần hoàn thiện", "Tracked databases"),
    Command(("coquan", "agency"), show_agency, "Một cơ quan và việc của cơ quan đó", "An agency and its tasks"),
    Command(("capnhat", "update"), report, "Báo cáo một việc", "Report on a task", Right.REPORT, private=True),
    Command(
        ("excel", "workbook"),
        workbook,
        "Sổ nhiệm vụ Excel để báo cáo nhiều việc",
        "Workbook for reporting many tasks",
        Right.REPORT,
        private=True,
    ),
    Command(("lichsu", "history"), show_history, "Lịch sử một việc", "A task's history", private=True),
    Command(
        ("choxacnhan", "toconfirm"),
        waiting,
        "Báo cáo chờ xác nhận",
        "Reports that await confirmation",
        Right.SUPERVISE,
        private=True,
    ),
    Command(
        ("giahan", "extensions"), list_extensions, "Đề nghị lùi hạn đang chờ", "Extensions that wait", private=True
    ),
    Command(("kiennghi", "proposals"), show_proposals, "Vướng mắc, kiến nghị", "Obstacles and proposals", private=True),
    Command(("giaoviec", "assign"), give, "Giao việc", "Assign a task", Right.SUPERVISE, private=True),
    Command(
        ("theodoi", "follow"),
        follow,
        "Nhắc việc buổi sáng của một cơ quan",
        "A morning reminder for one agency",
        private=True,
    ),
    Command(("nhacviec", "reminders"), remind_me, "Cách nhắc việc của tôi", "How I am reminded", private=True),
    Command(("lich", "calendar"), send_calendar, "Thời hạn của tôi cho lịch máy", "My deadlines for a calendar"),
    Command(("sonhac", "ledger"), show_ledger, "Sổ nhắc việc", "Ledger of reminders", Right.SUPERVISE, private=True),
    Command(("nhom", "group"), bind, "Gắn nhóm với một cơ quan", "Bind a group to an agency", Right.SUPERVISE),
    Command(("vaitro", "roles"), my_roles, "Vai trò của tôi, xin thêm", "My roles", right=None, private=True),
    Command(("nguoidung", "people"), people, "Người dùng", "People", Right.ADMINISTER, private=True),
    Command(("moi", "invite"), invite, "Tạo liên kết mời", "Make an invitation link", Right.INVITE, private=True),
    Command(("ngonngu", "language"), choose_language, "Ngôn ngữ", "Language", right=None, private=True),
    Command(("dulieu", "mydata"), show_data, "Dữ liệu của tôi", "My data", right=None, private=True),
    Command(("xoatoi", "forgetme"), ask_to_forget, "Xoá tôi và dữ liệu của tôi", "Delete me", right=None, private=True),
    Command(("huy", "cancel"), cancel, "Thôi việc đang làm dở", "Leave what is half done", right=None, private=True),
    Command(("trogiup", "help"), show_help, "Trợ giúp", "Help", right=None, welcomes=True),
)
_BY_NAME = {name: command for command in COMMANDS for name in command.names}
