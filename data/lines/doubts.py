"""Whether a line reports nothing: it asks ("xong 1 chưa em?"), or the work is not done yet ("chưa ký", "80%"). Pure."""

import re
import unicodedata

from data.lines.notes import evidence_in
from data.lines.numbers import NOUNS
from data.words import COURTESY, ENDINGS, alternatives, fold, fold_in_place

# What may stand behind the words that ask.
_TAIL = re.compile(rf"(?:[\s,.!)]|\b(?:{alternatives(ENDINGS)}))+$")
_MARK = re.compile(r"(?<!\S)(?!\S*://)\S*\?+[.!)”\"…]*(?=\s|$)")
_ENDS = re.compile(
    r"(?:\bchua|(?<!:)(?<!: )(?<!- )\bkhong|\bha|\bphai khong"
    r"|\b(?:den|toi) dau|\bra sao|\b(?:the|nhu) nao|\b(?:khi|luc|ngay|ky|quy) nao|\bbao gio|\bmay gio|\bbao nhieu"
    r"|(?<!khong )(?<!khong co )(?<!chua )(?<!chua co )\b(?:la|lam|con|can|viec|cai) gi)$"
)
_BEGINS = re.compile(r"(?:sao(?! y\b)|vi sao|tai sao|bao gio|khi nao|ai)\b")


def asks(text: str) -> bool:
    """Whether somebody wants to know something: by a question mark, or by the words that end or begin a question."""
    if _MARK.search(text):
        return True
    said = fold(text)
    core = _TAIL.sub("", said)
    return bool(_ENDS.search(core) or _BEGINS.match(said))


# What makes a note of the words behind it: so a choice can bring them along.
NOTE = "ghi chu:"
_AS_NOTE = re.compile(r"^[\s,;:.]*(?:ghi chu|note)\s*:\s*")

# Without accents these are other words too: chưa and chùa, sẽ and sẻ, chờ and cho, đang and đăng, còn and con.
_SPELT = {
    "chua": "chưa", "se": "sẽ", "mai": "mai", "cho": "chờ", "dang": "đang", "con": "còn", "sap": "sắp", "gan": "gần",
    "thieu": "thiếu", "moi": "mới", "toi": "tới", "doi": "đợi", "mot": "một", "kia": "kia", "nua": "nửa",
    "vuong": "vướng",
}  # fmt: skip
_ALSO_SPELT = {"nua": "nữa", "mot": "mốt", "toi": "tối"}

_TIME_TO_COME = (
    r"(?:(?:ngay|sang|trua|chieu|toi|dem) )?(?:mai|kia)(?! (?:tang|tuy|linh|mia|dich|dam))|hom sau|(?:tuan|thang"
    r"|quy|nam|dot|lan|ky) (?:sau|toi)"
    r"|(?:dau|cuoi|giua) (?:buoi|ngay|gio|tuan|thang|quy)|(?:lat|chut|ti|mot lat|mot chut|it hom) nua|sau (?:tet|le)"
    r"|sang (?:thang|tuan|quy|dau)"
)
# With a result beside them these tell when it was reached: "3 tin trong tuần", "số 12/KH-VP chiều nay".
_TIME_NEAR = (
    r"(?:trua|chieu|toi|dem) nay|trong (?:hom nay|(?:sang |chieu |ngay |tuan |thang )(?:nay|mai)|ngay|tuan|thang|buoi)"
    r"|(?:vao |truoc |den |toi |trong |sang )(?:sang |chieu )?(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)"
    r"|chu nhat)(?![^\W_])"
    r"|^(?:sang |chieu )?thu (?:[2-7]|hai|ba|tu|nam|sau|bay)(?! (?:tuan )?(?:truoc|roi|vua))(?![^\W_])"
    r"|(?:^|\b(?:vao|truoc|den) )(?:ngay )?(?:mung|mong) \d+"
    r"|^(?:den |sang )?(?:het|cuoi) (?:thang|quy|nam|tuan)\b"
)
_ACTS = (
    r"(?:lam|trinh|cho|doi|soan|thuc hien|trien khai|xin|hoan thien|hoan thanh|ra soat|tong hop|lay|in\b|chinh"
    r"|xu ly|du thao|to chuc"
    r"|tham muu|tham dinh|xay dung|cap nhat|chuan bi|vuong|viet|sua|gap|co gang|xem|duyet|ky)"
)
_NOT_YET = re.compile(
    r"\bchua(?! (?:co (?!(?:chu ky|so\b|dau\b|van ban|ket qua|bao cao|minh chung|file|quyet dinh"
    r"|y kien(?! (?:phan hoi|khac|gi|trai|thac mac|phan anh|phan nan|dong gop))"
    r"|kinh phi(?! phat sinh)|ke hoach|phe duyet|gi\b|duyet))|phat sinh|ghi nhan|phat hien|nhan duoc|nhan y kien"
    r"|thay|xay ra|de xay"
    r"|ke\b|tinh\b|tung\b|bao gio|bao gom))"
)
# Who has not done something is spoken of, not the work: "cho 20 hộ chưa có thẻ".
_OF_WHOM = re.compile(
    r"\b(?:ho|ho dan|nguoi|nguoi dan|dan|doanh nghiep|co so|truong hop|ca nhan|thanh nien|hoc sinh|xe|cua hang"
    r"|cong dan"
    r"|doi tuong|nhung ai|khu vuc|thon|to dan pho) chua\b"
)
_CANNOT = re.compile(
    r"\b(?:xin )?gia han (?:viec )?\d"
    r"|\bkhong (?:xong|duoc\b(?! phep)|kip|the\b|hoan thanh|lam (?:duoc|xong|kip)|thuc hien|trien khai|to chuc duoc"
    r"|ky|ban hanh|dam bao tien do)"
    r"|\b(?:bi |con )?vuong(?! mac (?:da|duoc"
    r"|nao))(?<!khong vuong)(?<!khong co vuong)(?<!chua vuong)(?<!chua co vuong)"
    r"(?<!khong con vuong)(?<!thao go vuong)(?<!ve vuong)(?<!het vuong)"
)
_WILL = re.compile(
    r"\b(?:se|du kien|dinh|hen|hua|phan dau|co gang|quyet tam)\b(?! (?:tiep|duy tri|tiep tuc"
    r"|thuong xuyen))(?<!an dinh)"
)
_AHEAD = re.compile(rf"\b(?:{_TIME_TO_COME})\b(?! \S+(?: \S+)? tiep)")
_NEAR = re.compile(_TIME_NEAR)
_PARTLY = re.compile(
    rf"\b(?:sap (?!xep|nhap)|gan (?:xong|hoan thanh|het|kip|nhu|hoan)|con (?:thieu|cho|doi|phan|vuong|dang|mot|it"
    r"|lai\b|\d)"
    rf"|(?<!da )(?<!khong con )dang {_ACTS}|moi (?:xong|lam|duoc|chi|co|dang lam|hoan thanh)|do dang|lam do"
    r"|(?:cho|doi) (?:ky|duyet|phe duyet|tham dinh|dong dau|chu ky|lanh dao ky|kinh phi|so lieu|thu truong|sep"
    r"|chi thi|ban hanh|thong qua)"
    r"|(?<!gui )(?<!trinh )(?<!xin )(?:cho|doi) lanh dao)\b"
    r"|(?<!khong )(?<!khong co )(?<!toc )\bthieu\b"
)
_WAITS = re.compile(r"(?<!da )(?<!xin )\bcho y kien\b")
_IN_ENGLISH = re.compile(
    r"\bnot (?:yet|done|finished|signed|complete|sent|approved)|\b(?:tomorrow|next (?:week|month|monday)|almost|nearly"
    r"|partly|waiting|will (?!continue))\b"
)
_DRAFT = re.compile(
    r"\bdu thao\b|\b(?:mot|1) (?:phan|nua)\b(?! mem)|\b(?:mot|1) vai (?:phan|noi dung)|\bnua (?:viec|chung|phan)"
    r"|^(?:duoc )?nua\b|\bco ban\b|\bphan dau\b(?! nam)"
    r"|\btam (?:on|xong|duoc|thoi)\b|^phan (?:1|dau|lon)\b|^tam$|^dau$|\bbuoc dau\b|\bnhung con\b"
    r"|\btrinh (?:\S+ ){0,4}(?:ky|duyet)\b"
)
_PERCENT = re.compile(
    r"(?:^|[,;:.]\s*|\b(?:duoc|dat|moi|khoang|hon|gan|xong) )(?!100\b)\d{1,2}(?:[.,]\d+)? ?(?:%|phan tram)"
    rf"(?:\s*(?:cong viec|khoi luong|ke hoach|nhiem vu|viec|tien do|phan viec|{alternatives(COURTESY)}))*\s*(?:$|[,;.])"
)
# A promise of what backs a result is no doubt of the result.
_PAPER = (
    r"(?:ban (?:giay|scan|chinh|cung|goc|mem|do|sao)|anh|hinh(?: anh)?|file|tep|minh chung|scan|link|so lieu chi tiet"
    r"|van ban|bao cao chi tiet)"
)
_LATER = r"(?:sau|(?:chieu|toi) nay|(?:sang |chieu |ngay )?mai|(?:lat|chut|ti) nua|tuan sau|thu [2-7])"
_SEND = r"(?:gui|nop|bo sung|dinh kem|kem|chuyen|scan|cap nhat|up|dang|co)"
_PAPER_LATER = re.compile(
    rf"\b{_LATER}\b[^,;.]*\b{_SEND}\b[^,;.]*\b{_PAPER}\b"
    rf"|\bchua (?:kip )?{_SEND}(?: (?:lai|them|cho|anh|chi|em|qua|len))* (?:ban (?:giay|scan|cung|goc|mem)|file|anh)\b"
    rf"|\b(?:se )?{_SEND}(?: (?:lai|them|cho|anh|chi|em|qua|len))* {_PAPER}\b[^,;.]*\b{_LATER}\b"
    rf"|\b{_PAPER}\b[^,;.]*\b{_SEND}\b[^,;.]*\b{_LATER}\b|\b{_PAPER}\b[^,;.]*\b{_LATER}\b[^,;.]*\b{_SEND}\b"
)
# The past: "đã gửi chiều nay".
_PAST = re.compile(r"\b(?:da|vua|roi|hom qua|tuan truoc|sang nay)\b(?! (?:len lich|dang ky lich|hen|xep lich))")
_NO_TROUBLE = re.compile(
    r"\b(?:khong|chua) (?:(?:con|co|gi|gap|phat sinh) )*(?:vuong mac|vuong|kho khan|thieu sot|phat sinh|ton dong)\b"
)
_JUST_COUNTED = re.compile(rf"\b\d+ (?:{NOUNS})(?![^\W_])")


def is_unfinished(note: str, *, past: bool = False) -> bool:
    """Whether what stands behind a report's number says that there is nothing, or not all, to report yet.

    `past` says that the command itself did: "đã xong 10 chiều nay".
    """
    if _AS_NOTE.match(fold_in_place(unicodedata.normalize("NFC", note))):
        return False
    said = _NO_TROUBLE.sub(" ", _told(note))
    said = _PAPER_LATER.sub(" ", said)
    if any(
        doubt.search(_OF_WHOM.sub(" ", said))
        for doubt in (_NOT_YET, _CANNOT, _WILL, _AHEAD, _PARTLY, _WAITS, _IN_ENGLISH)
    ):
        return True
    if evidence_in(note) or _JUST_COUNTED.search(said):
        return False
    is_past = past or _PAST.search(said) is not None
    return bool(_DRAFT.search(said) or _PERCENT.search(said) or (not is_past and _NEAR.search(said)))


def promises(text: str) -> bool:
    """Whether plain words speak of what is to come, be it only the paper that backs a result: "em gửi lại sau ạ"."""
    return is_unfinished(text) or _PAPER_LATER.search(_told(text)) is not None


def as_note(note: str) -> str:
    """The words without what makes a note of them: "ghi chú: nhưng chưa ký" → "nhưng chưa ký"."""
    note = unicodedata.normalize("NFC", note)
    lead = _AS_NOTE.match(fold_in_place(note))
    return note[lead.end() :].strip() if lead else note


def _told(text: str) -> str:
    """The words without accents, but for those that only look the same without them."""
    text = unicodedata.normalize("NFC", text.casefold())
    if fold(text) == " ".join(text.split()):
        return fold(text)
    return " ".join(_word(word) for word in re.findall(r"[\w%/-]+|[^\w\s]", text))


def _word(word: str) -> str:
    plain = fold(word)
    if plain not in _SPELT or word in {_SPELT[plain], _ALSO_SPELT.get(plain)} or word == plain:
        return plain
    return "~"
