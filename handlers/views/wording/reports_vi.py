"""Lời về báo cáo: đề xuất ghi nhận, minh chứng, xác nhận, lịch sử."""

from handlers.views.wording.reports import ReportingWords
from knowledge.progress import Status
from knowledge.record import Refusal, ReportState
from knowledge.store import EvidenceRefusal

REPORTS = ReportingWords(
    language="vi",
    statuses={
        Status.NO_REPORT: "Chưa có báo cáo",
        Status.NOT_STARTED: "Chưa thực hiện",
        Status.IN_PROGRESS: "Đang thực hiện",
        Status.DONE: "Đã hoàn thành",
        Status.DROPPED: "Không thực hiện nữa",
    },
    states={
        ReportState.COUNTS: "đã ghi nhận",
        ReportState.AWAITS_EVIDENCE: "chờ minh chứng",
        ReportState.AWAITS_CONFIRMATION: "chờ xác nhận",
        ReportState.CONFIRMED: "đã xác nhận",
        ReportState.RETURNED: "bị trả lại",
        ReportState.WITHDRAWN: "đã rút",
    },
    is_it_this="Tôi hiểu là báo cáo việc này, đúng không?",
    part=lambda n: f"(còn {n} báo cáo nữa trong tin này)",
    which_task="Bạn báo cáo việc nào?",
    which_task_typed="Bạn báo cáo việc nào? Gõ mã việc, hoặc vài từ trong tên việc.",
    or_type_task="Việc khác thì gõ mã việc, hoặc vài từ trong tên việc.",
    no_such_task=lambda words: f"Tôi chưa tìm thấy việc nào của cơ quan bạn khớp với “{words}”.",
    you_report="Bạn báo",
    may_not_report=(
        "Cảm ơn bạn, nhưng tôi chưa ghi gì: vai trò của bạn chưa được báo cáo tiến độ. Bạn nhờ đầu mối hoặc chuyên "
        "viên của cơ quan báo giúp, hoặc xin thêm vai trò: /vaitro."
    ),
    for_agency="Cho",
    which_agency="Bạn báo cáo cho cơ quan nào?",
    how_is_it=lambda task: (
        f"{task}\n\nViệc này đến đâu rồi? Bấm, hoặc gõ bằng lời, ví dụ “đã trình hôm qua, số 123/TTr”."
    ),
    was="Trước đó",
    done_on="Ngày làm xong",
    on_day="Ngày",
    day_ahead="ngày bạn nói chưa tới nên tôi lấy hôm nay; bấm Sửa nếu khác",
    not_dated="bạn không nói ngày nên tôi lấy hôm nay",
    obstacle="Khó khăn",
    evidence="Minh chứng",
    no_evidence_yet="chưa có; gửi kèm ảnh, tệp, liên kết hoặc số văn bản thì được xác nhận nhanh hơn",
    record_it="Đúng, ghi nhận",
    press_yes="Bạn bấm “Đúng, ghi nhận” là xong:",
    other_task="Việc khác ▾",
    change="Sửa",
    drop="Thôi",
    is_question="Tôi đang hỏi",
    what_to_change="Sửa gì? Bấm, hoặc gửi thêm ảnh, tệp làm minh chứng.",
    change_day="Ngày làm xong",
    change_words="Lời báo cáo",
    change_obstacle="Khó khăn",
    percent=lambda n: f"{n}%",
    back="◂ Quay lại",
    ask_day="Làm xong ngày nào? Ví dụ: 20/11/2026, hôm qua.",
    day_odd="Tôi cần một ngày đã qua, ví dụ 20/11/2026 hoặc hôm qua.",
    ask_words="Bạn gõ lại nội dung báo cáo.",
    ask_obstacle="Vướng ở đâu, cần ai giúp gì?",
    ask_report=lambda task: f"{task}\n\nViệc này đến đâu rồi? Bấm, hoặc gõ bằng lời; gửi được cả ảnh, tệp.",
    dropped="Vâng, không ghi gì.",
    all_dropped=lambda codes: f"Đã thôi, không ghi gì: {codes}." if codes else "Đã thôi, không ghi gì.",
    not_recorded="chưa ghi",
    draft_gone="Báo cáo này đã thôi, hoặc chờ quá 7 ngày. Bạn báo cáo lại giúp: /capnhat kèm mã.",
    unrecognised=lambda words: f"Tôi không rõ phần này là việc nào: “{words}”. Bạn gửi lại kèm mã việc giúp.",
    usage=(
        "Báo cáo một việc: <code>/capnhat 71-89.7 xong</code>, hoặc gõ bằng lời, ví dụ “đã trình nghị định về dữ liệu "
        "hôm qua, số 123/TTr-BCA”. Không nhớ mã: /nhiemvu."
    ),
    not_for_you=lambda leads, own: f"Việc này do {leads} báo cáo. Bạn báo cáo được cho {own}.",
    not_yet_read="Tôi chưa đọc ra báo cáo. Bạn gõ ví dụ “xong ngày 20/11, quyết định 45/QĐ-BYT”, hoặc bấm một nút.",
    recorded=lambda when: f"✅ Đã ghi nhận lúc {when}",
    taken_back=lambda when: f"↩️ Đã rút báo cáo gửi lúc {when}",
    awaits={
        ReportState.AWAITS_EVIDENCE: (
            "Đã báo hoàn thành, chờ minh chứng: gửi ngay ở đây ảnh, tệp, liên kết hoặc số văn bản. Chưa có minh chứng "
            "thì chưa tính là xong."
        ),
        ReportState.AWAITS_CONFIRMATION: "Chờ người theo dõi xác nhận; bạn sẽ được báo kết quả.",
    },
    between=lambda who, when, what: (
        f"Trong lúc đó {who} cũng đã báo cáo việc này ({when}): {what}. Cả hai đều được giữ."
    ),
    add_evidence="Thêm minh chứng",
    withdraw="Rút lại (15 phút)",
    nothing_to_take_back=(
        "Bạn không có báo cáo nào trong 15 phút qua nên không có gì để rút. Muốn đính chính thì gửi báo cáo mới: bản "
        "mới thay bản cũ."
    ),
    not_reported_by_you="Bạn chưa báo cáo việc này nên không có gì để rút.",
    press_withdraw="Bấm “Rút lại” là rút báo cáo này:",
    withdrawn_before="Báo cáo này đã rút rồi.",
    not_yet_recorded="Tôi chưa ghi gì. Nhầm chỗ nào thì sửa, hoặc bấm “Thôi”:",
    report="Báo cáo",
    report_again="Báo cáo lại",
    open_task="Xem việc",
    history="Lịch sử",
    no_evidence_to="Báo cáo này đã rút hoặc bị trả lại nên không thêm minh chứng được. Bạn báo cáo lại giúp.",
    ask_evidence="Gửi ảnh, tệp (PDF, Word, Excel, PowerPoint, ảnh), liên kết, hoặc số, ký hiệu văn bản.",
    evidence_odd="Tôi không thấy liên kết hay số văn bản nào. Ví dụ: 45/QĐ-BYT ngày 20/11/2026, hoặc https://…",
    evidence_added=lambda n: f"✅ Đã thêm {n} minh chứng",
    evidence_for_which=lambda n: (
        f"Đã nhận {n} minh chứng. Cho việc nào? Bấm, hoặc gõ báo cáo bằng lời hay mã việc trong một giờ tới."
    ),
    only_these_files=(
        "Minh chứng nhận được: ảnh, PDF, Word, Excel, PowerPoint, văn bản thuần, liên kết, số văn bản. Bạn gửi lại ở "
        "dạng đó giúp."
    ),
    not_fetched="Tôi chưa tải được tệp này từ Telegram. Bạn gửi lại sau ít giây.",
    pieces=lambda n: f"{n} minh chứng",
    file="tệp",
    photos=lambda n: "ảnh" if n == 1 else f"{n} ảnh",
    claim_title={
        Status.DONE: "Báo hoàn thành, chờ bạn xác nhận",
        Status.DROPPED: "Báo không thực hiện nữa, chờ bạn xác nhận",
    },
    by="Người báo",
    on_time="đúng hạn",
    late=lambda n: f"chậm {n} ngày",
    done="hoàn thành",
    done_on_time="hoàn thành đúng hạn",
    done_late=lambda n: f"hoàn thành chậm {n} ngày",
    by_old_deadline="theo hạn cũ",
    confirm="Xác nhận",
    confirm_day="Xác nhận ngày khác",
    send_back="Trả lại",
    ask_author="Hỏi",
    see_evidence="Xem minh chứng",
    evidence_gone="Tệp này không còn trong kho.",
    ask_confirm_day="Theo minh chứng, việc xong ngày nào? Ví dụ: 20/11/2026.",
    reopen=lambda number: f"Rút xác nhận #{number}",
    ask_reopen="Việc này đã được xác nhận; rút xác nhận thì việc mở lại. Vì sao? Người báo cáo sẽ đọc nguyên văn.",
    ask_reason="Vì sao trả lại? Người báo cáo sẽ đọc nguyên văn.",
    reason_short="Bạn nêu lý do giúp, để người báo cáo biết phải làm gì.",
    ask_question="Bạn hỏi người báo cáo điều gì?",
    ask_answer="Bạn trả lời thế nào?",
    answer="Trả lời",
    confirmed=lambda who, when: f"✓ {who} đã xác nhận lúc {when}",
    returned=lambda who, when: f"✕ {who} đã trả lại lúc {when}",
    question_sent="Đã gửi câu hỏi cho người báo cáo.",
    answer_sent="Đã gửi câu trả lời.",
    you_are_confirmed="✅ Báo cáo của bạn đã được xác nhận",
    you_are_returned="↩️ Báo cáo của bạn bị trả lại",
    you_are_asked="❓ Người theo dõi hỏi về báo cáo của bạn",
    you_are_answered="💬 Cơ quan trả lời về báo cáo",
    others_reported=lambda n: (
        "👥 Việc bạn đã báo cáo vừa có báo cáo mới" if n == 1 else f"👥 {n} việc bạn đã báo cáo vừa có báo cáo mới"
    ),
    reason="Lý do",
    waiting_title=lambda n: f"{n} báo cáo chờ xác nhận" + (", chờ lâu nhất trước" if n > 1 else ""),
    not_waiting=lambda code: f"{code} không chờ xác nhận.",
    no_such_code=lambda code: f"Không có việc {code}. Bạn xem lại mã, hoặc tìm theo tên: /tim.",
    waiting_none="Không có báo cáo nào chờ xác nhận.",
    waiting_evidence=lambda n: f"Ngoài ra {n} việc đã báo xong nhưng chưa có minh chứng.",
    history_title="Lịch sử",
    history_none="Chưa có gì được ghi về việc này.",
    history_ask="Lịch sử của việc nào? Gõ kèm mã, ví dụ <code>/lichsu 71-89.7</code>.",
    somebody=lambda mark: f"người #{mark}",
    kinds={
        "reported": "báo cáo",
        "evidence_added": "thêm minh chứng",
        "confirmed": "xác nhận",
        "returned": "trả lại",
        "remarked": "trao đổi",
        "withdrawn": "rút báo cáo",
        "extension_asked": "xin lùi hạn",
        "extension_decided": "quyết định lùi hạn",
        "proposed": "kiến nghị",
        "proposal_answered": "trả lời kiến nghị",
        "proposal_pursued": "hỏi tiếp kiến nghị",
        "proposal_closed": "khép kiến nghị",
        "task_assigned": "giao việc",
        "task_recalled": "thu hồi việc",
        "measured": "ghi số đo",
    },
    no_date="không rõ ngày",
    reported=lambda when: f"báo cáo {when}",
    claimed=lambda status, state, when: (
        f"Đã báo {'xong' if status is Status.DONE else 'không thực hiện nữa'}{f' {when}' if when else ''}, "
        f"{'chờ minh chứng' if state is ReportState.AWAITS_EVIDENCE else 'chờ xác nhận'}"
    ),
    claims_wait="Đã báo xong, còn chờ",
    sent_back="báo cáo gần nhất bị trả lại",
    rolled_up=lambda name, n, total: f"{name} {n}/{total}",
    silent=lambda n: f"Chưa báo cáo ({n})",
    put_off=lambda when: f"được lùi đến {when}",
    refusals={
        Refusal.NOT_PERMITTED: "Vai trò hiện nay của bạn không ghi được việc này. /vaitro xem vai trò và xin thêm.",
        Refusal.NOT_ASSIGNED: "Việc này không giao cho cơ quan đó. Xem ai chủ trì trên thẻ việc, rồi chọn lại cơ quan.",
        Refusal.NOT_THERE: "Không còn mục này. Bạn mở lại thẻ việc để xem hiện trạng.",
        Refusal.TRANSITION: (
            "Việc này đã được xác nhận xong (hoặc thôi thực hiện) nên không đổi tình trạng được. Có sai thì nhờ người "
            "theo dõi rút xác nhận (/lichsu), rồi báo cáo lại."
        ),
        Refusal.PERCENT: "Phần trăm không hợp với tình trạng. Bấm Sửa để chọn lại phần trăm hoặc tình trạng.",
        Refusal.DONE_ON_MISSING: "Báo hoàn thành cần ngày làm xong. Bấm Sửa, chọn Ngày làm xong.",
        Refusal.DONE_IN_FUTURE: "Ngày làm xong không thể ở tương lai. Bấm Sửa, chọn Ngày làm xong.",
        Refusal.REASON_MISSING: (
            "Cần nêu lý do thành câu: không thực hiện nữa thì vì sao, theo văn bản nào. Bấm Sửa, chọn Lời báo cáo."
        ),
        Refusal.WORDS_MISSING: "Bạn chưa viết gì. Gõ một câu rồi gửi.",
        Refusal.EVIDENCE_MISSING: "Chưa có minh chứng. Gửi ảnh, tệp, liên kết hoặc số văn bản.",
        Refusal.EVIDENCE_UNUSABLE: "Minh chứng này không dùng được. Gửi lại tệp, liên kết đủ https:// hoặc số văn bản.",
        Refusal.TASK_RECALLED: "Việc này đã được thu hồi nên không ghi thêm được. Mở thẻ việc để xem lý do.",
        Refusal.WRONG_STATE: "Báo cáo này đã được xử lý rồi. Mở lịch sử của việc để xem hiện trạng.",
        Refusal.REPLACED: "Cơ quan đã gửi báo cáo mới hơn. /choxacnhan để xem bản mới.",
        Refusal.OWN_REPORT: "Đây là báo cáo của chính bạn: người theo dõi khác phải quyết định.",
        Refusal.NOT_THE_AUTHOR: "Chỉ người gửi mới rút được. Bạn có thể gửi báo cáo mới để đính chính.",
        Refusal.NOT_THE_LAST: "Chỉ rút được báo cáo gần nhất của bạn về việc này. Gửi báo cáo mới để đính chính.",
        Refusal.TOO_LATE: "Đã quá 15 phút nên không rút được. Gửi báo cáo mới để đính chính: bản mới thay bản cũ.",
    },
    files_refused={
        EvidenceRefusal.EMPTY: "Tệp này rỗng. Bạn kiểm tra rồi gửi lại.",
        EvidenceRefusal.TOO_LARGE: "Tệp lớn hơn 20 MB nên tôi không nhận được. Gửi bản nhỏ hơn, hoặc gửi liên kết.",
        EvidenceRefusal.TYPE: (
            "Tôi không nhận loại tệp này. Gửi PDF, Word, Excel, PowerPoint (không có macro), ảnh hoặc văn bản thuần."
        ),
        EvidenceRefusal.BROKEN: "Không mở được tệp này, có lẽ tệp bị hỏng. Bạn mở thử, lưu lại rồi gửi lại giúp.",
        EvidenceRefusal.SECRET: (
            "Tệp này mang dấu mật nên tôi không nhận và không lưu (Luật 117/2025/QH15). Chỉ gửi số, ký hiệu văn bản."
        ),
    },
    busy="Kho dữ liệu đang bận nên chưa ghi được gì. Bạn bấm hoặc gửi lại sau ít giây.",
    full="Máy chủ hết chỗ nên chưa ghi được gì. Bạn báo quản trị, rồi bấm hoặc gửi lại.",
)
