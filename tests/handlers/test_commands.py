"""The registry of commands: nothing in it stays unexplained."""

import re

import pytest

from handlers.commands import COMMANDS, Command
from handlers.views.en import EN
from handlers.views.vi import VI
from handlers.views.words import Words

NAMES = [name for command in COMMANDS for name in command.names]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.names[0])
def test_every_command_says_what_it_is_for_in_both_languages(command: Command) -> None:
    assert 0 < len(command.help_vi) <= 256
    assert 0 < len(command.help_en) <= 256
    assert command.help_vi != command.help_en


def test_names_are_unique_and_what_telegram_takes() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", name) for name in NAMES)


@pytest.mark.parametrize("words", [VI, EN], ids=lambda w: w.language)
def test_the_help_text_names_every_command_and_no_other(words: Words) -> None:
    named = set(re.findall(r"(?<![\w/<.])/([a-z_]+)", words.help))
    assert named <= set(NAMES)
    for command in COMMANDS:
        assert command.names == ("start",) or named & set(command.names), command.names
