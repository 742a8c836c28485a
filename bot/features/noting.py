"""Nội vụ notes what a unit has said on paper or by phone; the unit is told, and may take it back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot import targets
from bot.arguments import Takes
from bot.command import OFFICE, Sense, command
from bot.talk import Ask
from bot.targets import Led
from data import views
from data.agencies.finder import short_group_name
from data.facts import OccurrenceFact
from data.lines.days import period_first
from data.lines.for_units import Kind, NotedFor, kind_first, read_noted
from data.lines.several import read_reports
from data.notices import NotedFor as Noted
from data.people import registering
from data.refusals import AlreadyDone, NotLeading, NumberMissing, UnitMissing, WordsMissing
from data.talk import Act, Outgoing
from data.views import assigned, running
from data.work import reporting, under_way
from locales import N_
from locales.say import noting as replies
from locales.say.reporting import which_period
from scheduler import notices


@dataclass(frozen=True, slots=True)
class _Note:
    """What is said of one share: how, and in which words."""

    fact: OccurrenceFact
    kind: Kind
    words: str


@command(
    "ghi thay · bao thay · ghi ho · bao ho · nhap ho · nhap thay",
    english="report for",
    may=OFFICE,
    takes=Takes.FOR_UNITS,
    sense=Sense.DECIDES,
    example="ghi thay 12 P-LL … tin · ghi thay 12 P-LL khong phat sinh",
    help=N_("note what a unit has reported on paper or by phone"),
)
def note_for(ask: Ask) -> Sequence[Outgoing]:
    """`ghi thay 12 P-LL 3 tin`, `… khong phat sinh`, `… dang lam …`, `… vuong …`: shown first, noted with a yes.

    Raises:
        NumberMissing, UnitMissing, WordsMissing: a task, a unit or what is in the way is not named.
        NotLeading: the unit does not lead the task.
    """
    acts = (replace(ask.act, beside=()), *ask.act.beside) if ask.act else (Act(ask.command, said=ask.argument),)
    told = [
        said for act in acts for said in _each(ask, read_noted(act.argument, registering.load_registry(ask.session)))
    ]
    for said in told:
        _check(ask, said)
    if (question := _which_period(ask, told)) is not None:
        return (question,)
    found = [note for said in told for note in _notes(ask, said)]
    rows = [(each.fact, each.kind, each.words) for each in found]
    if ask.act is None and rows:
        first, *others = (_act(ask, said) for said in told)
        return (replies.ask_to_note(ask.voice, rows, replace(first, beside=tuple(others))),)
    heard = [each.fact for each in found if _note(ask, each)]
    return (replies.noted(ask.voice, rows, heard),)


def _each(ask: Ask, said: NotedFor) -> list[NotedFor]:
    """What is said task by task: "việc 1 3 tin, việc 12 không phát sinh"."""
    known = frozenset(task.number for task in assigned.tasks_in_force(ask.session))
    reports = read_reports(f"{', '.join(said.numbers)} {said.note}", known)
    if not (said.numbers and reports.sure and len(reports.each) > 1):
        return [said]
    found = []
    for each in reports.each:
        kind, note = (Kind.NOTHING, each.note) if each.nothing else kind_first(each.note)
        found.append(replace(said, numbers=each.numbers, kind=kind or said.kind, note=note))
    return found


def _act(ask: Ask, said: NotedFor, period: str = "") -> Act:
    """What was typed, as a choice."""
    group = registering.load_registry(ask.session).by_code.get(said.group)
    units = (short_group_name(group.name),) if group else said.units
    how = said.kind.value if said.kind else ""
    found, rest = period_first(said.note, ask.today.year) if not period else (None, "")
    if found is not None and found.start.year == ask.today.year:
        period, said = found.key, replace(said, note=rest)
    return Act("ghi thay", said.numbers, units=units, period=period, text=f"{how} {said.note}".strip())


def _check(ask: Ask, said: NotedFor) -> None:
    if not said.numbers:
        raise NumberMissing(command=ask.command)
    if not said.units:
        raise UnitMissing(example=f"ghi thay {said.numbers[0]} P-LL …")
    if said.kind is Kind.DIFFICULTY and not said.note:
        raise WordsMissing(command=ask.command, number=f"{said.numbers[0]} {said.units[0]} vuong")
    targets.not_too_many(said.numbers)


def _led(ask: Ask, said: NotedFor) -> Iterator[Led]:
    """What each unit that is named owes of each task; of a group those that have not reported."""
    units = [registering.unit_by_code(ask.session, code) for code in said.units]
    for number in said.numbers:
        task = targets.task_of(ask, number)
        facts = views.occurrences(ask.session, views.of_task(task.id))
        for unit in units:
            own = [fact for fact in facts if fact.unit.id == unit.id]
            if own:
                yield Led(ask.seat, task, own)
            elif not said.group:
                raise NotLeading(number=number, unit=unit.name)


def _which_period(ask: Ask, told: Sequence[NotedFor]) -> Outgoing | None:
    """The question for which of two periods it is, where that is not said and may be either; of all alike at once.

    The answer takes along what else was said in the line.
    """
    pairs = [_either(ask, said) for said in told]
    pair = next(filter(None, pairs), None)
    if pair is None:
        return None
    keys = [fact.key for fact in pair]
    alike = [each is not None and [fact.key for fact in each] == keys for each in pairs]
    choices = []
    for key in keys:
        acts = [_act(ask, said, key if is_one else "") for said, is_one in zip(told, alike, strict=True)]
        choices.append(replace(acts[0], beside=tuple(acts[1:])))
    numbers = [number for said, is_one in zip(told, alike, strict=True) if is_one for number in said.numbers]
    known = registering.load_registry(ask.session).by_code
    whose = [known[code].name for said in told for code in ([said.group] if said.group else said.units)]
    asked = (choices[0], choices[1])
    return which_period(ask.voice, numbers, *pair, asked, with_file=False, units=list(dict.fromkeys(whose)))


def _either(ask: Ask, said: NotedFor) -> tuple[OccurrenceFact, OccurrenceFact] | None:
    if said.kind in {Kind.PROGRESS, Kind.DIFFICULTY}:
        return None
    for led in _led(ask, said):
        if targets.period_of(led, said.note)[0] is not None:
            continue
        says = bool(said.note) and said.kind is not Kind.NOTHING
        if pair := running.either(led.facts, ask.today, ask.workdays, says=says):
            return pair
    return None


def _notes(ask: Ask, said: NotedFor) -> Iterator[_Note]:
    for led in _led(ask, said):
        kind = said.kind or Kind.DONE
        try:
            if kind in {Kind.PROGRESS, Kind.DIFFICULTY}:
                yield _Note(running.to_report(led.task, led.facts), kind, said.note)
                continue
            fact, words = targets.in_period(led, said.note)
        except AlreadyDone:
            if said.group:
                continue
            raise
        behind, rest = kind_first(words) if said.kind is None else (None, words)
        yield _Note(fact, behind or kind, rest if behind else words)


def _note(ask: Ask, each: _Note) -> bool:
    """Put it on record and have the unit told; say whether it hears."""
    fact, actor = each.fact, targets.actor_of(ask, ask.seat)
    match each.kind:
        case Kind.PROGRESS:
            under_way.note_progress(ask.session, fact.id, each.words, actor, ask.now, for_unit=True)
        case Kind.DIFFICULTY:
            under_way.note_difficulty(ask.session, fact.id, each.words, actor, ask.now, for_unit=True)
        case _:
            nothing = each.kind is Kind.NOTHING
            reporting.confirm(ask.session, fact.id, actor, ask.now, note=each.words, nothing=nothing, for_unit=True)
    chats = notices.chats_of_units(ask.session, [fact.unit.id])
    ask.tell(chats, Noted((fact.id,), each.kind.value, each.words, ask.now))
    return bool(chats)
