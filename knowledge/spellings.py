"""Other ways to write a name that follow from its words: abbreviations, heads of agencies, places, English order."""

from collections.abc import Iterator
from itertools import combinations

from knowledge.text import squeeze, tidy, tokens

# What people write shorter or otherwise inside a name.
_PIECES = (
    ("ủy ban nhân dân", "ubnd"),
    ("hội đồng nhân dân", "hđnd"),
    ("mặt trận tổ quốc", "mttq"),
    ("khoa học và công nghệ", "khcn"),
    ("khoa học công nghệ", "khcn"),
    ("chính trị quốc gia", "ctqg"),
    ("chính sách xã hội", "csxh"),
    ("thanh niên cộng sản", "tncs"),
    ("liên hiệp phụ nữ", "lhpn"),
    ("cựu chiến binh", "ccb"),
    ("phát triển nông thôn", "ptnt"),
    ("chuyển đổi số", "cđs"),
    ("đổi mới sáng tạo", "đmst"),
    ("an ninh mạng", "anm"),
    ("dữ liệu quốc gia", "dlqg"),
    ("tổng công ty", "tct"),
    ("nhà xuất bản", "nxb"),
    ("ban chỉ đạo", "bcđ"),
    ("hồ chí minh", "hcm"),
    ("việt nam", "vn"),
    ("trung ương", "tw"),
    ("chính phủ", "cp"),
    ("quốc hội", "qh"),
    ("quốc gia", "qg"),
    ("văn phòng", "vp"),
    ("ngân hàng", "nh"),
    ("nhà nước", "nn"),
    ("nhân dân", "nd"),
    ("thành phố", "tp"),
    ("đại học", "đh"),
    ("trung tâm", "tt"),
    ("đảng ủy", "đảng bộ"),
    ("ủy ban", "ub"),
    (" và ", " "),
    (" and ", " "),
    ("organisation", "organization"),
    ("organization", "organisation"),
    ("organisation", "organising"),
    ("organisation", "organizing"),
    ("mobilisation", "mobilization"),
    ("labour", "labor"),
    ("defence", "defense"),
    ("center", "centre"),
)
_PIECES_AT_ONCE = 3
# Shorter than this the letters could be anything.
_FEWEST_LETTERS = 5


def variants(name: str) -> Iterator[str]:
    """Yield what is written for `name` as well: "vp trung ương đảng", "Ministry of National Defense"."""
    whole = " ".join(token.raw for token in tokens(tidy(name).lower()))
    found = [pair for pair in _PIECES if f" {pair[0].strip()} " in f" {whole} "]
    for count in range(1, min(len(found), _PIECES_AT_ONCE) + 1):
        for pairs in combinations(found, count):
            written = whole
            for long, short in pairs:
                written = written.replace(long, short)
            if len(squeeze(written)) >= _FEWEST_LETTERS and " " in written:
                yield written


def minister(name: str) -> Iterator[str]:
    """Yield the titles of a ministry's head and its name in the other English order."""
    if name.startswith("Bộ ") or (name.startswith("B") and name[1:].isupper()):
        yield from (f"Bộ trưởng {name}", f"Thứ trưởng {name}")
    if name.startswith("Bộ "):
        yield f"Bộ trưởng {name.removeprefix('Bộ ')}"
    if name.startswith("Ministry of "):
        field = name.removeprefix("Ministry of ").removeprefix("the ")
        yield from (f"{field} Ministry", f"Minister of {field}", f"Minister for {field}", f"{field} Minister")


_PARTYS = ("Party Central Committee's ", "Central Party ", "Central ", "Party ")


def commission(name: str) -> Iterator[str]:
    """Yield how one of the Party's commissions ("Central Organisation Commission") is named in English as well."""
    field = next((name.removeprefix(head) for head in _PARTYS if name.startswith(head)), name)
    if field.startswith("Commission for "):
        field = field.removeprefix("Commission for ")
    elif field.endswith(" Commission"):
        field = field.removesuffix(" Commission")
    else:
        return
    for head in ("", *_PARTYS):
        yield from (f"{head}{field} Commission", f"{head}Commission for {field}", f"{head}Commission on {field}")


_BODIES = ("UBND", "Ủy ban nhân dân", "Chủ tịch UBND", "Chủ tịch Ủy ban nhân dân", "HĐND", "Hội đồng nhân dân")


def place(name: str) -> Iterator[str]:
    """Yield how the province or city `name` ("Tỉnh Lào Cai") and its bodies are written, also in English."""
    kind, _, bare = name.rpartition("Thành phố ") if name.startswith("Thành phố ") else name.rpartition("Tỉnh ")
    if kind or not bare:
        return
    city = name.startswith("Thành phố ")
    bares = (bare, "HCM", "HCMC") if bare == "Hồ Chí Minh" else (bare,)
    for each in bares:
        titled = (f"thành phố {each}", f"TP {each}") if city else (f"tỉnh {each}",)
        for party in (f"Thành ủy {each}", f"Thành ủy TP {each}") if city else (f"Tỉnh ủy {each}",):
            yield from (party, f"Bí thư {party}", f"Ban Thường vụ {party}", f"Thường trực {party}")
        for whole in titled:
            yield from (whole, f"Chủ tịch {whole}", f"lãnh đạo {whole}", f"chính quyền {whole}")
            yield from (f"{body} {whole}" for body in _BODIES)
        yield from (f"{body} {each}" for body in _BODIES)
        for english in (f"{each} City", f"City of {each}") if city else (f"{each} Province", f"Province of {each}"):
            yield from (english, f"{english} People's Committee", f"People's Committee of {english}")
        yield from (f"{each} People's Committee", f"People's Committee of {each}")
        if not city:
            yield f"{each} Provincial People's Committee"
