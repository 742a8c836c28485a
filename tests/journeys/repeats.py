"""What a chat was told twice in a day: no line of content, headings and greeting aside, may be."""

import re
from collections import Counter
from collections.abc import Iterable

_PUSHED = re.compile(r"(\d\d/\d\d/\d{4}) \d\d:\d\d → ([^\n]+)\n")
_FRAME = (
    "Kính gửi: ",
    "Trân trọng.",
    "Dear ",
    "Yours faithfully.",
    "Chưa báo: ",
    "Chưa kết nối hoặc chưa nhận được tin nhắc: ",
    "Chủ trì: ",
)


def said_twice(said: Iterable[str]) -> list[tuple[str, str, str]]:
    """The lines that a chat heard more than once on a day, with both, of what a transcript says that was pushed."""
    pushed = ((match[1], match[2], each[match.end() :]) for each in said if (match := _PUSHED.match(each)))
    lines = Counter(
        (day, chat, line.strip())
        for day, chat, words in pushed
        for line in words.splitlines()
        if line.strip() and not line.strip().startswith(_FRAME) and not line.endswith(":")
    )
    return [where for where, count in lines.items() if count > 1]
