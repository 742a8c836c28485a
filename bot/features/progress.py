"""Between being told and reporting: received, under way, in difficulty, put off; why, by when, and what is left."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot import targets
from bot.arguments import Takes
from bot.command import EARS, UNIT_READERS, UNIT_ROLES, Sense, command
from bot.features import own_work
from bot.features.standing import with_leads
from bot.talk import Ask
from data import views
from data.facts import OccurrenceFact, Seat, TaskFact
from data.kinds import MessageKind, Part, Role, State
from data.lines.requests import Delay
from data.model import Message
from data.notices import Broadcast, Difficulty, Release, Support, from_record
from data.people import addressing
from data.refusals import (
    DelayTooLong,
    DelayUnclear,
    NotReminded,
    QuietTooLong,
    SupportedByNobody,
    TaskOfOthers,
    WordsMissing,
)
from data.talk import Outgoing
from data.views import assigned
from data.work import under_way
from locales import N_
from locales.items import CHECKINS
from locales.say import progress as replies
from locales.say.reporting import several
from scheduler import notices
from scheduler.reminding import quiet_at_most
from scheduler.slots import local_day


@command(
    "da nhan · nhan duoc · da tiep nhan · tiep nhan",
    english="received",
    may=EARS,
    takes=Takes.TASKS | Takes.OR_LAST,
    sense=Sense.TELLS,
    example="da nhan · da nhan 10",
    help=N_("confirm that a reminder has been received"),
)
def acknowledge(ask: Ask) -> Sequence[Outgoing]:
    """`da nhan`: take in the message answered, or what the chat was told last. `da nhan 10`: one task."""
    if not ask.numbers:
        return _acknowledge_in_passing(ask) if ask.in_passing else _acknowledge_last(ask)
    told = _told(ask)
    return targets.of_each(ask, ask.numbers, lambda number: _acknowledge(ask, _named(ask, number, told))[0])


@command(
    "nhan viec",
    english="accept duty",
    may=UNIT_ROLES,
    takes=Takes.TASKS | Takes.OR_LAST,
    sense=Sense.TELLS,
)
def take_on(ask: Ask) -> Sequence[Outgoing]:
    """`nhan viec 10`, said by a unit: it has received the task. Nội vụ follows a duty up by these words."""
    return acknowledge(ask)


def _acknowledge_in_passing(ask: Ask) -> Sequence[Outgoing]:
    """Plain "rõ" or "ok": the same; in a group once for what it was told today, for people say so to each other too."""
    if not ask.speaker.is_group or _message_under(ask) is not None:
        return _acknowledge_last(ask)
    message = _last_message(ask)
    if message is None or message.sent_at is None or local_day(message.sent_at, ask.policy) != ask.today:
        return ()
    told = _told(ask)
    return _acknowledge(ask, told, message) if told and not _is_acknowledged(ask, told, message.sent_at) else ()


def acknowledge_by_sign(ask: Ask) -> None:
    """What a sign under a message of ours says: the same; nothing where it told this chat of nothing of its own."""
    message, units = _message_under(ask), {seat.unit.id for seat in ask.seats}
    if message is None:
        return
    told = _told(ask)
    mine = [fact for fact in told if any(_concerns(ask, unit_id, fact) for unit_id in units)]
    if mine:
        _acknowledge(ask, mine, message)
    elif isinstance(from_record(message.facts), Broadcast | Release):
        under_way.acknowledge_message(ask.session, message, targets.actor_of(ask, ask.seat), ask.now)


@command(
    "dang lam · dang thuc hien · dang trien khai · tien do",
    english="progress",
    may=UNIT_ROLES,
    takes=Takes.EACH_TASK | Takes.NOTE,
    sense=Sense.TELLS,
    example="dang lam 6 …",
    help=N_("report the progress of a task that is not finished"),
)
def progress(ask: Ask) -> Sequence[Outgoing]:
    """`dang lam 6 đã xong dự thảo`: note how far a task has come; it is reminded of as before."""
    seat, fact = targets.chosen(ask, ask.number)
    under_way.note_progress(ask.session, fact.id, ask.note, targets.actor_of(ask, seat), ask.now)
    return (replies.progress_noted(ask.voice, fact, ask.note),)


@command(
    "vuong · vuong mac · bao vuong · kho khan",
    english="difficulty",
    may=UNIT_ROLES,
    takes=Takes.EACH_TASK | Takes.NOTE,
    sense=Sense.TELLS,
    example="vuong 10 …",
    help=N_("report a difficulty to {office}"),
)
def difficulty(ask: Ask) -> Sequence[Outgoing]:
    """`vuong 10 chưa có kinh phí`: note what is in the way of a task and pass it on to Nội vụ."""
    seat, fact = targets.chosen(ask, ask.number)
    if not ask.note:
        raise WordsMissing(command=ask.command, number=fact.task.typed)
    change = under_way.note_difficulty(ask.session, fact.id, ask.note, targets.actor_of(ask, seat), ask.now)
    _tell_office(ask, Difficulty((fact.id,), ask.note, ask.speaker.name, ask.now, change))
    heard = bool(notices.chats_of_coordinators(ask.session))
    return (replies.difficulty_noted(ask.voice, fact, ask.note, heard=heard),)


@command(
    "nhac sau · nhac lai · hoan nhac · de sau · remind me later · snooze",
    english="remind later",
    may=UNIT_ROLES,
    takes=Takes.DELAY,
    sense=Sense.TELLS,
    example="nhac sau 10 3 ngay",
    help=N_("postpone reminders by some working days; the deadline is unchanged"),
)
def put_off(ask: Ask) -> Sequence[Outgoing]:
    """`nhac sau 10 3 ngay`: remind of a task later, by default on the next working day; its due day stays."""

    def hush(number: str) -> Outgoing:
        seat, fact = targets.chosen(ask, number)
        if fact.state is not State.OPEN:
            raise NotReminded(number=fact.task.typed)
        until = _until(ask, fact, ask.delay)
        under_way.put_off(ask.session, fact.id, until, targets.actor_of(ask, seat), ask.now)
        return replies.put_off(ask.voice, fact, until)

    return targets.of_each(ask, ask.numbers, hush)


@command(
    "han · thoi han · han cua · due",
    english="deadline",
    may=UNIT_READERS,
    takes=Takes.EACH_TASK | Takes.OR_LIST,
    sense=Sense.ASKS,
    example="han · han 10",
    help=N_("the deadline of a task"),
)
def deadline(ask: Ask) -> Sequence[Outgoing]:
    """`han 10`: the deadline of a task as written, as understood, and what holds for this unit now. `han`: of all."""
    if not ask.numbers:
        return own_work.show.body(ask)

    def show(task: TaskFact, shares: Sequence[OccurrenceFact]) -> Outgoing:
        card = with_leads(ask, task, replies.deadline_card(ask.voice, task, shares))
        sees_all = any(seat.role is Role.COORDINATOR for seat in ask.seats)
        facts = views.occurrences(ask.session, views.of_task(task.id)) if sees_all else shares
        return replies.with_grounds(ask.words, card, under_way.grounds(ask.session, facts))

    return _seen(ask, show)


@command(
    "vi sao · tai sao · sao lai nhac",
    english="why",
    may=UNIT_READERS,
    takes=Takes.EACH_TASK | Takes.OR_LIST,
    sense=Sense.ASKS,
    example="vi sao · vi sao 10",
    help=N_("why your unit is reminded of a task"),
)
def why(ask: Ask) -> Sequence[Outgoing]:
    """`vi sao 10`: who gave the unit this task, by which deadline, and which rung it was told last.

    `vi sao`: of what the chat was told last; else what the unit owes.
    """

    def explain(task: TaskFact, shares: Sequence[OccurrenceFact]) -> Outgoing:
        units = [seat.unit for seat in targets.units_of(ask)]
        parts = [(unit, assigned.part_of(ask.session, task.id, unit.id)) for unit in units]
        last = under_way.last_told(ask.session, task.id, [unit.id for unit in units])
        return replies.why_told(ask.voice, task, parts, shares, last)

    if ask.numbers:
        return _seen(ask, explain)
    told = tuple(dict.fromkeys(fact.task.typed for fact in _told(ask)))[: targets.MOST_SHOWN]
    return _seen_each(ask, told, explain) if told else own_work.show.body(ask)


@command(
    "nhac phoi hop · de nghi phoi hop · phoi hop",
    english="ask support",
    may=UNIT_ROLES,
    takes=Takes.EACH_TASK | Takes.NOTE,
    sense=Sense.TELLS,
    example="nhac phoi hop 10 …",
    help=N_("ask the supporting units of a task for their support"),
)
def ask_support(ask: Ask) -> Sequence[Outgoing]:
    """`nhac phoi hop 10 đề nghị gửi số liệu`: the lead asks those who support its task for their part, once a day."""
    seat, fact = targets.chosen(ask, ask.number)
    units = assigned.units_in(ask.session, fact.task.id, Part.COORDINATING)
    if not units:
        raise SupportedByNobody(number=fact.task.typed)
    actor, since = targets.actor_of(ask, seat), _midnight(ask)
    change = under_way.ask_support(ask.session, fact, ask.note, actor, ask.now, since)
    chats = addressing.preferred_addresses(ask.session, [unit.id for unit in units])
    for unit in units:
        notice = Support((fact.id,), ask.note, ask.speaker.name, unit.name, change)
        ask.tell([chats[unit.id]] if unit.id in chats else [], notice)
    silent = [unit for unit in units if unit.id not in chats]
    return (replies.support_asked(ask.words, fact, ask.note, len(chats), silent),)


def _message_under(ask: Ask) -> Message | None:
    """The message that was answered, or whose button was pressed, if it is one of the outbox."""
    return addressing.sent_as(ask.session, ask.speaker.bot, ask.speaker.chat_id, ask.under) if ask.under else None


def _last_message(ask: Ask) -> Message | None:
    return _message_under(ask) or addressing.last_sent(ask.session, ask.speaker.bot, ask.speaker.chat_id)


def _told(ask: Ask) -> tuple[OccurrenceFact, ...]:
    """What this chat's units were told of last."""
    message = _last_message(ask)
    units = [seat.unit.id for seat in targets.units_of(ask)]
    return under_way.told_in(ask.session, message, units) if message else ()


def _named(ask: Ask, number: str, told: Sequence[OccurrenceFact]) -> Sequence[OccurrenceFact]:
    """The Occurrences of one task among what was told; else the one that the number means now."""
    meant = {task.id for task in assigned.find_tasks(ask.session, number)}
    named = [fact for fact in told if fact.task.id in meant]
    if len({fact.task.id for fact in named}) == 1:
        return named
    try:
        return [targets.chosen(ask, number)[1]]
    except TaskOfOthers as said:
        # Who supports it hears of it when it opens.
        shares = [fact for task_id in meant for fact in views.occurrences(ask.session, views.of_task(task_id))]
        if not said.coordinating or not shares:
            raise
        return shares[:1]


def _acknowledge_last(ask: Ask) -> Sequence[Outgoing]:
    """Take in what was told last; a message about no task, as a broadcast is, is taken in as itself."""
    message, told = _last_message(ask), _told(ask)
    is_report = message is not None and isinstance(from_record(message.facts), Release)
    if message is not None and (is_report or not told):
        under_way.acknowledge_message(ask.session, message, targets.actor_of(ask, ask.seat), ask.now)
        return (replies.report_received(ask.words, message.slot_day) if is_report else replies.received(ask.words),)
    return _acknowledge(ask, told, message)


def _acknowledge(ask: Ask, facts: Sequence[OccurrenceFact], message: Message | None = None) -> Sequence[Outgoing]:
    """Once a day and chat is enough for the record; the person is answered each time."""
    if facts and not _is_acknowledged(ask, facts, _midnight(ask)):
        for fact in facts:
            actor = targets.actor_of(ask, _seat_in(ask, fact))
            under_way.acknowledge(ask.session, [fact.id], actor, ask.now)
    digest_of = message.slot_day if message is not None and message.kind is MessageKind.DIGEST else None
    return (replies.acknowledged(ask.words, facts, digest_of),)


def _is_acknowledged(ask: Ask, facts: Sequence[OccurrenceFact], since: datetime) -> bool:
    chats = [seat.address_id for seat in ask.seats]
    return under_way.is_acknowledged(ask.session, [fact.id for fact in facts], chats, since)


def _seat_in(ask: Ask, fact: OccurrenceFact) -> Seat:
    """The seat of this chat that a task concerns most: of the unit that owes it, of one that supports it, the first."""
    owing = [seat for seat in ask.seats if seat.unit.id == fact.unit.id]
    supporting = [seat for seat in ask.seats if assigned.part_of(ask.session, fact.task.id, seat.unit.id)]
    return (*owing, *supporting, ask.seat)[0]


def _concerns(ask: Ask, unit_id: int, fact: OccurrenceFact) -> bool:
    """Whether a unit owes it, or supports the task."""
    return unit_id == fact.unit.id or assigned.part_of(ask.session, fact.task.id, unit_id) is Part.COORDINATING


def _until(ask: Ask, fact: OccurrenceFact, delay: Delay) -> date:
    if delay.until is None:
        raise DelayUnclear(number=fact.task.typed, text=delay.words)
    latest = quiet_at_most(fact.due_on, fact.quiet_until, ask.today, ask.workdays)
    if delay.until > latest:
        if fact.ladder in CHECKINS or fact.due_on is None:
            raise QuietTooLong(number=fact.task.typed, latest=latest.isoformat())
        overdue = views.is_overdue(fact, ask.today, ask.workdays)
        raise DelayTooLong(number=fact.task.typed, latest=latest.isoformat(), overdue=overdue)
    return delay.until


def _seen(ask: Ask, card: Callable[[TaskFact, Sequence[OccurrenceFact]], Outgoing]) -> Sequence[Outgoing]:
    """The card of each task typed; of one that several plans have, one for each: to look costs nothing."""
    return (several(ask.words, [card(task, shares) for task, shares in _shares(ask, ask.number)]),)


def _seen_each(
    ask: Ask, numbers: Sequence[str], card: Callable[[TaskFact, Sequence[OccurrenceFact]], Outgoing]
) -> Sequence[Outgoing]:
    return targets.of_each(ask, numbers, lambda number: _seen(replace(ask, numbers=(number,)), card)[0])


def _shares(ask: Ask, number: str) -> list[tuple[TaskFact, list[OccurrenceFact]]]:
    """The tasks in which this chat has a part (Nội vụ in all), with what its own units owe of each."""
    tasks = assigned.find_tasks(ask.session, number)
    if not tasks:
        raise targets.unknown_task(ask, number)
    units = targets.units_of(ask)
    sees_all = any(seat.role is Role.COORDINATOR for seat in ask.seats)
    found = []
    for task in tasks:
        mine = [seat.unit.id for seat in units if assigned.part_of(ask.session, task.id, seat.unit.id)]
        if mine or sees_all:
            of_task = views.of_task(task.id)
            owed = [views.occurrences(ask.session, of_task, views.led_by(unit_id)) for unit_id in mine]
            found.append((task, [fact for facts in owed for fact in facts]))
    if not found:
        raise TaskOfOthers(number=number, coordinating=False)
    return found


def _midnight(ask: Ask) -> datetime:
    return datetime.combine(ask.today, time.min, tzinfo=ZoneInfo(ask.policy.zone)).astimezone(UTC)


def _tell_office(ask: Ask, notice: Difficulty) -> None:
    """Tell Nội vụ's chats, but not the one that speaks."""
    here = (ask.speaker.bot, ask.speaker.chat_id)
    others = [each for each in notices.chats_of_coordinators(ask.session) if (each.bot, each.chat_id) != here]
    ask.tell(others, notice)
