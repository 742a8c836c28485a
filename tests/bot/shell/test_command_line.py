"""The command line as an operator meets it: what is printed, one sentence when refused, and the exit code."""

import os
from pathlib import Path

import pytest

from data.people import chats
from data.store import open_store
from data.talk import Speaker
from tests.bot.shell.conftest import Run
from tests.building import PLAN, SWITCHED_ON, dump
from tests.conftest import free_port


def test_an_import_is_shown_then_switched_on_and_the_second_changes_nothing(run: Run) -> None:
    shown = run("import", str(PLAN))
    assert (shown.code, "Tạo 15 · Sửa 0 · Giữ 0 · Rút 0 · Cần hỏi" in shown.out) == (0, True)
    assert "Chưa ghi" in shown.out
    assert run("import", str(PLAN), "--dry-run", "--json").objects[0]["summary"] == shown.out.splitlines()[-2]
    assert run("import", str(PLAN), "--yes").code == 0
    again = run("import", str(PLAN), "--yes", "--json").objects[0]
    assert str(again["summary"]).startswith("Tạo 0 · Sửa 0 · Giữ 15 · ")


def test_an_amended_plan_is_shown_old_and_new(run: Run, tmp_path: Path) -> None:
    amended = tmp_path / "sua-doi.txt"
    amended.write_bytes(PLAN.read_bytes().replace("\tTháng 01/2023".encode(), "\tTháng 02/2023".encode()))
    run("import", str(PLAN), "--yes")
    shown = run("import", str(amended), "--dry-run").out
    assert (
        "Sửa việc 10: thời hạn: “Tháng 01/2023 (hết ngày 31/01/2023)” → “Tháng 02/2023 (hết ngày 28/02/2023)”\n"
        "Tạo 0 · Sửa 1 · Giữ 14 · Rút 0 · Cần hỏi "
    ) in shown


TABLE = "KẾ HOẠCH\nKiểm tra năm 2023\n\nSTT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn\tGhi chú\n"


def test_what_was_not_read_is_named(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text(f"{TABLE}1\tRà soát\tPhòng Nội vụ\tQuý I\tgấp\n", encoding="utf-8")
    assert "Cột giữ làm ghi chú, không dùng để giao việc (số ô): “Ghi chú” (1)." in run("import", str(plan)).out
    assert run("import", str(plan), "--json").objects[0]["left_out"] == [
        {"kind": "column", "name": "Ghi chú", "count": 1}
    ]


def test_a_table_without_a_task_is_refused(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text(f"{TABLE}1\t\t\t\t\n", encoding="utf-8")
    shown = run("import", str(plan), "--yes")
    assert (shown.code, shown.err.startswith("Không đọc được nhiệm vụ nào trong ")) == (1, True)


def test_much_is_withdrawn_only_when_somebody_says_so(run: Run, tmp_path: Path) -> None:
    plan, part = tmp_path / "ke-hoach.txt", tmp_path / "mot-phan.txt"
    rows = [f"{number}\tViệc {number}\tPhòng Nội vụ\tQuý IV\t\n" for number in range(1, 5)]
    plan.write_text(TABLE + "".join(rows), encoding="utf-8")
    part.write_text(TABLE + "".join(rows[:2]), encoding="utf-8")
    run("import", str(plan), "--yes")
    refused = run("import", str(part), "--yes")
    assert (refused.code, refused.err.startswith("2 trong 4 việc đang theo dõi không có trong tệp này")) == (1, True)
    assert (
        run("import", str(plan), "--dry-run", "--json").objects[0]["summary"]
        == "Tạo 0 · Sửa 0 · Giữ 4 · Rút 0 · Cần hỏi 2"
    )
    assert run("import", str(part), "--yes", "--withdraw").code == 0


def test_the_import_as_json(run: Run) -> None:
    (got,) = run("import", str(PLAN), "--json").objects
    assert got["plan"] == {
        "number": "06/KH-UBND",
        "issued_on": "2023-01-11",
        "issuer": "UBND thành phố Hưng Yên",
        "title": "Tuyên truyền cải cách hành chính năm 2023",
        "year": 2023,
    }
    tasks = {task["number"]: task for task in got["tasks"]}  # type: ignore[attr-defined]  # parsed JSON
    assert len(tasks) == 15
    assert tasks["10"]["lead"] == ["VP"]
    assert tasks["10"]["deadline"] == {
        "text": "Tháng 01/2023",
        "kind": "once",
        "start": None,
        "due": "2023-01-31",
        "dues": ["2023-01-31"],
        "cadence": None,
        "trigger": None,
        "ambiguous": False,
    }
    codes = {(asked["task"], asked["code"]) for asked in got["questions"]}  # type: ignore[attr-defined]  # likewise
    assert {("2", "deadline.unspecified"), ("3", "agency.open"), ("11", "deadline.conditional")} <= codes


def test_the_rehearsal_of_task_10(run: Run) -> None:
    run("import", str(PLAN), "--yes")
    said = run("rehearse", "--from", "2023-01-11", "--to", "2023-02-10", "--unit", "VP", "--json").objects
    assert [(each["at"], each["audience"]) for each in said if "10" in each["tasks"]] == [  # type: ignore[operator]
        ("2023-01-11T07:30:00+07:00", "unit"),
        ("2023-01-17T07:30:00+07:00", "unit"),
        ("2023-01-27T07:30:00+07:00", "unit"),
        ("2023-01-31T07:30:00+07:00", "unit"),
        ("2023-02-01T07:30:00+07:00", "unit"),
        ("2023-02-03T07:30:00+07:00", "unit"),
        ("2023-02-06T07:30:00+07:00", "unit"),
    ]


def test_reading_lines_a_blank_one_too(run: Run) -> None:
    read = run("deadline", "--year", "2023", "--json", stdin="Quý III/2023\n\nThường xuyên\n").objects
    assert [(each["text"], each["kind"], each["due"]) for each in read] == [
        ("Quý III/2023", "once", "2023-09-30"),
        ("", "unspecified", None),
        ("Thường xuyên", "recurring", None),
    ]
    (cell,) = run("agencies", "--json", "Phòng VHTT TP; UBND cấp xã").objects
    assert cell["parts"] == [
        {"text": "Phòng VHTT TP", "unit": "VHTT", "group": False},
        {"text": "UBND cấp xã", "unit": "G-PX", "group": True},
    ]


def test_invitations(run: Run) -> None:
    (one,) = run("invite", "vp", "--role", "head", "--json").objects
    assert {name: one[name] for name in ("unit", "role", "link", "expires")} == {
        "unit": "VP",
        "role": "head",
        "link": None,
        "expires": "2023-01-18T01:00:00+00:00",
    }
    assert {name: one[name] for name in ("bot", "links")} == {"bot": None, "links": {}}
    every = run("invite", "--all", "--json").objects
    assert len({each["code"] for each in every}) == len(every) > 50


@pytest.mark.parametrize(
    ("arguments", "settings", "code", "sentence"),
    [
        (["import", "none.txt"], {}, 1, "none.txt"),
        (["import", __file__], {}, 1, "bảng"),
        (["import", str(PLAN)], {"UNITS_FILE": "none.tsv"}, 1, "none.tsv"),
        (["rehearse"], {}, 1, "nhacviec import"),
        (["rehearse", "--from", "2023-02-01", "--to", "2023-01-01"], {}, 1, "2023"),
        (["invite", "XYZ"], {}, 1, "XYZ"),
        (["units", "import", "none.tsv"], {}, 1, "none.tsv"),
        (["units", "list"], {"DATABASE_URL": "mysql://somewhere/x"}, 1, "DATABASE_URL"),
        (["units", "list"], {"DATABASE_URL": "postgresql://nv:secret@127.0.0.1:1/nv"}, 1, "127.0.0.1"),
        (["check"], {"TELEGRAM_TOKEN": "not a token"}, 1, "TELEGRAM_TOKEN"),
        (["check"], {"WEB_PORT": "many", "TIMEZONE": "Asia/Hung_Yen", "DIGEST_AT": "23:00"}, 1, "DIGEST_AT"),
        (["demo"], {"WEB_HOST": "0.0.0.0"}, 1, "0.0.0.0"),
        (["sing"], {}, 2, "nhacviec --help"),
        (["deadline", "--year", "soon"], {}, 2, "nhacviec --help"),
    ],
)
def test_a_refusal_is_one_sentence(
    run: Run, arguments: list[str], settings: dict[str, str], code: int, sentence: str
) -> None:
    got = run(*arguments, **settings)
    assert got.code == code
    assert got.out == ""
    assert sentence in got.err
    assert got.err.count("\n") == 1
    assert "Traceback" not in got.err
    assert "secret" not in got.err


def test_every_malformed_setting_is_told_at_once(run: Run) -> None:
    got = run("check", WEB_PORT="many", TIMEZONE="Asia/Hung_Yen", LOCALE="fr")
    assert [name for name in ("WEB_PORT", "TIMEZONE", "LOCALE") if name in got.err] == [
        "WEB_PORT",
        "TIMEZONE",
        "LOCALE",
    ]


def test_a_check_says_what_works_and_what_does_not(run: Run) -> None:
    assert run("check").code == 0
    silent = run("check", TELEGRAM_TOKEN="42:TEST", TELEGRAM_BASE_URL=f"http://127.0.0.1:{free_port()}")
    assert (silent.code, silent.out.count("✓"), silent.out.count("✗")) == (1, 2, 1)


def test_a_check_says_who_else_may_read_the_secrets(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".env").touch(mode=0o644)
    (tmp_path / "var").mkdir(mode=0o755)
    shown = run("check")
    said = "– Người khác trên máy này có quyền đối với .env. Đề nghị chạy lệnh: chmod 600 .env\n"
    assert (shown.code, said in shown.out, shown.out.count("chmod")) == (0, True, 1)
    (tmp_path / ".env").chmod(0o600)
    assert "chmod" not in run("check").out


def test_the_folder_of_the_office_is_shut_but_not_one_where_others_work_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "var").mkdir(mode=0o755)
    (tmp_path / "tmp").mkdir()
    (tmp_path / "tmp").chmod(0o1777)
    for folder in ("var", "tmp", "."):
        run("units", "list", DATA_DIR=str(tmp_path / folder))
    modes = [oct((tmp_path / folder).stat().st_mode & 0o7777) for folder in ("var", "tmp", "var/nhacviec.db")]
    assert modes == ["0o700", "0o1777", "0o600"]


@pytest.mark.parametrize(
    "command",
    ["serve", "demo", "hear", "import", "rehearse", "deadline", "agencies", "units", "invite", "officer", "check"],
)
@pytest.mark.parametrize("locale", ["vi", "en"])
def test_every_command_has_help_in_both_languages(run: Run, command: str, locale: str) -> None:
    got = run(command, "--help", LOCALE=locale)
    assert got.code == 0
    assert f"nhacviec {command}" in got.out


def test_a_person_is_erased_only_with_a_yes(run: Run, tmp_path: Path) -> None:
    (made,) = run("invite", "VP", "--json").objects
    store = open_store(f"sqlite:///{tmp_path / 'var' / 'nhacviec.db'}")
    with store.transaction() as session:
        chats.join(session, str(made["code"]), Speaker("telegram", "7001", "7001", "Trần Thị Lan"), SWITCHED_ON)
    forget = ("officer", "forget", "telegram", "7001")
    kept = run(*forget)
    assert (kept.code, kept.out) == (0, "Chưa xóa gì. Để xóa, thêm --yes.\n")
    assert "Trần Thị Lan" in repr(dump(store))
    gone = run(*forget, "--yes")
    assert (gone.code, gone.out) == (0, "Đã xóa, kèm 1 kết nối tin nhắn riêng; giữ lại 0 báo cáo không ghi tên.\n")
    assert [trace for trace in ("Trần Thị Lan", "7001") if trace in repr(dump(store))] == []
    again = run(*forget, "--yes")
    assert (again.code, again.err) == (1, "Hệ thống không lưu thông tin của tài khoản 7001 trên telegram.\n")
    store.close()


def test_a_file_without_rights_is_refused(run: Run, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        (tmp_path / "plan.txt").mkdir()
    else:
        (tmp_path / "plan.txt").touch(mode=0)
    assert run("import", str(tmp_path / "plan.txt")).code == 1
