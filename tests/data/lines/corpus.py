"""The labelled lines of ../shared read offline: two scenes built by hand, each reading judged as the scorer does.

`python -m tests.data.lines.corpus [0|1] [--gold FILE] [--kind KIND…] [--show KIND…]` prints the figures of one half, or
of all lines, by kind, and the misses; a line's half is a hash of its id. It runs only where the labelled lines are.
"""

import argparse
import collections
import hashlib
import importlib.util
import json
import re
import time
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from data.kinds import Role
from data.lines.notes import parts_of
from data.lines.of_units import understand_unit
from data.lines.wishes import Awaiting, Mode, PlanTask, Reading, Reported, Scene, TaskScene, Wish
from tests.building import CALENDAR, registry, shipped_draft

SHARED = next(
    (each / "shared" for each in Path(__file__).resolve().parents if (each / "shared/samples/lines").is_dir()),
    Path("/nowhere"),
)
LINES = SHARED / "samples/lines/lines.jsonl"
Row = dict[str, Any]
ROLES = {"officer": Role.OFFICER, "head": Role.HEAD}
_OWN = {
    "VP": "1 4 10 11 12 13", "TUPHAP": "1 6 7 8 9 12 13", "VHTT": "1 3 4 5 12 13", "TTVHTT": "1 3 5 12 13",
    "KT": "1 12 13 14 15",
}  # fmt: skip
_DATED = {"6": date(2023, 12, 31), "9": date(2023, 9, 30), "10": date(2023, 1, 31)}
_REPORTED = {
    "P-LL": {"1": Reported((("tin", 3), ("bài", 2))), "12": Reported(nothing=True)},
    "X-TN": {"1": Reported((("tin", 5),), "7/BC-UBND"), "12": Reported((("tin", 1),)), "13": Reported((("tin", 2),))},
    "VHTT": {"3": Reported((("tờ rơi", 200),)), "4": Reported()}, "KT": {"14": Reported((), "21/BC-KT")},
    "X-QC": {"1": Reported((("tin", 2),))}, "P-AT": {"1": Reported((("tin", 4),))},
}  # fmt: skip
ACTS = {
    "xong": "done", "khong phat sinh": "nothing", "dang lam": "progress", "vuong": "difficulty", "gia han": "extend",
    "nhac sau": "snooze", "bao nham": "undo", "da nhan": "acknowledge", "minh chung": "evidence", "bo sung": "amend",
    "sua": "amend", "han": "deadline", "vi sao": "why", "nhac phoi hop": "ask_partners", "da bao chua": "report_status",
    "xin ke hoach": "plan_text", "doi dau moi": "officer_change", "lien he": "contact", "tro giup": "help",
    "ngon ngu": "language", "quen toi": "forget_me", "dang ky": "join", "qua han": "overdue", "tinh hinh": "status",
    "chuyen noi vu": "pass_on",
}  # fmt: skip
_ATTACHED = re.compile(r"\[(photo|file)\] ?")


@cache
def scorer() -> ModuleType:
    """The scorer of ../shared, whose rules decide."""
    spec = importlib.util.spec_from_file_location("score_lines", SHARED / "tools/score_lines.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def half(row: Row) -> int:
    """Which half a line belongs to."""
    return int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 2


@cache
def plan() -> tuple[PlanTask, ...]:
    """The tasks of the shipped plan."""
    return tuple(PlanTask(each.number, each.title) for each in shipped_draft().tasks)


def scene_of(row: Row) -> Scene:
    """The chat of a labelled line before anything is typed."""
    late = row["at"].startswith("2023-03-20")
    today = date(2023, 3, 20) if late else date(2023, 3, 7)
    products = {each.number: each for each in shipped_draft().tasks}
    numbers = _OWN.get(row["as"], "1 12 13").split()
    tasks = []
    for number in numbers:
        is_dated = number in {*_DATED, "11"}
        reported = _REPORTED.get(row["as"], {}).get(number) if late else None
        tasks.append(
            TaskScene(
                number, products[number].title, parts_of(products[number].product),
                is_open=number != "9" and not (reported and not late), is_late=number == "10", is_dated=is_dated,
                told_today=number in _told(row["as"], numbers, late=late),
                reported=replace(reported, period="2023-Q1") if reported else None,
                due=_DATED.get(number) if is_dated else date(2023, 6, 14) if late else date(2023, 3, 14),
                periods=() if is_dated else ("2023-Q1", "2023-Q2") if late else ("2023-Q1",),
                product=products[number].product,
            )
        )  # fmt: skip
    unit = registry().by_code[row["as"]]
    return Scene(
        frozenset({ROLES[row["role"]]}), today, row["as"], unit.name, tuple(tasks), plan(), registry(),
        workdays=CALENDAR, in_group=row.get("where") == "group", addressed=row.get("where") != "group",
        is_reply_to=_told(row["as"], numbers, late=late) if row.get("via") == "reply" else (),
        is_forward=row.get("via") == "forward", attached=row["attached"],
        drew_up_plan=row["as"] == "VHTT", plans=("6",),
    )  # fmt: skip


def _told(unit: str, numbers: list[str], *, late: bool) -> tuple[str, ...]:
    if late:
        return ("10",) if unit == "VP" else ()
    return tuple(each for each in numbers if each != "9")


def read(row: Row) -> Reading:
    """The reading of a labelled line, after the lines before it."""
    scene = scene_of(row)
    for before in row["before"]:
        attached = _ATTACHED.match(before)
        said = _ATTACHED.sub("", before)
        scene = after(scene, understand_unit(said, replace(scene, attached=attached[1] if attached else None)))
    return understand_unit(row["line"], scene)


def after(scene: Scene, reading: Reading) -> Scene:
    """The chat once a reading has been done, asked or offered."""
    if reading.mode is Mode.DO:
        wishes = tuple(each for each in reading.wishes if each.command != "da nhan")
        return replace(_recorded(scene, wishes), recent=(*scene.recent, *wishes), awaiting=None)
    if reading.mode is Mode.CONFIRM:
        return replace(scene, awaiting=Awaiting(reading.wishes, None, (reading.wishes,)))
    if reading.mode is Mode.ASK:
        return replace(scene, awaiting=Awaiting(reading.wishes, reading.lacks))
    return scene


def _recorded(scene: Scene, wishes: tuple[Wish, ...]) -> Scene:
    tasks = {each.number: each for each in scene.tasks}
    for wish in wishes:
        for number in wish.tasks:
            if number in tasks and wish.command in {"xong", "bo sung", "sua", "khong phat sinh"}:
                reported = Reported(wish.counts, wish.document, wish.command == "khong phat sinh")
                tasks[number] = replace(tasks[number], reported=reported, is_open=False)
            elif number in tasks and wish.command == "bao nham":
                tasks[number] = replace(tasks[number], reported=None, is_open=True)
    return replace(scene, tasks=tuple(tasks.values()))


def said(row: Row, reading: Reading) -> Row:
    """A reading as the scorer reads it."""
    acts = [act_of(each) for each in reading.wishes]
    silent = row.get("where") == "group" or reading.mode in {Mode.DO, Mode.CONFIRM, Mode.TELL, Mode.ASK}
    return {
        "id": row["id"],
        "done": acts if reading.mode is Mode.DO else [],
        "offered": [acts] if reading.mode is Mode.CONFIRM else [],
        "asked": reading.lacks if reading.mode is Mode.ASK else None,
        "told": acts if reading.mode is Mode.TELL else [],
        "reply": "Ở đây không làm được việc này." if reading.mode is Mode.DECLINE else "" if silent else "Vâng.",
    }


def act_of(wish: Wish) -> Row:
    """A wish as the corpus writes it."""
    act = ACTS.get(wish.command, wish.command)
    if wish.command == "viec":
        act = "show_task" if wish.tasks else "my_work"
    found = {
        "act": act, "tasks": list(wish.tasks), "units": list(wish.units), "period": wish.period,
        "day": wish.day and wish.day.isoformat(), "counts": dict(wish.counts), "document": wish.document,
        "document_day": wish.document_day and wish.document_day.isoformat(), "parts": list(wish.parts),
        "except_tasks": list(wish.except_tasks),
    }  # fmt: skip
    return {key: value for key, value in found.items() if value}


def main() -> None:
    """Print the figures by kind; show the misses of some kinds, or of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", nargs="?", type=int)
    parser.add_argument("--gold", type=Path, default=LINES)
    parser.add_argument("--kind", nargs="*")
    parser.add_argument("--show", nargs="*")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.gold.read_text().splitlines()]
    rows = [row for row in rows if row["role"] in ROLES and options.half in {None, half(row)}]
    rows = [row for row in rows if not options.kind or row["kind"] in options.kind]
    tally: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    start = time.process_time()
    for row in rows:
        reading = read(row)
        right, harm, why = scorer().judge(row, said(row, reading))
        small = [row["kind"]] + (["SMALL TALK"] if "polite" in row["expect"]["mode"] else [])
        for key in ("ALL", *small):
            tally[key].update(n=1, right=right, harm=bool(harm))
        if not right and options.show is not None and (not options.show or row["kind"] in options.show):
            print_miss(row, reading, harm, why)
    print(f"{1000 * (time.process_time() - start) / len(rows):.2f} ms of CPU a line")
    for key, each in sorted(tally.items(), key=lambda item: (item[0] != "ALL", item[1]["right"] / item[1]["n"])):
        if each["right"] < each["n"] or each["harm"] or key in {"ALL", "SMALL TALK"}:
            print(f"{key:<14} {each['n']:>4} {100 * each['right'] / each['n']:>6.1f} % right {each['harm']:>3} harmful")


def print_miss(row: Row, reading: Reading, harm: list[str], why: str) -> None:
    """A line whose reading is not the label's."""
    expect = {key: value for key, value in row["expect"].items() if key != "never"}
    before = " // ".join(row["before"])
    print(
        f"{row['id']} {row['kind']} {row['as']} "
        f"{before + ' >> ' if before else ''}{row['line']!r} {row['attached'] or ''}"
    )
    print("    want", json.dumps(expect, ensure_ascii=False))
    acts = [act_of(each) for each in reading.wishes]
    print(
        "    got ",
        reading.mode.value,
        json.dumps(acts, ensure_ascii=False),
        reading.lacks or "",
        "!!" + ";".join(harm) if harm else why,
    )


if __name__ == "__main__":
    main()
