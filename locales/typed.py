"""What people type, in the words of the language they read: "xong 10" is typed "done 10" in English."""

import re
from collections.abc import Mapping

# Each command by the name that the code knows it by, and its name in English.
ENGLISH: Mapping[str, str] = {
    "bao chung": "joint report",
    "bao nham": "undo",
    "ban giao": "hand over",
    "bo nhap": "drop draft",
    "bo qua cau hoi": "skip question",
    "bo tep": "discard file",
    "cau hoi": "questions",
    "cho gia han": "grant",
    "chua bao": "missing",
    "con lai": "left",
    "da nhan": "received",
    "dang ky": "join",
    "dang lam": "progress",
    "danh sach chat": "chats",
    "dat han": "set deadline",
    "doc ke hoach": "read plan",
    "don doc": "urge",
    "don vi": "lead units",
    "dong y cau hoi": "agree question",
    "ghi nhan": "take note",
    "gia han": "extend",
    "giao nhan": "delivery",
    "go lien ket": "unlink",
    "go vuong": "clear difficulty",
    "han": "deadline",
    "hom nay": "today",
    "khong cho gia han": "refuse",
    "khong nhan viec": "refuse duty",
    "khong phat sinh": "no activity",
    "khong tinh viec": "discount task",
    "minh chung": "evidence",
    "bo minh chung": "remove evidence",
    "moi": "invite",
    "ngay mai": "tomorrow",
    "ngon ngu": "language",
    "nhac phoi hop": "ask support",
    "nhac sau": "remind later",
    "nhan viec": "accept duty",
    "nhap": "import draft",
    "nhat ky": "record",
    "phoi hop": "supporting units",
    "qua han": "overdue",
    "quen toi": "forget me",
    "quy nay": "this quarter",
    "sap den han": "due soon",
    "suc khoe": "health",
    "thang nay": "this month",
    "thang sau": "next month",
    "thong bao": "broadcast",
    "san pham": "product",
    "tinh hinh": "status",
    "tinh viec": "count task",
    "tra lai": "send back",
    "trinh lanh dao": "leaders",
    "tro giup": "help",
    "tuan nay": "this week",
    "tuan sau": "next week",
    "vi sao": "why",
    "viec": "tasks",
    "viec ngoai bang": "duties",
    "vuong": "difficulty",
    "xem minh chung": "see evidence",
    "xong": "done",
}
# The fields of a sentence that are lines to type.
FIELDS = frozenset(
    {
        "accept",
        "command",
        "commands",
        "example",
        "instead",
        "invite",
        "leave",
        "look",
        "nothing",
        "refuse",
        "send",
        "urge",
    }
)

# What our own lines have behind a command: who, when, and the words that lead to what somebody would say himself.
_INSIDE = tuple(
    (re.compile(words), english)
    for words, english in (
        (r"\bquy (?=\d)", "quarter "),
        (r"\bthang (?=\d)", "month "),
        (r"(?<=\d )ngay$", "days"),
        (r"\btheo c[oô]ng v[aă]n s[oố] (?=[\d…])", "on the ground of letter no. "),
        (r"\bsố (?=[\d…])", "no. "),
        (r"\btu (?=\d+$)", "from "),
        (r"\btiep (?=\d+$)", "next "),
        (r"^xem tiep$", "see on"),
        (r"\bdong y(?=$| \d+$)", "yes"),
        (r"\bdanh sach (?=\d)", "list "),
        (r"\bl[yý] do (?=chờ ý kiến cấp trên$)", "because "),
        (r"\bvan gui$", "anyhow"),
        (r"\bthu truong$", "head"),
        (r"\bcan bo$", "officer"),
        # What somebody might say.
        (r"\bchờ ý kiến cấp trên$", "we await a decision"),
        (r"\bthiếu số văn bản$", "please add the number of the document"),
        (r"\bvà lý do$", "and what is to be added"),
        (r"\bđã xong dự thảo$", "the draft is ready"),
        (r"\bchưa bố trí được kinh phí$", "there is no budget yet"),
        (r"\bđề nghị gửi số liệu trước (?=\d)", "please send your figures by "),
        (r"\b8 giờ ngày 15/03 họp giao ban$", "meeting at 8 on 15/03"),
        (r"(?<=\d )Báo cáo$", "Report"),
        (r"\bMA-MOI$", "CODE"),
    )
)
# What follows some commands alone.
_BEHIND: Mapping[str, Mapping[str, str]] = {
    "don doc": {"qua han": "overdue"},
    "don vi": {"thay": "replace", "them": "add", "bo": "remove", "bang": "by"},
    "moi": {"lanh dao": "leaders"},
    "phoi hop": {"thay": "replace", "them": "add", "bo": "remove", "bang": "by"},
    "thong bao": {"gui": "send"},
    "trinh lanh dao": {"gui": "send", "tru": "except"},
    "tro giup": {
        "bao viec": "tasks",
        "chung": "this chat",
        "don doc": "reviewing",
        "gia han": "extensions",
        "ke hoach": "plan",
        "tham gia": "chats",
        "theo doi": "following up",
        "thong bao": "notices",
    },
}
_NAMES = re.compile(rf"(?:{'|'.join(sorted(ENGLISH, key=len, reverse=True))})(?=\s|$)")


def in_english(lines: str) -> str:
    """Lines to type, parted by " · ", with the commands and what is known behind them in English."""
    return " · ".join(map(_line, lines.split(" · ")))


def _line(line: str) -> str:
    slash, text = ("/", line[1:].replace("_", " ")) if line.startswith("/") else ("", line)
    match = _NAMES.match(text)
    if match is None:
        return line
    name, rest = match[0], text[match.end() :]
    for words, english in _BEHIND.get(name, {}).items():
        rest = re.sub(rf"(?<= ){words}(?=\s|$)", english, rest)
    for pattern, english in _INSIDE:
        rest = pattern.sub(english, rest)
    command = "task" if name == "viec" and rest else ENGLISH[name]
    return f"{slash}{command.replace(' ', '_') if slash else command}{rest}"
