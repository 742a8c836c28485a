"""A reminder's whole way over Zalo by typed lines: real HTTP, the service itself; the server is a double."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.zalo.channel import Zalo
from bot.commands import menus
from bot.service import Parts, Service
from bot.settings import Settings
from data.kinds import Role, State
from data.ledger import Allowance
from data.people import chats, registering
from data.store import Store
from locales import words_for
from scheduler.clock import Clock
from tests.bot.channels.house import Clock as Stopwatch
from tests.building import COMPOSER, SWITCHED_ON, office, owed, run
from tests.doubles.zalo import PrivateChat, ZaloDouble


@dataclass
class House:
    """The service and the server it talks to."""

    zalo: ZaloDouble
    service: Service

    async def joined(self, name: str, code: str) -> PrivateChat:
        """The private chat of a person who has joined, welcome read."""
        parts, chat = self.service.parts, self.zalo.user(name).private()
        with parts.store.transaction() as session:
            unit = registering.unit_by_code(session, code)
            secret = chats.new_code(session, unit, Role.OFFICER, parts.clock.now(), timedelta(days=7))
        assert (await self.answered(chat, f"dang ky {secret}"))[0].startswith("Đã kết nối cuộc trò chuyện này với")
        return chat

    async def answered(self, chat: PrivateChat, typed: str) -> list[str]:
        """What is said back to a line, message by message."""
        await chat.says(typed)
        return await self.heard(chat)

    async def heard(self, chat: PrivateChat) -> list[str]:
        """What has come into the chat since."""
        await self.zalo.drained()
        await self.service.settled()
        return [(await chat.next_message()).text for _ in chat.unread]

    async def morning_of(self, day: str) -> None:
        """Move the clock on to that morning, through every slot between."""
        await self.service.move_to(date.fromisoformat(day))


@asynccontextmanager
async def running(
    store: Store, now: datetime, folder: Path, allowance: Allowance | None = None
) -> AsyncIterator[House]:
    stopwatch = Stopwatch()
    async with ZaloDouble() as double:
        channel = Zalo(
            double.token,
            base_url=double.url,
            clock=stopwatch,
            sleep=stopwatch.sleep,
            folder=folder,
            allowance=allowance,
            photo_hosts={"127.0.0.1"},
        )
        service = Service(Parts(Settings(data_dir=folder), store, Clock(now), COMPOSER), (channel,))
        await channel.start(service, menus(words_for("vi")))
        await service.take_over()
        try:
            yield House(double, service)
        finally:
            await channel.stop()


@pytest.fixture
async def house(store: Store, tmp_path: Path) -> AsyncIterator[House]:
    """The office of the 2023 plan on the morning of its switch-on, with a bot on Zalo."""
    office(store)
    run(store, SWITCHED_ON)
    async with running(store, SWITCHED_ON, tmp_path) as opened:
        yield opened


async def test_a_digest_is_answered_by_its_numbers_and_with_a_photo(house: House, store: Store) -> None:
    chat = await house.joined("Nguyễn Văn A", "VP")
    await house.morning_of("2023-01-31")

    assert (await house.heard(chat))[-1].splitlines() == [
        "NHẮC VIỆC: việc 10, hạn 31/01 (hôm nay là ngày cuối)",
        "Kính gửi: Văn phòng HĐND-UBND thành phố",
        "Thực hiện Kế hoạch số 06/KH-UBND, đề nghị đơn vị hoàn thành và báo kết quả đúng hạn:",
        "• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, hôm nay là ngày cuối)",
        "Trả lời: xong 10 số …/KH-VP",
        "Trân trọng.",
        "1. Xong việc 10",
        "2. Đã nhận",
        "Đề nghị trả lời bằng số thứ tự.",
    ]
    assert chat.history[-1].entities == (("bold", "NHẮC VIỆC: việc 10, hạn 31/01 (hôm nay là ngày cuối)"),)

    (done,) = await house.answered(chat, "1")
    assert done.startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, đúng hạn")
    await chat.sends_photo(b"photo", "minh chung 10")
    assert await house.heard(chat) == [
        "Đã bổ sung vào báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 10.\nMinh chứng: ảnh “anh.jpg”."
    ]
    with store.transaction() as session:
        (fact,) = owed(session, "10")
    assert fact.state is State.DONE


async def test_a_photo_that_is_not_there_costs_none_of_its_words(house: House) -> None:
    chat = await house.joined("Nguyễn Văn A", "VP")
    await chat.sends_photo(b"photo", "xong 10 số 15/KH-VP", url="http://photo-stal-9.zdn.vn/gone.jpg")
    (said,) = await house.heard(chat)
    assert said.splitlines()[0].startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10")
    assert said.splitlines()[-1] == (
        "Chưa nhận được tệp “anh.jpg”. Đề nghị đồng chí gửi lại. Khi gửi, đề nghị kèm dòng chữ: minh chung 10"
    )
    await chat.sends_photo(b"photo", "minh chung 10")
    assert (await house.heard(chat))[0].endswith("Minh chứng: văn bản số 15/KH-VP, ảnh “anh.jpg”.")


async def test_what_zalo_does_not_pass_on_is_answered_with_what_may_be_sent(house: House) -> None:
    chat = await house.joined("Nguyễn Văn A", "VP")

    await chat.sends_file("bao-cao.pdf", b"pdf")
    (said,) = await house.heard(chat)
    assert said.splitlines() == [
        "Ứng dụng không chuyển được nội dung loại này đến hệ thống.",
        "Để báo kết quả, đề nghị đồng chí gửi ảnh chụp, hoặc gõ số văn bản hoặc đường dẫn, ví dụ: xong 10 số …/KH",
    ]


async def test_no_message_is_over_the_limit_and_its_choices_are_together(house: House) -> None:
    chat = await house.joined("Nguyễn Văn A", "VP")

    # The double refuses whatever is longer than 2,000 units, and fails the test.
    for typed in ("viec", "tro giup", "viec 1", "con lai", "tat ca viec"):
        said = await house.answered(chat, typed)
        assert said
        numbered = [part for part in said if "\n1. " in part]
        assert all(part.endswith("Đề nghị trả lời bằng số thứ tự.") for part in numbered)
