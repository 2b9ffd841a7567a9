"""Answers to pressed buttons and inline queries."""

from bot.playground import limits
from bot.playground.errors import ApiError
from bot.playground.methods.registry import method
from bot.playground.params import Params
from bot.playground.queries import InlineAnswer
from bot.playground.world import World


@method
def answer_callback_query(world: World, params: Params) -> bool:
    text = params.text("text")
    if len(text) > limits.CALLBACK_ANSWER_UNITS:
        raise ApiError.bad("MESSAGE_TOO_LONG")
    url = limits.answer_link(params.text("url"), world.bot["username"])
    query = world.callbacks.answer(params.text("callback_query_id"))
    world.transcript.write(
        "answer",
        query.chat_id,
        query=query.id,
        user_id=query.user_id,
        text=text,
        alert=params.flag("show_alert"),
        url=url,
    )
    return True


@method
def answer_inline_query(world: World, params: Params) -> bool:
    answer = InlineAnswer(
        limits.inline_results(params.parsed("results")),
        limits.next_offset(params.text("next_offset")),
        limits.inline_button(params.parsed("button")),
    )
    query = world.inline_queries.answer(params.text("inline_query_id"))
    lifetime = params.integer("cache_time")
    kept = limits.INLINE_CACHE_SECONDS if lifetime is None else lifetime
    world.inline_cache.keep(query, answer, kept, personal=params.flag("is_personal"))
    world.show_results(query, answer)
    return True
