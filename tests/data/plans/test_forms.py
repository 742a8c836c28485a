"""The form of a plan, completed or not, is read as the plan was."""

from pathlib import Path

import pytest

from data.documents import Document, read_document
from data.plans.drafting import draft_of
from data.plans.drafts import PlanDraft
from data.plans.forms import form_of, form_of_draft
from tests.building import CALENDAR, registry

PLAN = """UBND THÀNH PHỐ HƯNG YÊN
Số: 15/KH-UBND
Hưng Yên, ngày 12 tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2026

PHỤ LỤC I
NHIỆM VỤ TRỌNG TÂM
(Kèm theo Kế hoạch số 15/KH-UBND ngày 12/01/2026)
STT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tCơ quan theo dõi, đôn đốc\tThời hạn
I\tThể chế
1\tRà soát thủ tục\tPhòng Nội vụ\tPhòng Tư pháp\tVăn phòng HĐND-UBND thành phố\tQuý II
2\tTập huấn nghiệp vụ\tPhòng Tư pháp\t\tPhòng Nội vụ\t30/6/2026

Biểu số 02: Danh mục báo cáo
STT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn
1\tBáo cáo quý\tPhòng Nội vụ\tHằng quý
2\tBáo cáo năm\tPhòng Tư pháp\t15/12/2026

PHỤ LỤC III
STT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn
1\tKiểm tra chợ\tPhòng Nội vụ\tQuý III
"""
TASKS = [
    "I.1 [PHỤ LỤC I. NHIỆM VỤ TRỌNG TÂM / I. Thể chế] Rà soát thủ tục: NV (TUPHAP) < VP, Quý II",
    "I.2 [PHỤ LỤC I. NHIỆM VỤ TRỌNG TÂM / I. Thể chế] Tập huấn nghiệp vụ: TUPHAP () < NV, 30/6/2026",
    "02.1 [Biểu số 02. Danh mục báo cáo] Báo cáo quý: NV () < , Hằng quý",
    "02.2 [Biểu số 02. Danh mục báo cáo] Báo cáo năm: TUPHAP () < , 15/12/2026",
    "III.1 [PHỤ LỤC III] Kiểm tra chợ: NV () < , Quý III",
]


def understood(document: Document) -> PlanDraft:
    """The plan as a draft."""
    return draft_of(document, registry(), CALENDAR, path="")


def lines(plan: PlanDraft) -> list[str]:
    """Each task with its headings, and who leads, supports and follows it up."""
    return [
        f"{task.number} [{task.section}] {task.title}: {', '.join(task.lead)} ({', '.join(task.coordinating)})"
        f" < {', '.join(task.monitoring)}, {task.deadline.text}"
        for task in plan.tasks
    ]


@pytest.mark.parametrize("of_draft", [True, False], ids=["understood", "as written"])
def test_annexes_and_who_follows_up_come_back(tmp_path: Path, *, of_draft: bool) -> None:
    path, form = tmp_path / "ke-hoach.txt", tmp_path / "bieu-mau.xlsx"
    path.write_text(PLAN, encoding="utf-8")
    document = read_document(path)
    plan = understood(document)
    assert lines(plan) == TASKS
    beside = [("", "")] * len(plan.tasks)
    form.write_bytes(form_of_draft(plan, registry(), beside) if of_draft else form_of(document, registry())[0])
    assert lines(understood(read_document(form))) == TASKS
