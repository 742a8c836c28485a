"""A plan goes in as text, reports come in, and it comes again from Word with rows changed, added and withdrawn."""

from pathlib import Path

import docx
import pytest
from sqlmodel import select

from data.documents.formats import read_document
from data.kinds import Closing, State
from data.model import Confirmation
from data.plans import drafting, importing
from data.plans.drafts import PlanDraft
from data.plans.importing import Difference
from data.record import Actor
from data.store import Store
from data.work.reporting import confirm
from locales import words_for
from locales.say.adopting import difference_lines, summary
from tests.building import (
    CALENDAR,
    PLAN,
    ScriptedChat,
    amend,
    at,
    join,
    office,
    owed,
    registry,
    run,
    send_all,
)
from tests.data.documents.making import add_table, plan

SWITCHED_ON, AMENDED = at("2023-01-11 07:30"), at("2023-02-01 10:00")
KEPT = ("1", "2", "3", "4", "5", "7", "8", "11", "12", "13", "14", "15")
OFFERED = ("III.1.1", "III.1.4", "III.2.1", "III.3.3", "III.6.1", "III.9.1")
ADDED = ["16", "Hội nghị tổng kết tuyên truyền CCHC", "Báo cáo", "Phòng Nội vụ", "", "Tháng 11/2023"]


def read(path: Path) -> PlanDraft:
    return drafting.draft_of(read_document(path), registry(), CALENDAR, path=path.name)


@pytest.fixture
def amended(tmp_path: Path) -> PlanDraft:
    """The plan as amended, from Word: 6 has a later day, 10 a longer wording, 9 is gone, 16 is new."""
    lines, table = plan()
    rows = [row for row in table if row[0] != "9"]
    for row in rows:
        if row[0] == "6":
            row[5] = "Trước ngày 15/12/2023"
        elif row[0] == "10":
            row[1] = row[1].rstrip(" .") + " và chuyển đổi số."
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    add_table(document, [*rows, ADDED])
    document.save(str(tmp_path / "sua-doi.docx"))
    return read(tmp_path / "sua-doi.docx")


def standing(store: Store, number: str) -> list[tuple[str, State, Closing | None, str]]:
    with store.transaction() as session:
        return [(fact.unit.code, fact.state, fact.closing, str(fact.due_on)) for fact in owed(session, number)]


def report(store: Store, number: str, code: str, note: str) -> None:
    with store.transaction() as session:
        (fact, *_) = owed(session, number, code)
        confirm(session, fact.id, Actor(), at("2023-01-20 09:00"), note=note)


async def said_on(store: Store, *days: str) -> str:
    """All that is said on the mornings of these days."""
    chat = ScriptedChat()
    for day in days:
        run(store, at(f"{day} 07:30"))
        await send_all(store, chat, at(f"{day} 07:30"))
    return "\n".join(words for _, words in chat.take())


def confirmations(store: Store) -> list[tuple[str, bool]]:
    with store.transaction() as session:
        return [(each.note, each.withdrawn_at is None) for each in session.exec(select(Confirmation))]


def test_what_an_amended_plan_changes_is_shown_old_and_new(store: Store, amended: PlanDraft) -> None:
    office(store, read(PLAN))
    with store.transaction() as session:
        difference, rewordings = importing.compare(session, amended), importing.rewordings(session, amended)
    assert difference == Difference(created=("16",), changed=("6", "10"), kept=(*KEPT, *OFFERED), withdrawn=("9",))
    words = words_for("vi")
    assert summary(words, amended, difference).startswith("Tạo 1 · Sửa 2 · Giữ 12 · ")
    assert difference_lines(words, amended, difference, rewordings) == [
        "Sửa việc 6: thời hạn: “Năm 2023 (hết ngày 31/12/2023)” → “Trước ngày 15/12/2023 (hết ngày 14/12/2023)”",
        "Sửa việc 10: nội dung: “…trường điện tử thành phố” → “…trường điện tử thành phố và chuyển đổi số”",
        "Thêm việc 16: Hội nghị tổng kết tuyên truyền CCHC",
        "Rút việc 9",
    ]


async def test_reports_outlast_the_amendment_and_what_is_withdrawn_is_silent(store: Store, amended: PlanDraft) -> None:
    office(store, read(PLAN))
    for code in ("VP", "TUPHAP", "NV"):
        join(store, code)
    assert "Việc 9:" in await said_on(store, "2023-01-11")
    report(store, "10", "VP", "số 12/KH-VP")
    report(store, "1", "TUPHAP", "3 tin 2 bài")

    amend(store, amended, AMENDED)
    run(store, AMENDED)

    assert confirmations(store) == [("số 12/KH-VP", True), ("3 tin 2 bài", True)]
    assert standing(store, "10") == [("VP", State.DONE, None, "2023-01-31")]
    assert standing(store, "6") == [("TUPHAP", State.OPEN, None, "2023-12-14")]
    assert standing(store, "16") == [("NV", State.OPEN, None, "2023-11-30")]
    assert standing(store, "9") == []

    words = await said_on(store, "2023-07-03", "2023-09-01", "2023-09-15", "2023-09-29", "2023-10-02", "2023-12-07")
    assert "Việc 6:" in words
    assert "Việc 9:" not in words
