"""Lời về con người: đăng ký, vai trò, hội thoại, dữ liệu cá nhân."""

from handlers.views.wording.people import PeopleWords

PEOPLE = PeopleWords(
    stranger="Tôi chỉ trả lời người đã đăng ký và được duyệt. Bấm /start để đăng ký, chưa đến một phút.",
    stranger_in_group="Tôi chỉ trả lời người đã đăng ký. Bạn mở trò chuyện riêng với tôi để đăng ký.",
    stranger_inline="Cần đăng ký để tra cứu",
    open_chat="Mở trò chuyện riêng",
    waiting=(
        "Đã gửi quản trị. Bạn sẽ được báo khi duyệt; trước đó tôi chưa trả lời được câu hỏi.\n"
        "/start xem lại đăng ký · /xoatoi rút đăng ký và xoá dữ liệu"
    ),
    refused=(
        "Đăng ký của bạn chưa được chấp thuận. Nếu cần, liên hệ quản trị của cơ quan bạn, hoặc bấm /start để gửi lại."
    ),
    not_allowed="Vai trò hiện nay của bạn không làm được việc này. /vaitro xem vai trò và xin thêm.",
)
