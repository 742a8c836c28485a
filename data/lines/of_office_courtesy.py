"""What only leads to what an office says, or rounds it off: "em ơi cho tôi hỏi …", "… giúp tôi với nhé". Pure."""

from collections.abc import Sequence

_Row = list[str]


def _rows(texts: str) -> list[_Row]:
    """Phrases parted by marks, as rows of words, the longer first."""
    return sorted((text.split() for text in texts.split("·")), key=len, reverse=True)


_BEFORE = _rows(
    "em oi · alo · a lo · chao em · chao bot · nho em · nho · phien em · phien · giup toi · giup minh · giup"
    "· cho toi hoi · cho minh hoi · cho anh hoi · cho chi hoi · cho hoi · toi hoi · toi muon hoi · xin hoi"
    "· toi oi · cho chi xem · cho chi hoi · check · check giup · ngo giup · cho chi xin · cho anh xin"
    "· cho toi xem · cho minh xem · cho anh xem · cho xem · xem giup · xem ho · toi muon xem · muon xem"
    "· cho toi xin · cho minh xin · cho xin · cho toi · em cho anh · em cho chi · em cho toi · em cho · bao cho toi"
    "· cho toi biet · cho minh biet · cho anh biet · cho biet · toi muon biet · muon biet · toi can · minh can"
    "· kiem tra giup · kiem tra giup toi · kiem tra · liet ke giup · toi muon · minh muon · he thong · bot oi · bot"
    "· hay · vui long · lam on · em · oi · anh oi · chi oi · ban oi · a · vang · uh · u · roi · the con · con · vay"
)
_AFTER = _rows(
    "giup toi · giup minh · giup anh · giup chi · giup em · ho toi · cho toi · cho minh · cho anh · cho em · nao em"
    "· nhe · nha · a · giup · voi · em · toi · minh · di · luon · lun · ngay · gap · nghe · oi · cai · cam on · nhi"
    "· vay · the · day · ha · dum · ho · ban · anh · chi · som"
)
# What follows these belongs to them: "xem anh", "viec cua toi", "tro giup", "quen toi".
_HOLDS = {"kem", "thieu", "co", "can", "xem", "mo", "chup", "gui", "cua", "viec", "quen", "tro", "dong", "theo"}


def without_courtesy(words: Sequence[str]) -> tuple[int, int]:
    """Where what is said begins and ends in a line's words; a line of nothing else keeps its last, or first, word."""
    start, end = 0, len(words)
    while taken := _leading(words, start, end):
        start += taken
    while taken := _closing(words, start, end):
        end -= taken
    return start, end


def _leading(words: Sequence[str], start: int, end: int) -> int:
    fitting = (len(row) for row in _BEFORE if words[start : start + len(row)] == row)
    return next((taken for taken in fitting if taken < end - start), 0)


def _closing(words: Sequence[str], start: int, end: int) -> int:
    fitting = (len(row) for row in _AFTER if words[end - len(row) : end] == row)
    taken = next((taken for taken in fitting if taken < end - start), 0)
    return 0 if taken and words[end - taken - 1] in _HOLDS else taken
