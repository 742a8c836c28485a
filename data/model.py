"""The tables: fields and constraints only. Moments are aware UTC; days are local days of the Plan's zone.

An enumeration's UNREADABLE stands for a value that is none of the others, see `data.columns`: it is never written.
"""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from data.columns import CHECKINS, JsonColumn, KindColumn, TextColumn, is_pairs, is_texts, is_zone
from data.kinds import Audience, Closing, Ladder, MessageKind, MessageState, Part, Role, State

# Named constraints, so that a migration can find them again on every engine.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def few(name: str, column: str, which: str) -> Index:
    """An index over the few rows of a table that grows `which` are looked for by themselves, among very many.

    A statement uses it that says so word by word: see `data.columns.in_words`.
    """
    return Index(name, column, sqlite_where=sa.text(which), postgresql_where=sa.text(which))


class Unit(SQLModel, table=True):
    """A body that can owe work, or a group that stands for several (Đơn vị).

    `channel` is the one by which it would rather hear, where its chats are of several. One unit `coordinates`: it
    follows the plans up, and what is said to the others is said in its name.
    """

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    name: str
    kind: str
    aliases: list[str] = Field(default_factory=list, sa_type=JsonColumn(is_texts))
    is_group: bool = False
    is_open: bool = False
    position: int
    successor_id: int | None = Field(default=None, foreign_key="unit.id")
    channel: str | None = None
    coordinates: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})


class UnitMember(SQLModel, table=True):
    """One unit's place in a group."""

    group_id: int = Field(foreign_key="unit.id", primary_key=True)
    unit_id: int = Field(foreign_key="unit.id", primary_key=True)


class Officer(SQLModel, table=True):
    """A person as a channel knows them (Cán bộ đầu mối); an erased one keeps the row without the name.

    `earlier_names` are those the channel told before: words that are kept may name the person by them.
    """

    __table_args__ = (UniqueConstraint("channel", "user_id"),)

    id: int | None = Field(default=None, primary_key=True)
    channel: str
    user_id: str
    name: str
    earlier_names: list[str] = Field(default_factory=list, sa_type=JsonColumn(is_texts))


class Address(SQLModel, table=True):
    """A chat with one of our bots that speaks for a unit in a role (Địa chỉ liên lạc); one chat may have several.

    `bot` is "local" or "channel:42": a channel and the bot's id there. `topic` is the forum topic in which it joined.
    `refusals` counts, since it last took a message, those that it refused for a reason that does not heal by itself.
    `offered` are choices that an earlier release gave the chat; those of this one are kept with the Message.
    `held` are files that were sent there and wait to be told what they back; see `data.work.held`.
    `fallback_of` is the Address of the same people by another channel, which hears as long as it can be reached.
    """

    __table_args__ = (UniqueConstraint("bot", "chat_id", "unit_id", "role"),)

    id: int | None = Field(default=None, primary_key=True)
    bot: str
    chat_id: str
    topic: str | None = None
    unit_id: int = Field(foreign_key="unit.id", index=True)
    role: Role = Field(sa_type=KindColumn(Role))
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    is_group: bool = False
    locale: str | None = None
    joined_at: datetime
    left_at: datetime | None = None
    unreachable_at: datetime | None = None
    unreachable_reason: str | None = None
    refusals: int = 0
    offered: dict[str, Any] | None = Field(default=None, sa_type=JsonColumn(optional=True))
    held: dict[str, Any] | None = Field(default=None, sa_type=JsonColumn(optional=True))
    fallback_of: int | None = Field(default=None, foreign_key="address.id")


class Invitation(SQLModel, table=True):
    """A one-time code that joins a chat to a unit in a role (Mã mời); only its hash is kept.

    With one made `beside` an Address, that one's people join by another channel, in all roles of its chat.
    """

    id: int | None = Field(default=None, primary_key=True)
    code_hash: str = Field(unique=True)
    unit_id: int = Field(foreign_key="unit.id")
    role: Role = Field(sa_type=KindColumn(Role))
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    address_id: int | None = Field(default=None, foreign_key="address.id")
    beside: int | None = Field(default=None, foreign_key="address.id")


class Plan(SQLModel, table=True):
    """An issued document (Kế hoạch), drawn up by a unit that may read how all of it stands.

    `opens_next_on` is the day on which its Occurrences must be looked after again.
    """

    __table_args__ = (UniqueConstraint("number", "issuer", "year"),)

    id: int | None = Field(default=None, primary_key=True)
    number: str
    issued_on: date | None = None
    issuer: str
    title: str
    year: int
    zone: str = Field(sa_type=TextColumn("Asia/Ho_Chi_Minh", is_zone))
    drawn_up_by: int | None = Field(default=None, foreign_key="unit.id")
    checkin: str = Field(default="quarterly", sa_type=TextColumn("quarterly", CHECKINS.__contains__))
    imported_at: datetime
    switched_on_at: datetime | None = None
    opens_next_on: date | None = None


class Task(SQLModel, table=True):
    """One row of the plan's table, with the product it must yield (Nhiệm vụ).

    One that is only `offered` (a duty outside the table) is owed by nobody until Nội vụ accepts it. `units_settled`
    says that Nội vụ has named its units: they hold until the plan's own words about them change. `short_title` is what
    it is called in messages where its title is long: proposed from it, or as Nội vụ has it.
    """

    __table_args__ = (UniqueConstraint("plan_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id")
    number: str
    position: int
    section: str | None = None
    title: str
    product: str
    lead_text: str
    coordinating_text: str
    monitoring_text: str = ""
    short_title: str = ""
    deadline: dict[str, Any] = Field(sa_type=JsonColumn())
    extra: list[list[str]] = Field(default_factory=list, sa_type=JsonColumn(is_pairs))
    offered: bool = False
    units_settled: bool = False
    withdrawn_at: datetime | None = None


class Assignment(SQLModel, table=True):
    """A unit's part in a task (Phân công)."""

    __table_args__ = (UniqueConstraint("task_id", "unit_id"),)

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id")
    unit_id: int = Field(foreign_key="unit.id", index=True)
    part: Part = Field(sa_type=KindColumn(Part))


class Occurrence(SQLModel, table=True):
    """One LEAD Assignment in one Period or at one date of its cell (Lần thực hiện).

    `key` is the Period's name or the date's ordinal; `plan_due_on` is the day the Committee set, `due_on` the day that
    holds now; `remind_at` the next moment at which the rules must be asked again; `quiet_until` the day before which
    the unit asked not to be reminded. What is done or accepted was reported on the day `reported_on`, and is accepted
    because nobody objected in time where it has `lapsed`.
    """

    __table_args__ = (
        UniqueConstraint("assignment_id", "key"),
        Index("ix_occurrence_remind_at", "remind_at"),
        few("ix_occurrence_open", "due_on", "state = 'open'"),
        few("ix_occurrence_done", "assignment_id", "state = 'done'"),
        few("ix_occurrence_unreported", "due_on", "closing = 'unreported'"),
    )

    id: int | None = Field(default=None, primary_key=True)
    assignment_id: int = Field(foreign_key="assignment.id")
    key: str
    ladder: Ladder = Field(sa_type=KindColumn(Ladder))
    starts_on: date
    opens_on: date
    plan_due_on: date | None = None
    due_on: date | None = None
    state: State = Field(default=State.OPEN, sa_type=KindColumn(State))
    closing: Closing | None = Field(default=None, sa_type=KindColumn(Closing))
    remind_at: datetime | None = None
    quiet_until: date | None = None
    reported_on: date | None = None
    lapsed: bool = False


class Reminder(SQLModel, table=True):
    """The decision that an audience must hear of an Occurrence, and why (Nhắc việc)."""

    __table_args__ = (
        UniqueConstraint("occurrence_id", "day", "rung", "unit_id", "audience"),
        Index("ix_reminder_day_unit_id", "day", "unit_id"),
        few("ix_reminder_head", "unit_id", "audience = 'head'"),
        few("ix_reminder_coordinator", "message_id", "audience = 'coordinator'"),
    )

    id: int | None = Field(default=None, primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrence.id")
    day: date
    rung: str
    unit_id: int = Field(foreign_key="unit.id")
    audience: Audience = Field(sa_type=KindColumn(Audience))
    message_id: int | None = Field(default=None, foreign_key="message.id", index=True)


class Message(SQLModel, table=True):
    """A row of the outbox (Tin gửi đi): unique key, where it goes, lease, outcome, and the words as sent.

    An answer to somebody who has not joined has no Address; its words stand in `facts` until it has been delivered.
    `unknowns` counts the sendings of which nobody knows whether they arrived, `offered` is what may be chosen from it.
    """

    __table_args__ = (
        Index("ix_message_state_due_at", "state", "due_at"),
        Index("ix_message_bot_chat_id", "bot", "chat_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    kind: MessageKind = Field(default=MessageKind.DIGEST, sa_type=KindColumn(MessageKind))
    address_id: int | None = Field(default=None, foreign_key="address.id", index=True)
    bot: str
    chat_id: str
    slot_day: date
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JsonColumn())
    due_at: datetime
    expires_at: datetime
    state: MessageState = Field(default=MessageState.WAITING, sa_type=KindColumn(MessageState))
    attempts: int = 0
    unknowns: int = 0
    lease: str | None = None
    leased_until: datetime | None = None
    sent_at: datetime | None = None
    sent_refs: list[str] = Field(default_factory=list, sa_type=JsonColumn(is_texts))
    outcome: str | None = None
    text: str | None = None
    offered: dict[str, Any] | None = Field(default=None, sa_type=JsonColumn(optional=True))


class Confirmation(SQLModel, table=True):
    """Who ticked an Occurrence off, when, with which note (Báo hoàn thành); taken back or returned, never deleted.

    `part` is the product it is about, where the task yields several and they are reported one by one.
    """

    id: int | None = Field(default=None, primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrence.id", index=True)
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    at: datetime = Field(index=True)
    nothing_to_report: bool = False
    part: str = ""
    note: str = ""
    withdrawn_at: datetime | None = None
    returned_at: datetime | None = None
    return_reason: str | None = None


class Evidence(SQLModel, table=True):
    """A document number, link, photo or file behind a Confirmation (Minh chứng).

    Of a file, `value` is the name it was sent under, `path` where it lies under DATA_DIR.
    """

    id: int | None = Field(default=None, primary_key=True)
    confirmation_id: int = Field(foreign_key="confirmation.id", index=True)
    kind: str
    value: str
    path: str | None = None
    sha256: str | None = None


class Extension(SQLModel, table=True):
    """A later day asked for by a unit (Gia hạn) and what became of the request."""

    id: int | None = Field(default=None, primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrence.id", index=True)
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    asked_at: datetime
    until: date
    reason: str = ""
    decided_at: datetime | None = Field(default=None, index=True)
    granted: bool | None = None
    ground: str = ""


class Draft(SQLModel, table=True):
    """A document that Nội vụ sent in chat (Bản nháp), until accepted or refused; the file lies under DATA_DIR.

    `year` is the plan's as the sender gave it, where the document does not say it.
    """

    id: int | None = Field(default=None, primary_key=True)
    address_id: int = Field(foreign_key="address.id")
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    name: str
    path: str
    sha256: str
    year: int | None = None
    made_at: datetime
    decided_at: datetime | None = None
    accepted: bool | None = None


class Question(SQLModel, table=True):
    """Something in the plan that only a person can settle (Câu hỏi): a code and its fields."""

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id", index=True)
    task_id: int | None = Field(default=None, foreign_key="task.id")
    code: str
    fields: dict[str, Any] = Field(default_factory=dict, sa_type=JsonColumn())
    asked_at: datetime
    answered_at: datetime | None = None
    answer: str | None = None


class Change(SQLModel, table=True):
    """One line of the append-only record (Nhật ký): who, when, what before and after."""

    __table_args__ = (Index("ix_change_subject", "subject", "subject_id"), Index("ix_change_action_at", "action", "at"))

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    address_id: int | None = Field(default=None, foreign_key="address.id")
    action: str
    subject: str
    subject_id: int
    before: dict[str, Any] = Field(default_factory=dict, sa_type=JsonColumn())
    after: dict[str, Any] = Field(default_factory=dict, sa_type=JsonColumn())


class Received(SQLModel, table=True):
    """What came in (Tin nhận), stored before it is handled so that a crash neither loses nor repeats it.

    What could not be read or handled is `set_aside`, with the reason, and kept as it came.
    """

    __table_args__ = (UniqueConstraint("bot", "update_id"), Index("ix_received_handled_at", "handled_at"))

    id: int | None = Field(default=None, primary_key=True)
    bot: str
    update_id: str
    received_at: datetime
    handled_at: datetime | None = None
    content: dict[str, Any] = Field(default_factory=dict, sa_type=JsonColumn())
    set_aside: str | None = None


class Lease(SQLModel, table=True):
    """Which process may poll and send for a bot, until when by the database's clock; each new holder a new epoch.

    `out` says why nothing goes out by the bot at present, where the holder has found so for some time; `hook` where we
    have had its server post to.
    """

    id: int | None = Field(default=None, primary_key=True)
    bot: str = Field(unique=True)
    epoch: int
    holder: str
    until: datetime
    out: str | None = None
    hook: str | None = None


class Ledger(SQLModel, table=True):
    """What a bot has sent in a month, which begins on `month`: parts that were taken, and parts that perhaps were."""

    __table_args__ = (UniqueConstraint("bot", "month"),)

    id: int | None = Field(default=None, primary_key=True)
    bot: str
    month: date
    taken: int = 0
    perhaps: int = 0
