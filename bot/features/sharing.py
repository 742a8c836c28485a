"""Báo chung: a lead offers its report for all leads of a task; Nội vụ has it count for them."""

from collections.abc import Sequence

from bot import targets
from bot.command import UNIT_ROLES, Sense, Takes, command
from bot.talk import Ask
from data.facts import OccurrenceFact
from data.kinds import Role
from data.notices import JointEnded, JointOffered, JointReported
from data.office import reviewing
from data.people import registering
from data.refusals import ButtonStale
from data.talk import Outgoing
from locales import N_
from locales.say import reviewing as replies
from scheduler import notices


@command(
    "bao chung · bao cao chung",
    english="joint report",
    may=UNIT_ROLES,
    takes=Takes.ONE_TASK | Takes.UNIT,
    sense=Sense.DECIDES,
    example="bao chung 4",
    help=N_("one of several lead units reports for all of them"),
)
def share(ask: Ask) -> Sequence[Outgoing]:
    """`bao chung 4`: a lead offers its report to Nội vụ for all leads. `bao chung 4 VP`: Nội vụ agrees."""
    number, words = ask.number, ask.note
    if words.strip() and any(seat.role is Role.COORDINATOR for seat in ask.seats):
        return (_agree(ask, *_offered(ask, number, words)),)
    led = targets.led(ask, number)
    own, _ = reviewing.shared(ask.session, led.task, led.seat.unit.id)
    change = reviewing.offer(ask.session, own, targets.actor_of(ask, led.seat), ask.now)
    chats = notices.chats_of_coordinators(ask.session)
    ask.tell(chats, JointOffered((own.id,), change))
    return (replies.offered(ask.voice, own, heard=bool(chats)),)


def tell_ended(ask: Ask, own: OccurrenceFact, others: Sequence[OccurrenceFact], *, sent_back: bool) -> None:
    """Units for which a report has counted hear that it does not any more, and that they owe theirs."""
    for fact in others:
        chats = notices.chats_of_units(ask.session, [fact.unit.id])
        ask.tell(chats, JointEnded((fact.id,), own.unit.name, sent_back, ask.now))


def _offered(ask: Ask, number: str, words: str) -> tuple[OccurrenceFact, tuple[OccurrenceFact, ...]]:
    """The report that the button was made for, or the last one of the unit named; and what it would count for.

    Raises:
        ButtonStale: it is not the unit's last any more.
    """
    if ask.occurrence_id is None:
        unit, _ = registering.unit_leading(ask.session, words)
        return reviewing.shared(ask.session, targets.task_of(ask, number), unit.id or 0)
    made_for = targets.pointed_at(ask)
    own, others = reviewing.shared(ask.session, made_for.task, made_for.unit.id)
    if own.id != made_for.id:
        raise ButtonStale
    return own, others


def _agree(ask: Ask, own: OccurrenceFact, others: Sequence[OccurrenceFact]) -> Outgoing:
    seat = next(seat for seat in ask.seats if seat.role is Role.COORDINATOR)
    note = replies.note(ask.words, own)
    reviewing.report_for_all(ask.session, own, others, note, targets.actor_of(ask, seat), ask.now)
    for fact in others:
        chats = notices.chats_of_units(ask.session, [fact.unit.id])
        ask.tell(chats, JointReported((fact.id,), own.unit.name, ask.now))
    return replies.agreed(ask.voice, own, [fact.unit for fact in others])
