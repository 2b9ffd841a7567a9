"""Inline mode: typing `@dondoc_bot …` in any chat, and sending one of the results."""

from bot.playground.chats import Chat, NotPossibleError
from bot.playground.doings import worded
from bot.playground.entities import Formatted, finished
from bot.playground.errors import Json
from bot.playground.place import Place
from bot.playground.queries import InlineAnswer, Query


class Inline(Place):
    """Asking, answering and choosing."""

    def ask_inline(self, user_id: int, text: str, chat_id: int | None = None, offset: str = "") -> str:
        """Type `@dondoc_bot text`; the number of the inline query.

        What an earlier answer allowed to be kept is shown again without asking the bot: to its asker, or to anybody.
        """
        chat = self.chat_for(user_id, chat_id)
        query = self.inline_queries.add(self.identifier(), user_id, chat.id, text, offset)
        self.transcript.write("inline_query", chat.id, user_id=user_id, query=query.id, text=text)
        known = self.inline_cache.find(query)
        if known is not None:
            self.inline_queries.answer(query.id)
            self.show_results(query, known)
            return query.id
        content = {"id": query.id, "from": self.persona(user_id).as_user(), "query": text, "offset": offset}
        self.updates.put("inline_query", {**content, "chat_type": self._kind(chat)})
        return query.id

    @staticmethod
    def _kind(chat: Chat) -> str:
        return chat.kind if chat.is_group else "sender"

    def show_results(self, query: Query, answer: InlineAnswer) -> None:
        """Show an answer to who asked."""
        query.results.extend(answer.results)
        self.transcript.write(
            "inline_answer",
            query.chat_id,
            query=query.id,
            user_id=query.user_id,
            results=answer.results,
            next_offset=answer.next_offset,
            button=answer.button,
        )

    def choose_inline(self, user_id: int, query_id: str, result_id: str, *, thread: int = 0) -> Json:
        """Send one of the inline results into the chat."""
        query = self.inline_queries.get(query_id)
        result = next((each for each in query.results if each["id"] == result_id), None) if query else None
        if query is None or result is None or query.user_id != user_id:
            raise NotPossibleError("there is no such inline result")
        chat = self.chat_for(user_id, query.chat_id)
        content = worded(finished(Formatted(result["text"], result["entities"]))) | chat.topic(thread)
        chosen: Json = {"result_id": result_id, "from": self.persona(user_id).as_user(), "query": query.text}
        if result["reply_markup"]:
            content["reply_markup"] = result["reply_markup"]
            chosen["inline_message_id"] = f"AgAAA{self.identifier()}"
            self.inline_messages[chosen["inline_message_id"]] = (chat.id, chat.next_message_id)
        message = self.deliver(chat, user_id, content | {"via_bot": self.bot})
        self.updates.put("chosen_inline_result", chosen)
        return message
