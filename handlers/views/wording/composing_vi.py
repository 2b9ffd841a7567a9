"""Lời khi soạn từng bước: gõ ý, chọn cơ quan, ngày, xem lại trước khi gửi."""

from handlers.views.wording.composing import ComposingWords
from knowledge.record import Refusal

COMPOSING = ComposingWords(
    language="vi",
    send="Gửi",
    change="Sửa ▾",
    which_change="Sửa phần nào?",
    look_over="Xem lại rồi bấm Gửi",
    by_button="Bạn bấm một nút dưới đây giúp.",
    kept_for_later="Tôi giữ câu này làm nội dung. Trước hết bạn bấm một nút dưới đây giúp.",
    back="◂ Quay lại",
    too_short="Ngắn quá, người nhận khó hiểu. Bạn viết thành câu giúp.",
    too_long=lambda most: f"Dài quá {most} ký tự. Bạn viết gọn lại; chi tiết để ở văn bản kèm theo.",
    day_unread="Tôi chưa đọc ra ngày nào. Gõ ví dụ 30/6/2027, hết quý II/2027, 3 tháng nữa.",
    agencies_so_far=lambda names: f"Đã có: {names}. Gõ thêm, hoặc bấm Xong.",
    agency_unknown=lambda words: f"Tôi không biết cơ quan “{words}”. Gõ tên đầy đủ hoặc viết tắt, ví dụ BKHCN.",
    which_of=lambda words: f"“{words}” là cơ quan nào? Bấm chọn, không có thì gõ lại.",
    agency_too_many=lambda most: (
        f"Nhiều nhất {most} cơ quan trong một việc. Giao cho nhóm (ví dụ “các bộ”) thì gọn hơn."
    ),
    done="Xong",
    remove=lambda name: f"✕ {name}",
    add=lambda name: f"+ {name}",
    which_part="Cho cơ quan, đơn vị nào?",
    nobody_there=lambda names: f"Chưa có ai trên hệ thống nhận tin cho: {names}.",
    invite_them="Mời đầu mối: /moi.",
    let_them_be_invited="Bạn nhờ quản trị mời đầu mối của cơ quan đó.",
    no_agency="Bạn chưa thuộc cơ quan nào nên chưa gửi được. Xin vai trò ở cơ quan của bạn: /vaitro.",
    refusals={
        Refusal.NOT_THERE: "Mục này không còn. Bạn mở lại thẻ việc hoặc danh sách để xem hiện trạng.",
        Refusal.WRONG_STATE: "Việc này vừa được xử lý xong nên không ghi thêm. Bạn mở lại để xem hiện trạng.",
        Refusal.REASON_MISSING: "Cần nêu lý do. Bấm Sửa, gõ lý do thành câu.",
        Refusal.NOT_THE_AUTHOR: "Chỉ người gửi mới đóng hoặc hỏi tiếp được. Có ý kiến khác thì gửi riêng: /kiennghi.",
        Refusal.OWN_REPORT: "Đây là đề nghị của chính bạn: người theo dõi khác phải quyết định.",
        Refusal.VALUE: "Số này không dùng được. Bấm Sửa, gõ lại bằng chữ số.",
        Refusal.SOURCE_MISSING: "Cần nêu nguồn số liệu. Bấm Sửa, gõ số văn bản hoặc liên kết.",
        Refusal.MEASURED_IN_FUTURE: "Ngày đo không thể ở tương lai. Bấm Sửa, gõ lại ngày.",
        Refusal.LATER_THAN_PARENT: "Hạn giao đơn vị không được sau hạn của việc gốc. Bấm Sửa, chọn hạn sớm hơn.",
        Refusal.NOBODY_LEADS: "Chưa có ai chủ trì. Bấm Sửa, nêu ai chủ trì.",
        Refusal.TITLE_MISSING: "Chưa có tên việc. Bấm Sửa, nêu việc cần làm.",
        Refusal.EXTENSION_FAULTS: "Đề nghị lùi hạn chưa ổn: hạn hoặc lời giải trình. Bấm Sửa, sửa phần đó rồi gửi lại.",
        Refusal.EXTENSION_WAITING: "Việc này đang có một đề nghị lùi hạn chờ quyết định. Có kết quả rồi hãy gửi tiếp.",
        Refusal.NOT_LATER: "Hạn mới phải sau hạn đang có. Bấm Sửa, chọn ngày khác.",
    },
    gone="Việc hoặc cơ quan này không còn trong danh mục. Tìm lại bằng /tim hoặc /coquan.",
)
