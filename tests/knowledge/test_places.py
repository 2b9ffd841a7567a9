"""Places of a list in a report: what counts a task, and what is a code, a day or a share."""

import pytest

from knowledge.reporting import LAST_PLACE, places_in
from knowledge.text import tidy


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("việc 7 đã xong 20/11", [7]),
        ("viec 3 xong hom qua", [3]),
        ("viec so 4 xong r", [4]),
        ("viec3 xong", [3]),
        ("việc thứ ba cũng xong", [3]),
        ("cái 2 được 40%", [2]),
        ("số 4 xong rồi", [4]),
        ("việc đầu tiên chưa làm được", [1]),
        ("việc cuối cùng xong rồi", [LAST_PLACE]),
        ("the second one is done", [2]),
        ("task 3 done", [3]),
        ("việc 1, 2 và 4 xong rồi", [1, 2, 4]),
        ("việc 1 và việc 2 xong, việc 3 mới 70%", [1, 2, 3]),
        ("việc 3, 80%", [3]),
        ("việc 71-7 xong", []),
        ("việc 71/7 xong", []),
        ("việc 89.7 xong", []),
        ("việc 20/11 đã xong", []),
        ("việc 80% đã xong", []),
        ("việc 3 tháng đầu năm xong", []),
        ("việc cuối năm đã xong", []),
        ("việc đầu tư hạ tầng đã xong", []),
        ("đã ban hành công văn số 12 rồi", []),
        ("đã xong 3 việc", []),
    ],
)
def test_places(text: str, numbers: list[int]) -> None:
    assert [place.number for place in places_in(tidy(text))] == numbers


def test_only_the_first_of_several_holds_the_word_before_it() -> None:
    text = tidy("báo cáo việc 1 và 2 xong")
    assert [text[place.start : place.end] for place in places_in(text)] == ["việc 1", "2"]
