"""The words of questions: states, kinds of question, roles, and the words that carry no topic. All folded.

A pattern is searched in the folded question. Where folding makes two words one ("trễ"/"trẻ", "chậm"/"chấm"), `TWINS` lists
the marked spellings that are meant; a word written with other marks does not count.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from knowledge.patterns import Sought
from knowledge.questions import frame
from knowledge.text import fold_aligned

# "Chậm nhất tháng mấy", "chậm nhất ngày 01/3" is a deadline, not the slowest.
BY = r"(?! (?:la |vao |den |trong |het )*(?:thang|ngay|khi|bao gio|luc|nam|quy|\d))"
LATE = r"(?:qua|tre|cham|het) (?:thoi )?han|(?:tre|cham) tien do|cham (?:tre|muon)|tre|cham(?! nhat)|no"
# What must be done, or was not, is not done: "phải làm xong bao nhiêu việc".
_DID = r"(?<!phai )(?<!can )(?<!chua )(?<!khong )(?<!ko )(?<!se )(?<!lam )(?<!de )(?<!kip )(?<!nen )(?<!duoc )(?<!dam bao )(?<!bao dam )"
STATES: tuple[tuple[str, str], ...] = (
    (
        "in_time",
        rf"(?:khong|chua)(?: (?:he|bi|con|phai|la))* (?:{LATE}|(?:den|toi) (?:thoi )?han)(?! (?:nhat|bao|xau|cong))"
        r"|(?<!khong )(?:con|trong) (?:trong )?(?:thoi )?han(?! (?:che|muc|den|toi|la|bao|may|chot|nao|khi|tu|thang|quy|nam|ngay|tuan|\d))"
        # What comes next.
        r"|(?:thoi )?(?:han|deadline|den han|moc) (?:gan nhat|tiep theo|ke tiep|sap toi)"
        r"|(?:(?<=viec )|(?<=nhiem vu ))(?:sap toi|ke tiep)(?! (?:thang|quy|nam|tuan|ngay))"
        r"|(?:sap toi|(?:trong )?thoi gian (?:sap )?toi)(?: day)?(?=[^,.;?!]{0,60}?\b(?:viec|nhiem vu|lam gi|co gi)\b)"
        r"|not (?:yet )?(?:overdue|late|delayed|past due|behind|due)|(?:are|is) on (?:track|schedule)|within (?:the )?deadline",
    ),
    (
        "due_soon",
        r"(?:sap|gan|can|se) (?:bi )?(?:qua|tre|cham|het) (?:thoi )?han|about to be (?:late|overdue)",
    ),
    (
        "overdue",
        r"(?:da |de )?(?:qua|tre|cham|lo|tre het) (?:thoi )?han|het han|tre tien do|cham tien do|cham muon|bi (?:cham|tre|muon)"
        rf"|(?:con |dang |van |bi )*no(?= (?:viec|han|nhiem vu|dau viec|may|bao nhieu|nhung|cac|gi|nhieu|\d))(?: han)?|(?:con|dang|van) no\b(?! (?:cong|xau|dong|thue))|dang (?:cham|tre)|(?:cham|tre|muon) nhat{BY}|(?<!phuong )cham(?! soc| dut| diem| thi| bai| cong| nhat)|tre(?! em| con)|overdue|past due|late|delayed|missed|behind schedule"
        r"|slowest|(?:furthest|most) behind|(?<=ministry is )latest|(?<=ministry is the )latest|(?<=agency is )latest|(?<=agency is the )latest",
    ),
    (
        "due_soon",
        r"(?:sap|gan|can) (?:den |toi |het )?(?:ky )?han|sap phai (?:xong|nop)|due soon|upcoming|coming due|coming up",
    ),
    (
        "no_report",
        r"chua (?:co )?bao cao|chua ai bao cao|chua nop bao cao|im lang|khong bao cao|no report|not (?:yet )?reported|unreported|silent",
    ),
    (
        "reported",
        r"da (?:co |gui |nop |duoc )?bao cao(?! tien do chua)(?=\s*(?:$|[,.;?!]|  )| (?:roi|cua|trong|tien do|ket qua|ma|nhung|nam|thang|quy|den|va|hay|hoac|viec|nao|nhieu|it)\b)"
        r"|co bao cao roi|bao cao roi|already reported|(?:has|have|with) (?:a )?reports?",
    ),
    (
        "unfinished",
        r"chua (?:duoc )?(?:xong|hoan thanh|lam xong|hoan tat)|khong lam xong|(?:con|ton) lai(?! (?:bao nhieu|may|\d+) (?:ngay|thang|tuan))"
        r"|con\b(?! (?:nguoi|so|dau|duong))[^,.;?]{0,40}?\bphai (?:lam|xong|hoan thanh|nop|trinh|hoan tat)"
        r"|unfinished|incomplete|not (?:yet )?(?:done|finished|completed?)|open tasks|remain(?:s|ing)?(?: to be (?:done|finished|completed))?|outstanding (?:tasks|items|work|duties)"
        r"|(?<=task )pending|(?<=viec )pending|pending(?= (?:cua|trong)\b|\s*$)|(?:con |dang )?ton dong|(?:con |dang )?ton(?=\s{2}|\s*$)|(?:do dang|dang do)(?=\s*(?:$|[,.;?!])| (?:cua|trong|theo|roi|khong|ma|nhung)\b)|(?:con|dang|bi) treo(?! (?:co|bien|bang))"
        r"|left(?: to do| to be done)?|still (?:has |have |needs? )?to (?:do|finish|complete|deliver)|yet to (?:do|finish|complete|deliver)",
    ),
    (
        "done",
        rf"da (?:xong|hoan thanh|lam xong)|(?:(?<=bo nao )|(?<=co quan nao )|(?<=don vi nao ))(?:lam )?(?:xong|hoan thanh)(?= (?:duoc |nhieu |it |may |bao nhieu )+)|{_DID}(?:lam xong|xong|hoan thanh)(?= duoc (?:may|bao nhieu|gi|(?:nhung |cac )*(?:viec|nhiem vu|nv|gi))\b| (?:may|bao nhieu) (?:viec|nhiem vu|dau viec|nv)\b)|{_DID}lam xong(?= (?:nhung )?(?:viec|gi))|{_DID}lam duoc(?= (?:(?:may|bao nhieu|nhung|cac) )*(?:viec|nhiem vu|dau viec|nv|gi)\b| (?:may|bao nhieu)\W*$)|{_DID}hoan thanh(?= (?:dung|truoc|som) (?:thoi )?han\b| (?:dung|vuot) tien do\b)|xong roi|hoan thanh roi|(?:is|are|been) (?:done|completed|finished)|done|completed",
    ),
    (
        "in_progress",
        r"dang (?:lam(?! (?:bao cao|chu tich|bo truong|thu truong|giam doc|chu nhiem|truong ban|vien truong))|thuc hien|trien khai|tien hanh)|in progress|underway|ongoing work",
    ),
    (
        "not_started",
        r"chua dong (?:den|toi|tay)(?: vao)?|chua (?:ai |he |duoc )?(?:lam(?! xong)|thuc hien|trien khai|bat dau)|not (?:yet )?started",
    ),
    # "Không ghi thời hạn": none stands there; one without a day ("sớm") is written.
    (
        "unwritten",
        r"(?:khong|chua|ma khong) (?:he |duoc )?(?:ghi|neu|viet|quy dinh|an dinh|dat ra)(?: thoi)? han(?! che)",
    ),
    (
        "no_deadline",
        r"(?:khong|chua) (?:co |ro |biet |ghi |dinh |giao |quy dinh )*(?:thoi )?han|(?:no|without(?: a)?) deadlines?",
    ),
    (
        "recurring",
        r"(?:(?<=viec )bao cao |(?<=vu )bao cao )?dinh k[yi](?: (?:hang|moi) (?:thang|quy|nam|tuan))?|(?:(?<=viec )bao cao |(?<=vu )bao cao )?hang (?:thang|quy|nam|tuan)|(?:ba |sau |\d |nua )?(?:thang|quy|nam) (?:bao cao )?(?:mot|1) lan(?! (?:nua|dau|thu))|lap (?:di lap )?lai|recurring(?: (?:half-yearly|annually|annual|yearly|quarterly|monthly|weekly))?|monthly|quarterly|periodic",
    ),
    ("ongoing", r"(?:lam |thuc hien )?thuong xuyen|ongoing|continuous"),
)
STATE = dict(STATES)
OVERDUE, IN_TIME = STATE["overdue"], STATE["in_time"]
SAYS_LATE = Sought(rf"\b(?:{OVERDUE})\b")

COUNT = Sought(
    r"\b(?:(?<!ngay )(?<!thang )bao nhieu|(?<!liet ke )(?<!\bke )(?<!ke ten )(?<!ke ra )(?<!\bneu )(?<!\bxem )(?<!danh sach )(?<!\bloc )may (?:viec|nhiem vu|dau viec|cai|task)|so luong|tong so|dem|how many|number of|count)\b"
)
DETAIL: tuple[tuple[str, str], ...] = (
    ("coordinators", r"(?:ai|co quan nao|bo nao|don vi nao) phoi hop|phoi hop (?:voi |vs )?(?:ai|co quan nao|nhung ai)|who (?:coordinates|helps|supports)"),
    ("leads", r"ai (?:la )?(?:chu tri|phu trach|lam|chiu trach nhiem|duoc giao|soan(?: thao)?|trinh|lo)\b|(?:co quan|bo|don vi) nao (?:chu tri|phu trach|chiu trach nhiem|lam|duoc giao|soan(?: thao)?|xay dung|trinh|lo)\b"
              r"|giao cho ai|cua (?:bo|co quan) nao|who (?:leads|owns|is responsible|is in charge)|which (?:ministry|agency) (?:leads|owns|is)"),
    ("deadline", r"^\W*(?:thoi )?han(?: chot)? (?:xay dung|hoan thanh|lam|trinh|ban hanh|nop|cua|thuc hien|trien khai)|(?:khi nao|bao gio|ngay nao|luc nao|den khi nao)|(?:thoi han|han chot|han|deadline) (?:la |cua |den )*(?:khi nao|ngay nao|bao gio|gi|nao)?"
                 r"(?= (?:la|cua|the nao))|(?<!moi )(?:thang|quy|ngay) (?:may|nao)|when (?:is|must|should|does)|what is the deadline|due date"),
    ("output", r"(?:san pham|ket qua|dau ra)\b.{0,200}\b(?:gi|nao)|^\W*(?:san pham|ket qua|dau ra)(?: dau ra)?(?: phai (?:dat|co|ra))?(?: cua)?(?: nhiem vu| viec)|what is the (?:output|deliverable|result)"),
)  # fmt: skip
_SIGNER = Sought(
    r"\bai (?:da )?ky\b|\b(?:dong chi|ong|vi|nguoi|lanh dao) nao (?:da )?ky\b(?! van ban)|\bwho signed\b|\bnguoi ky\b"
)
# Of a directive: "thủ tướng nào đặt bút ký", "ai đứng tên ký dưới".
_SIGNED_BY = Sought(
    r"(?<!chuc danh )(?<!chuc vu )\b(?:ai|nao)\b(?: \w+){0,3} (?<!dinh )(?<!trong )(?<!moi )(ky)\b(?! (?:hop|thuat|nang|su|luat|ket|niem|vong))"
)
# "Việc trễ có được xin dời hạn không": what is allowed is asked, not which tasks are so.
MAY = Sought(r"\bco (?:duoc|bi|phai|can|the)\b.{1,60}\b(?:khong|chua)\b(?:\W+(?:a|em|anh|chi|nhi|the|vay|ha|nhe))*\W*$")
# "Việc chậm trễ bắt nguồn từ đâu": the reason is asked, which the texts tell.
WHY = Sought(r"\b(?:(?:vi|tai) sao|(?:vi|do|tu) dau|why)\b")
# "Nói xã phường còn thiếu những gì", "khen tập đoàn nào": how things are judged, which the texts tell.
JUDGES = Sought(
    r"\b(?:thieu|yeu kem|yeu|kem|che|phe binh|khen|bieu duong|han che|ton tai|bat cap|vuong mac)\b"
    r"[^,.;?!]{0,40}?\b(?:gi|nao|o dau|dau|sao|ai)\b"
)
# Who was at a meeting, or in its chair.
ATTENDS = Sought(
    r"\b(?:tham du|du (?:hop|hoi nghi|phien|cung|buoi)|(?:ai|nao|la) (?:duoc neu ten la |co )*du|du\W*$|attend\w*"
    r"|(?:was|were|who was) at|present at|sat in|chair(?:s|ed)|chu tri (?:phien|hoi nghi|cuoc hop|buoi)"
    r"|(?:phien hop|hoi nghi|cuoc hop)\b[^,.;?!]{0,60} ai (?:ngoi |dung )?chu tri)\b"
)
FACT = Sought(
    r"\b(?:la gi|nghia la gi|la nhu the nao|the nao la|gom nhung gi|gom gi|nhung gi|la ai|ai ky|ai ban hanh|noi gi|quy dinh gi|bao nhieu phan tram"
    r"|what (?:is|are|does)|who signed|define|meaning of)\b"
)
# "Gửi đâu", "đề xuất với ai": to whom something goes, whatever tasks are spoken of.
SENT_TO = Sought(
    r"\b(?:gui|nop|trinh|bao cao|de xuat|kien nghi|de nghi|phan anh)(?: (?:len|ve|cho|toi|den|voi|qua))? (?:ai|dau|o dau|co quan nao|bo nao|don vi nao)\b"
    r"|\b(?:send|submit|propose|report)(?: \w+){0,3} to (?:whom|who)\b|\b(?:whom|who) (?:do|should|must) (?:i|we|ministries|agencies) (?:send|submit|propose|report)\b"
)
# "X là bộ nào": who somebody is, not what they must do.
IDENTITY = Sought(
    r"\bla (?:bo|co quan|don vi|ban|ai|nguoi|tinh|doanh nghiep) nao\b|\b(?:la ai|ai la|who is|ten (?:la )?gi|sinh nam (?:nao|bao nhieu)|may tuoi|que (?:quan|o dau))\b"
)
INDICATOR = Sought(r"\b(?:chi tieu|indicators?|kpi|muc tieu (?:den )?(?:nam )?20\d\d)\b")
DATABASE = Sought(r"\b(?:csdl(?:qg)?|co so du lieu|databases?)\b")
# Some tracked databases are called systems; what is asked of them tells.
_SYSTEM = Sought(r"\bhe thong\b.{0,80}(?:\btieu chi\b|/ ?19\b|\btren (?:19|muoi chin)\b)")
DATABASE_STATE = Sought(
    r"\b(?:tieu chi|chua (?:duoc )?(?:ket noi|noi|lien thong|thong)|chua chia se|chua dat|dat bao nhieu|(?:thap|kem|it|cao|tot|nhieu) nhat|criteria|(?:un|dis)?connected|not connected|(?:furthest|closest|worst|best|lowest|highest)(?! (?:practice|use))|trong (?:danh sach|phu luc)|(?:on|in) the (?:list|annex)|tracked)\b|/ ?19\b|\btren (?:19|muoi chin)\b"
    r"|\b(?:nao|nhung|cac)\b.{0,30}?\bda (?:duoc )?(?:ket noi|noi|lien thong|chia se)\b"
    r"|\bda (?:duoc )?(?:ket noi|lien thong)(?: (?:voi|vao|toi|den))?(?: trung tam du lieu quoc gia)? chua\W*$"
)
# Nothing is asked of databases but which or how many there are: those that are tracked.
_TRACKED = Sought(
    r"\b(?:bao nhieu|may|tong so|(?<!hien )co nhung|how many|list of(?: the)?|all(?: the)?|which) (?:tracked )?"
    r"(?:csdl(?:qg)?|co so du lieu|databases?)(?: (?:nao|gi|(?:duoc|dang|phai) theo doi|are|is|there|tracked|tat ca|vay|nhi"
    r"|ha|a|em|the|trong danh (?:sach|muc)))*(?: (?:cua|thuoc|of)\b.*| do(?:es)? .* have)?\W*$"
    r"|\b(?:danh sach|liet ke)(?: (?:cac|tat ca|toan bo|moi))* (?:csdl|co so du lieu)(?: (?:cua|thuoc)\b.*)?\W*$"
)
_TO_BE_MADE = Sought(
    r"\b(?:phai(?! theo doi)|xay dung|hoan thanh|giao|lam|chu tri|phoi hop|trien khai|tao lap|trong (?:nghi quyet|thong bao|nq|tb)"
    r"|must|build|lead|built)\b"
)
LISTING = Sought(
    r"\b(?:nhung |cac |co )?(?:(?<!nghi )(?<!thoi )(?<!mat )(?<!xin )(?<!\b1 )(?<!\bmot )viec(?! lam (?!gi|nao))|nhiem vu|dau viec|cong viec)(?: gi| nao)?\b|(?<!lap )\bdanh sach\b|\bliet ke\b|\btasks?\b|\bduties\b|\bwhat must\b"
    r"|\bphai lam gi\b|\blam gi\b|\bco gi\b|\bassignments?\b|\bto do\b"
)
# Tasks are asked for by what must come of them: "những nghị định nào", "các đề án", "mấy đề án".
_OUTPUTS = Sought(
    r"\b(?:nhung|cac|danh sach|liet ke|bao nhieu|may|moi) (?:du thao |ban |du an )?(?:nghi dinh|thong tu|luat|de an|ke hoach|chuong trinh|chien luoc|quy che|quyet dinh|bao cao|co so du lieu|csdl)\b(?! (?:nay|do|tren))"
    r"|\b(?:nghi dinh|thong tu|luat|de an|ke hoach|chuong trinh|chien luoc) (?:nao|gi)\b"
)
_MUST = Sought(r"\b(?:phai|duoc giao|giao cho|chu tri|dung ten|lam chinh|trinh)\b")
DIRECTIVES = Sought(
    r"^\W*(?:xem |cho xem )?(?:(?:tat ca|toan bo|moi|cac|nhung) )+van ban\W*$|^\W*(?:(?:show|list|me) )*all (?:the )?directives\W*$|\b(?:nhung van ban nao|danh sach van ban|(?:bao nhieu|may) van ban|co (?:nhung )?van ban (?:nao|gi)|which directives|list of directives)\b"
)
GREETING = Sought(r"^\W*(?:xin )?(?:chao|hello|hi|alo|hey|good (?:morning|afternoon|evening))\b.{0,24}$")
THANKS = Sought(r"^\W*(?:cam on|thanks?|thank you|ok|oke|da ro|da nam)\b.{0,20}$")

# "Làm chính sách", "làm phụ lục" are something else than "làm chính", "làm phụ".
_ALONE = r"(?! (?:sach|phu|tri|quyen|thuc|quy|xac|luc|nu|cap|gia|thuoc|tung|trach|san)\b)"
_AS_LEAD = Sought(rf"\b(?:lam|chiu trach nhiem|trach nhiem|phu trach) (?:chinh|phu){_ALONE}\b")
LEAD = Sought(
    rf"\b(?:chu tri|phu trach|dau moi|(?:lam|chiu trach nhiem) chinh{_ALONE}|dung ten|lead(?:s|ing)?|own(?:s|ed)?|in charge|responsible)\b"
)
COORDINATE = Sought(rf"\b(?:phoi hop|cung lam|lam phu{_ALONE}|ho tro|coordinat\w*|support(?:s|ing)?|together with)\b")
ANY_ROLE = Sought(
    r"\b(?:lien quan|tham gia(?! phoi hop)|dinh dang|co mat|vai tro(?! (?:la )?(?:chu tri|phoi hop|dau moi|chinh|phu)\b)|involv\w+|related to|any role)\b"
)
BOTH_ROLES = Sought(
    r"\b(?:ca )?chu tri (?:lan|va|hoac|hay|cung nhu|/) (?:ca )?phoi hop|\bvua chu tri,? vua phoi hop|\b(?:ca|lan|gom ca|ke ca|them) (?:viec |nv |nhiem vu )?phoi hop\b|phoi hop lan chu tri"
    r"|\b(?:lead|leads|leading)(?: or|/| and)(?: a)? (?:coordinat\w+|support\w*)|coordinat\w+ too"
)
WITH = Sought(
    r"\b(?:phoi hop (?:voi|vs|cung)|lam phu(?: voi| cho)?|ho tro(?: cho)?|phoi hop (?:lam )?(?:nhung |cac |may )?(?:viec|nhiem vu|nv)(?: nao| gi)? (?:cua|do))\s*$|\bcoordinat\w+ with\s*$"
)
TITLE = Sought(
    r"\b(?:(?:ubnd|uy ban nhan dan|hdnd|tinh uy|thanh uy|lanh dao|so)\s+)?(?:tinh|thanh pho|tp|t\.p|ubnd|uy ban nhan dan)\s*\.?\s*$"
)
SECTION = Sought(
    r"\b(?:muc|dong|hang|hang muc|stt|so thu tu|row|item|section|part|phan)\s+(?:so\s+)?(\d{1,3}(?:\.[a-z])?|[ivx]{1,4})\b(?!\s*(?:/|-\s*\d))"
)
OWN_ONLY = Sought(
    r"\b(?:chi )?(?:tinh )?(?:(?:viec|nhung viec|nv|nhiem vu) )?(?:duoc )?(?:giao )?(?:dich danh|giao rieng|giao truc tiep|(?:(?<=viec )|(?<=vu ))(?:cua rieng|rieng cua))\b"
    r"|\(?\b(?:khong|dung) (?:tinh|ke|gom|gop|bao gom|lay) (?:ca |them )?(?:cac |nhung )?(?:viec |nv |nhiem vu )?(?:giao )?(?:cho |cua )?(?:chung|nhom)\b\)?|\b(?:ngoai(?= (?:viec|nv|nhiem vu) (?:giao )?chung)|ngoai tru|loai tru|(?<!khau )(?<!giam )tru|bo qua)(?: (?:ra|di|ca|cac|nhung|phan|viec|nhiem vu|nv))* (?:giao )?chung\b(?! (?:cu|ket|tay|quanh))"
    r"|\b(?:except(?: for)?|excluding|without|not (?:counting|including)|no)(?: (?:the|any|those))* (?:joint|shared|common|collective|group)(?: (?:tasks?|ones|duties|assignments?))?\b"
    r"|\bits own only\b|\bnot (?:counting|including) group tasks\b"
)
# "Trừ phối hợp": what an agency coordinates is left out, so that what it leads is asked for.
NOT_COORDINATED = Sought(
    r"\b(?!without (?:any )?coordination(?! (?:tasks?|ones|duties))\b)(?:ngoai tru|loai tru|tru|khong (?:tinh|ke|gom|bao gom|lay)|bo qua|except(?: for)?|excluding|without|not (?:counting|including))"
    r"(?: (?:ra|di|ca|cac|nhung|phan|viec|nhiem vu|nv|the|those|tasks?|ones|it))* (?:phoi hop(?! (?:voi|vs|cung|cua))|coordinat(?!ors?\b)\w+(?! with| by)(?: (?:tasks?|ones|duties))?)(?: ra(?! sao))?\b"
)
# "Chỉ phối hợp chứ không chủ trì", "không chủ trì nhưng có phối hợp": what it coordinates is asked for.
NOT_LED = Sought(
    r"(?<=phoi hop),? (?:chu |ma |va )?khong (?:phai )?(?:co |la )?chu tri\b"
    r"|\bkhong (?:co |duoc giao |phai )?chu tri,? (?:nhung|ma|chi)(?: van| co| chi| lai| la)*(?= phoi hop\b)"
)
# "Việc có thời hạn": all but those without.
HAS_DEADLINE = Sought(
    r"(?<!khong )(?<!chua )\bco (?:ghi |quy dinh |ro )*thoi han(?: cu the| ro(?: rang)?)?(?=\s*(?:$|[,.;?!]|  |(?:cua|ma|theo|va|nhung)\b))|\bwith (?:a )?deadlines?\b(?=\s*(?:$|[,.;?!]|  |(?:of|for|in|that|and)\b))"
)
GROUPS_TOO = Sought(
    r",?(?:(?<!\s)\s+)?\b(?:tinh|ke|gom|bao gom)?\s*(?:het )?ca (?:nhung |cac )?(?:viec |nv |nhiem vu |phoi hop |giao )*(?:duoc )?(?:giao )?(?:cho )?(?:chung\b[^,?.;:]*|cho cac [^,?.;:]*)"
    r"|,?(?:(?<!\s)\s+)?\b(?:gom|bao gom|va) (?:nv|viec|nhiem vu) chung\b|,?(?:(?<!\s)\s+)?\b(?:including|counting)(?: the)?(?: ones| those| tasks)? (?:given to|of|for) (?:all |the )?(?:ministries|groups|provinces|agencies)[^,?.;:]*"
    r"|\bgroup tasks too\b"
)
# "Chỉ việc giao chung của Bộ Y tế": what it has through its groups alone.
GROUPS_ONLY = Sought(
    r"(?:\bchi (?:tinh |lay |xem |liet ke )?)?(?:\b(?:cac |nhung )?(?:viec|nhiem vu|nv) )?\b(?:duoc )?giao (?:cho )?chung\b(?! (?:cu|ket|tay|quanh|chung|toi|ta|minh|em)\b)(?! cho (?:cac|ca|moi|tat ca|nhom)\b)"
    r"|\b(?:only|just)(?: (?:the|those|its))* (?:shared|joint|common|collective|group)(?: (?:tasks?|ones|duties|assignments?))\b"
    r"|\b(?:shared|common|collective|group) (?:tasks?|ones|duties) only\b|\btasks? (?:only )?(?:it has |given )?(?:only )?through (?:its |a |their )?groups?\b"
)
ABOUT = Sought(
    r"\b(?:ve|lien quan den|lien quan toi|noi ve|thuoc linh vuc|trong linh vuc|about|on|regarding|concerning|related to)\s+\w"
)
_OWN_BODY = r"(?:bo|co quan|don vi|so|tinh|vu|phong|ben) (?:minh|toi|em|ta|chung toi|chung ta|chung minh)(?! (?:xem|hoi|biet|xin)\b)"
OUR_BODY = Sought(rf"\b(?:{_OWN_BODY}|my (?:agency|ministry|office)|our (?:agency|ministry|office))\b")
MINE = Sought(
    rf"\b(?:{_OWN_BODY}|"
    r"(?:cua|cho) (?:minh|toi|em|chung toi)(?! (?:xem|hoi|biet|xin|danh sach|list|them))"
    r"|(?:toi|minh|em) co(?! the\b)|my (?:agency|ministry|tasks?|office)|our (?:agency|ministry|tasks?)|do (?:we|i)|am i)\b"
)

FRAMES: tuple[Sought | str, ...] = (COUNT, LISTING, FACT, _AS_LEAD)
_INDICATOR_FRAMES = (
    INDICATOR,
    Sought(r"\b(?:ty le|ti le|dat|muc tieu|target|(?:been )?(?:met|achieved|reached)|on target)\b"),
)
_DATABASE_FRAMES = (
    DATABASE,
    # "dưới 15 tiêu chí", "16 trên 19 tiêu chí"
    Sought(
        r"\b(?:(?:tu|giua|between|from) )?\d{1,2} ?(?:den|toi|va|-|to|and) ?\d{1,2}(?= (?:tieu chi|criteria)\b)"
        r"|(?<!may )(?<!nhieu )(?<!\d )\b(?:tu|tren|hon|duoi|qua|it (?:nhat|hon)|nhieu (?:nhat|hon)|toi (?:thieu|da)|khong qua|chua (?:toi|den)|(?:more|less|fewer) than|at (?:least|most)|over|under|below) (?!19\b)\d{1,2}(?: ?/ ?19)?(?= (?:tieu chi|criteria)\b)"
        r"|\b(?!19)\d{1,2} ?(?:/|tren|of|out of) ?19\b|(?<=dat )\d{1,2}(?= tieu chi\b)|\b(?:hai|ba|bon|nam|sau|bay|tam|chin)(?= (?:co so du lieu|csdl)\b)|(?<=tieu chi )(?:tro len|tro xuong)\b|(?<=criteria )or (?:more|less|fewer)\b|\b(?!19)\d{1,2}(?= tieu chi tro (?:len|xuong)\b)"
    ),
    Sought(
        r"\b(?:trung tam du lieu quoc gia|ttdlqg|national data cent(?:re|er)|tieu chi|ket noi|noi|lien thong|chia se|chua|dat(?! dai)|dap ung|du|day du|may|nganh|quoc gia|phu luc(?: \d)?|pl ?\d|he thong(?: quan ly)?(?: thong tin)?|(?:thap|kem|it|cao|tot|nhieu) nhat|trong danh sach"
        r"|furthest|closest|worst|best|lowest|highest|meeting|list|annex|tracked|criteria|(?:un|dis)?connected|not|meet|meets|fully|key|priority|still|fall|short|met|muoi chin|(?<=may )co so du lieu|(?:duoc|dang|phai) theo doi|tong so)\b"
    ),
)


# "Hạn chót tháng 6" asks for what is due in that month; in a directive it is a limit.
DUE_IN = Sought(r"\bhan chot(?: la)?(?= (?:thang|quy|nam|t\d) ?\d|(?= (?:thang|quy|nam) (?:nay|sau|toi|i{1,3}|iv)\b))")
LAST_DAY = Sought(r"han chot(?: la)?(?: ngay)? \d{1,2}/\d{1,2}(?:/\d+)?$")
META = Sought(
    r"\b(?:ban hanh|ngay ban hanh|ngay nao|ngay thang nao|so may|so bao nhieu|ai ky|tom tat|noi dung|noi ve|noi gi|gioi thieu|tong quan|gom nhung gi|ve gi|ve viec gi|summary|summari[sz]e|what is|overview)\b"
)
# What a task consists of: "71-89 gồm những gì, kể tên".
PARTS = Sought(
    r"\b(?:ke ten|ke ra|liet ke|gom|bao gom|muc con|viec con|nhiem vu con|dong con|tung muc|tung viec)\b"
    r"|\b(?:co|nhung|cac) (?:\w+ ){0,5}?(?:nao|gi)\b|\b(?:bao nhieu|may|how many) (?:muc|csdl|co so|viec|nhiem vu|he thong|phan|dong|parts?|databases?|tasks?|rows?)\b"
    r"|\b(?:parts?|sub-?tasks?|sub-?items?|consists?|includes?|name (?:the|all)|list (?:the|all)?)\b"
)
# When a directive was issued, asked with nothing else.
ISSUED_WHEN = Sought(
    r"\b(?:thang|nam|ngay|hom) (?:may|nao|bao nhieu)\b|\b(?:khi|luc|hom) nao\b|\bbao gio\b|\bwhen\b|\bwhat (?:date|day|month|year)\b|\b(?:date|day) of issue\b|\bissue date\b|\bngay (?:ban hanh|ky|ra)\b"
    r"|\bwho (?:has )?(?:issued|promulgated|adopted|released|published)\b|\b(?:ai|co quan nao|don vi nao|cap nao) (?:da )?ban hanh\b"
)
ISSUING = frozenset(
    "ai co quan don vi cap who promulgated adopted released published "
    "ban hanh ky ra doi khi nao bao gio luc ngay thang nam may dung ko khong phai issued issue signed date of".split()
)
# A day or time of issue that is named: "ra ngày 1/5/2025 đúng không".
ISSUED_ON = Sought(
    r"\b(?:ban hanh|ky|ra|ra doi|issued|signed)(?: (?:vao|tu|on|in|hom))*\s+(?:(?:ngay|thang|nam) )?(?:\d|january|february"
    r"|march|april|may|june|july|august|september|october|november|december)"
)
# From when a directive holds, or whether it still does.
IN_FORCE = Sought(
    r"\b(?:co hieu luc|hieu luc (?:thi hanh|tu|khi|ngay)|con hieu luc|in force|takes? effect|effective)\b"
)
# Between two directives: the first is meant, which carries out or passes on the other ("văn bản triển khai TB17").
CARRIES_OUT = Sought(r"\s*(?:trien khai|thuc hien|chuyen|quan triet)\s*")
# What a directive took the place of, asked of itself.
REPLACED_WHAT = Sought(
    r"\b(?:thay (?:the|cho)|the (?:cho|chan))(?: cho)? (?:(?:cac|nhung) )?(?:van ban|nghi quyet|thong bao|chuong trinh|quyet dinh|vb|cai|ban)?\s*(?:nao|gi)\b"
    r"|\b(?:what|which) .{0,40}\breplaced?\b$|\breplaces? (?:what|which)\b|\bwhat (?:does|did) .{0,40}\breplace\b"
)
_NOT_ISSUED = Sought(
    r"\b(?:xong|hoan thanh|den han|het han|hieu luc|due|deadline|finish\w*|complete\w*|(?<!ban )han)\b"
)


def asks_issue(folded: str) -> bool:
    """Tell whether it is asked when something was issued, not by when something must be done."""
    return ISSUED_WHEN.search(folded) is not None and _NOT_ISSUED.search(folded) is None


def asks_replaced(folded: str) -> bool:
    """Tell whether it is asked what a directive took the place of, not what took its place."""
    return REPLACED_WHAT.search(folded) is not None


WHICH_DIRECTIVE = Sought(
    r"\b(?:van ban|thong bao|nghi quyet|cong van|vb)(?: ket luan)? (?:nao|so may|so bao nhieu)\b(?! (?:co |nhieu|giao))|\bla (?:van ban )?so (?:may|bao nhieu)\b|\bky (?:van ban|vb|thong bao|cai) nao\b"
    r"|\b(?:van ban|vb|thong bao)\b.{0,60}\bso (?:may|bao nhieu)\b|\bwhich (?:directive|document|notice|resolution) (?:is|was|did|passes|replaced|replaces|signed)\b"
)


def frames_of(raw: str, folded: str) -> tuple[Sought | str, ...]:
    """Return the patterns that carry no topic in this question: asking for indicators, "chỉ tiêu" is none."""
    if asks_databases(raw, folded):
        return (*_DATABASE_FRAMES, *FRAMES)
    return (*_INDICATOR_FRAMES, *FRAMES) if says(INDICATOR, raw, folded) else FRAMES


def focus_of(raw: str, folded: str, *, of_directive: bool = False) -> str:
    """Return the field of a task or directive that is asked for: its leads, deadline, signer …; "" for none."""
    signed = _SIGNED_BY.search(folded) if of_directive else None
    if _SIGNER.search(folded) or (signed and raw[signed.start(1) : signed.end(1)].lower() in ("ky", "ký", "kí")):
        return "signer"
    return next((name for name, pattern in DETAIL if says(pattern, raw, folded)), "")


def asks_tasks(raw: str, folded: str, *, limited: bool, owned: bool) -> bool:
    """Tell whether tasks are asked for, or what must come of them by a time or from somebody."""
    if any(True for _ in find(LISTING, raw, folded)):
        return True
    named = limited or (owned and _MUST.search(folded) is not None)
    return named and any(True for _ in find(_OUTPUTS, raw, folded))


def asks_databases(raw: str, folded: str) -> bool:
    """Tell whether a question is about the tracked databases: their criteria or their connection."""
    named = says(DATABASE, raw, folded) or _SYSTEM.search(folded) is not None
    return named and (says(DATABASE_STATE, raw, folded) or asks_tracked(raw, folded))


def asks_tracked(raw: str, folded: str) -> bool:
    """Tell whether it is asked which databases there are or how many, and nothing of what must be done."""
    return says(_TRACKED, raw, folded) and _TO_BE_MADE.search(folded) is None


def of_registers(raw: str, folded: str) -> bool:
    """Tell whether a question is about the tracked databases or the indicators."""
    return asks_databases(raw, folded) or says(INDICATOR, raw, folded)


TWINS: dict[str, frozenset[str]] = {
    "cham": frozenset({"cham", "chậm"}),
    "tre": frozenset({"tre", "trễ"}),
    "dem": frozenset({"dem", "đếm"}),
    "dat": frozenset({"dat", "đạt"}),
    "du": frozenset({"du", "đủ"}),
    "nganh": frozenset({"nganh", "ngành"}),
    "may": frozenset({"may", "mấy"}),
    "theo": frozenset({"theo"}),
    "bo": frozenset({"bo", "bộ"}),
    "nam": frozenset({"nam", "năm"}),
    "quy": frozenset({"quy", "quý", "qúy", "quí"}),
    "tinh": frozenset({"tinh", "tỉnh"}),
    "so": frozenset({"so", "số"}),
    "it": frozenset({"it", "ít"}),
    "lon": frozenset({"lon", "lớn"}),
    "cao": frozenset({"cao"}),
    "bi": frozenset({"bi", "bị"}),
    "phan": frozenset({"phan", "phân"}),
    "chia": frozenset({"chia"}),
    "loai": frozenset({"loai", "loại"}),
    "no": frozenset({"no", "nợ"}),
    "tru": frozenset({"tru", "trừ"}),
    "ngoai": frozenset({"ngoai", "ngoài", "ngoại"}),
}  # fmt: skip
_TWINS_IN_PHRASES = frozenset({"no", "tru", "ngoai"})
_WORD = Sought(r"[^\W\d_]+")
_TIME_WORDS = (
    "quy thang nam ngay tuan nay sau toi truoc qua dau cuoi giua nua hom mai kia tet het den tu trong vong gan day ke tiep roi ngoai hien tai "
    "qui mot hai ba bon tu nam sau bay tam chin muoi quarter half month months week weeks day days year years today tomorrow yesterday "
    "next last past later earlier onward onwards beyond this first second third fourth before after until since between within early late end beginning january february march april "
    "may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
)


def question_words() -> set[str]:
    """Return the folded words that questions are made of."""
    patterns = [p for _, p in (*STATES, *DETAIL)]
    patterns += [
        p.pattern for p in (COUNT, FACT, INDICATOR, DATABASE, DATABASE_STATE, LISTING, DIRECTIVES, GREETING, THANKS)
    ]
    patterns += [p.pattern for p in (LEAD, COORDINATE, ANY_ROLE, MINE)]
    plain = " ".join([" ".join(frame.WORDS), _TIME_WORDS, *(re.sub(r"\\[bwWsSdD]", " ", p) for p in patterns)])
    return set(re.findall(r"[a-z]{2,}", plain))


def well_spelt(raw: str) -> bool:
    """Tell whether `raw` carries no marks that make it another word than the one meant."""
    lowered = raw.lower()
    folded = fold_aligned(lowered)
    places = list(_WORD.finditer(folded))
    if len(places) > 1:  # phrases are told apart by their words
        places = [found for found in places if found.group() in _TWINS_IN_PHRASES]
    for found in places:
        meant = TWINS.get(found.group())
        if meant is not None and lowered[found.start() : found.end()] not in meant:
            return False
    return True


@lru_cache(maxsize=256)
def says(pattern: Sought | str, raw: str, folded: str) -> bool:
    """Tell whether `pattern` fits somewhere; the same is asked of a question by one rule after another."""
    return next(find(pattern, raw, folded), None) is not None


@lru_cache(maxsize=256)
def _whole_words(pattern: str) -> Sought:
    return Sought(rf"\b(?:{pattern})\b")


STATES_SOUGHT = tuple((name, _whole_words(pattern)) for name, pattern in STATES)


def find(pattern: Sought | str, raw: str, folded: str) -> Iterator[re.Match[str]]:
    """Yield the places where `pattern` fits `folded` and the marks of `raw` agree."""
    sought = _whole_words(pattern) if isinstance(pattern, str) else pattern
    for found in sought.finditer(folded):
        if well_spelt(raw[found.start() : found.end()]):
            yield found
