"""The ledger (Sổ tin gửi): what each bot has sent in a month, and to how many people; held against what it may."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, update
from sqlmodel import Session, col, select

from data.model import Address, Ledger
from data.store import insert_if_new

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
