"""Lời về giao việc từ hội thoại và giao xuống đơn vị."""

from handlers.views.wording.assigning import AssigningWords

ASSIGNING = AssigningWords(
    language="vi",
    ask_what="Giao <b>việc gì</b>? Gõ nội dung, câu đầu là tên việc.",
    ask_leads="Ai <b>chủ trì</b>? Gõ một hay nhiều cơ quan, ví dụ: BYT, so khcn ha noi; hoặc cả nhóm: các bộ.",
    ask_coordinators="Ai <b>phối hợp</b>? Gõ như trên, hoặc bấm.",
    no_coordinators="Không có ai phối hợp",
    ask_deadline="<b>Thời hạn</b>? Gõ ví dụ: trước 30/12, hết quý I/2027, hằng quý, hoặc bấm.",
    deadline_unread="Tôi chưa đọc ra thời hạn. Gõ ví dụ: 30/12/2026, trong tháng 1, hằng tháng.",
    deadline_past=lambda day: f"{day} đã qua. Gõ một thời hạn từ hôm nay trở đi.",
    no_deadline="Không có thời hạn",
    ask_document="Theo <b>văn bản</b> nào? Gõ số, ký hiệu (ví dụ 45/TB-VPCP, NQ 71), hoặc bấm.",
    no_document="Không theo văn bản nào",
    document_odd="Tôi cần số, ký hiệu văn bản, ví dụ 45/TB-VPCP hay NQ 71. Không có thì bấm nút.",
    what="Việc",
    leads="Chủ trì",
    coordinators="Phối hợp",
    deadline="Thời hạn",
    document="Theo văn bản",
    understood=lambda typed, read: f"<i>“{typed}”</i> → <b>{read}</b>",
    nothing="không có",
    given=lambda code: f"✅ Đã giao, mã {code}.",
    reached=lambda people: f"Đã báo {people} người.",
    hand_down="Giao đơn vị",
    ask_owner="Giao cho đơn vị của cơ quan nào?",
    ask_units=lambda task: (
        f"Giao {task}\ncho <b>đơn vị nào</b> của cơ quan bạn? Gõ tên, nhiều đơn vị cách nhau dấu chấm phẩy."
    ),
    units_odd=lambda most: (
        f"Gõ tên đơn vị, tối đa {most} đơn vị, cách nhau dấu chấm phẩy; ví dụ: Cục Quản lý Dược; Vụ Pháp chế."
    ),
    ask_part="<b>Làm gì</b>? Gõ phần việc của đơn vị, hoặc bấm.",
    as_parent="Như việc gốc",
    ask_unit_deadline=lambda last: (
        f"<b>Thời hạn</b> cho đơn vị? Không muộn hơn {last}." if last else "<b>Thời hạn</b> cho đơn vị?"
    ),
    as_parent_deadline="Như hạn của việc gốc",
    later_than_parent=lambda last: f"Không được muộn hơn hạn của việc gốc: {last}.",
    parent_over=lambda last: f"Việc gốc đã quá hạn {last}. Bấm để giao theo hạn gốc, hoặc xin gia hạn việc gốc trước.",
    parent="Việc gốc",
    units="Đơn vị",
    handed=lambda code: f"✅ Đã giao đơn vị, mã {code}. Cơ quan bạn báo cáo tiến độ của đơn vị bằng mã này.",
    not_yours=lambda leads: f"Việc này giao cho {leads}; đầu mối của cơ quan đó mới giao được xuống đơn vị.",
    for_you="📌 Việc mới giao",
    units_title=lambda agency: f"{agency} đã giao đơn vị",
    source=lambda day: f"Giao qua Đôn Đốc, {day}",
    source_document=lambda document, day: f"{document}; giao qua Đôn Đốc, {day}",
    own_of=lambda agency: f"đơn vị của {agency}",
    list_title=lambda n: f"{n} việc giao từ chat" + (", mới nhất trước" if n > 1 else ""),
    list_none="Không có việc nào giao từ chat.",
    give_new="Giao việc mới",
    more=lambda n: f"… và {n} việc nữa",
    given_tasks=lambda n: f"Mọi việc giao từ chat ({n})",
    beside=lambda n, late: f"+ {n} việc giao từ chat" + (f", {late} quá hạn" if late else ""),
    found_title=lambda n: f"{n} việc giao từ chat",
    from_chat="Giao từ chat",
    by_directives="◂ Việc theo văn bản",
)
