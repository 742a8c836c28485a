"""Plain words: the scene that they are said in, from what the database knows, and what their reading does."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot import commands
from bot.command import Heard
from bot.talk import Incoming
from bot.understanding import Line
from data import reminders, views
from data.agencies.finder import short_group_name
from data.facts import OccurrenceFact, Seat
from data.kinds import Closing, Ladder, Role, State
from data.lines.days import day_first
from data.lines.numbers import counts_in, read_argument
from data.lines.of_leader import understand_leader
from data.lines.of_office import understand_office
from data.lines.of_office_slots import OfficeScene
from data.lines.of_units import understand_unit
from data.lines.wishes import Awaiting, Mode, PlanTask, Reading, Reported, TaskScene, Waiting, Wish
from data.office import pending, reviewing
from data.people import offers, registering
from data.store import Session
from data.talk import Act, Speaker
from data.views import assigned, running
from data.workdays import Workdays
from locales import Words
from locales.say import guessing

# A question of ours waits so long for its answer.
WAITS = timedelta(minutes=15)
# Commands that a reading calls otherwise than they are typed.
_NAMES = {
    "da bao chua": "bao cao da gui",
    "xin ke hoach": "van ban ke hoach",
    "doi dau moi": "doi can bo",
    "xem anh": "xem minh chung",
    "viec cua toi": "viec",
}
# What may be done on plain words alone: it changes nothing.
_SAFE = frozenset({"da nhan"})
# By these a unit tells of its own work.
_REPORTS = frozenset({"xong", "khong phat sinh", "dang lam", "vuong"})
# Of these the result is what is counted or cited, not the sentence that it stood in.
_RESULTS = frozenset({"xong", "khong phat sinh"})
_EVERYBODY = "tat-ca"
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
    if Role.COORDINATOR in roles:
        reading = understand_office(incoming.text, scene)
        own = any(wish.command in _REPORTS for wish in reading.wishes)
        # What it reports of its own work is said as every unit says it.
        return understand_unit(incoming.text, replace(scene, roles=roles | {Role.OFFICER})) if own else reading
    if roles & {Role.LEADER, Role.HEAD} and Role.OFFICER not in roles:
        return understand_leader(incoming.text, scene)
    return understand_unit(incoming.text, scene)


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
    plan = _plan(session)
    return OfficeScene(
        roles=roles,
        today=today,
        unit=own.unit.code if own else "",
        unit_name=own.unit.name if own else "",
        tasks=_tasks(session, own.unit.id, today) if own else (),
        plan=plan,
        registry=registering.load_registry(session),
        workdays=workdays,
        in_group=incoming.speaker.is_group,
        addressed=incoming.addressed or not incoming.speaker.is_group,
        is_reply_to=tuple(dict.fromkeys(fact.task.typed for fact in about)),
        is_forward=incoming.forwarded,
        waiting=_waiting(session) if Role.COORDINATOR in roles else (),
        attached=incoming.other if incoming.other in {"photo", "file"} else None,
        drew_up_plan=any(seat.drew_up for seat in seats),
        undated=_undated(session) if Role.COORDINATOR in roles else (),
    )


def _plan(session: Session) -> tuple[PlanTask, ...]:
    tasks = assigned.tasks_in_force(session)
    leads = assigned.leads_of(session, [task.id for task in tasks])
    return tuple(
        PlanTask(task.typed, task.title, tuple(unit.code for unit in leads.get(task.id, ()))) for task in tasks
    )


def _tasks(session: Session, unit_id: int, today: date) -> tuple[TaskScene, ...]:
    """The tasks that a unit leads, as they stand on a day."""
    owed = views.occurrences(session, views.led_by(unit_id))
    told = reminders.told_on(session, unit_id, today)
    by_task: dict[int, list[OccurrenceFact]] = {}
    for fact in owed:
        if fact.closing is not Closing.WITHDRAWN:
            by_task.setdefault(fact.task.id, []).append(fact)
    return tuple(_task_scene(facts, told, today) for facts in by_task.values())


def _task_scene(facts: Sequence[OccurrenceFact], told: frozenset[int], today: date) -> TaskScene:
    task = facts[0].task
    begun = [fact for fact in facts if fact.opens_on <= today]
    left = [fact for fact in begun if fact.state is State.OPEN]
    now = (running.running(facts, today) or facts)[0]
    is_dated = now.ladder not in _PERIODIC
    return TaskScene(
        number=task.typed,
        title=task.title,
        parts=now.parts,
        is_open=bool(left),
        is_late=any(fact.due_on is not None and fact.due_on < today for fact in left) and is_dated,
        is_dated=is_dated,
        told_today=any(fact.id in told for fact in facts),
        reported=_reported(now),
        due=(left or [now])[0].due_on,
        periods=() if is_dated else tuple(fact.key for fact in sorted(left, key=lambda each: each.starts_on)),
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


def asked_back(line: Line, lacks: str) -> Reading | None:
    """How a command is read that was given without something it needs."""
    heard = next(iter(line.found), None)
    if heard is None:
        return None
    said = read_argument(heard.argument)
    return Reading(Mode.ASK, (Wish(heard.command.name, said.numbers, text=said.note),), lacks)


def carried_out(heard: Heard) -> Reading:
    """How a command is read that was given and done."""
    if heard.act is not None:
        return Reading(Mode.DO, (Wish(heard.command.name, heard.act.tasks),))
    said = read_argument(heard.argument)
    counts = tuple((count.noun, count.number) for count in counts_in(said.note))
    mode = Mode.DO if heard.command.is_told else Mode.TELL
    return Reading(mode, (Wish(heard.command.name, said.numbers, counts=counts),))


def to_record(reading: Reading) -> dict[str, Any]:
    """A reading as JSON holds it, for the line that comes next."""
    return {"mode": reading.mode.value, "lacks": reading.lacks, "wishes": [_plain(wish) for wish in reading.wishes]}


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


def careful(reading: Reading) -> Reading:
    """The same where plain words would put something on record: they are spelt out first, and a yes does it."""
    writes = any(wish.command not in _SAFE for wish in reading.wishes)
    return replace(reading, mode=Mode.CONFIRM) if reading.mode is Mode.DO and writes else reading


def is_of_others(reading: Reading) -> bool:
    """Whether something is reported for a unit that is named."""
    return any(wish.command == "bao thay" for wish in reading.wishes)


def asked_last(session: Session, speaker: Speaker, now: datetime) -> Reading | None:
    """What the last answer to this person asked about, if it has not been answered yet."""
    before = offers.last_read(session, speaker, now - WAITS)
    return _from_record(before) if before is not None and before["mode"] in {Mode.ASK, Mode.CONFIRM} else None


def as_answer(asked: Reading, reading: Reading) -> Reading:
    """The reading of a line that follows a question: at once only what was asked about; other words are spelt out."""
    commands_asked = {wish.command for wish in asked.wishes}
    is_answer = all(wish.command in commands_asked for wish in reading.wishes)
    return reading if is_answer else careful(reading)


def heard_of(session: Session, wish: Wish, seats: Sequence[Seat]) -> Heard | None:
    """The command that a wish gives; None where there is none."""
    act = act_of(wish, group_names(session) if wish.groups else {})
    whole = [each for each in commands.found(act.command) if not each.argument]
    given = next((each for each in whole if each.command.is_for(seats)), next(iter(whole), None))
    return replace(given, argument=act.argument, act=act) if given else None


def spelt_out(session: Session, words: Words, heard: Sequence[Heard]) -> list[str]:
    """What commands would do, in words; and how each is typed, where there are none for it."""
    told = []
    for act, command in ((each.act, each.command) for each in heard if each.act):
        tasks = assigned.find_tasks(session, act.tasks[0]) if len(act.tasks) == 1 else ()
        if tasks and guessing.can_say(command.name):
            told.append(guessing.guessed(words, command.name, tasks[0], act.tasks[0], act.behind))
        else:
            told.append(f"{words.text(command.help)}: {words.typed(act.typed)}")
    return told


def awaited(reading: Reading, session: Session, seats: Sequence[Seat]) -> tuple[str, ...]:
    """The numbers of the tasks that a unit may report, for the question which of them is meant."""
    own = next((seat for seat in seats if seat.role is Role.OFFICER), None)
    if reading.lacks != "task" or own is None:
        return ()
    owed = views.occurrences(session, views.is_open(), views.led_by(own.unit.id))
    return tuple(dict.fromkeys(fact.task.typed for fact in owed))


def act_of(wish: Wish, groups: Mapping[str, str]) -> Act:
    """What a wish does, as it could have been typed: the command with its arguments."""
    names = [groups.get(code, code) for code in wish.groups if code != _EVERYBODY]
    return Act(
        _NAMES.get(wish.command, wish.command.rstrip("?")),
        tasks=wish.tasks,
        units=(*wish.units, *names),
        without=(*wish.except_tasks, *wish.except_units),
        period=wish.period or "",
        day=wish.day,
        parts=wish.parts,
        text=_told(wish),
    )


def _told(wish: Wish) -> str:
    """The result, the document and the words of a wish, as they are typed behind a task."""
    counted = ", ".join(f"{number} {word}" for word, number in wish.counts)
    cited = ""
    if wish.document:
        cited = f"số {wish.document}"
        cited += f" ngày {wish.document_day:%d/%m/%Y}" if wish.document_day else ""
    said = "" if wish.command in _RESULTS or wish.counts or wish.document else wish.text
    if wish.day is not None:
        said = day_first(said, wish.day)[1]
    return " ".join(filter(None, [counted, cited, said]))


def group_names(session: Session) -> dict[str, str]:
    """How each group is typed, by its code."""
    units = registering.load_registry(session).units
    return {unit.code: short_group_name(unit.name) for unit in units if unit.group}
