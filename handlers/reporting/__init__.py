"""Reporting in chat: proposals, evidence, confirmation, history, and how a task stands on its card."""
