"""The conversations: read the update, call what is known, show the answer."""
