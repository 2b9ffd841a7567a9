"""How things read in chat: every word a person sees. Knows nothing of Telegram."""
