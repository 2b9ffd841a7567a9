"""Lời về số đo của chỉ tiêu và cơ sở dữ liệu."""

from handlers.views.wording.measuring import MeasuringWords
from knowledge.record import MeasuredKind

MEASURING = MeasuringWords(
    language="vi",
    measure="Ghi số đo",
    agency="Cơ quan",
    target="Mục tiêu",
    directive_says="Theo văn bản",
    measured=lambda value, day: f"Số đo: <b>{value}</b> ({day})",
    none_yet="Chưa có số đo nào.",
    history=lambda n: f"Lịch sử đo ({n})",
    source_of=lambda source, agency: f"{source} · {agency}",
    choose={
        MeasuredKind.INDICATOR: "Xem một chỉ tiêu và số đo:",
        MeasuredKind.DATABASE: "Xem một cơ sở dữ liệu và số đo:",
    },
    which_agency="Ghi cho cơ quan nào?",
    ask_value=lambda unit: (
        f"<b>Số đo</b> là bao nhiêu ({unit})? Gõ số, ví dụ 35,5."
        if unit
        else "<b>Số đo</b> là bao nhiêu? Gõ số, ví dụ 35,5."
    ),
    ask_criteria=lambda total: f"Đã đạt <b>bao nhiêu tiêu chí</b> trên {total}? Gõ số, ví dụ 12.",
    value_odd="Tôi cần một con số, ví dụ 35,5 hoặc 1.200.",
    criteria_odd=lambda total: f"Tôi cần số tiêu chí, từ 0 đến {total}.",
    ask_day="Đo <b>ngày nào</b>? Gõ ví dụ 20/11/2026, hôm qua, hoặc bấm.",
    today="Hôm nay",
    day_odd="Tôi cần một ngày cụ thể, ví dụ 20/11/2026 hoặc hôm qua.",
    day_ahead=lambda day: f"{day} chưa đến. Gõ ngày đã đo.",
    ask_source="<b>Nguồn</b>: số, ký hiệu văn bản hoặc liên kết?",
    source_odd="Tôi cần số, ký hiệu văn bản (ví dụ 120/BC-BCA) hoặc liên kết (https://…) để người khác kiểm chứng.",
    of="Của",
    value="Số đo",
    day="Ngày đo",
    source="Nguồn",
    recorded=lambda when: f"✅ Đã ghi lúc {when}",
    not_yours=lambda agency: f"Số đo này do {agency} ghi. Thấy sai thì gửi /kiennghi đến cơ quan đó.",
    more=lambda n: f"… và {n} lần đo trước",
    criteria="tiêu chí",
)
