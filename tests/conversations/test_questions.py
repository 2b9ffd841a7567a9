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
