"""Whether a line reports nothing: it asks ("xong 1 chưa em?"), or the work is not done yet ("chưa ký", "80%"). Pure.

What stands behind "ghi chú:" is a note and doubts nothing; what adds to a result ("chưa có phản ánh", "gửi bản giấy
sau") does not either. Where two readings remain, the words count as doubtful.
"""

import re
import unicodedata
from collections.abc import Callable

from data.lines.notes import evidence_in
from data.lines.numbers import COUNTED
from data.lines.signs import Sign, every, sign, tells
from data.words import AHEAD, COURTESY, ENDINGS, Cursor, Phrases, Token, phrases, tokens_of

# Without accents these are other words too: chưa and chùa, sẽ and sẻ, chờ and cho, đang and đăng, còn and con.
_SPELT = {
    "chua": {"chưa"}, "se": {"sẽ"}, "mai": {"mai"}, "cho": {"chờ"}, "dang": {"đang"}, "con": {"còn"}, "sap": {"sắp"},
    "gan": {"gần"}, "thieu": {"thiếu"}, "moi": {"mới"}, "toi": {"tới", "tối"}, "doi": {"đợi"}, "mot": {"một", "mốt"},
    "kia": {"kia"}, "nua": {"nửa", "nữa"}, "vuong": {"vướng"},
}  # fmt: skip

_WEEKDAY = "thu 2/3/4/5/6/7/hai/ba/tu/nam/sau/bay"
_ACTS = (
    "lam/trinh/cho/doi/soan/xin/lay/in/chinh/vuong/viet/sua/gap/xem/duyet/ky", "thuc hien", "trien khai", "hoan thien",
    "hoan thanh", "ra soat", "tong hop", "xu ly", "du thao", "to chuc", "tham muu", "tham dinh", "xay dung", "cap nhat",
    "chuan bi", "co gang",
)  # fmt: skip
# Who has not done something is spoken of, not the work: "cho 20 hộ chưa có thẻ".
_WHO = (
    "ho/nguoi/dan/xe/thon", "ho/nguoi/cong dan", "doanh nghiep", "co so", "truong hop", "ca nhan", "thanh nien",
    "hoc sinh", "cua hang", "doi tuong", "nhung ai", "khu vuc", "to dan pho",
)  # fmt: skip
_OTHERS_SAY = ("phan hoi", "khac/gi/trai", "thac mac", "phan anh", "phan nan", "dong gop")
_GOES_ON = ("* -/* tiep",)

# Whatever else is said, the work is not done.
_DOUBTS = (
    sign("chua", after=_WHO, before=(
        "co", "phat sinh", "ghi nhan", "phat hien", "nhan duoc", "nhan y kien", "thay", "xay ra", "de xay",
        "ke/tinh/tung", "bao gio/gom",
    )),
    Sign(("chua co",), not_after=_WHO, closes=True),
    sign("chua co chu ky", "chua co so/dau/file/gi/duyet", "chua co van ban", "chua co ket qua", "chua co bao cao",
         "chua co minh chung", "chua co quyet dinh", "chua co ke hoach", "chua co phe duyet", after=_WHO),
    sign("chua co y kien", after=_WHO, before=_OTHERS_SAY),
    sign("chua co kinh phi", after=_WHO, before=("phat sinh",)),
    sign("gia han -/viec #", "xin lui/khat/cham/hoan", "xin gia han",
         "di da", "roi tinh", "la mung/may", "xin den/toi/sang -/ngay/thang #", "xin lui han"),
    sign("khong xong/kip/ky", "khong the", "khong hoan thanh", "khong lam duoc/xong/kip", "khong thuc hien",
         "khong trien khai", "khong to chuc duoc", "khong ban hanh", "khong dam bao tien do"),
    sign("khong duoc", before=("phep",)),
    sign("vuong", after=("khong/chua -/co", "khong con", "thao go", "ve/het"), before=("mac da/duoc/nao",)),
    sign("se", "du kien", "hen", "hua", "phan dau", "co gang", "quyet tam", before=("tiep", "duy tri", "thuong xuyen")),
    sign("dinh", after=("an/ban/nhan/han",), before=("tiep", "duy tri", "thuong xuyen")),
    sign("mai/kia", before=("tang/tuy/linh/mia/dich/dam", *_GOES_ON)),
    sign("hom sau", "tuan/thang/quy/nam/dot/lan/ky sau/toi", "dau/cuoi/giua buoi/ngay/gio/tuan/thang/quy",
         "-/mot lat/chut nua", "ti nua", "it hom nua", "sau tet/le", "sang thang/tuan/quy/dau", before=_GOES_ON),
    sign("sap", before=("xep/nhap",)),
    sign("gan xong/het/kip/nhu/hoan", "con thieu/cho/doi/phan/vuong/dang/mot/it/lai", "con 0/1/2/3/4/5/6/7/8/9"),
    sign(*(f"dang {act}" for act in _ACTS), after=("da", "khong con")),
    sign("moi xong/lam/duoc/chi/co", "moi dang lam", "moi hoan thanh", "do dang", "lam do"),
    sign("cho/doi ky/duyet/sep", "cho/doi phe duyet", "cho/doi tham dinh", "cho/doi dong dau", "cho/doi chu ky",
         "cho/doi lanh dao ky", "cho/doi kinh phi", "cho/doi so lieu", "cho/doi thu truong", "cho/doi chi thi",
         "cho/doi ban hanh", "cho/doi thong qua"),
    sign("cho/doi lanh dao", after=("gui/trinh/xin",)),
    sign("thieu", after=("khong -/co", "toc")),
    sign("cho y kien", after=("da/xin",)),
    sign("not yet/done/finished/signed/complete/completed/sent/approved", "tomorrow", "next week/month/monday",
         "almost/nearly/partly/waiting"),
    sign("will", before=("continue",)),
)  # fmt: skip

# These doubt nothing where a result stands beside them.
_DRAFTS = (
    sign("du thao", "mot/1 vai phan", "mot/1 vai noi dung", "nua viec/chung/phan", "co ban", "tam on/xong/duoc/thoi",
         "buoc dau", "nhung con", "trinh -/* -/* -/* -/* ky/duyet"),
    sign("mot/1 phan/nua", before=("mem",)),
    sign("phan dau", before=("nam",)),
    Sign(("-/duoc nua", "phan 1/dau/lon"), opens=True),
    Sign(("tam/dau",), opens=True, closes=True),
)  # fmt: skip
# With a result or the past beside them these tell when it was reached: "3 tin trong tuần", "số 12/KH-VP chiều nay".
_NEAR = (
    sign("trua/chieu/toi/dem nay", "trong hom nay", "trong ngay/tuan/thang/buoi", "trong sang/chieu nay/mai",
         f"vao/truoc/den/toi/trong/sang -/sang/chieu {_WEEKDAY}", "vao/truoc/den/toi/trong/sang -/sang/chieu chu nhat",
         "vao/truoc/den -/ngay mung/mong #"),
    Sign(("-/ngay mung/mong #", "-/den/sang het/cuoi thang/quy/nam/tuan"), opens=True),
    Sign((f"-/sang/chieu {_WEEKDAY}",), not_before=("-/tuan truoc/roi/vua",), opens=True),
)  # fmt: skip
# "Đã gửi chiều nay".
_PAST = (
    sign("da/vua/roi", "hom qua", "tuan truoc", "sang nay",
         before=("len lich", "dang ky lich", "hen", "xep lich")),
)  # fmt: skip

# A promise of what backs a result is no doubt of the result.
_PAPER = phrases(*every(
    "ban giay/scan/chinh/cung/goc/mem/do/sao", "anh", "hinh anh", "hinh", "file/tep/scan/link", "minh chung",
    "so lieu chi tiet", "van ban", "bao cao chi tiet",
))  # fmt: skip
_SHEET = phrases(*every("ban giay/scan/cung/goc/mem", "file/anh"))
_LATER = phrases(*every(
    "sau", "chieu/toi nay", "sang/chieu/ngay mai", "mai", "lat/chut/ti nua", "tuan sau", "thu 2/3/4/5/6/7"
))  # fmt: skip
_SEND = phrases("gui", "nop", "bo sung", "dinh kem", "kem", "chuyen", "scan", "cap nhat", "up", "dang", "co")
_TO_WHOM = phrases("lai", "them", "cho", "anh", "chi", "em", "qua", "len")
_CLAUSE_ENDS = {",", ";", "."}

_TROUBLE = phrases("vuong mac", "vuong", "kho khan", "thieu sot", "phat sinh", "ton dong")
_OF_WORK = phrases(*every("cong/phan viec", "khoi luong", "ke hoach", "nhiem vu", "viec", "tien do"), *COURTESY)

_MARK = re.compile(r"(?<!\S)(?!\S*://)\S*\?+[.!)”\"…]*(?=\s|$)")
_ENDINGS = phrases(*sorted(ENDINGS, key=len, reverse=True))
# A question ends with these, or begins with those.
_ASKING = (
    Sign(("chua/ha", "phai khong", "den/toi dau", "ra sao", "the/nhu nao", "khi/luc/ngay/ky/quy nao", "bao gio",
          "may gio", "bao nhieu"), closes=True),
    Sign(("khong",), not_after=(":", "-"), closes=True),
    Sign(("la/lam/con/can/viec/cai gi",), not_after=("khong/chua -/co",), closes=True),
    Sign(("vi/tai sao", "bao gio", "khi nao", "ai"), opens=True),
    Sign(("sao",), not_before=("y",), opens=True),
)  # fmt: skip


def asks(text: str) -> bool:
    """Whether somebody wants to know something: by a question mark, or by the words that end or begin a question."""
    return bool(_MARK.search(text)) or tells(_without_endings(tokens_of(text)), _ASKING)


def _without_endings(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A row without what only rounds a question off."""
    end = len(tokens) - AHEAD
    while end:
        start = next((at for at in range(max(0, end - 3), end) if _takes_all(tokens, at, end)), None)
        if start is None:
            break
        end = start
    return (*tokens[:end], *tokens[-AHEAD:])


def _takes_all(tokens: tuple[Token, ...], at: int, end: int) -> bool:
    cursor = Cursor(tokens, at)
    return bool(cursor.phrase(_ENDINGS) or cursor.take(",", ".", "!", ")")) and cursor.at == end


def is_unfinished(note: str, *, past: bool = False) -> bool:
    """Whether what stands behind a report's number says that there is nothing, or not all, to report yet.

    `past` says that the command itself did: "đã xong 10 chiều nay".
    """
    tokens = _told(note)
    if _note_in(tokens) is not None:
        return False
    said = _without(_without(tokens, _no_trouble), _paper_to_come)
    if tells(said, _DOUBTS):
        return True
    if evidence_in(note) or _any(said, _is_count):
        return False
    is_past = past or tells(said, _PAST)
    return tells(said, _DRAFTS) or _any(said, _is_share) or (not is_past and tells(said, _NEAR))


def as_note(note: str) -> str:
    """The words without what makes a note of them: "ghi chú: nhưng chưa ký" → "nhưng chưa ký"."""
    note = unicodedata.normalize("NFC", note)
    start = _note_in(tokens_of(note))
    return note if start is None else note[start:].strip()


def _note_in(tokens: tuple[Token, ...]) -> int | None:
    """Where the words behind "ghi chú:" begin in a line."""
    cursor = Cursor(tokens)
    while cursor.take(",", ";", ":", "."):
        pass
    return cursor.near(-1).end if cursor.take("ghi chu", "note") and cursor.take(":") else None


def _told(text: str) -> tuple[Token, ...]:
    """The words, without those that only look the same as others when their accents are gone."""
    shown = unicodedata.normalize("NFC", text).casefold()
    return tuple(token if _is_spelt(token, shown) else token._replace(word="") for token in tokens_of(shown))


def _is_spelt(token: Token, shown: str) -> bool:
    word = shown[token.start : token.end]
    return word == token.word or word in _SPELT.get(token.word, {word})


_Rule = Callable[[Cursor[Token]], int | None]
"""Gives where what it looks for ends, if that begins at the cursor."""


def _any(tokens: tuple[Token, ...], rule: _Rule) -> bool:
    return any(rule(Cursor(tokens, at)) is not None for at in range(len(tokens) - AHEAD))


def _without(tokens: tuple[Token, ...], rule: _Rule) -> tuple[Token, ...]:
    """A row with empty words in the places of what the rule finds."""
    found, at = list(tokens), 0
    while at < len(tokens) - AHEAD:
        end = rule(Cursor(tokens, at))
        for place in range(at, end or at):
            found[place] = tokens[place]._replace(word="")
        at = end or at + 1
    return tuple(found)


def _is_count(cursor: Cursor[Token]) -> int | None:
    """Of words such as "3 tin"."""
    number, at = cursor.word.isdecimal(), cursor.at + 1
    return at if number and cursor.ahead(1).phrase(COUNTED) else None


def _is_share(cursor: Cursor[Token]) -> int | None:
    """Of words such as "80%", "được 80% khối lượng rồi", with no more in its sentence: not "95% hồ sơ", nor "100%"."""
    before = cursor.near(-1).word
    number = cursor.word
    if (cursor.at and before not in _BEFORE_SHARE) or not number.isdecimal() or len(number) > len("99"):
        return None
    cursor.at += 1
    if cursor.sees(",", ".") and cursor.near(1).word.isdecimal():
        cursor.at += 2
    if not cursor.take("%", "phan tram"):
        return None
    while cursor.phrase(_OF_WORK):
        pass
    return cursor.at if cursor.sees(*_CLAUSE_ENDS) or cursor.here.end == cursor.here.start else None


_BEFORE_SHARE = {",", ";", ":", ".", "duoc", "dat", "moi", "khoang", "hon", "gan", "xong"}


def _no_trouble(cursor: Cursor[Token]) -> int | None:
    """Of words such as "không còn vướng mắc", "chưa phát sinh khó khăn"."""
    if not cursor.take("khong", "chua"):
        return None
    end = None
    while True:
        trouble = cursor.phrase(_TROUBLE)
        if trouble:
            end = cursor.at
        if trouble not in {None, "phat sinh"} or not (trouble or cursor.take("con", "co", "gi", "gap")):
            return end


def _paper_to_come(cursor: Cursor[Token]) -> int | None:
    """Of words such as "chiều nay em gửi bản giấy", "chưa gửi file", "sẽ gửi ảnh sau", "bản giấy mai em nộp"."""
    at = cursor.at
    found = _furthest(cursor, _LATER, _SEND, _PAPER)
    cursor.at = at
    if found is None and cursor.take("chua") and (cursor.take("kip") or True) and cursor.phrase(_SEND):
        found = _sent(cursor, _SHEET)
    cursor.at = at
    if found is None and (cursor.take("se") or True) and cursor.phrase(_SEND) and (sent := _sent(cursor, _PAPER)):
        cursor.at = sent
        found = _last(cursor, _LATER)
    for rest in ((_SEND, _LATER), (_LATER, _SEND)):
        cursor.at = at
        found = found or _furthest(cursor, _PAPER, *rest)
    return found


def _sent(cursor: Cursor[Token], paper: Phrases) -> int | None:
    """Where the paper ends that is sent to somebody: "gửi lại cho anh bản giấy"."""
    end = None
    while True:
        ahead = cursor.ahead()
        end = ahead.at if ahead.phrase(paper) else end
        if not cursor.phrase(_TO_WHOM):
            return end


def _furthest(cursor: Cursor[Token], first: Phrases, second: Phrases, third: Phrases) -> int | None:
    """Where the last of the third kind ends, with the first here and the second before it, in a clause."""
    if not cursor.phrase(first):
        return None
    while not cursor.phrase(second):
        if _is_over(cursor):
            return None
        cursor.at += 1
    return _last(cursor, third)


def _last(cursor: Cursor[Token], kind: Phrases) -> int | None:
    """Where the last phrase of a kind ends that stands from here on in the clause."""
    end = None
    while not _is_over(cursor):
        ahead = cursor.ahead()
        end = ahead.at if ahead.phrase(kind) else end
        cursor.at += 1
    return end


def _is_over(cursor: Cursor[Token]) -> bool:
    return cursor.word in _CLAUSE_ENDS or cursor.here.end == cursor.here.start
