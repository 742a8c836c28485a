"""`nhacviec check` as a doctor: each finding with what to do, as a sentence or as JSON; never what people wrote."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot import health
from bot.shell import checking
from data import leases, ledger
from data.kinds import MessageKind, MessageState, Role
from data.model import Address, Message
from data.people import addressing, registering
from data.store import Store, open_store
from tests.bot.shell.conftest import Run
from tests.building import PLAN, at
from tests.conftest import free_port
from tests.doubles.telegram import Apart, TelegramDouble

NOW = at("2023-01-11 08:00")


@pytest.fixture
def office(run: Run, tmp_path: Path) -> Store:
    """The plan's office, in which two wards have a chat."""
    run("import", str(PLAN), "--yes")
    store = open_store(f"sqlite:///{tmp_path / 'var' / 'nhacviec.db'}")
    with store.transaction() as session:
        for code in ("P-LL", "P-MK"):
            unit = registering.unit_by_code(session, code)
            session.add(
                Address(bot="telegram:42", chat_id=code, unit_id=unit.id or 0, role=Role.OFFICER, joined_at=NOW)
            )
    return store


def found(run: Run, *checks: str, **settings: str) -> list[tuple[object, object, object]]:
    """What is found of some things, as JSON."""
    objects = run("check", "--json", **settings).objects
    assert {frozenset(each) for each in objects} == {frozenset({"check", "ok", "detail", "todo"})}
    return [(each["ok"], each["detail"], each["todo"]) for each in objects if each["check"] in checks]


def message(store: Store, chat: str, state: MessageState, outcome: str | None, minutes: int = 60) -> None:
    with store.transaction() as session:
        address = session.exec(select(Address).where(Address.chat_id == chat)).one()
        number = len(session.exec(select(Message.id)).all())
        session.add(
            Message(
                key=str(number),
                kind=MessageKind.NOTICE,
                address_id=address.id,
                bot="telegram:42",
                chat_id=chat,
                slot_day=NOW.date(),
                due_at=NOW - timedelta(minutes=minutes),
                expires_at=NOW + timedelta(days=1),
                state=state,
                outcome=outcome,
            )
        )


def test_each_thing_is_one_object(run: Run) -> None:
    got = run("check", "--json")
    assert got.code == 0
    assert [(each["check"], each["ok"]) for each in got.objects] == [
        ("settings", True),
        ("database", True),
        ("zalo", True),
        ("telegram", True),
        ("disk", True),
    ]


def test_settings_that_are_wrong_are_an_object_too(run: Run) -> None:
    got = run("check", "--json", WEB_PORT="many")
    (only,) = got.objects
    assert (got.code, only["check"], only["ok"], "WEB_PORT" in str(only["detail"])) == (1, "settings", False, True)


def test_what_did_not_arrive_is_named_by_unit(run: Run, office: Store) -> None:
    for _ in range(2):
        message(office, "P-LL", MessageState.UNKNOWN, "timeout")
    message(office, "P-MK", MessageState.FAILED, "no-rights")
    message(office, "P-MK", MessageState.FAILED, "no-rights", minutes=8 * 24 * 60)
    assert found(run, "message-unknown", "message-failed") == [
        (
            True,
            "1 tin gửi UBND phường Minh Khai không đến được (hệ thống không có quyền gửi tin trong nhóm).",
            "",
        ),
        (
            True,
            "2 tin gửi UBND phường Lê Lợi chưa rõ đã đến hay chưa (timeout).",
            "Việc chưa xong được nhắc lại trong tin nhắc sau.",
        ),
    ]
    shown = run("check")
    assert (shown.code, shown.out.count("– 1 tin"), shown.out.count("– 2 tin")) == (0, 1, 1)


def test_a_chat_out_of_reach_and_units_without_one(run: Run, office: Store) -> None:
    with office.transaction() as session:
        addressing.mark_unreachable(session, "telegram:42", "P-LL", "topic-closed", NOW)
    (chat,) = found(run, "chat")
    assert chat == (
        True,
        "Một cuộc trò chuyện của UBND phường Lê Lợi không gửi được tin (chủ đề nơi hệ thống gửi tin đã đóng).",
        "Đề nghị đơn vị nhắn lại cho hệ thống, hoặc tham gia bằng mã mới: nhacviec invite P-LL",
    )
    ((fine, detail, todo),) = found(run, "units")
    assert (fine, str(detail).split(":")[0], todo) == (
        True,
        "Đơn vị có việc mà chưa có cuộc trò chuyện (32)",
        "Để mời, chạy: nhacviec invite VP",
    )


def test_whether_a_process_serves_the_bot_and_what_is_held_up(run: Run, office: Store) -> None:
    silent = {"TELEGRAM_TOKEN": "42:TEST", "TELEGRAM_BASE_URL": f"http://127.0.0.1:{free_port()}"}
    nobody = (True, "Hiện không có tiến trình nào phục vụ telegram:42.", "Để phục vụ, chạy: nhacviec serve")
    assert found(run, "lease", "delivery", **silent) == [nobody]
    message(office, "P-LL", MessageState.WAITING, None)
    with office.transaction() as session:
        leases.hold(session, "telegram:42", "another", timedelta(hours=1))
    assert found(run, "lease", "delivery", **silent) == [
        (True, "Có tiến trình đang phục vụ telegram:42.", ""),
        (
            False,
            "Có tin đến giờ gửi từ 07:00 ngày 11/01/2023 mà chưa gửi.",
            "Đề nghị xem /readyz và nhật ký hệ thống để biết lý do.",
        ),
    ]


def test_what_each_bot_has_spent_of_its_allowance(run: Run, office: Store) -> None:
    silent = {"ZALO_TOKENS": "42:A 43:B", "ZALO_BASE_URL": f"http://127.0.0.1:{free_port()}", "ZALO_PEOPLE": "2"}
    with office.transaction() as session:
        ledger.count(session, "zalo:42", date(2023, 1, 1), taken=412)
        unit = registering.unit_by_code(session, "VP")
        for chat in ("1", "2"):
            session.add(Address(bot="zalo:42", chat_id=chat, unit_id=unit.id or 0, role=Role.OFFICER, joined_at=NOW))
    assert found(run, "allowance", **silent) == [
        (
            True,
            "Zalo 42: tháng 01 đã gửi 412/3.000 tin; 2/2 người. Đã hết chỗ cho người tham gia mới.",
            "Có thể khai báo thêm một bot trong cấu hình.",
        ),
        (
            True,
            "Zalo 43: tháng 01 đã gửi 0/3.000 tin; 0/2 người. Chưa có ai tham gia qua bot này.",
            "Để mời, chạy: nhacviec invite --all",
        ),
    ]


def test_a_database_that_another_program_writes_to(run: Run, office: Store, tmp_path: Path) -> None:
    office.close()
    with closing(sqlite3.connect(tmp_path / "var" / "nhacviec.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        shown = run("check")
        other.execute("ROLLBACK")
    assert shown.code == 1
    assert [line for line in shown.out.splitlines() if line.startswith("✗")] == [
        "✗ Cơ sở dữ liệu đang bận: có chương trình khác đang ghi. Đề nghị thử lại sau một phút."
    ]


def test_a_disk_that_is_nearly_full(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Room:
        free = 49 * 1024 * 1024

    for module in (checking, health):
        monkeypatch.setattr(module, "disk_usage", lambda _: Room)
    shown = run("check", DATA_DIR="var")
    assert (shown.code, shown.out.splitlines()[-1]) == (
        1,
        "✗ var: còn trống 49 MB. Đề nghị giải phóng để còn ít nhất 50 MB.",
    )


SET = "Telegram đang được đặt webhook dẫn đến {host}."
AGAIN = "Hệ thống tự dẫn webhook về mình; đề nghị tìm hiểu ai đã đặt."
OURS = "Hệ thống đã đặt webhook này và tự gỡ."
FOREIGN = "Đề nghị tìm hiểu ai đã đặt: tin của mọi người đang được chuyển đến đó, không đến hệ thống."


@pytest.mark.parametrize(
    ("stands", "remembered", "public", "said"),
    [
        ("", None, "", None),
        ("https://nhacviec.example.vn/hook/telegram:42", None, "https://nhacviec.example.vn/", None),
        ("https://khac.example.vn/bi-mat", None, "https://nhacviec.example.vn", (True, AGAIN)),
        ("https://cu.example.vn/hook/telegram:42", "https://cu.example.vn/hook/telegram:42#00", "", (True, OURS)),
        ("https://khac.example.vn/bi-mat", "https://cu.example.vn/hook/telegram:42#00", "", (False, FOREIGN)),
        ("https://khac.example.vn/bi-mat", None, "", (False, FOREIGN)),
    ],
)
def test_a_webhook_that_does_not_lead_here(
    run: Run, office: Store, stands: str, remembered: str | None, public: str, said: tuple[bool, str] | None
) -> None:
    with office.transaction() as session:
        leases.remember_hook(session, "telegram:42", remembered)
    with Apart(TelegramDouble()) as apart:
        if stands:
            apart.do(lambda: apart.double.hooks(stands))
        settings = {"TELEGRAM_TOKEN": apart.double.token, "TELEGRAM_BASE_URL": apart.double.url}
        told = found(run, "webhook", PUBLIC_URL=public, **settings)
    host = stands.split("/")[2] if stands else ""
    assert told == ([] if said is None else [(said[0], SET.format(host=host), said[1])])
