"""Kinds (loại) of units by the heads of their names, and the kinds that a group's words stand for."""

import re
from collections.abc import Sequence

from data.agencies.forms import COMMITTEE, COMMITTEE_KIND, Home, homeless, plain
from data.agencies.heads import head_at
from data.agencies.lexicon import Sort
from data.agencies.starts import named_place, start_at
from data.agencies.tokens import Token, tokenise
from data.words import fold

OTHER = "đơn vị"

_OFFICE, _SERVICE, _COUNCIL, _PARTY = "phòng chuyên môn", "đơn vị sự nghiệp", "HĐND", "cơ quan Đảng"
_VERTICAL = "cơ quan ngành dọc / phối hợp"
_UNION = "MTTQ / tổ chức chính trị - xã hội"
_WARDS = ("phường", "xã", "thị trấn", "đặc khu")
_DISTRICTS = ("huyện", "quận", "thị xã", "thành phố")
_COMMITTEES = {"ubnd", "ủy ban nhân dân"}

# How a name begins, folded → its kind; the first that fits. Other names of a type (sở, bộ, cục) have the head as kind.
_BEGINNINGS: tuple[tuple[str, str], ...] = (
    (r"(thuong truc )?(hoi dong nhan dan|hdnd)", _COUNCIL),
    (r"(tinh|thanh|huyen|quan|thi|dang) uy|ban (dan van|tuyen giao|noi chinh)", _PARTY),
    (r"(uy ban )?mat tran|(ub)?mttq", "mặt trận"),
    (r"lien doan lao dong|ldld|hoi (nong dan|cuu chien binh|ccb|lien hiep phu nu|lhpn|phu nu)", _UNION),
    (r"doan (thanh nien|tncs|tn)|(tinh|thanh|huyen|quan|xa) doan", _UNION),
    (r"cong an|catp|quan su|bo (chi huy|chqs|doi|tu lenh)|ban (chi huy quan su|chqs)|bien phong", _VERTICAL),
    (r"((chi )?cuc )?(thue|thong ke|hai quan|quan ly thi truong|thi hanh an)", _VERTICAL),
    (r"kho bac|bao hiem xa hoi|bhxh|ngan hang nha nuoc|toa an|tand|vien kiem sat|vksnd", _VERTICAL),
    (r"phong|p", _OFFICE),
    (r"van phong|vp", "văn phòng"),
    (r"trung tam|tt|tt[a-z]+|ban (quan ly|qlda)|bql\w*|doi|dai|bao|benh vien|thu vien|vien|truong", _SERVICE),
    (r"ban", "ban"),
    (r"thanh tra", "thanh tra"),
)
# Words of a group, folded → the kinds they stand for. The strong ones tell groups apart; the weak ones fill up.
_LEVELS = {fold(level): (level,) for level in (*_WARDS, *_DISTRICTS)}
_STRONG: dict[str, tuple[str, ...]] = {
    "so": ("sở", "văn phòng", "thanh tra"),
    "phong": (_OFFICE, "văn phòng", "thanh tra"),
    "bo": ("bộ",),
    "cap xa": _WARDS,
    "cap huyen": _DISTRICTS,
    "dia phuong": ("tỉnh", *_DISTRICTS, *_WARDS),
    "doan the": (_UNION,),
    "to chuc chinh tri xa hoi": (_UNION,),
    **_LEVELS,
}
_WEAK: dict[str, tuple[str, ...]] = {
    "ban": ("ban",),
    "nganh": (_VERTICAL,),
    "don vi": (_SERVICE,),
    "don vi su nghiep": (_SERVICE,),
    **dict.fromkeys(("co quan", "chuyen mon", "truc", "tat ca", "toan the", "cap", COMMITTEE), ()),
}
_MEANT = _STRONG | _WEAK
_PHRASE = re.compile(r"(?:{})(?:\s+|$)".format("|".join(sorted(_MEANT, key=len, reverse=True))))


def kind_of(name: str, home: Home) -> str:
    """The kind of one unit, to start from: "sở", "phòng chuyên môn", "phường"; "đơn vị" where its name tells none."""
    tokens = tokenise(name)
    if committee := _committee(tokens, name, home):
        return committee
    folded = fold(name)
    known = (kind for begins, kind in _BEGINNINGS if re.match(rf"(?:{begins})\b", folded))
    return next(known, _head(tokens))


def territory(name: str) -> tuple[str, str]:
    """The level and place of a committee that is named with them: "UBND phường Lê Lợi" → phường, Lê Lợi."""
    tokens = tokenise(name)
    head = head_at(tokens, 0)
    place = start_at(tokens, head[1]) if head and _text(tokens[: head[1]]) in _COMMITTEES else None
    if place is None or place.plural or not named_place(tokens, place):
        return "", ""
    return _text(tokens[place.head : place.end]), " ".join(token.text for token in tokens[place.end :])


def kinds_in(group: str, home: Home) -> tuple[str, ...]:
    """The kinds of units that a group's words stand for, if they say no more than that: "Các sở, ban, ngành"."""
    return tuple(dict.fromkeys(kind for phrase in _phrases(group, home) for kind in _MEANT[phrase]))


def sameness(group: str, home: Home) -> frozenset[str]:
    """What two groups share that are one: "Các sở, ngành" and "Sở, ban, ngành". Empty where only the name tells."""
    strong = {phrase for phrase in _phrases(group, home) if phrase in _STRONG}
    wards = strong & {"cap xa", *map(fold, _WARDS)}
    # Whichever kinds of ward are listed, all of them are meant; "các xã" alone are not.
    return frozenset((strong - wards) | {"cap xa"}) if len(wards) > 1 else frozenset(strong)


def _committee(tokens: Sequence[Token], name: str, home: Home) -> str:
    head = head_at(tokens, 0)
    if head is None or _text(tokens[: head[1]]) not in _COMMITTEES:
        return ""
    level, _ = territory(name)
    own = plain(name) == f"{COMMITTEE} {home.level} {home.place}"
    return COMMITTEE_KIND if own or not level else level


def _head(tokens: Sequence[Token]) -> str:
    head = head_at(tokens, 0)
    return _text(tokens[: head[1]]) if head and head[0] is Sort.TYPE else OTHER


def _text(tokens: Sequence[Token]) -> str:
    return " ".join(token.key for token in tokens)


def _phrases(group: str, home: Home) -> list[str]:
    """The known phrases of which a group's name is made; none where it says more than they do."""
    # What follows the committee to which they belong is its place: "các phòng, ban thuộc UBND thành phố".
    words = homeless(plain(group), home).partition(f" {COMMITTEE}")[0]
    found = [match.group().strip() for match in _PHRASE.finditer(words)]
    return found if " ".join(found) == words else []
