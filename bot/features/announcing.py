"""What Nội vụ lets others hear: exceptions for the leaders that it has looked through, and words for the units."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot import targets
from bot.arguments import Takes
from bot.command import OFFICE, Sense, command
from bot.talk import Ask
from data import views
from data.facts import OccurrenceFact, TaskFact
from data.kinds import Role
from data.lines.numbers import is_number
from data.model import Address, Unit
from data.notices import Broadcast, Release
from data.office import announcing, delivered, pending
from data.office.announcing import LeftOut, Shown
from data.people import addressing, registering
from data.refusals import (
    NobodyHears,
    NotAnException,
    NothingDrafted,
    NothingShown,
    NothingToRelease,
    ReleaseUnclear,
    SentAlready,
    TaskInSeveralPlans,
    TextMissing,
)
from data.talk import Act, Outgoing
from data.views import assigned
from data.words import fold
from locales import N_
from locales.say import announcing as replies
from scheduler.notices import chats_of_units
from scheduler.slots import day_begins, local_day

_SAID = re.compile(
    r"(?P<send>gui|send)?\s*"
    r"(?:(?:danh sach|ds|list)(?: (?P<list>\d{1,9}))?)?\s*"
    r"(?:(?:tru|bo bot|bo|ngoai tru|except|without|leave out) (?P<out>\S.*))?"
)
_FILLERS = frozenset({"viec", "nhiem", "vu", "so", "don", "vi", "task", "tasks", "unit", "units"})
_BETWEEN = re.compile(r"[,;]|\s(?:va|và|and)\s", re.IGNORECASE)


# The words of the command's own.
_SENT, _LIST = "gui", "danh sach"


@command(
    "trinh lanh dao · bao cao lanh dao",
    english="leaders",
    may=OFFICE,
    takes=Takes.LEFT_OUT | Takes.OR_LIST,
    sense=Sense.DECIDES,
    example="trinh lanh dao · trinh lanh dao tru 10",
    help=N_("review what is late and submit it to the leaders"),
)
def exceptions(ask: Ask) -> Sequence[Outgoing]:
    """`trinh lanh dao`, `trinh lanh dao tru 10, P-LL`: what leaders would hear; `trinh lanh dao gui`: let them hear it.

    What was left out of the list shown last on the same day stays out of the next. A list has a number, by which its
    buttons name it; without one the last that this chat was shown today is sent, and none that it was not shown.

    Raises:
        ReleaseUnclear: the words after the command are not understood.
        NothingShown: there is no list of that number.
    """
    said = _asked(ask)
    shown, is_sent = _shown(ask, said.number), _SENT in said.how
    # What goes out today is of the same list all day: asked for twice, it is sent once.
    since = day_begins(ask.today, ask.policy)
    current = announcing.exceptions(ask.session, ask.today, since, ask.workdays)
    begun = shown if shown and (said.number is not None or said.without or is_sent or ask.start > 1) else None
    left_out = _left_out(ask, said, current)
    found = announcing.to_release(current, begun, left_out)
    facts = list(delivered.marked(ask.session, found.facts, ask.today, ask.workdays))
    if is_sent and begun:
        there = {fact.id for fact in current}
        withheld = tuple(each for each in found.withheld if each in there)
        return _release(ask, facts, found.labels, withheld, settled=found.settled)
    if ask.start > 1 and shown:
        return (_listed(ask, facts, found.labels, shown.number, unseen=False),)
    actor, ids = targets.actor_of(ask, ask.seat), [fact.id for fact in facts]
    number = announcing.show(ask.session, ids, found.labels, actor, ask.now, withheld=found.withheld)
    return (_listed(ask, facts, found.labels, number, unseen=is_sent),)


def _asked(ask: Ask) -> Act:
    """What is asked for: a list by its number, what is left out of it, whether it is sent."""
    if ask.act is not None:
        return ask.act
    argument = ask.argument.strip(" .,;\n")
    said = _SAID.fullmatch(fold(argument))
    if said is None:
        raise ReleaseUnclear(text=argument)
    # Folding leaves the words their number: what was typed of them is at the end of the argument.
    out = " ".join(argument.split()[-len(said["out"].split()) :]) if said["out"] else ""
    return Act(
        ask.command,
        how=" ".join(filter(None, [_SENT if said["send"] else "", _LIST if said["list"] else ""])),
        number=int(said["list"]) if said["list"] else None,
        without=tuple(filter(None, (each.strip(" .") for each in _BETWEEN.split(out)))),
    )


def _listed(ask: Ask, facts: Sequence[OccurrenceFact], labels: Sequence[str], number: int, *, unseen: bool) -> Outgoing:
    owing = pending.owing(ask.session, facts)
    return replies.exceptions(ask.voice, facts, owing, labels, number, unseen=unseen)


def _shown(ask: Ask, number: int | None) -> Shown | None:
    """The list of a number, or the one that was shown last, if that was today."""
    shown = announcing.shown(ask.session, ask.seat.address_id, number)
    if shown is None and number is not None:
        raise NothingShown(number=str(number))
    today = shown is not None and local_day(shown.at, ask.policy) == ask.today
    return shown if number is not None or today else None


def _left_out(ask: Ask, said: Act, facts: Iterable[OccurrenceFact]) -> list[LeftOut]:
    """What words after "trừ" mean: "10, 06.12" tasks, "P-LL" a unit, "10 P-LL" a unit's share of a task."""
    found: list[LeftOut] = []
    among = list(facts)
    for piece in said.without:
        words = [word for word in piece.split() if fold(word) not in _FILLERS]
        count = next((at for at, word in enumerate(words) if not is_number(word)), len(words))
        tasks = [_task(ask, said, number, among) for number in words[:count]]
        units = registering.units_named(ask.session, " ".join(words[count:])) if words[count:] else []
        found += _covering(tasks, units)
        if not tasks and not units:
            raise ReleaseUnclear(text=piece)
    for each in found:
        if not any(map(each.covers, among)):
            raise NotAnException(text=each.label)
    return found


def _covering(tasks: Sequence[TaskFact], units: Sequence[Unit]) -> list[LeftOut]:
    if not units:
        return [LeftOut(task.typed, frozenset({task.id})) for task in tasks]
    shares = f" ({', '.join(task.typed for task in tasks)})" if tasks else ""
    return [LeftOut(f"{unit.code}{shares}", frozenset(task.id for task in tasks), unit.id) for unit in units]


def _task(ask: Ask, said: Act, number: str, among: Sequence[OccurrenceFact]) -> TaskFact:
    """The task of the list that a number means.

    Raises:
        NotAnException: none of the list has it.
        TaskInSeveralPlans: it is one of several.
    """
    listed = {fact.task.id for fact in among}
    tasks = [task for task in assigned.find_tasks(ask.session, number) if task.id in listed]
    if not tasks:
        raise NotAnException(text=number)
    if len(tasks) > 1:
        numbers = tuple(task.typed for task in tasks)
        acts = tuple(_with_plan(said, number, named) for named in numbers)
        raise TaskInSeveralPlans(number=number, numbers=numbers, acts=acts, titles=tuple(task.title for task in tasks))
    return tasks[0]


def _with_plan(said: Act, number: str, named: str) -> Act:
    """The same, with the plan before the number of a task that is left out."""
    pieces = (each.split() for each in said.without)
    return replace(
        said, without=tuple(" ".join(named if word == number else word for word in piece) for piece in pieces)
    )


def _release(
    ask: Ask, facts: Sequence[OccurrenceFact], left_out: Sequence[str], withheld: Sequence[int], *, settled: int
) -> Sequence[Outgoing]:
    if not facts:
        raise NothingToRelease
    leaders = addressing.live_addresses(ask.session, (Role.LEADER,))
    if not leaders:
        raise NobodyHears
    notice = Release(
        tuple(fact.id for fact in facts),
        owing=tuple((*each, count) for each, count in pending.owing(ask.session, facts).items()),
        unreached=tuple(fact.id for fact in facts if fact.unreached),
        difficulties=tuple((fact.id, fact.difficulty.note, fact.difficulty.at) for fact in facts if fact.difficulty),
        settled=tuple((fact.id, fact.leaders_heard_at) for fact in facts if fact.leaders_heard_at),
        day=ask.today,
    )
    told = ask.tell(leaders, notice)
    if not told:
        raise SentAlready
    actor = targets.actor_of(ask, ask.seat)
    announcing.record_release(ask.session, facts, left_out, actor, ask.now, withheld=withheld)
    return (replies.released(ask.words, told, settled),)


@command(
    "thong bao · announce",
    english="broadcast",
    may=OFFICE,
    takes=Takes.ADDRESSED,
    sense=Sense.DECIDES,
    example="thong bao P-LL, X-TN: … · thong bao phuong xa tru P-LL: …",
    help=N_("send a notice in your own words to all units, or to those named"),
)
def broadcast(ask: Ask) -> Sequence[Outgoing]:
    """`thong bao …`, `thong bao P-LL, X-TN: …`: show words to be told, and to whom; `thong bao gui 7`: tell them."""
    if ask.act is not None and ask.act.how == _SENT:
        return _send(ask, ask.act.number)
    if not ask.note:
        raise TextMissing(example="thong bao P-LL, X-TN: …")
    unit_ids = [unit.id or 0 for unit in ask.units]
    chats = _listeners(ask, unit_ids)
    number = announcing.draft(ask.session, ask.note, unit_ids, targets.actor_of(ask, ask.seat), ask.now)
    return (replies.broadcast_draft(ask.words, ask.note, views.units(ask.session, unit_ids), len(chats), number),)


def _listeners(ask: Ask, unit_ids: Sequence[int]) -> list[Address]:
    everybody = [unit.id or 0 for unit in registering.single_units(ask.session) if unit.successor_id is None]
    # Nội vụ's own chat need not be told what is said in it.
    chats = [chat for chat in chats_of_units(ask.session, unit_ids or everybody) if chat.role is Role.OFFICER]
    found = list({(chat.bot, chat.chat_id): chat for chat in chats}.values())
    if not found:
        raise NobodyHears
    return found


def _send(ask: Ask, number: int | None) -> Sequence[Outgoing]:
    """Tell drafted words, once; of several drafts the last, where none is named."""
    draft = announcing.drafted(ask.session, ask.seat.address_id, number)
    if draft is None:
        raise NothingDrafted
    if draft.sent:
        raise SentAlready
    to = tuple(unit.name for unit in views.units(ask.session, draft.units)) if draft.units else ()
    told = ask.tell(_listeners(ask, draft.units), Broadcast(draft.text, draft.id, ask.speaker.name, to))
    announcing.record_broadcast(ask.session, draft, told, targets.actor_of(ask, ask.seat), ask.now)
    return (replies.broadcast_sent(ask.words, told),)
