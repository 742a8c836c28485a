"""A reminder's whole way over Telegram: real HTTP, the real library, the service itself; the server is a double."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot.channels.telegram.channel import Telegram
from bot.commands import menus
from bot.service import Parts, Service
from bot.settings import Settings
from data.kinds import Role
from data.model import Draft
from data.people import chats, registering
from data.store import Store
from locales import words_for
from scheduler.clock import Clock
from tests.bot.channels.house import Clock as Stopwatch
from tests.building import COMPOSER, PLAN, SWITCHED_ON, office, owed, run
from tests.doubles.telegram import PrivateChat, TelegramDouble

TITLE = "Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…"


@dataclass
class House:
    """The service and the server it talks to."""

    telegram: TelegramDouble
    service: Service
    channel: Telegram

    async def joined(self, name: str, code: str, role: Role = Role.OFFICER) -> PrivateChat:
        """The private chat of a person who has joined, welcome read."""
        chat = self.telegram.user(name).private()
        await chat.says(f"/start {self.invite(code, role)}")
        await chat.next_message()
        return chat

    async def post(self) -> None:
        """Let what waits in the outbox go out."""
        await self.telegram.drained()
        await self.service.settled()

    def invite(self, code: str, role: Role = Role.OFFICER) -> str:
        parts = self.service.parts
        with parts.store.transaction() as session:
            unit = registering.unit_by_code(session, code)
            return chats.new_code(session, unit, role, parts.clock.now(), timedelta(days=7))

    async def morning_of(self, day: str) -> None:
        """Move the clock on to that morning, through every slot between."""
        await self.service.move_to(date.fromisoformat(day))


@asynccontextmanager
async def running(store: Store, now: datetime, folder: Path) -> AsyncIterator[House]:
    stopwatch = Stopwatch()
    async with TelegramDouble() as double:
        channel = Telegram(double.token, base_url=double.url, clock=stopwatch, sleep=stopwatch.sleep, folder=folder)
        service = Service(Parts(Settings(data_dir=folder), store, Clock(now), COMPOSER), (channel,))
        await channel.start(service, menus(words_for("vi")))
        await service.take_over()
        try:
            yield House(double, service, channel)
        finally:
            await channel.stop()


@pytest.fixture
async def house(store: Store, tmp_path: Path) -> AsyncIterator[House]:
    """The office of the 2023 plan on the morning of its switch-on, with a bot on Telegram."""
    office(store)
    run(store, SWITCHED_ON)
    async with running(store, SWITCHED_ON, tmp_path) as opened:
        yield opened


async def test_joining_the_digest_the_tick_and_the_silence_after(house: House) -> None:
    officer = house.telegram.user("Nguyễn Văn A").private()
    await officer.says(f"/start {house.invite('VP')}")
    assert (await officer.next_message()).text.startswith(
        "Đã kết nối cuộc trò chuyện này với Văn phòng HĐND-UBND thành phố"
    )

    await house.morning_of("2023-01-16")
    assert "Việc 10" in (await officer.next_message()).text  # the plan's opening, heard on joining
    await house.morning_of("2023-01-17")
    digest = await officer.next_message()
    assert digest.text == (
        "NHẮC VIỆC: việc 10, hạn 31/01 (còn 5 ngày làm việc)\n"
        "Kính gửi: Văn phòng HĐND-UBND thành phố\n"
        "Thực hiện Kế hoạch số 06/KH-UBND, đề nghị đơn vị hoàn thành và báo kết quả đúng hạn:\n"
        f"• Việc 10: {TITLE} (hạn: thứ Ba, 31/01/2023, còn 5 ngày làm việc)\n"
        "Trả lời: xong 10 số …/KH-VP\n"
        "Trân trọng."
    )
    assert digest.buttons == (("✅ Xong việc 10", "👌 Đã nhận"),)
    assert ("bold", "NHẮC VIỆC: việc 10, hạn 31/01 (còn 5 ngày làm việc)") in digest.entities

    await officer.presses("✅ Xong việc 10")
    receipt = await officer.next_message()
    assert receipt.text.startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn")
    after = await officer.next_edit()
    assert (after.id, after.buttons) == (digest.id, ())
    assert "✅ Việc 10" in after.text

    heard = len(officer.history)
    await house.morning_of("2023-02-03")
    assert len(officer.history) == heard


async def test_a_ward_speaks_in_its_group_and_hears_nothing_of_others(house: House) -> None:
    lan = house.telegram.user("Trần Thị Lan")
    group = house.telegram.group("Phường Lê Lợi", [lan])
    await group.says(lan, f"/dang_ky@{house.telegram.username} {house.invite('P-LL')}")
    assert "UBND phường Lê Lợi" in (await group.next_message()).text
    await group.says(lan, f"/khong_phat_sinh@{house.telegram.username} 12")
    assert (await group.next_message()).text == (
        "Đã ghi nhận UBND phường Lê Lợi không phát sinh hoạt động trong quý I đối với việc 12.\n"
        "Người báo: đ/c Trần Thị Lan, 07:30 ngày 11/01/2023.\n"
        "Nếu báo nhầm, gõ: bao nham 12"
    )
    await group.says(lan, f"/tinh_hinh@{house.telegram.username}")
    assert (await group.next_message()).text.startswith("“tinh hinh” không dùng tại cuộc trò chuyện này.")
    moved = await group.becomes_supergroup(by=lan)
    await house.telegram.drained()
    await house.morning_of("2023-01-12")
    digest = await moved.next_message()
    assert digest.text.startswith(
        "NHẮC VIỆC: 2 nhiệm vụ thường xuyên, báo kỳ đầu hạn 14/03; phối hợp 8 việc\nKính gửi: UBND phường Lê Lợi"
    )


async def test_the_coordinator_gets_a_menu_of_its_own_and_the_figures(house: House) -> None:
    chat = house.telegram.user("Lê Minh Châu").private()
    await chat.says(f"dang ky {house.invite('NV', Role.COORDINATOR)}")
    assert "cơ quan theo dõi, đôn đốc" in (await chat.next_message()).text
    await chat.says("tinh hinh 10")
    assert (
        "\nVăn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)."
        in (await chat.next_message()).text
    )
    await house.telegram.called("setMyCommands", 4)
    menu = list(house.telegram.commands[f"chat {chat.id}"])
    assert {"tinh_hinh", "qua_han", "viec", "xong"} <= set(menu)
    assert "tinh_hinh" not in house.telegram.commands["all_private_chats"]


async def test_a_closed_chat_is_told_to_the_coordinator_and_the_unit_hears_elsewhere(house: House) -> None:
    first, second = (house.telegram.user(name).private() for name in ("Nguyễn Văn A", "Trần Thị B"))
    for chat in (first, second):
        await chat.says(f"/start {house.invite('VP')}")
        await chat.next_message()
    office_chat = house.telegram.user("Lê Minh Châu").private()
    await office_chat.says(f"/start {house.invite('NV', Role.COORDINATOR)}")
    await office_chat.next_message()
    await first.blocks_bot()
    await house.telegram.drained()
    await house.morning_of("2023-01-12")
    assert "Việc 10" in (await second.next_message()).text
    assert first.unread == []
    assert "Văn phòng HĐND-UBND thành phố" in (await office_chat.next_message()).text


async def test_an_old_button_changes_nothing_and_a_strangers_tap_neither(house: House) -> None:
    officer = house.telegram.user("Nguyễn Văn A").private()
    await officer.says(f"/start {house.invite('VP')}")
    await officer.next_message()
    await house.morning_of("2023-01-12")
    digest = await officer.next_message()
    await officer.presses("✅ Xong việc 10")
    await officer.next_message()
    await officer.next_edit()
    await officer.presses("✅ Xong việc 10", on=digest)
    assert (await officer.next_message()).text.startswith("Việc 10 đã được báo lúc 07:30 ngày 12/01/2023.")


async def test_noi_vu_sends_the_amended_plan_and_accepts_it_by_a_tap(house: House) -> None:
    chat = house.telegram.user("Lê Minh Châu").private()
    await chat.says(f"/start {house.invite('NV', Role.COORDINATOR)}")
    await chat.next_message()
    amended = PLAN.read_bytes().replace("\tTháng 01/2023".encode(), "\tTháng 02/2023".encode())
    await chat.sends_file("Kế hoạch sửa đổi.txt", amended, mime="text/plain")
    draft = await chat.next_message()
    assert draft.text.startswith("BẢN NHÁP 1\nKế hoạch số 06/KH-UBND")
    assert "Sửa việc 10: thời hạn: “Tháng 01/2023 (hết ngày 31/01/2023)” → “Tháng 02/2023" in draft.text
    assert draft.buttons == (("Nhập và bắt đầu theo dõi",), ("Bỏ bản nháp",))
    await chat.presses("Nhập và bắt đầu theo dõi")
    assert "Tạo 0 · Sửa 1 · Giữ 14" in (await chat.next_message()).text
    await chat.says("viec 10")
    assert "28/02/2023" in (await chat.next_message()).text
    await chat.sends_file("Kế hoạch MẬT.docx", b"secret")
    assert "không được lưu" in (await chat.next_message()).text
    await chat.sends_file("lon.pdf", b"pdf", size=20 * 1024 * 1024 + 1)
    assert "lớn hơn 20 MB" in (await chat.next_message()).text
    await house.morning_of("2023-01-12")
    with house.service.parts.store.transaction() as session:
        assert [(row.name, row.accepted) for row in session.exec(select(Draft))] == [("Kế hoạch sửa đổi.txt", True)]
        assert [str(fact.plan_due_on) for fact in owed(session, "10")] == ["2023-02-28"]
