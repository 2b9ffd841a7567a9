"""The way in: settings, command line, wiring, Telegram transport, playground."""

import os

# Spans of time come from python-telegram-bot as timedelta; its integers are deprecated and warn at every flood.
os.environ.setdefault("PTB_TIMEDELTA", "1")
