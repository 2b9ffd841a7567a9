"""Kinds of output: which tasks of the corpus have which, how questions ask for them, and what they then get."""

import pytest

from bot.shapes import Asking
from knowledge.base import KnowledgeBase
from knowledge.outputs import Output, outputs_of
from knowledge.questions import Intent
from knowledge.store import TaskQuery
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("title", "output", "kinds"),
    [
        ("Sửa Luật Ngân sách nhà nước: quy định riêng", "Luật của Quốc hội", {"law"}),
        ("Luật sửa các luật: Ngân sách, Doanh nghiệp", "Trình Quốc hội", {"law"}),
        ("Hồ sơ đề nghị xây dựng Luật Cán bộ", "", {"law"}),
        ("Rà soát, đề xuất sửa đổi pháp luật về cơ yếu", "", set()),
        ("Rà soát, cập nhật Chiến lược dữ liệu quốc gia", "", {"strategy"}),
        ("Rà soát các chương trình, kế hoạch còn hiệu lực", "", set()),
        ("Danh mục công nghệ chiến lược", "", {"catalogue"}),
        ("Triển khai toàn bộ công nghệ chiến lược", "", set()),
        ("Triển khai Đề án số hóa hồ sơ vụ án", "kho dữ liệu án lệ", set()),
        ("Xây dựng và triển khai các đề án đô thị thông minh", "", {"scheme"}),
        ("Đề án điều chỉnh Quy hoạch", "", {"scheme"}),
        ("Định danh tàu thuyền", "Hoàn thành triển khai, đảm bảo kết nối Đề án 06", set()),
        ("Chương trình/Kế hoạch triển khai ngoại giao công nghệ", "", {"programme", "plan"}),
        ("Kế hoạch thực hiện Nghị quyết và Chương trình hành động", "", {"plan"}),
        ("", "các văn bản hướng dẫn thi hành các Luật", set()),
        ("", "nghị định và thông tư hướng dẫn các luật mới", {"decree", "circular"}),
        ("", "kế hoạch chuyển cam kết thành nhiệm vụ, chương trình, dự án", {"plan"}),
        ("", "Quyết định của Thủ tướng Chính phủ; Các Báo cáo thực hiện", {"decision", "report"}),
        ("Phát triển hệ thống trung tâm nghiên cứu", "hệ thống phương pháp luận", set()),
        ("Xây dựng, đưa vào khai thác Hệ thống giám định bảo hiểm y tế", "", {"system"}),
        ("Nghiên cứu xây dựng CSDL, mạng lưới chuyên gia", "", {"database"}),
    ],
)
def test_what_must_come_of_a_task(title: str, output: str, kinds: set[str]) -> None:
    assert {each.kind for each in outputs_of(title, output)} == kinds


# Reviewed by reading every title and output of the corpus.
LAWS = "71-10 71-16 71-17 71-18 71-19 71-20 71-21 71-22 71-23 71-24 71-25 71-26 71-27 71-28 71-29 07-2a 07-2b.3"
DECREES = (
    "71-32 71-32.1 71-32.2 71-32.3 71-32.4 71-32.5 71-32.6 71-32.7 71-32.8 71-32.9 71-32.10 71-32.11 71-33 71-35 71-37"
    " 71-38 71-39 71-40 71-41 71-52 71-55 71-56 71-117 07-2d.1 07-iii5a"
)


@pytest.mark.parametrize(
    ("kind", "issuer", "codes"),
    [
        ("law", "", LAWS),
        ("law", "assembly", LAWS),
        ("decree", "", DECREES),
        ("strategy", "", "71-57 71-67 71-93 71-98 71-118 71-189 05-5c1.1"),
        ("circular", "", "07-iii5a 17-4b"),
        ("instruction", "", "07-2c"),
        ("resolution", "assembly", "71-31 71-65"),
        ("resolution", "government", "71-66 71-70 71-133"),
        ("master_plan", "", "71-84"),
        ("catalogue", "", "71-60 71-73 71-77 71-170 71-172 05-3a6 17-ii3.1 329-3.8.1.1"),
        ("criteria", "", "71-167 71-169 71-175"),
        ("platform", "", "71-11 71-74 71-137 07-3c.1.1"),
    ],
)
def test_the_tasks_of_a_kind(base: KnowledgeBase, kind: str, issuer: str, codes: str) -> None:
    found = base.store.tasks(TaskQuery(outputs=(Output(kind, issuer),)))
    assert {task.id for task in found} == set(codes.split())


@pytest.mark.parametrize(
    ("kind", "issuer", "count"),
    [("decision", "prime_minister", 46), ("scheme", "", 36), ("database", "", 110), ("plan", "", 22)],
)
def test_how_many_are_of_a_kind(base: KnowledgeBase, kind: str, issuer: str, count: int) -> None:
    assert base.store.count(TaskQuery(outputs=(Output(kind, issuer),))) == count


@pytest.mark.parametrize(
    ("question", "kinds", "topic"),
    [
        ("luật bộ tài chính quá hạn", "law", ""),
        ("bộ tài chính về luật", "law", ""),
        ("bo khcn co may luat", "law", ""),
        ("bộ tài chính chủ trì sửa luật gì", "law", ""),
        ("có bao nhiêu nghị định", "decree", ""),
        ("có bao nhiêu nghị định về dữ liệu", "decree", "dữ liệu"),
        ("nghị định, thông tư quá hạn", "decree circular", ""),
        ("việc có kết quả là nghị định hạn 2025 của bộ công an", "decree", ""),
        ("sản phẩm là csdl của bộ tư pháp", "database", ""),
        ("chiến lược nào quá hạn", "strategy", ""),
        ("dự án luật nào chưa xong", "law", ""),
        ("các đề án giao cho bộ khcn hạn quý 4", "scheme", ""),
        ("báo cáo nào quá hạn", "report", ""),
        ("số lượng đề án theo bộ", "scheme", ""),
        ("which decrees must MPS draft", "decree", ""),
        ("laws overdue", "law", ""),
        ("list of laws", "law", ""),
        ("tasks whose output is a decree", "decree", ""),
        ("which ministry has the most decrees", "decree", ""),
        # A part of a name or a matter, cited, pointed at, or something else altogether.
        ("công nghệ chiến lược quá hạn", "", "công nghệ chiến lược"),
        ("bộ khcn danh mục công nghệ chiến lược quá hạn", "", "danh mục công nghệ chiến lược"),
        ("bộ tài chính luật thuế xuất khẩu quá hạn", "", "luật thuế xuất khẩu"),
        ("quy định pháp luật quá hạn của bộ tư pháp", "", None),
        ("luật này đã xong chưa", "", None),
        ("nghị định là gì", "", "nghị định"),
        ("nghị quyết nào giao việc cho bộ y tế", "", None),
        ("bộ y tế phải báo cáo gì", "", None),
        ("bộ nào chưa báo cáo", "", None),
        ("kế hoạch 02-KH/BCĐTW giao gì cho bộ y tế", "", None),
        ("bộ y tế có mấy cơ sở dữ liệu chưa kết nối", "", None),
        ("is MOH by law responsible for overdue tasks", "", None),
    ],
)
def test_a_kind_is_read_where_it_is_asked_for(
    base: KnowledgeBase, question: str, kinds: str, topic: str | None
) -> None:
    reading = base.read(question, TODAY)
    assert [each.kind for each in reading.outputs] == kinds.split()
    assert topic is None or reading.topic == topic


@pytest.mark.parametrize(
    ("question", "issuer", "codes"),
    [
        ("nghị quyết của quốc hội phải trình là gì", "assembly", {"71-31", "71-65"}),
        ("việc có kết quả là nghị quyết của chính phủ", "government", {"71-66", "71-70", "71-133"}),
        ("quyết định của bộ trưởng nào quá hạn", "minister", {"71-36", "71-73"}),
    ],
)
def test_who_issues_an_output_leads_nothing(base: KnowledgeBase, question: str, issuer: str, codes: set[str]) -> None:
    reading = base.read(question, TODAY)
    assert reading.agencies == ()
    assert reading.directives == ()
    assert [each.issuer for each in reading.outputs] == [issuer]
    assert {task["id"] for task in Asking(base, TODAY).ask(question)["tasks"]} == codes


def test_decisions_of_the_prime_minister(base: KnowledgeBase) -> None:
    for question in ("quyết định của ttg nào quá hạn", "decisions of the prime minister overdue"):
        assert base.read(question, TODAY).outputs == (Output("decision", "prime_minister"),)
        assert Asking(base, TODAY).ask(question)["total"] == 44
    of_one = Asking(base, TODAY).ask("quyết định của thủ tướng của bộ khcn quá hạn")
    assert [each["name"] for each in of_one["understood"]["agencies"]] == ["Bộ Khoa học và Công nghệ"]


@pytest.mark.parametrize(
    ("question", "own"),
    [
        ("luật của bộ tài chính", "71-17 71-18 71-22 71-23 71-24 71-25"),
        ("bộ tài chính phải sửa những luật nào", "71-17 71-18 71-22 71-23 71-24 71-25"),
        ("bộ công an có bao nhiêu nghị định", "71-35 71-55 71-56 07-2d.1"),
        ("which decrees must MPS draft", "71-35 71-55 71-56 07-2d.1"),
        ("bộ nội vụ nghị định nào", ""),
        ("nghị định nào phải trình 2026", "07-iii5a"),
        ("nghị định nào đến hạn 2026", "07-iii5a"),
        ("chiến lược nào quá hạn", "71-57 71-93 71-98 71-118 71-189 05-5c1.1"),
    ],
)
def test_lists_of_a_kind(base: KnowledgeBase, question: str, own: str) -> None:
    found = Asking(base, TODAY).ask(question)
    assert {task["id"] for task in found["tasks"] if not task["via_group"]} == set(own.split())


def test_kinds_are_counted_by_agency(base: KnowledgeBase) -> None:
    assert base.read("bộ nào nhiều nghị định nhất", TODAY).intent is Intent.GROUP
    told = Asking(base, TODAY).ask("bộ nào nhiều nghị định nhất")["answer"]
    assert "sản phẩm: nghị định" in told
    assert "Bộ Khoa học và Công nghệ" in told


def test_what_was_passed_already_stands_in_the_text(base: KnowledgeBase) -> None:
    found = Asking(base, TODAY).ask("nửa đầu 2025 Quốc hội làm được mấy luật, nêu trong thông báo 05")
    assert found["passages"]


@pytest.mark.parametrize(
    ("turns", "says", "total"),
    [
        (("luật quá hạn", "còn nghị định thì sao"), "quá hạn (22/11/2026) · sản phẩm: nghị định", 25),
        (("luật của bộ tài chính", "còn bộ khcn", "chỉ quá hạn"), "sản phẩm: luật", 5),
        (("nghị định của bộ khcn", "chỉ luật thôi"), "sản phẩm: luật", 6),
        (("luật của bộ tài chính", "bỏ luật đi"), "chủ trì: Bộ Tài chính · tiếp câu trước", 166),
        (("overdue laws", "and decrees?"), "output: decree", 25),
    ],
)
def test_a_kind_is_kept_in_follow_ups(base: KnowledgeBase, turns: tuple[str, ...], says: str, total: int) -> None:
    asking = Asking(base, TODAY, conversation=True)
    found = [asking.ask(turn) for turn in turns][-1]
    assert says in found["answer"]
    assert found["total"] == total


@pytest.mark.parametrize(
    "question",
    [
        "Chương trình công tác năm 2026 của Ban Chỉ đạo",
        "kế hoạch hành động của bộ y tế",
        "chương trình làm việc tuần này",
    ],
)
def test_a_programme_of_work_is_no_kind(base: KnowledgeBase, question: str) -> None:
    assert base.read(question, TODAY).outputs == ()
