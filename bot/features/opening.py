"""Xem minh chứng: what backs a unit's report, with its photos and files; for whoever may look at that report."""

import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot import targets
from bot.arguments import Takes
from bot.command import EARS, Sense, command
from bot.features import asked
from bot.features.asked import About
from bot.talk import Ask
from data.facts import OccurrenceFact, TaskFact
from data.kinds import Part, Role, State
from data.refusals import ButtonStale, EvidenceOfOthers, NothingReported, NotLeading, NumberMissing, OneAtATime
from data.talk import Enclosed, Outgoing
from data.views import assigned
from data.words import fold_in_place
from data.work import evidence
from data.work.evidence import Kept
from locales import N_
from locales.rows import files_of, to_open
from locales.say import evidencing as replies

log = logging.getLogger(__name__)

# So many files come with one answer; so many units are offered to choose from, and so many reports of a list.
MOST, _UNITS, _OFFERED = 10, 20, 8
_FROM = re.compile(r"[\s,;]+(?:tiep )?(?:tu|from)\s+(?:tep\s+|so\s+)?(?P<at>\d{1,4})\s*$")
_OWN = frozenset({Role.OFFICER, Role.HEAD, Role.COORDINATOR})


@command(
    "xem minh chung · mo minh chung · tai minh chung · xem tep · mo tep · tai tep · xem file · mo file · "
    "xem anh · mo anh · show evidence · open evidence",
    english="see evidence",
    may=EARS,
    takes=Takes.ONE_TASK | Takes.ABOUT,
    sense=Sense.ASKS,
    example="xem minh chung 10 · xem minh chung 10 VP",
    help=N_("see the evidence for a report, with the photos and files that were sent"),
)
def show(ask: Ask) -> Sequence[Outgoing]:
    """`xem minh chung 10 VP`: what backs a unit's report, with at most ten files; `tu 11`: from the eleventh on.

    `xem minh chung 1 P-LL quy 1`: of a period by name, else of the one reported last. Without a unit: of the only one
    that has sent anything, or which have.

    Raises:
        NumberMissing, OneAtATime: no task is named, or several.
        TaskUnknown, TaskOfOthers, TaskInSeveralPlans, EvidenceOfOthers: it is not for this chat, or not clear which.
        NothingReported, NotLeading: there is no report of it.
        ButtonStale: what a button was made for is not for this chat.
    """
    text, first = _from(ask.argument)
    if ask.occurrence_id is not None:
        return (of_report(ask, _pointed_at(ask), first),)
    of = asked.about(ask, text)
    if not of.numbers:
        raise NumberMissing(command=ask.command)
    if len(of.numbers) > 1:
        raise OneAtATime(command=ask.command, number=of.numbers[0])
    task = _task(ask, of.numbers[0])
    reported = _reported(ask, task, of)
    if len(of.units) > 1 and of.group is None:
        return [of_report(ask, fact, first) for fact in reported[: targets.MOST_SHOWN]]
    backed = [fact for fact in reported if files_of(fact)] or [fact for fact in reported if _is_backed(fact)]
    if len(backed) > 1:
        return (replies.of_which_unit(ask.words, task, backed[:_UNITS], len(backed) - _UNITS),)
    if not backed and len(reported) > 1:
        return (replies.nothing_behind(ask.words, task),)
    return (of_report(ask, (backed or reported)[0], first),)


def of_report(ask: Ask, fact: OccurrenceFact, first: int = 1) -> Outgoing:
    """What backs the report of one share, and its files from the `first` on."""
    files = evidence.files_behind(ask.session, fact.id)
    batch = range(first, min(first + MOST, len(files) + 1))
    lost = {number for number in batch if not _is_there(ask, *files[number - 1])}
    sent = tuple(_enclosed(ask, number, files[number - 1][1]) for number in batch if number not in lost)
    reply = replies.evidence(ask.words, fact, batch, len(files), lost)
    if fact.state is State.DONE and asked.may_urge(ask):
        reply = replies.to_look_through(ask.words, reply, fact)
    elif targets.may_report(ask, fact.unit.id):
        reply = replies.to_add(ask.words, reply, fact)
    return replace(reply, files=sent)


def offered(ask: Ask, reply: Outgoing, facts: Iterable[OccurrenceFact]) -> Outgoing:
    """A reply that shows reports, with buttons to open what was sent with them, where this chat may."""
    choices = to_open(ask.words, [fact for fact in facts if _may_open(ask, fact)])[:_OFFERED]
    return replace(reply, choices=(*reply.choices, *choices)) if choices else reply


def _pointed_at(ask: Ask) -> OccurrenceFact:
    """The reported share that a button was made for, if this chat may look at it."""
    fact = targets.pointed_at(ask)
    if not _may_open(ask, fact):
        raise ButtonStale
    if not targets.reports_of(fact):
        raise NothingReported(number=fact.task.typed, unit=fact.unit.name)
    return fact


def _may_open(ask: Ask, fact: OccurrenceFact) -> bool:
    """Whether this chat may look at a share's evidence: who oversees the plan, and the unit itself; never another."""
    own = any(seat.unit.id == fact.unit.id and seat.role in _OWN for seat in ask.seats)
    return own or asked.may_see(ask, fact.task.plan)


def _task(ask: Ask, number: str) -> TaskFact:
    units = {seat.unit.id for seat in ask.seats}
    tasks = [
        task
        for task in assigned.find_tasks(ask.session, number)
        if asked.may_see(ask, task.plan)
        or any(assigned.part_of(ask.session, task.id, unit) in {Part.LEAD, Part.FORMER} for unit in units)
    ]
    if len(tasks) == 1:
        return tasks[0]
    return targets.task_of(ask, number) if tasks else targets.led(ask, number).task


def _reported(ask: Ask, task: TaskFact, of: About) -> list[OccurrenceFact]:
    """Of each unit that may be meant the share reported last, of those of the period named."""
    if any(not _may_open_of(ask, task, unit.id) for unit in of.units):
        raise EvidenceOfOthers
    shares = asked.shares(ask, task.id, of)
    for unit in of.units:
        if of.group is None and all(fact.unit.id != unit.id for fact in shares):
            raise NotLeading(number=task.typed, unit=unit.name)
    period = of.period(task.plan.year)
    latest: dict[int, OccurrenceFact] = {}
    for fact in sorted(filter(targets.reports_of, shares), key=lambda fact: targets.reports_of(fact)[-1].at):
        if _may_open(ask, fact) and (period is None or fact.key.partition(".")[0] == period.key):
            latest[fact.unit.id] = fact
    if not latest:
        raise NothingReported(number=task.typed, unit=of.units[0].name if of.is_one_unit else "")
    order = {fact.unit.id: at for at, fact in enumerate(shares)}
    return sorted(latest.values(), key=lambda fact: order[fact.unit.id])


def _may_open_of(ask: Ask, task: TaskFact, unit_id: int) -> bool:
    return asked.may_see(ask, task.plan) or any(seat.unit.id == unit_id for seat in ask.seats)


def _is_backed(fact: OccurrenceFact) -> bool:
    return any(report.evidence for report in targets.reports_of(fact))


def _is_there(ask: Ask, row_id: int, kept: Kept) -> bool:
    if ask.folder is not None and evidence.content(ask.folder, kept.path, kept.sha256) is not None:
        return True
    log.warning("evidence %s is gone from %s, or not what was kept", row_id, kept.path)
    return False


def _enclosed(ask: Ask, number: int, kept: Kept) -> Enclosed:
    name = evidence.name_to_send(kept)
    otherwise = replies.not_sent(ask.words, number, kept)
    return Enclosed(name, kept.path, kept.sha256, kept.kind, f"{number}. {name}", otherwise)


def _from(argument: str) -> tuple[str, int]:
    """What is asked about, and from which file on: "10 VP tu 11"."""
    found = _FROM.search(fold_in_place(argument))
    if found is None:
        return argument, 1
    return argument[: found.start()], max(int(found["at"]), 1)
