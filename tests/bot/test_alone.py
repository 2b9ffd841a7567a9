"""Only one instance works with a database, and with a token."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from bot.alone import alone
from bot.settings import SettingsError


def test_a_second_instance_on_the_same_database_is_refused_until_the_first_has_ended(tmp_path: Path) -> None:
    path = tmp_path / "data" / "bot.db"
    with ExitStack() as first:
        alone(first, path)
        with ExitStack() as second, pytest.raises(SettingsError, match="works with the database"):
            alone(second, path)
    with ExitStack() as third:
        alone(third, path)


def test_a_second_instance_with_the_same_token_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with ExitStack() as stack:
        alone(stack, tmp_path / "one.db", "57:secret")
        with pytest.raises(SettingsError, match="TELEGRAM_BOT_TOKEN") as refused:
            alone(stack, tmp_path / "two.db", "57:secret")
        alone(stack, tmp_path / "three.db", "58:another")
    assert "secret" not in str(refused.value)
    assert not any("secret" in each.name for each in tmp_path.iterdir())
