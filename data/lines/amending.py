"""What a report says once something is added to it or it is corrected, and what one line counts twice. Pure."""

import re
from collections.abc import Iterator

from data.lines.notes import documents_in
from data.lines.numbers import Count, Counted, counted_in, counts_in, told
from data.words import fold, fold_in_place

# Said of the adding, and of the correcting, and no part of the result.
_LEADS = re.compile(
    r"(?:(?:bo sung|cong them|cong|them|con|nua|va|co|la|thanh|lai|dung la|dung ra la|sua|moi|phai la)\b[\s:,]*)+"
)
_MORE = re.compile(r"\b(?:bo sung|them|cong|quen|nua|thieu|con)\b")
_ENDS = re.compile(r"[\s,]+(?:nua|them)[\s.!]*$")
_JOINTS = re.compile(r"^(?:[\s,;+&]|va\b)+|(?:[\s,;+&]|\bva)+$")


def bare(words: str) -> str:
    """What is added or put right, without the words that say so: "thêm 2 tin nữa" → "2 tin"."""
    plain = fold_in_place(words)
    lead, end = _LEADS.match(plain), _ENDS.search(plain)
    return words[lead.end() if lead else 0 : end.start() if end else len(words)].strip()


def says_more(words: str) -> bool:
    """Whether words say that what they count comes to what has been reported."""
    return _MORE.search(fold(words)) is not None


def added(before: str, more: str) -> str:
    """A result with more of it: "3 tin trên loa" and "2 tin, 1 bài" → "5 tin trên loa, 1 bài"."""
    there = {count.noun: count for count in counted_in(before)}
    twice = set(doubled(before))
    changed: dict[int, Counted] = {}
    new: list[str] = []
    for count in counts_in(more):
        was = there.get(count.noun)
        if was is None or count.noun in twice:
            new.append(_said(count))
        else:
            changed[was.start] = Counted(was.number + count.number, was.noun, was.start, was.end)
    return _joined(_with_numbers(before, changed), *new, _without_counts(more))


def fixed(before: str, now: str) -> str:
    """A result put right: what `now` counts, of each kind that it names; of other kinds, all that is counted.

    A document takes the place of the one before; words that count and cite nothing take the place of all.
    """
    counts = counts_in(now)
    if not counts:
        return _joined(_without_documents(before), now) if list(documents_in(now)) else now
    before = _without_documents(before) if list(documents_in(now)) else before
    there, new = {count.noun: count for count in counted_in(before)}, {count.noun: count for count in counts}
    if new.keys() <= there.keys() and not doubled(before):
        changed = {
            was.start: Counted(new[noun].number, noun, was.start, was.end) for noun, was in there.items() if noun in new
        }
        return _joined(_with_numbers(before, changed), _without_counts(now))
    return _joined(*map(_said, counts), _without_counts(before), _without_counts(now))


def doubled(note: str) -> dict[str, tuple[int, ...]]:
    """The kinds that a note counts more than once, each with its numbers in order."""
    found: dict[str, list[int]] = {}
    for count in counted_in(note):
        found.setdefault(count.noun, []).append(count.number)
    return {noun: tuple(numbers) for noun, numbers in found.items() if len(numbers) > 1}


def readings(note: str) -> Iterator[str]:
    """What a note that counts one kind more than once may mean: the sum, then each number by itself."""
    twice = doubled(note)
    rest = _without_counts(note)
    others = [_said(count) for count in counts_in(note) if count.noun not in twice]
    yield _joined(*map(_said, counts_in(note)), rest)
    for at in range(max(map(len, twice.values()), default=0)):
        each = [_said(Count(numbers[min(at, len(numbers) - 1)], noun)) for noun, numbers in twice.items()]
        yield _joined(*each, *others, rest)


def _said(count: Count) -> str:
    return f"{count.number} {count.noun}"


def _with_numbers(text: str, changed: dict[int, Counted]) -> str:
    """The text with other numbers where it counts; the rest stays as it was written."""
    for start in sorted(changed, reverse=True):
        count = changed[start]
        behind = text[start : count.end].lstrip("0123456789.")
        text = f"{text[:start]}{count.number}{behind}{text[count.end :]}"
    return text


def _without_counts(text: str) -> str:
    found = list(counted_in(text))
    pieces = [text[start:end] for start, end in _between([(each.start, each.end) for each in found], len(text))]
    return _trimmed(pieces) if found else told(text)


def _without_documents(text: str) -> str:
    spans = [(start, end) for start, end, *_ in documents_in(text)]
    return _trimmed([text[start:end] for start, end in _between(spans, len(text))])


def _between(spans: list[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    starts = [0, *(each for _, each in spans)]
    return list(zip(starts, [*(each for each, _ in spans), end], strict=True))


def _trimmed(pieces: list[str]) -> str:
    kept = []
    for piece in pieces:
        plain = fold_in_place(piece)
        lead = _JOINTS.match(plain)
        start = lead.end() if lead else 0
        end = _JOINTS.search(plain, start)
        kept.append(piece[start : end.start() if end and end.end() == len(plain) else len(piece)].strip())
    return told(" ".join(filter(None, kept)))


def _joined(*pieces: str) -> str:
    return ", ".join(filter(None, (piece.strip(" ,;") for piece in pieces)))
