"""What a choice does, as data: the line one could type instead, its JSON form, its name, and what earlier ones were."""

from datetime import date

import pytest

from data.kinds import State
from data.talk import Act, Choice, line

DONE = Act("xong", ("10",), occurrence_id=7, state=State.OPEN)
ACTS = [
    (DONE, "xong 10"),
    (Act("da nhan"), "da nhan"),
    (Act("xong", ("10",), text="số 12/KH-VP, chưa ký"), "xong 10 số 12/KH-VP, chưa ký"),
    (Act("xong", ("9",), parts=("Kế hoạch",), files="kem tep"), "xong 9 Kế hoạch kem tep"),
    (Act("xong", ("1", "12"), period="2023-Q1", text="3 tin"), "xong 1, 12 quy 1 3 tin"),
    (
        Act(
            "xong", ("1",), text="3 tin", beside=(Act("xong", ("12", "13"), how="khong phat sinh"), Act("xong", ("4",)))
        ),
        "xong 1 thi 3 tin; 12, 13 khong phat sinh; 4",
    ),
    (Act("gia han", ("10",), day=date(2023, 2, 15), text="chờ ý kiến"), "gia han 10 15/02/2023 chờ ý kiến"),
    (Act("ghi nhan", ("10",), units=("P-LL", "VP")), "ghi nhan 10 P-LL, VP"),
    (Act("don doc", how="qua han"), "don doc qua han"),
    (Act("don doc", ("9",), units=("P-LL",), then="van gui"), "don doc 9 P-LL van gui"),
    (Act("don vi", ("3",), how="thay", units=("KT",), by=("VP",), made_for=("KT",)), "don vi 3 thay KT bang VP"),
    (Act("ban giao", units=("P-QT", "P-LL"), then="dong y"), "ban giao P-QT P-LL dong y"),
    (Act("trinh lanh dao", how="gui danh sach", number=3), "trinh lanh dao gui danh sach 3"),
    (
        Act("trinh lanh dao", how="danh sach", number=3, without=("10", "P-LL")),
        "trinh lanh dao danh sach 3 tru 10, P-LL",
    ),
    (Act("quen toi", how="dong y", number=5), "quen toi dong y 5"),
    (Act("qua han", said="P-LL", start=21), "qua han P-LL tiep 21"),
    (line("xong 10 rồi ạ", 7, State.OPEN), "xong 10 rồi ạ"),
]


@pytest.mark.parametrize(("act", "typed"), ACTS)
def test_the_line_that_one_could_type_and_what_is_kept(act: Act, typed: str) -> None:
    assert act.typed == typed
    assert Act.from_record(act.to_record()) == act
    assert Choice.from_record(Choice("1. Xong", act).to_record()) == Choice("1. Xong", act)


def test_each_act_has_a_name_of_its_own() -> None:
    assert len({act.reference for act, _ in ACTS}) == len(ACTS)
    assert DONE.to_record() == {"command": "xong", "tasks": ["10"], "occurrence_id": 7, "state": "open"}
    assert DONE.reference == Act.from_record(DONE.to_record()).reference


def test_which_say_yes_and_which_are_lines() -> None:
    agreeing = [Act("nhap", number=3), Act("thong bao", how="gui", number=7), line("ban giao P-QT P-LL dong y")]
    named = {act.typed for act, _ in ACTS}
    assert {act.typed for act, _ in ACTS if act.agrees} == named & {"ban giao P-QT P-LL dong y", "quen toi dong y 5"}
    assert [act.agrees for act in agreeing] == [True, True, True]
    assert [act.typed for act, _ in ACTS if act.is_line] == ["qua han P-LL tiep 21", "xong 10 rồi ạ"]


def test_another_task_takes_the_place_of_one_wherever_it_stands() -> None:
    asked = Act("xong", ("10", "12"), without=("10",), beside=(Act("xong", ("4", "10"), text="10 tin"),))
    meant = Act("xong", ("06.10", "12"), without=("06.10",), beside=(Act("xong", ("4", "06.10"), text="10 tin"),))
    assert asked.of_task("10", "06.10") == meant


def test_a_choice_that_an_earlier_release_kept_is_the_line_it_typed() -> None:
    kept = {"label": "Xong", "command": "xong 10", "occurrence_id": 7, "state": "open"}
    assert Choice.from_record(kept) == Choice("Xong", line("xong 10", 7, State.OPEN))
    assert Choice.from_record({**kept, "occurrence_id": None, "state": None}) == Choice("Xong", line("xong 10"))
