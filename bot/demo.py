"""A throw-away office: the 2023 plan switched on, and a local chat for every unit, Nội vụ and the leaders."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.channels.local import LocalChannel, LocalChat
from bot.service import Parts
from bot.settings import SHIPPED_UNITS
from data import views
from data.agencies import read_registry
from data.documents.formats import read_document
from data.kinds import Role
from data.model import Address
from data.people import registering
from data.plans import drafting, importing
from data.views import assigned

PLAN = Path(__file__).parent.parent / "data" / "samples" / "ke-hoach-06-2023.txt"
STARTS_AT = datetime(2023, 1, 11, 7, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
CHANNEL = LocalChannel.name
# Made-up people who speak in the demo's chats.
_NAMES = (
    "Nguyễn Văn An",
    "Trần Thị Bình",
    "Lê Minh Châu",
    "Phạm Quốc Dũng",
    "Hoàng Thu Hà",
    "Vũ Đức Khải",
    "Đỗ Mai Lan",
)


def fill(parts: Parts, now: datetime) -> Sequence[LocalChat]:
    """Fill an empty database with the demo; give its chats, Nội vụ first."""
    registry = read_registry(SHIPPED_UNITS)
    draft = drafting.draft_of(read_document(PLAN), registry, parts.workdays, path=str(PLAN))
    with parts.store.transaction() as session:
        registering.save_registry(session, registry)
        plan = importing.save(session, draft, now, parts.policy.zone)
        importing.switch_on(session, plan, now)
        office = registering.coordinating_office(registering.single_units(session))
        addresses = [
            _address("noi-vu", office.id, Role.COORDINATOR, now),
            _address("lanh-dao", registering.unit_by_code(session, "UBND-TP").id, Role.LEADER, now),
            *(
                _address(unit.code, unit.id, Role.OFFICER, now)
                for unit in assigned.units_at_work(session, plan.id or 0)
            ),
        ]
        session.add_all(addresses)
        session.flush()
        seats = views.seats(session, addresses)
    return [
        LocalChat(address.chat_id, seat.unit.name, seat.role, seat.unit.code, _NAMES[index % len(_NAMES)])
        for index, (address, seat) in enumerate(zip(addresses, seats, strict=True))
    ]


def _address(chat_id: str, unit_id: int | None, role: Role, now: datetime) -> Address:
    return Address(bot=CHANNEL, chat_id=chat_id, unit_id=unit_id or 0, role=role, joined_at=now)
