"""Which tasks do the words of a chat name: by number, all of them, some left out, or by words of their titles? Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from data.lines.normal import normal
from data.lines.scenes import in_its_plan, own
from data.lines.wishes import Scene

NUMBER = r"\d{1,4}(?:\.\d{1,3})*"
_NOUN = (
    r"(?:cong viec|viec|nhiem vu|dau viec|muc|dau muc|task|nv|noi dung(?= (?:so )?\d+(?! z| ?/)))"
    r"(?: (?:so|thu|cua em|cua phuong))*"
)
_AND = rf"(?: ?(?:,|&|\+|/|va|voi|cung|lan|hay)(?: ca| luon)?)? (?:so )?(?:{_NOUN} )?"
_NOT_A_TASK = (
    r"(?! ?(?:%|(?:phan tram|trieu|ty|nghin|ngan(?! (?:sach|hang))|dong(?! (?:chi|y))|ngay|nam"
    r"|(?:tuan|thang)(?! (?:sau|toi|nay))|gio|h|phut|hom(?! (?:nay|qua|truoc|sau))|nguoi|anh em|chi em|chau|lan"
    r"|tuoi|km|m2|tang|phong(?! (?:xong|da|em|minh|lam|nop|bao|co|deu|chua|dang|hoan))|ruoi|rưỡi|diem|ty so|hang"
    r"|nhom|nha|cuoc goi|bua|ly(?! do)|coc|cai(?! cach)|mon"
    r"|(?:viec|nhiem vu|dau viec)(?! (?:so )?\d))\b))(?![\w/])"
)
_ONE = rf"{NUMBER}{_NOT_A_TASK}"
_LIST = rf"{_ONE}(?:{_AND}{_ONE})*"
_NAMED = re.compile(rf"\b{_NOUN} ?(?:[:#(] ?)?(?P<list>{NUMBER}(?![\w/])(?:{_AND}{_ONE})*)")
_HASH = re.compile(rf"[#(] ?(?P<list>{_ONE})")
_VERBS = (
    r"xong|hoan thanh|phat sinh|vuong mac|vuong|gia han|lui|han|nop|bao cao|bao|minh chung|bao nham|nham|dang lam"
    "|nhac sau|de sau|nhac lai|nhac phoi hop|phoi hop|da nhan|nhan|ok|lam|tien do|sua|bo sung"
    "|kho khan|hoan|hoãn|don doc|trang thai|tinh trang|check|kiem tra"
    "|bo xong|huy|rut|vi sao|tai sao|viec cua toi|ca|rieng|cho|tru|ngoai|con|ve|them|cua"
    "|(?<!ke hoach )(?<!cong van )(?<!van ban )(?<!to trinh )(?<!quyet dinh )so"
    "|voi|va|mỗi|not|rut lai|thu lai"
    "|thi|roi ,|roi|la|duoc|khong co gi|khong co|chua|da|ghi|gui"
)
_BEHIND_VERB = re.compile(rf"\b(?:{_VERBS}) ?(?:: ?|- ?)?(?P<list>{_LIST})")
_TOLD = (
    r"(?:$|[:=,.;)-]|xong|da|chua|khong|thi|la\b|cung|co\b|zcnt|zdoc|zday|zper|zlink|trống|trong\b"
    r"|dang|se\b|hoan|hoãn|lam|nop"
    r"|bao|roi|deu|gan|sap|moi|vuong|kho|ok|het|cho|chờ|em|phuong|xa|phong|ben|van|con|bi|nhe|nha|a\b|gui|duoc|ko"
    r"|binh|xin"
    r"|bang (?:khong|0)|tong\b|đăng|viet|soan|chac|hinh nhu|co le|kha nang|mai\b|hoi|tam|vua|kẹt|ket\b|tac\b|tắc"
    r"|thieu|het"
    r"|bo tay|de\b|duyet|ky\b"
    r"|trien khai|to chuc|thuc hien|tuyen truyen|phat|treo|in\b|ra\b|luon|nua|voi|thoi"
    r"|ban hanh|phat hanh|hop\b|ghep|quay\b|sep\b|lanh dao|chu tich|pct\b|du thao|ban thao|ban nhap|mới\b|so lieu"
    r"|cuoi\b|bai\b(?= (?:da|dang|xong|viet"
    r"|chua))"
    r"|con\b|mỗi\b|phan\b|ca\b|qua\b|dau\b|khoan\b|vẫn|cung\b|toan\b|gia han|lui\b|nay\b|no\b|nhu\b|tuong\b|dau xong"
    r"|(?:chieu|toi|sang|lat)\b|hom (?:nay|qua|truoc|sau)|(?:tuan|thang) (?:sau|toi|nay)|(?:dau|cuoi) (?:tuan|thang))"
)
_OPENING = re.compile(
    rf"^(?:(?:dạ|vang|u|alo|a|em|ok|thi|con|rieng|va|voi|roi|,|chi|anh|oi|thua|bao cao|gui|chao|xin|kinh|cac|bac|co|chu"
    rf"|sep|ad|bot|hello|dong|phuong|phong|xa|don|vi|ubnd|bao|ben|minh|toi|ủa|ua|ơ|o|ê|the|vay|cai|cau|tuong|hoi|hom"
    rf"|truoc|hinh|nhu|hien|gio|nay|bay|tinh|den) )*"
    rf"(?P<list>{_LIST})(?= ?{_TOLD})"
)
_RANGE = re.compile(rf"(?P<from>{NUMBER}) (?:den|toi|->|→|-|–|~) (?:{_NOUN} )?(?P<to>{NUMBER})(?! ?/)(?!\w)")
_IN_LIST = re.compile(NUMBER)
_OUT = re.compile(
    r"\b(?:ngoai tru|tru(?: ra)?|ngoai|loai(?: ra)?|khong tinh"
    rf"|khong ke|chua (?:tinh|ke)|bo(?= (?:viec |nhiem vu )?[\d ,]+ ra\b))(?: moi| mỗi"
    rf"| den)? (?:ra )?(?:cai )?(?:{_NOUN} )?(?P<list>{_LIST})(?: ra\b)?"
)
_LEFT_OUT = re.compile(
    rf"(?:{_OUT.pattern}|\b(?:chi con|con mỗi|con moi|con lai moi|(?:mỗi|moi)(?= (?:viec |nhiem vu )?\d+ (?:la "
    rf"|thi )?chua)|con thieu|thieu"
    rf"|rieng|con"
    rf"|chi) (?:mỗi |co |cai |thieu )?(?:{_NOUN} )?(?P<listed>{_LIST})(?: (?:la|thi|chua|thoi"
    "|nua|a))*)"
)
_ALL = re.compile(
    r"\b(?:(?:ca|tat ca|toan bo|het|du)(?: (?P<count>\d))?(?: (?:cac|nhung|so))? (?:viec"
    r"|nhiem vu|noi dung|cai|thu|muc)\b(?! (?:so )?\d)"
    r"|(?:ca|du) (?P<all>\d)\b|tat (?:tan tat|thay|tuot)\b|hoan tat (?:het|ca|toan bo)\b|moi thu(?= (?:da "
    r"|deu )?(?:xong|hoan|ok))|ca ba\b|ca hai\b|ca bon\b|tat ca\b|toan bo\b|(?:cac"
    r"|moi) (?:viec|nhiem vu)\b"
    r"|\b(?:may|nhung) (?:viec|nhiem vu|dau viec)(?= (?:duoc|da|tren|nay|cua)\b)"
    r"|(?P<deu>\d) (?:viec|nhiem vu) (?:tren )?(?:deu|cung|nay|thi|em|xong|hoan|da|khong)\b|deu (?:xong|hoan|da|khong)"
    r"|(?:xong|hoan thanh|lam|lam xong|bao|nop) (?:sach|tuot|tron|gon|dut diem|ráo|rao|het|ca(?! (?:hai|ba|bon|\d))"
    r"|tat|day du|du)\b(?! han)|(?:nop|gui|bao cao"
    r"|bao) (?:het|day du|du)\b(?! han)|(?:dau viec|viec|nhiem vu|muc|cai|gi) (?:nao "
    r"|gi )?(?:[a-z]+ ){0,3}cung (?:da )?(?:xong|hoan|ok)\b|con lai\b|(?:cac|nhung|may|hai|2) (?:viec|cai) (?:khac"
    r"|kia)\b)"
)
_COUNTS_OF_ALL = {"ca ba": 3, "ca hai": 2, "ca bon": 4}


@dataclass(frozen=True, slots=True)
class Named:
    """The tasks named by `numbers`; those left `out`; whether all are meant, and how many these should be."""

    numbers: tuple[str, ...] = ()
    out: tuple[str, ...] = ()
    is_all: bool = False
    count: int | None = None
    is_plain: bool = False  # called a task, or right behind a verb
    is_vague: bool = False  # something is left out, and nobody knows what


def tasks_named(said: str, scene: Scene) -> Named:
    """The tasks that a part of a line names by number, or all together."""
    known = _known(scene)
    said = _ISSUE.sub(" ", said)
    every = _ALL.search(said)
    left_out = _LEFT_OUT if every else _OUT
    out = _listed(left_out, said, known)
    rest = left_out.sub(" ", said)
    every = _ALL.search(rest)
    rest = " ".join(_ALL.sub(" ", rest).split())
    rest = _ROW.sub(lambda found: _spaced(found[0], scene), rest)
    ranged = _ranged(rest, scene)
    plain = ranged or _listed(_NAMED, rest, known, only=False) or ()
    numbers = [*plain, *_listed(_HASH, rest, known)]
    numbers += [each for each in _listed(_BEHIND_VERB, rest, known, only=bool(plain)) if each not in numbers]
    numbers += [each for each in _listed(_OPENING, rest.strip(), known) if each not in numbers]
    numbers = numbers or list(_listed(_PRODUCT, rest, _planning(scene)))
    count = _count_of(every)
    return Named(_in_order(numbers, rest), out, every is not None and not numbers, count, bool(numbers))


# "Bản tin tư pháp số 1" is an issue of it, "kỳ 2" one of several.
_ISSUE = re.compile(
    r"\b(?:ban tin|tap chi|to bao|noi san|dac san|to gap|to roi|chuyen de|chuyen muc|so tay|phong su|cam nang)"
    r"(?: (?!viec|nhiem|muc|xong|so|cho|cua)[a-z]+){0,4} so \d{1,3}\b(?! (?:va|voi|,) \d)"
    r"|\b(?:ky|tap|lan|dot|ban) (?:thu |so )?\d{1,2}\b(?= (?:cua|da|xong|in|phat hanh|roi)\b)"
)
# "Kế hoạch 10" is the plan that task 10 asks for; "kế hoạch 06" is ours.
_PRODUCT = re.compile(r"\bke hoach (?:so )?(?P<list>[1-9]\d?)(?![\w/.])")


def _planning(scene: Scene) -> frozenset[str]:
    """The unit's own tasks that ask for a plan."""
    planning = (each for each in scene.tasks if any(normal(part).startswith("ke hoach") for part in each.parts))
    return frozenset(each.number for each in planning if each.number not in scene.plans)


def _in_order(numbers: list[str], said: str) -> tuple[str, ...]:
    """The numbers, each once, as they stand in the words."""
    places: dict[str, int] = {}
    for found in _IN_LIST.finditer(said):
        places.setdefault(found[0], found.start())
        places.setdefault(plain_number(found[0]), found.start())
    return tuple(sorted(dict.fromkeys(numbers), key=lambda number: places.get(number, len(said))))


_ROW = re.compile(r"(?<![\w.])\d{1,2}(?:\.\d{1,2}| - \d{1,2}){1,9}(?![\w.])")


def _spaced(row: str, scene: Scene) -> str:
    """A row "1.12.13" or "1 - 12 - 13" with commas, where every part is a task of the unit; two are a range."""
    parts = re.split(r"\.| - ", row)
    is_range = len(parts) == len("ab") and " - " in row
    if row.startswith("0") or is_range or not all(own(scene, each) for each in parts):
        return row
    return " , ".join(parts)


def _count_of(every: re.Match[str] | None) -> int | None:
    if every is None:
        return None
    number = every["count"] or every["all"] or every["deu"]
    return int(number) if number else _COUNTS_OF_ALL.get(every[0])


def _known(scene: Scene) -> frozenset[str]:
    numbers = [*(each.number for each in scene.plan), *(each.number for each in scene.tasks)]
    return frozenset([*numbers, *filter(None, map(in_its_plan, numbers))])


def _listed(pattern: re.Pattern[str], said: str, known: frozenset[str], *, only: bool = True) -> tuple[str, ...]:
    """The numbers of all lists that the pattern finds; of `known` tasks alone, or of any."""
    found: list[str] = []
    for match in pattern.finditer(said):
        for number in _IN_LIST.findall(match["list"] or match.groupdict().get("listed") or ""):
            bare = number if number in known else plain_number(number)
            if bare in known or not only:
                found.append(bare)
    return tuple(dict.fromkeys(found))


def plain_number(number: str) -> str:
    """A task's number as it is kept: "06.10" and "010" are 10."""
    last = number.rpartition(".")[2] if re.fullmatch(r"0\d\.\d+", number) else number
    return last.lstrip("0") or "0" if "." not in last else last


def _ranged(said: str, scene: Scene) -> tuple[str, ...]:
    """The unit's own tasks from one number to another."""
    match = _RANGE.search(said)
    if match is None or not (match["from"].isdecimal() and match["to"].isdecimal()):
        return ()
    first, last = int(match["from"]), int(match["to"])
    own = [each.number for each in scene.tasks]
    if first >= last or str(first) not in own:
        return ()
    return tuple(each for each in own if each.isdecimal() and first <= int(each) <= last)


_IDLE = frozenset(
    re.split(
        r"\|",
        "tuyen truyen|thuc hien|to chuc|trien khai|cai cach|hanh chinh|cach hanh|thanh pho|nguoi dan|thong tin|quan ly"
        "|nha nuoc|doanh nghiep|den nguoi|ke hoach|bao cao|co quan|don vi|hoat dong|su dung|tai lieu|cong tac|tren dia"
        "|dia ban|cac co|duoc ban|ban hanh|so dien|cua chinh|chinh phu|cac ky|thuc hien cac|phap luat|phoi hop|nam 2023"
        "|tiet kiem|thoi gian|chi phi|ca nhan|hung yen|muc do|chu tich|dao tao|can bo|cong chuc|vien chuc|nguoi lao"
        "|van ban|chuong trinh|uy ban|thuong vu|duc luat|dua ra|trong cac|ve viec|so voi|bao dam|den can"
        "|ve cong|gui cac|nguoi dung|dung dau|trong hoat|xay dung|phat trien|cung cap|cac van|cua thanh|pho bien|co so"
        "|phong su|tin bai|lao dong|trach nhiem|chat luong|chinh sach|ky luat|trinh phoi|cac luat|kinh doanh|cong thong"
        "|so dong|thu tuc|tu thanh|he thong|dai truyen|truyen thanh|hinh thuc|cac hinh|vien chuc"
        "|duy tri|an toan|hieu qua"
        "|thuc hien ngay|cua cac|va cac|nang cao|chat che|nang luc|ban ve|quoc hoi|moi duoc|dau tu|tap huan"
        "|ban tin|huong dan|tich cuc|chinh thanh|chinh cua|cchc tren|cchc cua|cchc trong|tren cong|tren he"
        "|co che|cac ky hop|cong khai",
    )
)
_LEAST = 2


@lru_cache(maxsize=8)
def _titles(plan: tuple[tuple[str, str], ...]) -> dict[str, frozenset[str]]:
    """Every few words in a row of the titles, their first letters too, and whose titles they stand in."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for number, title in plan:
        for row in re.split(r" [,;.:()] ?", normal(title)):
            words = row.split()
            for length in range(2, 7):
                for at in range(len(words) - length + 1):
                    some = words[at : at + length]
                    found[" ".join(some)].add(number)
                    if length > 2:
                        found["".join(word[0] for word in some)].add(number)
            for word in words:
                if _is_short(word):
                    found[word].add(number)
    return {words: frozenset(numbers) for words, numbers in found.items()}


def _is_short(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and not re.search(r"[aeiouy]", word)


_SAME = ((re.compile(r"\bonline\b|\bqua mang\b"), "truc tuyen"), (re.compile(r"\bba con\b"), "nguoi dan"))


def tasks_titled(said: str, scene: Scene) -> tuple[str, ...]:
    """The unit's own task whose title the words are nearest to; none where they may be of two, or of any."""
    best = tasks_like(said, scene)
    return best if len(best) <= 1 else _by_verb(said, best, scene) or _by_product(said, best, scene)


def tasks_like(said: str, scene: Scene) -> tuple[str, ...]:
    """The unit's own tasks whose titles the words are equally near to."""
    own = {each.number for each in scene.tasks}
    rows = tuple((each.number, f"{each.title} ; {' ; '.join(each.parts)}") for each in scene.tasks)
    mine = frozenset(number for number, _ in rows)
    titles = _titles(rows + tuple((each.number, each.title) for each in scene.plan if each.number not in mine))
    scores: defaultdict[str, float] = defaultdict(float)
    alone: defaultdict[str, float] = defaultdict(float)
    for words_said, ours in _SAME:
        said = words_said.sub(ours, said)
    words = said.replace(normal(scene.unit_name), " ").split()
    at = 0
    while at < len(words):
        length = next((n for n in range(6, 0, -1) if _fits(words[at : at + n], titles)), 0)
        owners = titles.get(" ".join(words[at : at + length]), frozenset()) if length else frozenset()
        for number in owners & own:
            scores[number] += (weight := _weight(words[at : at + length], owners, own))
            alone[number] += weight if len(owners & own) == 1 else 0
        at += max(1, length)
    most = max(scores.values(), default=0)
    return tuple(each for each in scores if scores[each] >= most or alone[each] > _LEAST) if most >= _LEAST else ()


def _by_verb(said: str, numbers: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """Of tasks about one thing, the one whose title begins with the verb that is said: "ban hành", "triển khai"."""
    opened = [
        each.number
        for each in scene.tasks
        if each.number in numbers
        and any(f"{one} {two}" in said for one, two in pairwise(normal(each.title).split()[:4]))
    ]
    return (opened[0],) if len(opened) == 1 else ()


def _by_product(said: str, numbers: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """Of tasks about one thing, the one that has a product which is said: its "kế hoạch", its "báo cáo"."""
    named = [
        each.number
        for each in scene.tasks
        if each.number in numbers and any(" ".join(normal(part).split()[:2]) in said for part in each.parts)
    ]
    return (named[0],) if len(named) == 1 else ()


# Of these any report tells.
_NEWS = frozenset({"tin", "bài", "tin, bài", "phóng sự", "chuyên mục"})


def tasks_making(things: Iterable[str], scene: Scene) -> tuple[str, ...]:
    """The one task of the unit's own among whose products is what is counted: "300 tờ gấp"."""
    for thing in (normal(each) for each in things if each not in _NEWS):
        row = [each.number for each in scene.tasks if _is_of(thing, normal(each.product))]
        if len(row) == 1:
            return (row[0],)
    return ()


def _is_of(thing: str, product: str) -> bool:
    """Whether what is counted is among the products, whole or by a word of it: "cụm pano" of "tờ rơi, pano"."""
    return any(
        re.search(rf"\b{re.escape(name)}\b", product) for name in (thing, thing.rpartition(" ")[2]) if len(name) > 3
    )


def _fits(row: list[str], titles: dict[str, frozenset[str]]) -> bool:
    if len(row) == 1:
        return _is_short(row[0]) and row[0] in titles
    return " ".join(row) in titles


def _weight(run: list[str], owners: frozenset[str], own: set[str]) -> float:
    """How much a few words tell: more where more of them tell something, and stand in one title alone."""
    telling = 1.5 if len(run) == 1 else sum(f"{one} {two}" not in _IDLE for one, two in pairwise(run))
    if len(owners & own) > 1:
        return 2.0 * telling / len(owners & own)
    return (2.0 if len(owners) == 1 else 1.5) * telling
