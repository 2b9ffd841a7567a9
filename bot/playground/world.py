"""The whole little world in memory: people, chats, messages, files. One method for each thing a person can do."""

from bot.playground.doings import Doings
from bot.playground.inline import Inline
from bot.playground.standing import Standing


class World(Doings, Inline, Standing):
    """People, chats and messages, and the bot among them."""

    def reset(self) -> None:
        """As on the first day: no messages, no files, nobody has blocked anything."""
        self.chats.clear()
        self.files.clear()
        self.callbacks.clear()
        self.inline_queries.clear()
        self.inline_cache.clear()
        self.inline_messages.clear()
        self.updates.clear()
        self.faults.clear()
        self.transcript.clear()
        self.open_chats()
        self.transcript.write("reset")
