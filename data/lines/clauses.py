"""A line taken apart: which of its words are said of which tasks? Pure.

"xong 1, 12; 13 chưa có" is two clauses; words without a task belong to the task before them, a number alone to the
words that stand next to it.
"""

import re
from dataclasses import dataclass, replace

from data.lines.marked import Marked
from data.lines.naming import NUMBER, Named, tasks_named, tasks_titled
from data.lines.tones import Tone, tone_of
from data.lines.wishes import Scene

_STRONG = re.compile(r" ?[;\n.!?](?: |$)| [-+•*] (?=viec |xong |\d+ ?[:.])")
_WEAK = re.compile(
    " , | (?:nhung ma|nhung|tuy nhien|the nhung) | (?=(?:con|rieng) (?:mỗi |moi "
    r"|lai )?(?:viec|nhiem vu|cai|\d))| va (?=(?:viec|nhiem vu|xong|khong|chua) )"
    r"|(?:(?<=\d)|(?<=zcnt[a-z])|(?<=zdoc[a-z])|(?<=\d roi)) (?=(?:va )?(?:xong|hoan thanh"
    rf"|khong phat sinh|nop) (?:viec |nhiem vu )?{NUMBER}(?! (?:chua|khong)\b))"
    rf"|(?<=zcnt[a-z]) (?=(?:viec |nhiem vu )?{NUMBER}(?: |$))|(?<=zdoc[a-z]) (?=(?:viec "
    rf"|nhiem vu |xong )?{NUMBER}(?: |$))"
    rf"|(?<=phat sinh) (?=(?:viec |nhiem vu ){NUMBER}(?: |$))"
)
_OTHERS = re.compile(r"\b(?:con lai|viec khac|viec kia|cai kia|cai khac)\b")
_TWO_TONES = re.compile(
    rf"(?<=\d )((?:thi )?(?:da )?(?:xong|co|ok|hoan thanh)(?: roi)?) (?={NUMBER} (?:thi "
    "|van )?(?:chua|khong|dang|xong|trống))"
)
_ALONE = re.compile(
    rf"^(?:(?:viec|nhiem vu|va|voi|ca|so|,|thi|con|xong|#) )*{NUMBER}(?: (?:a|nua|nhe|luon|va|voi|,|:))*$"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Some words of a line with the tasks that they are said of."""

    text: str
    named: Named
    tone: Tone
    titled: tuple[str, ...] = ()


def clauses_of(line: Marked, scene: Scene) -> list[Clause]:
    """The clauses of a line, each with its tasks and its tone; "còn lại" are those that the others do not name."""
    parts = [cut for part in _STRONG.split(f"{line.said} ") for cut in _cut(part)]
    pieces = [piece.strip(" ,:-") for part in parts for piece in _weakly(part)]
    row = _joined([_clause(piece, line, scene) for piece in pieces if piece.strip(" ,.:-()")], line)
    return [_without_others(each, row) if each.named.is_all else each for each in row]


def _without_others(clause: Clause, row: list[Clause]) -> Clause:
    """Of all tasks those are left out of which something else is said: "xong hết, 12 thì chưa"."""
    rest = _OTHERS.search(clause.text) is not None
    named = tuple(
        number
        for each in row
        if each is not clause and (rest or each.tone not in {clause.tone, Tone.BARE})
        for number in (*each.named.numbers, *each.titled)
    )
    return replace(clause, named=replace(clause.named, out=(*clause.named.out, *named)))


def _cut(part: str) -> list[str]:
    """A sentence in pieces that are not too long to be looked through from every word to every other."""
    return [part[at : at + _LONG] for at in range(0, len(part), _LONG)] or [part]


_LONG = 300  # letters
_COUNTS_FIRST = re.compile(
    r"^(?:\W|xong|co|duoc|da|gui|dạ|em)*zcnt[a-z](?: (?:, )?zcnt[a-z])* (?:cho |cua |thuoc "
    rf"|la )?(?:viec|nhiem vu) {NUMBER}"
)


def _weakly(part: str) -> list[str]:
    """The pieces between commas and the like; where results go before their tasks, these stay together."""
    if _COUNTS_FIRST.match(part):
        return part.split(" , ")
    part = _TWO_TONES.sub(r"\1 , ", f" {part} ")
    return _WEAK.split(part)


def _clause(piece: str, line: Marked, scene: Scene) -> Clause:
    days = [thing.day for thing in line.of("day", piece) if thing.day]
    tone = tone_of(piece, line, after_today=any(day > scene.today for day in days))
    named = tasks_named(piece, scene)
    return Clause(piece, named, tone, () if named.numbers or named.is_all else tasks_titled(piece, scene))


def _joined(row: list[Clause], line: Marked) -> list[Clause]:
    """Numbers alone take the tone of their neighbour; words without a task go to the clause before them."""
    joined: list[Clause] = []
    for each in row:
        before = joined[-1] if joined else None
        if before and _names(before) and not _names(each) and _may_follow(before, each):
            joined[-1] = _both(before, each, line)
        elif before and not _names(before) and before.tone is not Tone.BARE and _ALONE.match(each.text):
            joined[-1] = replace(before, text=f"{before.text} , {each.text}", named=each.named)
        elif before and not _names(before) and _names(each) and before.tone is Tone.BARE and not before.named.out:
            joined[-1] = replace(each, text=f"{before.text} , {each.text}")
        else:
            joined.append(each)
    return _with_tones(joined)


def _names(clause: Clause) -> bool:
    return bool(clause.named.numbers or clause.named.is_all)


def _may_follow(before: Clause, each: Clause) -> bool:
    """Whether words without a task of their own go on with the clause before them."""
    return not each.named.out and (not each.titled or each.titled == before.named.numbers or each.tone is Tone.BARE)


_STRONGER = (
    Tone.NOT_YET,
    Tone.TROUBLE,
    Tone.UNDER_WAY,
    Tone.NOTHING,
    Tone.MAYBE_NOTHING,
    Tone.DONE,
    Tone.MAYBE_DONE,
    Tone.BARE,
)


def _both(before: Clause, each: Clause, line: Marked) -> Clause:
    """Two clauses of one task: what takes something back counts more."""
    tone = min(before.tone, each.tone, key=_STRONGER.index)
    has_result = bool(line.of("cnt", before.text) or line.of("doc", before.text))
    if has_result and tone in {Tone.NOT_YET, Tone.UNDER_WAY, Tone.NOTHING, Tone.TROUBLE} and before.tone is Tone.DONE:
        tone = Tone.MAYBE_DONE if tone is Tone.NOT_YET else Tone.DONE
    return replace(before, text=f"{before.text} , {each.text}", tone=tone)


def _with_tones(row: list[Clause]) -> list[Clause]:
    """Numbers that stand alone get the tone of those before them, or else of those behind."""
    found = list(row)
    for at, each in enumerate(found):
        if each.tone is Tone.BARE and at and _ALONE.match(each.text) and found[at - 1].tone is not Tone.BARE:
            found[at] = replace(each, tone=found[at - 1].tone)
    for at in range(len(found) - 2, -1, -1):
        if found[at].tone is Tone.BARE and _ALONE.match(found[at].text):
            found[at] = replace(found[at], tone=found[at + 1].tone)
    return found
