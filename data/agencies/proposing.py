"""Which registry fits another body? Units, kinds, groups and codes from the agencies that its plan names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, count
from typing import NamedTuple

from data.agencies.bodies import split
from data.agencies.cell import Token, keys_of, tokenise
from data.agencies.groups import AgencyPart
from data.agencies.lexicon import Sort
from data.agencies.registry import (
    COMMITTEE,
    COMMITTEE_KIND,
    GROUP_KIND,
    LEVELS,
    Home,
    Registry,
    RegistryUnit,
    Word,
    as_set,
    first_letters,
    home_named,
    homeless,
    initials,
    plain,
    short_at_home,
    spelled_out,
    spells,
    words_of,
)
from data.agencies.starts import head_at, named_place, start_at
from data.words import fold

_HOME_LEVELS = ("thanh pho", "tinh", "huyen", "thi xa", "xa", "phuong")
_NO_BODY = re.compile(
    r"(?:nt|như trên|chưa xác định|chưa rõ|chưa có|không)$"
    r"|(?:các |những )?(?:cơ quan|đơn vị|địa phương|tổ chức)(?:, (?:cơ quan|đơn vị|địa phương|tổ chức))*"
    r" (?:được (?:giao|phân công)|(?:theo|có) )"
    r"|theo (?:sự |quyết định |văn bản |kế hoạch )?(?:phân công|phân cấp|phân nhiệm|chức năng|lĩnh vực|nhiệm vụ"
    r"|thẩm quyền|quyết định|kế hoạch|quy định|phụ lục|danh sách|địa bàn)\b"
)
Spellings = Sequence[AgencyPart]
"""The ways in which a plan writes one body; the fullest is first."""
OTHER = "đơn vị"
_OFFICE, _SERVICE, _COUNCIL, _PARTY = "phòng chuyên môn", "đơn vị sự nghiệp", "HĐND", "cơ quan Đảng"
_VERTICAL = "cơ quan ngành dọc / phối hợp"
_SCHOOL = "trường học"
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
    (r"trung tam|tt|tt[a-z]+|ban (quan ly|qlda)|bql\w*|doi|dai|bao|benh vien|thu vien|vien", _SERVICE),
    (r"truong", _SCHOOL),
    (r"ban", "ban"),
    (r"thanh tra", "thanh tra"),
)
# Words of a group, folded → the kinds they stand for. The strong ones tell groups apart; the weak ones fill up.
_LEVELS = {fold(level): (level,) for level in (*_WARDS, *_DISTRICTS)}
_TELLING: dict[str, tuple[str, ...]] = {
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
_UNITS, _BESIDE = "don vi", frozenset({"so", "phong", "ban"})
"""Those words mean a committee's services only beside its offices: "các phòng, ban, đơn vị"; else any body at all."""
_FILLING: dict[str, tuple[str, ...]] = {
    "ban": ("ban",),
    "nganh": (_VERTICAL,),
    _UNITS: (_SERVICE,),
    "don vi su nghiep": (_SERVICE, _SCHOOL),
    "truong": (_SCHOOL,),
    "truong hoc": (_SCHOOL,),
    **dict.fromkeys(("co quan", "chuyen mon", "truc", "tat ca", "toan the", "cap", COMMITTEE), ()),
}
_MEANT = _TELLING | _FILLING
_PHRASE = re.compile(r"(?:{})(?:\s+|$)".format("|".join(sorted(_MEANT, key=len, reverse=True))))
_LONGEST_CODE = 8
_OPEN_GROUP = "G-LQ"
_OWN_COMMITTEE = "UBND"
_COMMITTEE = re.compile(r"[uủ][yỷ]\s+ban\s+nhân\s+dân", re.IGNORECASE)
_ONSET = re.compile(r"[^aeiouy]*")


def propose_registry(cells: Iterable[str], issuer: str = "", there: Iterable[str] = ()) -> Registry:
    """Units for all bodies in the cells, then groups, then what cannot be listed; the issuing committee goes first.

    Spellings of one name become aliases, and codes are made of initials. A group has for members "kind:…" of the kinds
    that its words stand for and that the plan names units of, or that are `there` besides. Persons are left out.
    """
    parts = _bodies(cells)
    home = home_named(issuer) if home_named(issuer).level else _home(parts)
    if home_named(issuer).level:
        parts.insert(0, AgencyPart(issuer, group=False))
    found = sorted(_spellings(parts, home), key=lambda names: (names[0].group, names[0].open))
    kinds = {kind_of(names[0].text, home) for names in found if not names[0].group}.union(there)
    codes = codes_for([Named(names[0], at_home(names[0].text, home)) for names in found])
    return Registry(tuple(_unit(code, names, home, kinds) for code, names in zip(codes, found, strict=True)))


def _bodies(cells: Iterable[str]) -> list[AgencyPart]:
    """What the cells name of units and groups, each way of writing once."""
    parts = dict.fromkeys(part for cell in dict.fromkeys(cells) for part in split(cell))
    return [part for part in parts if not part.person and not names_none(part.text)]


def names_none(text: str) -> bool:
    """Whether it stands where a body should and only says where the bodies are to be found: "theo phân công tại …"."""
    return _NO_BODY.match(text.lower()) is not None


def _unit(code: str, names: Spellings, home: Home, kinds: set[str]) -> RegistryUnit:
    name = names[0]
    aliases = {other.text.casefold(): other.text for other in reversed(names)}
    aliases.pop(name.text.casefold())
    members: tuple[str, ...] = ()
    if name.group and not name.open:
        named = (kind for other in names for kind in kinds_in(other.text, home))
        members = tuple(f"kind:{kind}" for kind in dict.fromkeys(named) if kind in kinds)
    return RegistryUnit(
        code=code,
        name=name.text[:1].upper() + name.text[1:],
        kind=GROUP_KIND if name.group else kind_of(name.text, home),
        aliases=tuple(reversed(aliases.values())),
        members=members,
        open=name.open,
    )


def _home(parts: Iterable[AgencyPart]) -> Home:
    """The level with which names end ("Công an tỉnh") or which they leave out elsewhere, and its place if it is one."""
    names = dict.fromkeys(plain(part.text) for part in parts if not part.group)  # in order, as levels may be tied
    said = Counter(
        level
        for name in names
        for level in _HOME_LEVELS
        if name.endswith(f" {level}") or ((body := name.partition(f" {level} ")[0]) != name and body in names)
    )
    level = said.most_common(1)[0][0] if said else ""
    places = {name.partition(f" {level} ")[2] for name in names} - {""}
    return Home(level, places.pop() if level and len(places) == 1 else "")


def _spellings(parts: Spellings, home: Home) -> list[list[AgencyPart]]:
    """The parts that name one body, together; abbreviations go with the name written out."""
    found: dict[object, list[int]] = {}
    by_initials: defaultdict[str, dict[object, None]] = defaultdict(dict)
    for at in sorted(range(len(parts)), key=lambda at: _plainness(parts[at])):
        key = _key(parts[at], home)
        alike = by_initials.get(_short(parts[at], home), {})
        written_out = (known for known in alike if _abbreviates(parts[at], parts[found[known][0]], home))
        key = key if key in found else next(written_out, key)
        if key not in found:
            for words in _written_out(parts[at], home):
                by_initials[first_letters(words)][key] = None
        found.setdefault(key, []).append(at)
    return [[parts[at] for at in places] for places in sorted(found.values(), key=min)]


def _key(part: AgencyPart, home: Home) -> object:
    if part.open:
        return "open"
    words = at_home(part.text, home)
    return ("group", sameness(part.text, home) or as_set(words)) if part.group else ("unit", words)


def _plainness(part: AgencyPart) -> tuple[int, int]:
    """What the name to be shown has least of: a unit's capitals, an open group's letters; other groups go by order."""
    if part.group:
        return 0, len(part.text) if part.open else 0
    return sum(word.short for word in words_of(part.text)), 0


def at_home(text: str, home: Home) -> str:
    """The plain words without the home place, also where its level is not said: "Thuế Đồng Nai" → "thue"."""
    words = homeless(plain(text), home)
    bare = words.removesuffix(f" {home.place}") if home.place else words
    return words if bare.endswith(tuple(f" {level}" for level in LEVELS)) else bare


def _short(part: AgencyPart, home: Home) -> str:
    """The initials of a unit's name that has abbreviations in it; "" of any other."""
    words = words_of(part.text)
    if part.group or not any(word.short for word in words):
        return ""
    return initials(short_at_home(words, home))


def _written_out(part: AgencyPart, home: Home) -> tuple[str, ...]:
    """The words that abbreviations of a unit's name may stand for, with the home level and without."""
    full = at_home(part.text, home)
    return () if part.group else (full, f"{full} {home.level}".strip())


def _abbreviates(part: AgencyPart, name: AgencyPart, home: Home) -> bool:
    letters, short = _short(part, home), short_at_home(words_of(part.text), home)
    return letters != "" and any(
        letters == first_letters(words) and spells(short, words.split()) for words in _written_out(name, home)
    )


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
    place = start_at(tokens, head[1]) if head and keys_of(tokens[: head[1]]) in _COMMITTEES else None
    if place is None or place.plural or not named_place(tokens, place):
        return "", ""
    return keys_of(tokens[place.head : place.end]), " ".join(token.text for token in tokens[place.end :])


def kinds_in(group: str, home: Home) -> tuple[str, ...]:
    """The kinds of units that a group's words stand for, if they say no more than that: "Các sở, ban, ngành"."""
    phrases = _phrases(group, home)
    told = (phrase for phrase in phrases if phrase != _UNITS or _BESIDE.intersection(phrases))
    return tuple(dict.fromkeys(kind for phrase in told for kind in _MEANT[phrase]))


def sameness(group: str, home: Home) -> frozenset[str]:
    """What two groups share that are one: "Các sở, ngành" and "Sở, ban, ngành". Empty where only the name tells."""
    strong = {phrase for phrase in _phrases(group, home) if phrase in _TELLING}
    wards = strong & {"cap xa", *map(fold, _WARDS)}
    # Whichever kinds of ward are listed, all of them are meant; "các xã" alone are not.
    return frozenset((strong - wards) | {"cap xa"}) if len(wards) > 1 else frozenset(strong)


def _committee(tokens: Sequence[Token], name: str, home: Home) -> str:
    head = head_at(tokens, 0)
    if head is None or keys_of(tokens[: head[1]]) not in _COMMITTEES:
        return ""
    level, _ = territory(name)
    own = plain(name) == f"{COMMITTEE} {home.level} {home.place}"
    return COMMITTEE_KIND if own or not level else level


def _head(tokens: Sequence[Token]) -> str:
    head = head_at(tokens, 0)
    return keys_of(tokens[: head[1]]) if head and head[0] is Sort.TYPE else OTHER


def _phrases(group: str, home: Home) -> list[str]:
    """The known phrases of which a group's name is made; none where it says more than they do."""
    # What follows the committee to which they belong is its place: "các phòng, ban thuộc UBND thành phố".
    words = homeless(plain(group), home).partition(f" {COMMITTEE}")[0]
    found = [match.group().strip() for match in _PHRASE.finditer(words)]
    return found if " ".join(found) == words else []


class Named(NamedTuple):
    """What is to have a code, and the plain words of its name without the home place."""

    part: AgencyPart
    short_name: str


def codes_for(named: Sequence[Named]) -> list[str]:
    """A code for each, no two alike: "SNV", "P-LL" for phường Lê Lợi, "G-SBN" for a group.

    Of several names with the same initials, those with more letters before their vowels show them ("SNGV" for Sở
    Ngoại vụ); what is alike even so is numbered.
    """
    stems = [_stems(each) for each in named]
    codes: dict[str, int] = {}
    numbers: defaultdict[str, count[int]] = defaultdict(lambda: count(2))
    for at in sorted(range(len(named)), key=lambda at: len(set(stems[at]))):
        numbered = (f"{stems[at][0]}-{number}" for number in numbers[stems[at][0]])
        codes[next(code for code in chain(stems[at], numbered) if code not in codes)] = at
    return sorted(codes, key=codes.__getitem__)


def _stems(named: Named) -> list[str]:
    """The code of a name and the one with more of its letters."""
    part, short_name = named
    level, place = territory(part.text)
    if part.open:
        return [_OPEN_GROUP]
    if short_name == COMMITTEE:
        return [_OWN_COMMITTEE]
    if level:
        return [f"{initials(words_of(level)).upper()}-{stem}" for stem in _initials(words_of(place))]
    stems = _initials(_coded(part.text, short_name))
    return [f"G-{stem}" for stem in stems] if part.group else stems


def _coded(name: str, short_name: str) -> Sequence[Word]:
    """The words that make the code: without the home place, and without the committee that a body belongs to."""
    words = words_of(_COMMITTEE.sub("UBND", name))
    at_home = _begins(words, short_name)
    own = tuple(word for word in at_home if word.key != "ubnd")
    return own or at_home


def _begins(words: Sequence[Word], short_name: str) -> Sequence[Word]:
    """The first words, as many as spell the short name; all of them where none do."""
    length = -1
    for end, word in enumerate(words, 1):
        length += 1 + len(spelled_out((word,)))
        if length >= len(short_name):
            return words[:end] if spelled_out(words[:end]) == short_name else words
    return words


def _initials(words: Sequence[Word]) -> list[str]:
    if len(words) == 1:
        return [words[0].key[:_LONGEST_CODE].upper()]
    longer = [*words[:1], *(Word(_onset(word), short=True) for word in words[1:])]
    return [stem[:_LONGEST_CODE].upper() or "DV" for stem in (initials(words), initials(longer))]


def _onset(word: Word) -> str:
    """The letters before the first vowel: "ng" of "ngoai"; all of a word in capitals."""
    found = _ONSET.match(word.key)
    return word.key if word.short else (found.group() if found else "") or word.key[:1]
