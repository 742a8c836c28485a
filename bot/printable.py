"""What a terminal and a log are given: text, without the characters that command the one or part lines of the other."""

import json
import re
from typing import Any

# Controls but tab and line feed, marks and overrides of direction, separators of lines, halves of letters, tags.
_COMMANDING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_INSTEAD = "\N{REPLACEMENT CHARACTER}"


def printable(text: str) -> str:
    """`text` with a mark in place of each character that a terminal would obey; its lines stay lines."""
    return _COMMANDING.sub(_INSTEAD, text.replace("\r\n", "\n"))


def on_one_line(text: str) -> str:
    """As `printable`, on one line: nothing that was handed in looks like a line of its own."""
    return printable(text).replace("\n", "\\n")


def json_line(value: Any, *, ascii_only: bool = False) -> str:
    """`value` as JSON on one line: letters as they are, and escaped whatever a terminal would obey."""
    written = json.dumps(value, ensure_ascii=ascii_only)
    return _COMMANDING.sub(lambda found: json.dumps(found[0])[1:-1], written)
