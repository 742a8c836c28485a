"""What a careful officer would ask about a plan before anybody is reminded of it (rà soát dự thảo)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from data.agencies import Match, Registry, resolve
from data.agencies.registry import home_of, homeless, plain, words_of
from data.deadline import Kind
from data.documents import Document
from data.plans import lint_days
from data.plans.drafts import DraftQuestion, DraftTask, PlanDraft
from data.plans.duties import own_product
from data.words import fold
from data.workdays import Workdays

__all__ = ["lint"]


def lint(
    document: Document, draft: PlanDraft, registry: Registry, workdays: Workdays, today: date | None = None
) -> tuple[DraftQuestion, ...]:
    """The Questions that the plan as a whole raises, beside those that reading its cells has left in the draft.

    `fields["guess"]` is the likely answer, where there is one. A Question about a duty that is no task of the draft has
    `task` None and the duty's number in its fields.
    """
    duties = {duty.number for duty in document.duties}
    rows = [task for task in draft.tasks if task.number not in duties]
    said = [(row.number, text) for row in rows for text in (row.title, row.product)]
    said += [(duty.number, duty.text) for duty in document.duties]
    named = [(row.number, cell) for row in rows for cell in (row.lead_text, row.coordinating_text)]
    named += [(duty.number.rpartition(".")[0], duty.heading) for duty in document.duties]
    return (
        *_annex_date(document),
        *_year(draft, said),
        *lint_days.cited(draft, said),
        *_gaps(rows),
        *_repeated(rows),
        *_products(rows),
        *_both_sides(rows, registry),
        *_two_names(named, registry),
        *_depends(draft),
        *lint_days.before_event(draft),
        *lint_days.past(draft),
        *lint_days.day_off(draft, workdays, today),
    )


def _annex_date(document: Document) -> Iterator[DraftQuestion]:
    annex, issued = document.title.annex_cites, document.title.issued_on
    if annex and issued and annex != issued:
        fields = {"annex": annex.isoformat(), "plan": issued.isoformat(), "guess": issued.isoformat()}
        yield DraftQuestion(task=None, code="annex.date", fields=fields)


_NUMBER = re.compile(r"(?P<stem>(?:.*[^\d])?)(?P<tail>\d{1,4})(?:\(\d+\))?")

_LONGEST_GAP = 20  # a number further off belongs to another count


def _gaps(rows: Sequence[DraftTask]) -> Iterator[DraftQuestion]:
    """Rows before which numbers are left out; a number that heads a section is not."""
    last: dict[str, tuple[int, str]] = {}
    headed = {
        word.rstrip(".") for row in rows for part in (row.section or "").split(" / ") for word in part.split()[:1]
    }
    for row in rows:
        found = _NUMBER.fullmatch(row.number)
        if found is None:
            continue
        stem, tail = found["stem"], int(found["tail"])
        before, after = last.get(stem, (tail, ""))
        missing = [f"{stem}{number}" for number in range(before + 1, tail) if f"{stem}{number}" not in headed]
        last[stem] = (tail, row.number)
        if missing and tail - before <= _LONGEST_GAP and not _parents(missing, rows):
            yield DraftQuestion(task=row.number, code="number.gap", fields={"after": after, "missing": missing})


def _parents(numbers: Sequence[str], rows: Sequence[DraftTask]) -> bool:
    """Whether rows under each of the numbers are there, so that it is a heading."""
    return all(any(row.number.startswith(f"{number}.") for row in rows) for number in numbers)


def _products(rows: Sequence[DraftTask]) -> Iterator[DraftQuestion]:
    """The row without a product, with the one its title names; several such rows are asked about at once."""
    blank = [row for row in rows if not row.product.strip(" .-")]
    if len(blank) == 1:
        guess = own_product(blank[0].title)
        yield DraftQuestion(task=blank[0].number, code="product.blank", fields={"guess": guess} if guess else {})
    elif blank:
        yield DraftQuestion(task=None, code="product.blank", fields={"rows": [row.number for row in blank]})


def _repeated(rows: Sequence[DraftTask]) -> Iterator[DraftQuestion]:
    """Rows that say what a row before them says, in the same section, to the same lead units and with the same time."""
    seen: dict[tuple[object, ...], str] = {}
    for row in rows:
        said = (row.section, fold(row.title).rstrip(" ."), fold(row.lead_text), fold(row.deadline.text))
        first = seen.setdefault(said, row.number)
        if first != row.number:
            yield DraftQuestion(task=row.number, code="task.repeated", fields={"same": first})


_CLAUSES = re.compile(r"[;:\n]|\.\s")
_YEAR = re.compile(r"\bnăm ((?:19|20)\d\d)(?!\d|\s?[-–/]\s?\d)", re.IGNORECASE)
_OWN_WORK = re.compile(
    r"\b(?:xây dựng|ban hành|lập|tham mưu|triển khai|thực hiện|tổ chức|tuyên truyền|phát động|hưởng ứng)\b",
    re.IGNORECASE,
)
# Words after which an earlier year is rightly named: results of the year before, and documents of their own date.
_EARLIER = re.compile(
    r"\b(?:(?:số:?|ngày) \d|(?:giai đoạn|kết quả|báo cáo|tổng kết|sơ kết|đánh giá|chỉ số|xếp hạng|xếp loại|công bố"
    r"|số liệu|khen thưởng|thành tích|quyết toán|kiểm điểm|so với|từ năm|(?<!pháp )luật|nghị định|thông tư|nghị quyết"
    r"|pháp lệnh|hiến pháp|tồn tại|hạn chế|khắc phục|chuyển tiếp|kéo dài|kiểm kê)\b)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W_]+")
_YEARS_BACK = 2  # a year left over from the last plan or the one before it; older ones are history
_CARRIES_OUT = re.compile(r"\b(?:trien khai|thuc hien|to chuc|theo|sau khi|hoan thanh)\b")
_NAME_WORDS = 5  # fewer words name a kind of document, not one document
_ALIKE = 0.9  # of the words of the name
_KIND = re.compile(r"\b(?:ke hoach|chuong trinh|de an|quyet dinh|quy che|phuong an|danh muc)\b")
_LONGEST = 2_000  # letters of a text that are looked at


def _year(draft: PlanDraft, texts: Sequence[tuple[str, str]]) -> Iterator[DraftQuestion]:
    """An earlier year where the plan's own work is meant; `texts` are (number, text), each asked about once."""
    numbers = {task.number for task in draft.tasks}
    asked: set[str] = set()
    for number, text in texts:
        found = None if number in asked else _left_over(text, draft.year)
        if found is None:
            continue
        asked.add(number)
        clause, earlier = found
        about = {} if number in numbers else {"number": number}
        fields = about | {"text": clause, "year": earlier, "plan": draft.year, "guess": draft.year}
        yield DraftQuestion(task=number if number in numbers else None, code="year.mismatch", fields=fields)


def _left_over(text: str, plan_year: int) -> tuple[str, int] | None:
    """The clause with the earlier year, and that year."""
    for clause in _CLAUSES.split(" ".join(text.split())):
        for found in _YEAR.finditer(clause[:_LONGEST]):
            before, earlier = clause[: found.start()], int(found[1])
            recent = 0 < plan_year - earlier <= _YEARS_BACK
            if recent and _OWN_WORK.search(before) and not _EARLIER.search(before):
                return clause.strip(" .,"), earlier
    return None


def _depends(draft: PlanDraft) -> Iterator[DraftQuestion]:
    """A task without a day, or due too early, that carries out a document which another task has yet to make."""
    made = [(task, name, tuple(_WORDS.findall(fold(name)))) for task in draft.tasks for name in _names(task)]
    for task in draft.tasks:
        used = _used(task)
        found = (
            (maker.number, name)
            for maker, name, words in made
            if used and _waits(task, maker) and any(_begins_like(text, words) for text in used)
        )
        for number, name in islice(found, 1):
            yield DraftQuestion(task=task.number, code="depends-on", fields={"on": number, "document": name})


def _names(task: DraftTask) -> list[str]:
    """The documents that the task makes, by names long enough to know them again."""
    made = own_product(task.title)
    pieces = [made, *re.split(r"[;\n]", task.product)] if made else []
    names = [piece.strip(" .,") for piece in pieces]
    return [name for name in names if len(name.split()) >= _NAME_WORDS and _KIND.match(fold(name))]


def _used(task: DraftTask) -> list[list[str]]:
    """The words, from its kind on, of each document which the title carries out or the condition names.

    Who makes a document of some kind does not carry out another of that kind: both only have like names.
    """
    made = _KIND.match(fold(own_product(task.title)))
    title, condition = fold(task.title)[:_LONGEST], fold(task.deadline.trigger or "")[:_LONGEST]
    carried_out = _CARRIES_OUT.search(title)
    texts = [title[carried_out.end() :] if carried_out else "", condition]
    found = ((text, kind) for text in texts for kind in _KIND.finditer(text))
    return [_WORDS.findall(text[kind.start() :]) for text, kind in found if not made or kind[0] != made[0]]


def _begins_like(text: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the text begins with the kind of document and nearly all the words of the name, one more at most."""
    return text[:2] == list(name[:2]) and len({*name} & {*text[: len(name) + 1]}) >= _ALIKE * len({*name})


def _waits(task: DraftTask, maker: DraftTask) -> bool:
    deadline = task.deadline
    if maker.number == task.number:
        return False
    if deadline.kind in (Kind.CONDITIONAL, Kind.UNSPECIFIED) and not deadline.dues:
        return True
    mine, theirs = _last(task), _last(maker)
    return mine is not None and theirs is not None and mine < theirs


def _last(task: DraftTask) -> date | None:
    return max(task.deadline.dues).day if task.deadline.dues and not task.deadline.cadences else None


def _both_sides(rows: Sequence[DraftTask], registry: Registry) -> Iterator[DraftQuestion]:
    """Rows that name a unit or a group as lead and as supporting unit; a member of a group is not named."""
    for row in rows:
        lead = {_identity(match) for match in resolve(row.lead_text, registry) if _is_named(match)}
        twice = [m.part.text for m in resolve(row.coordinating_text, registry) if _is_named(m) and _identity(m) in lead]
        if twice:
            yield DraftQuestion(task=row.number, code="agency.both-sides", fields={"agencies": twice})


def _two_names(cells: Iterable[tuple[str, str]], registry: Registry) -> Iterator[DraftQuestion]:
    """Units written out in two ways that differ in a word ("Truyền thanh", "Truyền thông"); `cells` are (place, text).

    The registry's own name is expected; what only shortens it or leaves the home place out is no other name.
    """
    home = home_of(registry)
    spellings: dict[str, dict[str, tuple[str, dict[str, None]]]] = {}
    for place, cell in cells:
        for match in resolve(cell, registry):
            if match.code and not match.part.group and not any(word.short for word in words_of(match.part.text)):
                words = homeless(plain(match.part.text), home)
                _, places = spellings.setdefault(match.code, {}).setdefault(words, (match.part.text, {}))
                places[place] = None
    for code, found in spellings.items():
        unit = registry.by_code[code]
        own = set(homeless(plain(unit.name), home).split())
        other = [spelled for words, spelled in found.items() if own - set(words.split()) and set(words.split()) - own]
        if other and len(found) > len(other):
            names, written = [name for name, _ in other], [place for _, places in other for place in places]
            fields = {"names": names, "places": written, "guess": unit.name}
            yield DraftQuestion(task=None, code="agency.two-names", fields=fields)


def _identity(match: Match) -> str:
    return match.code or plain(match.part.text)


def _is_named(match: Match) -> bool:
    return not match.part.open and not match.part.person
