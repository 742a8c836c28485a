"""The corpus's lines of the coordinator and of leaders, read and scored: `python -m tests.data.lines.office_corpus`.

It runs where the shared samples are (SHARED, by default ../shared beside the working tree), over their lines or those
of another file of that format (`--gold FILE`).
"""

import argparse
import importlib.util
import json
import os
import re
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from data.kinds import Role
from data.lines.of_leader import understand_leader
from data.lines.of_office import understand_office
from data.lines.of_office_slots import OfficeScene
from data.lines.wishes import Awaiting, Mode, PlanTask, Reading, TaskScene, Waiting, Wish
from tests.building import CALENDAR, registry

SHARED = Path(os.environ.get("SHARED", "../shared"))
TITLES = {
    "1": "Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030",
    "2": "Tổ chức tập huấn, nâng cao nghiệp vụ CCHC cho cán bộ, công chức, viên chức",
    "3": "Phát triển các hình thức tuyên truyền CCHC",
    "4": "Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố",
    "5": "Tuyên truyền công tác cải cách tổ chức bộ máy",
    "6": "Tuyên truyền, phổ biến thực hiện các Quyết định của Thủ tướng chính phủ",
    "7": "Tuyên truyền cải cách thể chế lồng ghép trong các Chương trình phối hợp",
    "8": "Tuyên truyền, phổ biến các văn bản pháp luật mới được Quốc hội thông qua tại các kỳ họp",
    "9": "Triển khai thực hiện Ngày Pháp luật năm 2023",
    "10": "Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa",
    "11": "Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa",
    "12": "Tuyên truyền đẩy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước",
    "13": "Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến",
    "14": "Tuyên truyền cải thiện môi trường đầu tư kinh doanh, nâng cao năng lực cạnh tranh cấp tỉnh",
    "15": "Tuyên truyền, phổ biến các luật mới được Quốc hội thông qua về đầu tư, doanh nghiệp",
}
PRODUCTS = {
    "1": "Tin, bài, phóng sự",
    "3": "Tin, bài, phóng sự, tờ rơi, pano, áp phích",
    "8": "Các tài liệu tuyên truyền: Tờ gấp; Đề cương; Bản tin tư pháp",
}
ACTS = {
    "tinh hinh": "status", "chua bao": "unreported", "qua han": "overdue", "sap den han": "due_soon",
    "don doc": "urge", "ghi nhan": "accept", "tra lai": "return", "cho gia han": "grant",
    "khong cho gia han": "refuse", "dat han": "set_deadline", "don vi": "set_units", "phoi hop": "set_units",
    "san pham": "set_product", "thong bao": "broadcast", "moi": "invite", "danh sach chat": "chats",
    "giao nhan": "delivery", "nhat ky": "history", "cau hoi": "questions", "tra loi cau hoi": "answer_question",
    "dong y cau hoi": "answer_question", "bo qua cau hoi": "answer_question", "trinh lanh dao": "release",
    "xuat bao cao": "report_file", "giao viec": "add_task", "viec ngoai bang": "add_task", "bao thay": "report_for",
    "xep hang": "ranking", "ban giao": "hand_over", "go vuong": "solve_difficulty", "xem anh": "evidence",
    "viec": "show_task", "viec cua toi": "my_work", "han": "deadline", "tro giup": "help",
    "chuyen noi vu": "pass_on", "da nhan": "acknowledge", "xong": "done", "khong phat sinh": "nothing",
    "dang lam": "progress", "vuong": "difficulty", "gia han": "extend", "xin ke hoach": "plan_text",
    "lien he": "contact", "da bao chua": "report_status", "doi dau moi": "officer_change", "bao nham": "undo",
    "nhac phoi hop": "ask_partners",
    "nhac sau": "snooze",
    "ngon ngu": "language", "quen toi": "forget_me", "suc khoe": "help", "doc ke hoach": "help", "go lien ket": "chats",
    "vi sao": "why",
}  # fmt: skip
GROUPS = {"G-PX": "phuong-xa", "G-PBDV": "phong-ban"}
WAITING = tuple(
    Waiting("xong", task, unit)
    for unit, tasks in (
        ("P-LL", "1 12"),
        ("X-TN", "1 12 13"),
        ("VHTT", "3 4"),
        ("KT", "14"),
        ("X-QC", "1"),
        ("P-AT", "1"),
    )
    for task in tasks.split()
)


def scene_of(row: Mapping[str, Any]) -> OfficeScene:
    """What the chat of a line knows."""
    later = row["at"] > "2023-03-10"
    waiting = (*WAITING, Waiting("gia han", "10", "VP", date(2023, 3, 31)), Waiting("vuong", "7", "TUPHAP"))
    own = {"NV": "1 2 4 12 13", "P-LL": "1 12 13"}.get(row["as"], "")
    parts = {"2": ("Kế hoạch", "tài liệu", "các lớp tập huấn")}
    return OfficeScene(
        roles=frozenset({Role(row["role"])}),
        today=date.fromisoformat(row["at"][:10]),
        unit="" if row["as"] == "LD" else row["as"],
        tasks=tuple(TaskScene(number, TITLES[number], parts.get(number, ())) for number in own.split()),
        plan=tuple(PlanTask(number, title, product=PRODUCTS.get(number, "")) for number, title in TITLES.items()),
        registry=registry(),
        workdays=CALENDAR,
        waiting=waiting if later else (),
        undated=("2", "11"),
    )


def reading_of(row: Mapping[str, Any]) -> Reading:
    """What the last of a chat's lines means, behind those before it."""
    scene = scene_of(row)
    read = understand_office if row["role"] == "coordinator" else understand_leader
    for line in row["before"]:
        if taken := re.fullmatch(r"nhan viec (\S+)", line):  # a duty outside the table becomes a task
            scene = replace(scene, plan=(*scene.plan, PlanTask(taken[1], "")), awaiting=None)
            continue
        scene = _after(scene, read(line, scene))
    return read(row["line"], scene)


def _after(scene: OfficeScene, reading: Reading) -> OfficeScene:
    if reading.mode is Mode.ASK:
        wish = reading.wishes[0]
        lying = (each for each in scene.waiting if wish.command == "tra lai" and {each.task} & {*wish.tasks})
        choices = tuple((replace(wish, units=(each.unit,)),) for each in lying if reading.lacks == "unit")
        return replace(scene, awaiting=Awaiting(reading.wishes, reading.lacks, choices), last=())
    if reading.mode is Mode.CONFIRM:
        return replace(scene, awaiting=Awaiting(reading.wishes, None, (reading.wishes,)), last=())
    overdue = [wish.command for wish in reading.wishes] == ["qua han"]
    return replace(scene, awaiting=None, last=reading.wishes, shown=("10",) if overdue else ())


def act_of(wish: Wish) -> dict[str, Any]:
    """A wish as the corpus writes it."""
    if wish.command == "viec" and not wish.tasks:
        return {"act": "my_work"}
    slots: dict[str, Any] = {
        "act": ACTS[wish.command],
        "tasks": wish.tasks,
        "units": wish.units,
        "groups": [GROUPS.get(group, group) for group in wish.groups],
        "period": wish.period,
        "day": wish.day and wish.day.isoformat(),
        "counts": dict(wish.counts),
        "document": wish.document,
        "document_day": wish.document_day and wish.document_day.isoformat(),
        "parts": wish.parts,
        "except_tasks": wish.except_tasks,
        "except_units": wish.except_units,
        "text": wish.text,
    }
    return {name: list(value) if isinstance(value, tuple) else value for name, value in slots.items() if value}


def output_of(row: Mapping[str, Any], reading: Reading) -> dict[str, Any]:
    """What the scorer hears; what goes to leaders is shown with the question whether it may."""
    acts = [act_of(wish) for wish in reading.wishes]
    mode = reading.mode
    shown = mode is Mode.TELL or (mode is Mode.CONFIRM and acts[0]["act"] == "release")
    return {
        "id": row["id"],
        "done": acts if mode is Mode.DO else [],
        "offered": [acts] if mode is Mode.CONFIRM or (mode is Mode.DECLINE and acts) else [],
        "asked": reading.lacks if mode is Mode.ASK else None,
        "told": acts if shown else [],
        "reply": "…",
    }


@cache
def scorer() -> ModuleType:
    """The shared scorer."""
    spec = importlib.util.spec_from_file_location("score_lines", SHARED / "tools" / "score_lines.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(gold: Path) -> list[dict[str, Any]]:
    """The lines of these roles in a file."""
    found: list[dict[str, Any]] = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    return [row for row in found if row["role"] in {"coordinator", "leader", "head"}]


def main() -> None:
    """Print the figures by role, and the lines that are read wrong."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument(
        "--gold", type=Path, default=SHARED / "samples" / "lines" / "lines.jsonl", help="labelled lines"
    )
    options.add_argument("--kinds", action="store_true", help="by kind, too")
    options.add_argument("--misses", action="store_true", help="what is read wrong")
    asked = options.parse_args()
    tally: Counter[tuple[str, str]] = Counter()
    began = time.process_time()
    for row in (labelled := rows(asked.gold)):
        output = output_of(row, reading_of(row))
        right, harm, _ = scorer().judge(row, output)
        for key in ("all", row["role"], *([f"{row['role']} {row['kind']}"] if asked.kinds else [])):
            tally.update({(key, "n"): 1, (key, "right"): right, (key, "harm"): bool(harm)})
        if asked.misses and (not right or harm):
            print(row["id"], row["role"], row["kind"], row["before"] or "", repr(row["line"]), harm)
            print("   want", row["expect"]["mode"], row["expect"]["acts"], row["expect"].get("missing", ""))
            print("   got ", {name: value for name, value in output.items() if value and name not in {"id", "reply"}})
    for key in dict.fromkeys(key for key, _ in tally):
        lines, right, harmful = (tally[key, what] for what in ("n", "right", "harm"))
        print(f"{key:<28} {right}/{lines} = {right / lines:.1%}, harmful {harmful} = {harmful / lines:.1%}")
    print(f"{1000 * (time.process_time() - began) / len(labelled):.2f} ms a line")


if __name__ == "__main__":
    main()
