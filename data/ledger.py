"""The ledger (Sổ tin gửi): what each bot has sent in a month, and to how many people; held against what it may."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, update
from sqlmodel import Session, col, select

from data.kinds import MessageState
from data.model import Address, Ledger, Message
from data.store import insert_if_new

HELD = "allowance"
"""The outcome of a message that waits because little is left of its bot's month."""

# From so many people in a hundred on, a bot has little room for more.
_CROWDED = 80

_COUNT = (
    update(Ledger)
    .where(col(Ledger.bot) == bindparam("its_bot"), col(Ledger.month) == bindparam("its_month"))
    .values(taken=col(Ledger.taken) + bindparam("more"), perhaps=col(Ledger.perhaps) + bindparam("perhaps_more"))
    .returning(col(Ledger.taken) + col(Ledger.perhaps))
    .execution_options(synchronize_session=False)
)


@dataclass(frozen=True, slots=True)
class Allowance:
    """What the server of a messenger lets one bot do (Hạn mức): write to so many people, so many messages a month."""

    people: int
    messages: int


@dataclass(frozen=True, slots=True)
class Spent:
    """What of it is used: messages in a month, those that only perhaps arrived among them; people with a chat now."""

    messages: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class Balance:
    """A bot in the month that begins on `month`: what it has spent of its allowance, and how many messages wait."""

    bot: str
    month: date
    spent: Spent
    allowance: Allowance
    waiting: int = 0

    @property
    def is_crowded(self) -> bool:
        """Whether few more people may join by the bot."""
        return 100 * self.spent.people >= _CROWDED * self.allowance.people

    @property
    def room(self) -> int:
        """How many more people may join by it."""
        return max(self.allowance.people - self.spent.people, 0)


def count(session: Session, bot: str, month: date, *, taken: int = 0, perhaps: int = 0) -> int:
    """Write down that parts of a message were taken by the server, or perhaps were; give all of the month.

    `month` is its first day, by the office's zone.
    """
    counted = {"its_bot": bot, "its_month": month, "more": taken, "perhaps_more": perhaps}
    total = session.exec(_COUNT, params=counted).scalar_one_or_none()
    if total is None:
        insert_if_new(session, Ledger(bot=bot, month=month))
        total = session.exec(_COUNT, params=counted).scalar_one()
    return int(total)


def spent(session: Session, bots: Iterable[str], month: date) -> dict[str, Spent]:
    """What each of these bots has sent in a month, and how many chats of people it has now."""
    wanted = list(bots)
    messages = {
        ledger.bot: ledger.taken + ledger.perhaps
        for ledger in session.exec(select(Ledger).where(col(Ledger.bot).in_(wanted), Ledger.month == month))
    }
    people = dict(
        session.exec(
            select(Address.bot, func.count(func.distinct(Address.chat_id)))
            .where(col(Address.bot).in_(wanted), col(Address.left_at).is_(None), col(Address.is_group).is_(False))
            .group_by(col(Address.bot))
        ).all()
    )
    return {bot: Spent(messages.get(bot, 0), people.get(bot, 0)) for bot in wanted}


def balances(session: Session, limits: Mapping[str, Allowance], month: date) -> tuple[Balance, ...]:
    """How these bots stand in a month."""
    if not limits:
        return ()
    found = spent(session, limits, month)
    waits = (Message.state == MessageState.WAITING, Message.outcome == HELD, col(Message.bot).in_(limits))
    counted = select(Message.bot, func.count()).where(*waits).group_by(col(Message.bot))
    waiting = dict(session.exec(counted).all())
    return tuple(Balance(bot, month, found[bot], limit, waiting.get(bot, 0)) for bot, limit in limits.items())
