"""An office's line word by word: short words written out, spoken numbers as digits, English in our words. Pure."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from data.lines.of_office_acts import WORDS
from data.words import fold_in_place, is_slip

_TOKEN = re.compile(r"(?<!\w)(?:[ivx]+\.)+\d+(?:\.\d+)*|[^\W\d_]+(?:\d+(?![\w/]))?|\d+(?:[.,]\d+)*[^\W\d_]*|[^\w\s]|\n")

# As they are typed in haste, folded; what these mean elsewhere too is left alone.
_SHORT = {
    "k": "khong", "ko": "khong", "kg": "khong", "kh": "khong", "khg": "khong", "hok": "khong",
    "hem": "khong", "dc": "duoc", "đc": "duoc", "bc": "bao cao", "bcao": "bao cao", "cv": "cong van", "ntn": "the nao",
    "dv": "don vi", "dvi": "don vi", "pb": "phong ban", "px": "phuong xa", "nv": "nhiem vu",
    "vc": "viec", "ld": "lanh dao", "ct": "chu tich", "pct": "pho chu tich", "ds": "danh sach", "th": "tong hop",
    "ck": "chua", "r": "roi", "roai": "roi", "vs": "voi", "mn": "moi nguoi", "mk": "minh", "tb": "thong bao",
    "gh": "gia han", "kps": "khong phat sinh", "hn": "hom nay", "xl": "xin loi", "kq": "ket qua", "mc": "minh chung",
    "sp": "san pham", "lđ": "lanh dao", "cb": "can bo", "hd": "huong dan", "tp": "thanh pho", "chx": "chua",
}  # fmt: skip
_SPOKEN = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10,
}  # fmt: skip
_BEFORE_SPOKEN = {"viec", "vu", "task", "quy"}
_TEN = 10

# English, the longer first; each as we would have typed it.
_ENGLISH = (
    (r"what can you do", "tro giup"),
    (r"(?:get|got|receive) (?:the |a |my |our )?(?:message|reminder|notice)s?", "da nhan duoc tin chua"),
    (r"^any (?:difficulties|problems|obstacles)", "co vuong mac gi khong"), (r"because", "vi"), (r"missing", "thieu"),
    (r"(?:have |has )joined", "da tham gia chua"),
    (r"stop(?: all)? remind(?:ing|ers)", "dung nhac"),
    (r"(?:has|have|did) not (?:yet )?(?:report|submit)(?:ted|ed)?", "chua bao"), (r"upcoming deadlines", "sap den han"),
    (r"received (?:the |a |any )?(?:reminder|message|notice)", "da nhan duoc tin chua"), (r"^set task", "dat han viec"),
    (r"assign (.{1,20}?) to", r"giao \1 cho"), (r"^(?:add (?:a )?(?:new )?|new )task(?: for)?", "them viec moi"),
    (r"what happened with|any news (?:of|on|about)", "tinh hinh"), (r"^compare", "so sanh"),
    (r"(?:are |is )?(?:lagging |still )?behind(?: schedule)?", "chua bao"),
    (r"number of", "bao nhieu"), (r"^submit", "trinh"),
    (r"(?:show|see|send)(?: me)? (?:the )?plan", "xem ke hoach"), (r"chair(?:man|woman|person)", "lanh dao"),
    (r"leads?(?=\?)", "ai chu tri"),
    (r"who (?:has|have) not (?:yet )?(?:reported|submitted)|who (?:hasnt|hasn t|havent) reported", "ai chua bao"),
    (r"(?:has|have|is|are) not (?:yet )?(?:reported|submitted)|not (?:yet )?reported|unreported", "chua bao"),
    (r"(?:which|what) units (?:are|is) (?:late|overdue)", "don vi nao cham"),
    (r"(?:which|what) (?:wards|communes) (?:are|is) (?:late|overdue)", "phuong nao cham"),
    (r"(?:set|change|move) (?:the )?(?:deadline|due date)(?: (?:of|for))?", "dat han"),
    (r"^mark", "ghi"), (r"^add", "them"),
    (r"give (?:an )?extension", "cho gia han"),
    (r"pending reports?|reports? (?:waiting|to review)", "bao cao cho duyet"),
    (r"(?:waiting|pending) extensions?", "gia han nao"), (r"(?:difficulties|problems|obstacles)", "vuong mac"),
    (r"(?:have |has )?not (?:yet )?joined", "chua tham gia"), (r"how many", "bao nhieu"),
    (r"who is (?:late|overdue)", "ai cham"), (r"send (?:a )?reminders? to", "nhac"),
    (r"reminders?", "nhac"), (r"(?:which|what) units?", "don vi nao"), (r"(?:which|what) wards?", "phuong nao"),
    (r"(?:which|what) tasks?", "viec nao"), (r"who is (?:the )?(?:latest|slowest)", "ai cham nhat"),
    (r"(?:how is|how are|how about|what about|status of|progress of|progress on)", "tinh hinh"),
    (r"(?:progress|status|summary|overview)", "tinh hinh"),
    (r"(?:remind|urge|chase|nudge|ping)", "nhac"), (r"(?:overdue|past due|late tasks|late)", "qua han"),
    (r"due (?:soon|this week|next week)|upcoming|coming due", "sap den han"),
    (r"when is (.{1,20}?) due", r"han \1 bao gio"), (r"deadline (?:of|for)", "han"),
    (r"(?:export|download|print)", "xuat"),
    (r"(?:send|submit) (?:it |the report |report )?to (?:the )?leaders?", "trinh lanh dao"),
    (r"(?:do not|don t|dont|refuse to) (?:grant|allow|extend)", "khong cho gia han"),
    (r"(?:refuse|reject|deny)(?: (?:the|this|an))*(?: extension)?", "khong cho gia han"),
    (r"(?:grant|approve|allow) (?:the |an )?extension(?: (?:of|for))?|extend", "cho gia han"),
    (r"(?:send back|return|give back)", "tra lai"), (r"(?:accept|acknowledge|approve)", "ghi nhan"),
    (r"(?:announce|broadcast|notify|tell)", "thong bao"), (r"(?:invite|invitation(?: code)?(?: for)?)", "moi"),
    (r"(?:who has joined|who joined|list of chats|list chats|chats)", "danh sach chat"),
    (r"(?:set|change|move) (?:the )?(?:deadline|due date)(?: (?:of|for))?", "dat han"),
    (r"(?:history|log|audit)(?: of)?", "nhat ky"), (r"(?:delivered|delivery)", "giao nhan"),
    (r"(?:questions?)", "cau hoi"), (r"(?:ranking|rank|rank units|leaderboard|best|worst)", "xep hang"),
    (r"(?:help|commands|how to)", "tro giup"), (r"(?:my work|my tasks)", "viec cua toi"),
    (r"(?:hand over|transfer)", "ban giao"), (r"(?:reported|done|finished|completed)", "xong"),
    (r"(?:show|open|see)(?: the| me)*(?: evidence| photos?)", "xem anh"), (r"^evidence", "xem anh"),
    (r"(?:all units|everyone|everybody)", "tat ca"), (r"extension requests?", "gia han nao"),
    (r"grant", "cho gia han"), (r"(?:news )?(?:articles|news)", "tin bai"), (r"what did", ""), (r"list", "danh sach"),
    (r"(?:all |the )?(?:wards and communes|wards|communes)", "cac phuong xa"),
    (r"(?:departments|offices)", "phong ban"), (r"(?:quarter)", "quy"), (r"(?:tasks?)", "viec"),
    (r"units?", "don vi"), (r"(?:reports?)", "bao cao"), (r"(?:except)", "tru"), (r"(?:ward|commune)", ""),
    (r"(?:who leads|who is responsible for)", "ai chu tri"), (r"(?:plan)", "ke hoach"), (r"all", "tat ca"),
    (r"(?:leaders?)", "lanh dao"), (r"(?:and)", "va"), (r"(?:until|till)", "den"),
    (r"(?:please|about|that|did|do|the|of|for|to|at|in|on|is|are|has|have|been|from|me|my|what|how|who)", ""),
)  # fmt: skip
_ENGLISH_ROWS = tuple((re.compile(rf"\b(?:{words})(?![^\W_])"), said) for words, said in _ENGLISH)
_TELEX = re.compile(r"(?<![\w.-])[a-z]{3,}(?![\w.-])")
_NOT, _POSSESSIVE = re.compile(r"n[’']t\b"), re.compile(r"[’']s\b")
# One of these, in a line without an accent, makes it English.
_TELLS_ENGLISH = re.compile(
    r"\b(?:who|which|how|what|when|task|tasks|remind|urge|report|reports|progress|status|overdue|export|units?|wards?"
    r"|please|approve|accept|extension|deadline|summary|invite|send|help|ranking|due|late|announce"
    r"|show|history|grant|deny|approve|requests?|articles|list|give|add|mark|pending|waiting"
    r"|difficulties|joined|extensions|problems|questions|plan|compare|number|stop|assign|new|deadlines"
    r"|received|happened|submitted|message|any|joined|overall)\b"
)


class Piece(NamedTuple):
    """A word, a number or a mark: where it stands in the line, and what it is read as."""

    start: int
    end: int
    word: str


def in_our_words(line: str) -> str:
    """The line in composed letters; one in English in the words that we would have typed for it."""
    line = unicodedata.normalize("NFC", line)
    plain = fold_in_place(line)
    if plain != line.lower() or not _TELLS_ENGLISH.search(plain) or "how are you" in plain:
        return _TELEX.sub(lambda found: _of_keyboard(found[0]), line) if line.isascii() else line
    line = _POSSESSIVE.sub("", _NOT.sub(" not", line))
    plain = fold_in_place(line)
    for words, said in _ENGLISH_ROWS:
        line, plain = _put(line, plain, words, said)
    return " ".join(line.split())


def _put(line: str, plain: str, words: re.Pattern[str], said: str) -> tuple[str, str]:
    """What a pattern finds in the folded line, replaced in the line as written, so that names keep their capitals."""
    parts, at = [], 0
    for found in words.finditer(plain):
        inside = line[found.start(1) : found.end(1)] if found.re.groups else ""
        parts += [line[at : found.start()], said.replace(r"\1", inside)]
        at = found.end()
    line = "".join([*parts, line[at:]])
    return line, fold_in_place(line)


def pieces_of(line: str) -> list[Piece]:
    """The line's words and marks in their places, the short ones written out."""
    plain = fold_in_place(line)
    found = [Piece(each.start(), each.end(), each[0]) for each in _TOKEN.finditer(plain)]
    return _spoken([_written_out(line, each) for each in found])


def _written_out(line: str, piece: Piece) -> Piece:
    """A code in capitals stays what it is: "KH", "CV" at the head of a document, "NV", "MC" of a unit."""
    typed = line[piece.start : piece.end]
    if typed.isupper() and len(typed) > 1 and piece.word not in {"ko", "dc", "ds", "ct", "pct", "ld", "bc"}:
        return piece
    word = _SHORT.get(piece.word) or (_of_keyboard(piece.word) if typed.lower() == piece.word else piece.word)
    return piece._replace(word=word)


_DOUBLED, _TONE, _DIGITS = (
    re.compile(r"(aa|ee|oo|dd)|(?<=[aou])w"),
    re.compile(r"(?<=[a-z])[sfrxj](?=$|[ptcmng]h?$|ng$)"),
    re.compile(r"(?<=[a-z])\d"),
)


@lru_cache(maxsize=4096)
def _of_keyboard(word: str) -> str:
    """What a keyboard in another way of typing left: "vieejc", "nhaanj" (Telex), "d9o6n" (VNI), where it is known."""
    if word in WORDS or len(word) < 3 or not word[0].isalpha():
        return word
    bare = _DOUBLED.sub(lambda found: found[0][0] if found[1] else "", word)
    for way in (_DIGITS.sub("", word), bare, _TONE.sub("", bare), _DIGITS.sub("", bare)):
        if way != word and way in WORDS:
            return way
    return word


_PAIRS = (
    "tinh hinh", "tong hop", "don doc", "ghi nhan", "tra lai", "chua bao", "qua han", "gia han", "bao cao", "thong bao",
    "xep hang", "cau hoi", "lanh dao", "danh sach", "nhat ky", "thong ke", "tien do", "dat han", "phuong xa",
    "tro giup", "den han", "ban giao", "giao nhan", "khong phat", "phat sinh", "chua nop",
)  # fmt: skip
_LOOKED_AT = 200  # letters of a line in which a slip is looked for
_PAIR = re.compile(r"(?=(?<![^\W\d_])([^\W\d_]{2,} [^\W\d_]{2,})(?![^\W\d_]))")


def repaired(line: str) -> str:
    """The line with its first two words that are a slip away from two which mean something here, set right."""
    plain = fold_in_place(line)
    for found in _PAIR.finditer(plain, 0, _LOOKED_AT):
        if all(word in WORDS for word in found[1].split()):
            continue
        right = next((pair for pair in _PAIRS if found[1] != pair and is_slip(found[1], pair)), None)
        if right:
            return line[: found.start(1)] + right + line[found.end(1) :]
    return line


def _spoken(pieces: list[Piece]) -> list[Piece]:
    """A number in letters behind what is numbered, in digits: "việc mười hai" → "viec 12"."""
    done: list[Piece] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        number = _SPOKEN.get(piece.word) if done and done[-1].word.split(" ")[-1] in _BEFORE_SPOKEN else None
        if number == _TEN and at < len(pieces) and (ones := _SPOKEN.get(pieces[at].word)):
            piece = Piece(piece.start, pieces[at].end, piece.word)
            number, at = _TEN + ones, at + 1
        done.append(piece._replace(word=str(number)) if number else piece)
    return done
