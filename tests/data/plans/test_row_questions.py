"""What tables leave open: a table as text → its tasks as understood, and what is asked."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from data.documents import LeftOut
from data.documents.formats import read_document
from data.model import Question
from data.plans import drafting, importing, settling
from data.plans.drafts import PlanDraft
from data.plans.tracking import Kept, kept_in
from data.record import SERVICE
from data.refusals import TasksMissing
from data.store import Store
from data.views.questions import open_questions
from tests.building import CALENDAR, SWITCHED_ON, office, registry

TODAY = date(2026, 1, 12)

HEAD = """UBND THÀNH PHỐ HƯNG YÊN
Số: 08/KH-UBND
Hưng Yên, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Cải cách hành chính năm 2026

"""


def draft(tmp_path: Path, table: str, head: str = HEAD) -> PlanDraft:
    lines = ["\t".join(map(str.strip, line.split("|"))) for line in table.strip().splitlines()]
    path = tmp_path / "plan.txt"
    path.write_text(head + "\n".join(lines), encoding="utf-8")
    return drafting.draft_of(read_document(path), registry(), CALENDAR, path="plan.txt")


def asked(plan: PlanDraft) -> list[tuple[str | None, str, tuple[str, ...]]]:
    """What is asked of the rows; what is not about a product or a day off."""
    passed_over = {"product.blank", "deadline.day-off"}
    return [(each.task, each.code, each.rows) for each in plan.questions if each.code not in passed_over]


def test_words_that_send_elsewhere_name_no_unit_and_only_a_near_name_is_guessed(tmp_path: Path) -> None:
    plan = draft(
        tmp_path,
        """
        STT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian
        1 | Rà soát | Theo phân công tại Phụ lục II | Các đơn vị được giao tại Kế hoạch 12 | Quý I
        2 | Tập huấn | Sở Nội vụ | Cục Bản quyền tác giả | Quý II
        3 | Kiểm tra | Các cơ quan, đơn vị, địa phương | UBND xã | Quý III
        4 | Sơ kết | Phòng Nội vụ | Sở Nội vụ | Quý III
        """,
    )
    assert [
        (each.task, each.code, each.fields["part"], each.fields.get("codes"))
        for each in plan.questions
        if each.code.startswith("agency")
    ] == [
        ("1", "agency.open", "lead", None),
        ("1", "agency.open", "coordinating", None),
        ("2", "agency.unknown", "lead", ["NV"]),
        ("2", "agency.unknown", "coordinating", []),
        ("3", "agency.unknown", "lead", []),
        ("3", "agency.unknown", "coordinating", ["UBND-TP"]),
        # Who leads it already is no guess.
        ("4", "agency.unknown", "coordinating", []),
    ]


def test_one_cell_with_both_sides(tmp_path: Path) -> None:
    plan = draft(
        tmp_path,
        """
        STT | Nội dung | Đơn vị chủ trì, phối hợp | Thời gian
        1 | Rà soát thủ tục | Chủ trì: Phòng Nội vụ; Phối hợp: Phòng Kinh tế, Phòng Tư pháp | Quý I
        2 | Tập huấn | Phòng Kinh tế chủ trì, phối hợp Phòng Nội vụ | Quý II
        """,
    )
    assert [(task.lead, task.coordinating) for task in plan.rows] == [
        (("NV",), ("KT", "TUPHAP")),
        (("KT",), ("NV",)),
    ]
    assert asked(plan) == []


def test_a_heading_of_both_sides_over_cells_that_do_not_say_which(tmp_path: Path) -> None:
    plan = draft(
        tmp_path,
        """
        STT | Nội dung | Chủ trì/phối hợp | Thời gian
        1 | Rà soát thủ tục | Phòng Nội vụ/Phòng Kinh tế | Quý I
        2 | Tập huấn | Phòng Nội vụ, Phòng Kinh tế | Quý II
        3 | Họp | Phòng Nội vụ | Quý II
        """,
    )
    assert [(task.lead, task.coordinating) for task in plan.rows] == [
        (("NV",), ("KT",)),
        (("NV", "KT"), ()),
        (("NV",), ()),
    ]
    assert asked(plan) == [("2", "agency.sides", ())]


def test_a_beginning_and_an_end_are_a_range(tmp_path: Path) -> None:
    plan = draft(
        tmp_path,
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Bắt đầu | Kết thúc
        1 | Rà soát | Phòng Nội vụ | 01/02/2026 | 31/3/2026
        2 | Tập huấn | Phòng Nội vụ | Tháng 2 | Trước ngày 15/3
        3 | Họp | Phòng Nội vụ | khi có kinh phí | Quý III
        """,
    )
    assert [
        (task.deadline.kind, str(task.deadline.start), str(task.deadline.due), task.extra) for task in plan.rows
    ] == [
        ("range", "2026-02-01", "2026-03-31", ()),
        ("range", "2026-02-01", "2026-03-14", ()),
        ("once", "None", "2026-09-30", (("Bắt đầu", "khi có kinh phí"),)),
    ]


def test_what_several_rows_leave_open_alike_is_asked_once(tmp_path: Path) -> None:
    plan = draft(
        tmp_path,
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn
        1 | Rà soát | Tổ công tác số 7 | Theo kế hoạch của tỉnh
        2 | Tập huấn | Phòng Nội vụ | Theo kế hoạch của tỉnh
        3 | Họp | Tổ công tác số 7 | Quý III
        """,
    )
    assert asked(plan) == [("1", "deadline.conditional", ("1", "2")), ("1", "agency.unknown", ("1", "3"))]


def test_days_before_the_plan_are_asked_about_once(tmp_path: Path) -> None:
    plan = draft(
        tmp_path,
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn
        1 | Rà soát | Phòng Nội vụ | 05/01/2026
        2 | Tập huấn | Phòng Nội vụ | 09/01/2026
        """,
    )
    (once,) = (each for each in plan.questions if each.code == "deadline.past")
    assert (once.rows, once.fields) == (("1", "2"), {"plan": "2026-01-12"})
    assert [each.fields["due"] for each in once.each()] == ["2026-01-05", "2026-01-09"]


def test_a_head_that_is_not_filled_in_is_asked_about_once(tmp_path: Path) -> None:
    head = HEAD.replace("08/KH", "   /KH").replace("ngày 12", "ngày    ")
    plan = draft(tmp_path, "STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn\n1 | Rà soát | Phòng Nội vụ | Quý I", head)
    assert (plan.number, plan.issued_on, plan.year) == ("", None, 2026)
    assert [(each.code, each.fields) for each in plan.questions if each.code.startswith("head")] == [
        ("head.blank", {"missing": ["number", "day"]})
    ]


def test_a_heading_that_only_its_cells_have_told_is_asked_about(tmp_path: Path) -> None:
    plan = draft(
        tmp_path,
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Khi nào | Ghi chú
        1 | Rà soát | Phòng Nội vụ | Quý I | gấp
        2 | Tập huấn | Phòng Kinh tế | Tháng 6 |
        """,
    )
    assert [task.deadline.text for task in plan.rows] == ["Quý I", "Tháng 6"]
    assert [(each.code, each.fields) for each in plan.questions if each.code.startswith("heading")] == [
        ("heading.guess", {"heading": "Khi nào", "role": "deadline"})
    ]
    assert plan.left_out == (LeftOut("column", "Ghi chú", 1),)


def test_a_heading_that_was_agreed_to_is_not_asked_about_again(store: Store, tmp_path: Path) -> None:
    table = "STT | Nhiệm vụ | Đơn vị chủ trì | Khi nào\n1 | Rà soát | Phòng Nội vụ | Quý I"
    office(store, draft(tmp_path, table))
    again = draft(tmp_path, table, HEAD.replace("08/KH", "09/KH"))
    with store.transaction() as session:
        assert importing.with_remembered(session, again) == again
        (question,) = session.exec(select(Question).where(Question.code == "heading.guess"))
        settling.keep(session, question.id or 0, SERVICE, SWITCHED_ON)
        session.flush()
        known = importing.with_remembered(session, again)
        of_others = importing.with_remembered(session, replace(again, issuer="UBND xã Tân An"))
    assert {each.code for each in again.questions} - {each.code for each in known.questions} == {"heading.guess"}
    assert of_others.questions == again.questions


def test_what_is_asked_once_is_kept_of_each_row_and_skipped_at_once(store: Store, tmp_path: Path) -> None:
    table = "STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn\n"
    plan = draft(tmp_path, table + "\n".join(f"{row} | Việc {row} | Tổ công tác số 7 | Quý I" for row in "123"))
    office(store, plan)
    with store.transaction() as session:
        (asked_once,) = (each for each in open_questions(session, TODAY) if each.code == "agency.unknown")
        assert asked_once.rows == ("1", "2", "3")
        settling.keep(session, asked_once.id, SERVICE, SWITCHED_ON)
        session.flush()
        assert [each for each in open_questions(session, TODAY) if each.code == "agency.unknown"] == []


def test_so_much_withdrawn_is_noticed(store: Store, tmp_path: Path) -> None:
    table = "STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn\n"
    rows = [f"{row} | Việc {row} | Phòng Nội vụ | Quý I" for row in range(1, 5)]
    office(store, draft(tmp_path, table + "\n".join(rows)))
    with store.transaction() as session:
        drafts = {count: draft(tmp_path, table + "\n".join(rows[:count])) for count in (4, 3, 2)}
        left = {count: importing.compare(session, each) for count, each in drafts.items()}
    assert {count: (each.there, each.withdraws_much) for count, each in left.items()} == {
        4: (4, False),
        3: (4, False),
        2: (4, True),
    }


@pytest.mark.parametrize("rows", ["", "\n1 | | |\n2 | | |"])
def test_a_table_without_a_task_is_refused(tmp_path: Path, rows: str) -> None:
    with pytest.raises(TasksMissing):
        draft(tmp_path, f"STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn{rows}")


def test_what_is_done_or_stopped_already_is_told_of_all_and_asked_of_none(tmp_path: Path) -> None:
    plan = draft(
        tmp_path,
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn | Ngày hoàn thành thực tế | Trạng thái
        1 | Ban hành kế hoạch | Phòng Nội vụ | 30/6/2026 | 12/3/2026 | Đã hoàn thành
        2 | Kiểm tra | Phòng Tư pháp | 15/9/2026 | | Dừng thực hiện
        3 | Tập huấn | Phòng Tư pháp | 15/9/2026 | | Đang thực hiện
        """,
    )
    assert [(task.number, task.state, str(task.done_on)) for task in plan.rows] == [
        ("1", "done", "2026-03-12"),
        ("2", "stopped", "None"),
        ("3", "", "None"),
    ]
    assert asked(plan) == []
    assert kept_in(plan) == Kept(done=("1",), stopped=("2",), extended=(), undated=())
