"""Lời về xin gia hạn, lùi thời hạn."""

from handlers.views.wording.extensions import ExtensionWords
from knowledge.record import ExtensionFault, ExtensionState

EXTENSIONS = ExtensionWords(
    language="vi",
    ask="Xin gia hạn",
    title="Đề nghị lùi thời hạn",
    ask_date=lambda task, last: f"Lùi {task}\ntừ <b>{last}</b> đến ngày nào? Gõ ví dụ 30/6/2027, hết quý II/2027.",
    ask_cause="<b>Nguyên nhân</b> vì sao không kịp?",
    ask_responsibility="<b>Trách nhiệm</b> của ai?",
    ask_remedy="<b>Giải pháp</b> để kịp hạn mới?",
    rule=(
        "329/TB-VPCP III.3(1): không đề xuất lùi thời hạn khi chưa làm rõ nguyên nhân, trách nhiệm, "
        "giải pháp khắc phục."
    ),
    faults={
        ExtensionFault.BLANK: "Bạn chưa viết gì.",
        ExtensionFault.NO_SENTENCE: "Tôi cần một câu đủ ý (từ 5 từ trở lên), không phải “như trên” hay vài chữ.",
        ExtensionFault.COPY: "Câu này giống câu ở bước trước. Mỗi bước nói một điều khác.",
        ExtensionFault.NO_DEADLINE: "Việc này không có ngày cuối nên không lùi được. Có vướng mắc thì gửi /kiennghi.",
        ExtensionFault.NOT_LATER: "Ngày mới phải sau hạn đang có.",
        ExtensionFault.PAST: "Ngày này đã qua. Chọn một ngày từ hôm nay trở đi.",
    },
    task="Việc",
    agency="Cơ quan",
    deadline="Thời hạn",
    original=lambda day: f"hạn gốc {day}",
    proposed="Hạn mới",
    cause="Nguyên nhân",
    responsibility="Trách nhiệm",
    remedy="Giải pháp",
    by="Người gửi",
    sent=lambda when: (
        f"✅ Đã gửi đề nghị lúc {when}. Người theo dõi quyết định, bạn sẽ được báo; trước đó hạn cũ vẫn tính."
    ),
    waits_already=lambda agency, when: (
        f"{agency} đã có một đề nghị lùi hạn việc này, đang chờ quyết định từ {when}. Bạn sẽ được báo; có kết quả "
        "rồi hãy gửi tiếp."
    ),
    settled_already="Việc này đã hoàn thành hoặc thôi thực hiện nên không lùi hạn. Mở thẻ việc để xem.",
    not_yours=lambda leads: (
        f"Việc này do {leads} báo cáo, nên cơ quan đó xin gia hạn. Bạn có ý kiến thì gửi /kiennghi."
    ),
    grant="Đồng ý",
    grant_other="Đến ngày khác",
    refuse="Từ chối",
    ask_reason={
        True: "Lý do <b>đồng ý</b>? Người gửi đọc nguyên văn, và được giữ trong hồ sơ.",
        False: "Lý do <b>từ chối</b>? Người gửi đọc nguyên văn, và được giữ trong hồ sơ.",
    },
    ask_other_date="Đồng ý lùi đến ngày nào? Gõ ví dụ 31/3/2027.",
    reason="Lý do",
    decided={
        ExtensionState.WAITING: lambda _: "Đang chờ quyết định",
        ExtensionState.GRANTED: lambda day: f"✓ Đồng ý lùi đến {day}",
        ExtensionState.REFUSED: lambda _: "✕ Từ chối, hạn cũ giữ nguyên",
    },
    a_supervisor="người theo dõi",
    by_whom=lambda who, when: f"{who}, {when}",
    states={
        ExtensionState.WAITING: "chờ quyết định",
        ExtensionState.GRANTED: "được đồng ý",
        ExtensionState.REFUSED: "bị từ chối",
    },
    you_are={
        ExtensionState.WAITING: "Đề nghị lùi hạn đang chờ quyết định",
        ExtensionState.GRANTED: "✅ Đề nghị lùi hạn được đồng ý",
        ExtensionState.REFUSED: "✕ Đề nghị lùi hạn bị từ chối",
    },
    waiting=lambda n: f"{n} đề nghị lùi hạn đang chờ" + (", chờ lâu nhất trước" if n > 1 else ""),
    waiting_none="Không có đề nghị lùi hạn nào đang chờ. Xin lùi hạn: mở thẻ việc, bấm Xin gia hạn.",
    days_later=lambda n: f"thêm {n} ngày",
    on_card_waiting=lambda agency, proposed: f"⏳ {agency}: đang xin lùi đến {proposed}",
    more=lambda n: f"… và {n} đề nghị nữa",
)
