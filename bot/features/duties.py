"""Nội vụ settles what a plan brings outside its table, and what was past due when it was switched on."""

import re
from collections.abc import Sequence

from bot import targets
from bot.command import OFFICE, Sense, Takes, command
from bot.talk import Ask
from data.kinds import Part
from data.plans import settling
from data.refusals import DutyRefused
from data.talk import Outgoing
from data.views import assigned
from data.words import fold
from locales import N_
from locales.say import planning as replies

_AGREED = re.compile(r"(?:dong y|yes)[ .]*")


@command(
    "viec ngoai bang · nhiem vu ngoai bang",
    english="duties",
    may=OFFICE,
    takes=Takes.ANYTHING,
    sense=Sense.ASKS,
    example="viec ngoai bang",
    help=N_("the duties outside the table"),
)
def listed(ask: Ask) -> Sequence[Outgoing]:
    """`viec ngoai bang`: the duties outside the table that could be accepted."""
    offered = settling.offered_duties(ask.session)
    leads = {duty.id: assigned.units_in(ask.session, duty.id, Part.LEAD) for duty in offered}
    return (replies.duties(ask.words, offered, leads),)


@command(
    "nhan viec",
    english="accept duty",
    may=OFFICE,
    takes=Takes.EACH_TASK | Takes.NOTE,
    sense=Sense.DECIDES,
    example="nhan viec III.1.4",
    help=N_("follow up a duty outside the table"),
)
def accept(ask: Ask) -> Sequence[Outgoing]:
    """`nhan viec III.1.4`: follow a duty up like a task of the table.

    One that was put aside is taken up by `nhan viec III.1.4 dong y`: an old button of it changes nothing.
    """
    duty = targets.duty_of(ask, ask.number)
    if settling.is_refused(ask.session, duty) and not _AGREED.fullmatch(fold(ask.note)):
        raise DutyRefused(number=duty.typed)
    settling.accept_duty(ask.session, duty, targets.actor_of(ask, ask.seat), ask.now)
    return (replies.duty_accepted(ask.words, duty, assigned.units_in(ask.session, duty.id, Part.LEAD)),)


@command(
    "khong nhan viec",
    english="refuse duty",
    may=OFFICE,
    takes=Takes.EACH_TASK,
    sense=Sense.DECIDES,
    example="khong nhan viec III.1.4",
    help=N_("do not follow up a duty outside the table"),
)
def refuse(ask: Ask) -> Sequence[Outgoing]:
    """`khong nhan viec III.1.4`: put a duty aside."""
    duty = targets.duty_of(ask, ask.number)
    settling.refuse_duty(ask.session, duty, targets.actor_of(ask, ask.seat), ask.now)
    return (replies.duty_refused(ask.words, duty),)


@command(
    "tinh viec",
    english="count task",
    may=OFFICE,
    takes=Takes.EACH_TASK,
    sense=Sense.DECIDES,
    example="tinh viec 10",
    help=N_("still follow up a task that was past due at the start"),
)
def count_past(ask: Ask) -> Sequence[Outgoing]:
    """`tinh viec 10`: what fell due before the switch-on is owed still."""
    return _past(ask, counts=True)


@command(
    "khong tinh viec",
    english="discount task",
    may=OFFICE,
    takes=Takes.EACH_TASK,
    sense=Sense.DECIDES,
    example="khong tinh viec 10",
    help=N_("do not follow up a task that was past due at the start"),
)
def discount_past(ask: Ask) -> Sequence[Outgoing]:
    """`khong tinh viec 10`: what fell due before the switch-on is not followed up."""
    return _past(ask, counts=False)


def _past(ask: Ask, *, counts: bool) -> Sequence[Outgoing]:
    task = targets.task_of(ask, ask.number)
    actor = targets.actor_of(ask, ask.seat)
    facts = settling.count_past(ask.session, task, actor, ask.now, counts=counts)
    return (replies.past_settled(ask.words, task, facts, counts=counts),)
