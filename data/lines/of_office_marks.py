"""What an office's line names, and the line as its kind: "nhắc Lê Lợi việc 13" → "nhac U N". Pure.

In a kind the names are capital letters: O the chat's own unit, U others, G groups, N tasks, X a task or unit that there
is not, H a person, P a period, D a day, C counts, K a document, L a link, Q a question of the plan. Marks but ":" and
"?" are left out, words stand folded.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from data.agencies.registry import Registry
from data.kinds import Role
from data.lines.days import day_of_paper, named_day_at
from data.lines.numbers import NOUNS, counts_in
from data.lines.of_office_lexicon import in_table_words
from data.lines.of_office_names import group_at, person_at, unit_at, unknown_at
from data.lines.of_office_tasks import task_at, task_by_title
from data.lines.of_office_words import Piece, in_our_words, period_at, pieces_of, without_courtesy
from data.lines.wishes import Scene
from data.words import fold_in_place

_DAY = r"\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{2,4})?"
_DOCUMENT = re.compile(
    r"(?:(?:cong van|cv|quyet dinh|qd|ke hoach|kh|to trinh|van ban|vb|thong bao|bao cao|chi thi|nghi quyet)\s+)?"
    r"(?:so\s+)?(?P<number>\d{1,5}\s?[/-]\s?(?:\d{4}\s?/\s?)?(?!\d)[a-z][a-z&.-]*(?:\s?[-/]\s?[a-z][a-z&.-]*)*"
    r"|(?<=cong van )\d{1,5}(?![\w/])|(?<=cong van so )\d{1,5}(?![\w/])|(?<=\bcv )\d{1,5}(?![\w/])"
    r"|(?<=quyet dinh so )\d{1,5}(?![\w/])|(?<=van ban so )\d{1,5}(?![\w/])|(?<=to trinh so )\d{1,5}(?![\w/]))"
    rf"(?:[\s,(]+ngay\s+(?P<day>{_DAY})\)?)?"
)
_LINK = re.compile(r"https?://\S+")
_COUNT = re.compile(
    rf"(?<![\w/.,-])(?:(?<!viec )(?<!nv )(?<!vu )|(?<=moi viec )|(?<=moi nhiem vu )"
    rf"|(?<=moi nv ))\d{{1,6}}\s*(?:{NOUNS})(?![^\W_]|\s*/|\s+(?:nhac|nhan)\b)"
)
_RANGE_OF_NUMBERS = re.compile(r"\d+(?:\s*[-.]\s*\d+)+|\d+ - \d+")
_NO_DAY = re.compile(r"\bm[ãáảạà]i\b|\bk[ìíỉị]a\b|\bthứ tự\b|\bnằm\b")  # "mãi" is no "mai", "nằm ngoài" no year
_JOINED = {",", "va", "&", ";", "cung", "+", "/", "voi", "\n"}
MOST = 4000
"""So many letters of a line are read."""


class Mark(NamedTuple):
    """A word of a kind, or a letter that stands for names: where it stands in the line, and the names."""

    start: int
    end: int
    word: str
    values: tuple[object, ...] = ()
    guessed: bool = False  # by a name that is alike


@dataclass(frozen=True, slots=True)
class Said:
    """A line with its names found."""

    line: str
    marks: tuple[Mark, ...]
    kind: str
    starts: tuple[int, ...]
    typed: str = ""  # the line before English became our words

    def of(self, letter: str) -> tuple[str, ...]:
        """The names of one letter, each once."""
        found = (str(value) for mark in self.marks if mark.word == letter for value in mark.values)
        return tuple(dict.fromkeys(found))

    def day(self) -> date | None:
        """The last day that is named."""
        days = [value for mark in self.marks if mark.word == "D" for value in mark.values if isinstance(value, date)]
        return days[-1] if days else None

    def mark_at(self, place: int) -> int:
        """Which mark begins at or behind a place of the kind."""
        return bisect_left(self.starts, place)

    def behind(self, place: int) -> str:
        """The line as written from a place of the kind on."""
        at = self.mark_at(place)
        return self.line[self.marks[at].start :].strip(" ,;:.-") if at < len(self.marks) else ""


def read(line: str, scene: Scene) -> Said:
    """Find the names of a line."""
    typed = line[:MOST]
    line = in_our_words(typed)
    marks = _without_marks(_joined(tuple(_marks(line, scene))))
    marks = _without_person_of_unit(_without_number_of_units(marks, line))
    start, end = without_courtesy([mark.word for mark in marks])
    marks = _in_table_words(_with_title(marks[start:end], scene))
    starts, at = [], 0
    for mark in marks:
        starts.append(at)
        at += len(mark.word) + 1
    return Said(line, marks, " ".join(mark.word for mark in marks), tuple(starts), typed)


def _without_number_of_units(marks: tuple[Mark, ...], line: str) -> tuple[Mark, ...]:
    """The marks without a task that is the number of the units behind it: "3 phường Lê Lợi, Lam Sơn, Hiến Nam"."""
    kept = []
    for mark, behind in zip(marks, (*marks[1:], Mark(0, 0, "")), strict=False):
        bare = mark.word == "N" and line[mark.start : mark.end].isdecimal() and behind.word == "U"
        counts = bare and len(behind.values) > 1 and mark.values == (str(len(behind.values)),)
        if not (counts and fold_in_place(line[behind.start : behind.end]).startswith(("phuong", "xa", "phong", "don"))):
            kept.append(mark)
    return tuple(kept)


def _without_person_of_unit(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks without who speaks for the unit right behind: "chị Hà Lê Lợi báo xong" is Lê Lợi's word."""
    behind = (*marks[1:], Mark(0, 0, ""))
    return tuple(
        mark for mark, after in zip(marks, behind, strict=False) if mark.word != "H" or after.word not in {"U", "O"}
    )


# What is given to a unit to do is words, though they be of a title: "giao Hội Nông dân tuyên truyền …".
_GIVEN = re.compile(
    r"(?:giao|phan|phan cong)(?: them| gap| dot xuat| cho)* [UG](?: [UG])* (?!lam\b|chu tri\b|phu trach\b|lo_?\b"
    r"|viec\b|phoi hop\b)"
    r"(?:[a-z]\w+ ){2}"
)


def _with_title(marks: tuple[Mark, ...], scene: Scene) -> tuple[Mark, ...]:
    """The marks with the words that only one task's title has as that task, where none is named by number."""
    words = [mark.word for mark in marks]
    given = "N" in words or _GIVEN.match(" ".join(words))
    titled = None if given else task_by_title(words, scene.plan)
    if titled is None:
        return marks
    start, end = min(titled.start, titled.end - 1), titled.end - 1
    named = Mark(marks[start].start, marks[end].end, "N", (titled.number,))
    return (*marks[: titled.start], named, *marks[titled.end :])


def _in_table_words(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks with what officials say in place of the words that the tables know as those."""
    done, at = [], 0
    for start, end, said in in_table_words([mark.word for mark in marks]):
        done += [*marks[at:start], Mark(marks[start].start, marks[end - 1].end, said)]
        at = end
    return (*done, *marks[at:])


def _marks(line: str, scene: Scene) -> Iterator[Mark]:
    pieces = pieces_of(line)
    plain = fold_in_place(line)
    fixed = dict(_fixed(line, plain, scene))
    at = 0
    while at < len(pieces):
        mark = fixed.get(pieces[at].start) or _timed(line, plain, pieces[at].start, scene)
        if mark is not None:
            yield mark
            at = next((step for step in range(at, len(pieces)) if pieces[step].start >= mark.end), len(pieces))
            continue
        end, found = _named(line, pieces, at, scene)
        yield found or _plain(line, pieces[at])
        at = end


# These are other words than they look like without their accents: "bạn", "đâu", "chưa", "nợ", "trễ", "chậm", "tồn".
_OTHER = {"bận", "dấu", "dầu", "đậu", "đau", "chữa", "chùa", "nó", "nổ", "trẻ", "chấm", "chạm", "tốn", "tôn", "dựng"}
# And these mean what other words say: "nhận", "hỏi" have the same letters.
_MEANT = {
    "nhắn": "nhan tin", "hối": "giuc", "réo": "giuc", "bí": "vuong", "đỏ": "cham", "khất": "lui", "bết": "bet",
    "chừa": "tru", "tiện": "tien_", "ới": "giuc", "cận": "can_",
}  # fmt: skip


def _plain(line: str, piece: Piece) -> Mark:
    """A word as it is; "anh" in a line with accents is who speaks, no "ảnh"."""
    typed = line[piece.start : piece.end].lower()
    if typed in _OTHER:
        return Mark(piece.start, piece.end, f"{piece.word}_")
    if typed in _MEANT:
        return Mark(piece.start, piece.end, _MEANT[typed])
    if typed == "lo" and not line.isascii():  # who sees to it; "lỡ" is late
        return Mark(piece.start, piece.end, "lo_")
    called = piece.word == "anh" and typed == "anh" and not line.isascii()
    return Mark(piece.start, piece.end, "toi" if called else piece.word)


def _fixed(line: str, plain: str, scene: Scene) -> Iterator[tuple[int, Mark]]:
    """Links, documents and counts, by where they begin."""
    for found in _COUNT.finditer(plain):
        counted = counts_in(line[found.start() : found.end()])
        if counted:
            yield found.start(), Mark(found.start(), found.end(), "C", tuple((c.noun, c.number) for c in counted))
    for found in _DOCUMENT.finditer(plain):
        number = re.sub(r"\s", "", line[found.start("number") : found.end("number")]).strip(".-&")
        day = day_of_paper(found["day"], scene.today) if found["day"] else None
        yield found.start(), Mark(found.start(), found.end(), "K", (number.upper(), day))
    for found in _LINK.finditer(plain):
        yield found.start(), Mark(found.start(), found.end(), "L")


def _timed(line: str, plain: str, at: int, scene: Scene) -> Mark | None:
    """A day or a period that begins here."""
    period, end = period_at(plain, at, scene.today)
    if period is not None and not _NO_DAY.search(line[at:end].lower()):
        return Mark(at, end, "P", (period,) if period else ())
    day, end = named_day_at(plain, at, scene.today, scene.workdays) if scene.workdays else (None, at)
    if day is None or _RANGE_OF_NUMBERS.fullmatch(plain[at:end].strip()) or _NO_DAY.search(line[at:end].lower()):
        return None
    return Mark(at, end, "D", (day,))


def _named(line: str, pieces: Sequence[Piece], at: int, scene: Scene) -> tuple[int, Mark | None]:
    """A task, a unit or a group that begins at a piece, and which piece is behind it."""
    task = task_at(pieces, at, scene)
    if task is not None:
        end, letter, values = task
        return end, Mark(pieces[at].start, pieces[end - 1].end, letter, values)
    if scene.registry is None:
        return at + 1, None
    unit = unit_at(pieces, at, line, scene.registry)
    if (unit is None or unit.guessed) and (own := _own_at(pieces, at, scene)):
        return own, Mark(pieces[at].start, pieces[own - 1].end, "O", (scene.unit,))
    group = group_at(pieces, at, scene.registry)
    if group is not None and unit is not None and unit.guessed:
        unit = None  # "khối xã phường chạy đến đâu" is no Phương Chiểu
    for letter, found in (("U", unit), ("G", group)):
        if found is not None:
            own_unit = "O" if found.code == scene.unit else letter
            mark = Mark(pieces[at].start, pieces[found.end - 1].end, own_unit, (found.code,), found.guessed)
            return found.end, mark
    return _unknown(line, pieces, at, scene.registry)


def _unknown(line: str, pieces: Sequence[Piece], at: int, registry: Registry) -> tuple[int, Mark | None]:
    """A ward that there is not, or a person."""
    if end := unknown_at(pieces, at, line):
        return end, Mark(pieces[at].start, pieces[end - 1].end, "X", ("unit",))
    if end := person_at(pieces, at, line, registry):
        return end, Mark(pieces[at].start, pieces[end - 1].end, "H", (line[pieces[at].start : pieces[end - 1].end],))
    return at + 1, None


_OWN = tuple(
    words.split()
    for words in ("phong minh", "phong ta", "phong toi", "phong em", "phong chung toi", "ben minh", "co quan minh",
                  "don vi minh", "phong nha", "phuong minh", "phuong ta", "phuong toi", "phuong em", "phong m", "ben m",
                  "don vi m", "phong ban minh", "xa minh", "xa ta",
                  "xa toi", "xa em",
                  "don vi toi", "don vi em", "don vi ta", "co quan ta")
)  # fmt: skip


_OF_OTHERS_TOO = {"cac", "may", "nhung", "moi", "tung"}


def _own_at(pieces: Sequence[Piece], at: int, scene: Scene) -> int:
    """Where the own unit's name ends: "phòng mình"; to a head "phường" alone is the own."""
    ward = Role.HEAD in scene.roles and pieces[at].word in {"phuong", "xa"}
    if ward and at + 1 == len(pieces) and at and pieces[at - 1].word == "cua":
        return at + 1
    if ward and at + 1 < len(pieces):
        behind, before = pieces[at + 1].word, pieces[at - 1].word if at else ""
        if before not in _OF_OTHERS_TOO and behind in {"co", "cham", "con", "da", "chua", "phai", "lam", "nop", "minh"}:
            return at + 1 + (behind == "minh")
    if at == 0 and pieces[0].word == "nhiem vu":  # "nv" that is no task's
        return 1
    for words in _OWN:
        if [piece.word for piece in pieces[at : at + len(words)]] == words:
            return at + len(words)
    return 0


def _joined(marks: Sequence[Mark]) -> list[Mark]:
    """Names of one letter in a row as one; "10 đến 13" is all of them."""
    done: list[Mark] = []
    at = 0
    while at < len(marks):
        mark = marks[at]
        at += 1
        if len(mark.word) == 1 and mark.word.isupper() and mark.word not in "DKLQ":
            while (step := _goes_on(marks, at, mark)) is not None:
                guessed = mark.guessed or marks[step].guessed
                values = _values(mark, marks[at:step], marks[step])
                mark = mark._replace(end=marks[step].end, values=values, guessed=guessed)
                at = step + 1
        done.append(mark)
    return done


def _goes_on(marks: Sequence[Mark], at: int, mark: Mark) -> int | None:
    """Which mark goes on a row of names, if one does."""
    step = at
    between = {*_JOINED, "den", "toi", "-"} if mark.word == "N" else _JOINED
    while step < len(marks) and marks[step].word in between and step - at < 2:
        step += 1
    same = step < len(marks) and marks[step].word == mark.word
    return step if same and (step > at or mark.word in "NCG") else None


def _values(mark: Mark, between: Sequence[Mark], other: Mark) -> tuple[object, ...]:
    first, last = mark.values[-1:], other.values[:1]
    if mark.word == "N" and {each.word for each in between} & {"den", "toi", "-"}:
        low, high = str(*first), str(*last)
        if low.isdecimal() and high.isdecimal():
            return (*mark.values, *map(str, range(int(low) + 1, int(high))), *other.values)
    return (*mark.values, *other.values)


def _without_marks(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if mark.word[0].isalnum() or mark.word in {":", "?"})
