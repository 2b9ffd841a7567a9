"""Lời khi nối tiếp điều vừa xem, tiếng Việt."""

from handlers.views.wording.turns import TurnWords
from knowledge.questions import Urgency

TURNS = TurnWords(
    urgent={
        Urgency.FIRST: "Gấp nhất trong danh sách vừa xem: việc chưa xong có hạn sớm nhất",
        Urgency.NEXT: "Gần hạn nhất trong danh sách vừa xem: việc chưa xong sắp đến hạn đầu tiên",
    },
    urgent_of_all={
        Urgency.FIRST: "Gấp nhất: việc chưa xong có hạn sớm nhất",
        Urgency.NEXT: "Gần hạn nhất: việc chưa xong sắp đến hạn đầu tiên",
    },
    none_to_come="Không còn việc nào chưa đến hạn; đây là việc quá hạn gần đây nhất.",
    none_dated="Không việc nào chưa xong ở đây có ngày đến hạn cụ thể.",
    which="Bạn hỏi việc nào trong danh sách này? Gõ số thứ tự hoặc bấm số ở dưới.",
    no_list_place=(
        "Chưa có danh sách nhiệm vụ nào đang mở nên tôi không biết bạn chọn việc nào. Bạn hỏi một danh sách trước, rồi "
        "gõ số thứ tự, hoặc gõ mã của việc đó."
    ),
    no_list_page=(
        "Chưa có danh sách nào đang mở để xem tiếp. Bạn hỏi một danh sách trước, ví dụ “Bộ Y tế còn việc gì quá hạn”."
    ),
    no_list_changed=(
        "Chưa có danh sách nào vừa xem để bỏ bớt điều kiện. Bạn hỏi một danh sách trước, ví dụ “Bộ Y tế còn việc gì "
        "quá hạn”."
    ),
    no_such_place=lambda count, number: f"Danh sách vừa xem chỉ có {count} việc, không có việc thứ {number}.",
    no_tasks_in_list=(
        "Danh sách vừa xem không có nhiệm vụ nào để chọn. Bạn hỏi một danh sách khác, hoặc gõ mã của việc đó."
    ),
    first_of_list="Đây đã là việc đầu của danh sách.",
    no_such_page=lambda pages: (
        f"Danh sách vừa xem chỉ có {pages} trang." if pages > 1 else "Danh sách chỉ có một trang."
    ),
    last_page=lambda count: f"Hết rồi: bạn đang ở cuối danh sách, tất cả {count} mục.",
    first_page="Đây đã là trang đầu của danh sách.",
    no_task=(
        "Bạn hỏi về việc nào? Gõ mã (ví dụ <code>71-89.7</code>) hoặc vài chữ nói về việc đó; mở một việc rồi thì chỉ "
        "cần hỏi “hạn bao giờ”, “ai chủ trì”."
    ),
    in_group="Trong nhóm tôi không nối câu trước. Bạn bấm nút dưới danh sách, hoặc hỏi trọn câu giúp.",
    for_own=lambda who: f"Tính cho {who}, cơ quan của bạn.",
    own_unknown=(
        "Tôi chưa biết bạn ở cơ quan nào nên đây là việc của mọi cơ quan. Gõ kèm tên cơ quan, hoặc vào /vaitro để "
        "đăng ký cơ quan của bạn."
    ),
    everybody="Mọi cơ quan",
    own_agency="Cơ quan tôi",
    commands="Mọi lệnh: /trogiup",
)
