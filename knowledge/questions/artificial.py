"""Where "ai" in small letters is AI, not the question who: "ứng dụng ai trong y tế", "việc về ai của Bộ KHCN"."""

import re

from knowledge.questions.typing import Repair
from knowledge.text import fold_aligned

# What is made, taught or led of AI, and what is not who does it.
_OF_AI = (
    r"ung dung|cong nghe|phat trien|nghien cuu|su dung|dao tao|tro ly|ky nang|mo hinh|nen tang|san pham|giai phap"
    r"|chien luoc|luat|ha tang|nhan luc|linh vuc|mang|tich hop|lam chu|bai toan|du an|chuyen gia|day|hoc"
)
_ENDS = r"\s*(?:$|[,.;?!)]|(?:ai|cua|trong|cho|o|va|tai|qua han|han|den han|nam|thang|quy|nao|gi|thuoc|theo)\b)"
_AFTER_MATTER = re.compile(rf"\b(?:{_OF_AI})(?: ve)? (ai)(?={_ENDS})")
_AFTER_ABOUT = re.compile(
    rf"\b(?:viec|nhiem vu|dau viec|de an|task)\b[^,.;?!]*? (?:ve|lien quan(?: den| toi)?) (ai)(?={_ENDS})"
)
# To whom something goes, and of whom one speaks.
_SENT = re.compile(
    r"\b(?:gui|nop|trinh|bao cao|bao|chuyen|tra|hoi|noi|day|thuoc)\b(?: \w+){0,3} (?:ve|cho|toi|den) ai\b"
)


def with_ai(raw: str) -> tuple[str, tuple[Repair, ...]]:
    """Return a question with "ai" in capitals where it is AI, and what was read so."""
    folded = fold_aligned(raw)
    if " ai" not in folded or _SENT.search(folded):
        return raw, ()
    found = _AFTER_MATTER.search(folded) or _AFTER_ABOUT.search(folded)
    if found is None or raw[found.start(1) : found.end(1)] != "ai":
        return raw, ()
    return f"{raw[: found.start(1)]}AI{raw[found.end(1) :]}", (Repair("ai", "AI"),)
