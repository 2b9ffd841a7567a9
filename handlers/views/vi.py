"""Lời của bot, tiếng Việt."""

from collections.abc import Sequence
from datetime import date

from handlers.views.words import Words, day

_RULES = {
    "FREQ=MONTHLY;BYMONTHDAY=-1": "hằng tháng",
    "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1": "hằng quý",
    "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15": "hằng quý, trước ngày 15 tháng cuối quý",
    "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1": "6 tháng một lần",
    "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31": "hằng năm",
    "FREQ=WEEKLY;BYDAY=SU": "hằng tuần",
    "FREQ=DAILY": "hằng ngày",
}


def _stretch(first: date | None, last: date | None) -> str:
    if first and last:
        return day(first) if first == last else f"{day(first)} - {day(last)}"
    if last:
        return f"đến {day(last)}"
    return f"từ {day(first)}" if first else "có ngày cụ thể"


def _due(stretches: Sequence[tuple[date | None, date | None]]) -> str:
    return f"hạn: {', '.join(_stretch(*each) for each in stretches)}"


def _criteria(met: int | None, total: int | None) -> str:
    if met is None:
        return "số tiêu chí không rõ (văn bản bị cắt)"
    return f"{met}/{total} tiêu chí"


VI = Words(
    language="vi",
    understood="Hiểu là",
    roles={"lead": "chủ trì", "coordinator": "phối hợp", "any": "chủ trì hoặc phối hợp"},
    states={
        "overdue": "quá hạn",
        "in_time": "chưa quá hạn",
        "due_soon": "sắp đến hạn",
        "no_report": "chưa có báo cáo",
        "reported": "đã có báo cáo",
        "done": "đã hoàn thành",
        "in_progress": "đang thực hiện",
        "not_started": "chưa thực hiện",
        "unfinished": "chưa báo cáo hoàn thành",
        "ongoing": "thường xuyên",
        "recurring": "định kỳ",
        "no_deadline": "không có thời hạn cụ thể",
        "unwritten": "không ghi thời hạn",
    },
    due=_due,
    topic=lambda words: f"về: {words}",
    former=lambda old, new: f"{old} nay là {new}",
    directive_named=lambda number: f"văn bản: {number}",
    tasks=lambda n: f"{n} nhiệm vụ",
    own_tasks=lambda n: f"{n} nhiệm vụ giao riêng",
    urgent_first="hạn sớm nhất trước",
    best_first="khớp nhất trước",
    latest_first="hạn muộn nhất trước",
    via_group=lambda n, who: f"+ {n} nhiệm vụ giao chung cho nhóm có {who} ({who} chịu trách nhiệm phần của mình)",
    via_group_title=lambda n, who: f"{n} nhiệm vụ giao chung cho nhóm có {who}",
    coordinating=lambda n: f"Ngoài ra phối hợp {n} nhiệm vụ khác.",
    recurring_others=lambda n: f"Chưa kể {n} việc định kỳ khác, không đến kỳ trong thời gian này.",
    recurring=lambda n: f"Chưa kể {n} việc định kỳ (báo cáo hằng tháng, hằng quý …), không có ngày cuối.",
    no_tasks="Không có nhiệm vụ nào khớp.",
    nothing_of_own="Không có nhiệm vụ nào giao riêng.",
    due_day=lambda d, strict: f"trước {day(d)}" if strict else day(d),
    ongoing="thường xuyên",
    no_deadline="không ghi thời hạn",
    periodic=lambda rule: _RULES.get(rule, "định kỳ"),
    late=lambda n: f"chậm {n} ngày",
    left=lambda n: f"còn {n} ngày",
    today="hạn hôm nay",
    no_report="chưa có báo cáo",
    annex="Phụ lục",
    item="mục",
    row="dòng",
    list="danh sách",
    dash="gạch",
    paragraph="đoạn",
    footnote="chú thích",
    opening="phần mở đầu",
    closing="phần ký",
    lead="Chủ trì",
    coordinators="Phối hợp",
    output="Kết quả",
    deadline="Thời hạn",
    status="Tình trạng",
    quote="Nguyên văn",
    source="Nguồn",
    related="Liên quan",
    part_of="Thuộc",
    parts=lambda n: f"{n} mục con",
    note="Lưu ý",
    none_named="văn bản không nêu",
    restored="bản đọc lại từ bản chụp mờ",
    unknown_document=lambda name: f"Tôi không có văn bản “{name}”, nên không trả lời được theo văn bản đó.",
    outside=(
        "Các văn bản tôi có không nói về việc này. Tôi trả lời về các văn bản thực hiện Nghị quyết 57: nhiệm vụ, "
        "thời hạn, cơ quan, chỉ tiêu, cơ sở dữ liệu."
    ),
    examples=(
        "Bộ Công an chủ trì việc gì trong quý I/2026",
        "bo y te con viec gi qua han",
        "6 rõ là gì",
        "CSDL nào của Bộ Y tế chưa đạt đủ tiêu chí",
    ),
    help=(
        "Hỏi bằng lời, có dấu hay không dấu, tiếng Việt hay tiếng Anh: cơ quan, thời gian, tình trạng, nội dung.\n"
        "Gõ mã để xem một việc: <code>71-89.7</code>, <code>71/89(7)</code>, <code>nv 89.7</code>.\n"
        "Mỗi câu trả lời ghi rõ tôi hiểu câu hỏi thế nào và nguồn ở văn bản nào, mục nào."
    ),
    start=lambda name: (
        f"Xin chào {name}. Tôi là trợ lý đôn đốc nhiệm vụ thực hiện Nghị quyết 57-NQ/TW.\n"
        "Hỏi tôi cơ quan nào phải làm gì, khi nào, theo văn bản nào."
    ),
    directives_title="Các văn bản tôi có",
    directive_tasks=lambda n: f"{n} nhiệm vụ",
    signed_by=lambda who, title: f"Người ký: {who}, {title}" if title else f"Người ký: {who}",
    signer_unknown="Người ký: bản tôi có không ghi.",
    undated="không rõ ngày",
    indicators=lambda n: f"{n} chỉ tiêu",
    by_year=lambda year: f"đến năm {year}",
    databases=lambda n: f"{n} cơ sở dữ liệu",
    criteria=_criteria,
    database_lists={
        1: "CSDL trọng tâm chưa đạt đủ tiêu chí",
        2: "Chưa kết nối, chia sẻ với Trung tâm Dữ liệu quốc gia",
    },
    no_indicators="Không có chỉ tiêu nào khớp.",
    no_databases="Không có cơ sở dữ liệu nào khớp trong Phụ lục 2 của 329/TB-VPCP.",
    page_next=lambda page, pages: f"Trang {page}/{pages} ▸",
    page_back="◂ Trước",
    copy_code="Chép mã",
    whole_passage="Xem cả đoạn",
    back_to_list="◂ Danh sách",
    back_to_task="◂ Nhiệm vụ",
    related_button="Việc liên quan",
    parts_button=lambda n: f"{n} mục con",
    directive_list="Danh sách văn bản",
    tasks_of="Nhiệm vụ của văn bản",
    stale="Danh sách này đã cũ. Bạn hỏi lại giúp để có số liệu hôm nay.",
    gone="Không còn nhiệm vụ mang mã này trong kho văn bản.",
    trouble=lambda ref: f"Xin lỗi, tôi gặp lỗi khi xử lý. Bạn thử lại sau ít phút; nếu vẫn lỗi, báo quản trị mã {ref}.",
    best_guess="Gần nhất với câu hỏi",
    related_tasks="Nhiệm vụ liên quan",
    other_words="Không nhiệm vụ nào viết đúng những chữ này; đây là những việc có vẻ nói về điều đó bằng chữ khác.",
    perhaps="Có phải bạn hỏi một trong các việc này?",
    without={
        "topic": lambda n: f"Bỏ nội dung ({n})",
        "period": lambda n: f"Bỏ thời gian ({n})",
        "states": lambda n: f"Mọi tình trạng ({n})",
    },
    groupings={
        "agency": "Số nhiệm vụ theo cơ quan chủ trì",
        "partner": "Số nhiệm vụ làm cùng, theo cơ quan",
        "province": "Số nhiệm vụ theo tỉnh, thành phố chủ trì",
        "coordinator": "Số nhiệm vụ theo cơ quan phối hợp",
        "directive": "Số nhiệm vụ theo văn bản",
        "kind": "Số nhiệm vụ theo loại thời hạn",
        "year": "Số nhiệm vụ đến hạn theo năm",
        "quarter": "Số nhiệm vụ đến hạn theo quý",
        "month": "Số nhiệm vụ đến hạn theo tháng",
    },
    kinds={
        "by": "đến một ngày",
        "within": "trong một khoảng thời gian",
        "recurring": "định kỳ",
        "ongoing": "thường xuyên",
        "event": "gắn với sự kiện",
        "open": "không rõ ngày",
        "none": "không ghi thời hạn",
    },
    own_only="Chỉ tính nhiệm vụ giao riêng, không tính nhiệm vụ giao chung cho nhóm.",
    repaired=lambda told: f"đọc {told}",
    leaned="tiếp câu trước",
    quarter=lambda q, year: f"Quý {('I', 'II', 'III', 'IV')[q - 1]}/{year}",
    month=lambda m, year: f"Tháng {m}/{year}",
    digest_title=lambda weekday, who, n: f"{weekday} · {who} · {n} việc cần chú ý",
    follow_done=lambda who: f"Đã ghi nhận. 8:00 các ngày làm việc, tôi sẽ nhắc việc đến hạn, quá hạn của {who}.",
    follow_ask="Bạn muốn theo dõi cơ quan nào? Gõ <code>/theodoi</code> kèm tên, ví dụ <code>/theodoi Bộ Y tế</code>.",
    follow_unknown=lambda words: f"Tôi không biết cơ quan “{words}”. Bạn gõ lại tên đầy đủ hoặc viết tắt, ví dụ BKHCN.",
    follow_none="Bạn chưa theo dõi cơ quan nào.",
    follow_list=lambda names: f"Đang theo dõi: {names}.",
    unfollow_done=lambda who: f"Đã thôi theo dõi {who}.",
    unfollow="Thôi theo dõi",
    tasks_of_question=lambda number: f"nhiệm vụ theo văn bản {number}",
    weekdays=("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"),
    unsupported="Tôi chỉ đọc được tin nhắn chữ. Bạn gõ câu hỏi giúp.",
)
