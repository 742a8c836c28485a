"""`nhacviec import` of a list that an office has kept: what it says of the work is recorded only where somebody says so."""

from pathlib import Path

import pytest
from sqlmodel import col, func, select

from data.model import Confirmation, Task
from data.store import open_store
from tests.bot.shell.conftest import Run
from tests.data.documents.making import as_tracker

MONDAY = "2023-06-12T09:00"
QUESTION = "• Tệp có cột tình trạng: 3 việc đã xong, 1 việc dừng, 1 việc được gia hạn. Ghi nhận theo tệp?"


@pytest.fixture
def tracker(tmp_path: Path) -> str:
    as_tracker(tmp_path / "theo-doi.xlsx")
    return "theo-doi.xlsx"


def written(tmp_path: Path) -> tuple[int, int, int]:
    """How many tasks there are, how many of them withdrawn, how many reports."""
    store = open_store(f"sqlite:///{tmp_path / 'var' / 'nhacviec.db'}")
    with store.snapshot() as session:
        tasks = session.exec(select(func.count(col(Task.id)), func.count(col(Task.withdrawn_at)))).one()
        reports = session.exec(select(func.count(col(Confirmation.id)))).one()
    store.close()
    return *tasks, reports


def test_it_is_shown_and_nothing_is_written_before_somebody_has_said_what_of_it(
    run: Run, tracker: str, tmp_path: Path
) -> None:
    shown = run("import", tracker, "--yes", NHACVIEC_NOW=MONDAY)
    assert QUESTION in shown.out
    assert shown.code == 1
    assert shown.err == (
        "Tệp ghi 5 việc đã xong, dừng hoặc được gia hạn. Chưa ghi gì vào hệ thống. Để ghi nhận theo tệp, đề nghị thêm:"
        " --states file; để theo dõi mọi việc là chưa xong: --states open\n"
    )
    assert written(tmp_path) == (0, 0, 0)


@pytest.mark.parametrize(("states", "left"), [("file", (12, 1, 3)), ("open", (12, 0, 0))])
def test_it_is_recorded_as_somebody_says(
    run: Run, tracker: str, tmp_path: Path, states: str, left: tuple[int, int, int]
) -> None:
    assert run("import", tracker, "--yes", "--states", states, NHACVIEC_NOW=MONDAY).code == 0
    assert written(tmp_path) == left
    assert run("import", tracker, "--yes", "--states", states, NHACVIEC_NOW=MONDAY).code == 0
    assert written(tmp_path) == left


def test_a_plan_without_states_needs_no_such_word(run: Run, tmp_path: Path) -> None:
    as_tracker(tmp_path / "moi.xlsx", [(1, "Rà soát", "Phòng Nội vụ", "", "31/8/2023", "", "", "Đang thực hiện", "")])
    assert run("import", "moi.xlsx", "--yes", NHACVIEC_NOW=MONDAY).code == 0
    assert written(tmp_path) == (1, 0, 0)


def test_as_json(run: Run, tracker: str) -> None:
    (told,) = run("import", tracker, "--dry-run", "--json", NHACVIEC_NOW=MONDAY).objects
    tasks = told["tasks"]
    assert isinstance(tasks, list)
    kept = [(each["number"], each["state"], each["done_on"], each["extended_to"], each["progress"]) for each in tasks]
    assert kept[:6] == [
        ("1", "done", "2023-02-20", None, None),
        ("2", "done", "2023-04-05", None, None),
        ("3", "done", None, None, None),
        ("4", "stopped", None, None, None),
        ("5", None, None, "2023-07-28", "Đang thực hiện, 70%"),
        ("6", None, None, None, "Đang thực hiện, 50%"),
    ]


def test_names_of_persons_are_in_no_log(run: Run, tracker: str) -> None:
    ran = run("import", tracker, "--yes", "--states", "file", NHACVIEC_NOW=MONDAY)
    assert not [name for name in ("Nguyễn Thị Hoa", "Trần Văn Bình", "Lê Văn Cường") if name in ran.out + ran.err]
