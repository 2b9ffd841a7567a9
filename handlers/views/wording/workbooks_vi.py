"""Lời về sổ nhiệm vụ Excel: trong tệp, và trong trò chuyện khi tệp gửi lại."""

from handlers.views.wording.reports_vi import REPORTS
from handlers.views.wording.workbooks import WorkbookWords
from knowledge.workbook import OFFERED, CellFault, Column, FileFault, Labels

_HEADINGS = {
    Column.CODE: "Mã",
    Column.TITLE: "Nhiệm vụ",
    Column.QUOTE: "Nguyên văn",
    Column.ROLE: "Vai trò",
    Column.DEADLINE: "Thời hạn",
    Column.NOW: "Hiện nay",
    Column.STATUS: "Tình trạng",
    Column.PERCENT: "%",
    Column.DONE_ON: "Ngày hoàn thành",
    Column.WORDS: "Nội dung đã làm",
    Column.OBSTACLE: "Vướng mắc",
    Column.EVIDENCE: "Minh chứng",
}

_LABELS = Labels(
    language="vi",
    sheet="Nhiệm vụ",
    guide_sheet="Hướng dẫn",
    title="NHIỆM VỤ THỰC HIỆN NGHỊ QUYẾT 57",
    note="Điền các cột màu vàng của những việc có thay đổi, rồi gửi tệp này lại cho trợ lý.",
    headings=_HEADINGS,
    statuses={status: REPORTS.statuses[status] for status in OFFERED},
    guide=(
        "HƯỚNG DẪN",
        "1. Chỉ điền những việc có thay đổi, ở các cột màu vàng. Dòng để trống là không có gì mới.",
        "2. Tình trạng: chọn trong danh sách. Để trống mà điền cột khác thì giữ tình trạng hiện nay (việc đang mở).",
        "3. %: số nguyên từ 0 đến 100. Việc đã hoàn thành là 100, có thể để trống.",
        "4. Ngày hoàn thành: ngày làm xong thật, ngày/tháng/năm, ví dụ 12/11/2026. Bắt buộc khi báo đã hoàn thành.",
        "5. Không thực hiện nữa: nêu lý do thành câu ở cột Nội dung đã làm.",
        "6. Minh chứng: số, ký hiệu văn bản hoặc liên kết, cách nhau bằng dấu “;”. Ảnh, tệp gửi qua trò chuyện.",
        "    Chỉ điền cột này là bổ sung minh chứng cho báo cáo gần nhất.",
        "7. Gửi tệp .xlsx này lại cho trợ lý. Có ô sai thì chưa ghi gì; đúng cả thì liệt kê, ghi khi bạn đồng ý.",
        "8. Không ghi bí mật nhà nước vào tệp này (Luật 117/2025/QH15).",
    ),
    status_odd="Chọn một tình trạng trong danh sách.",
    percent_odd="Số nguyên từ 0 đến 100.",
    date_odd="Ngày/tháng/năm, ví dụ 12/11/2026.",
)

WORKBOOKS = WorkbookWords(
    labels=_LABELS,
    shared=lambda group: f"Giao chung: {group}",
    lead="Chủ trì",
    sent=lambda agency, n: (
        f"{agency}: {n} việc. Điền các cột màu vàng của việc có thay đổi rồi gửi tệp lại vào đây; tôi kiểm tra từng "
        "dòng: có ô sai thì chưa ghi gì; đúng cả thì tôi liệt kê thay đổi, bạn bấm một lần là ghi."
    ),
    which_agency="Bạn lấy sổ của cơ quan nào?",
    no_agency="Sổ này để báo cáo thay cơ quan: cần vai trò đầu mối hoặc chuyên viên. /vaitro để xin.",
    no_tasks=lambda agency: f"{agency} chưa có việc nào phải báo cáo.",
    title=lambda agency, n: f"{agency} · {n} thay đổi trong tệp",
    made=lambda when: f"Sổ lập lúc {when}. Chưa ghi gì.",
    done_on="xong ngày",
    obstacle="vướng",
    adds_evidence="Bổ sung minh chứng",
    newer="⚠️ đã có báo cáo mới hơn sổ này",
    more=lambda n: f"và {n} thay đổi nữa",
    wrong=lambda n: f"Tệp có {n} chỗ sai nên tôi chưa ghi gì:",
    in_cell=lambda row, heading, cell: f"Dòng {row}, cột “{heading}” ({cell})",
    faults={
        CellFault.CODE_MISSING: lambda _: "có điền nhưng thiếu mã việc.",
        CellFault.NOT_LISTED: lambda code: f"mã “{code}” không có trong sổ của cơ quan này.",
        CellFault.DUPLICATE: lambda row: f"việc này được điền hai lần (cả ở dòng {row}); giữ lại một dòng.",
        CellFault.MERGED: lambda _: "ô bị gộp nên không rõ của việc nào; bỏ gộp ô rồi điền từng dòng.",
        CellFault.FORMULA: lambda _: "ô là công thức; dán lại thành giá trị.",
        CellFault.ERROR_VALUE: lambda said: f"ô báo lỗi {said}.",
        CellFault.STATUS_ODD: lambda said: f"“{said}” không có trong danh sách tình trạng.",
        CellFault.STATUS_MISSING: lambda _: "chưa chọn tình trạng.",
        CellFault.PERCENT_ODD: lambda said: f"“{said}” không phải số nguyên từ 0 đến 100.",
        CellFault.DATE_ODD: lambda said: f"“{said}” không phải một ngày; ghi như 12/11/2026.",
        CellFault.EVIDENCE_ODD: lambda said: (
            f"“{said}” không phải số, ký hiệu văn bản hay liên kết (ví dụ 45/QĐ-BYT, https://…)."
        ),
        CellFault.TOO_LONG: lambda n: f"dài {n} ký tự, tối đa 4000.",
        CellFault.SECRET: lambda _: "mang dấu mật; tôi không nhận và không lưu (Luật 117/2025/QH15).",
        CellFault.CLOSED: lambda _: "việc này đã được xác nhận xong hoặc thôi thực hiện, không báo cáo tiếp được.",
        CellFault.PERCENT_UNFIT: lambda _: "không hợp với tình trạng (chưa thực hiện là 0, đã hoàn thành là 100).",
        CellFault.DATE_MISSING: lambda _: "báo hoàn thành cần ngày hoàn thành.",
        CellFault.DATE_AHEAD: lambda _: "ngày hoàn thành chưa tới.",
        CellFault.REASON_MISSING: lambda _: "không thực hiện nữa cần lý do viết thành câu.",
        CellFault.NOT_YOURS: lambda _: "bạn không báo cáo được việc này cho cơ quan này.",
        CellFault.GONE: lambda _: "không còn việc mang mã này; lấy sổ mới bằng /excel.",
    },
    more_wrong=lambda n: f"và {n} chỗ sai nữa; tôi nêu tiếp khi bạn gửi lại.",
    nothing="Tệp này không có gì mới so với những gì đã ghi. Điền các cột màu vàng rồi gửi lại.",
    ready=lambda n: f"{n} dòng khác đã đúng, sẵn sàng ghi.",
    mend="Bạn sửa các ô này rồi gửi lại tệp: đúng cả thì tôi liệt kê thay đổi, bạn bấm một lần là ghi hết.",
    take_all=lambda n: f"Ghi nhận tất cả {n}",
    leave="Thôi",
    changed_meanwhile="Từ lúc liệt kê đã có thay đổi nên tôi chưa ghi gì. Bạn xem lại:",
    recorded=lambda n, when: f"✅ Đã ghi nhận {n} dòng lúc {when}",
    counting=lambda n: f"{n} dòng có hiệu lực ngay",
    to_confirm=lambda n: f"{n} việc chờ người theo dõi xác nhận",
    to_prove=lambda n: f"{n} việc đã báo hoàn thành, chờ minh chứng",
    claims_came=lambda agency, n: f"{agency} vừa báo {n} việc chờ bạn xác nhận (gửi bằng sổ Excel).",
    see_claims="Xem",
    left="Vâng, không ghi gì từ tệp này.",
    gone="Tệp này đã thôi, hoặc chờ quá 7 ngày. Bạn gửi lại tệp giúp.",
    not_your_agency=lambda agency: (
        f"Sổ này của {agency}; vai trò hiện nay của bạn không báo cáo cho cơ quan đó nên tôi chưa ghi gì. /vaitro xem "
        "vai trò, /excel lấy sổ của cơ quan bạn."
    ),
    files={
        FileFault.NOT_A_WORKBOOK: lambda _: "Đây không phải tệp Excel .xlsx. Chọn Lưu thành, loại .xlsx, rồi gửi lại.",
        FileFault.OLD_OR_LOCKED: lambda _: (
            "Tệp này là Excel đời cũ (.xls) hoặc có đặt mật khẩu nên tôi không đọc được. Lưu lại thành .xlsx không mật "
            "khẩu rồi gửi."
        ),
        FileFault.MACROS: lambda _: "Tệp này chứa macro nên tôi không mở. Lưu lại thành .xlsx rồi gửi.",
        FileFault.TOO_LARGE: lambda _: "Tệp này quá lớn (giải nén ra quá 10 MB). Lấy sổ mới bằng /excel và điền lại.",
        FileFault.BROKEN: lambda _: "Tệp này hỏng nên tôi không đọc được. Mở bằng Excel, lưu lại thành .xlsx rồi gửi.",
        FileFault.NOT_OURS: lambda _: "Tệp này không phải sổ lấy từ /excel. Lấy sổ mới bằng /excel rồi điền.",
        FileFault.CHANGED: lambda _: (
            "Sổ này thuộc phiên bản khác hoặc phần ẩn của nó đã bị sửa, nên tôi không chắc dòng nào là việc nào. Lấy "
            "sổ mới bằng /excel rồi chép phần đã điền sang."
        ),
        FileFault.HEADING_MISSING: lambda heading: (
            f"Không thấy cột “{heading}” trong tệp. Tiêu đề cột phải giữ nguyên; lấy sổ mới bằng /excel nếu đã xoá."
        ),
    },
    heading=lambda column: _HEADINGS[column],
)
