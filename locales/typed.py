"""What people type, in the words of the language they read: "xong 10" is typed "done 10" in English."""

import re
from collections.abc import Mapping
from functools import cache

# Each command by the name that the code knows it by, and its name in English; and the topics of the help likewise. They
# are declared with the commands, in a room that this one does not import, and named here when that is loaded.
_ENGLISH: dict[str, str] = {}
_TOPICS: dict[str, str] = {}
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
        (r"\btheo c[oô]ng v[aă]n s[oố] (?=[\d…])", "on the basis of letter no. "),
        (r"\bsố (?=[\d…])", "no. "),
        (r"\btu (?=\d+$)", "from "),
        (r"\btiep (?=\d+$)", "next "),
        (r"\bdong y(?=$| \d+$)", "yes"),
        (r"\bdanh sach (?=\d)", "list "),
        (r"\bl[yý] do (?=chờ ý kiến cấp trên$)", "because "),
        (r"\bvan gui$", "anyhow"),
        (r"\bkem tep$", "with file"),
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
# What is no command, and answers us.
_ALONE: Mapping[str, str] = {"xem tiep": "see more"}
# What follows some commands alone.
_BEHIND: Mapping[str, Mapping[str, str]] = {
    "don doc": {"qua han": "overdue"},
    "don vi": {"thay": "replace", "them": "add", "bo": "remove", "bang": "by"},
    "moi": {"lanh dao": "leaders"},
    "phoi hop": {"thay": "replace", "them": "add", "bo": "remove", "bang": "by"},
    "thong bao": {"gui": "send"},
    "trinh lanh dao": {"gui": "send", "tru": "except"},
}


def name_commands(commands: Mapping[str, str], topics: Mapping[str, str]) -> None:
    """Tell the English names of all commands, and of the topics of the help."""
    _ENGLISH.update(commands)
    _TOPICS.update(topics)
    _named.cache_clear()


@cache
def _named() -> re.Pattern[str]:
    if not _ENGLISH:
        msg = "no command has been named: bot.commands is not loaded"
        raise LookupError(msg)
    return re.compile(rf"(?:{'|'.join(sorted(_ENGLISH, key=len, reverse=True))})(?=\s|$)")


def in_english(lines: str) -> str:
    """Lines to type, parted by " · ", with the commands and what is known behind them in English."""
    return " · ".join(map(_line, lines.split(" · ")))


def _line(line: str) -> str:
    slash, text = ("/", line[1:].replace("_", " ")) if line.startswith("/") else ("", line)
    match = _named().match(text)
    if match is None:
        return _ALONE.get(line, line)
    name, rest = match[0], text[match.end() :]
    for words, english in (_TOPICS if name == "tro giup" else _BEHIND.get(name, {})).items():
        rest = re.sub(rf"(?<= ){words}(?=\s|$)", english, rest)
    for pattern, english in _INSIDE:
        rest = pattern.sub(english, rest)
    command = "task" if name == "viec" and rest else _ENGLISH[name]
    return f"{slash}{command.replace(' ', '_') if slash else command}{rest}"
