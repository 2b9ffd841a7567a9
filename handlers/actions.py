"""What buttons carry: small values written into at most 64 bytes, and read back with distrust.

A button says only what to show. Who may see it is decided on the server's record when it is pressed.
"""

from dataclasses import dataclass, replace

LIMIT_BYTES = 64
_SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class View:
    """How a list is looked at: `question` is the stored question's number, `shift` moves its period by that many steps."""

    question: int
    page: int = 1
    groups: bool = False
    coordinating: bool = False
    overdue: bool = False
    shift: int = 0

    def at(self, page: int) -> "View":
        """Return the same view at another page."""
        return replace(self, page=page)

    def encode(self) -> str:
        """Return the view as short text."""
        flags = "".join(
            letter for letter, on in zip("gco", (self.groups, self.coordinating, self.overdue), strict=True) if on
        )
        return f"{self.question}.{self.page}.{flags}.{self.shift}"

    @classmethod
    def decode(cls, text: str) -> "View":
        """Read what `encode` wrote. Raises ValueError."""
        question, page, flags, shift = text.split(".")
        if int(page) < 1 or abs(int(shift)) > 400 or int(question) < 0:
            raise ValueError(text)
        return cls(int(question), int(page), "g" in flags, "c" in flags, "o" in flags, int(shift))


@dataclass(frozen=True, slots=True)
class Action:
    """A pressed button: `verb` with its `subject` (a task code, a directive, a path) and the list to go back to."""

    verb: str
    subject: str = ""
    view: View | None = None

    def encode(self) -> str:
        """Return the action as callback data. Raises ValueError when it is too long."""
        text = _SEPARATOR.join((self.verb, self.subject, self.view.encode() if self.view else ""))
        if len(text.encode()) > LIMIT_BYTES:
            raise ValueError(f"callback data of {len(text.encode())} bytes: {text}")
        return text

    @classmethod
    def decode(cls, data: str) -> "Action":
        """Read what `encode` wrote. Raises ValueError for anything else."""
        verb, subject, view = data.split(_SEPARATOR)
        return cls(verb, subject, View.decode(view) if view else None)


SHOW_LIST = "l"
SHOW_TASK = "t"
SHOW_PASSAGE = "p"
SHOW_RELATED = "r"
SHOW_PARTS = "k"
SHOW_DIRECTIVE = "d"
SHOW_DIRECTIVES = "v"
ASK_EXAMPLE = "e"
LIST_DIRECTIVE = "n"
UNFOLLOW = "u"
