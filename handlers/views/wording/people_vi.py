"""Lời về con người: đăng ký, vai trò, hội thoại, dữ liệu cá nhân."""

from handlers.views.wording.people import PeopleWords
from knowledge.people import PersonRole, PersonState
from knowledge.store import Outcome

PEOPLE = PeopleWords(
    language="vi",
    stranger="Tôi chỉ trả lời người đã đăng ký và được duyệt. Bấm /start để đăng ký, chưa đến một phút.",
    waiting=(
        "Đã gửi quản trị. Bạn sẽ được báo khi duyệt; trước đó tôi chưa trả lời được câu hỏi.\n"
        "/start xem tiếp đăng ký · /xoatoi rút đăng ký và xoá dữ liệu"
    ),
    unfinished="Đăng ký của bạn chưa xong. Bấm /start để làm tiếp, /xoatoi để thôi và xoá dữ liệu.",
    refused=(
        "Đăng ký của bạn chưa được chấp thuận. Cần thì liên hệ quản trị của cơ quan bạn, hoặc bấm /start để gửi lại."
    ),
    not_allowed="Vai trò hiện nay của bạn không làm được việc này. /vaitro xem vai trò và xin thêm.",
    in_group_stranger="Tôi chỉ trả lời người đã đăng ký. Mở trò chuyện riêng với tôi để đăng ký.",
    in_group_not_allowed="Việc này trong nhóm do người theo dõi, đôn đốc làm.",
    only_private="Việc này làm trong trò chuyện riêng với tôi. Để nhóm nhận nhắc việc: /nhom.",
    stranger_inline="Cần đăng ký để tra cứu",
    open_chat="Mở trò chuyện riêng",
    welcome=lambda name: (
        f"Xin chào {name}. Tôi là trợ lý đôn đốc nhiệm vụ thực hiện Nghị quyết 57-NQ/TW: trả lời kèm nguồn, nhắc hạn.\n"
        "Để dùng, bạn cho biết tên, cơ quan, vai trò; quản trị duyệt là xong."
    ),
    consent=lambda days: (
        "Nếu bạn đồng ý, tôi lưu: mã số và tên Telegram, tên bạn nhập, cơ quan, vai trò, ngôn ngữ, câu hỏi trong "
        f"{days} ngày, những gì bạn theo dõi và cách nhắc việc, thông báo đã gửi, báo cáo của bạn. Chỉ để biết ai được "
        "hỏi, báo cáo, nhận nhắc việc; quản trị thấy tên, cơ quan, vai trò. Bất cứ lúc nào: /dulieu xem tất cả, "
        "/xoatoi xoá; báo cáo vẫn giữ cho cơ quan, không còn tên bạn (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP)."
    ),
    agree="Tôi đồng ý",
    disagree="Không đồng ý",
    no_consent="Vâng. Tôi không lưu gì về bạn. Khi đổi ý, bạn bấm /start.",
    invited=lambda what: f"Bạn được mời với vai trò: <b>{what}</b>.",
    invitation_over="Liên kết mời này đã dùng hoặc đã hết hạn. Bạn xin liên kết mới, hoặc đăng ký như dưới đây.",
    first_administrator="Bạn là quản trị. /moi mời người · /nguoidung xem người dùng.",
    now_you_are=lambda what: f"Vai trò của bạn: <b>{what}</b>.",
    sent=lambda what: f"Đã gửi quản trị đăng ký: {what}.",
    waiting_note="Bạn sẽ được báo khi duyệt; vai trò này dùng được từ lúc đó.",
    pending=lambda what: f"Đang chờ duyệt: {what}.",
    held_already=lambda what: f"Bạn đã có vai trò này: {what}.",
    approved=lambda what: f"Đăng ký của bạn đã được duyệt: <b>{what}</b>. Mời bạn hỏi.",
    not_approved=lambda what: (
        f"Đăng ký <b>{what}</b> chưa được chấp thuận. Cần thì liên hệ quản trị của cơ quan, hoặc bấm /start gửi lại."
    ),
    role_gone=lambda what: f"Quản trị đã thôi vai trò của bạn: <b>{what}</b>.",
    ask_name="Tên của bạn? Bấm để dùng tên này, hoặc gõ họ và tên.",
    use_name=lambda name: f"Dùng tên “{name}”",
    name_odd=lambda most: f"Bạn gõ họ và tên bằng chữ, từ 2 đến {most} ký tự.",
    renamed=lambda name: f"Tôi sẽ gọi bạn là {name}.",
    ask_agency="Cơ quan nào? Gõ tên hoặc viết tắt, ví dụ: BCA, bo y te, so khcn ha noi.",
    agency_unknown=lambda words: (
        f"Tôi không tìm thấy cơ quan “{words}”. Bạn gõ lại tên đầy đủ hoặc viết tắt, ví dụ BKHCN."
    ),
    former=lambda name: f" ({name} cũ)",
    unit_of=lambda said, agency: (
        f"“{said}” thuộc {agency}, phải không? Danh bạ ghi đến tỉnh, bộ; tên đơn vị bạn gõ được gửi kèm cho quản trị. "
        "Không đúng thì gõ lại."
    ),
    is_it=lambda agency: f"{agency}, phải không? Không đúng thì gõ lại.",
    which_agency="Cơ quan nào trong số này? Không có thì gõ lại.",
    no_agency="Không thuộc cơ quan nào",
    ask_role="Vai trò nào?",
    role_by_button="Bạn bấm một vai trò dưới đây giúp.",
    roles={
        PersonRole.OFFICIAL: "Cán bộ, lãnh đạo",
        PersonRole.FOCAL_POINT: "Đầu mối",
        PersonRole.STAFF: "Chuyên viên",
        PersonRole.SUPERVISOR: "Theo dõi, đôn đốc",
        PersonRole.ADMINISTRATOR: "Quản trị",
    },
    role_notes={
        PersonRole.OFFICIAL: "hỏi đáp, tra cứu",
        PersonRole.FOCAL_POINT: "nhận nhắc việc, báo cáo cho cơ quan mình",
        PersonRole.STAFF: "báo cáo tiến độ việc được giao",
        PersonRole.SUPERVISOR: "theo dõi mọi cơ quan, xác nhận báo cáo",
        PersonRole.ADMINISTRATOR: "duyệt người dùng, mời người, quản lý kho văn bản",
    },
    ask_days="Liên kết mời có hạn bao lâu?",
    days=lambda n: f"{n} ngày",
    days_odd=lambda most: f"Bạn bấm hoặc gõ số ngày, từ 1 đến {most}.",
    request_title=lambda n: f"Đăng ký số {n}",
    name="Tên",
    wants="Xin làm",
    own_words="Tự ghi đơn vị",
    holds="Đang là",
    somebody="một quản trị",
    decided={
        Outcome.APPROVED: lambda who, when: f"✓ {who} đã duyệt, {when}",
        Outcome.REFUSED: lambda who, when: f"✕ {who} đã từ chối, {when}",
    },
    approve="Duyệt",
    refuse="Từ chối",
    change_role="Đổi vai trò",
    change_agency="Đổi cơ quan",
    back="◂ Quay lại",
    request_gone="Đăng ký này không còn: người đăng ký đã rút.",
    invitation=lambda what, until: (
        f"Liên kết mời <b>{what}</b>, dùng một lần, đến {until}. Gửi riêng cho đúng người: ai mở trước thì dùng được."
    ),
    copy_link="Chép liên kết",
    no_roles="Bạn chưa có vai trò nào.",
    another_role="Xin thêm vai trò",
    other_name="Đổi tên",
    people_title=lambda people, agencies: f"{people} người · {agencies} cơ quan",
    people_hint="Tìm theo tên: /nguoidung kèm tên.",
    waiting_people=lambda n: f"{n} đăng ký chờ duyệt",
    waiting_request=lambda n: f"Chờ duyệt: đăng ký số {n}",
    found_people=lambda n, words: f"{n} người có tên “{words}”",
    more_people=lambda n: f"Còn {n} người nữa: tìm theo tên bằng /nguoidung kèm tên.",
    state="Tình trạng",
    states={
        PersonState.WAITING: "chờ duyệt",
        PersonState.APPROVED: "đã duyệt",
        PersonState.REFUSED: "bị từ chối",
    },
    since="Đồng ý lưu dữ liệu",
    add_role="Thêm vai trò",
    remove_person="Xoá khỏi hệ thống",
    remove_yes="Xoá",
    remove_sure=lambda name: f"Xoá {name} và mọi dữ liệu về người này? Không lấy lại được.",
    removed=lambda name: f"Đã xoá {name}.",
    you_are_removed="Quản trị đã xoá bạn khỏi hệ thống, cùng mọi dữ liệu về bạn. Cần dùng lại, bạn bấm /start.",
    person_gone="Người này không còn trong hệ thống.",
    last_administrator="Đây là quản trị cuối cùng. Trao quyền quản trị cho người khác trước: /nguoidung.",
    dialogues={
        "remind_on": "hẹn nhắc lại",
        "join": "đăng ký",
        "another_role": "xin vai trò",
        "other_name": "đổi tên",
        "invite": "tạo liên kết mời",
        "appoint": "giao vai trò",
        "amend_agency": "đổi cơ quan của đăng ký",
        "report": "báo cáo",
        "which_task": "chọn việc báo cáo",
        "amend_report": "sửa báo cáo",
        "show_evidence": "gửi minh chứng",
        "confirm_day": "xác nhận ngày xong",
        "send_back": "trả lại báo cáo",
        "reopen": "rút xác nhận",
        "ask_author": "hỏi người báo cáo",
        "answer_remark": "trả lời người theo dõi",
        "extend": "xin gia hạn",
        "decide_extension": "quyết định gia hạn",
        "propose": "gửi kiến nghị",
        "answer_proposal": "trả lời kiến nghị",
        "pursue_proposal": "hỏi tiếp kiến nghị",
        "give_task": "giao việc",
        "recall_task": "thu hồi việc",
        "hand_down": "giao đơn vị",
        "measure": "ghi số đo",
    },
    leave="Thôi",
    left="Đã thôi. Bạn hỏi tiếp được.",
    left_joining="Đã thôi. Bấm /start để đăng ký tiếp, /xoatoi để xoá dữ liệu về bạn.",
    nothing_to_leave="Không có việc nào đang làm dở.",
    dialogue_over="Việc này đã xong hoặc đã quá một ngày.",
    put_aside=lambda what, place: f"Đang để dở: {what}, bước {place}." if place else f"Đang để dở: {what}.",
    resume="Làm tiếp",
    no_data="Tôi không lưu gì về bạn.",
    your_data="Đây là tất cả những gì tôi lưu về bạn. /xoatoi để xoá.",
    forget_sure=(
        "Xoá bạn khỏi hệ thống: hồ sơ, vai trò, đăng ký, câu hỏi, cơ quan theo dõi, thông báo. Báo cáo đã gửi "
        "giữ cơ quan và một bí danh không truy ngược được. Không lấy lại được. Xoá?"
    ),
    forget_yes="Xoá tất cả về tôi",
    forget_no="Giữ lại",
    stays="Vâng, giữ nguyên.",
    forgotten="Đã xoá. Tôi không còn lưu gì về bạn. Cần dùng lại, bạn bấm /start.",
    secret=lambda level: (
        f"Nội dung này mang dấu <b>{level}</b> nên tôi không nhận và không lưu: bí mật nhà nước không được soạn, lưu, "
        "gửi qua thiết bị nối internet (Luật 117/2025/QH15). Bạn xoá tin nhắn ở cả hai phía và báo người phụ trách bảo "
        "mật của cơ quan."
    ),
    which_language="Ngôn ngữ giao diện? (Câu trả lời theo ngôn ngữ của câu hỏi.)",
    language_set="Tôi sẽ dùng tiếng Việt.",
    only_in_group="Lệnh này dùng trong nhóm: /nhom kèm tên cơ quan gắn nhóm với cơ quan đó.",
    group_unbound=(
        "Nhóm này chưa gắn với cơ quan nào. Gõ <code>/nhom</code> kèm tên, ví dụ <code>/nhom Bộ Y tế</code>, để nhóm "
        "nhận nhắc việc buổi sáng."
    ),
    group_bound=lambda agency: f"Nhóm này làm việc cho {agency} và nhận nhắc việc lúc 8:00 các ngày làm việc.",
    group_free="Nhóm này không còn gắn với cơ quan nào và thôi nhận nhắc việc.",
    unbind="Thôi gắn",
)
