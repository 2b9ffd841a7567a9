"""The registry of commands: nothing in it stays unexplained."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from handlers.commands import COMMANDS, Command
from handlers.views.wording.people import PeopleWords
from handlers.views.wording.people_en import PEOPLE as PEOPLE_EN
from handlers.views.wording.people_vi import PEOPLE as PEOPLE_VI

NAMES = [name for command in COMMANDS for name in command.names]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.names[0])
def test_every_command_says_what_it_is_for_in_both_languages(command: Command) -> None:
    assert 0 < len(command.help_vi) <= 256
    assert 0 < len(command.help_en) <= 256
    assert command.help_vi != command.help_en


def test_every_command_stands_in_the_readme() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text()
    for name in NAMES:
        assert f"`/{name}`" in readme, name


def test_names_are_unique_and_what_telegram_takes() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", name) for name in NAMES)


@pytest.mark.parametrize("words", [PEOPLE_VI, PEOPLE_EN], ids=lambda w: w.language)
def test_what_people_are_told_names_only_commands_there_are(words: PeopleWords) -> None:
    said = " ".join(text for text in (getattr(words, f.name) for f in fields(words)) if isinstance(text, str))
    named = set(re.findall(r"(?<![\w/<.])/([a-z_]+)", said))
    assert named
    assert named <= set(NAMES)
