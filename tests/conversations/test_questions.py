"""Whole conversations: a person types, the real Application answers over HTTP."""

from tests.conftest import Town


async def test_the_first_question_is_answered_with_its_source(town: Town) -> None:
    official = town.person("official")
    shown = await official.ask("which tasks does Bộ Công an own due in Q1/2026")
    assert "lead: Bộ Công an · due: 01/01/2026 - 31/03/2026" in shown.text
    assert "1 task of its own" in shown.text
    assert "17-5c2.1" in shown.text
    assert "17-TB/CQTTBCĐ, Annex, item 5.c" in shown.text
    assert "+ 8 given to groups" in shown.text
    groups = await official.tap("Of its groups 8")
    assert "17-ii7p2.3" in groups.text
    assert groups.id == shown.id
    card = await official.tap("1")
    assert "Lead: " in card.text
    back = await official.tap("◂ List")
    assert back.text == groups.text


async def test_a_task_said_in_other_words_is_offered_as_such(town: Town) -> None:
    official = town.person("official")
    shown = await official.ask("ngộ độc thức ăn vỉa hè")
    assert "có vẻ nói về điều đó bằng chữ khác" in shown.text
    assert "71-89.104" in shown.text
    card = await official.tap("1")
    assert "an toàn thực phẩm" in card.text
    assert "vỉa hè" not in card.text  # the words that led there are nobody's directive


async def test_a_document_that_is_not_here_is_named_and_nothing_of_it_asserted(town: Town) -> None:
    shown = await town.person("official").ask("Nghị quyết 68 giao Bộ Tài chính việc gì?")
    assert shown.text.startswith("Tôi không có văn bản “Nghị quyết 68”")
    english = await town.person("admin").ask("what does Decree 13 say about personal data?")
    assert english.text.startswith("I do not have “Decree 13”")


async def test_what_may_be_meant_is_offered_as_buttons(town: Town) -> None:
    shown = await town.person("official").ask("kho giaays phép của tài xees xe công nghệ")
    assert shown.text.endswith("Có phải bạn hỏi một trong các việc này?")
    assert len(shown.buttons) == 4


async def test_of_a_document_that_no_task_makes_the_nearest_is_offered(town: Town) -> None:
    official = town.person("official")
    shown = await official.ask("luật công nghệ cao ai trình")
    assert shown.text.startswith("Không có việc nào xây dựng “luật công nghệ cao”")
    assert "Thời hạn" not in shown.text
    card = await official.tap(shown.buttons[0])
    assert "Thời hạn" in card.text
    english = await town.person("admin").ask("who leads the data law")
    assert english.text.startswith("No task in the directives I have is to make “Luật Dữ liệu”")


async def test_databases_that_are_connected_are_not_listed_and_the_others_one_tap_away(town: Town) -> None:
    official = town.person("official")
    shown = await official.ask("csdl nào đã kết nối trung tâm dữ liệu quốc gia")
    assert "chỉ nêu 37 CSDL chưa kết nối" in shown.text
    every = await official.tap("Mọi CSDL được theo dõi")
    assert "Chưa đủ tiêu chí: 8 · Chưa kết nối: 37" in every.text


async def test_partners_are_ranked_and_a_follow_up_ranks_those_of_another(town: Town) -> None:
    official = town.person("official")
    shown = await official.ask("bộ nào phối hợp với bộ y tế nhiều nhất")
    assert "1. Bộ Công an · 3 nhiệm vụ" in shown.text
    other = await official.ask("còn bộ công an thì sao")
    assert "1. Bộ Khoa học và Công nghệ · 3 nhiệm vụ" in other.text


async def test_our_ministry_is_the_askers(town: Town) -> None:
    shown = await town.person("official").ask("bộ mình quá hạn")
    assert "Bộ Y tế" in shown.text
