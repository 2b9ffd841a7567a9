"""Lời cho những việc nhờ bằng câu nói: xuất tệp, nhắc cơ quan, xem việc chờ quyết định."""

from handlers.views.wording.errands import ErrandWords

ERRANDS = ErrandWords(
    sheet="Nhiệm vụ",
    list_title="NHIỆM VỤ THỰC HIỆN NGHỊ QUYẾT 57",
    list_note=lambda read, day: f"{read}. Tình hình đến {day}." if read else f"Tình hình đến {day}.",
    headings=("STT", "Mã", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Tình trạng", "Nguồn"),
    sent=lambda n: f"{n} nhiệm vụ, dạng Excel.",
    without_groups=lambda n: f"Chưa gồm {n} việc giao chung: bấm “Việc giao chung” dưới danh sách rồi xuất lại.",
    only_excel="Tôi chỉ xuất được Excel; mở tệp rồi chép sang Word được.",
    no_list=(
        "Chưa có danh sách nào vừa xem để xuất. Bạn hỏi một danh sách trước, ví dụ “Bộ Y tế còn việc gì quá hạn”, rồi "
        "gõ “xuất excel”; hoặc gõ luôn “xuất excel Bộ Y tế quá hạn”."
    ),
    no_tasks="Danh sách vừa xem không có nhiệm vụ nào để xuất ra tệp.",
    reporting_book="Sổ Excel để báo cáo nhiều việc của cơ quan bạn: /excel",
    by_itself=(
        "Việc nhắc tôi tự làm: đầu mối của từng cơ quan được nhắc trước mỗi thời hạn 30, 14, 7, 3, 1 ngày, đúng ngày "
        "hạn, khi quá hạn, rồi mỗi tuần; quá hạn 7 ngày và 30 ngày thì báo cả người theo dõi. Tôi không gửi "
        "lời nhắc riêng thay ai."
    ),
    reached=lambda who, n: f"{who}: {n} người đang nhận nhắc việc.",
    nobody=lambda who: f"⚠️ {who} chưa có ai dùng trợ lý này nên lời nhắc chưa đến được; cần mời đầu mối vào.",
    can_do="Cần hỏi riêng một việc: mở thẻ việc rồi bấm “Vướng mắc”, hoặc gửi kiến nghị (/kiennghi) tới cơ quan đó.",
    ledger="Ai đã được nhắc việc gì: /sonhac",
    overdue_of=lambda who: f"Việc quá hạn của {who}",
    soon_of=lambda who: f"Việc sắp đến hạn của {who}",
    propose="Gửi kiến nghị",
    waiting="Đang chờ bạn:",
    nothing_waits="Không có gì đang chờ bạn quyết định hay trả lời.",
    claims=lambda n: f"{n} báo cáo hoàn thành chờ xác nhận",
    extensions=lambda n: f"{n} đề nghị lùi hạn chờ quyết định",
    proposals=lambda n: f"{n} kiến nghị chờ trả lời",
    people=lambda n: f"{n} người chờ duyệt vào",
    see=lambda what: f"Xem {what}",
    how_to_propose=(
        "Vướng mắc, kiến nghị, sáng kiến gửi ngay tại đây: bấm nút dưới (hoặc /kiennghi), chọn việc và nơi nhận, rồi "
        "viết nội dung. Tôi chuyển tới cơ quan đó và nhắc đến khi có trả lời."
    ),
)
