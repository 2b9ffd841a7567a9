"""The way in: settings, command line, wiring, Telegram transport, playground."""
