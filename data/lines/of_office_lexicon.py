"""Which words of the tables do others stand for? "Đánh tiếng cho các xã" is "nhac cho G": a small lexicon. Pure.

One row a notion: the word that the tables of kinds know, and what officials say in place of it. A way of saying an old
thing goes here; a new thing that is wanted goes into the tables.
"""

import re
from collections.abc import Sequence

_HEARD = 400  # letters of a kind that say what is wanted; behind them is text


def _row(word: str, *others: str) -> tuple[str, str]:
    return word, "|".join(others)


_LEXICON = (
    # urged
    _row(
        "nhac",
        r"danh tieng(?: lai| nhe)?",
        r"go (?:dau|cua)",
        r"nhan nhac",
        r"nhac kheo",
        r"thuc (?:dit|nhe)",
        r"dot nong",
        r"hoi thuc",
        r"(?:don|thuc) ep",
        r"len tieng nhac",
        r"nhac (?:hang loat|dong loat)",
    ),
    # not reported yet
    _row(
        "chua bao",
        r"(?:con|de|van|dang|bi) trang(?: bao cao| so lieu| tron)?",
        r"(?:bo|de) trong(?= |$)(?! tai)",
        r"chua (?:len|co|day|nhap|vao|chot|ra|cap nhat|trinh|dua|gui)(?: duoc)? (?:so lieu|so|bao cao|ket qua|du"
        r" lieu)(?! (?:van ban|dien thoai|may))",
        r"chua thay (?:bao cao|so lieu|tam hoi|dong tinh|gui|nop|gi|ai bao|bao)(?: gi)?",
        r"(?:bat vo|khong co|chua co|mat) (?:am tin|tin tuc|hoi am|tam hoi)",
        r"(?:lan|mat) (?:tam|hut)",
        r"chua (?:ai|noi nao|ben nao) (?:dong|so|ngo|lam)(?: vao| toi| den| ngang)*",
        r"chua dong (?:vao|toi|den|tay)",
        r"chua (?:rot|nho|o|dong) (?:bao cao|gi)",
        r"chua (?:chiu|buon) (?:bao|nop|gui)(?: cao)?",
        r"chua (?:bao cao|nop|gui|bao) (?:duoc )?(?:gi|mot lan nao)",
    ),
    # overdue
    _row(
        "qua han",
        r"(?:vo|be|troi) (?:tien do|ke hoach|han)",
        r"(?:bi |dang |con )?treo(?: qua)? lau",
        r"de treo",
        r"qua(?: mat)? (?:thoi gian|thoi diem) (?:quy dinh|nop)",
        r"lo (?:moc|tien do|nhip)",
        r"qua hen",
        r"dang le (?:phai )?(?:xong|nop)(?: roi| tu lau)*(?: ma chua xong| ma chua)?",
        r"da het han",
        r"het han (?:ma|roi)(?: van| chua| xong| bao| nop)*",
        r"de (?:tre|cham|muon)(?: viec)?",
        r"khong kip tien do",
        r"den han (?:ma|roi) (?:van )?chua \w+",
    ),
    # due soon
    _row(
        "sap den han",
        r"(?:can_|sat) (?:ngay|ke|nut|gio|moc)(?! (?:may|bao nhieu|D))",
        r"(?:gan|sap den|sap toi) (?:ngay|moc)(?! (?:may|nao|D))",
        r"(?:sap|gan) (?:cham_?|het|dinh|vao) han",
        r"sap phai (?:nop|xong|bao)",
    ),
    _row("khong nop", r"khong (?:chiu|them|buon) (?:nop|bao|gui)(?: cao)?"),
    _row("cham", r"day dua", r"lay nhay", r"cu nhay", r"tri tre", r"lan khan", r"cham chap"),
    _row("bao gio", r"(?<!cau )hoi nao", r"tu hoi nao", r"tu khi nao"),
    _row("the nao", r"the lao", r"(?:nhu|ra|kieu) (?:lao|nao)"),
    _row("het", r"(?<=duyet )(?:sach|tuot)", r"(?<=nhan )(?:sach|tuot)", r"(?<=qua )(?:sach|tuot)"),
    # in the way
    _row(
        "vuong",
        r"(?:bi|dang|co|con|gap)(?: bi| ach| ket| be)? (?:tac(?! duong)|ket(?! xe| duong)|nghen|be tac|ach tac)",
        r"ach tac",
        r"nghen",
        r"be tac",
        r"can (?:ho tro|giup do|thao go)",
    ),
    # a later day
    _row(
        "lui",
        r"khat(?: khiec| han| ngay)?",
    ),
    _row(
        "xin lui",
        r"xin xo",
        r"xin khat",
    ),
    # products
    _row(
        "san pham",
        r"dau ra",
        r"ket qua (?:can|phai) (?:nop|co|dat)",
        r"thu phai nop",
    ),
    # the record
    _row(
        "nhat ky",
        r"dien bien",
        r"qua trinh(?: thuc hien| xu ly)?",
        r"lich trinh(?: xu ly)?",
    ),
    # accepted
    _row(
        "ghi nhan",
        r"(?:tich|tick|bam|an|go|danh dau_?)(?: xanh| duyet| dat)+",
        r"phe (?:duyet|chuan)",
    ),
    # leading and supporting
    _row(
        "chu tri",
        r"(?:lam|giu) (?:dau moi|chinh|dau tau)",
        r"lo chinh",
        r"dau moi chinh",
        r"chiu chinh",
        r"cam cai",
    ),
    _row(
        "phoi hop",
        r"(?:vao )?lam cung(?! nhau)",
        r"cung (?:tham gia )?lam",
        r"ho tro them",
        r"ghe vai",
    ),
    # notices
    _row(
        "thong bao",
        r"(?:loa|phat loa)(?: len| xuong| ra)?(?= (?:cho|toi|den|[UG]))",
        r"(?:dang|ra|phat|gui|lam|soan)(?: mot| cai| giup| ho| cho| dum| lai)* thong bao",
    ),
    # a task beside the plans
    _row(
        "giao viec",
        r"(?:dat|cat|chia|phan) (?:viec|dau viec)(?= cho)",
        r"giao (?:dau viec|cong viec)(?= cho)",
    ),
    # how things stand
    _row(
        "so lieu",
        r"(?:cai |con )?so (?:chot|cuoi|tong|moi nhat|hien tai|den gio|den nay|thuc te)",
        r"con so",
    ),
)
_WORDS = re.compile(
    r"(?<![^\W_])(?:" + "|".join(f"(?P<w{at}>{ways})" for at, (_, ways) in enumerate(_LEXICON)) + r")(?![^\W_])"
)


def in_table_words(words: Sequence[str]) -> list[tuple[int, int, str]]:
    """Which of a line's words, from one up to before another, stand for which of the tables'."""
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    places = {start: step for step, start in enumerate(starts)}
    ends = {start + len(word): step + 1 for step, (start, word) in enumerate(zip(starts, words, strict=True))}
    return [
        (places[found.start()], ends[found.end()], _LEXICON[int((found.lastgroup or "w0")[1:])][0])
        for found in _WORDS.finditer(" ".join(words)[:_HEARD])
        if found.start() in places and found.end() in ends
    ]
