"""What the words of the plan contradict: its year, and a document that another task has yet to make."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from data.deadline import Kind
from data.duties import own_product
from data.plans.drafts import DraftQuestion, DraftTask, PlanDraft
from data.words import fold

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


def year(draft: PlanDraft, texts: Sequence[tuple[str, str]]) -> Iterator[DraftQuestion]:
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


def depends(draft: PlanDraft) -> Iterator[DraftQuestion]:
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
