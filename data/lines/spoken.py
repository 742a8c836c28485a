"""A line as the readers see it, and how much of it is understood. Pure."""

import re
from dataclasses import dataclass

from data.lines.marked import Marked
from data.lines.normal import vocabulary


@dataclass(frozen=True, slots=True)
class Line:
    """The line as typed, and with what it names put aside."""

    text: str
    marks: Marked

    @property
    def said(self) -> str:
        """Its normal form."""
        return self.marks.said

    @property
    def start(self) -> str:
        """As much of it as one question or request has words; what is longer is a report, read clause by clause."""
        return self.marks.said[:LONG]


LONG = 300
"""Of more letters than these in a row nothing is read together: some tables look from every word to every other."""

# Words that only address somebody, soften, or round off: a line of nothing else says nothing.
POLITE = vocabulary(
    "a dạ da vang u ok em anh chi co chu bac sep dong cac ban minh toi oi nhe nha nhi nho voi roi thoi day vay the"
    " duoc luon ca nua cam on xin thua kinh gui lai nay ạ nghe cung la thi va cho noi do rat nhieu qua lam ad admin"
    " he thong bot ben phuong xa phong don vi phía chung cua co so uy ban ubnd hi hihi haha alo chao"
)
# Words that tell that the line is about work of a plan.
OF_WORK = re.compile(
    r"\b(?:viec|nhiem vu|bao cao|ke hoach|nop|tuyen truyen|cchc|tin|bai|ket qua|quy|ky"
    "|zper[a-z]|han|so lieu|minh chung|van ban"
    r"|cong viec|don vi|phat sinh|tien do|van ban|dau muc|noi dung)\b"
)

# Of these people talk among themselves.
SMALL_TALK = re.compile(
    r"\b(?:ve thoi|di an|di choi|an com|an trua|nhau|ca phe|cafe|bong da|phim|ngu|troi|me"
    "|con be|vo|chong|duong|xe|dam cuoi|sinh nhat|luong|thuong tet|nghi le|bun|(?<!thanh )(?<!dan )(?<!khu )pho"
    "|thoi tiet|di choi|an (?:sang|toi|chua|gi)|^ve chua|thu may|may gio roi|lich hop|co hop"
    "|hop (?:luc|o|may)|lang nhang"
    r"|viec nha(?! \w*bao)|viec rieng|nhe nguoi|con (?:em|toi|anh|chi) )\b"
)


def is_made_of(said: str, words: frozenset[str]) -> bool:
    """Whether every word of a line is one of these; marks do not count."""
    return all(word in words for word in re.findall(r"\w+", said))


def foreign(said: str, words: frozenset[str]) -> int:
    """How many words of a line are none of these."""
    return sum(word not in words for word in re.findall(r"\w+", said))
