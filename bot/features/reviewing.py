"""Nội vụ looks through what units say: ghi nhận, trả lại with what is missing, an answer, báo chung for all leads."""

from collections.abc import Sequence

from bot import targets
from bot.arguments import Takes
from bot.command import OFFICE, UNIT_ROLES, Sense, command
from bot.features import asked
from bot.features.asked import About
from bot.talk import Ask
from data import views
from data.agencies.finder import short_group_name
from data.facts import OccurrenceFact
from data.kinds import Role, State
from data.lines.notes import without
from data.model import Unit
from data.notices import DifficultyAnswered, JointEnded, JointOffered, JointReported, Returned
from data.office import pending, reviewing
from data.people import registering
from data.refusals import (
    ButtonStale,
    DifficultyUnknown,
    NotedAlready,
    NothingReported,
    NotLeading,
    ReasonMissing,
    UnitMissing,
    WordsMissing,
)
from data.talk import Act, Outgoing
from locales import N_
from locales.items import REPORTED
from locales.say import reviewing as replies
from scheduler import notices

# More units than these are a group: some of it may not lead the task.
_FEW = 5


@command(
    "ghi nhan · chap nhan · accept · take note",
    english="acknowledge",
    may=OFFICE,
    takes=Takes.EACH_TASK | Takes.OR_LIST | Takes.UNITS,
    sense=Sense.DECIDES,
    example="ghi nhan 10 · ghi nhan 10 VP · ghi nhan 1 tru P-LL",
    help=N_("acknowledge what was reported"),
)
def note(ask: Ask) -> Sequence[Outgoing]:
    """`ghi nhan 10 VP`, `ghi nhan 1 tru P-LL`: take note of what units, or all but some, have reported of a task.

    `ghi nhan`: all that nobody has looked at yet. `ghi nhan tat ca`, `ghi nhan phuong xa`: all of that, with a yes.
    """
    if ask.occurrence_id is not None:
        return (_noted(ask, [targets.pointed_at(ask)]),)
    if ask.numbers:
        return (_noted(ask, _reported(ask, ask.number, ask.units)),)
    own = {seat.unit.id for seat in ask.seats if seat.role is Role.COORDINATOR}
    facts = pending.to_look_at(ask.session, own)
    if not (ask.units or ask.everybody):
        return (replies.to_look_at(ask.voice, facts),)
    named, left_out = {unit.id for unit in ask.units}, {unit.id for unit in ask.left_out}
    kept = (fact for fact in facts if not {*ask.out} & {fact.task.number, fact.task.typed})
    meant = [fact for fact in kept if (not named or fact.unit.id in named) and fact.unit.id not in left_out]
    if meant and ask.act is None:
        return (replies.ask_to_note(ask.voice, meant, _to_agree(asked.about(ask))),)
    return (_noted(ask, meant) if meant else replies.to_look_at(ask.voice, ()),)


def _to_agree(about: About) -> Act:
    """What was asked for, as a choice."""
    units = (short_group_name(about.group.name),) if about.group else tuple(unit.code for unit in about.units)
    without = (*about.without_numbers, *(unit.code for unit in about.without))
    return Act("ghi nhan", how="" if units else "tat ca", units=units, without=without, then="dong y")


@command(
    "tra lai · de nghi bo sung · bo sung",
    english="send back",
    may=OFFICE,
    takes=Takes.ONE_TASK | Takes.UNITS | Takes.NOTE,
    sense=Sense.DECIDES,
    example="tra lai 10 VP …",
    help=N_("send a report back, with what is to be added"),
)
def send_back(ask: Ask) -> Sequence[Outgoing]:
    """`tra lai 10 VP thiếu số văn bản`: send a report back, or those of several units; what is missing is asked for."""
    number, reason = ask.number, without(ask.note, "vi", "vi la", "do", "ly do")
    facts = [_latest(ask, number, [unit]) for unit in ask.units] or [_latest(ask, number, ())]
    if not reason:
        raise ReasonMissing(example=f"tra lai {number} {facts[0].unit.code} và lý do")
    return [_sent_back(ask, fact, reason) for fact in facts]


def _sent_back(ask: Ask, fact: OccurrenceFact, reason: str) -> Outgoing:
    actor = targets.actor_of(ask, ask.seat)
    confirmation_id = reviewing.send_back(ask.session, fact.id, reason, actor, ask.now)
    tell_ended(ask, fact, reviewing.send_back_from_all(ask.session, fact, reason, actor, ask.now), sent_back=True)
    # Of a unit that has handed its work over, the successor owes it now.
    (fact,) = views.by_ids(ask.session, [fact.id])
    chats = notices.chats_of_units(ask.session, [fact.unit.id])
    ask.tell(chats, Returned((fact.id,), reason, confirmation_id))
    return replies.sent_back(ask.voice, fact, reason, heard=bool(chats))


def _noted(ask: Ask, facts: Sequence[OccurrenceFact]) -> Outgoing:
    actor = targets.actor_of(ask, ask.seat)
    for fact in facts:
        reviewing.accept(ask.session, fact.id, actor, ask.now)
    return replies.noted(ask.voice, facts)


def _reported(ask: Ask, number: str, units: Sequence[Unit]) -> list[OccurrenceFact]:
    """What has been reported of a task and not been looked at, by everybody or by each of `units`."""
    facts = _facts(ask, number, units)
    left_out = {unit.id for unit in ask.left_out}
    facts = [fact for fact in facts if fact.unit.id not in left_out]
    found = [fact for fact in facts if fact.state is State.DONE]
    if not found:
        name = units[0].name if len(units) == 1 else ""
        if any(fact.state is State.ACCEPTED for fact in facts):
            raise NotedAlready(number=number, unit=name)
        raise NothingReported(number=number, unit=name)
    return found


def _latest(ask: Ask, number: str, units: Sequence[Unit]) -> OccurrenceFact:
    """The report made last, of the unit named or of the only one that has reported; those not looked at go first."""
    facts = [fact for fact in _facts(ask, number, units) if fact.state in REPORTED and fact.report]
    if not facts:
        raise NothingReported(number=number, unit=units[0].name if units else "")
    new = [fact for fact in facts if fact.state is State.DONE] or facts
    if len({fact.unit.id for fact in new}) > 1:
        raise UnitMissing(example=f"tra lai {number} {new[0].unit.code} và lý do")
    return max(new, key=lambda fact: fact.report.at if fact.report else ask.now)


def _facts(ask: Ask, number: str, units: Sequence[Unit]) -> list[OccurrenceFact]:
    facts = views.occurrences(ask.session, views.of_task(targets.task_of(ask, number).id))
    # What a unit reported before it was merged is still its own.
    reported = {fact.unit.id for fact in facts if fact.report}
    silent = registering.owing(ask.session, [unit for unit in units if unit.id not in reported])
    units = [*(unit for unit in units if unit.id in reported), *silent]
    for unit in units if len(units) <= _FEW else ():
        if all(fact.unit.id != unit.id for fact in facts):
            raise NotLeading(number=number, unit=unit.name)
    named = {unit.id for unit in units}
    return [fact for fact in facts if not named or fact.unit.id in named]


@command(
    "go vuong · go vuong mac · thao go · giai dap",
    english="clear difficulty",
    may=OFFICE,
    takes=Takes.ONE_TASK | Takes.OR_LIST | Takes.UNITS | Takes.NOTE,
    sense=Sense.DECIDES,
    example="go vuong · go vuong 12 X-TN …",
    help=N_("see the difficulties that await an answer, and answer one"),
)
def clear(ask: Ask) -> Sequence[Outgoing]:
    """`go vuong 12 X-TN đề nghị …`: answer a unit's difficulty, in its chat. `go vuong`: which wait for an answer.

    Raises:
        DifficultyUnknown: none waits in this task, of this unit.
        UnitMissing: several units have told of one.
        WordsMissing: there is no answer.
    """
    waiting = reviewing.waiting(ask.session)
    number, words = ask.number, ask.note
    if (listed := targets.listed(ask, waiting)) is not None:
        return (replies.waiting_list(ask.voice, listed),)
    if not number:
        return (replies.waiting_list(ask.voice, waiting),)
    tasks = {task.id for task in asked.tasks(ask, number)}
    named = {unit.id for unit in registering.owing(ask.session, ask.units)}
    found = [fact for fact in waiting if fact.task.id in tasks and (not named or fact.unit.id in named)]
    if not found:
        raise DifficultyUnknown(number=number)
    if not named and len({fact.unit.id for fact in found}) > 1:
        raise UnitMissing(example=f"{ask.command} {number} {found[0].unit.code} …")
    if not words:
        raise WordsMissing(command=ask.command, number=" ".join([number, *(unit.code for unit in ask.units)]))
    return [_answered(ask, fact, words) for fact in found]


def _answered(ask: Ask, fact: OccurrenceFact, words: str) -> Outgoing:
    change = reviewing.answer(ask.session, fact.id, words, targets.actor_of(ask, ask.seat), ask.now)
    chats = notices.chats_of_units(ask.session, [fact.unit.id])
    ask.tell(chats, DifficultyAnswered((fact.id,), words, change))
    return replies.answered(ask.voice, fact, words, heard=bool(chats))


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
        return (_agree_to_joint(ask, *_joint(ask, number, words)),)
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


def _joint(ask: Ask, number: str, words: str) -> tuple[OccurrenceFact, tuple[OccurrenceFact, ...]]:
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


def _agree_to_joint(ask: Ask, own: OccurrenceFact, others: Sequence[OccurrenceFact]) -> Outgoing:
    seat = next(seat for seat in ask.seats if seat.role is Role.COORDINATOR)
    note = replies.note(ask.words, own)
    reviewing.report_for_all(ask.session, own, others, note, targets.actor_of(ask, seat), ask.now)
    for fact in others:
        chats = notices.chats_of_units(ask.session, [fact.unit.id])
        ask.tell(chats, JointReported((fact.id,), own.unit.name, ask.now))
    return replies.agreed(ask.voice, own, [fact.unit for fact in others])
