"""What a clause reports of its tasks: results, documents, periods, products; and what of these it lacks. Pure."""

import re
from dataclasses import replace

from data.lines.clauses import Clause
from data.lines.days import day_of_paper
from data.lines.marked import LAST, Marked
from data.lines.normal import normal
from data.lines.scenes import lacks_period, own, period_of
from data.lines.spoken import POLITE, Line, foreign
from data.lines.tones import Tone
from data.lines.wishes import Scene, TaskScene, Wish
from data.words import vocabulary

COMMANDS = {
    Tone.DONE: "xong", Tone.MAYBE_DONE: "xong", Tone.NOTHING: "khong phat sinh", Tone.MAYBE_NOTHING: "khong phat sinh",
    Tone.UNDER_WAY: "dang lam", Tone.NOT_YET: "dang lam", Tone.TROUBLE: "vuong", Tone.BARE: "xong",
}  # fmt: skip


# Who counts these has made them.
PRODUCTS = frozenset({
    "tờ rơi", "tờ gấp", "pano", "áp phích", "băng rôn", "phóng sự", "chuyên mục", "lượt phát thanh", "khẩu hiệu",
    "infographic", "bản tin", "đề cương", "cụm pano", "cụm cổ động", "biểu ngữ", "cờ phướn", "lớp tập huấn", "tin, bài",
})  # fmt: skip


def wishes_of(line: Line, clause: Clause, numbers: tuple[str, ...], scene: Scene) -> list[Wish]:
    """A clause's wish, apart for tasks that have been reported already: those are amended."""
    again = tuple(each for each in numbers if _is_again(each, clause, line.marks, scene))
    fresh = tuple(each for each in numbers if each not in again)
    found = []
    for tasks, command in ((fresh, COMMANDS[clause.tone]), (again, "bo sung")):
        if tasks:
            found.append(_wish(line, clause, command, tasks, scene))
    return found


def _is_again(number: str, clause: Clause, marks: Marked, scene: Scene) -> bool:
    task = own(scene, number)
    reported = task.reported if task else None
    if clause.tone not in {Tone.DONE, Tone.MAYBE_DONE, Tone.BARE} or reported is None:
        return False
    named = [period_of(thing.value, task, scene.today) for thing in marks.of("per", clause.text)]
    if named:
        return not (reported.period and named[0] != reported.period)
    # What has been reported of another period than may be reported now leaves this one to be reported.
    return not (task and reported.period and task.periods and reported.period not in task.periods)


def _wish(line: Line, clause: Clause, command: str, numbers: tuple[str, ...], scene: Scene) -> Wish:
    documents = line.marks.of("doc", clause.text) or (line.marks.of("doc") if len(numbers) == 1 else ())
    days = [thing.day for thing in line.marks.of("day", clause.text) if thing.day]
    first = own(scene, numbers[0])
    keys = [period_of(thing.value, first, scene.today) for thing in line.marks.of("per")]
    return Wish(
        command,
        numbers,
        period=next(filter(None, keys), None),
        day=next((day for day in days if day <= scene.today), None) if command in {"xong", "bo sung"} else None,
        counts=counts_in(line.marks, clause.text) + _other_counts(clause),
        document=documents[0].value if documents else None,
        document_day=day_of_paper(documents[0].words, scene.today) if documents and documents[0].words else None,
        except_tasks=clause.named.out,
        text=line.text,
    )


def counts_in(marks: Marked, text: str) -> tuple[tuple[str, int], ...]:
    """What is counted in a part of a line, summed by kind."""
    sums: dict[str, int] = {}
    for thing in marks.of("cnt", text):
        sums[thing.value] = sums.get(thing.value, 0) + int(thing.words)
    return tuple(sums.items())


_OTHER_COUNT = re.compile(r"(?<!viec )(?<!vu )(?<!so )(?<![\w/.-])(?P<number>\d{1,6}) (?P<noun>[^\W\d]+(?: [^\W\d]+)?)")
_NO_NOUN = vocabulary(
    "xong da chua khong thi la cung co dang se hoan roi deu gan sap moi vuong kho ok het cho em anh chi phuong xa phong"
    " va voi den toi ngay thang nam gio phut h tuan hom lan nua trong theo a nhe nha duoc lam nop bao gui tu tren o"
)


def _other_counts(clause: Clause) -> tuple[tuple[str, int], ...]:
    """What else is counted beside the tasks: "12 thôn", "3 câu lạc bộ"."""
    found = {}
    for match in _OTHER_COUNT.finditer(clause.text):
        if (
            match["number"] not in {*clause.named.numbers, *clause.named.out}
            and match["noun"].split()[0] not in _NO_NOUN
            and not re.match(r"z|viec|nhiem vu", match["noun"])
        ):
            found[match["noun"]] = int(match["number"])
    return tuple(found.items())


def lacking(clause: Clause, numbers: tuple[str, ...], marks: Marked, scene: Scene) -> str | None:
    """What must be asked for before it can be put on record."""
    if COMMANDS[clause.tone] == "vuong" and not _says_why(clause):
        return "text"
    reports = clause.tone in {Tone.DONE, Tone.MAYBE_DONE, Tone.NOTHING, Tone.MAYBE_NOTHING}
    if reports and any(_is_closed(number, marks, scene) for number in numbers):
        return "period"
    if reports and any(lacks_period(scene, each) for each in numbers):
        keys = [period_of(thing.value, own(scene, numbers[0]), scene.today) for thing in marks.of("per")]
        return None if any(keys) else "period"
    return None


def _is_closed(number: str, marks: Marked, scene: Scene) -> bool:
    """Whether the period named is none that may be reported now."""
    task = own(scene, number)
    keys = [period_of(thing.value, task, scene.today) for thing in marks.of("per")]
    named = {key for key in keys if key}
    if task and task.periods and not named and any(thing.value == LAST for thing in marks.of("per")):
        return True
    return bool(task and task.periods and named and not named & set(task.periods))


def _says_why(clause: Clause) -> bool:
    words = re.sub(
        r"\b(?:vuong mac|vuong|kho khan|bi tac|viec|nhiem vu|so|dang|bi|gap|co|bao|nhieu)\b|\d+|[^\w\s]",
        " ",
        clause.text,
    )
    return foreign(words, POLITE) > 0


def is_changing(wishes: list[Wish], scene: Scene) -> bool:
    """Whether counts that stand on record would become others."""
    for wish in wishes:
        for number in wish.tasks if wish.command == "bo sung" else ():
            task = own(scene, number)
            if task and task.reported and task.reported.counts and wish.counts:
                return True
    return False


_PIECES = re.compile(r" , | ; | nhung | \. | (?=con )")
_LEFT = re.compile(
    r"\b(?:zday[a-z]+ (?:se |moi )?(?:ky|ban hanh|nop|lam|xong|gui|trinh)|moi lam|lam sau"
    r"|chua|con thieu|con cho|con phan|con|thieu|dang|chờ|cho|se|rieng|tru|mai|cuoi nam|sau)\b"
)
_ONLY_NOW = re.compile(
    r"(?<!em )(?<!xa )(?<!phuong )(?<!phong )(?<!minh )(?<!xong )\bmoi (?:xong|co|ban hanh|lam xong)\b"
)
_DONE_PART = (Tone.DONE, Tone.MAYBE_DONE)


def by_parts(clause: Clause, line: Line, scene: Scene) -> tuple[Clause, tuple[str, ...]]:
    """A clause about a task of several products, with those that it says are done; what is left doubts only itself."""
    task = own(scene, clause.named.numbers[0]) if len(clause.named.numbers) == 1 else None
    if task is None or len(task.parts) < len("ab") or clause.tone in {Tone.TROUBLE, Tone.NOTHING}:
        return clause, ()
    done, left = parts_done(task, clause, line)
    if not done and not left:
        return clause, ()
    if clause.tone in _DONE_PART and not left:
        return clause, done
    if left and _is_done_beside(clause.text) and (done or len(left) < len(task.parts)):
        done = done or tuple(part for part in task.parts if part not in left)
        return replace(clause, tone=Tone.MAYBE_DONE), done
    if done and clause.tone is Tone.NOT_YET and _ONLY_NOW.search(clause.text):
        return replace(clause, tone=Tone.MAYBE_DONE), done
    return clause, ()


_OUT = re.compile(r"\b(?:ngoai tru|tru|ngoai|rieng|chi con|con)\b.*")


def _is_done_beside(said: str) -> bool:
    """Whether a result is told beside what is left: "xong kế hoạch, còn báo cáo", "xong trừ báo cáo"."""
    pieces = (_OUT.sub(" ", piece) for piece in _PIECES.split(said))
    return any(
        re.search(r"\b(?:xong|hoan thanh|ban hanh|da [a-z]+|roi|co|in)\b|zdoc[a-z]", piece) and not _LEFT.search(piece)
        for piece in pieces
    )


def parts_done(task: TaskScene, clause: Clause, line: Line) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those of a task's products that a clause says are done, and those that it says are not; of all of them, none."""
    done: list[str] = []
    left: list[str] = []
    said = re.sub(r"\bzcnt[a-z]\b", lambda found: normal(line.marks.things[found[0]].value), clause.text)
    for piece in _PIECES.split(said):
        named = [part for part in task.parts if _names_part(part, piece)]
        (left if _LEFT.search(piece) else done).extend(named)
    done = [part for part in dict.fromkeys(done) if part not in left]
    return (() if set(done) >= set(task.parts) else tuple(done)), tuple(dict.fromkeys(left))


def _names_part(part: str, piece: str) -> bool:
    """Whether a product is named: by its first two words, or by more where another product begins with them."""
    words = normal(part).split()
    least = 4 if words[:2] == ["van", "ban"] else 2
    return re.search(rf"\b{re.escape(' '.join(words[:least]))}\b", re.sub(r"\bke hoach \d+", " ", piece)) is not None
