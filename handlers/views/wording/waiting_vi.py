"""Lời về kiến nghị chưa được trả lời, báo cáo và đề nghị lùi hạn chưa được quyết định."""

from handlers.views.wording.waiting import WaitingWords

WAITING = WaitingWords(
    unanswered=lambda who: f"📨 Kiến nghị chờ {who or 'người theo dõi'} trả lời",
    silent="📨 Kiến nghị mà cơ quan chưa trả lời",
    silent_for=lambda days: f"im lặng {days} ngày làm việc",
    more=lambda n: f"… và {n} kiến nghị nữa: /kiennghi",
    open=lambda number: f"Xem kiến nghị {number}",
    undecided="⏳ Chờ quyết định quá 3 ngày làm việc",
    claims=lambda n, days: f"{n} báo cáo hoàn thành chờ xác nhận, lâu nhất {days} ngày làm việc",
    extensions=lambda n, days: f"{n} đề nghị lùi hạn, lâu nhất {days} ngày làm việc",
    see_claims=lambda n: f"Xem {n} báo cáo chờ",
    see_extensions=lambda n: f"Xem {n} đề nghị lùi hạn",
    reminded=lambda times, day: f"đã nhắc {day}" if times == 1 else f"đã nhắc {times} lần, gần nhất {day}",
    raised=lambda day: f"đã báo người theo dõi {day}",
)
