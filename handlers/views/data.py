"""What is kept about somebody as they read it: every key in Vietnamese, whatever the tables call it."""

from collections.abc import Mapping, Sequence

_KEYS = {
    "record": "Hồ sơ",
    "roles": "Vai trò",
    "requests": "Đăng ký, và quyết định về đăng ký",
    "invitations": "Lời mời đã tạo",
    "dialogues": "Hội thoại đang dở",
    "drafts": "Báo cáo chờ tôi xác nhận",
    "entries": "Đã ghi vào sổ, dưới bí danh",
    "at": "Lúc",
    "kind": "Loại",
    "subject": "Về",
    "workbooks": "Sổ Excel chờ tôi xác nhận",
    "data": "Nội dung",
    "questions": "Câu hỏi đã gửi",
    "followings": "Cơ quan đang theo dõi",
    "notices": "Thông báo gửi cho tôi",
    "id": "Mã số Telegram",
    "name": "Tên",
    "language": "Ngôn ngữ",
    "state": "Tình trạng",
    "consented_at": "Đồng ý lúc",
    "pseudonym": "Bí danh trong báo cáo",
    "role": "Vai trò",
    "agency": "Cơ quan",
    "number": "Số",
    "person": "Mã số Telegram người đăng ký",
    "note": "Đơn vị, theo lời người đăng ký",
    "asked_at": "Gửi lúc",
    "outcome": "Kết quả",
    "decided_by": "Mã số Telegram người quyết định",
    "decided_at": "Quyết định lúc",
    "expires_at": "Hết hạn lúc",
    "used_at": "Dùng lúc",
    "touched_at": "Lần cuối lúc",
    "question": "Câu hỏi",
    "payload": "Nội dung",
    "due_at": "Gửi từ lúc",
    "chat": "Mã số trò chuyện",
    "day": "Ngày",
    "tasks": "Nhiệm vụ",
    "task": "Nhiệm vụ",
    "items": "Nội dung nhắc",
    "step": "Bậc nhắc",
    "version": "Thời hạn",
    "why": "Lý do",
    "sent_at": "Gửi lúc",
    "seen_at": "Xem lúc",
    "acknowledged_at": "Nắm lúc",
    "wishes": "Cài đặt nhắc việc",
    "until": "Nhắc lại ngày",
    "kind": "Loại",
    "subject": "Nội dung theo dõi",
    "request": "Số đăng ký",
    "instead": "Thay cho",
    "said": "Lời đã gõ",
    "days": "Số ngày",
}


def in_vietnamese(value: object) -> object:
    """Return `value` with every key of every mapping in it said in Vietnamese."""
    if isinstance(value, Mapping):
        return {_KEYS.get(str(key), str(key)): in_vietnamese(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [in_vietnamese(each) for each in value]
    return value
