"""Orders in running text: what a notice, a dispatch or "Tổ chức thực hiện" has units do, paragraph by paragraph."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from data.documents.document import Duty, Paragraph, fold
from data.documents.instructions import Order, begins_with_unit, order_in, sentences, when_in
from data.documents.labels import labels_of
from data.documents.marks import Mark, Path, bodies, entered, mark_of

ORDERING = frozenset({"Thông báo", "Công văn", "Chỉ thị"})
"""Kinds of documents that have units do something sentence by sentence; what they say is offered, not followed up."""

_NO_ORDER = re.compile(
    r"(?:căn cứ|theo đề nghị|thực hiện (?:kế hoạch|công văn|chỉ thị|nghị quyết)|trên đây là|xét đề nghị|kính gửi"
    r"|kèm theo|\(kèm|(?:thời gian|địa điểm|thành phần) (?:họp|làm việc)?:)",
    re.IGNORECASE,
)
_OVER = re.compile(r"(?<!\w)đã(?! (?:được|nêu|giao|phân công|phê duyệt|ban hành|đăng ký|đề ra)(?!\w))", re.IGNORECASE)
_GIVES_NONE = re.compile(
    r"(?:muc dich|muc tieu|yeu cau|quan diem|can cu|kinh phi|nguon kinh phi|danh gia|tinh hinh"
    r"|ket qua (?:thuc hien|dat)|thuc trang|ton tai|han che|noi nhan|doi tuong|pham vi|thanh phan)"
)
_ALL = re.compile(
    r"(?:cac )?(?:(?:co quan|don vi|dia phuong|phong|ban|nganh)(?:, | va )?)+(?: (?:neu )?tren| co ten tren)?"
)
_TO = re.compile(r"kính gửi\s*:?\s*(.*)", re.IGNORECASE)
_ANNOUNCES = re.compile(r"(?:sau|sau đây|như sau|dưới đây)\s*[:.]?$|:$")
_SHORT = 40
"""Letters of an order that says no more than who and when: what it is about stands in the sentence before."""

_RANKS = {"upper": 0, "roman": 1, "named": 2, "number": 3, "letter": 5, "dash": 6, "plus": 7, "plain": 8}


@dataclass(frozen=True, slots=True)
class _Addressee:
    """Who is meant below a line that names them, as far down as `rank` is not reached again."""

    order: Order
    rank: int


def read_orders(paragraphs: Sequence[Paragraph], taken: Iterable[Duty] = ()) -> tuple[Duty, ...]:
    """What running text has units do, beside the duties `taken` already; a unit's name may stand in a line above.

    Their numbers are those of the paragraphs, with their place in it where it has several.
    """
    known = [fold(duty.text) for duty in taken]
    found: list[tuple[str, Duty]] = []
    addressee: _Addressee | None = None
    everyone = _everyone(paragraphs)
    path: Path = ()
    for mark in map(mark_of, _body(paragraphs)):
        path = () if mark.is_caption else entered(path, mark) if mark.is_numbered else path
        if any(map(gives_none, path)):
            continue
        if addressee is not None and _rank(mark) <= addressee.rank:
            addressee = None
        if (named := _addressee(mark)) is not None:
            addressee = named
        elif not _is_known(mark.text, known):
            base = ".".join(above.number for above in path)
            found += [(base, duty) for duty in _duties(mark, addressee.order if addressee else None, everyone)]
    return _numbered(found)


def gives_none(heading: Mark) -> bool:
    """Whether a heading is of a part that tells what is wanted, what was found or what it costs."""
    brief = len(heading.text) <= _LONGEST_NAME and order_in(heading.text) is None
    return brief and _GIVES_NONE.match(fold(heading.text)) is not None


def under_their_names(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """The duties, each under the unit's name alone where its heading was a whole sentence: "Giao Phòng A …"."""
    return tuple(
        replace(duty, heading=order.lead, coordinating=order.coordinating)
        if (order := order_in(duty.heading))
        else duty
        for duty in duties
    )


def _body(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The text without capitals, labels and what stands after it."""
    for paragraph in bodies(paragraphs):
        text = paragraph.text
        if not _NO_ORDER.match(text):
            yield paragraph


def _everyone(paragraphs: Sequence[Paragraph]) -> Order | None:
    """Whom a letter is to: what stands behind "Kính gửi", and in the lines under it."""
    for place, paragraph in enumerate(paragraphs):
        found = _TO.match(paragraph.text)
        if found is None:
            continue
        names = [found[1]]
        for after in map(mark_of, paragraphs[place + 1 : place + 30]):
            if (
                after.kind not in {"dash", "plus"}
                or not begins_with_unit(after.text)
                or len(after.text) > _LONGEST_NAME
            ):
                break
            names.append(after.text)
        name = "; ".join(filter(None, (each.strip(" .;") for each in names)))
        return Order(name) if name else None
    return None


_LONGEST_NAME = 160


def _rank(mark: Mark) -> int:
    return _RANKS[mark.kind] + (mark.number.count(".") if mark.kind == "number" else 0)


def _addressee(mark: Mark) -> _Addressee | None:
    """Who is meant below a line that holds a unit's name alone, or says that its tasks follow."""
    text = mark.text.strip()
    order = order_in(text)
    if order is not None and _ANNOUNCES.search(text):
        return _Addressee(order, _rank(mark))
    alone = begins_with_unit(text) and len(text) <= _LONGEST_NAME and order is None and not text.endswith((".", ";"))
    return _Addressee(Order(text.rstrip(" :")), _rank(mark)) if alone else None


def _duties(mark: Mark, named: Order | None, everyone: Order | None) -> Iterator[Duty]:
    _, labels = labels_of(mark.text)
    if labels:
        return
    before = ""
    for sentence in sentences(mark.text):
        own = order_in(sentence)
        if own and everyone and _ALL.fullmatch(fold(own.lead)):
            own = replace(own, lead=everyone.lead)
        order = own or named or everyone
        if order is None or _OVER.search(sentence) or not (order.bidden or named or when_in(sentence)):
            before = sentence
            continue
        text = f"{before} {sentence}".strip() if own and _says_little(sentence, own) else sentence
        yield Duty("", order.lead, text, order.coordinating)
        before = ""


def _says_little(sentence: str, order: Order) -> bool:
    return len(sentence) - len(order.lead) - len(order.coordinating) - len(order.when) < _SHORT


def _is_known(text: str, known: Sequence[str]) -> bool:
    if not known:
        return False
    plain = fold(mark_of(Paragraph(text, 0)).text)
    return any(plain in each or each in plain for each in known)


def _numbered(found: Sequence[tuple[str, Duty]]) -> tuple[Duty, ...]:
    several, place = Counter(base for base, _ in found), Counter[str]()
    numbered: list[Duty] = []
    for base, duty in found:
        place[base] += 1
        number = base if base and several[base] == 1 else ".".join(filter(None, (base, str(place[base]))))
        numbered.append(replace(duty, number=number))
    return tuple(numbered)
