"""Lời về các điều kiện của câu hỏi, tiếng Việt."""

from collections.abc import Callable, Sequence

from handlers.views.wording.conditions import ConditionWords
from knowledge.questions import Amount, Lateness

_UNITS = {"day": "ngày", "week": "tuần", "month": "tháng", "year": "năm"}


def _amount(amount: Amount) -> str:
    return f"{amount.count} {_UNITS[amount.unit]}"


def _overdue(late: Lateness, day: str) -> str:
    parts = []
    if late.least and late.most and not (late.more or late.less):
        parts.append(f"từ {_amount(late.least)} đến {_amount(late.most)}")
    else:
        if late.least:
            parts.append(f"trên {_amount(late.least)}" if late.more else f"từ {_amount(late.least)} trở lên")
        if late.most:
            parts.append(f"dưới {_amount(late.most)}" if late.less else f"không quá {_amount(late.most)}")
    return f"quá hạn {' và '.join(parts)} (tính đến {day})"


def _counted(things: str, but: str = "") -> Callable[[int | None, int | None], str]:
    def told(least: int | None, most: int | None) -> str:
        if most == 0:
            return f"không có {things} nào"
        if least == most:
            return f"đúng {least} {things}"
        if least is None:
            return f"nhiều nhất {most} {things}{but}"
        return f"từ {least} {things} trở lên" if most is None else f"từ {least} đến {most} {things}"

    return told


def _no_target(asked: Sequence[int], years: Sequence[int]) -> str:
    named = ", ".join(str(year) for year in asked if year)
    there = " và ".join(f"năm {year}" for year in years)
    then = f"năm {named}" if named else "thời gian bạn hỏi"
    return f"Các văn bản chỉ đặt chỉ tiêu đến {there}, không có chỉ tiêu riêng cho {then}."


_ROLES = {"lead": "chủ trì", "coordinator": "phối hợp"}
_EXCLUDED: dict[str, Callable[[str], str]] = {
    "lead": lambda names: f"không tính việc do {names} chủ trì",
    "coordinator": lambda names: f"không tính việc do {names} phối hợp",
    "any": lambda names: f"không tính việc có {names} tham gia, kể cả giao chung",
}


CONDITIONS = ConditionWords(
    overdue=_overdue,
    rhythms={
        "week": "hằng tuần",
        "month": "hằng tháng",
        "quarter": "hằng quý",
        "half": "6 tháng một lần",
        "year": "hằng năm",
    },
    output=lambda kinds: f"sản phẩm: {kinds}",
    outputs={
        "law": "luật",
        "decree": "nghị định",
        "resolution": "nghị quyết",
        "decision": "quyết định",
        "circular": "thông tư",
        "instruction": "chỉ thị",
        "scheme": "đề án",
        "plan": "kế hoạch",
        "programme": "chương trình",
        "strategy": "chiến lược",
        "master_plan": "quy hoạch",
        "catalogue": "danh mục",
        "criteria": "bộ tiêu chí",
        "report": "báo cáo",
        "database": "cơ sở dữ liệu",
        "platform": "nền tảng",
        "system": "hệ thống",
    },
    issued_by=lambda kind, issuer: f"{kind} của {issuer}",
    issuers={
        "prime_minister": "Thủ tướng Chính phủ",
        "government": "Chính phủ",
        "assembly": "Quốc hội",
        "minister": "Bộ trưởng",
    },
    excluded=lambda names, role: _EXCLUDED[role](names),
    joint=lambda n, names: f"Vẫn tính {n} việc giao chung cho nhóm có {names}.",
    but_states=lambda states: f"không tính việc {states}",
    given_by=lambda names: f"do {names} giao",
    unit=lambda unit, group: f"{unit} (thuộc: {group})",
    unit_only=lambda unit, group: f"Không văn bản nào giao riêng cho {unit}; đây là việc giao cho nhóm: {group}.",
    parties=lambda role, least, most: _counted(f"cơ quan {_ROLES[role]}")(least, most),
    all_of=lambda names: f"{names} (cùng)",
    common=lambda n, names: f"Trong đó {n} nhiệm vụ giao riêng cho cả {names}.",
    whatever=lambda states: f"cả {' và '.join(states)}",
    either=" hoặc ".join,
    but_topics=lambda topics: f"không tính việc về: {topics}",
    groups_only="chỉ việc giao chung cho nhóm",
    none_of=lambda late: f"cơ quan không có nhiệm vụ nào {late}",
    counted=_counted("nhiệm vụ", " (không kể nơi không có nhiệm vụ nào)"),
    criteria=_counted("tiêu chí"),
    unread=lambda said: f"Chưa tính điều kiện {said}.",
    unknown=lambda name: f"Không văn bản nào nêu tên {name}.",
    not_there=lambda said: f"“{said}”: danh sách này không có điều kiện ấy để bỏ.",
    no_database=lambda name: f"Các văn bản tôi có không nêu cơ sở dữ liệu nào tên là “{name}”.",
    near_databases="Tên gần nhất:",
    no_document=lambda name: f"Không có việc nào xây dựng “{name}” trong các văn bản tôi có.",
    near_tasks="Việc gần nhất, không phải văn bản bạn hỏi:",
    nearest_else="Những chỗ có vẻ gần nhất trong văn bản:",
    only_targets="Văn bản chỉ nêu mức phải đạt, không nêu chỉ tiêu nào đã đạt đến đâu; dưới đây là mọi chỉ tiêu khớp.",
    unconnected=lambda n: (
        "Các văn bản tôi có không liệt kê CSDL đã kết nối với Trung tâm Dữ liệu quốc gia; "
        f"Phụ lục 2 của 329/TB-VPCP chỉ nêu {n} CSDL chưa kết nối."
        if n
        else "Các văn bản tôi có không liệt kê CSDL đã kết nối với Trung tâm Dữ liệu quốc gia; "
        "danh sách chưa kết nối ở Phụ lục 2 của 329/TB-VPCP cũng không có CSDL nào khớp."
    ),
    all_databases="Mọi CSDL được theo dõi",
    no_place=lambda number, said: f"{number} không có “{said}”",
    has_within=lambda place, there: f"{place} có: {there}",
    has=lambda there: f"Văn bản này có: {there}",
    to="đến",
    none_issued=lambda said, n: f"“{said}”: không văn bản nào trong {n} văn bản tôi có được ban hành vào thời gian đó.",
    issued="Ngày ban hành:",
    due_then="Nếu bạn hỏi việc đến hạn, gõ thêm “việc đến hạn” trước thời gian.",
    same_number=lambda number: f"Văn bản cùng số mà tôi có là {number}.",
    some_directives=lambda n: f"{n} văn bản khớp",
    issued_then=lambda number, day, right: f"{'Đúng' if right else 'Không phải'}: {number} ban hành ngày {day}.",
    only_aim=lambda code: f"Ở đây chỉ có mức phải đạt, không có mức hiện nay: gõ “chỉ tiêu {code}” để xem.",
    only_mentioned="Các văn bản tôi có chỉ nhắc đến văn bản đó, không chép lại nội dung của nó.",
    without=lambda names: f"trừ {names}",
    no_target=_no_target,
    parts_of=lambda code: f"các mục con của {code}",
    none_late_title=lambda late: f"Cơ quan chủ trì không có nhiệm vụ nào {late}, với số nhiệm vụ được giao riêng",
    agencies=lambda n: f"{n} cơ quan",
    undated=lambda none, vague: (
        f"{none} không ghi thời hạn · {vague} có ghi nhưng không rõ ngày (“kịp thời”, “theo lộ trình”…)"
    ),
    indicator_parts=lambda told, n: f"{told} và {n} chỉ tiêu thành phần",
    nobody="Không có cơ quan nào khớp.",
    by_agency={
        "indicators": "Số chỉ tiêu theo cơ quan chịu trách nhiệm",
        "databases": "Số CSDL được theo dõi theo cơ quan",
    },
)
