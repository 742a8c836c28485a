"""What earlier and newer releases have left in the outbox: said as far as it can be read, or set aside."""

from typing import Any

from sqlmodel import col, select

from data import outbox
from data.model import Message
from data.store import Session, Store
from tests.building import COMPOSER, SWITCHED_ON, address_of, join, office

PART = {"unit": "Phòng Nội vụ", "number": "10", "title": "Ban hành kế hoạch", "plan": "06/KH-UBND"}
NAMED = (
    "Kính gửi: Phòng Nội vụ\n"
    "Phòng Nội vụ thông báo: đơn vị chủ trì thực hiện việc 10 của Kế hoạch số 06/KH-UBND:"
    " Ban hành kế hoạch.\n"
    "Báo kết quả: xong 10 số …/BC-NV\n"
    "Xem nội dung: viec 10\n"
    "Trân trọng."
)
UNREAD = "a notice that cannot be read"

# The record of a notice as it was kept, and what is said of it: nothing, or why it cannot be worded.
KEPT: list[tuple[dict[str, Any], str]] = [
    ({"kind": "broadcast", "text": "8 giờ họp giao ban"}, "8 giờ họp giao ban"),
    ({"kind": "lead_named", **PART}, NAMED),
    ({"kind": "urged"}, ""),
    ({"kind": "day_set", "occurrences": [404]}, ""),
    ({"kind": "of-a-newer-release", "text": "8 giờ họp giao ban"}, UNREAD),
    ({"kind": "broadcast"}, UNREAD),
    ({}, UNREAD),
]


def said(session: Session, message: Message) -> str:
    try:
        composed = COMPOSER.compose(session, message)
    except ValueError as error:
        return str(error)
    return composed.outgoing.text if composed else ""


def test_a_notice_that_was_kept_is_said_as_far_as_it_can_be_read(store: Store) -> None:
    office(store)
    join(store, "NV")
    with store.transaction() as session:
        chat, day = address_of(session, "NV"), SWITCHED_ON.date()
        for number, (record, _) in enumerate(KEPT):
            outbox.put_notice(session, chat, str(number), record, day=day, due_at=SWITCHED_ON, expires_at=SWITCHED_ON)
        kept = session.exec(select(Message).order_by(col(Message.id))).all()
        assert [(message.facts, said(session, message)) for message in kept] == KEPT
