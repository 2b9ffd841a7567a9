"""What the Bot API answers when it refuses."""

from typing import Any, Self

Json = dict[str, Any]

PREFIXES = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}


class ApiError(Exception):
    """A refusal: the status, Telegram's words for it, and what a client needs to go on."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    @classmethod
    def bad(cls, words: str) -> Self:
        """400, worded as Telegram words it: a server's error code stays as it is, a sentence begins small."""
        is_code = len(words) > 1 and (words[1].isupper() or words[1] == "_")
        return cls(400, f"Bad Request: {words if is_code else words[:1].lower() + words[1:]}")

    @classmethod
    def forbidden(cls, words: str) -> Self:
        return cls(403, f"Forbidden: {words}")

    @classmethod
    def flood(cls, retry_after: int) -> Self:
        return cls(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})

    def as_json(self) -> Json:
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer
