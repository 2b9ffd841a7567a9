"""Logging that never shows a token: not in messages, not in tracebacks."""

import logging
import re

# Bot tokens as they stand in URLs and settings: digits, a colon (also as URLs escape it), 30 and more letters.
_TOKEN = re.compile(r"\d{5,}(?::|%3A)[A-Za-z0-9_-]{20,}", re.IGNORECASE)


class Redacting(logging.Formatter):
    """Formats as usual, then takes out whatever looks like a token, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the finished line without tokens."""
        return _TOKEN.sub("<token>", super().format(record))


def set_up(level: str) -> None:
    """Log to standard error. httpx writes every URL, token included, at INFO: it may only warn."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for noisy in ("httpx", "httpcore", "apscheduler", "aiohttp.access"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
