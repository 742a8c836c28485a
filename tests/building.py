"""A small office on which the stories play: the shipped registry, a plan of a few rows or the shipped one, chats."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import text
from sqlmodel import Session, SQLModel, col, select

from data import outbox
from data.agencies.registry import Registry, read_registry
from data.documents.document import Document, Row, TitleBlock
from data.documents.formats import read_document
from data.facts import OccurrenceFact
from data.kinds import MessageState, Role
from data.ledger import Allowance
from data.model import Address, Plan, Task
from data.people import addressing, chats, coordinating, registering
from data.plans import drafting, importing
from data.plans.drafts import PlanDraft
from data.store import Store
from data.talk import Outgoing, Speaker
from data.views import occurrences
from data.workdays import workdays
from scheduler import tick
from scheduler.bots import Lane
from scheduler.channel import Delivered, Outcome
from scheduler.composing import Composer
from scheduler.delivery import deliver
from scheduler.slots import Policy
from tests.remembered import once

DATA = Path(__file__).parents[1] / "data"
PLAN = DATA / "samples" / "ke-hoach-06-2023.txt"
UNITS = DATA / "units" / "hung-yen-2023.tsv"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
POLICY = Policy()
CALENDAR = workdays()
COMPOSER = Composer(POLICY, CALENDAR, "vi")
CHANNEL = "chat"
BOSS = "boss"


def at(moment: str) -> datetime:
    """A moment of the office's wall clock: at("2023-01-11 07:30"), aware."""
    return datetime.fromisoformat(moment).replace(tzinfo=ZONE)


SWITCHED_ON = at("2023-01-11 07:30")


@cache
def registry() -> Registry:
    """The shipped registry."""
    return read_registry(UNITS)


@cache
def shipped_draft() -> PlanDraft:
    """The shipped plan as understood."""
    return drafting.draft_of(read_document(PLAN), registry(), CALENDAR, path=str(PLAN))


def row(
    number: str = "1",
    deadline: str = "Tháng 01/2023",
    *,
    lead: str = "Văn phòng HĐND-UBND TP",
    coordinating: str = "",
    title: str = "Ban hành Kế hoạch truyền thông",
    product: str = "Kế hoạch",
    monitoring: str = "",
) -> Row:
    """A row of an annex, each cell as an office would write it."""
    return Row(number, None, title, product, lead, coordinating, deadline, (), 1, monitoring=monitoring)


def draft(*rows: Row) -> PlanDraft:
    """A plan of a few rows as understood."""
    day = SWITCHED_ON.date()
    title = TitleBlock("06/KH-UBND", day, "UBND thành phố", "Kế hoạch", "Tuyên truyền CCHC năm 2023", 2023, day)
    return drafting.draft_of(Document(title, rows, ()), registry(), CALENDAR, path="")


def office(store: Store, plan: PlanDraft | None = None, now: datetime = SWITCHED_ON) -> None:
    """A plan imported and switched on at `now`: the shipped one, or `plan` in an office of few units."""
    if plan is None:
        once(store, ("the shipped plan", now), lambda: _switch_on(store, registry(), shipped_draft(), now))
    else:
        _switch_on(store, _few_units(plan), plan, now)


def _switch_on(store: Store, units: Registry, plan: PlanDraft, now: datetime) -> None:
    with store.transaction() as session:
        registering.save_registry(session, units)
        importing.switch_on(session, importing.save(session, plan, now, POLICY.zone), now)


def _few_units(plan: PlanDraft) -> Registry:
    """Those units of the shipped registry that the plan names or the stories know."""
    wanted = {"VP", "NV", "KT"}.union(*((*task.lead, *task.coordinating, *task.monitoring) for task in plan.tasks))
    return Registry(tuple(unit for unit in registry().units if unit.code in wanted))


def amend(store: Store, plan: PlanDraft, now: datetime) -> None:
    """Import the plan again."""
    with store.transaction() as session:
        importing.save(session, plan, now, POLICY.zone)


def join(
    store: Store,
    code: str,
    chat: str = "",
    *,
    role: Role = Role.OFFICER,
    now: datetime = SWITCHED_ON,
    is_group: bool = False,
) -> str:
    """Have a chat (by default one named as the unit) join a unit; gives the chat's id."""
    chat_id = chat or code
    with store.transaction() as session:
        secret = chats.new_code(session, registering.unit_by_code(session, code), role, now, timedelta(days=7))
        session.flush()
        chats.join(session, secret, speaker(chat_id, is_group=is_group), now)
    return chat_id


def join_everybody(store: Store, now: datetime = SWITCHED_ON) -> None:
    """A chat for each unit, named as it, and one for Nội vụ that coordinates."""
    with store.transaction() as session:
        units = registering.single_units(session)
        boss = coordinating.coordinating_office(session) or units[0]
        seats = [*((unit, unit.code, Role.OFFICER) for unit in units), (boss, BOSS, Role.COORDINATOR)]
        for unit, chat_id, role in seats:
            session.add(Address(bot=CHANNEL, chat_id=chat_id, unit_id=unit.id or 0, role=role, joined_at=now))
            session.flush()


def speaker(chat_id: str = "1", user_id: str = "", *, is_group: bool = False) -> Speaker:
    """Somebody who writes in a chat; a private chat is a person of its own."""
    return Speaker(CHANNEL, chat_id, user_id or f"user of {chat_id}", "Nguyễn Văn A", is_group)


def say_answers(store: Store, bot: str, now: datetime) -> None:
    """Have all that was answered be delivered; what else is due waits on."""
    with store.transaction() as session:
        for claim in outbox.claim(session, now, [bot], limit=1000, lease_for=timedelta(minutes=5)):
            state = MessageState.SENT if claim.is_answer else MessageState.WAITING
            outbox.settle(session, claim, state, now=now)


def run(store: Store, now: datetime) -> None:
    """Tick until nothing more is due."""
    tick.run(store, now, POLICY, CALENDAR)


def owed(session: Session, number: str, code: str | None = None) -> list[OccurrenceFact]:
    """The Occurrences of a task, of one unit or of all that lead it."""
    found = occurrences(session, col(Task.number) == number)
    return [fact for fact in found if code in (None, fact.unit.code)]


def the_plan(session: Session) -> Plan:
    """The only plan."""
    return session.exec(select(Plan)).one()


def address_of(session: Session, chat_id: str) -> Address:
    """The only seat of a chat."""
    (address,) = addressing.addresses_of(session, CHANNEL, chat_id)
    return address


def dump(store: Store, *, answers: bool = False) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, as the engine keeps it; with what was answered, which is on its way, if asked for."""
    but = {} if answers else {"message": " WHERE kind <> 'answer'"}
    with store.snapshot() as session:
        connection = session.connection()
        return {
            table.name: sorted(
                (
                    tuple(each)
                    for each in connection.execute(text(f'SELECT * FROM "{table.name}"{but.get(table.name, "")}'))
                ),
                key=repr,
            )
            for table in SQLModel.metadata.sorted_tables
        }


@dataclass
class ScriptedChat:
    """A channel that says yes to everything, but for the outcomes scripted for a chat, one a message.

    It is strict as a real one: no chat without an id, no message without words.
    """

    name: str = CHANNEL
    trouble: str | None = None
    has_buttons: bool = True
    allowance: Allowance | None = None
    script: dict[str, list[Outcome | Exception]] = field(default_factory=dict)
    sent: list[tuple[str, str]] = field(default_factory=list)
    patience: dict[str, float] = field(default_factory=dict)

    async def send(
        self, chat_id: str, outgoing: Outgoing, *, lane: Lane = Lane.BROADCAST, patience: float = 20.0
    ) -> Outcome:
        """Keep what would be shown in the chat, and answer as scripted; the answers of dialogues are seen there."""
        self.patience[chat_id] = patience
        if lane is Lane.ANSWER:
            return Delivered()
        assert chat_id
        assert outgoing.title
        assert outgoing.text
        said = self.script.get(chat_id)
        outcome = said.pop(0) if said else Delivered((str(len(self.sent) + 1),))
        if isinstance(outcome, Exception):
            raise outcome
        if isinstance(outcome, Delivered):
            self.sent.append((chat_id, f"{outgoing.title}\n{outgoing.text}"))
        return outcome

    def take(self) -> list[tuple[str, str]]:
        """What has been sent since asked last, as (chat, words)."""
        taken, self.sent = self.sent, []
        return taken

    def heard(self) -> list[str]:
        """The chats that have been written to since asked last, in order."""
        return sorted(chat_id for chat_id, _ in self.take())


async def send_all(store: Store, channel: ScriptedChat, now: datetime) -> None:
    """Deliver until nothing more is due."""
    while await deliver(store, [channel], COMPOSER, now):
        pass


async def morning(store: Store, channel: ScriptedChat, days: Iterable[str]) -> dict[str, list[str]]:
    """Tick and deliver at the opening of each day's slot; who heard on which day."""
    heard = {}
    for day in days:
        now = at(f"{day} 07:30")
        run(store, now)
        await send_all(store, channel, now)
        heard[day] = channel.heard()
    return heard
