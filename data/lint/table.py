"""What the table itself lacks or says twice: a number, a product, a row."""

import re
from collections.abc import Iterator, Sequence

from data.duties import own_product
from data.plans.drafts import DraftQuestion, DraftTask
from data.words import fold

_NUMBER = re.compile(r"(?P<stem>(?:.*[^\d])?)(?P<tail>\d{1,4})(?:\(\d+\))?")

_LONGEST_GAP = 20  # a number further off belongs to another count


def gaps(rows: Sequence[DraftTask]) -> Iterator[DraftQuestion]:
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


def products(rows: Sequence[DraftTask]) -> Iterator[DraftQuestion]:
    """The row without a product, with the one its title names; several such rows are asked about at once."""
    blank = [row for row in rows if not row.product.strip(" .-")]
    if len(blank) == 1:
        guess = own_product(blank[0].title)
        yield DraftQuestion(task=blank[0].number, code="product.blank", fields={"guess": guess} if guess else {})
    elif blank:
        yield DraftQuestion(task=None, code="product.blank", fields={"rows": [row.number for row in blank]})


def repeated(rows: Sequence[DraftTask]) -> Iterator[DraftQuestion]:
    """Rows that say what a row before them says, in the same section, to the same lead units and with the same time."""
    seen: dict[tuple[object, ...], str] = {}
    for row in rows:
        said = (row.section, fold(row.title).rstrip(" ."), fold(row.lead_text), fold(row.deadline.text))
        first = seen.setdefault(said, row.number)
        if first != row.number:
            yield DraftQuestion(task=row.number, code="task.repeated", fields={"same": first})
