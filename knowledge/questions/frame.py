"""The words that frame a question and carry no topic, with their marks: "cho hỏi", "của", "hả em", "which", "please"."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from knowledge.patterns import any_of
from knowledge.text import fold, is_syllable, tidy, tokens

_PHRASES = """
ai | anh | bạn | bao giờ | bao nhiêu | bao nhiêu phần trăm | bị | biết | bộ nào | các | cần | chỉ | chị | chi tiết | chịu trách nhiệm | cho | cho hỏi
chủ trì | có | cơ quan nào | còn | công tác | công việc | của | đã | đang | danh sách | đầu mối | đầu ra của | đầu việc | đây | đấy
đến | đến hạn | do | đó | đơn vị nào | được | được giao | em | gấp nhất | gì | giao | giao cho | giúp | hạn | hạn chót | hay | hết | hiện nay | hiện giờ
hoàn thành | hỏi | kết quả của | khẩn cấp nhất | khẩn nhất | khi nào | không | kiếm | là | làm | làm ơn | lâu nhất | liên quan | liệt kê
lúc nào | mà | máy | mấy | mình | muộn | muốn | muốn biết | nào | này | nay | ngay | ngày nào | văn bản chỉ đạo | nq57 | nq 57 | nghị quyết 57-nq/tw | nghị quyết số 57-nq/tw
nghị quyết 57 | nghị quyết số 57 | nhá | nhé | nhỉ | nha
nhiệm vụ | như thế nào | những | nữa | ở | ơi | phải | phối hợp | phụ trách | quan trọng nhất | ra sao | sản phẩm của | sẽ | sớm nhất | tại
tất cả | thế nào | theo | thì | thôi | thời hạn | thực hiện | tìm | toàn bộ | tôi | trong | từ | ưu tiên nhất | và | văn bản | vào | về
việc | với | vui lòng | xem | xin | xong | ạ | vậy | thưa | bác | cô | chú | sếp | rồi | giờ | hả | hử | dùm | giùm | hộ | đi | thế | hồi | trước đây
ngày trước | ngày xưa | trước kia | cũ | bên | phía | theo dõi | nhớ | nghe nói | kể | nhắc | cụ thể | cái | chưa | vừa | luôn | cũng | đều | nên | gửi | báo
hiện | bây giờ | anh chị | tớ | bọn | họ | nó | ấy | kia | lại | lên | hình như | chắc | ra | nói | nói về | nói gì | quy định | đề cập | nêu | ghi
tóm tắt | nội dung | gồm | gồm những | bao gồm | thông tin về | cho biết | cho xem | hướng dẫn em | tra | tra cứu | kiểm tra giúp | rà giúp | gấp | mới | sao | tự nhiên
lo | chịu | lãnh | đứng | đứng thứ | đứng thứ mấy | phần trăm | số mấy | nhiêu | bn | ntn | k | ko | dc | đc | vs | nv | j | thứ | trên | hiểu | giải thích | à | ừ | ok | nhờ
tên | tên là | gọi là | nghĩa là | tức là | kiểu | loại | trách nhiệm | chỗ | đâu | đâu rồi | ở đâu | mục nào | phần nào | đoạn nào | điều nào | liệu | có phải | đúng không | phải không | hay chưa
là sao | thì sao | là thế nào | thì thế nào | là như thế nào | thì làm thế nào | làm sao | chỗ nào | ở chỗ nào | vì sao | tại sao | bao lâu | là ai
vai | vai trò | sự tham gia | tham gia phối hợp | hoặc | cả | lẫn | tổng | tổng cộng | tổng số | nhanh | chút | tí | gái | trai | nhà | cháu | con | trời | quá | dạ | chào | chung | đích danh | riêng | tính | kể cả | tính cả
đúng ngày | chúng tôi | chúng em | các bác | viết | làm báo cáo | họp | giao ban | mục | đúng | quý vị | đồng chí | chính xác | đi họp | báo cáo lãnh đạo | nhiu | bao nhiu | nhìu | bao nhìu | sl | số lượng | vậy ạ | v | ông | trọng yếu | trọng tâm | toàn | ngoài | khác
thắc mắc | vừa hỏi | quên mất | quên béng mất | vụ | xíu | tẹo | mã | mã nào | ta | ơ | bên mình | nhà mình | kiểu như | tức | trọn | đòi | đặt ra | cầm | tới đâu | đến đâu
tới đâu rồi | đến đâu rồi | xếp giúp | xếp hộ | cứ | nghen | hén | dạo này | hiện thời | vẫn | trích | trích dẫn | câu nào | câu | đoạn | ghi rõ | nói rõ | nhắc đến | nhắc tới
đề cập đến | đề cập tới | liên quan đến | liên quan tới | dính tới | dính đến | bảo | bảo là | dặn | thuộc | thuộc về | tương ứng | hỏi xíu | chắc là | không biết | con số | mấy cái | mọi | từng
kết quả phải đạt | kết quả đầu ra | sản phẩm đầu ra | sản phẩm phải có
cơ quan phối hợp | đơn vị phối hợp | cơ quan chủ trì | đơn vị chủ trì | cơ quan thực hiện
tới hạn | rơi vào | hạn rơi vào | cho e | e xin | e cần | e hỏi | giúp e | đứng tên
ủa | coi | coi giùm | coi giúp | check | check giúp | số việc | số nhiệm vụ | cần số | có mặt | đọc cho | trong khoảng | khoảng từ | vào khoảng | lãnh đạo bộ | lãnh đạo hỏi | lãnh đạo bộ hỏi | lãnh đạo cần | lãnh đạo yêu cầu | tổng hợp giúp | tổng hợp cho | thống kê giúp | lọc giúp | lọc cho | lọc ra | rà soát giúp | soạn giúp | lập giúp | trích giúp | điểm lại | điểm giúp | xin danh sách
alo | a lô | ê | ê bot | bot | rốt cuộc | rốt cục | thật ra | thực ra | nói chung | tóm lại | chốt lại | chung quy | thành thử | sếp hỏi | sếp cần | sếp bảo
cảm ơn | cám ơn | xin cảm ơn | cảm ơn nhiều | cảm ơn trước
"""
_ENGLISH = """
about | all | also | an | and | any | are | as | assigned | at | be | been | before | being | by | can | could | coordinate | coordinates | coordinating | coordinator
coordinators | deadline | deadlines | did | does | done | due | duties | duty | explain | find | for | from | get | give | had | has | have | help | how | i | in | is | it | its
know | lead | leading | leads | led | led by | list | many | me | ministry | ministries | agency | agencies | most urgent | much | must | my | need | of | on | or | our | own | owned
owns | please | responsible | say | says | should | show | supposed | task | tasks | tell | that | the | their | them | there | these | they | this | those | to | track | tracks | tracked
under | urgent | us | was | we | were | what | when | where | which | who | whose | why | will | with | would | you | your | in charge | directive | directives | document | documents | said | hello | hi
kindly | looking | want | wants | like | need to | have to | supposed to | if | so | then | just | currently | right now | now | again | still | yet | ever | do | a | finish | finished | complete | completed | deliver | delivered | everything | anything | only | including | given | mean | means | meaning | meant | called | so called | overall | total
name | names | part | parts | rank | other | another | come | comes | go | goes | take | takes | using | because | while | make | makes | make sure | look | looks | look at | within | through | during
such | off | more | most | least | one | some | every | each | both | same | several | various | gets | got | kind of | kinds of | sort of | mention | mentions | mentioned | stated | according to
across | beyond | i.e | falls | fall | fell | came | stuff | thing | things | item | items | pls | plz | thx | tmrw | asap | btw | fyi | can u | appear | appears | appearing | named | gave | put | puts | landing | combined | whoever | whichever | regardless | role
roles | capacity | any job | turn in | hand in | never-ending | never ending | successor | has it | have they | act as | acts as | acting as | serve as | serves as | serving as | required | expected | assist | assists | helps | is there | are there | falling | assign | assigns | trả bài | there is | one by one | anything on | wants to | has to | having
thanks | thank you | many thanks | ones | not | near | already | coordinated | involve | involves | involving | involved | in total | at present | at the moment | as of today | as of now | to date | whether | either | anybody | anyone | somebody | someone | nobody | thing | things | jointly | told | among | include | includes | works | whether it works | face | faces | facing | ask | asks | asked | meant to | concerning | concern | concerns | pls | plz | thx | full list | oldest | longest | regarding | relating | related to | relates | relate | hold | holds
plan to | plans to | planned to | planning to | aim to | aims to | intend to | intends to | want to | hope to | hopes to | going to | set to | due to be | got to | up | put | keep | keeps | based | based on | made of | made up of | such as | sitting on | far
cut-off | cut-off date | cut off date | cutoff | cut-off point | date | additional | extra | getting | handle | handles | handled | deal with | dealt with | belongs | belong | exactly | roughly | briefly | actually | really | particular | in particular
summary | summarise | summarize | overview | gist | especially | namely | e.g | etc | and so on | according | as part of | in terms of | with regard to | with respect to | in relation to | when it comes to | where it comes to | point | points | pointed out | point out | picture | status of | state of play | latest on | news on | anything about | something about
"""


# Frame words that compounds are made of as well: "nước ngoài", "tồn tại", "dữ liệu", "nhà khoa học".
_IN_COMPOUNDS = frozenset(
    "liệu toàn tổng thứ chỉ ngoài tại nhà máy tính loại chung riêng con tên trách nhiệm kiểu mới cũ hiện trọng tâm yếu mục".split()
)


# Words of their own that hold a frame word: nothing in them is frame.
_COMPOUNDS = """
ban chỉ đạo | tổng bí thư | nhà ở | nhà đất | nhà báo | nhà giáo | nhà thầu | máy bay | máy móc | chung cư | con người | con dấu | con nuôi | đi lại | đi học | cô giáo | bác sĩ | trẻ em | tên miền | tên lửa
chỗ ở | tại chỗ | trên không | trong nước | ngoài nước | cho vay | cho thuê | giao thông | giao dịch | giao tiếp | báo chí | họp báo | việc làm | nghỉ việc | thôi việc | mất việc
người làm | làm chủ | làm giàu | làm sạch | làm thêm | làm ăn | ra đời | ra mắt | đi đầu | đứng đầu | đầu tư | vụ án | vụ việc | mã số | mã nguồn | mã hóa | mã độc | bảo vệ
coi trọng | coi như | bảo hiểm | bảo mật | bảo đảm | bảo tồn | cô nhi | câu lạc bộ | đoàn thể | đầu ra | thuộc tính | từng phần | câu hỏi | câu chuyện
"""


# More words than these all in capitals are shouted: "AI" may then ask who.
_SHOUTED = 3


def _split(text: str) -> list[str]:
    return [phrase.strip() for phrase in text.replace("\n", "|").split("|") if phrase.strip()]


PHRASES = (*_split(_PHRASES), *_split(_ENGLISH))
_MARKED: dict[str, set[str]] = {}
for _phrase in PHRASES:
    _MARKED.setdefault(fold(_phrase), set()).add(_phrase)
ENGLISH_FRAME = frozenset(_split(_ENGLISH)) | frozenset(
    "so far per did than other into out over between number s t vietnam sure".split()
)
# English words that are Vietnamese syllables as well, without their marks: "so" of "kinh te so"; and "giao" of "giao duc".
_EITHER = frozenset(p for p in _split(_ENGLISH) if " " not in p and is_syllable(p)) - frozenset(_split(_PHRASES))
_EITHER |= {"giao"}
_WRITTEN = frozenset(phrase for phrases in _MARKED.values() for phrase in phrases)
SINGLE = frozenset(phrase for phrase in _MARKED if " " not in phrase)
WORDS = frozenset(word for phrase in _MARKED for word in phrase.split())
_COMPOUND = re.compile(rf"\b{any_of(map(fold, _split(_COMPOUNDS)))}\b")
_COMPOUND_MARKS = {fold(phrase): phrase for phrase in _split(_COMPOUNDS)}
_PATTERN = re.compile(rf"\b{any_of(_MARKED)}\b")


# With a word before or after it none of these is anything but a question: "khi nao", "o dau", "la gi".
_QUESTION = frozenset("nào gì đâu sao mấy nhiêu giờ lâu".split())
_ALONE = frozenset(("gì", "nào"))


# Without its marks none of these is anything else.
_ONLY_FRAME = frozenset(
    "chu tri|phoi hop|cu the|van ban|hoan thanh|nhiem vu|danh sach|phu trach|chiu trach nhiem|liet ke|tat ca|toan bo"
    "|co quan chu tri|co quan phoi hop|don vi chu tri|don vi phoi hop|tham gia phoi hop".split("|")
)


# Whatever marks these carry, nothing else is written so: "đên han", "chủ tri".
_MISTYPED = frozenset("đến hạn|chủ trì|phối hợp|thời hạn|nhiệm vụ|hoàn thành".split("|"))


def _asks(phrase: str) -> bool:
    """Tell whether a phrase asks, so that it is sure without its marks."""
    words = phrase.split()
    return phrase in _ALONE or (len(words) > 1 and not _QUESTION.isdisjoint(words))


_SURE = frozenset(filter(_asks, PHRASES))
# Words that lead to a question: "han trinh la khi nao", "phai xong truoc ngay nao".
_LEADS_IN = frozenset(("la", "phai", "truoc", "han", "cham nhat"))
_ASKING = re.compile(rf"\s(?:(?:{any_of(_LEADS_IN)}|xong|lam)\s)*{any_of(map(fold, _SURE))}\b")


@lru_cache(maxsize=64)
def frame_spans(raw: str, folded: str) -> tuple[tuple[int, int, bool], ...]:
    """Return (start, end, sure) of the frame words of a question; `folded` is `raw` folded character by character.

    A word that is written with marks must carry the right ones ("giáo" is no "giao"). `sure` is False where a word
    could as well belong to the topic: without marks ("thi" of "thí nghiệm"), or a part of compounds ("nước ngoài").
    """
    return tuple(_frame_spans(raw, folded))


def _frame_spans(raw: str, folded: str) -> Iterator[tuple[int, int, bool]]:
    compounds = bytearray(len(folded))
    for found in _COMPOUND.finditer(folded):
        if _fits(raw[found.start() : found.end()].lower(), _COMPOUND_MARKS[found.group()]):
            compounds[found.start() : found.end()] = b"\x01" * len(found.group())
    for found in _PATTERN.finditer(folded):
        (start, end), plain = found.span(), found.group()
        if all(compounds[start:end]):
            continue
        if raw[start:end] == "AI" and not (raw.isupper() and len(raw.split()) > _SHOUTED):
            continue  # who is asked for in capitals is no who
        if raw[start].isupper() and _in_a_name(raw, start, end):
            continue
        written = raw[start:end].lower()
        fitting = _MARKED[plain] if written == plain else {p for p in _MARKED[plain] if _fits(written, p)}
        if fitting and plain in _LEADS_IN and _ASKING.match(folded, end):
            yield start, end, True
        elif fitting:
            asks = not _SURE.isdisjoint(fitting)
            whole = written in fitting and written not in _EITHER and not _IN_COMPOUNDS.issuperset(written.split())
            yield start, end, whole or asks or plain in _ONLY_FRAME


# Two words that begin with capitals, as names are written ("Cho Ray").
_NEXT_OF_A_NAME = re.compile(r" [A-ZĐ][a-zà-ỹđ]+")


def _in_a_name(raw: str, start: int, end: int) -> bool:
    """Tell whether a word in the midst of a text begins a name, where not every word is written so."""
    inside = bool(raw[:start].strip()) and raw[start:end].isascii() and _NEXT_OF_A_NAME.match(raw, end) is not None
    return inside and 2 * sum(word[0].isupper() for word in raw.split()) <= len(raw.split())


def compounds_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the folded pairs ("ban_dan") of words that look like frame without their marks and are none in `texts`."""
    found: set[str] = set()
    for text in texts:
        said = [word for word in tokens(tidy(text)) if word.folded in _MARKED]
        for one, other in pairwise(said):
            if other.start - one.end == 1 and not {one.raw.lower(), other.raw.lower()} & _WRITTEN:
                found.add(f"{one.folded}_{other.folded}")
    return frozenset(found)


def _fits(written: str, phrase: str) -> bool:
    if written == phrase or phrase in _MISTYPED:
        return True
    words = written.split()
    return len(words) == len(phrase.split()) and all(
        word in (meant, fold(word)) for word, meant in zip(words, phrase.split(), strict=True)
    )
