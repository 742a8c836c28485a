"""A unit's group on Telegram: anyone in it acts for the unit, nobody without a name, and a pressed button only once."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlmodel import col, select

from data.model import Change, Officer
from data.store import Store
from tests.building import SWITCHED_ON, office, run
from tests.journeys.test_telegram import House, running

ANONYMOUS = (
    "Hệ thống phải ghi được tên người báo. Đề nghị đồng chí tắt chế độ ẩn danh, gửi lại bằng tài khoản của mình."
)


@pytest.fixture
async def house(store: Store, tmp_path: Path) -> AsyncIterator[House]:
    """The office of the 2023 plan on the morning of its switch-on, with a bot on Telegram."""
    office(store)
    run(store, SWITCHED_ON)
    async with running(store, SWITCHED_ON, tmp_path) as opened:
        yield opened


async def test_an_anonymous_administrator_is_asked_to_show_their_name(house: House) -> None:
    lan = house.telegram.user("Trần Thị Lan")
    group = house.telegram.group("Phường Lê Lợi", [lan], kind="supergroup")
    code = house.invite("P-LL")
    await group.says_anonymously(f"/dang_ky {code}")
    assert (await group.next_message()).text == ANONYMOUS
    await group.says(lan, f"/dang_ky {code}")
    assert "UBND phường Lê Lợi" in (await group.next_message()).text
    await group.says_anonymously("/khong_phat_sinh 12")
    assert (await group.next_message()).text == ANONYMOUS


async def test_a_button_in_a_group_acts_once_and_names_who_pressed_it(house: House) -> None:
    lan, minh = house.telegram.user("Trần Thị Lan"), house.telegram.user("Lê Văn Minh")
    group = house.telegram.group("Phường Lê Lợi", [lan, minh])
    await group.says(lan, f"/dang_ky {house.invite('P-LL')}")
    await group.next_message()
    await group.says(lan, "/viec 12")
    card = await group.next_message()
    await group.presses(minh, "✅ Xong việc 12", on=card)
    receipt = await group.next_message()
    assert "Người báo: đ/c Lê Văn Minh" in receipt.text
    await group.presses(lan, "✅ Xong việc 12", on=card)
    assert (await group.next_message()).text.startswith("Việc 12 đã được báo lúc 07:30 ngày 11/01/2023.")
    await group.presses(lan, "↩️ Báo nhầm việc 12", on=receipt)
    assert (await group.next_message()).text.startswith("Đã rút báo cáo")
    await group.presses(lan, "✅ Xong việc 12", on=card)
    assert "Người báo: đ/c Trần Thị Lan" in (await group.next_message()).text


async def test_a_chat_that_joins_in_a_topic_is_reminded_there(house: House) -> None:
    lan = house.telegram.user("Trần Thị Lan")
    await lan.private().says(f"/start {house.invite('P-LL')}")
    await lan.private().next_message()
    forum = house.telegram.group("UBND phường Lê Lợi", [lan], forum=True)
    topic = await forum.opens_topic("Cải cách hành chính", by=lan)
    await forum.says(lan, f"/dang_ky@{house.telegram.username} {house.invite('P-LL')}", topic=topic)
    welcome = await forum.next_message()
    await house.morning_of("2023-01-12")
    digest = await forum.next_message()
    assert digest.text.startswith(
        "NHẮC VIỆC: 3 nhiệm vụ thường xuyên, báo kỳ đầu hạn 14/03; phối hợp 8 việc\nKính gửi: UBND phường Lê Lợi"
    )
    assert (welcome.thread, digest.thread) == (topic, topic)
    await forum.says(lan, f"/dang_ky@{house.telegram.username} {house.invite('P-LL')}")
    assert (await forum.next_message()).thread is None
    await house.morning_of("2023-03-07")
    assert (await forum.next_message()).thread is None


async def test_a_person_has_themselves_forgotten_by_a_tap(house: House) -> None:
    lan = house.telegram.user("Trần Thị Lan").private()
    await lan.says(f"/start {house.invite('P-LL')}")
    await lan.next_message()
    await lan.says("/quen_toi")
    await lan.next_message()
    await lan.presses("Xóa thông tin của tôi")
    assert (await lan.next_message()).text.startswith(
        "Đã xóa tên, mã tài khoản và kết nối tin nhắn riêng của đồng chí."
    )
    await lan.says("viec")
    assert "chưa được kết nối với đơn vị nào" in (await lan.next_message()).text


async def test_a_sign_under_the_digest_is_seen_where_the_bot_is_an_administrator(house: House, store: Store) -> None:
    officer = await house.joined("Nguyễn Văn A", "VP")
    lan = house.telegram.user("Trần Thị Lan")
    group = house.telegram.group("Phường Lê Lợi", [lan])
    await group.says(lan, f"/dang_ky {house.invite('P-LL')}")
    await group.next_message()
    await house.morning_of("2023-01-12")
    digest, morning = await officer.next_message(), await group.next_message()
    before = len(officer.history), len(group.history)
    await officer.reacts(digest.id, "👍")
    await group.reacts(lan, morning.id, "👍")
    await house.post()
    received = [set(_received(store))]
    await group.promotes_bot(by=lan)
    await group.reacts(lan, morning.id, "👎")
    await group.reacts(lan, morning.id, "❤")
    await house.post()
    received.append(set(_received(store)))
    assert received == [{"Nguyễn Văn A"}, {"Nguyễn Văn A", "Trần Thị Lan"}]
    assert (len(officer.history), len(group.history)) == before


def _received(store: Store) -> Iterator[str]:
    """Who has received a reminder."""
    with store.transaction() as session:
        rows = session.exec(
            select(Officer.name)
            .join(Change, col(Change.officer_id) == Officer.id)
            .where(Change.action == "acknowledge")
        )
        yield from rows.all()
