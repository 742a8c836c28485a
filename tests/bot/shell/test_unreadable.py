"""`nhacviec check` names each row that cannot be read, and what was set aside; never what is in it."""

import sqlite3
from pathlib import Path

from tests.bot.shell.conftest import Run
from tests.building import PLAN

MOMENT = "2023-01-11 01:00:00"


def test_a_check_names_the_rows_that_cannot_be_read_and_what_to_do(run: Run, tmp_path: Path) -> None:
    run("import", str(PLAN), "--yes")
    with sqlite3.connect(tmp_path / "var" / "nhacviec.db") as base:
        base.execute("UPDATE task SET deadline = 'Bà Nguyễn Thị B' WHERE number = '10'")
        base.execute(
            "INSERT INTO message (key, bot, chat_id, slot_day, due_at, expires_at, kind, state, facts, attempts, unknowns,"
            " sent_refs) VALUES ('k', 'local', '1', '2023-01-11', ?, ?, 'odd', 'set_aside', '{}', 1, 0, '[]')",
            (MOMENT, MOMENT),
        )
        base.execute(
            "INSERT INTO received (bot, update_id, received_at, content, set_aside)"
            " VALUES ('local', '1', ?, '{', 'unreadable')",
            (MOMENT,),
        )
    base.close()
    shown = run("check")
    assert (shown.code, [line for line in shown.out.splitlines() if line.startswith("✗")]) == (
        1,
        [
            (
                "✗ Dòng 10 của bảng task: không đọc được deadline, các dòng khác vẫn hoạt động bình thường. Đề nghị khôi phục từ"
                " bản sao lưu; thời hạn của nhiệm vụ có thể khôi phục bằng cách nhập lại Kế hoạch."
            ),
            "✗ Tin không soạn được, đã để riêng: 1. Lý do của từng tin có trong nhật ký hệ thống.",
            (
                "✗ Tin nhận không đọc hoặc không xử lý được, đã để riêng: 1. Lý do của từng tin có trong nhật ký hệ thống; đề"
                " nghị người gửi gửi lại."
            ),
        ],
    )
    # Importing the plan again mends a deadline.
    run("import", str(PLAN), "--yes")
    assert "Dòng 10" not in run("check").out


def test_nobody_is_invited_in_a_role_that_cannot_be_read(run: Run) -> None:
    assert run("invite", "VP", "--role", "unreadable").code == 2
    assert "unreadable" not in run("invite", "--help").out
