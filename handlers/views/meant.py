"""The directives that a question means: the card of one, or a list of those that fit, with what was left aside."""

from collections.abc import Mapping
from dataclasses import replace

from handlers.views.cards import directive_list
from handlers.views.read_as import unread_line
from handlers.views.reply import Reply, esc
from handlers.views.wording import condition_words
from handlers.views.words import Words, day
from knowledge.answers import Answer
from knowledge.base import KnowledgeBase


def directives_meant(answer: Answer, base: KnowledgeBase, counts: Mapping[str, int], words: Words) -> Reply:
    """Return the list of the directives found, where they were asked for by a condition; else of all there are.

    What only fits some words of a question leaves the others open.
    """
    every = tuple(base.directives.values())
    asked = answer.reading.directives or answer.reading.agencies
    those = answer.directives if asked and answer.directives else every
    listed = directive_list(those, counts, words, some=len(those) < len(every))
    told = unread_line(answer.reading, words)
    return replace(listed, text=f"{told}\n{listed.text}") if told else listed


def with_issue(card: Reply, answer: Answer, words: Words) -> Reply:
    """Return a directive's card, below a line that says whether it was issued when the question has it."""
    when, issued = answer.reading.issued_on, answer.directives[0].date
    if when is None or issued is None:
        return card
    said = condition_words(words.language).issued_then(answer.directives[0].number, day(issued), when.holds(issued))
    return replace(card, text=f"{esc(said)}\n\n{card.text}")
