"""Whether a line asks ("xong 1 chưa em?") and reports nothing. Pure."""

import re

from data.words import ENDINGS, alternatives, fold

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
