"""What people type as their agency, and the agency they mean."""

import pytest

from knowledge.affiliation import AffiliationFinder, Kinship
from knowledge.base import KnowledgeBase


@pytest.fixture(scope="module")
def finder(base: KnowledgeBase) -> AffiliationFinder:
    return AffiliationFinder(base.registry)


@pytest.mark.parametrize(
    ("said", "agency", "kinship"),
    [
        ("BCA", "Bộ Công an", Kinship.ITSELF),
        ("bo y te", "Bộ Y tế", Kinship.ITSELF),
        ("Ministry of Health", "Bộ Y tế", Kinship.ITSELF),
        ("ubnd tinh nghe an", "Tỉnh Nghệ An", Kinship.ITSELF),
        ("hà nội", "Thành phố Hà Nội", Kinship.ITSELF),
        ("Bộ TT&TT", "Bộ Khoa học và Công nghệ", Kinship.FORMER),
        ("bộ kế hoạch và đầu tư", "Bộ Tài chính", Kinship.FORMER),
        ("tỉnh Bình Dương", "Thành phố Hồ Chí Minh", Kinship.FORMER),
        ("so khcn ha noi", "Thành phố Hà Nội", Kinship.UNIT),
        ("Sở KH&CN TP.HCM", "Thành phố Hồ Chí Minh", Kinship.UNIT),
        ("công an tỉnh nghệ an", "Tỉnh Nghệ An", Kinship.UNIT),
        ("quan hoan kiem ha noi", "Thành phố Hà Nội", Kinship.UNIT),
        ("Vụ Kế hoạch, Bộ Y tế", "Bộ Y tế", Kinship.UNIT),
        ("cục cntt bộ công an", "Bộ Công an", Kinship.UNIT),
        ("bộ công ann", "Bộ Công an", Kinship.ALIKE),
    ],
)
def test_the_first_offered_is_the_one_that_is_meant(
    finder: AffiliationFinder, said: str, agency: str, kinship: Kinship
) -> None:
    first = finder.find(said)[0]
    assert (first.agency, first.kinship) == (agency, kinship)


def test_a_unit_keeps_its_own_words(finder: AffiliationFinder) -> None:
    (only,) = finder.find("so khcn ha noi")
    assert only.written == "so khcn ha noi"
    assert not finder.is_name_of("so khcn ha noi", only.agency)
    assert finder.is_name_of("Hà Nội", only.agency)
    assert finder.is_name_of("", only.agency)


@pytest.mark.parametrize("said", ["", "   ", "?", "😀", "xyzzy", "123456789"])
def test_what_is_near_nothing_offers_nothing(finder: AffiliationFinder, said: str) -> None:
    assert finder.find(said) == ()


def test_every_agency_is_found_by_its_own_name(finder: AffiliationFinder) -> None:
    for agency in finder.registry.agencies.values():
        offered = [one.agency for one in finder.find(agency.name)]
        assert (agency.name in offered) is (agency.kind != "provincial_unit"), agency.name


def test_at_most_a_handful_is_offered_each_once(finder: AffiliationFinder) -> None:
    for said in ("viện", "ban", "đại học", "tỉnh", "bộ", "học viện", "tập đoàn"):
        offered = [one.agency for one in finder.find(said)]
        assert len(offered) == len(set(offered)) <= 4
