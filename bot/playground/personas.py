"""The people of the playground: one of each role, and somebody nobody knows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Persona:
    """A person with a phone. `role` and `agency` are what somebody is in life; the bot learns them its own way."""

    key: str
    id: int
    first_name: str
    last_name: str | None
    username: str | None
    language_code: str
    role: str
    agency: str | None
    knows_bot: bool = True  # has opened the chat before, so that the bot may write first

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name or ''}".strip()

    def as_user(self) -> dict[str, object]:
        """The `User` of the Bot API."""
        user = {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return {key: value for key, value in user.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Group:
    """A group chat with the bot and everyone in it."""

    id: int
    title: str


OFFICIAL = Persona(
    key="official",
    id=570001,
    first_name="Nguyễn Hoàng",
    last_name="Minh",
    username="nh_minh_byt",
    language_code="vi",
    role="official",
    agency="Bộ Y tế",
)
FOCAL_POINT = Persona(
    key="focal",
    id=570002,
    first_name="Trần Thu",
    last_name="Hà",
    username="tranthuha_bca",
    language_code="vi",
    role="focal_point",
    agency="Bộ Công an",
)
STAFF = Persona(
    key="staff",
    id=570003,
    first_name="Phạm Anh",
    last_name="Quân",
    username="paquan_most",
    language_code="vi",
    role="staff",
    agency="Bộ Khoa học và Công nghệ",
)
SUPERVISOR = Persona(
    key="supervisor",
    id=570004,
    first_name="Vũ Khánh",
    last_name="Linh",
    username="vklinh_vpcp",
    language_code="vi",
    role="supervisor",
    agency="Văn phòng Chính phủ",
)
ADMINISTRATOR = Persona(
    key="admin",
    id=570005,
    first_name="Đỗ Việt",
    last_name="Dũng",
    username="dvdung_admin",
    language_code="en",
    role="administrator",
    agency="Văn phòng Chính phủ",
)
STRANGER = Persona(
    key="stranger",
    id=570006,
    first_name='Lê <b>&" Tí',
    last_name=None,
    username=None,
    language_code="vi",
    role="stranger",
    agency=None,
    knows_bot=False,
)

PERSONAS = (OFFICIAL, FOCAL_POINT, STAFF, SUPERVISOR, ADMINISTRATOR, STRANGER)
GROUP = Group(id=-1002570057057, title="Tổ công tác NQ57")
