"""A list that is kept while the work goes on: what its cells say of states, days, later days and progress."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from data.documents.document import Row
from data.plans.drafts import DraftTask, PlanDraft
from data.plans.tracking import Kept, all_open, as_of, days_in, kept_in, percent, read_state
from tests.building import draft, row
from tests.tables import differing

STATES = {
    "Đã hoàn thành": "done", "Hoàn thành": "done", "Xong": "done", "100%": "done", "Đã ban hành": "done",
    "Hoàn thành 100%": "done", "Đã hoàn thành 100 %": "done", "Hoàn thành đúng hạn": "done", "hoan thanh cham": "done",
    "Chưa hoàn thành": "", "Đang thực hiện": "", "Hoàn thành 50%": "", "70%": "", "Cơ bản hoàn thành": "", "": "",
    "Đã trình, chờ phê duyệt": "", "Quá hạn": "", "Trong hạn": "", "Treo": "", "Tốt": "",
    "Dừng thực hiện": "stopped", "Tạm dừng": "stopped", "Không triển khai": "stopped", "Hủy": "stopped",
    "Đã huỷ": "stopped", "dung thuc hien": "stopped", "Thôi thực hiện": "stopped",
    # Only the accents part these from what is stopped.
    "Đúng tiến độ": "", "Đúng hạn": "", "dung tien do": "", "dung han": "", "Thời hạn còn dài": "",
    # Asked for, not granted.
    "Đề nghị dừng": "",
}  # fmt: skip


def test_states() -> None:
    assert {text: read_state(text, "", 2026)[0] for text in STATES} == STATES


DAYS = {
    "12/3/2026": "2026-03-12", "12-3-2026": "2026-03-12", "12.03.2026": "2026-03-12", "12/3": "2026-03-12",
    "12/3/26": "2026-03-12", "2026-03-12": "2026-03-12", "ngày 12 tháng 3": "2026-03-12",
    "Ngày 12 tháng 3 năm 2026": "2026-03-12", "Đã ban hành QĐ số 12/QĐ-UBND ngày 3/2/2026": "2026-02-03",
    "30/9/2026 (CV 15/UBND)": "2026-09-30", "CV số 15/2026/UBND ngày 20/6/2026": "2026-06-20",
    "30/6, 30/9/2026": "2026-06-30 2026-09-30", "31/2/2026": "", "Tháng 3/2026": "", "3/2026": "", "Quý I": "", "x": "",
}  # fmt: skip


def test_days() -> None:
    assert {text: " ".join(map(str, days_in(text, 2026))) for text in DAYS} == DAYS


SHARES = {"70%": 70, "70 %": 70, "70": 70, "0.7": 70, "0,75": 75, "100": 100, "0": 0, "1": None, "150": None, "": None}
"""Of "1" nobody knows whether it is a hundredth or all."""


def test_shares() -> None:
    assert {text: percent(text) for text in SHARES} == SHARES


def tracked(number: str = "1", deadline: str = "30/6/2023", **kept: str) -> Row:
    """A row of a list, with what it keeps: state, progress, done, extended."""
    return replace(row(number, deadline), **kept)  # type: ignore[arg-type]  # they are all words


def told(task: DraftTask) -> str:
    """state done_on > extended_to {progress}"""
    day = f" {task.done_on}" if task.done_on else ""
    later = f" > {task.extended_to}" if task.extended_to else ""
    progress = f" {{{task.progress}}}" if task.progress else ""
    return f"{task.state or 'open'}{day}{later}{progress}"


def doubts(plan: PlanDraft) -> list[str]:
    return [asked.fields["why"] for asked in plan.questions if asked.code == "state.doubt"]


ROWS = {
    # state | progress | done | extended | deadline: what is made of it, and what is asked
    "Đã hoàn thành | 100% | 12/3/2023 |": ("done 2023-03-12", ""),
    "Hoàn thành | | |": ("done", ""),
    "Đã hoàn thành ngày 12/3/2023 | | |": ("done 2023-03-12", ""),
    "Đã hoàn thành | | Tháng 3 |": ("done", ""),
    " | 100 | |": ("done", ""),
    " | | 12/3/2023 |": ("done 2023-03-12", ""),
    "Dừng thực hiện | | |": ("stopped", ""),
    "Đang thực hiện | 0.7 | |": ("open {Đang thực hiện, 70%}", ""),
    "Chưa thực hiện | 0% | |": ("open", ""),
    " | Đang lấy ý kiến các phòng | |": ("open {Đang lấy ý kiến các phòng}", ""),
    "Đang thực hiện | | | 30/9/2023 (CV 15/UBND)": ("open > 2023-09-30 {Đang thực hiện}", ""),
    "Đã gia hạn đến 30/9/2023 | | |": ("open > 2023-09-30 {Đã gia hạn đến 30/9/2023}", ""),
    "Đã hoàn thành | | 12/8/2023 | 30/9/2023": ("done 2023-08-12 > 2023-09-30", ""),
    "Đang thực hiện | | | Không": ("open {Đang thực hiện}", ""),
    # What contradicts itself, or is not understood, is asked about.
    "Đang thực hiện | | 12/3/2023 |": ("open {Đang thực hiện}", "day"),
    "Dừng thực hiện | | 12/3/2023 |": ("open {Dừng thực hiện}", "day"),
    "Đã hoàn thành | 60% | |": ("open {Đã hoàn thành, 60%}", "percent"),
    "Đang thực hiện | 100% | |": ("open {Đang thực hiện, 100%}", "percent"),
    "Treo | | |": ("open {Treo}", "unknown"),
    "Đề nghị dừng | | |": ("open {Đề nghị dừng}", "unknown"),
    " | | Tháng 3 |": ("open", "unknown"),
    "Đã hoàn thành | | 05/01/2023 |": ("open {Đã hoàn thành}", "early"),
    "Đang thực hiện | | | 10/6/2023": ("open {Đang thực hiện}", "later.before"),
    "Đang thực hiện | | | có": ("open {Đang thực hiện}", "later.unread"),
    "Đã hoàn thành | | | | Hằng tháng": ("open {Đã hoàn thành}", "several"),
    "Đã hoàn thành | | | | Tháng 6, 12": ("open {Đã hoàn thành}", "several"),
    "Đang thực hiện | | | 30/9/2023 | Tháng 6, 12": ("open {Đang thực hiện}", "later.several"),
    "Đang thực hiện | | | 30/9/2023 | ": ("open > 2023-09-30 {Đang thực hiện}", ""),
}


def read(said: str) -> PlanDraft:
    state, progress, done, extended, *deadline = map(str.strip, said.split("|"))
    kept = {"state": state, "progress": progress, "done": done, "extended": extended}
    return draft(tracked(deadline=deadline[0] if deadline else "30/6/2023", **kept))


def test_rows() -> None:
    plans = {said: read(said) for said in ROWS}
    made = ((said, (told(plan.tasks[0]), " ".join(doubts(plan))), ROWS[said]) for said, plan in plans.items())
    assert differing(made) == []


def test_a_day_that_has_not_come_is_asked_about() -> None:
    plan = read("Đã hoàn thành | | 12/3/2023 |")
    assert as_of(plan, date(2023, 3, 12)) == plan
    ahead = as_of(plan, date(2023, 3, 11))
    assert (told(ahead.tasks[0]), doubts(ahead)) == ("open", ["future"])


def test_one_state_that_nobody_knows_is_asked_about_once_with_its_rows() -> None:
    plan = draft(*(tracked(number, state="Treo") for number in "123"))
    (asked,) = (each for each in plan.questions if each.code == "state.doubt")
    assert (asked.rows, asked.fields) == (("1", "2", "3"), {"why": "unknown", "text": "Treo"})


def some() -> Iterable[Row]:
    yield tracked("1", state="Đã hoàn thành", done="12/3/2023")
    yield tracked("2", state="Xong")
    yield tracked("3", state="Dừng")
    yield tracked("4", state="Đang thực hiện", extended="30/9/2023")
    yield tracked("5", state="Treo")


@pytest.mark.parametrize(
    ("plan", "kept"),
    [
        (draft(*some()), Kept(("1", "2"), ("3",), ("4",), ("2",))),
        (draft(tracked(state="Đang thực hiện")), None),
        (draft(row()), None),
    ],
)
def test_there_is_one_thing_to_ask_or_nothing(plan: PlanDraft, kept: Kept | None) -> None:
    assert kept_in(plan) == kept


def test_answered_no_all_are_as_they_were_planned() -> None:
    plan = all_open(draft(*some()))
    assert {told(task) for task in plan.tasks} == {"open"}
    assert (kept_in(plan), doubts(plan)) == (None, [])


def test_a_plan_that_adjusts_another_has_the_adjusted_time() -> None:
    plan = draft(
        tracked("1", "30/6/2023", extended="Quý IV/2023"),
        tracked("2", "Hằng tháng", extended="Hằng tuần"),
        tracked("3", "Tháng 5/2023", extended="Giữ nguyên"),
        tracked("4", "", extended="Từ ngày 10/8 đến ngày 25/9/2023"),
    )
    assert [(task.deadline.text, task.extended_to, task.extra) for task in plan.tasks] == [
        ("Quý IV/2023", None, (("Thời hạn đã giao", "30/6/2023"),)),
        ("Hằng tuần", None, (("Thời hạn đã giao", "Hằng tháng"),)),
        ("Tháng 5/2023", None, ()),
        ("Từ ngày 10/8 đến ngày 25/9/2023", None, ()),
    ]
