"""How the service stands: what hinders it, told in time whatever the database does, and what somebody must look at."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url

from bot import health
from bot.health import as_json, folders_of
from bot.service import Parts, Service
from bot.settings import Settings
from bot.talk import Attachment, Incoming
from bot.web import demo
from data import leases, ledger
from data.disk import ROOM
from data.kinds import MessageKind, MessageState
from data.ledger import Allowance, Balance, Spent
from data.model import Message, Received
from data.people import addressing
from data.store import Store, _engine
from data.talk import Outgoing, Speaker
from data.upkeep.health import LATELY, Bot, Counts, Health, count
from scheduler.bots import Lane
from scheduler.channel import Outcome
from tests.bot.dialogues import Play, holds
from tests.building import ScriptedChat, at
from tests.conftest import free_port

NOW = at("2023-01-12 09:00")
BOT = Bot("telegram:42", held=True, last_poll=NOW, last_send=NOW)
WELL = Health(NOW, (BOT,), NOW, {"data_dir": ROOM}, None, Counts())
# Far more than the second that is promised, for a machine that has much to do, and far less than others wait.
IN_TIME = 5.0


@dataclass
class Served(ScriptedChat):
    """A channel as the service has it."""

    name: str = "local"
    silent_for: float | None = 25.0
    may: list[bool] = field(default_factory=list)
    answered: list[Outgoing] = field(default_factory=list)

    async def send(
        self, chat_id: str, outgoing: Outgoing, *, lane: Lane = Lane.BROADCAST, patience: float = 20.0
    ) -> Outcome:
        if lane is Lane.ANSWER:
            self.answered.append(outgoing)
        return await super().send(chat_id, outgoing, lane=lane, patience=patience)

    def listen(self, *, may: bool) -> None:
        self.may.append(may)

    async def fetch(self, file: Attachment, words: str) -> Attachment:  # noqa: ARG002 - other channels look at them
        return file


@pytest.mark.parametrize(
    ("stands", "reasons", "status"),
    [
        (WELL, (), "ok"),
        (replace(WELL, bots=()), ("no-channel",), "degraded"),
        (replace(WELL, bots=(replace(BOT, trouble="conflict"),)), ("telegram:42: conflict",), "degraded"),
        (
            replace(WELL, bots=(replace(BOT, held=False, standby=True, trouble="conflict"),)),
            ("telegram:42: standby",),
            "standby",
        ),
        (replace(WELL, bots=(replace(BOT, held=False),)), ("telegram:42: not-held",), "degraded"),
        (replace(WELL, bots=(replace(BOT, held=False),), database="away"), ("database: away",), "degraded"),
        (replace(WELL, database="locked", counts=None), ("database: locked",), "degraded"),
        (replace(WELL, room={"data_dir": ROOM - 1, "database": None}), ("disk: data_dir",), "degraded"),
        (replace(WELL, last_tick=None), ("tick",), "degraded"),
        (replace(WELL, last_tick=NOW - timedelta(minutes=2)), (), "ok"),
        (replace(WELL, last_tick=NOW - timedelta(minutes=2, seconds=1)), ("tick",), "degraded"),
        (replace(WELL, counts=Counts(oldest_due=NOW - timedelta(minutes=15))), (), "ok"),
        (replace(WELL, counts=Counts(oldest_due=NOW - timedelta(minutes=16))), ("delivery",), "degraded"),
        (replace(WELL, counts=Counts(unknown=3, set_aside=1, updates_set_aside=2)), (), "ok"),
    ],
)
def test_why_it_does_not_do_all_that_it_is_there_for(stands: Health, reasons: tuple[str, ...], status: str) -> None:
    assert (stands.reasons, stands.status) == (reasons, status)


def test_what_whoever_watches_is_told() -> None:
    counts = Counts(NOW, 1, 2, 3, 4, "KeyError", 5, 6)
    assert as_json(replace(WELL, counts=counts, bots=(replace(BOT, last_send=None),))) == {
        "status": "ok",
        "reasons": [],
        "now": "2023-01-12T09:00:00+07:00",
        "database": "ok",
        "bots": {
            "telegram:42": {
                "lease": "held",
                "trouble": "ok",
                "last_poll": "2023-01-12T09:00:00+07:00",
                "last_send": None,
            }
        },
        "last_tick": "2023-01-12T09:00:00+07:00",
        "oldest_due": "2023-01-12T09:00:00+07:00",
        "disk_free": {"data_dir": ROOM},
        "messages": {"unknown": 1, "set_aside": 2, "failed": 3},
        "updates": {"waiting": 5, "set_aside": 4, "last_reason": "KeyError"},
        "unreachable_chats": 6,
    }


MARCH = Balance("zalo:1234", date(2023, 3, 1), Spent(412, 31), Allowance(50, 3000))


def test_whoever_watches_is_told_what_a_bot_has_spent_in_numbers() -> None:
    bots = (BOT, replace(BOT, name="zalo:1234"))
    told = as_json(replace(WELL, bots=bots, counts=Counts(balances=(replace(MARCH, waiting=5),))))["bots"]
    assert isinstance(told, dict)
    assert {name: bot.get("month") for name, bot in told.items()} == {
        "telegram:42": None,
        "zalo:1234": {
            "messages": 412,
            "messages_allowed": 3000,
            "people": 31,
            "people_allowed": 50,
            "held_back": 5,
        },
    }


def test_a_database_that_is_elsewhere_has_a_disk_of_its_own() -> None:
    assert folders_of(Path("var"), "sqlite:///var/nhacviec.db") == {"data_dir": Path("var")}
    elsewhere = {"data_dir": Path("var"), "database": Path("/srv/db")}
    assert folders_of(Path("var"), "sqlite:////srv/db/nhacviec.db") == elsewhere
    assert folders_of(Path("var"), "postgresql://nv@127.0.0.1/nv") == {"data_dir": Path("var")}


def message(number: int, bot: str, minutes: int, state: MessageState = MessageState.WAITING, **more: Any) -> Message:
    """A notice that was due so many minutes ago."""
    due = NOW - timedelta(minutes=minutes)
    values: dict[str, Any] = {"key": str(number), "kind": MessageKind.NOTICE, "bot": bot, "chat_id": "1"}
    values |= {"slot_day": NOW.date(), "due_at": due, "expires_at": NOW + timedelta(days=1), "state": state} | more
    return Message(**values)


def test_what_the_database_tells(store: Store) -> None:
    old = int((LATELY + timedelta(minutes=1)).total_seconds() // 60)
    with store.transaction() as session:
        session.add_all(
            [
                message(1, "local", 3),
                message(2, "local", 5, MessageState.CLAIMED),
                message(3, "local", 9, MessageState.SENT),
                message(4, "local", 9, expires_at=NOW),
                message(5, "local", -1),
                message(6, "telegram:42", 30),
                message(7, "local", 9, MessageState.UNKNOWN),
                message(8, "local", 9, MessageState.SET_ASIDE),
                message(9, "local", 9, MessageState.FAILED),
                message(10, "local", 9, MessageState.FAILED),
                message(11, "local", old, MessageState.UNKNOWN),
                Received(bot="local", update_id="1", received_at=NOW, handled_at=NOW),
                Received(bot="local", update_id="2", received_at=NOW),
                Received(bot="local", update_id="3", received_at=NOW, set_aside="KeyError"),
                Received(bot="local", update_id="4", received_at=NOW, set_aside="unreadable"),
                Received(bot="local", update_id="5", received_at=NOW, handled_at=NOW, set_aside="seen"),
            ]
        )
    with store.snapshot() as session:
        assert count(session, NOW, {"local": True, "telegram:42": False}) == Counts(
            oldest_due=NOW - timedelta(minutes=5),
            unknown=1,
            set_aside=1,
            failed=2,
            updates_set_aside=2,
            last_reason="unreadable",
            updates_waiting=1,
        )
        assert count(session, NOW, {}).oldest_due is None


@pytest.fixture
def writable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database is all right, however long a machine that has much to do takes to find out."""
    monkeypatch.setattr(Store, "writable", lambda _: None)


@pytest.mark.usefixtures("writable")
async def test_a_service_that_does_all_it_is_there_for(parts: Parts) -> None:
    service = Service(parts, [Served()])
    await service.take_over()
    await service.move_to(at("2023-01-12 00:00").date())
    told = await service.health()
    assert (told["status"], told["reasons"], told["database"]) == ("ok", [], "ok")
    assert service.alive()["status"] == "ok"
    await service.stop()


@pytest.mark.usefixtures("writable")
async def test_without_a_channel_nobody_is_served(parts: Parts) -> None:
    service = Service(parts, [])
    await service.move_to(at("2023-01-12 00:00").date())
    told = await service.health()
    assert (told["status"], told["reasons"]) == ("degraded", ["no-channel"])


@pytest.mark.usefixtures("writable")
async def test_a_process_that_waits_for_its_bot_stands_by(parts: Parts) -> None:
    with parts.store.transaction() as session:
        leases.hold(session, "local", "another", timedelta(minutes=1))
    channel = Served()
    service = Service(parts, [channel])
    await service.take_over()
    await service.move_to(at("2023-01-12 00:00").date())
    told = await service.health()
    assert (told["status"], told["reasons"], channel.may) == ("standby", ["local: standby"], [False])
    assert service.alive()["status"] == "standby"


async def test_while_another_process_writes_it_says_so_in_time(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_READS", IN_TIME)
    service = Service(parts, [Served()])
    await service.take_over()
    other = create_engine(parts.store.engine.url, isolation_level=None)
    with other.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        # As long as the lock is held, whoever writes takes a thread away from all others.
        writers = [asyncio.create_task(asyncio.to_thread(people_change, parts.store)) for _ in range(40)]
        told, again = await asyncio.wait_for(asyncio.gather(service.health(), service.health()), IN_TIME)
        connection.exec_driver_sql("ROLLBACK")
    await asyncio.gather(*writers)
    other.dispose()
    assert (told["status"], told["database"], told["reasons"]) == (
        "degraded",
        "locked",
        ["database: locked", "tick"],
    )
    assert told["messages"] == {"unknown": 0, "set_aside": 0, "failed": 0}
    assert told == again


def people_change(store: Store) -> None:
    with store.transaction() as session:
        addressing.mark_unreachable(session, "local", "nobody", "kicked", NOW)


@pytest.fixture
def gone(tmp_path: Path, parts: Parts) -> Iterator[Parts]:
    """An office whose server has been stopped."""
    url = f"postgresql+psycopg://nv@127.0.0.1:{free_port()}/nv"
    store = Store(_engine(make_url(url)))
    yield replace(parts, store=store, settings=Settings(data_dir=tmp_path, database_url=url))
    store.close()


async def test_without_its_server_it_says_so_in_time(gone: Parts) -> None:
    service = Service(gone, [Served()])
    told = await asyncio.wait_for(service.health(), IN_TIME)
    assert (told["status"], told["database"], told["messages"]) == ("degraded", "away", None)
    assert told["reasons"] == ["database: away", "tick"]
    assert service.alive()["status"] == "ok"


def test_noi_vu_is_told_in_words(play: Play) -> None:
    well = replace(WELL, room={"data_dir": 12 * 1024**3, "database": 80 * 1024**2})
    troubled = replace(
        well,
        bots=(replace(BOT, trouble="unreachable", last_send=None), Bot("zalo:7", held=False, standby=True)),
        last_tick=None,
        counts=Counts(unknown=2, failed=3, set_aside=1, updates_set_aside=1, unreachable=4),
    )
    told = iter([well, troubled])
    play.conversation = replace(play.conversation, health=lambda *_: next(told))
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: sức khỏe
TÌNH TRẠNG HỆ THỐNG – 09:00 ngày 12/01/2023
Hệ thống hoạt động bình thường.
• Telegram: nhận tin lần cuối lúc 09:00 ngày 12/01/2023, gửi tin lần cuối lúc 09:00 ngày 12/01/2023
• Dung lượng đĩa còn trống: 80 MB
noi-vu: suc khoe
TÌNH TRẠNG HỆ THỐNG – 09:00 ngày 12/01/2023
Đề nghị đồng chí báo người quản trị hệ thống:
• Telegram: hiện không kết nối được, các tin chờ gửi đến khi có kết nối
• Zalo: do một tiến trình khác của hệ thống phục vụ
• Đã vài phút hệ thống chưa rà soát được việc đến hạn
• Telegram: nhận tin lần cuối lúc 09:00 ngày 12/01/2023
• Trong 7 ngày qua, 2 tin chưa rõ đã đến hay chưa, không gửi lại
• Trong 7 ngày qua, 3 tin không gửi được đến nơi nhận
• 2 tin có dữ liệu lỗi, đã giữ lại để người quản trị xem
• 4 cuộc trò chuyện hiện không gửi được tin. Xem: danh sach chat
• Dung lượng đĩa còn trống: 80 MB
""",
    )


def test_noi_vu_is_told_what_each_bot_has_spent(play: Play) -> None:
    full = replace(MARCH, bot="zalo:5678", spent=Spent(2950, 50), waiting=12)
    fresh = replace(MARCH, bot="zalo:9", spent=Spent())
    bots = (Bot("zalo:1234", held=True), Bot("zalo:5678", held=True, trouble="quota"))
    balances = Counts(balances=(MARCH, full, fresh))
    play.conversation = replace(play.conversation, health=lambda *_: replace(WELL, bots=bots, counts=balances, room={}))
    holds(
        play,
        """
noi-vu: suc khoe
TÌNH TRẠNG HỆ THỐNG – 09:00 ngày 12/01/2023
Đề nghị đồng chí báo người quản trị hệ thống:
• Zalo 5678: máy chủ không nhận thêm tin do đã hết hạn mức, các tin chờ gửi khi có hạn mức mới
• Zalo 1234: tháng 03 đã gửi 412/3.000 tin; 31/50 người.
• Zalo 5678: tháng 03 đã gửi 2.950/3.000 tin; 50/50 người. Đang giữ lại 12 tin chưa gấp. Đã hết chỗ cho người tham gia mới.
• Zalo 9: tháng 03 đã gửi 0/3.000 tin; 0/50 người. Chưa có ai tham gia qua bot này.
""",
    )


async def test_a_service_knows_what_its_bots_have_spent(parts: Parts) -> None:
    with parts.store.transaction() as session:
        ledger.count(session, "local", NOW.date().replace(day=1), taken=7)
        session.add(message(1, "local", 9, outcome=ledger.HELD))
    service = Service(parts, [Served(allowance=Allowance(5, 10))])
    await service.move_to(at("2023-01-12 00:00").date())
    bots = (await service.health())["bots"]
    assert isinstance(bots, dict)
    assert bots["local"]["month"] == {
        "messages": 7,
        "messages_allowed": 10,
        "people": 0,
        "people_allowed": 5,
        "held_back": 1,
    }


async def test_a_service_that_starts_says_what_its_bots_have_spent(
    parts: Parts, caplog: pytest.LogCaptureFixture
) -> None:
    service = Service(parts, [Served(allowance=Allowance(5, 10))])
    await service.start()
    await service.stop()
    assert [(each.levelname, each.getMessage()) for each in caplog.records if "people" in each.getMessage()] == [
        ("WARNING", "local: 0 of 10 messages sent this month; 0 of 5 people have joined")
    ]


def test_without_a_service_around_it_tells_what_the_database_knows(play: Play) -> None:
    with play.conversation.store.transaction() as session:
        addressing.mark_unreachable(session, "local", "VP", "no-rights", play.now)
    holds(
        play,
        """
noi-vu: suc khoe
TÌNH TRẠNG HỆ THỐNG – 07:30 ngày 11/01/2023
Hệ thống hoạt động bình thường.
• 1 cuộc trò chuyện hiện không gửi được tin. Xem: danh sach chat
VP: suc khoe
“suc khoe” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
""",
    )


async def test_whoever_asks_a_service_in_chat_is_told_what_it_knows(parts: Parts) -> None:
    demo.fill(parts, NOW)
    chat = Served()
    service = Service(parts, [chat])
    await service.take_over()
    await service.hear(Incoming("1", Speaker("local", "noi-vu", "1", "Lan"), "suc khoe"))
    await service.stop()
    (told,) = chat.answered
    assert told.text.splitlines()[:2] == [
        "Đề nghị đồng chí báo người quản trị hệ thống:",
        "• Đã vài phút hệ thống chưa rà soát được việc đến hạn",
    ]
