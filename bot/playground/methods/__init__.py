"""What the bot can do: the Bot API's methods, each a function of the world and the call's parameters."""

from bot.playground.methods import answering, changing, chats, profile, sending
from bot.playground.methods.registry import METHODS

__all__ = ["METHODS", "answering", "changing", "chats", "profile", "sending"]
