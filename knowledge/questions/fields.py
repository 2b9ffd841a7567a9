"""Which field of a task a short text asks for, and nothing else: "hạn bao giờ vậy ạ", "ai chủ trì". Pure."""

import re
from enum import StrEnum

from knowledge.text import fold, tidy


class Field(StrEnum):
    """What a task's card says of it."""

    LEADS = "leads"
    COORDINATORS = "coordinators"
    DEADLINE = "deadline"
    OUTPUT = "output"
    SOURCE = "source"
    STATUS = "status"
    QUOTE = "quote"


# Politeness, and what only begins or ends such a text.
AROUND = frozenset(
    "a ah ak ban bot chi cho da di e em anh giup gium ho hoi i ko luon minh mo moi muon nha nhe nhen nhi nua oi ok oke roi sep thi toi "
    "tui tiep the them u um va vang vay voi vs xem xin co can con hay la o and can could give go let like me of on open please see show "
    "sir so take tell the then thanks to us view want would you now".split()
)
_FIELDS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (
        Field.QUOTE,
        re.compile(
            r"\b(?:(?:nguyen|toan) van|ban goc|nguyen goc|tung chu|(?:ca|toan bo) (?:doan|cau)|doan (?:do|nay) (?:day du|viet gi|ghi gi)|verbatim|(?:full|original|exact) (?:text|words|wording)|word for word)\b"
        ),
    ),
    (
        Field.STATUS,
        re.compile(
            r"\b(?:(?:lam|thuc hien|trien khai|xong|muc do|tien do|ket qua|tinh hinh|hoan thanh|no|viec|den|toi)(?: (?:viec )?(?:do|nay|ay|no))?(?: (?:dang|da|duoc|thi))? (?:(?:toi|den) (?:dau|muc nao)|(?:the nao|sao|ra sao|nhu the nao)|bao nhieu phan tram)"
            r"|tien do|tinh trang|trang thai|(?:xong|hoan thanh|lam xong|bao cao) chua|status|progress|how far|how is it going|(?:is it|it) (?:done|finished)|done yet)\b"
        ),
    ),
    (
        Field.SOURCE,
        re.compile(
            r"\b(?:nguon|(?:van ban|vb|nghi quyet|nq|thong bao|tb|ket luan|kl|muc|dieu) (?:nao|gi)|o dau ra|dau ra the|can cu|trich (?:o )?(?:dau|tu)|(?:o|tu) dau|source|(?:which|what) (?:directive|document)|where)\b"
        ),
    ),
    (Field.OUTPUT, re.compile(r"\b(?:san pham|ket qua|dau ra|outputs?|deliverables?|results?)\b")),
    (Field.COORDINATORS, re.compile(r"\b(?:phoi hop|coordinat\w+)\b")),
    (
        Field.LEADS,
        re.compile(
            r"\b(?:chu tri|phu trach|chiu trach nhiem|dau moi|ai (?:lam|lo)|cua ai|giao (?:cho )?ai|(?:bo|co quan|don vi) nao|leads?|who|owns?|responsible)\b"
        ),
    ),
    (
        Field.DEADLINE,
        re.compile(
            r"\b(?:(?<!qua )(?<!tre )(?<!cham )(?<!het )(?<!den )(?<!toi )han|thoi han|deadline|due|khi nao|bao gio|ngay nao|(?:thang|quy|ngay) (?:may|nao)|when)\b"
        ),
    ),
)
WITH_FIELD = AROUND | frozenset(
    "trinh ai nao khi bao gio ngay thang quy may han thoi chot hoan thanh xong chu tri phoi hop cung phu trach chiu trach nhiem dau moi lam lo "
    "bo quan don vi san pham ket qua ra phai nop nguon viec do nay ay no cua luc biet gi cai nhiem vu muc den toi sao nhu bao nhieu phan tram "
    "tien tinh hinh trang thai thuc hien trien khai duoc dang chua giao tu trich can cu van ban vb nghi quyet nq thong tb kl ket luan dieu theo day kia vua roi "
    "cao deadline due date lead leads coordinates coordinators coordinator output outputs deliverable deliverables result results who when "
    "what which where is are it its does do must be by done finished yet how far going status progress along source directive document "
    "ca nguyen toan doan cau goc doc day du viet ghi tung chu bo trich dan ra verbatim full original exact text words wording word "
    "from come comes came owns own responsible for that this one task has been s".split()
)
# These ask for tasks, not for a task's field: "việc nào xong rồi", "bao nhiêu việc".
_LISTS = re.compile(
    r"\b(?:(?:viec|nhiem vu|cai) (?:nao|gi)|may (?:viec|cai|nhiem vu)|bao nhieu (?:viec|cai|nhiem vu)|which (?:ones?|tasks?)|tasks|ones)\b"
)
_LONGEST_FIELD = 10
_ROLES = frozenset({Field.LEADS, Field.COORDINATORS})
_THAT = re.compile(r"\b(?:do|nay|ay|no|kia|vua roi|it|this|that)\b")
_ASKS = re.compile(r"\b(?:ai|nao|gi|who|which|what)\b")


def names_role(text: str, field: Field) -> bool:
    """Tell whether a role is only named: after a list, "còn phối hợp?" wants other tasks, not whose one of them is."""
    return field in _ROLES and not asks_whose(fold(tidy(text)))


def asks_whose(folded: str) -> bool:
    """Tell whether folded words ask who or which, rather than name something."""
    return _ASKS.search(folded) is not None


def points_at_one(text: str) -> bool:
    """Tell whether one thing that was spoken of is meant: "việc đó", "it"."""
    return _THAT.search(fold(tidy(text))) is not None


def field_in(plain: str) -> Field | None:
    """Return the field of a task that folded words ask for, and nothing else."""
    said = plain.split()
    if not said or len(said) > _LONGEST_FIELD or not WITH_FIELD.issuperset(said) or _LISTS.search(plain):
        return None
    return next((name for name, pattern in _FIELDS if pattern.search(plain)), None)
