"""Nội vụ says who leads a task, supports it, follows it up: named anew, added, taken off, put in another's place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot import targets
from bot.arguments import Takes
from bot.command import OFFICE, Sense, command
from bot.features import planning
from bot.talk import Ask
from data import views
from data.agencies import fan_out, resolve
from data.facts import OccurrenceFact, TaskFact, UnitFact
from data.kinds import PARTS, Part, State
from data.lines.requests import Amendment, How, read_amendment
from data.people import registering
from data.plans import settling
from data.refusals import ButtonStale, LastLead, NotFollowingUp, NotLeading, NotSupporting, UnitMissing, UnitUnknown
from data.talk import Act, Outgoing
from data.views import assigned
from locales import N_
from locales.say import planning as replies

_EXAMPLES = {
    Part.LEAD: "don vi 3 VHTT, TTVHTT",
    Part.COORDINATING: "phoi hop 3 VHTT",
    Part.MONITORING: "theo doi 3 NV",
}
_NOT_THERE = {Part.LEAD: NotLeading, Part.COORDINATING: NotSupporting, Part.MONITORING: NotFollowingUp}
# What a choice of an earlier release said of the units that were there when it was made.
_EARLIER = re.compile(r"dang \S+(?:, \S+)* (?:thay|them|bo) ")
# How the units are to change, by the word that a choice has for it.
_HOW = {"thay": How.REPLACE, "them": How.ADD, "bo": How.TAKE_OFF}
# So many units may go without being asked about.
_FEW = 2


@dataclass(frozen=True, slots=True)
class _Change:
    """What is to become of the units in one part of a task: who stays or comes, who goes, and what those did.

    `due` is when the task is next to be reported, as far as anybody owes it now.
    """

    task: TaskFact
    number: str
    part: Part
    wanted: tuple[UnitFact, ...]
    new: tuple[UnitFact, ...]
    gone: tuple[UnitFact, ...]
    reported: tuple[UnitFact, ...]
    owed: tuple[OccurrenceFact, ...]
    due: date | None


@command(
    "don vi · them don vi · bo don vi · xoa don vi · thay don vi · lead unit · add lead units · "
    "add lead unit · remove lead units · remove lead unit",
    english="lead units",
    may=OFFICE,
    takes=Takes.ONE_TASK | Takes.CHANGE_OF_UNITS,
    sense=Sense.DECIDES,
    example="don vi 3 VHTT, TTVHTT · don vi 12 them KT · don vi 12 bo P-LL",
    help=N_("say which units lead a task, add one or take one off"),
)
def lead_units(ask: Ask) -> Sequence[Outgoing]:
    """`don vi 3 VHTT, TTVHTT`: who leads a task; `don vi 12 bo P-LL`, `don vi 12 them KT`: one by one."""
    return (_settle(ask, Part.LEAD),)


@command(
    "phoi hop · them phoi hop · bo phoi hop · xoa phoi hop · thay phoi hop · supporting unit · "
    "add supporting units · add supporting unit · remove supporting units · remove supporting unit",
    english="supporting units",
    may=OFFICE,
    takes=Takes.ONE_TASK | Takes.CHANGE_OF_UNITS,
    sense=Sense.DECIDES,
    example="phoi hop 3 VHTT · phoi hop 12 bo P-LL",
    help=N_("say which units support a task"),
)
def supporting_units(ask: Ask) -> Sequence[Outgoing]:
    """`phoi hop 3 VHTT`: who supports a task; what a unit means by these words is `nhac phoi hop`."""
    return (_settle(ask, Part.COORDINATING),)


@command(
    "theo doi · them theo doi · bo theo doi · xoa theo doi · thay theo doi · monitoring unit · "
    "add monitoring units · add monitoring unit · remove monitoring units · remove monitoring unit",
    english="monitoring units",
    may=OFFICE,
    takes=Takes.ONE_TASK | Takes.CHANGE_OF_UNITS,
    sense=Sense.DECIDES,
    example="theo doi 3 NV · theo doi 12 bo TP",
    help=N_("say which units follow a task up, and hear when it is overdue"),
)
def following_units(ask: Ask) -> Sequence[Outgoing]:
    """`theo doi 3 NV`: who follows a task up."""
    return (_settle(ask, Part.MONITORING),)


def _settle(ask: Ask, part: Part) -> Outgoing:
    number, example = ask.number, _EXAMPLES[part]
    task = targets.task_of(ask, number)
    said = _amendment(ask, ask.note)
    there = assigned.units_in(ask.session, task.id, part)
    named = _units(ask, said.units, example)
    if said.how is How.SET and (dropped := [unit for unit in there if unit not in named]):
        # Whether the others stay is not for us to guess.
        return replies.replace_or_add(ask.words, number, part, [unit.code for unit in named], dropped, there)
    by = _units(ask, said.by, example) if said.by else ()
    if said.how is How.TAKE_OFF or by:
        _check_there(number, part, named, there)
    change = _change(ask, task, part, there, _wanted(said, there, named, by))
    if _has_changed(ask, there) and (change.new or change.gone):
        raise ButtonStale
    if not change.wanted and part is Part.LEAD:
        raise LastLead(number=number, unit=change.gone[0].name, instead=f"don vi {number} thay VHTT")
    if not said.agreed and (change.reported or len(change.gone) > _FEW):
        act = replace(_briefly(change), then="dong y", made_for=tuple(unit.code for unit in there))
        question = replies.Change(change.number, part, act, change.wanted, change.gone)
        return replies.ask_to_change(ask.words, question, _kept(change))
    return _settled(ask, change)


def _has_changed(ask: Ask, there: Sequence[UnitFact]) -> bool:
    """Whether a choice was made when other units were there."""
    made_for = ask.act.made_for if ask.act else None
    return made_for is not None and set(made_for) != {unit.code for unit in there}


def _amendment(ask: Ask, words: str) -> Amendment:
    """What is to change; a unit whose name begins like a word for it is only named: "Bo chi huy quan su"."""
    if ask.act is not None:
        act = ask.act
        return Amendment(_HOW.get(act.how, How.SET), ", ".join(act.units), ", ".join(act.by), agreed=act.agrees)
    if _EARLIER.match(words):
        raise ButtonStale
    try:
        registering.unit_leading(ask.session, words)
    except UnitUnknown:
        return read_amendment(ask.command, words)
    return read_amendment(ask.command, words, named=True)


def _check_there(number: str, part: Part, named: Sequence[UnitFact], there: Sequence[UnitFact]) -> None:
    for unit in named:
        if unit not in there:
            raise _NOT_THERE[part](number=number, unit=unit.name)


def _wanted(
    said: Amendment, there: Sequence[UnitFact], named: Sequence[UnitFact], by: Sequence[UnitFact]
) -> tuple[UnitFact, ...]:
    if said.how is How.ADD:
        return tuple(dict.fromkeys((*there, *named)))
    if said.how is How.TAKE_OFF or by:
        return tuple(dict.fromkeys((*(unit for unit in there if unit not in named), *by)))
    return tuple(named)


def _change(ask: Ask, task: TaskFact, part: Part, there: Sequence[UnitFact], wanted: tuple[UnitFact, ...]) -> _Change:
    gone = tuple(unit for unit in there if unit not in wanted)
    facts = views.occurrences(ask.session, views.of_task(task.id))
    theirs = [fact for fact in facts if fact.unit in gone] if part is Part.LEAD else []
    return _Change(
        task=task,
        number=task.typed,
        part=part,
        wanted=wanted,
        new=tuple(unit for unit in wanted if unit not in there),
        gone=gone,
        reported=tuple(dict.fromkeys(fact.unit for fact in theirs if targets.reports_of(fact))),
        owed=tuple(fact for fact in theirs if fact.state is State.OPEN),
        due=min((fact.due_on for fact in facts if fact.due_on and fact.due_on >= ask.today), default=None),
    )


def _briefly(change: _Change) -> Act:
    """The shortest way to say a change: "bo P-LL", "thay P-LL bang KT", "thay KT"."""
    wanted, gone, new = (tuple(unit.code for unit in units) for units in (change.wanted, change.gone, change.new))
    act = Act(replies.COMMANDS[change.part], (change.number,))
    one_by_one = replace(act, how="thay", units=gone, by=new) if new else replace(act, how="bo", units=gone)
    whole = replace(act, how="thay", units=wanted)
    return min(one_by_one, whole, key=lambda each: len(each.typed)) if wanted else one_by_one


def _settled(ask: Ask, change: _Change) -> Outgoing:
    actor = targets.actor_of(ask, ask.seat)
    task, part = change.task, change.part
    settling.settle_units(ask.session, task, part, [unit.id for unit in change.wanted], actor, ask.now)
    there = {each: assigned.units_in(ask.session, task.id, each) for each in PARTS}
    gone = [unit for unit in change.gone if not any(unit in units for units in there.values())]
    is_new = bool(change.new or change.gone)
    reply = replies.units_settled(ask.words, change.number, there, gone, _kept(change), is_new=is_new)
    new = change.new if part is Part.LEAD else ()
    return planning.with_parts_told(ask, reply, task, new, gone, part, change.due)


def _kept(change: _Change) -> replies.Kept:
    return replies.Kept(len(change.owed), change.reported)


def _units(ask: Ask, text: str, example: str) -> tuple[UnitFact, ...]:
    """The units that a text names, each once: by code, name or alias, or as plans write them.

    Raises:
        UnitMissing: it names none.
        UnitUnknown: part of it names none for certain; with the nearest.
    """
    if not text.strip(" ,.;"):
        raise UnitMissing(example=example)
    try:
        found = registering.units_named(ask.session, text)
    except UnitUnknown:
        found = [registering.unit_by_code(ask.session, code) for code in _as_in_plans(ask, text)]
    return tuple(dict.fromkeys(views.unit_fact(unit) for unit in found))


def _as_in_plans(ask: Ask, text: str) -> list[str]:
    registry = registering.load_registry(ask.session)
    codes: dict[str, None] = {}
    for match in resolve(text, registry):
        found = fan_out(match.code, registry) if match.code else ()
        if not found:
            near = tuple(f"{code} ({registry.by_code[code].name})" for code, _ in match.guesses)
            raise UnitUnknown(text=match.part.text, guesses=near, look="danh sach chat")
        codes |= dict.fromkeys(found)
    if not codes:
        raise UnitUnknown(text=text, look="danh sach chat")
    return list(codes)
