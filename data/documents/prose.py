"""Plans in lines: a numbered paragraph with "Cơ quan chủ trì: …", "Thời gian: …" under it is a row, as of a table."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from data.documents.document import Paragraph, Row, begins_lower, ends_sentence, fold
from data.documents.headings import Heading, unique_numbers
from data.documents.instructions import Order, order_in, sentences, when_in
from data.documents.labels import Label, labels_of
from data.documents.marks import Mark, Path, bodies, entered, mark_of
from data.documents.paragraphs import PART_NAMES

_ONCE = frozenset({"lead", "deadline"})
_GENERAL = re.compile(r"(?:nhiem vu|noi dung|cong viec)(?: \d+)?[ .:]*")
_ASSIGNING = re.compile(r"chủ trì|thực hiện|tham mưu|phụ trách|chịu trách nhiệm|làm đầu mối|là đầu mối", re.IGNORECASE)
_BRACKET = re.compile(r"\(([^()]{5,300})\)\s*[.;]?$")
_TOGETHER = re.compile(
    r"(?P<lead>.{3,200}?),? (?:(?:là )?(?:cơ quan |đơn vị )?chủ trì,? )?phối hợp(?: với| cùng)*:? (?P<others>\S.*)"
)
_BRIEF = 260
"""A longer sentence about a unit says more than who does it by when."""


@dataclass(slots=True)
class _Group:
    """The labels that stand together, and the lines before them since the last ones."""

    before: list[Mark]
    labels: list[Label] = field(default_factory=list)
    kind: str = ""
    parts: list[str] = field(default_factory=list)
    """What stands line by line under its last label, which says nothing itself."""
    several: bool = False
    """Whether several units have days of their own in such lines."""

    def has(self, *roles: str) -> bool:
        return any(label.role in roles for label in self.labels)

    @property
    def is_task(self) -> bool:
        return self.has("lead")


@dataclass(slots=True)
class _Segment:
    """A numbered paragraph, the headings above it, and the groups of labels under it until the next one."""

    head: Mark | None
    path: Path
    groups: list[_Group] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Found:
    owner: Mark
    number: str
    path: Path
    labels: tuple[Label, ...]
    numbered: bool


def rows_in_lines(paragraphs: Sequence[Paragraph], *, ordering: bool) -> tuple[tuple[Row, ...], tuple[Paragraph, ...]]:
    """The tasks that stand in lines, in their order, and the paragraphs that are of none of them.

    What is no more than a dash among numbered ones is offered. In a document that gives orders only labels make tasks.
    """
    segments = list(_segments(paragraphs, ordering=ordering))
    found = [each for segment in segments for each in _tasks(segment)]
    if not ordering:
        found = [each for segment in segments for each in (*_tasks(segment), *_led_tasks(segment))]
    if not any(_value(each.labels, "deadline") for each in found):
        return (), tuple(paragraphs)
    numbers = _numbers(found)
    dashes = sum(not each.numbered for each in found)
    few = 2 * dashes < len(found)
    rows = tuple(
        replace(_row(each, number), offered=few and not each.numbered)
        for each, number in zip(found, numbers, strict=True)
    )
    return rows, _rest(paragraphs, segments, {each.owner.line for each in found})


def _rest(
    paragraphs: Sequence[Paragraph], segments: Sequence[_Segment], owners: Collection[int]
) -> tuple[Paragraph, ...]:
    """The paragraphs of segments without a task, as their numbers place them."""
    used: set[int] = set()
    for segment in segments:
        if any(line in owners for line in segment.lines):
            used.update(segment.lines[1:] if segment.head and segment.head.line not in owners else segment.lines)
    return tuple(paragraph for paragraph in paragraphs if paragraph.line not in used)


def _segments(paragraphs: Sequence[Paragraph], *, ordering: bool) -> Iterator[_Segment]:
    segment = _Segment(None, (), [_Group([])])
    for mark in map(mark_of, bodies(paragraphs)):
        before, labels = _read(mark, ordering=ordering)
        if mark.is_numbered and not (labels and not before and not _opens(mark, labels)):
            yield segment
            head = replace(mark, text=before or _title(labels))
            segment = _Segment(head, entered(segment.path, head), [_Group([])])
            if labels:
                _add(segment, mark, [label for label in labels if label.role != "title" or before])
        elif labels and before and not _ends_open(segment):
            segment.groups.append(_Group([replace(mark, text=before)]))
            _add(segment, mark, labels)
        elif labels:
            _add(segment, mark, labels)
        elif mark.is_caption:
            yield segment
            segment = _Segment(None, (), [_Group([])])
        else:
            _loose(segment, mark)
        segment.lines.append(mark.line)
    yield segment


def _read(mark: Mark, *, ordering: bool) -> tuple[str, tuple[Label, ...]]:
    """What a line says before its labels, and these: the words of an assignment are labels too."""
    before, labels = labels_of(mark.text)
    if labels or ordering:
        return before, labels
    bracket = _BRACKET.search(mark.text)
    led = order_in(bracket[1]) if bracket and _ASSIGNING.search(bracket[1]) else None
    if bracket and led:
        return mark.text[: bracket.start()].strip(), _as_labels(led, led.when)
    said = list(sentences(mark.text))
    at = next((place for place, each in enumerate(said) if _assigns(each)), None)
    if at is None or (at == 0 and mark.is_numbered):
        return mark.text, ()
    order = order_in(said[at])
    when = when_in(" ".join(said[at:]))
    if order is None or not (when or at == 0):
        return mark.text, ()
    return " ".join(said[:at]), _as_labels(order, when)


def _assigns(sentence: str) -> bool:
    if len(sentence) > _BRIEF or not re.match(r"(?:giao|phân công)\b", sentence, re.IGNORECASE):
        return False
    order = order_in(sentence)
    return order is not None and bool(order.when or _ASSIGNING.search(sentence))


def _opens(mark: Mark, labels: Sequence[Label]) -> bool:
    """Whether a numbered line of labels is a task of its own: "1. Nội dung: …"."""
    return labels[0].role == "title" and mark.kind in {"number", "named"} and bool(labels[0].value)


def _title(labels: Sequence[Label]) -> str:
    return next((label.value for label in labels if label.role == "title"), "")


def _ends_open(segment: _Segment) -> bool:
    return bool(segment.groups[-1].labels) and not segment.groups[-1].labels[-1].value


def _add(segment: _Segment, mark: Mark, labels: Iterable[Label]) -> None:
    for label in labels:
        group = segment.groups[-1]
        if label.role in _ONCE and group.has(label.role):
            segment.groups.append(group := _Group([]))
        group.labels.append(label)
        group.kind = group.kind or mark.kind
        group.parts = []


def _loose(segment: _Segment, mark: Mark) -> None:
    """A line that is no label: what one says that ended open, what goes on with one, or the beginning of another."""
    group = segment.groups[-1]
    last = group.labels[-1] if group.labels else None
    if last and (not last.value or group.parts) and (not group.parts or mark.kind in {"plus", "dash"}):
        group.parts.append(mark.text)
        group.several = group.several or _several(group.parts)
        group.labels[-1] = replace(last, value="; ".join(filter(None, (last.value, mark.text.rstrip(" .;")))))
    elif last and mark.kind == "plain" and begins_lower(mark.text) and not ends_sentence(last.value):
        group.labels[-1] = replace(last, value=f"{last.value} {mark.text.rstrip(' .;')}")
    elif last:
        segment.groups.append(_Group([mark]))
    else:
        group.before.append(mark)


def _tasks(segment: _Segment) -> Iterator[_Found]:
    groups = [group for group in segment.groups if group.is_task]
    head = segment.head
    for place, group in enumerate(groups, 1):
        if group.several:
            continue
        owner = _owner(head, group, alone=len(groups) == 1)
        if owner is None or not (owner.text or group.has("title")):
            continue
        own = owner is head
        number = owner.number if own else f"{head.number}.{place}" if head else str(place)
        path = segment.path[:-1] if own else segment.path
        labels = tuple(group.labels) + _further(segment, group, alone=len(groups) == 1)
        yield _Found(owner, number, path, labels, own)


def _led_tasks(segment: _Segment) -> Iterator[_Found]:
    """What stands under "Phòng A chủ trì thực hiện các nhiệm vụ sau:" and has a time of its own."""
    if any(group.labels for group in segment.groups) or any(map(_is_duties, segment.path)):
        return
    head, above = segment.head, segment.path[:-1]
    leader = next((order for heading in reversed(above) if (order := _leading(heading.text))), None)
    if head is not None and leader and (when := when_in(head.text)):
        yield _Found(head, head.number, above, _as_labels(leader, when), numbered=True)
    own = _leading(head.text) if head is not None else None
    if head is None or own is None:
        return
    for place, mark in enumerate((mark for group in segment.groups for mark in group.before), 1):
        if when := when_in(mark.text):
            yield _Found(mark, f"{head.number}.{place}", segment.path, _as_labels(own, when), numbered=False)


def _leading(text: str) -> Order | None:
    """The order of a sentence that says that its tasks follow."""
    announces = text.rstrip().endswith((":", "sau", "sau đây"))
    return order_in(text) if announces and _ASSIGNING.search(text) else None


def _is_duties(heading: Mark) -> bool:
    return fold(heading.text).startswith(PART_NAMES)


def _as_labels(order: Order, when: str) -> tuple[Label, ...]:
    pairs = (("lead", order.lead), ("coordinating", order.coordinating), ("deadline", when))
    return tuple(Label(role, "", value) for role, value in pairs if value)


def _several(parts: Sequence[str]) -> bool:
    """Whether the lines under one label have several units do something by days of their own."""
    return sum(bool(when_in(part)) and order_in(part) is not None for part in parts) > 1


def _further(segment: _Segment, group: _Group, *, alone: bool) -> tuple[Label, ...]:
    """What stands about the only task of a segment in lines apart from its unit's."""
    if not alone:
        return ()
    known = {label.role for label in group.labels}
    others = (label for other in segment.groups if other is not group for label in other.labels)
    return tuple(label for label in others if label.role not in known)


def _owner(head: Mark | None, group: _Group, *, alone: bool) -> Mark | None:
    """The line whose task the labels are about."""
    last = group.before[-1] if group.before else None
    deeper = group.kind == "plus" and last is not None and last.kind == "dash"
    if head is None or (last is not None and (not alone or deeper or (head.is_section and head.text.isupper()))):
        return last
    return head


def _numbers(found: Sequence[_Found]) -> tuple[str, ...]:
    """As written; a letter with the number that it stands under."""
    numbers = tuple(
        f"{each.path[-1].number}.{each.number}"
        if each.path and re.fullmatch(r"[a-zđ]\d?", each.number)
        else each.number
        for each in found
    )
    if max(Counter(numbers).values()) == 1:
        return numbers
    return unique_numbers([(_headings(each.path), number) for each, number in zip(found, numbers, strict=True)])


def _headings(path: Path) -> tuple[Heading, ...]:
    return tuple(Heading(mark.number, mark.text) for mark in path)


def _value(labels: Iterable[Label], role: str) -> str:
    return "; ".join(label.value for label in labels if label.role == role and label.value)


def _units(labels: Iterable[Label]) -> tuple[str, str]:
    """Who leads and who takes part; both may stand behind one label: "Phòng A chủ trì, phối hợp với Phòng B"."""
    lead, coordinating = (_value(labels, role) for role in ("lead", "coordinating"))
    both = _TOGETHER.fullmatch(lead)
    if both is None:
        return lead, coordinating
    return both["lead"], "; ".join(filter(None, (both["others"], coordinating)))


def _row(found: _Found, number: str) -> Row:
    title, content = found.owner.text.rstrip(" .;:"), _value(found.labels, "title")
    bare = not title or _GENERAL.fullmatch(fold(title))
    lead, coordinating = _units(found.labels)
    extra = [(label.name, label.value) for label in found.labels if label.role == "extra" and label.value]
    if content and not bare:
        extra.insert(0, (next(label.name for label in found.labels if label.role == "title"), content))
    return Row(
        number=number,
        section=" / ".join(map(str, found.path)) or None,
        title=content if bare else title,
        product=_value(found.labels, "product"),
        lead=lead,
        coordinating=coordinating,
        deadline=_value(found.labels, "deadline"),
        extra=tuple(extra),
        line=found.owner.line,
        monitoring=_value(found.labels, "monitoring"),
    )
