"""What stands in the way of the work, in the reporter's own words."""

import re

from knowledge.reporting.spelling import fold_report

_OBSTACLE = re.compile(
    r"\b(?:(?:con |gap |dang |bi )*(?:vuong(?: mac)?|kho khan|ach tac|be tac|tac (?:o|khau|tai|cho)"
    r"|ket (?:o|khau|tai|cho|ben|ve)|diem nghen)\b"
    r"|(?:bi )?cham(?: tien do)? (?:vi|do|la do|boi)|(?:chua|khong|moi) (?:\w+ ){0,5}?(?:vi|do"
    r"|tai) (?:chua|thieu|vuong|khong|con|cho|bo|cac)"
    r"|(?:nguyen nhan|ly do)\b|(?:la )?(?<!don )(?<!dinh )(?<!hanh )(?<!pham )(?:vi|do|tai) (?:chua|thieu"
    r"|vuong|khong|con|cho|bi|doi)"
    r"|(?:dang |con |do |vi )*thieu (?:kinh phi|von|tien|nguoi|nhan luc|can bo|nguon luc|ngan sach|du lieu"
    r"|thiet bi|may|huong dan|dien|kp)"
    r"|(?:do |vi )?chua (?:co|nhan duoc|nhan|thong nhat|ro)(?: \w+){0,2}? (?:y kien|phan hoi|huong dan"
    r"|kinh phi|von|dinh muc|don gia|quy dinh|tra loi|nguon|co so phap ly|chu truong|phuong an)"
    r"|(?:van |con |dang )*(?:cho|doi) (?:y kien|huong dan|bo tri|kinh phi|von|phan hoi|tra loi|cap|bo"
    r"|thong tu|nghi dinh)"
    r"|because|blocked|stuck|lack of|delayed (?:by|because))\b"
)
# An obstacle ends with its sentence, or where the report goes on with something else.
_SENTENCE_END = re.compile(r"[;!?\n]|\.(?=\s|$)")
_GOES_ON = re.compile(
    r",\s*(?=(?:du kien|khoang|dat|duoc|da |dang |moi |hien |xong|se |nhung da|de nghi ghi|to trinh"
    r"|cong van|qd|so )|\d{1,3} ?%)"
)


def find_obstacle(text: str) -> tuple[int, int] | None:
    """Return where tidied `text` tells what stands in the way, None where it does not."""
    folded = fold_report(text)
    found = _OBSTACLE.search(folded)
    if found is None:
        return None
    ends = [m.start() for pattern in (_SENTENCE_END, _GOES_ON) if (m := pattern.search(folded, found.end()))]
    end = min(ends, default=len(text))
    while end > found.start() and not text[end - 1].isalnum():
        end -= 1
    return found.start(), end
