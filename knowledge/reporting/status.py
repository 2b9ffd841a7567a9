"""What a report says of the work: done, under way, not begun, given up, and how many percent. All words folded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.progress import Status

# What brings a task to its end; "đã trình" does not: it is still to be signed.
_FINISHED = (
    r"xong(?: xuoi)?|hoan thanh|hoan tat|ban hanh|phe duyet|thong qua|nghiem thu|khanh thanh|thanh lap"
    r"|cong bo|co hieu luc"
    r"|ket thuc|ky ban hanh|done|completed?|finished|issued|approved|adopted"
    r"|(?:van hanh|khai thac|chay|su dung|hoat dong) chinh thuc|chinh thuc (?:van hanh|khai thac|chay"
    r"|su dung|hoat dong)"
)
_FINISHED_WORDS = re.compile(rf"\b(?:{_FINISHED})\b")
_SAID_DONE = re.compile(
    rf"\b(?:da|vua|moi|duoc|deu|cung|het)\b(?: \w+){{0,4}}? (?:{_FINISHED})\b"
    rf"|\b(?:da|duoc) (?:dua vao|dua \w+(?: \w+){{0,10}} vao) (?:van hanh|khai thac|su dung|hoat dong)"
    r"|\bda (?:van hanh|hoat dong|to chuc|khoi cong|kien toan|dua vao)\b"
    rf"|\b(?:xong(?: xuoi)?|hoan thanh|hoan tat|done|completed|finished|issued|approved|adopted)\b"
    rf"|\b(?:{_FINISHED}) (?:roi|tu|ngay|hom|vao|xong)\b|\bkhoi cong roi\b|\bto chuc xong\b"
)
# These before the end of the work say that it has not come: "chưa xong", "sắp xong", "dự kiến hoàn thành".
_NOT_YET = re.compile(
    r"\b(?:chua|gan|sap|se|du kien|phan dau|co gang|chuan bi|cho|doi|de|can|phai|nham|hua|quyet tam|dang"
    r"|mai|toi ngay mai"
    r"|co ban|ve co ban|gan nhu|hau nhu|khong|trinh|de nghi(?! (?:cong nhan|ghi nhan|xac nhan))"
    r"|xin(?! bao)|de xuat|thoi han|han|not(?: yet)?|almost|nearly|will|to be)"
    r"(?: \w+){0,3}? ?$"
)
# … unless it is said right there that it has: "phải nói là đã xong"; "đã trình ban hành" is not.
_SAID = re.compile(r"\b(?:da|duoc)(?: (?!trinh\b|gui\b|xin\b|de nghi\b)\w+){0,3} $")
# Only a step is finished: "dự thảo xong", "xong đề cương", "xong 80%", "thẩm định xong".
_STEP = (
    r"du thao|de cuong|ban nhap|ho so(?: trinh)?|buoc|giai doan|phan|khau|khung|lan|so bo|tham dinh"
    r"|lay y kien|giai trinh|tiep thu"
    r"|khao sat|dau thau|thu tuc|danh gia tac dong|xin y kien|vong|chu truong|thiet ke|ban ve|ho so moi thau"
)
_STEP_AFTER = re.compile(
    rf"^(?: duoc| het| viec| ca)? (?:(?:{_STEP})\b|(?:\w+ )?\d{{1,2}}(?:[.,]\d+)? ?(?:%|phan tram))"
)
_STEP_BEFORE = re.compile(rf"\b(?:{_STEP})(?: (?:lan \d|da|thi|bo \w+ \w+|\d))*? ?$")
# Something is left: "còn 3 tỉnh", "còn chờ ký".
_LEFT = re.compile(
    r"\bcon (?:lai|cho|thieu|vuong|ket|mot|vai|it|ti|chut|phan|may|cac|tinh|huyen|xa|ban|khau|\d+"
    r"|[a-z]+(?: [a-z]+){0,4} (?:chua|dang|cho|thieu|vuong))\b"
    r"|\bchua (?:xong|hoan thanh|ban hanh|ket noi|dong bo|ky|het|dat|duoc|co|du|trinh|phe duyet|thong qua"
    r"|lam|trien khai|thuc hien|gui|nop|chay|nghiem thu)\b"
)
_STILL = re.compile(r"\bdang (?!ky|nhap)")
_UNDER_WAY = re.compile(
    r"\b(?:dang|tiep tuc|da trinh|trinh (?:\w+ ){0,3}?(?:roi|hom|ngay|tuan|thang|sang|chieu)|da gui"
    r"|da (?:xin|lay) y kien|lay y kien"
    r"|xin y kien|thu nghiem|chay thu|van hanh thu|thi diem|du thao|tham dinh|moi (?:duoc|xong|lam|dat)"
    r"|ms duoc|gan xong|sap xong"
    r"|gan hoan thanh|co ban|hoan thien|da bao cao|da (?:bat dau|khoi dong|trien khai|lam|thuc hien|hop|ky"
    r"|dang ky|chuyen|day|lap|mo|phu|co"
    r"|lam viec|xay dung|xet nghiem|nhap|so hoa|bo tri|cap|lap dat|ket noi|them|tich hop|ra soat|huong dan"
    r"|in|phat|dong bo|len|chia se|ban giao|chay|dua|dang)"
    r"|du kien|se (?:xong|trinh|ban hanh|hoan thanh)|duoc (?:mot )?nua|in progress|ongoing|under ?way"
    r"|drafting|submitted|working on (?:it|this)|ra (?:\w+ ){1,4}roi)\b"
)
_NOT_BEGUN = re.compile(
    r"\b(?:chua (?:he )?(?:duoc )?(?:lam|trien khai|thuc hien|bat dau|khoi dong|tien hanh|dung den"
    r"|dung toi|dong den|xay dung|co gi|to chuc|bat tay|khoi cong)"
    r"(?: duoc)?(?: gi)?(?! (?:xong|het|day du|du|hoan|triet de|dong bo|dung))|not (?:yet )?started"
    r"|chua co ket qua gi)\b"
)
_DROPPED = re.compile(
    r"\b(?:khong (?:thuc hien|lam|trien khai|tiep tuc|xay dung|ban hanh)(?: \w+){0,4}? nua"
    r"|khong con (?:thuc hien|phu hop|can|phai lam)|thoi khong lam"
    r"|dung (?:han|thuc hien|trien khai|lam)(?! xong)|huy bo|da huy|(?:xin |de nghi )?(?:rut"
    r"|dua) (?:\w+ ){0,4}ra khoi|bai bo nhiem vu|dropped|cancell?ed)\b"
)
_DRIVE_ON = re.compile(r"\b(?:tam|khong) $")  # "tạm dừng triển khai", "không dừng": nothing is given up

_PERCENT = re.compile(
    r"(?<![\w.,/-])(?P<n>\d{1,3})(?:[.,](?P<part>\d{1,2}))?\s?(?:%|phan tram\b|pt\b|percent\b)"
    r"|(?P<half>\b(?:duoc|khoang|moi|tam|gan|xong) (?:mot )?nua\b)"
)
# A figure that is the task's own ("ít nhất 15% chi sự nghiệp") and no progress.
_TARGET = re.compile(
    r"\b(?:it nhat|toi thieu|tren|bo tri|giam|tang|muc tieu|chi tieu|cat giam|phan dau|giai ngan"
    r"|lai suat)(?: \w+){0,2}? $"
)
_TARGET_AFTER = re.compile(
    r"^ (?:chi|ngan sach|gdp|ho so|thu tuc|tthc|dan|nguoi|dieu kien|thoi gian|chi phi|lai suat|tong)\b"
)
_PROGRESS = re.compile(
    r"\b(?:xong|dat|duoc|dc|khoang|hoan thanh|tien do|lam|moi|tam|chung|gan|hon|tren|di|len|den|toi|con"
    r"|cham)(?: \w+){0,3}? ?:? ?$"
)


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of the work at `start`:`end` of the text, 0 to 100."""

    value: int
    start: int
    end: int


def find_percents(folded: str) -> Iterator[Percent]:
    """Yield the shares of work done in aligned folded text; the task's own figures are none."""
    for found in _PERCENT.finditer(folded):
        value = 50 if found["half"] else int(found["n"])
        before, after = folded[max(0, found.start() - 40) : found.start()], folded[found.end() :]
        if value > 100 or (value == 100 and found["part"]):
            continue
        if not _PROGRESS.search(before) and (_TARGET.search(before) or _TARGET_AFTER.match(after)):
            continue
        yield Percent(value, found.start(), found.end())


def status_of(folded: str, percent: int | None) -> Status | None:
    """Return the state that folded words report, None where they report none."""
    if any(not _DRIVE_ON.search(folded[: found.start()]) for found in _DROPPED.finditer(folded)):
        return Status.DROPPED
    done = [found for found in _SAID_DONE.finditer(folded) if _is_end(folded, found)]
    if percent is not None:
        return _by_percent(folded, percent)
    if done and not _LEFT.search(folded) and not _STILL.search(folded, done[-1].end()):
        return Status.DONE
    if _NOT_BEGUN.search(folded) and not done:
        return Status.IN_PROGRESS if _UNDER_WAY.search(_NOT_BEGUN.sub(" ", folded)) else Status.NOT_STARTED
    under_way = done or _UNDER_WAY.search(folded) or _LEFT.search(folded)
    return Status.IN_PROGRESS if under_way or _SAID_DONE.search(folded) else None


def _by_percent(folded: str, percent: int) -> Status:
    if percent == 0:
        return Status.NOT_STARTED
    if percent == 100 and not _LEFT.search(folded):
        return Status.DONE
    return Status.IN_PROGRESS


def _is_end(folded: str, found: re.Match[str]) -> bool:
    """Tell whether what was said to be finished is the work, not a step of it, and not still to come."""
    ends = [word.start() for word in _FINISHED_WORDS.finditer(found.group())]
    start = found.start() + (ends[-1] if ends else 0)
    clause = re.split(r"[.;,\n]", folded[:start])[-1]
    if _STEP_AFTER.match(folded[found.end() :]) or _STEP_BEFORE.search(clause):
        return False
    return not _NOT_YET.search(clause) or _SAID.search(clause) is not None
