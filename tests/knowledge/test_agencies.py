"""Agencies found under the names that people write, and not found in words that only look like them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.agencies import Registry
from knowledge.errors import UnknownAgencyError
from knowledge.loading import load_corpus
from knowledge.text import fold, squeeze, tidy

BCA, BYT, BNV, BTC, BKHCN = "Bộ Công an", "Bộ Y tế", "Bộ Nội vụ", "Bộ Tài chính", "Bộ Khoa học và Công nghệ"
HCM = "Thành phố Hồ Chí Minh"
REGISTRY = load_corpus().registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    return REGISTRY


AS_WRITTEN = {
    BCA: "BCA|bca|bo cong an|Bộ CA|BỘ CÔNG AN|bo cong ann|Bộ Công An|Ministry of Public Security|MPS",
    BKHCN: "BKHCN|bộ kh&cn|Bo KHCN|MOST|Bộ Khoa học, Công nghệ|bo khoa hoc cong nghe|Bộ TT&TT|BTTTT|Bộ 4T"
    "|Bộ Thông tin và Truyền thông|bo thong tin truyen thong",
    BYT: "BYT|bo y te|Bộ Y Tế|Ministry of Health",
    BTC: "BTC|Bộ KHĐT|Bộ KH&ĐT|BKHĐT|Bộ Kế hoạch và Đầu tư|bo ke hoach dau tu|bo tai chinh",
    BNV: "BNV|LĐTBXH|Bộ LĐTBXH|Bộ Lao động - Thương binh và Xã hội",
    "Bộ Giáo dục và Đào tạo": "bộ giao duc dao tao|BGDĐT|bo gd va dt|bộ giáo dục và đào tạoo",
    "Bộ Xây dựng": "Bộ GTVT|Bộ Giao thông vận tải|BXD",
    "Bộ Nông nghiệp và Môi trường": "Bộ NN&MT|Bộ TN&MT|Bộ NN&PTNT|bo nong nghiep moi truong",
    "Ngân hàng Nhà nước Việt Nam": "NHNN|ngan hang nha nuoc|State Bank of Vietnam|SBV",
    "Văn phòng Chính phủ": "VPCP|van phong chinh phu",
    "Thành phố Hà Nội": "UBND thành phố Hà Nội|Hà Nội|ha noi|UBND TP Hà Nội",
    HCM: "TPHCM|TP HCM|tp.hcm|TP. Hồ Chí Minh|tỉnh Bình Dương|Bà Rịa - Vũng Tàu|Sài Gòn",
    "Tỉnh Khánh Hòa": "Khánh Hòa|Khánh Hoà|khanh hoa",
    "Các bộ, ngành": "các bộ, ngành|bộ ngành|cac bo nganh",
    "Các địa phương": "các địa phương|các tỉnh, thành phố|34 tỉnh, thành phố",
}


@pytest.mark.parametrize(("words", "name"), [(w, name) for name, row in AS_WRITTEN.items() for w in row.split("|")])
def test_a_name_as_people_write_it(registry: Registry, words: str, name: str) -> None:
    assert registry.resolve(words) == name


AS_SPOKEN = {
    BYT: "Bộ trưởng Y tế|Health Ministry|MoH|Minister of Health|the health ministry|bên y tế|Bộ YT",
    BCA: "Bộ trưởng BCA|bên công an|lãnh đạo Bộ Công an|Public Security Ministry|MoPS",
    BNV: "Home Affairs|Ministry of Labor|Ministry of the Interior|Bộ Lao động, Thương binh và Xã hội|MOLISA",
    BTC: "Finance Ministry|Ministry of Planning and Investment|siêu ủy ban|Ủy ban Giám sát tài chính Quốc gia",
    BKHCN: "Science Ministry|MoST|Bộ trưởng KH&CN|Ministry of Information and Communications|Bộ Thông tin",
    "Bộ Quốc phòng": "Ministry of Defense|Defence Ministry|Bộ trưởng Quốc phòng|bên quân đội",
    "Bộ Nông nghiệp và Môi trường": "Agriculture Ministry|Environment Ministry|Bộ Nông nghiệp và PTNT|Bộ Tài nguyên",
    "Bộ Xây dựng": "Ministry of Transport|Bộ trưởng Giao thông vận tải|Construction Minister",
    "Ngân hàng Nhà nước Việt Nam": "Thống đốc|Thống đốc NHNN|Ngân hàng NN|State Bank|the central bank",
    "Thanh tra Chính phủ": "Tổng Thanh tra|bên thanh tra|the Government Inspectorate|Inspector General",
    "Văn phòng Chính phủ": "VP Chính phủ|Văn phòng CP|Chủ nhiệm VPCP|Government Office",
    "Văn phòng Trung ương Đảng": "VP TW Đảng|Văn phòng TW|the Party's Central Office|Party Central Committee Office",
    "Tòa án nhân dân tối cao": "Chánh án TANDTC|Supreme Court|tòa tối cao|ngành tòa án",
    "Viện kiểm sát nhân dân tối cao": "Supreme Procuracy|the Procuracy|VKS tối cao|Viện trưởng VKSND tối cao",
    "Đài Truyền hình Việt Nam": "đài truyền hình VN|Đài VTV",
    "Đại học Quốc gia Hà Nội": "ĐHQG HN|ĐH Quốc gia Hà Nội|VNU Hanoi",
    "Ủy ban Văn hóa và Xã hội": "Ủy ban Xã hội của Quốc hội|UB Văn hóa và Xã hội|Ủy ban Văn hóa, Giáo dục",
    "Thành phố Hà Nội": "Hanoi City|Chủ tịch UBND TP Hà Nội|Hanoi People's Committee|Hà Tây",
    HCM: "HCM City|HCMC|Saigon|Bí thư Thành ủy TP.HCM|Bà Rịa|Binh Duong province|UBND tỉnh Bà Rịa - Vũng Tàu",
    "Thành phố Huế": "Thừa Thiên - Huế|Hue City",
    "Tỉnh Đắk Lắk": "Đăk Lăk|Đắc Lắc|Daklak|Phu Yen province",
    "Tỉnh Lâm Đồng": "Đăk Nông|tỉnh Bình Thuận",
    "Tỉnh Lai Châu": "Chủ tịch UBND tỉnh Lai Châu|Bí thư Tỉnh ủy Lai Châu|HĐND tỉnh Lai Châu",
    "Các địa phương": "các tỉnh|34 tỉnh thành|tất cả các tỉnh|UBND các tỉnh|all provinces|provincial authorities",
    "Các bộ, ngành": "các Bộ trưởng|tất cả bộ ngành|all the ministries|line ministries",
    "Các cơ quan liên quan": "relevant ministries|các đơn vị liên quan",
    "Các xã, phường": "communes and wards|xã, phường, thị trấn",
}


@pytest.mark.parametrize(("words", "name"), [(w, name) for name, row in AS_SPOKEN.items() for w in row.split("|")])
def test_a_name_as_people_say_it_alone_and_in_a_question(registry: Registry, words: str, name: str) -> None:
    assert registry.resolve(words) == name
    assert [m.name for m in registry.mentions(f"việc của {words} trong quý I/2026")] == [name]
    assert [m.name for m in registry.mentions(f"viec cua {words} trong quy I/2026")] == [name]


def test_the_63_provinces_of_before_lead_to_the_34_of_today(registry: Registry) -> None:
    provinces = [a for a in registry.agencies.values() if a.kind == "province"]
    merged = [(f.name, a.name) for a in provinces for f in a.former_names if f.until == "2025-07-01"]
    assert len(provinces) + len(merged) == 63
    for old, new in merged:
        bare = old.removeprefix("Tỉnh ")
        for words in (old, bare, fold(bare), f"UBND {fold(old)}", f"{fold(bare)} province"):
            assert registry.resolve(words) == new, words


@pytest.mark.parametrize("words", ["", "bộ", "ủy ban", "abc", "Bộ Thần kỳ", "329/TB-VPCP", "***", "Chính phủ điện tử"])
def test_an_unknown_name_is_no_agency(registry: Registry, words: str) -> None:
    with pytest.raises(UnknownAgencyError):
        registry.resolve(words)


def named() -> list[tuple[str, str]]:
    """Every spelling of the registry that is not marked as ambiguous, with its owner."""
    rows = []
    for agency in REGISTRY.agencies.values():
        unsure = {squeeze(words) for words in agency.ambiguous}
        former = (words for f in agency.former_names for words in (f.name, *f.abbreviations))
        spellings = (agency.name, agency.short, *agency.abbreviations, *agency.other_names, *former)
        rows += [(words, agency.name) for words in spellings if squeeze(words) not in unsure]
    for group in REGISTRY.groups.values():
        rows += [(words, group.name) for words in (group.name, group.short, *group.aliases)]
    return rows


def test_every_name_of_the_registry_is_its_owners(registry: Registry) -> None:
    wrong = [(words, registry.resolve(words)) for words, owner in named() if registry.resolve(words) != owner]
    wrong += [(fold(w), registry.resolve(fold(w))) for w, owner in named() if registry.resolve(fold(w)) != owner]
    assert wrong == []


def test_every_canonical_name_is_found_whole_in_a_sentence(registry: Registry) -> None:
    for name in (*registry.agencies, *registry.groups):
        found = registry.mentions(f"nhiệm vụ của {name} trong quý I/2026")
        assert [m.name for m in found] == [name], name


MENTIONS = [
    ("Bộ Công an và Bộ Y tế chưa báo cáo", [BCA, BYT]),
    ("Bộ Công an, Y tế và Nội vụ", [BCA, BYT, BNV]),
    ("bo cong an, y te va noi vu", [BCA, BYT, BNV]),
    ("các Bộ: Nội vụ, Ngoại giao, Tư pháp", [BNV, "Bộ Ngoại giao", "Bộ Tư pháp"]),
    ("Bộ Nông nghiệp và Môi trường", ["Bộ Nông nghiệp và Môi trường"]),
    ("Bộ Khoa học, Công nghệ, Bộ Tài chính", [BKHCN, BTC]),
    ("bca lam gi", [BCA]),
    ("nội vụ phải làm gì", [BNV]),
    ("what must MOST do", [BKHCN]),
    ("which tasks does the Ministry of Health lead", [BYT]),
    ("Hà Nội và TP.HCM", ["Thành phố Hà Nội", HCM]),
    ("việc của UBND tỉnh Quảng Ninh", ["Tỉnh Quảng Ninh"]),
    ("các bộ, ngành, địa phương", ["Các bộ, ngành", "Các địa phương"]),
    ("phân công Bộ Công an chủ trì", [BCA]),
    ("phan cong bo cong an chu tri", [BCA]),
    ("cần Bộ Y tế phối hợp", [BYT]),
    ("hành động Bộ Y tế phải làm", [BYT]),
    ("toàn Bộ Công an", [BCA]),
    ("cán bộ Bộ Y tế", [BYT]),
    ("nội bộ Bộ Công an", [BCA]),
    ("Bộ trưởng Bộ Công an", [BCA]),
    ("theo 329/TB-VPCP, Bộ Y tế", [BYT]),
    ("mấy việc Bộ Khoa học chủ trì", [BKHCN]),
    ("viec bo khoa hoc chu tri", [BKHCN]),
    ("bộ y tê chủ trì gì", [BYT]),  # a slip of a mark: nothing else is called "bộ"
    ("Bộ nội vu hạn 2026", [BNV]),
    ("everything assigned to the Central Organising Commission", ["Ban Tổ chức Trung ương"]),
    ("Central Organization Commission", ["Ban Tổ chức Trung ương"]),
    ("Party Commission for Policies and Strategies", ["Ban Chính sách, chiến lược Trung ương"]),
    ("Internal Affairs Commission of the Party", ["Ban Nội chính Trung ương"]),
    ("which jobs fall to People's Committees", ["Các địa phương"]),
]


@pytest.mark.parametrize(("text", "names"), MENTIONS)
def test_agencies_in_running_text(registry: Registry, text: str, names: list[str]) -> None:
    assert [m.name for m in registry.mentions(text)] == names


NO_AGENCY = (
    "cán bộ y tế|can bo y te|cán bộ công an|CÁN BỘ Y TẾ|nội bộ|đồng bộ tài chính|toàn bộ tài chính"
    "|tiến bộ khoa học và công nghệ|công bố khoa học|cong bo khoa hoc|phân bổ tài chính|diễn biến|dien bien"
    "|công nghệ an ninh|CÔNG NGHỆ AN NINH|bộ ngành nào|bộ, ngành nào chậm nhất|bộ tiêu chí|bo tieu chi|bộ chỉ số"
    "|bộ công cụ|bộ máy|bộ phận một cửa|bộ luật|329/TB-VPCP|380/KHPH-BCA-BXD-BTC|07-TB/CQTTBCĐ|1552/BTTTT-TTH"
    "|y tế điện tử|hồ sơ y tế|phát triển khoa học, công nghệ|KHCN|most of the tasks|Most tasks|mốc thời gian"
    "|moc thoi gian|quản trị|tài nguyên số|kinh tế nhà nước|công an xã|sở y tế|an ninh quốc phòng"
    "|xây dựng nghị định|thể thao và du lịch|Prime Minister's directive|cac du lieu|chia se cac du lieu|cac tinh nang"
    "|cơ sở KHCN|chuyển đổi số, KHCN|công bố thông tin|danh muc bo thong tin toi thieu|toàn bộ tài nguyên số|mot cua"
    "|quân đội|opportunities for businesses|tax for universities|central bank digital currency|hạ nam|lo ngân sách"
    "|hồ sơ tòa án điện tử|digital party committees|police clearance"
    "|danh mục bộ thông tin tối thiểu|Cán Bộ Khoa học|các cán bộ khoa học"
).split("|")  # fmt: skip


@pytest.mark.parametrize("text", NO_AGENCY)
def test_words_that_only_look_like_an_agency(registry: Registry, text: str) -> None:
    assert registry.mentions(text) == []


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("Bộ TT&TT còn việc gì", BKHCN, "Bộ Thông tin và Truyền thông"),
        ("việc của tỉnh Bình Dương", HCM, "Tỉnh Bình Dương"),
        ("bo cong ann qua han", BCA, "bo cong ann"),
        ("Bộ Công an", BCA, ""),
        ("BCA", BCA, ""),
    ],
)
def test_what_was_read_otherwise_than_written_is_told(registry: Registry, text: str, name: str, written: str) -> None:
    (mention,) = registry.mentions(text)
    assert (mention.name, mention.written) == (name, written)


def test_a_group_is_marked_as_one(registry: Registry) -> None:
    ministry, group = registry.mentions("Bộ Công an và các địa phương")
    assert (ministry.is_group, group.is_group) == (False, True)


PIECES = st.lists(
    st.sampled_from(
        (
            "bộ Bộ bo công an cong Công An y tế nội vụ cán can và, các ngành nào của BCA BYT 329/TB-VPCP TPHCM Hà Nội"
            " KHCN . : & \u0301 địa phương"
        ).split()
    ),
    max_size=30,
).map(" ".join)


@given(st.one_of(st.text(max_size=300), PIECES))
def test_any_text_gives_mentions_in_order_that_do_not_overlap(text: str) -> None:
    end = 0
    for mention in REGISTRY.mentions(text):
        assert mention.name in REGISTRY
        assert end <= mention.start < mention.end <= len(tidy(text))
        end = mention.end


@given(st.text(max_size=60))
def test_any_words_are_a_known_agency_or_a_clear_error(words: str) -> None:
    with suppress(UnknownAgencyError):
        assert REGISTRY.resolve(words) in REGISTRY


# ---- groups ----


def test_the_country_has_34_provinces_and_17_ministries(registry: Registry) -> None:
    kinds = [agency.kind for agency in registry.agencies.values()]
    assert (kinds.count("province"), kinds.count("ministry"), kinds.count("ministry_level")) == (34, 14, 3)
    assert len(registry.groups["Các địa phương"].members) == 34
    assert len(registry.groups["Các bộ, cơ quan ngang bộ"].members) == 17


@pytest.mark.parametrize(
    ("agency", "group", "belongs"),
    [
        (BCA, "Các bộ, ngành", True),
        ("Ngân hàng Nhà nước Việt Nam", "Các bộ, ngành", True),
        ("Thành phố Hà Nội", "Các địa phương", True),
        ("Thành phố Hà Nội", "Các thành phố trực thuộc Trung ương", True),
        ("Thành phố Hà Nội", "Các bộ, ngành", False),
        (BCA, "Các địa phương", False),
        ("Tỉnh Quảng Ninh", "Các thành phố trực thuộc Trung ương", False),
    ],
)
def test_who_belongs_to_which_group(registry: Registry, agency: str, group: str, belongs: bool) -> None:
    assert (agency in registry.groups[group].members) is belongs
    assert (group in registry.groups_of(agency)) is belongs


def test_no_group_names_a_member_twice_or_one_that_is_unknown(registry: Registry) -> None:
    for group in registry.groups.values():
        assert len(set(group.members)) == len(group.members), group.name
        assert set(group.members) <= set(registry.agencies), group.name


def test_names_for_cards_fall_back_to_the_name_itself(registry: Registry) -> None:
    assert registry.short(BKHCN) == "Bộ KH&CN"
    assert registry.english("Các địa phương") == "Localities"
    assert (registry.short("Đoàn kiểm tra"), registry.english("Đoàn kiểm tra")) == ("Đoàn kiểm tra",) * 2
