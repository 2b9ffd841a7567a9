"""English questions are read as the same questions in Vietnamese are, by whatever idiom they are asked."""

import pytest

from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, Reading
from knowledge.questions.english import in_plain_words
from tests.conftest import TODAY

# What is asked in Vietnamese, and the English questions that ask the same.
THE_SAME = {
    "việc Bộ Công Thương chủ trì quá hạn": (
        "Which MOIT-led tasks are past their deadline?",
        "Which of MOIT's tasks have slipped?",
        "Which MOIT-led tasks fell due and are late?",
        "Overdue stuff, MOIT, thx",
        "What is the Ministry of Industry and Trade late on?",
        "Which MOIT tasks should have been finished by now?",
        "tasks whose deadlines have already expired, MOIT",
        "past-due tasks of MOIT",
        "What has MOIT let slip past its due date?",
        "tasks in arrears at MOIT",
        "Has MOIT missed any deadlines?",
        "what has MOIT missed so far",
    ),
    "việc hằng năm của Bộ Tài chính": ("annual tasks of MOF", "what must MOF do every year"),
    "việc đến hạn từ 1/6 đến 30/9/2026 trong thông báo 329": (
        "what is due between 1 June and 30 September 2026 under 329/TB-VPCP",
        "tasks of the 329 notice that fall due from 1 June to 30 September 2026",
    ),
    "việc đến hạn quý III/2025": ("third-quarter 2025 tasks", "tasks due in the third quarter of 2025"),
    "việc Bộ Ngoại giao phối hợp": ("Which tasks does the Ministry of Foreign Affairs support other agencies on?",),
    "việc Bộ Công Thương còn hạn": ("Which MOIT tasks are still on track?", "MOIT tasks that are not yet due"),
    "việc chưa hoàn thành và chưa quá hạn": ("Tasks that are neither done nor overdue",),
    "việc Bộ Công Thương sắp quá hạn": ("Which MOIT tasks are at risk of being late?",),
    "việc Bộ Tài chính chưa hoàn thành": (
        "I'd like a list of everything MOF hasn't finished yet",
        "Which tasks are still pending at MOF?",
        "Ministry of Finance - anything outstanding?",
        "outstanding MOF tasks",
        "open items of the Ministry of Finance",
    ),
    "việc Bộ Công an đã hoàn thành": ("Which tasks has MPS wrapped up?", "What has MPS accomplished so far?"),
    "việc Bộ Công an chưa bắt đầu": ("Which MPS tasks have yet to begin?", "MPS tasks that nobody has begun"),
    "việc Bộ Công an chưa có báo cáo": (
        "Which tasks has MPS not reported on?",
        "Which tasks have had no progress report from MPS?",
    ),
    "việc Bộ Công an đang thực hiện": ("What is under way at the Ministry of Public Security?",),
    "việc Bộ Công an không có thời hạn": ("MPS tasks without any deadline", "Which MPS tasks have no due date?"),
    "việc thường xuyên Bộ Ngoại giao chủ trì": (
        "Which tasks is the Ministry of Foreign Affairs meant to carry out on an ongoing basis?",
        "standing duties of the Ministry of Foreign Affairs",
        "the regular, ongoing duties of the Ministry of Foreign Affairs",
        "What must MOFA do all year round?",
    ),
    "việc định kỳ Bộ Tài chính": (
        "annual tasks of MOF",
        "What has to be done every year by the Ministry of Finance?",
        "Which MOF tasks come round every quarter?",
    ),
    "việc Bộ Nội vụ phối hợp": (
        "Which tasks does MOHA support?",
        "Where does the Ministry of Home Affairs play second fiddle?",
        "In which tasks is the Ministry of Home Affairs only a partner?",
        "Which tasks involve the Ministry of Home Affairs as a partner?",
        "Tasks where MOHA co-ordinates",
    ),
    "việc liên quan Bộ Nội vụ": (
        "Everything the Ministry of Home Affairs has a hand in",
        "Ministry of Home Affairs tasks, lead plus coordinating",
        "Tasks where the Ministry of Home Affairs has either role",
    ),
    "việc chung của Bộ Khoa học và Công nghệ và Bộ Công an": (
        "Which tasks does MoST do jointly with MPS?",
        "Tasks led jointly by MoST and MPS",
    ),
    "việc Bộ Công Thương chủ trì Bộ Tài chính phối hợp": (
        "Which tasks led by MOIT are supported by MOF?",
        "Tasks led by MOIT in coordination with MOF",
    ),
    "việc quá hạn về trí tuệ nhân tạo": ("overdue AI tasks",),
    "bộ nào nhiều việc quá hạn nhất": (
        "Which ministries are the worst offenders on deadlines?",
        "who is the furthest behind",
        "who has the most overdue tasks",
    ),
    "việc Bộ Công an làm một mình": ("Which tasks does MPS do alone?",),
    "việc có trên 2 cơ quan chủ trì": ("tasks led by more than two agencies",),
    "việc Bộ Công an chủ trì": (
        "What is MPS on the hook for?",
        "Give me MPS's full to-do list",
        "What is asked of MPS?",
    ),
    "việc Bộ Công an hạn đến hết năm 2030": ("MPS tasks due by the end of this decade",),
    "việc Bộ Công an hạn đến cuối năm 2026": ("MPS deadlines by year end", "MPS tasks due before the year is out"),
    "việc Bộ Công an hạn quý IV/2025": (
        "Ministry of Public Security responsibilities with a deadline in Q4 2025",
        "MPS tasks due in the last quarter of 2025",
        "MPS tasks due in the final three months of 2025",
    ),
    "việc Bộ Công an hạn nửa cuối năm 2026": (
        "MPS tasks due in the second semester of 2026",
        "MPS tasks due in the back half of 2026",
    ),
    "việc Bộ Công an hạn 6 tháng đầu năm 2026": ("What had to be done by MPS in the first six months of 2026?",),
    "việc Bộ Công an hạn từ nay đến cuối năm": (
        "MPS tasks due from now until the end of the year",
        "MPS tasks due in the rest of the year",
    ),
    "việc hạn trong 7 ngày tới": ("Tasks due within a week",),
    "việc hạn 14 ngày tới": ("tasks due in the next fortnight", "tasks due in under two weeks"),
    "việc hạn quý I/2026 trừ Bộ Công an": (
        "Tasks due in Q1 2026 leaving aside the Ministry of Public Security",
        "with the exception of MPS, which tasks are due in Q1 2026",
        "tasks due in Q1 2026, MPS aside",
        "tasks due in Q1 2026 save for those led by MPS",
        "all tasks but those of MPS due in Q1 2026",
    ),
    "việc Bộ Công an trừ việc thường xuyên": ("MPS's tasks, ongoing ones excluded",),
    "việc giao riêng Bộ Tài chính": ("MOF's own tasks, not the shared ones",),
    "Bộ Xây dựng có bao nhiêu việc": (
        "How many jobs does the Ministry of Construction have?",
        "how many action items for the Ministry of Construction",
    ),
    "bộ nào nhiều việc nhất": ("Who has the heaviest workload?",),
    "bộ nào chưa báo cáo": ("which ministries haven't reported anything", "Who hasn't reported?"),
    "bộ nào đang quá hạn": ("Which ministries have fallen behind?",),
    "việc Bộ Công an trong nghị quyết 71": (
        "Tasks of MPS in Resolution 71 of the Government",
        "Government Resolution 71: MPS tasks",
        "việc Bộ Công an trong nghị quyết 71 của Chính phủ",
        "MPS tasks in Resolution No. 71",
    ),
    "việc trong thông báo 329": ("Tasks under the Prime Minister's notice", "việc trong thông báo 329 của Thủ tướng"),
    "việc hạn quý I/2026 trong thông báo 17": (
        "Tasks due Q1 2026 in the Central committee's Notice 17",
        "việc nào hạn quý I/2026 trong Thông báo 17 của Trung ương",
    ),
    "việc Bộ Công an trong thông báo 05 và thông báo 07": (
        "tasks from Notices 05 and 07 for MPS",
        "việc Bộ Công an trong thông báo 05 và 07",
    ),
}


def conditions(reading: Reading) -> tuple[object, ...]:
    """What a reading asks for, without its words."""
    return (
        reading.intent,
        [(ask.name, ask.role) for ask in reading.agencies],
        [(ask.name, ask.role) for ask in reading.excluded],
        (reading.period.first, reading.period.last) if reading.period else None,
        set(reading.states),
        reading.directives,
        reading.topic,
        reading.grouping,
        reading.parties,
        reading.together,
        set(reading.but_states),
        reading.groups_too,
        reading.unread,
    )


@pytest.mark.parametrize(
    ("english", "vietnamese"), [(english, vi) for vi, questions in THE_SAME.items() for english in questions]
)
def test_english_asks_what_vietnamese_asks(base: KnowledgeBase, english: str, vietnamese: str) -> None:
    assert conditions(base.read(english, TODAY)) == conditions(base.read(vietnamese, TODAY))


@pytest.mark.parametrize(
    "question",
    [
        "Is Vietnam lagging behind the world in semiconductors?",
        "What support do businesses get?",
        "How many jobs will be created by AI?",
    ],
)
def test_what_is_said_of_other_things_is_no_condition(base: KnowledgeBase, question: str) -> None:
    reading = base.read(question, TODAY)
    assert (reading.states, reading.agencies) == ((), ())
    assert reading.intent is not Intent.COUNT


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Which MPS tasks haven't started?", "Which MPS tasks not started?"),
        ("What must be done by MPS?", "What must deliver by MPS?"),
        ("việc nào quá hạn", "việc nào quá hạn"),
        ("quantum computing", "quantum computing"),
    ],
)
def test_only_idioms_are_said_otherwise(question: str, plain: str) -> None:
    said = in_plain_words(question, lambda words: "MPS" in words, TODAY)
    assert " ".join(said.split()).replace(" ?", "?") == plain


@pytest.mark.parametrize(
    "question",
    ["which tasks did they hook up with Cho Ray", "warn of floods", "what the cook must know", "hand in hand"],
)
def test_english_words_are_no_slips(base: KnowledgeBase, question: str) -> None:
    assert base.vocabulary.plain(question)[1] == ()


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("How many undersea internet cables by 2030?", "cáp quang biển"),
        ("digitisation of big hospitals such as Cho Ray and Bach Mai", "Chợ Rẫy"),
        ("What is said about cyber security?", "an ninh mạng"),
        ("data on car crashes", "tai nạn giao thông"),
        ("national data centers", "Trung tâm dữ liệu quốc gia"),
        ("how many products have a named party to carry them out", "chủ thể thực hiện"),
    ],
)
def test_english_words_become_those_of_the_directives(base: KnowledgeBase, question: str, topic: str) -> None:
    assert topic in base.read(question, TODAY).topic


def test_a_word_that_nothing_knows_is_told_and_filters_nothing(base: KnowledgeBase) -> None:
    reading = base.read("Which overdue MOIT tasks wobbled?", TODAY)
    assert (reading.topic, reading.unread) == ("", ("wobbled",))
    assert base.read("overdue MOIT tasks on chatbots", TODAY).topic == "chatbots"  # named as the matter


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("MOFA: has it let any Notice 329 deadline slip?", "việc Bộ Ngoại giao chủ trì quá hạn trong thông báo 329"),
        ("In what is Ho Chi Minh City named as a coordinator?", "việc TP.HCM phối hợp"),
        ("Hanoi, as lead or coordinating city, appears in which tasks?", "việc Hà Nội chủ trì hoặc phối hợp"),
        (
            "ongoing duties that MOST leads in Resolution 71 - can u list",
            "việc thường xuyên Bộ KH&CN chủ trì trong NQ71",
        ),
    ],
)
def test_the_rest_of_an_idiom_is_no_topic(base: KnowledgeBase, english: str, vietnamese: str) -> None:
    asked, meant = base.read(english, TODAY), base.read(vietnamese, TODAY)
    assert asked.intent is meant.intent is Intent.LIST
    assert [(each.name, each.role) for each in asked.agencies] == [(each.name, each.role) for each in meant.agencies]
    assert (asked.topic, asked.states, asked.directives) == ("", meant.states, meant.directives)
