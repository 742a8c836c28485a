"""What lines of a unit's chat mean: a table of them by kind, each with its reading; and what holds of any line."""

import re
from collections.abc import Iterator
from pathlib import Path

from data.lines.of_units import understand_unit
from data.lines.wishes import Mode, Reading, Wish
from tests.data.lines.corpus import Row, read, scene_of
from tests.tables import differing

# "VP2: line" is typed in the chat of VP on 20/03/2023, without the 2 on 07/03; where no unit is named it is P-LL's.
# Lines before " >> " were typed just before; "[photo]", "[group]" say with what or where.
# of_units.txt and of_units_reports.txt hold what is reported, of_units_talk.txt what is asked, asked for, said beside.
TABLES = [Path(__file__).with_name(f"of_units{name}.txt") for name in ("", "_reports", "_talk")]
# Hearsay, promises, doubts, questions, examples, what others did: each looks like a report.
NEVER = Path(__file__).with_name("of_units_never.txt")
WRITING = {"xong", "khong phat sinh", "bo sung", "sua", "bao nham"}
_CHAT = re.compile(r"(?P<unit>VP|TUPHAP|KT|VHTT|TTVHTT|X-TN|P-LL|GDDT|TCKH)(?P<late>2?): ")


def test_lines_mean_what_the_table_says() -> None:
    assert differing((line, shown(read(row_of(line))), meant) for line, meant in rows()) == []


def test_what_only_looks_like_a_report_is_never_put_on_record_at_once() -> None:
    lines = NEVER.read_text(encoding="utf-8").splitlines()
    readings = [(line, read(row_of(line))) for line in lines]
    written = [
        line for line, each in readings if each.mode is Mode.DO and WRITING & {wish.command for wish in each.wishes}
    ]
    assert written == []


def rows() -> Iterator[tuple[str, str]]:
    for line in (line for table in TABLES for line in table.read_text(encoding="utf-8").splitlines()):
        if not line.startswith("#"):
            said, _, meant = line.rpartition(" → ")
            yield said, meant


def row_of(line: str) -> Row:
    """A line of the table as one of the labelled ones."""
    chat = _CHAT.match(line)
    unit, late = (chat["unit"], bool(chat["late"])) if chat else ("P-LL", False)
    *before, said = (part.replace("\\n", "\n") for part in line[chat.end() if chat else 0 :].split(" >> "))
    at = "2023-03-20" if late else "2023-03-07"
    row: Row = {"as": unit, "role": "officer", "at": at, "before": before, "line": said, "attached": None}
    for sign, key, value in (("[group] ", "where", "group"), ("[photo] ", "attached", "photo")):
        if said.startswith(sign):
            row |= {key: value, "line": said.removeprefix(sign)}
    return row


def shown(reading: Reading) -> str:
    """A reading as the table writes it."""
    lacks = f" ?{reading.lacks}" if reading.lacks else ""
    return f"{reading.mode}: {'; '.join(map(_wish, reading.wishes))}{lacks}".strip()


def _wish(wish: Wish) -> str:
    said = [wish.command, ",".join(wish.tasks), f"[{wish.period}]" if wish.period else ""]
    said += [f"@{wish.day:%d/%m}" if wish.day else "", *(f"{number} {noun}" for noun, number in wish.counts)]
    said += [f"số {wish.document}" if wish.document else "", f"phần {'+'.join(wish.parts)}" if wish.parts else ""]
    said += [f"trừ {','.join(wish.except_tasks)}" if wish.except_tasks else ""]
    return " ".join(filter(None, said))


def test_a_head_may_ask_and_reports_nothing() -> None:
    scene = scene_of({**row_of("xong 1"), "role": "head"})
    modes = [understand_unit(line, scene).mode for line in ("xong 1", "gia han 1 20/3", "han 13", "cảm ơn")]
    assert modes == [Mode.DECLINE, Mode.DECLINE, Mode.TELL, Mode.LEAVE]


def test_what_is_no_line_any_more_is_left() -> None:
    assert understand_unit("a" * 100_000, scene_of(row_of("xong"))).mode is Mode.LEAVE
