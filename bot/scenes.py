"""Plain words: the scene that they are said in, from what the database knows, and what their reading does."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.arguments import Takes
from bot.command import EARS, Heard
from bot.talk import Incoming
from bot.understanding import Line
from data import reminders, views
from data.facts import OccurrenceFact, Seat, TaskFact
from data.kinds import Closing, Ladder, Role, State
from data.lines.called import in_house_words, may_call
from data.lines.notes import parts_of
from data.lines.numbers import counts_in, read_argument
from data.lines.of_leader import understand_leader
from data.lines.of_office import understand_office
from data.lines.of_office_marks import read
from data.lines.of_office_slots import OfficeScene, slots_of
from data.lines.of_units import understand_unit
from data.lines.wishes import NOTHING, Awaiting, Mode, PlanTask, Reading, Reported, TaskScene, Waiting, Wish
from data.office import pending, reviewing
from data.people import offers, registering
from data.store import Session
from data.talk import Outgoing, Speaker
from data.views import assigned, running
from data.workdays import Workdays

# A question of ours waits so long for its answer.
WAITS = timedelta(minutes=15)
# By these a unit tells of its own work.
_REPORTS = frozenset({"xong", "khong phat sinh", "dang lam", "vuong"})
_PERIODIC = frozenset({Ladder.STANDING, Ladder.RECURRING, Ladder.WEEKLY})


def reading_of(
    session: Session,
    incoming: Incoming,
    seats: Sequence[Seat],
    about: Sequence[OccurrenceFact],
    now: datetime,
    today: date,
    workdays: Workdays,
) -> Reading:
    """What a line means to the seats of its chat: Nội vụ's, a leader's or a unit's, the first that it has of these."""
    roles = frozenset(seat.role for seat in seats)
    before = offers.last_read(session, incoming.speaker, now - WAITS)
    scene = _scene(session, incoming, seats, about, today, workdays)
    scene = _after(scene, _from_record(before)) if before else scene
    if scene.last and scene.last[-1].command == "qua han":
        scene = replace(scene, shown=_overdue(session, today))
    if Role.COORDINATOR in roles:
        reading = understand_office(incoming.text, scene)
        own = any(wish.command in _REPORTS for wish in reading.wishes)
        # What it reports of its own work is said as every unit says it.
        as_unit = understand_unit(incoming.text, replace(scene, roles=roles | {Role.OFFICER})) if own else NOTHING
        return reading if as_unit.mode is Mode.LEAVE else as_unit
    if roles & {Role.LEADER, Role.HEAD} and Role.OFFICER not in roles:
        return understand_leader(incoming.text, scene)
    return _in_reply(understand_unit(incoming.text, scene), scene)


def as_called(session: Session, line: Line, seats: Sequence[Seat]) -> Line:
    """The line in which whoever coordinates is called as the commands know it, where others call it by its own name."""
    incoming = line.incoming
    if incoming.act is not None or any(seat.role is Role.COORDINATOR for seat in seats) or not may_call(incoming.text):
        return line
    text = in_house_words(incoming.text, registering.load_registry(session))
    return line if text == incoming.text else line.again(replace(incoming, text=text))


def _in_reply(reading: Reading, scene: OfficeScene) -> Reading:
    """The same with the one task that the message answered was about, where nothing else lacks."""
    if reading.lacks != "task" or len(scene.is_reply_to) != 1:
        return reading
    return Reading(Mode.CONFIRM, tuple(replace(wish, tasks=scene.is_reply_to) for wish in reading.wishes))


def _scene(
    session: Session,
    incoming: Incoming,
    seats: Sequence[Seat],
    about: Sequence[OccurrenceFact],
    today: date,
    workdays: Workdays,
) -> OfficeScene:
    roles = frozenset(seat.role for seat in seats)
    own = next((seat for seat in seats if seat.role in {Role.OFFICER, Role.HEAD, Role.COORDINATOR}), None)
    in_force = assigned.tasks_in_force(session)
    return OfficeScene(
        roles=roles,
        today=today,
        unit=own.unit.code if own else "",
        unit_name=own.unit.name if own else "",
        tasks=_tasks(session, own.unit.id, today, workdays) if own else (),
        plan=_plan(in_force),
        registry=registering.load_registry(session),
        workdays=workdays,
        in_group=incoming.speaker.is_group,
        addressed=incoming.addressed or not incoming.speaker.is_group,
        is_reply_to=tuple(dict.fromkeys(fact.task.typed for fact in about)),
        is_forward=incoming.forwarded,
        waiting=_waiting(session) if Role.COORDINATOR in roles else (),
        attached=incoming.other if incoming.other in {"photo", "file"} else None,
        plans=tuple(dict.fromkeys(task.plan.short.lstrip("0") for task in in_force)),
        drew_up_plan=any(seat.drew_up for seat in seats),
        undated=_undated(session) if Role.COORDINATOR in roles else (),
    )


def _plan(tasks: Sequence[TaskFact]) -> tuple[PlanTask, ...]:
    return tuple(PlanTask(task.typed, task.title, task.product) for task in tasks)


def _tasks(session: Session, unit_id: int, today: date, workdays: Workdays) -> tuple[TaskScene, ...]:
    """The tasks that a unit leads, as they stand on a day."""
    owed = views.occurrences(session, views.led_by(unit_id))
    told = reminders.told_on(session, unit_id, today)
    by_task: dict[int, list[OccurrenceFact]] = {}
    for fact in owed:
        if fact.closing is not Closing.WITHDRAWN:
            by_task.setdefault(fact.task.id, []).append(fact)
    return tuple(_task_scene(facts, told, today, workdays) for facts in by_task.values())


def _task_scene(facts: Sequence[OccurrenceFact], told: frozenset[int], today: date, workdays: Workdays) -> TaskScene:
    task = facts[0].task
    begun = [fact for fact in facts if fact.opens_on <= today]
    left = [fact for fact in begun if fact.state is State.OPEN]
    now = (running.running(facts, today) or facts)[0]
    is_dated = now.ladder not in _PERIODIC
    reported_for = running.either(facts, today, workdays, says=False) or left
    return TaskScene(
        number=task.typed,
        title=" ; ".join([task.title, *(() if now.parts else parts_of(task.product))]),
        parts=now.parts,
        is_open=bool(left),
        is_late=any(fact.due_on is not None and fact.due_on < today for fact in left) and is_dated,
        is_dated=is_dated,
        told_today=any(fact.id in told for fact in facts),
        reported=next(filter(None, map(_reported, [now, *reversed(begun)])), None),
        due=(left or [now])[0].due_on,
        periods=() if is_dated else tuple(fact.key for fact in sorted(reported_for, key=lambda each: each.starts_on)),
        product=task.product,
    )


def _reported(fact: OccurrenceFact) -> Reported | None:
    report = fact.report
    if report is None:
        return None
    counts = tuple((count.noun, count.number) for count in report.counts)
    document = next((value for kind, value in report.evidence if kind == "document"), None)
    return Reported(counts, document, report.nothing_to_report, fact.key if fact.ladder in _PERIODIC else None)


def _waiting(session: Session) -> tuple[Waiting, ...]:
    """What Nội vụ has to answer."""
    lists = (
        ("xong", pending.to_look_at(session)),
        ("gia han", pending.extensions(session)),
        ("vuong", reviewing.waiting(session)),
    )
    return tuple(
        Waiting(command, fact.task.typed, fact.unit.code, fact.extension.until if fact.extension else None)
        for command, facts in lists
        for fact in facts
    )


def _undated(session: Session) -> tuple[str, ...]:
    facts = views.occurrences(session, views.is_open())
    return tuple(dict.fromkeys(fact.task.typed for fact in facts if fact.due_on is None))


def _overdue(session: Session, today: date) -> tuple[str, ...]:
    """The tasks of which some share is past its own day: those that a list of what is overdue has shown."""
    facts = views.occurrences(session, views.is_open(), views.due_before(today))
    return tuple(dict.fromkeys(fact.task.typed for fact in facts if fact.ladder not in _PERIODIC))


def _after(scene: OfficeScene, before: Reading) -> OfficeScene:
    """The scene once a line before has been read and answered so."""
    match before.mode:
        case Mode.ASK:
            return replace(scene, awaiting=Awaiting(before.wishes, before.lacks))
        case Mode.CONFIRM:
            return replace(scene, awaiting=Awaiting(before.wishes, None, (before.wishes,)))
        case Mode.DO:
            return replace(scene, recent=before.wishes, last=before.wishes)
        case _:
            return replace(scene, last=before.wishes)


def asked_back(
    session: Session, line: Line, lacks: str, seats: tuple[Seat, ...], today: date, workdays: Workdays
) -> Reading | None:
    """How a command is read that was given without something it needs."""
    heard = line.given_by(seats)
    if heard is None:
        return None
    if _is_office(heard):
        return Reading(Mode.ASK, (_named(session, heard, today, workdays),), lacks)
    said = read_argument(heard.argument)
    return Reading(Mode.ASK, (Wish(heard.command.name, said.numbers, text=said.note),), lacks)


def carried_out(
    session: Session, heard: Heard, replies: Sequence[Outgoing], today: date, workdays: Workdays
) -> Reading | None:
    """How a command is read that was given and done, or that was answered with a question for what it lacks.

    None where nothing was said: a file without words leaves what was read before it as it was.
    """
    if not heard.command.words:
        return None
    asking = next((reply for reply in replies if reply.asks and reply.choices), None)
    if asking is not None:
        act = asking.choices[0].act
        counts = tuple((count.noun, count.number) for count in counts_in(act.text))
        wish = Wish(heard.command.name, act.tasks, act.units, day=act.day, counts=counts)
        return Reading(Mode.ASK, (wish,), asking.asks)
    mode = Mode.DO if heard.command.is_told else Mode.TELL
    if mode is Mode.TELL and heard.argument and _is_office(heard):
        return Reading(mode, (_named(session, heard, today, workdays),))
    if heard.act is not None:
        return Reading(Mode.DO, (Wish(heard.command.name, heard.act.tasks),))
    said = read_argument(heard.argument)
    counts = tuple((count.noun, count.number) for count in counts_in(said.note))
    return Reading(mode, (Wish(heard.command.name, said.numbers, counts=counts),))


def _is_office(heard: Heard) -> bool:
    """Whether units, groups and periods may be named behind a command, as by those who follow others up."""
    return Takes.ABOUT in heard.command.takes or Role.OFFICER not in (heard.command.may or EARS)


def _named(session: Session, heard: Heard, today: date, workdays: Workdays) -> Wish:
    """What is named behind a command, as it is in plain words."""
    plan = _plan(assigned.tasks_in_force(session))
    registry = registering.load_registry(session)
    scene = OfficeScene(frozenset(), today, plan=plan, registry=registry, workdays=workdays)
    return replace(slots_of(read(heard.argument, scene)).wish, command=heard.command.name)


def to_record(reading: Reading, *, numbered: bool) -> dict[str, Any]:
    """A reading as JSON holds it, for the line that comes next; `numbered` where its answer has choices."""
    return {
        "numbered": numbered,
        "mode": reading.mode.value,
        "lacks": reading.lacks,
        "wishes": [_plain(wish) for wish in reading.wishes],
    }


def _plain(wish: Wish) -> dict[str, Any]:
    told = {each.name: getattr(wish, each.name) for each in fields(wish)}
    told = {name: value for name, value in told.items() if value}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in told.items()}


def _from_record(record: Mapping[str, Any]) -> Reading:
    return Reading(Mode(record["mode"]), tuple(map(_wish, record["wishes"])), record["lacks"])


def _wish(record: Mapping[str, Any]) -> Wish:
    told: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in record.items()}
    for name in ("day", "document_day"):
        if name in told:
            told[name] = date.fromisoformat(told[name])
    if "counts" in told:
        told["counts"] = tuple((word, number) for word, number in told["counts"])
    return Wish(**told)


def asked_last(session: Session, speaker: Speaker, now: datetime) -> tuple[Reading | None, bool]:
    """What the last answer to this person asked about, if it has not been answered yet, and whether by choices."""
    before = offers.last_read(session, speaker, now - WAITS)
    if before is None or before["mode"] not in {Mode.ASK, Mode.CONFIRM}:
        return None, False
    return _from_record(before), bool(before.get("numbered"))
