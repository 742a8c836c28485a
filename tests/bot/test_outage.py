"""The running service: a bot whose month is spent falls out, and its unit hears by the other in the same slot."""

import asyncio
from datetime import timedelta

from bot.service import Parts, Service
from data import leases
from data.kinds import Role
from data.people import chats, preferring, registering
from data.record import SERVICE
from data.talk import Speaker
from scheduler.channel import TryLater
from tests.bot.test_health import Served
from tests.building import SWITCHED_ON, draft, join, office, row

SPENT, OTHER = "telegram:42", "zalo:7"
# Tenths of a second for a machine that has much to do; it takes as long as two rounds of the ticker.
IN_TENTHS = 600


async def test_a_spent_bot_falls_out_and_its_unit_hears_by_the_other(parts: Parts) -> None:
    office(parts.store, draft(row("1", "Ngày 28/02/2023")))
    _join_twice(parts)
    spent, other = Served(SPENT), Served(OTHER)
    spent.script = {"vp": [TryLater("quota")] * 9}
    service = Service(parts, [spent, other])
    await service.start()
    try:
        for _ in range(IN_TENTHS):
            await asyncio.sleep(0.0 if other.sent else 0.1)
    finally:
        await service.stop()
    assert (spent.sent, [chat for chat, _ in other.sent]) == ([], ["vp-zalo"])
    with parts.store.transaction() as session:
        assert leases.out_of_service(session) == {SPENT: "quota"}


def _join_twice(parts: Parts) -> None:
    join(parts.store, "VP", "vp")
    with parts.store.transaction() as session:
        unit = registering.unit_by_code(session, "VP")
        (address,) = preferring.of_unit(session, unit)
        assert address.role is Role.OFFICER
        address.bot = SPENT
        session.add(address)
        session.flush()
        code = preferring.invite_beside(session, address, SERVICE, SWITCHED_ON, timedelta(days=1))
        session.flush()
        chats.join(session, code, Speaker(OTHER, "vp-zalo", "9", "Trần Thị Lan"), SWITCHED_ON)
