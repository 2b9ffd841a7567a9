"""What Telegram's errors mean to the scheduler, and how a reply becomes messages."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from aiohttp import (
    ClientConnectorError,
    ClientOSError,
    ConnectionTimeoutError,
    ServerDisconnectedError,
    SocketTimeoutError,
)
from telegram import CallbackQuery
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram_out import TelegramOut, failure, keyboard, parts_of
from handlers.views.reply import Button, Reply, when
from scheduler.delivery import FailureKind

REFUSED_LINE = ClientConnectorError(cast("Any", None), ConnectionRefusedError())
WAIT, MOVED, GONE, REFUSED, TROUBLE, UNCLEAR = FailureKind


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    """As the library raises it: the HTTP client's exception behind its own."""
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (RetryAfter(17), WAIT),
        (Forbidden("Forbidden: bot was blocked by the user"), GONE),
        (Forbidden("Forbidden: user is deactivated"), GONE),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"), GONE),
        (ChatMigrated(-100123), MOVED),
        (BadRequest("Bad Request: chat not found"), GONE),
        (BadRequest("Chat not found"), GONE),
        (BadRequest("Bad Request: TOPIC_CLOSED"), GONE),
        (BadRequest("Bad Request: not enough rights to send text messages to the chat"), GONE),
        (BadRequest("Bad Request: CHAT_WRITE_FORBIDDEN"), GONE),
        # BadRequest is a NetworkError in the library: taken for trouble it would be resent for ever
        (BadRequest("Bad Request: can't parse entities: Unsupported start tag"), REFUSED),
        (BadRequest("Bad Request: message is too long"), REFUSED),
        (NetworkError("Bad Gateway"), TROUBLE),
        (caused(NetworkError("ClientConnectorError"), REFUSED_LINE), TROUBLE),
        (caused(TimedOut(), ConnectionTimeoutError("")), TROUBLE),
        (caused(TimedOut(), SocketTimeoutError("")), UNCLEAR),
        (caused(TimedOut(), TimeoutError()), UNCLEAR),
        (caused(NetworkError("ClientOSError"), ClientOSError("")), UNCLEAR),
        (caused(NetworkError("ServerDisconnectedError"), ServerDisconnectedError("")), UNCLEAR),
        (InvalidToken("Unauthorized"), TROUBLE),
        (Conflict("Conflict: terminated by other getUpdates request"), TROUBLE),
        (TelegramError("Invalid server response"), TROUBLE),
    ],
    ids=repr,
)
def test_what_an_error_means(error: TelegramError, kind: FailureKind) -> None:
    assert failure(error).kind is kind


@pytest.mark.parametrize("wait", [17, timedelta(seconds=17)])
@pytest.mark.parametrize("as_timedelta", ["0", "1"])
@pytest.mark.filterwarnings("ignore:.*PTB_TIMEDELTA")
def test_how_long_to_wait_is_read_however_the_library_says_it(
    wait: int | timedelta, as_timedelta: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", as_timedelta)
    assert failure(RetryAfter(wait)).wait_seconds == 17


def test_the_new_number_of_a_group_stands_in_the_reason() -> None:
    assert "-100123" in failure(ChatMigrated(-100123)).reason


def test_the_reason_of_a_refusal_is_telegrams() -> None:
    assert failure(Forbidden("Forbidden: bot was blocked by the user")).reason.endswith("bot was blocked by the user")


def test_the_reason_of_trouble_never_holds_an_address() -> None:
    error = caused(NetworkError("ClientOSError: https://x/bot1:secret"), ClientOSError("bot1:secret"))
    assert failure(error).reason == "ClientOSError"


def test_buttons_of_each_kind_become_telegrams() -> None:
    markup = keyboard(
        Reply(
            "x", ((Button("Mở", action="t|71-1|"), Button("Chép", copy="71-1")), (Button("Xem", url="https://a.vn"),))
        )
    )
    assert markup is not None
    (first, second), (third,) = markup.inline_keyboard
    assert (first.text, first.callback_data) == ("Mở", "t|71-1|")
    assert second.copy_text is not None
    assert (second.text, second.copy_text.text, second.callback_data) == ("Chép", "71-1", None)
    assert (third.text, third.url) == ("Xem", "https://a.vn")


def test_a_button_that_shares_needs_inline_mode() -> None:
    reply = Reply("x", ((Button("Chia sẻ", share="71-1"), Button("Chép", copy="71-1")), (Button("Gửi", share="71-2"),)))
    shared = keyboard(reply)
    assert shared is not None
    assert shared.inline_keyboard[0][0].switch_inline_query == "71-1"
    alone = keyboard(reply, inline=False)
    assert alone is not None
    assert [[button.text for button in row] for row in alone.inline_keyboard] == [["Chép"]]
    assert keyboard(Reply("x", ((Button("Gửi", share="71-2"),),)), inline=False) is None


def test_no_buttons_is_no_keyboard() -> None:
    assert keyboard(Reply("x")) is None


@pytest.mark.parametrize(
    "more", [{}, {"action": "a", "copy": "b"}, {"copy": "b", "url": "https://a.vn"}, {"action": ""}]
)
def test_a_button_does_exactly_one_thing(more: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="exactly one"):
        Button("x", **more)


def test_the_buttons_stand_under_the_last_piece() -> None:
    parts = parts_of(Reply("việc " * 2000, ((Button("Mở", action="x"),),)))
    assert len(parts) == 3
    assert [buttons is None for _, buttons in parts] == [True, True, False]


class Pressed:
    """A pressed button: what is edited and what is sent below it."""

    supports_inline_queries = True

    def __init__(self, refusal: BadRequest | None = None) -> None:
        self.refusal = refusal
        self.edited: list[str] = []
        self.sent: list[str] = []
        self.buttons: list[bool] = []
        self.message = SimpleNamespace(chat=SimpleNamespace(id=7))

    async def edit_message_text(self, text: str, **more: Any) -> None:
        if self.refusal:
            raise self.refusal
        self.edited.append(text)
        self.buttons.append(more["reply_markup"] is not None)

    async def send_message(self, chat: int, text: str, **more: Any) -> SimpleNamespace:
        assert chat == 7
        self.sent.append(text)
        self.buttons.append(more["reply_markup"] is not None)
        return SimpleNamespace(message_id=len(self.sent))

    def get_bot(self) -> "Pressed":
        return self


LONG = Reply("việc " * 2000, ((Button("Mở", action="x"),),))


async def edit(pressed: Pressed) -> None:
    await TelegramOut().edit(cast("CallbackQuery", pressed), LONG)


async def test_a_long_change_goes_on_below_the_message() -> None:
    pressed = Pressed()
    await edit(pressed)
    assert (len(pressed.edited), len(pressed.sent)) == (1, 2)
    assert pressed.buttons == [False, False, True]


async def test_what_cannot_be_edited_is_sent_anew_and_whole() -> None:
    pressed = Pressed(BadRequest("Bad Request: message can't be edited"))
    await edit(pressed)
    assert (len(pressed.edited), len(pressed.sent)) == (0, 3)


async def test_a_server_that_knows_no_tappable_dates_gets_plain_ones() -> None:
    class Old(Pressed):
        async def edit_message_text(self, text: str, **more: Any) -> None:
            if "<tg-time" in text:
                raise BadRequest('Bad Request: can\'t parse entities: Unsupported start tag "tg-time" at byte offset 5')
            await super().edit_message_text(text, **more)

    pressed = Old()
    reply = Reply(f"Hạn {when(date(2026, 3, 1))}", ((Button("Mở", action="x"),),))
    await TelegramOut().edit(cast("CallbackQuery", pressed), reply)
    assert pressed.edited == ["Hạn 01/03/2026"]


async def test_what_is_shown_already_is_not_sent_again() -> None:
    pressed = Pressed(BadRequest("Message is not modified: specified new message content is the same"))
    await edit(pressed)
    assert (pressed.edited, pressed.sent) == ([], [])
