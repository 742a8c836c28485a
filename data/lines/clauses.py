"""A line taken apart: which of its words are said of which tasks? Pure.

"xong 1, 12; 13 chưa có" is two clauses; words without a task belong to the task before them, a number alone to the
words that stand next to it.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from data.lines.marked import Marked
from data.lines.naming import NUMBER, Named, tasks_named, tasks_titled
from data.lines.tones import EMPTY, Tone, tone_of
from data.lines.wishes import Scene

_STRONG = re.compile(r" ?[;\n.!?](?: |$)| [-+•*] (?=viec |xong |\d+ ?[:.])")
_LIST = rf"{NUMBER}(?:(?: ,)?(?: (?:va|voi|cung|&))?(?: (?:viec|nhiem vu))? {NUMBER})*"
_WEAK = re.compile(
    r" , | (?:nhung ma|nhung|tuy nhien|the nhung|chứ(?! khong)|chu(?= (?:viec|nhiem vu|\d))) "
    r"| (?=(?:con|rieng) (?:mỗi |moi "
    r"|lai )?(?:viec|nhiem vu|cai|\d))| va (?=(?:viec|nhiem vu|xong|khong|chua) )"
    rf"| (?:va|voi) (?={NUMBER} ?:? ?zcnt)"
    r"|(?:(?<=\d)|(?<=zcnt[a-z])|(?<=zdoc[a-z])|(?<=\d roi)) (?=(?:va )?(?:xong|hoan thanh"
    rf"|khong phat sinh|nop) (?:viec |nhiem vu )?{NUMBER}(?! (?:chua|khong)\b))"
    rf"|(?<=zcnt[a-z]) (?=(?:viec |nhiem vu )?{NUMBER}(?: |$))|(?<=zdoc[a-z]) (?=(?:viec "
    rf"|nhiem vu |xong )?{NUMBER}(?: |$))"
    rf"|(?<=phat sinh) (?=(?:viec |nhiem vu ){NUMBER}(?: |$))"
)
_OTHERS = re.compile(r"\b(?:con lai|viec khac|viec kia|cai kia|cai khac)\b")
_WHEN = r"zday[a-z]|chieu|toi|sang|tuan sau|lat|hom nay"
# "1 nộp rồi 13 mai nộp": behind what is told of one task another begins, of which something else is told.
_TWO_TONES = re.compile(
    r"(?<=\d )((?:(?:thi|da|dang|chua|em) )*(?:xong|co|ok|hoan thanh|nop|gui|bao|lam|roi)(?: xong)?(?: roi)?) "
    rf"(?={NUMBER} (?:thi |van |la )?(?:chua|khong|dang|xong|trống|se|{_WHEN})\b)"
)
# "Xong 12 13 không": the last one alone is none.
_LAST_NOT = re.compile(
    rf"(^ ?(?:(?:dạ|da|em|a|phuong) )*(?:xong|hoan thanh|nop|lam xong) (?:viec |nhiem vu )?(?:{NUMBER} )+)"
    rf"(?={NUMBER} (?:khong|chua)(?: (?:a|nhe|em))* *$)"
)
_ALONE = re.compile(
    rf"^(?:(?:viec|nhiem vu|va|voi|ca|so|,|thi|con|rieng|xong|#) )*{_LIST}"
    r"(?: (?:a|nua|nhe|nha|luon|thi|va|voi|roi|day|anh|chi|em|co|chu|bac|sep|ban|ad|dong chi|oi|,|:))*$"
)
# A nought behind a task is nothing: "13: 0"; what stands in brackets behind it is said of it: "12 (không)".
_NOUGHT = re.compile(rf"(?<![\w/.-])(?P<task>{NUMBER})(?: [:=.-])? 0(?= ?[,;.\n)]|$)")
_IN_BRACKETS = re.compile(r"\( (?P<said>(?:zcnt|zdoc|khong)[^()]{0,40}) \)")
# "Không có gì trừ việc 1 có 2 tin" tells of task 1, and of the others.
_SAVE_ONE = re.compile(
    rf"^(?P<rest>[^,;.]{{2,60}}?),? (?:ngoai tru|tru|ngoai) (?P<task>(?:viec |nhiem vu )?{NUMBER})"
    r"(?P<how> (?:co |duoc |la |: )?zcnt.*)$"
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
    said = _IN_BRACKETS.sub(r"\g<said>", _NOUGHT.sub(r"\g<task> : khong", line.said))
    parts = [cut for part in _STRONG.split(f"{said} ") for cut in _cut(part)]
    pieces = [piece.strip(" ,:-") for part in parts for piece in _weakly(part)]
    of_all = _OF_ALL.search(line.said) is not None
    row = _joined([_clause(piece, line, scene, of_all=of_all) for piece in pieces if piece.strip(" ,.:-()")], line)
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
_COUNTS_FIRST = re.compile(r"^[^\d]*?\bzcnt[a-z]")
_COUNTED_OF = re.compile(
    rf"(?:zcnt[a-z](?:,| ,| va)? ?)+(?:cho |cua |thuoc |o |la |trong )*"
    rf"(?:viec|nhiem vu) (?:so )?{_LIST}(?!\d| ?:? ?(?:zcnt|(?:thi )?(?:khong|chua)\b))"
)
# Behind what was counted, a task of which something else is said: "3 tin của việc 12, việc 13 không có".
_ANOTHER = re.compile(r" ?(?:, ?|; ?|va |con )+(?:con |thi )*(?:viec |nhiem vu )?(?:so )?\d")


def _weakly(part: str) -> list[str]:
    """The pieces between commas and the like; where results go before their tasks, these stay together."""
    if found := _SAVE_ONE.match(part.strip()):
        part = f" {found['task']}{found['how']} , con lai {found['rest']} "
    if _COUNTS_FIRST.match(part) and (tasks := [each.end() for each in _COUNTED_OF.finditer(part)]):
        behind = part[tasks[-1] :]
        others = _weakly(behind) if _ANOTHER.match(behind) else []
        ends = [0, *tasks[:-1], tasks[-1] if others else len(part)]
        return [*(part[start:end].removeprefix(" va ") for start, end in pairwise(ends)), *others]
    part = _TWO_TONES.sub(r"\1 , ", _LAST_NOT.sub(r"\1 , ", f" {part} "))
    return _WEAK.split(part)


def _clause(piece: str, line: Marked, scene: Scene, *, of_all: bool) -> Clause:
    piece = _ITS_DEADLINE.sub(" ", piece)
    days = [thing.day for thing in line.of("day", piece) if thing.day]
    tone = tone_of(piece, line, after_today=any(day > scene.today for day in days))
    named = tasks_named(piece, scene)
    left = None if named.numbers or named.out or not of_all else _LEFT_OUT.search(piece)
    if left is not None:
        out = tasks_titled(left["what"], scene)
        return Clause(piece, replace(named, out=out, is_vague=not out and "con" not in left["how"]), tone)
    return Clause(piece, named, tone, () if named.numbers or named.is_all else tasks_titled(piece, scene))


# The day by which a task is due promises nothing: "việc 1 hạn 31/3, em xong rồi".
_ITS_DEADLINE = re.compile(
    r"(?<=\d )(?:thi |co |la )*(?<!gia )(?:thoi )?han (?:chot |nop |cuoi |den |toi |la |ngay |: )*zday[a-z]\b"
)
_OF_ALL = re.compile(r"\b(?:het|ca|tat|toan bo|deu|moi|khong (?:co|phat sinh) gi)\b")
# Left out by words of its title: "xong hết trừ chuyển đổi số".
_LEFT_OUT = re.compile(
    r"(?:^|\b)(?P<how>ngoai tru|tru|ngoai|loai|chi con|con mỗi|con moi|con) (?:moi |mỗi |ra |rieng )*"
    r"(?:(?:viec|phan|mang|cai|noi dung|nhiem vu) )*(?P<what>[^,;.]+)"
)


def _joined(row: list[Clause], line: Marked) -> list[Clause]:
    """Numbers alone take the tone of their neighbour; words without a task go to the clause before them."""
    joined: list[Clause] = []
    for each in row:
        before = joined[-1] if joined else None
        if before and _names(before) and not _names(each) and _may_follow(before, each):
            joined[-1] = _both(before, each, line)
        elif before and not _names(before) and before.tone is not Tone.BARE and _ALONE.match(each.text):
            joined[-1] = replace(before, text=f"{before.text} , {each.text}", named=each.named)
        elif before and _holds_up(before, each):
            joined[-1] = replace(each, text=f"{before.text} , {each.text}", tone=Tone.TROUBLE)
        elif before and _leads(before, each, line):
            joined[-1] = each if _CALLS.match(before.text) else replace(each, text=f"{before.text} , {each.text}")
        else:
            joined.append(each)
    return _with_tones(joined)


# Whom a line speaks to says nothing of the task behind.
_CALLS = re.compile(
    r"(?:(?:dạ|da|vang|a|ạ|xin|kinh|chao|thua|em|anh|chi|co|chu|bac|sep|ban|cac|dong|ad|bot|oi)(?: |$))+$"
)


def _holds_up(before: Clause, each: Clause) -> bool:
    """Whether a difficulty is told first, and then the task that it keeps: "thiếu người quá, việc 7 không kịp"."""
    kept = each.tone in {Tone.NOT_YET, Tone.UNDER_WAY, Tone.BARE} and bool(each.named.numbers)
    return kept and before.tone is Tone.TROUBLE and not (_names(before) or before.titled or before.named.out)


def _leads(before: Clause, each: Clause, line: Marked) -> bool:
    """Whether words without a task lead to the task behind them; where nothing arose, what they count is another's."""
    is_bare = not _names(before) and _names(each) and before.tone is Tone.BARE and not before.named.out
    return is_bare and not (line.of("cnt", before.text) and each.tone in EMPTY)


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


_FEW = 8  # so far it is looked for what is said of a row of numbers


def _with_tones(row: list[Clause]) -> list[Clause]:
    """Numbers that stand alone get the tone of those before them, or else of those behind.

    They get that of those behind first where they begin anew, "còn 12, 13 không có", or where those before them have
    results of their own: "1 3 tin, 12, 13 không có".
    """
    found = list(row)
    for at, each in enumerate(found):
        if not at or not _ALONE.match(each.text) or found[at - 1].tone is Tone.BARE:
            continue
        behind = next((other for other in found[at + 1 : at + _FEW] if not _ALONE.match(other.text)), None)
        if behind and _begins_anew(each, found[at - 1], behind):
            found[at] = replace(each, tone=behind.tone)
        elif each.tone is Tone.BARE:
            found[at] = replace(each, tone=found[at - 1].tone)
    for at in range(len(found) - 2, -1, -1):
        if found[at].tone is Tone.BARE and _ALONE.match(found[at].text):
            found[at] = replace(found[at], tone=found[at + 1].tone)
    return found


_TOLD = (Tone.BARE, Tone.DONE, Tone.MAYBE_DONE)


def _begins_anew(each: Clause, before: Clause, behind: Clause) -> bool:
    if behind.tone in {Tone.BARE, Tone.DONE, Tone.MAYBE_DONE} or not re.match(
        r"(?:va |viec |nhiem vu )*\d", behind.text
    ):
        return False
    if re.match(r"(?:con|rieng)\b", each.text):
        return True
    return each.tone is Tone.BARE and re.search(r"\bz(?:cnt|doc)", before.text) is not None
