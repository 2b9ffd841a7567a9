"""A workbook is written safely, and read back tolerantly: what was filled in, and which cell is wrong and why."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.worksheet import Worksheet

from handlers.views.wording.workbooks_en import WORKBOOKS as EN
from handlers.views.wording.workbooks_vi import WORKBOOKS as VI
from knowledge.progress import Status
from knowledge.record import Evidence, EvidenceKind, Progress, ProgressReport, Refusal, RefusedError, ReportState
from knowledge.workbook import (
    CellError,
    CellFault,
    Column,
    FileFault,
    FilledRow,
    Filling,
    StampedRow,
    TaskLine,
    WorkbookError,
    change_of,
    fault_of,
    is_ours,
    read,
    write,
)

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=timezone(timedelta(hours=7)))
AGENCY = "Bộ Y tế"
LABELS = (VI.labels, EN.labels)
FIRST = 4  # the first row below the headings
PLACES = {column: place for place, column in enumerate(Column, 1)}
DONE = VI.labels.statuses[Status.DONE]
GOING = VI.labels.statuses[Status.IN_PROGRESS]

Fill = Callable[[Worksheet], object]


def line(task: str = "71-1", assignee: str = AGENCY, role: str = "Chủ trì", **said: Any) -> TaskLine:
    told = {
        "basis": 0,
        "title": "Việc",
        "quote": "Nguyên văn",
        "deadline": "trước 31/12/2026",
        "now": "Chưa có báo cáo",
    }
    return TaskLine(task=task, assignee=assignee, role=role, **(told | said))


def made(*lines: TaskLine, labels: Any = VI.labels) -> bytes:
    return write(AGENCY, NOW, lines or (line("71-1"), line("71-89.7"), line("71-106")), labels)


def filled(fill: Fill, data: bytes | None = None) -> bytes:
    """The workbook as a spreadsheet program would save it after `fill` did something to the first sheet."""
    book = openpyxl.load_workbook(io.BytesIO(data or made()))
    sheet = book.worksheets[0]
    fill(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def put(row: int, **cells: Any) -> Fill:
    def fill(sheet: Worksheet) -> None:
        for name, value in cells.items():
            sheet.cell(row, PLACES[Column(name)]).value = value

    return fill


def back(fill: Fill, data: bytes | None = None) -> Filling:
    return read(filled(fill, data), LABELS, TODAY)


def why(filling: Filling) -> list[tuple[str, CellFault]]:
    return [(fault.cell, fault.why) for fault in filling.faults]


# ── writing ─────────────────────────────────────────────────────────────────────────────────────────


def test_it_opens_on_a_sheet_to_be_filled_in_and_hides_its_stamp() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made()))
    assert [(s.title, s.sheet_state) for s in book.worksheets] == [
        ("Nhiệm vụ", "visible"),
        ("Hướng dẫn", "visible"),
        ("_dondoc", "veryHidden"),
    ]
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[3]] == [VI.labels.headings[column] for column in Column]
    assert sheet.freeze_panes == "C4"
    assert sheet.auto_filter.ref == "A3:L6"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$3:$3"
    fonts = {(c.font.name, c.font.size) for row in sheet.iter_rows(min_row=3) for c in row}
    assert fonts == {("Times New Roman", 13)}


def test_only_what_is_filled_in_is_unlocked_and_the_lists_offer_what_can_be_reported() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made())).worksheets[0]
    assert sheet.protection.sheet
    assert "".join("-" if cell.protection.locked else "+" for cell in sheet[4]) == "------++++++"
    rules = {str(rule.sqref): (rule.type, rule.formula1) for rule in sheet.data_validations.dataValidation}
    offered = '"Chưa thực hiện,Đang thực hiện,Đã hoàn thành,Không thực hiện nữa"'
    assert rules["G4:G6"] == ("list", offered)
    assert rules["H4:H6"] == ("decimal", "0")
    assert rules["I4:I6"][0] == "date"


@pytest.mark.parametrize("labels", LABELS)
def test_the_words_of_a_drop_down_fit_into_one(labels: Any) -> None:
    offered = list(labels.statuses.values())
    assert not any("," in word or '"' in word for word in offered)
    assert len(",".join(offered)) < 255
    assert len(set(labels.headings.values())) == len(Column)


@pytest.mark.parametrize("text", ["=1+1", "+84 912", "-đã xong", "@SUM(A1)", '=HYPERLINK("http://x","y")', "\t=1"])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made(line(title=text)))).worksheets[0]
    cell = sheet.cell(FIRST, PLACES[Column.TITLE])
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_what_no_cell_may_hold_is_left_out() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made(line(title="Đã \x00 gửi", quote="chữ " * 20_000)))).worksheets[0]
    assert sheet.cell(FIRST, PLACES[Column.TITLE]).value == "Đã   gửi"
    assert len(sheet.cell(FIRST, PLACES[Column.QUOTE]).value) < 32_767


# ── reading ─────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_sent_back_untouched_changes_nothing() -> None:
    filling = read(made(), LABELS, TODAY)
    assert (filling.rows, filling.faults) == ((), ())
    assert (filling.stamp.agency, filling.stamp.made_at) == (AGENCY, NOW)


def test_a_row_is_read_whole() -> None:
    filling = back(
        put(
            5,
            status=DONE,
            percent=100,
            done_on=datetime(2026, 11, 12),  # noqa: DTZ001 a spreadsheet knows no zones
            words="  Đã   ban hành\nvà công bố ",
            obstacle="Không",
            evidence="45/QĐ-BYT ngày 12/11/2026; https://moh.gov.vn/a",
        )
    )
    (row,) = filling.rows
    assert filling.faults == ()
    assert (row.row, row.part.task, row.part.assignee) == (5, "71-89.7", AGENCY)
    assert (row.status, row.percent, row.done_on) == (Status.DONE, 100, date(2026, 11, 12))
    assert (row.words, row.obstacle) == ("Đã ban hành\nvà công bố", "Không")
    assert row.evidence == (
        Evidence(EvidenceKind.DOCUMENT, "45/QĐ-BYT", dated=date(2026, 11, 12)),
        Evidence(EvidenceKind.LINK, "https://moh.gov.vn/a"),
    )


@pytest.mark.parametrize(
    "value",
    [
        date(2026, 11, 12),
        "12/11/2026",
        "12-11-2026",
        "12.11.2026",
        " 12/11/2026 ",
        "2026-11-12",
        "ngày 12/11/2026",
        to_excel(date(2026, 11, 12)),
    ],
)
def test_days_are_read_however_they_are_written(value: Any) -> None:
    def fill(sheet: Worksheet) -> None:
        cell = sheet.cell(FIRST, PLACES[Column.DONE_ON])
        cell.value, cell.number_format = value, "dd/mm/yyyy" if isinstance(value, date) else "General"

    assert back(fill).rows[0].done_on == date(2026, 11, 12)


@pytest.mark.parametrize("value", ["31/11/2026", "hôm nào đó", "tháng 11/2026", 12, "12/11/2026 và 13/11/2026", True])
def test_what_is_no_day_is_named(value: Any) -> None:
    def fill(sheet: Worksheet) -> None:
        cell = sheet.cell(FIRST, PLACES[Column.DONE_ON])
        cell.value, cell.number_format = value, "General"

    assert why(back(fill)) == [("I4", CellFault.DATE_ODD)]


@pytest.mark.parametrize(
    ("value", "number_format", "percent"),
    [
        (80, '0"%"', 80),
        (0.8, "0%", 80),
        (0.8, "General", 80),
        (1, "0%", 100),
        (1, '0"%"', 1),
        (0, '0"%"', 0),
        (100.0, "General", 100),
        (0.29, "0%", 29),
        ("80%", "@", 80),
        ("80 %", "@", 80),
        ("80", "@", 80),
        ("0,8", "@", 80),
    ],
)
def test_a_percentage_is_a_share_or_a_number(value: Any, number_format: str, percent: int) -> None:
    def fill(sheet: Worksheet) -> None:
        cell = sheet.cell(FIRST, PLACES[Column.PERCENT])
        cell.value, cell.number_format = value, number_format

    assert back(fill).rows[0].percent == percent


@pytest.mark.parametrize("value", [101, -1, 80.5, "nhiều", "8o", True])
def test_what_is_no_percentage_is_named(value: Any) -> None:
    assert why(back(put(FIRST, percent=value))) == [("H4", CellFault.PERCENT_ODD)]


@pytest.mark.parametrize("said", ["Đã hoàn thành", "da hoan thanh", " ĐÃ HOÀN THÀNH", EN.labels.statuses[Status.DONE]])
def test_a_status_is_known_in_any_spelling_of_the_lists(said: str) -> None:
    assert back(put(FIRST, status=said)).rows[0].status is Status.DONE


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"status": "gần xong"}, ("G4", CellFault.STATUS_ODD)),
        ({"words": "=A1&B1"}, ("J4", CellFault.FORMULA)),
        ({"words": "#REF!"}, ("J4", CellFault.ERROR_VALUE)),
        ({"words": "chữ " * 2000}, ("J4", CellFault.TOO_LONG)),
        ({"words": "Văn bản TỐI MẬT số 12"}, ("J4", CellFault.SECRET)),
        ({"evidence": "đã gửi qua điện thoại"}, ("L4", CellFault.EVIDENCE_ODD)),
        ({"evidence": "45/QĐ-BYT; xem tệp đính kèm"}, ("L4", CellFault.EVIDENCE_ODD)),
        ({"code": "71-2", "status": DONE}, ("A4", CellFault.NOT_LISTED)),
        ({"code": None, "status": DONE}, ("A4", CellFault.CODE_MISSING)),
    ],
)
def test_a_wrong_cell_is_named_and_its_row_not_taken(cells: dict[str, Any], fault: tuple[str, CellFault]) -> None:
    filling = back(put(FIRST, **cells))
    assert why(filling) == [fault]
    assert filling.rows == ()


def test_every_wrong_cell_of_a_row_is_named_and_right_rows_are_taken() -> None:
    def fill(sheet: Worksheet) -> None:
        put(4, status="?", percent=300)(sheet)
        put(6, status=GOING, percent=50)(sheet)

    filling = back(fill)
    assert why(filling) == [("G4", CellFault.STATUS_ODD), ("H4", CellFault.PERCENT_ODD)]
    assert [row.part.task for row in filling.rows] == ["71-106"]


def test_a_task_filled_in_twice_is_taken_from_neither_row() -> None:
    def fill(sheet: Worksheet) -> None:
        put(4, status=GOING)(sheet)
        put(6, code="71-1", status=DONE)(sheet)

    filling = back(fill)
    assert filling.rows == ()
    assert [(f.cell, f.why, f.detail) for f in filling.faults] == [
        ("A4", CellFault.DUPLICATE, "6"),
        ("A6", CellFault.DUPLICATE, "4"),
    ]


def test_merged_cells_are_named_and_nothing_is_guessed() -> None:
    def fill(sheet: Worksheet) -> None:
        put(4, status=GOING)(sheet)
        put(6, status=GOING)(sheet)
        sheet.merge_cells("G4:G5")

    filling = back(fill)
    assert why(filling) == [("G4:G5", CellFault.MERGED)]
    assert [row.row for row in filling.rows] == [6]


def test_merged_cells_in_which_nothing_was_filled_in_do_not_matter() -> None:
    assert back(lambda sheet: sheet.merge_cells("B4:C5")).faults == ()


def test_columns_may_be_moved_and_rows_put_in_front() -> None:
    def fill(sheet: Worksheet) -> None:
        put(4, status=GOING, percent=40)(sheet)
        sheet.insert_cols(1)
        sheet.insert_rows(1, 2)
        sheet.move_range("H5:H8", cols=8)

    (row,) = back(fill).rows
    assert (row.row, row.status, row.percent) == (6, Status.IN_PROGRESS, 40)


def test_a_fault_is_named_where_the_cell_is_now() -> None:
    def fill(sheet: Worksheet) -> None:
        put(4, percent=400)(sheet)
        sheet.insert_cols(1)

    assert why(back(fill)) == [("I4", CellFault.PERCENT_ODD)]


def test_units_with_the_same_task_are_told_apart() -> None:
    data = made(line("gv-1", "Cục A", "Cục A"), line("gv-1", "Cục B", "Cục B"))
    assert [row.part.assignee for row in back(put(5, status=GOING), data).rows] == ["Cục B"]


# ── files that are not taken ────────────────────────────────────────────────────────────────────────


def broken(data: bytes) -> FileFault:
    with pytest.raises(WorkbookError) as raised:
        read(data, LABELS, TODAY)
    return raised.value.why


def repacked(data: bytes, **parts: bytes) -> bytes:
    """The same archive with some parts put in or in place of others; "/" is "__" in their names."""
    out = io.BytesIO()
    new = {name.replace("__", "/"): content for name, content in parts.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in old.namelist():
            if name not in new:
                archive.writestr(name, old.read(name))
        for name, content in new.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_files_that_are_no_workbook_of_ours_say_what_they_are() -> None:
    other = io.BytesIO()
    openpyxl.Workbook().save(other)
    assert broken(b"") is FileFault.NOT_A_WORKBOOK
    assert broken(b"Ma,Tinh trang\n71-1,xong") is FileFault.NOT_A_WORKBOOK
    assert broken(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) is FileFault.OLD_OR_LOCKED
    assert broken(other.getvalue()) is FileFault.NOT_OURS
    assert broken(made()[:-200]) is FileFault.NOT_A_WORKBOOK
    assert broken(repacked(made(), **{"xl__vbaProject.bin": b"x"})) is FileFault.MACROS


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = repacked(made(), **{"xl__sharedStrings.xml": b"<sst>" + b" " * 60_000_000 + b"</sst>"})
    assert len(bomb) < 100_000
    assert broken(bomb) is FileFault.TOO_LARGE
    assert broken(b"PK" + b"\0" * (20 * 1024 * 1024)) is FileFault.TOO_LARGE


def test_entities_are_not_expanded() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>'
    assert broken(repacked(made(), **{"xl__workbook.xml": laughs})) is FileFault.BROKEN
    sheet = b'<!DOCTYPE x [<!ENTITY a "ha">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>'
    assert broken(repacked(made(), **{"xl__worksheets__sheet1.xml": sheet})) is FileFault.BROKEN


def test_a_part_that_is_broken_or_missing_is_named() -> None:
    assert broken(repacked(made(), **{"xl__worksheets__sheet1.xml": b"<worksheet><oops"})) is FileFault.BROKEN
    assert broken(repacked(made(), **{"xl___rels__workbook.xml.rels": b"<Relationships/>"})) is FileFault.BROKEN


def test_a_merge_over_the_whole_sheet_costs_nothing() -> None:
    with zipfile.ZipFile(io.BytesIO(filled(put(4, status=GOING)))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    merges = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert b"</sheetData>" in sheet
    data = repacked(made(), **{"xl__worksheets__sheet1.xml": sheet.replace(b"</sheetData>", merges)})
    assert [fault.why for fault in read(data, LABELS, TODAY).faults] == [CellFault.MERGED]


@pytest.mark.parametrize("column", ["A3", "G3", "L3"])
def test_a_heading_that_was_deleted_is_named(column: str) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet[column].value = None

    with pytest.raises(WorkbookError) as raised:
        back(fill)
    assert raised.value.why is FileFault.HEADING_MISSING
    assert raised.value.detail == {"A3": "code", "G3": "status", "L3": "evidence"}[column]


def test_a_heading_of_what_is_only_told_is_not_missed() -> None:
    def fill(sheet: Worksheet) -> None:
        put(4, status=GOING)(sheet)
        sheet.delete_cols(2, 4)

    assert back(fill).rows[0].part.task == "71-1"


@pytest.mark.parametrize("row", [1, 2, 3, 5])
def test_a_changed_stamp_is_seen(row: int) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made()))
    cell = book["_dondoc"].cell(row, 1)
    cell.value = str(cell.value).replace("Y", "Z").replace("7", "8").replace("1", "2")
    out = io.BytesIO()
    book.save(out)
    assert broken(out.getvalue()) is FileFault.CHANGED


def test_ours_is_known_by_its_hidden_sheet_or_by_its_name() -> None:
    other = io.BytesIO()
    openpyxl.Workbook().save(other)
    assert is_ours("bất kỳ.xlsx", made())
    assert is_ours("bất kỳ.xlsm", repacked(made(), **{"xl__vbaProject.bin": b"x"}))
    assert is_ours("dondoc-nhiem-vu-byt-20261122.xls", b"\xd0\xcf\x11\xe0")
    assert not is_ours("bao-cao.xlsx", other.getvalue())
    assert not is_ours("bao-cao.pdf", b"%PDF-1.7")
    assert not is_ours("dondoc-nhiem-vu.pdf", b"%PDF-1.7")


# ── what rows change ────────────────────────────────────────────────────────────────────────────────

PART = StampedRow("71-1", AGENCY, 0, "Chủ trì")
NUMBER = Evidence(EvidenceKind.DOCUMENT, "45/QĐ-BYT")
OTHER = Evidence(EvidenceKind.DOCUMENT, "46/QĐ-BYT")


def report(**said: Any) -> ProgressReport:
    told = {"id": 7, "after": Status.IN_PROGRESS, "percent": 40, "words": "Đang làm", "state": ReportState.COUNTS}
    return ProgressReport(task="71-1", agency=AGENCY, actor="x", at=NOW, before=Status.NO_REPORT, **(told | said))


GOING_ON = Progress(Status.IN_PROGRESS, 40, last=7, report=7)
CLAIMED = Progress(
    Status.IN_PROGRESS, 40, last=7, claim=7, claim_state=ReportState.AWAITS_EVIDENCE, claimed=Status.DONE
)


def test_a_percentage_alone_leaves_the_status_and_a_status_alone_the_percentage() -> None:
    further = change_of(FilledRow(4, PART, percent=60), GOING_ON, report())
    assert further is not None
    assert further.report is not None
    assert (further.report.after, further.report.percent, further.report.basis) == (Status.IN_PROGRESS, 60, 7)
    words = change_of(FilledRow(4, PART, status=Status.IN_PROGRESS, words="Đã họp"), GOING_ON, report())
    assert words is not None
    assert words.report is not None
    assert (words.report.percent, words.report.words) == (40, "Đã họp")


@pytest.mark.parametrize(
    "row",
    [
        FilledRow(4, PART, status=Status.IN_PROGRESS),
        FilledRow(4, PART, percent=40),
        FilledRow(4, PART, status=Status.IN_PROGRESS, percent=40, words="Đang làm"),
        FilledRow(4, PART, evidence=(NUMBER,)),
    ],
)
def test_what_the_last_report_says_already_is_no_change(row: FilledRow) -> None:
    assert change_of(row, GOING_ON, report(evidence=(NUMBER,))) is None


def test_evidence_alone_is_added_to_the_last_report() -> None:
    found = change_of(FilledRow(4, PART, evidence=(NUMBER, OTHER)), CLAIMED, report(evidence=(NUMBER,)))
    assert found is not None
    assert found.report is None
    assert found.added is not None
    assert (found.added.report, found.added.evidence) == (7, (OTHER,))


@pytest.mark.parametrize("progress", [Progress(), CLAIMED, Progress(Status.DONE, 100, last=7, report=7)])
def test_a_row_without_status_is_not_guessed_where_nothing_goes_on(progress: Progress) -> None:
    with pytest.raises(CellError) as raised:
        change_of(FilledRow(4, PART, words="Đã họp"), progress, report() if progress.last else None)
    assert raised.value.why is CellFault.STATUS_MISSING


def test_done_is_a_hundred_and_a_report_newer_than_the_workbook_is_marked() -> None:
    found = change_of(FilledRow(4, PART, status=Status.DONE, done_on=TODAY), GOING_ON, report())
    assert found is not None
    assert found.report is not None
    assert (found.report.percent, found.newer, found.basis) == (100, True, 7)


@pytest.mark.parametrize("why", list(Refusal))
def test_every_refusal_names_a_cell(why: Refusal) -> None:
    column, fault = fault_of(RefusedError(why))
    assert column in PLACES
    assert VI.faults[fault]("").strip()


@pytest.mark.parametrize("words", [VI, EN])
def test_every_fault_has_its_words(words: Any) -> None:
    assert set(words.faults) == set(CellFault)
    assert set(words.files) == set(FileFault)
