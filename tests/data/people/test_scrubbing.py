"""Hiding a person: every column is decided upon, and a name is found however it is written."""

import pytest
from sqlalchemy import Boolean, Date, DateTime, Integer
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

from data.people.scrubbing import WORDS_OF_PEOPLE, traces_of, without

# Erased with the person's own row, and where a chat's id stands in it.
OWN = {"officer.name", "officer.earlier_names", "officer.user_id", "address.chat_id", "message.key", "message.chat_id"}
# Codes, keys and numbers of ours or of a channel's, and an issued plan's own words: nobody is named there by us.
NAMELESS = {
    "address.bot", "address.locale", "address.role", "address.topic", "address.unreachable_reason", "assignment.part",
    "change.action", "change.subject", "confirmation.part", "draft.path", "draft.sha256", "evidence.kind",
    "evidence.path", "evidence.sha256", "invitation.code_hash", "invitation.role",
    "lease.bot", "lease.holder", "lease.out", "ledger.bot",
    "message.bot", "message.kind", "message.lease",
    "message.outcome", "message.sent_refs", "message.state", "occurrence.closing", "occurrence.key",
    "occurrence.ladder", "occurrence.state", "officer.channel", "plan.checkin", "plan.issuer", "plan.number",
    "plan.title", "plan.zone", "question.code", "question.fields", "received.bot",
    "received.set_aside", "received.update_id",
    "reminder.audience", "reminder.rung", "task.coordinating_text", "task.deadline", "task.extra", "task.lead_text",
    "task.number", "task.product", "task.section", "task.title", "unit.aliases", "unit.channel",
    "unit.code", "unit.kind", "unit.name",
}  # fmt: skip


def test_of_every_column_that_can_hold_words_it_is_decided_whether_it_may_name_a_person() -> None:
    columns = {
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if not isinstance(column.type, Integer | Boolean | Date | DateTime | UTCDateTime)
    }
    words = {f"{table.__tablename__}.{name}" for table, names in WORDS_OF_PEOPLE.items() for name in names}
    assert columns == words | OWN | NAMELESS
    assert len(columns) == len(words) + len(OWN) + len(NAMELESS)


LAN = traces_of(["Trần Thị Lan", "Lan"], ["7001"])
SAID = [
    ("Người báo: đ/c Trần Thị Lan, 09:12", "Người báo: đ/c ***, 09:12"),
    ("TRAN THI LAN đã ký", "*** đã ký"),
    ("trần  thị\nlan đã ký", "*** đã ký"),
    ("Tra\u0302\u0300n Thi\u0323 Lan ký", "*** ký"),
    ("Trần Thị Lan", ""),
    ("Trần Thị Lanh", "Trần Thị Lanh"),
    ("Lan", ""),
    ("hoa lan", "hoa lan"),
    ("nhờ đồng chí Lan, đc Lan và d/c lan ký", "nhờ đồng chí ***, đc *** và d/c *** ký"),
    ("đ/c Lan Anh", "đ/c Lan Anh"),
    ("nhờ chị Lan, anh Lan và bà LAN ký", "nhờ chị ***, anh *** và bà *** ký"),
    ("chị lan tỏa phong trào", "chị lan tỏa phong trào"),
    ("chị Lan Anh và lễ hội Lan", "chị Lan Anh và lễ hội Lan"),
    ("7001", ""),
    ("7001 lượt", "7001 lượt"),
    ({"by": "Trần Thị Lan", "chats": ["7001", 7001], "note": None}, {"by": "", "chats": ["", 7001], "note": None}),
]


@pytest.mark.parametrize(("said", "left"), SAID)
def test_what_points_to_the_person_is_hidden_and_nothing_else(said: object, left: object) -> None:
    assert without(said, LAN) == left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("đ/c Quên đã ký", "đ/c *** đã ký"),
        ("anh Quên làm, chị Quên, em Quên", "anh *** làm, chị ***, em ***"),
        ("Quên đang soạn; đ/c quên nộp; anh quên rồi", "Quên đang soạn; đ/c quên nộp; anh quên rồi"),
        ("đ/c Quên Minh", "đ/c Quên Minh"),
    ],
)
def test_the_given_name_is_hidden_where_a_person_is_called_by_it(said: str, left: str) -> None:
    assert without(said, traces_of(["Nguyễn Văn Quên"], [])) == left


def test_of_somebody_without_a_name_nothing_is_looked_for() -> None:
    assert without("Kính gửi đồng chí", traces_of(["", " "], [""])) == "Kính gửi đồng chí"
