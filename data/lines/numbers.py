"""Which tasks a line begins with, and what it counts: "10, 12 và 13 đã gửi 3 tin 2 bài". Pure."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from data.lines.signs import begins, sign
from data.words import COURTESY, alternatives, fold, fold_in_place, phrases, tokens_of, without_pictures

# As they are written together, the longer first; a count of news in one is written "tin, bài".
_NAMES = {
    "tin": "tin",
    "bai": "bài",
    "bai viet": "bài",
    "tin bai": "tin, bài",
    "tin va bai": "tin, bài",
    "bai tin": "tin, bài",
    "tin bai phong su": "tin, bài, phóng sự",
    "phong su": "phóng sự",
    "chuyen muc": "chuyên mục",
    "chuyen de": "chuyên đề",
    "chuyen trang": "chuyên trang",
    "video": "video",
    "clip": "clip",
    "to roi": "tờ rơi",
    "to gap": "tờ gấp",
    "pano": "pano",
    "pa no": "pano",
    "ap phich": "áp phích",
    "bang ron": "băng rôn",
    "tai lieu": "tài liệu",
    "bo tai lieu": "bộ tài liệu",
    "lop": "lớp",
    "lop tap huan": "lớp tập huấn",
    "buoi": "buổi",
    "hoi nghi": "hội nghị",
    "cuoc thi": "cuộc thi",
    "cuoc": "cuộc",
    "cuoc hop": "cuộc họp",
    "cuoc goi": "cuộc gọi",
    "dot": "đợt",
    "luot": "lượt",
    "luot nguoi": "lượt người",
    "luot phat thanh": "lượt phát thanh",
    "nguoi": "người",
    "ho so": "hồ sơ",
    "thu tuc": "thủ tục",
    "hoi vien": "hội viên",
    "doan vien": "đoàn viên",
    "hoc sinh": "học sinh",
    "dai bieu": "đại biểu",
    "ho dan": "hộ dân",
    "ho gia dinh": "hộ gia đình",
    "tai khoan": "tài khoản",
    "mo hinh": "mô hình",
}
# What is counted as well; right behind a number that may be a task's it decides nothing: "vướng 12 bảng hỏng".
_MORE = {
    fold(name): name
    for name in (
        "bằng khen", "câu chuyện", "bản tin", "bảng", "biểu ngữ", "khẩu hiệu", "infographic", "lượt truy cập",
        "lượt xem", "lần phát", "lần phát thanh", "lần", "tin nhắn", "bài đăng",
        "trò chơi", "bài facebook", "status", "poster", "maket", "quyển", "cuốn", "chương trình", "sổ tay", "tờ",
        "buổi phát thanh", "phỏng vấn", "tọa đàm", "câu hỏi", "đối tượng", "học viên", "cán bộ",
        "hộ", "đề cương", "bản tin tư pháp", "banner", "standee", "phướn", "cờ phướn",
        "cụm cổ động", "cụm pano", "cụm", "chuyên đề", "tiểu phẩm", "câu lạc bộ", "tổ công nghệ số", "điểm",
        "bộ tờ gấp", "bộ đề", "bộ câu hỏi", "bộ", "lượt dân", "lượt hướng dẫn", "lượt hồ sơ", "mã qr",
        "văn bản", "công văn", "giờ phát", "phút", "người dân", "doanh nghiệp", "kịch bản", "bài dự thi",
        "cuộc giao lưu", "phiên", "buổi nói chuyện", "bản",
    )
}  # fmt: skip


def _any_of(*names: str) -> str:
    return "|".join(r"[\s,]+".join(map(re.escape, name.split())) for name in sorted(names, key=lambda name: -len(name)))


NO_NOUN = (
    r"\s+(?:(?<=to )(?:chuc|dan pho|truong)|(?<=ban )(?:hanh|giao)|(?<=bo )(?:sung|tri|phan)|(?<=lan )(?:luot|sau"
    r"|nua)|(?<=ho )tro)\b"
)
# All of them as patterns, for folded text: those that are counted wherever they stand, and the others.
NOUNS = _any_of(*_NAMES)
ALL_NOUNS = _any_of(*_NAMES, *_MORE)
COUNTED = phrases(*sorted(_NAMES, key=len, reverse=True))
_COUNT = re.compile(
    rf"(?<![\w/.,-])(?P<n>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})\s*(?P<noun>{ALL_NOUNS})"
    rf"(?![^\W_]|\s*/|{NO_NOUN})"
)


@dataclass(frozen=True, slots=True)
class Count:
    """So many of one kind."""

    number: int
    noun: str


@dataclass(frozen=True, slots=True)
class Counted(Count):
    """So many of one kind, and where a note says so."""

    start: int
    end: int


def counts_in(note: str) -> tuple[Count, ...]:
    """The counts in a note, summed by kind, in the order in which the kinds are named."""
    return _summed(counted_in(note))


def called(noun: str) -> str:
    """A kind of result as it is written: "phong su" → "phóng sự"; one that is not known as it was typed."""
    return _NAMES.get(noun) or _MORE.get(noun, noun)


def noun_first(text: str) -> str:
    """The kind of result that a folded text begins with, as it is written; "" for none."""
    found = re.match(rf"(?:{ALL_NOUNS})(?![^\W_])", text)
    return called(" ".join(found[0].replace(",", " ").split())) if found else ""


def total(notes: Iterable[str]) -> tuple[Count, ...]:
    """The counts of several notes together."""
    return _summed(count for note in notes for count in counted_in(note))


def counted_in(note: str) -> Iterable[Counted]:
    """The counts in a note, one by one, each with its place in the note's composed form."""
    for match in _COUNT.finditer(fold_in_place(unicodedata.normalize("NFC", note))):
        noun = " ".join(match["noun"].replace(",", " ").split())
        yield Counted(int(match["n"].replace(".", "")), called(noun), match.start(), match.end())


def _summed(counts: Iterable[Count]) -> tuple[Count, ...]:
    sums: dict[str, int] = {}
    for count in counts:
        sums[count.noun] = sums.get(count.noun, 0) + count.number
    return tuple(Count(number, noun) for noun, number in sums.items())


# A task's number as plans write them, for a pattern over folded text.
NUMBER = r"(?:\d{1,4}\.(?=[a-hivx]))?(?:[a-h]\.(?=[ivx]+\.|\d))?(?:[ivx]+\.)?\d{1,4}(?:\.\d{1,3})*(?:\(\d\))?"
_TASK = r"(?:(?:cac |nhung )?(?:viec|vc|nhiem vu|nv|muc|tasks?)(?:\b|(?=\d))[ :.]*)"
# "số" leads the first number alone: behind it, it leads that of a document.
_TASK_LEAD = rf"(?P<lead>(?:{_TASK}(?:(?:so|no)\b[ :.]*)?|[#(] *)*)"
_AT_NUMBER = rf"(?P<number>{NUMBER})(?![\w/%]|-\w|\.\w|,\d+ ?(?:trieu|ty|%))"
_FIRST_NUMBER = re.compile(rf"(?P<between>\s*)(?:so\b[ :.]*)?{_TASK_LEAD}{_AT_NUMBER}")
_NEXT_NUMBER = re.compile(rf"(?P<between>[\s,;+&.:!)]*(?:(?:va|and|cung)\s+)?){_TASK_LEAD}{_AT_NUMBER}")
_NAMED = re.compile(_TASK)
# Where a date could not stand: at the very beginning, without a year.
_OF_PLAN = re.compile(rf"\s*(?:{_TASK}|so\b )*(?P<plan>\d{{1,3}})/(?P<number>\d{{1,3}})(?![\w/])(?=[\s,;.!?]|$)")
_WHOLE = re.compile(r"(?<![\w.-])\d{1,9}(?!\w|\.\d)", re.ASCII)
_BEHIND_NUMBER = re.compile(r"(?:[\s,;:.!?)]|[–-](?=\s))*")

# What is counted beside results; and what may as well begin a sentence, where a comma stands before the number.
_COUNTED = (
    sign(*_NAMES, "dai bieu", "phan tram", "%/trieu/ty/nghin/ngan/thung/chiec/cai", "hoc sinh",
         "thang/nam dau/cuoi/qua/lien/nua/truoc", "-/news item/items",
         "news/article/articles/banner/banners/poster/posters",
         "leaflet/leaflets/people/participant/participants/classes/copies/video/videos/document/documents"),
    sign("lan", before=("luot",)),
    sign("ngay/tuan/gio/phut/hom/hour/hours/day/days/week/weeks", before=("#",)),
)  # fmt: skip
_ANOTHER = ("-/so #",)
# Papers have numbers themselves: "12 văn bản 5".
_NUMBERED_TOO = ("chuong trinh", "cong van", "van ban", "to trinh", "ban tin", "cau hoi")
_MAYBE_COUNTED = (
    sign(*(name for name in _MORE if (" " in name or len(name) > len("ban")) and name not in _NUMBERED_TOO)),
    sign(*_NUMBERED_TOO, "hinh/diem/trang/xa/phuong/thon", "ho dan/so", "y kien", "cong chuc", "don vi", "truong",
         "san pham", "tac pham", "thanh vien", before=_ANOTHER),
    sign("ban", before=("hanh/giao", *_ANOTHER)),
    sign("anh", before=("oi/nhe/a/em", *_ANOTHER)),
    sign("ho", before=("tro", *_ANOTHER)),
    sign("to", before=("chuc", *_ANOTHER)),
    sign("dong", before=("y/chi/bo", *_ANOTHER)),
)  # fmt: skip
_ALL_COUNTS = re.compile(rf"(?:[\s,;.+&]*(?:va )?\d[\d.]*\s*(?:{NOUNS})(?![^\W_]))+[\s,;.!]*")

# With these a sentence may begin, or end: "mình xong việc 1", "có".
_SAYING = {"ban", "chau", "chu", "co", "minh", "thay", "the", "toi"}
# A note of nothing but these says nothing: "xong 10 rồi nhé".
_COURTESY = rf"(?:{alternatives({*COURTESY, 'xong', 'hoan thanh', 'already', 'now'} - _SAYING)})"
_NOTHING_SAID = re.compile(rf"(?:{_COURTESY}(?![^\W_])[\s,;:.!]*)+")
_ROI = re.compile(rf"(?:xong )?roi(?: {_COURTESY})*\s*[,;:.]\s*(?=\S)")


_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Argument:
    """The task numbers an argument begins with, and the note after them as written.

    `behind` is all that follows the numbers, what only rounds off the command too.
    """

    numbers: tuple[str, ...]
    note: str
    behind: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class _Item:
    number: str
    end: int
    is_named: bool
    is_joined: bool


def read_argument(text: str) -> Argument:
    """Split "10, 12 đã gửi số 5/BC-VP" into its task numbers, each once, and its note.

    What only rounds off the command is no note: "rồi nhé"; "rồi ạ, số 12/KH-VP" → "số 12/KH-VP".
    """
    text = unicodedata.normalize("NFC", text)
    plain = fold_in_place(text)
    row = _without_counts(_row(text, plain), plain)
    start = _skip(plain, row[-1].end) if row else 0
    behind = text[start:].strip()
    said = plain[start:].strip()
    opening = _ROI.match(said)
    note = "" if _NOTHING_SAID.fullmatch(said) else behind[opening.end() :] if opening else behind
    return Argument(tuple(dict.fromkeys(item.number for item in row)), note, behind)


# Said behind what is told, and no part of it.
_ROUNDED_OFF = re.compile(r"(?:[\s,]+(?:ạ|nhé|nha|nhá)(?: (?:em|anh|chị))?)+[\s.!]*$", re.IGNORECASE)


def told(note: str) -> str:
    """What of a note tells something: no pictures, nothing that only rounds it off; empty where nothing is left."""
    said = _ROUNDED_OFF.sub("", without_pictures(unicodedata.normalize("NFC", note)))
    return "" if _NOTHING_SAID.fullmatch(fold_in_place(said).strip(" ,;:.!")) or not _LETTER.search(said) else said


def first_number(text: str) -> tuple[str, str, bool]:
    """The task number that a text begins with ("" for none), all behind it, and whether more are joined to it."""
    text = unicodedata.normalize("NFC", text)
    plain = fold_in_place(text)
    row = _row(text, plain, of_plan=False)
    if not row:
        return "", text.strip(), False
    more = len(_without_counts(row, plain)) > 1 and row[1].is_joined
    return row[0].number, text[_skip(plain, row[0].end) :].strip(), more


def whole_numbers(text: str) -> tuple[str, ...]:
    """The whole numbers anywhere in a text; a part of "9.10", of "-1" or of a longer one is none."""
    return tuple(_WHOLE.findall(text))


def is_number(word: str) -> bool:
    """Whether a word is a task's number and nothing else: "10", "06.12", "III.1.4"."""
    return re.fullmatch(NUMBER, fold(word)) is not None


def is_count(text: str) -> bool:
    """Whether a text begins by counting something: "3 tin 2 bài", "3 ngày"."""
    plain = fold_in_place(unicodedata.normalize("NFC", text)).strip()
    number = re.match(r"\d[\d.]*", plain)
    return number is not None and begins(tokens_of(plain[number.end() :]), 0, _COUNTED)


def _row(text: str, plain: str, *, of_plan: bool = True) -> list[_Item]:
    """The numbers that stand at the beginning, one after another."""
    found: list[_Item] = []
    if of_plan and (match := _OF_PLAN.match(plain)):
        found.append(_Item(f"{match['plan']}.{match['number']}", match.end(), is_named=True, is_joined=False))
    while match := _NEXT_NUMBER.match(plain, found[-1].end) if found else _FIRST_NUMBER.match(plain):
        if found and not (match["between"] or match["lead"]):
            break
        number = text[match.start("number") : match.end("number")]
        if number.isdecimal():  # 010 is task 10; in 06.10 the zero belongs to the plan
            number = number.lstrip("0") or "0"
        joined = bool(match["between"].strip(" .:!)\n\t") or match["lead"])
        found.append(_Item(number, match.end(), is_named=bool(_NAMED.search(match["lead"])), is_joined=joined))
    return found


def _skip(plain: str, at: int) -> int:
    """Where the words begin behind a number that ends at this place."""
    marks = _BEHIND_NUMBER.match(plain, at)
    return marks.end() if marks else at


def _without_counts(row: list[_Item], plain: str) -> list[_Item]:
    """The numbers that are tasks: the last one may belong to what is counted behind it."""
    if not row or row[-1].is_named:
        return row
    if len(row) == 1:
        return [] if _ALL_COUNTS.fullmatch(plain) else row
    last = row[-1]
    behind = tokens_of(plain[last.end :])
    counts_it = begins(behind, 0, _COUNTED) or (not last.is_joined and begins(behind, 0, _MAYBE_COUNTED))
    return row[:-1] if counts_it else row


_NUMBERED = re.compile(rf"\b(?:viec|vc|nhiem vu|nv|muc|task)(?: so)? ?(?P<number>{NUMBER})\b(?!-\d\d-|-q\d)")
# Right behind what is done with a task, where it counts nothing and is no date: "chưa xong 10", "mai xong 10 ạ".
_BEHIND_VERB = re.compile(
    rf"\b(?:xong|hoan thanh|lam|nop|vuong|gia han|lui|hoan|ok|oke|roi|nhan) (?P<number>{NUMBER})"
    r"(?![\w/%-]|\.\d)"
    r"(?=$|[\s,;.!]+(?:$|a\b|nhe|nha|em|anh|chi|roi|duoc|vao|trong|truoc|sau|den|mai|chieu|thi|chua|da|bi|vi|do)\b"
    r"|[,;.!]+$)"
)


def numbers_within(said: str) -> list[str]:
    """The tasks that a folded text speaks of by number anywhere: "mai em nop viec 10", "chua xong 10"."""
    found = [*_NUMBERED.finditer(said), *_BEHIND_VERB.finditer(said)]
    return list(dict.fromkeys(each["number"] for each in found))


def without_numbers(text: str) -> str:
    """The text without the tasks it names by number, so that what is left may be searched for days."""
    text = unicodedata.normalize("NFC", text)
    plain = fold_in_place(text)
    spans = [found.span() for words in (_NUMBERED, _BEHIND_VERB) for found in words.finditer(plain)]
    kept = (letter for at, letter in enumerate(text) if not any(start <= at < end for start, end in spans))
    return " ".join("".join(kept).split())
