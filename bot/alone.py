"""Sees to it that only one instance works with a database and a token: two would tell everything twice."""

import fcntl
import hashlib
import tempfile
from contextlib import ExitStack
from pathlib import Path

from bot.settings import SettingsError


def alone(stack: ExitStack, path: Path, token: str = "") -> None:
    """Hold the database at `path` (and the bot's `token` on this machine) until `stack` is closed, or the process ends.

    Raises SettingsError when another instance holds it. Another machine with the same token is told of by Telegram.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _hold(stack, path.with_name(f"{path.name}.lock"), f"another instance works with the database {path}")
    if token:
        name = f"dondoc-{hashlib.sha256(token.encode()).hexdigest()[:16]}.lock"
        _hold(stack, Path(tempfile.gettempdir()) / name, "another instance works with this TELEGRAM_BOT_TOKEN")


def _hold(stack: ExitStack, path: Path, complaint: str) -> None:
    """Lock a file; the lock goes with the process, however that ends."""
    try:
        file = stack.enter_context(path.open("a"))
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise SettingsError(f"{complaint}; end that one first") from error
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from error
