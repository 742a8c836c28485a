"""What becomes of a report that stands: more is added to it, it is put right, or counted for another period."""

from collections.abc import Sequence
from dataclasses import replace

from bot import targets
from bot.arguments import Takes
from bot.command import UNIT_ROLES, Sense, command, unnamed
from bot.features import evidencing
from bot.talk import Ask
from bot.targets import Led
from data import views
from data.facts import OccurrenceFact, ReportFact, Seat
from data.kinds import State
from data.lines.amending import added, bare, doubled, fixed, readings
from data.lines.numbers import counts_in, told
from data.refusals import (
    AcceptedAlready,
    AlreadyDone,
    FileWithoutTask,
    NothingToAmend,
    NumberMissing,
    PeriodMissing,
    ReasonMissing,
)
from data.talk import Act, Outgoing
from data.views import running
from data.work import evidence, reporting
from locales import N_
from locales.say import amending as replies
from locales.say.reporting import which_period

_ADD, _CORRECT = "bo sung", "sua"


@command(
    "sua · sua lai · dinh chinh · chinh lai",
    english="correct",
    may=UNIT_ROLES,
    takes=Takes.TASKS | Takes.OR_LAST | Takes.PERIOD | Takes.NOTE,
    sense=Sense.TELLS,
    example="sua 1 4 tin",
    help=N_("correct the results of a report"),
)
def correct(ask: Ask) -> Sequence[Outgoing]:
    """`sua 1 4 tin`, `sua 1 quy 1 4 tin`: what stands reported of a task, or was reported just now, is put right.

    Raises:
        NumberMissing, NothingToAmend, ReasonMissing: there is no report that could be meant, or nothing is said of it.
        AcceptedAlready: Nội vụ has taken note of the report.
    """
    if not ask.numbers:
        latest = evidencing.just_reported(ask)
        if latest is None:
            raise NumberMissing(command=ask.command)
        return (amend(ask, *latest, _said(latest[1], ask.note), adds=False),)

    def put_right(number: str) -> Outgoing:
        led = targets.led(ask, number)
        if question := which(ask, led, ask.note):
            return question
        fact, words = standing(ask, led, ask.note)
        if fact is None:
            raise NothingToAmend(number=number)
        return amend(ask, led.seat, fact, _said(fact, words), adds=False)

    return targets.of_each(ask, ask.numbers, put_right)


def _said(fact: OccurrenceFact, words: str) -> str:
    if not told(bare(words)):
        raise ReasonMissing(example=f"sua {fact.task.typed} 4 tin")
    return words


def add(ask: Ask) -> Sequence[Outgoing]:
    """`bo sung 1 2 tin`, `thêm 2 tin`: what is counted is added to what stands reported, with the file that came.

    Raises:
        FileWithoutTask: no task is named, and nothing has been reported just now.
        NothingToAmend: the task has no report.
        AcceptedAlready: Nội vụ has taken note of the report.
    """
    kept = evidencing.keeping(ask)

    def more(seat: Seat, fact: OccurrenceFact, words: str) -> Outgoing:
        if running.is_bare(fact):
            return evidencing.complete(ask, seat, fact, bare(words), kept)
        kept.check_room(fact)
        said = amend(ask, seat, fact, words, adds=True)
        if files := kept.keep():
            evidence.add(ask.session, fact.id, "", targets.actor_of(ask, seat), ask.now, files)
        return said

    def of_number(number: str) -> Outgoing:
        led = targets.led(ask, number)
        if question := which(ask, led, ask.note):
            return question
        fact, words = standing(ask, led, ask.note)
        if fact is None:
            raise NothingToAmend(number=number)
        return more(led.seat, fact, words)

    if ask.numbers:
        return targets.of_each(ask, ask.numbers, of_number)
    if latest := evidencing.just_reported(ask):
        return (more(*latest, ask.note),)
    raise FileWithoutTask


@unnamed(UNIT_ROLES)
def add_or_correct(ask: Ask) -> Sequence[Outgoing]:
    """Ask of each task of an act that reports it once more whether that is to be added, or takes the place of it."""
    tasks, note = (ask.act.tasks, ask.act.behind) if ask.act else ((), "")

    def question(number: str) -> Outgoing:
        led = targets.led(ask, number)
        fact, words = standing(ask, led, note)
        if fact is None or not words:
            raise NothingToAmend(number=number)
        return how(ask, fact, words)

    return targets.of_each(ask, tasks, question)


@command(
    "chuyen",
    english="move",
    may=UNIT_ROLES,
    takes=Takes.ONE_TASK | Takes.PERIOD | Takes.NOTE,
    sense=Sense.TELLS,
    example="chuyen 1 quy 1",
    help=N_("have a report count for another period"),
)
def move(ask: Ask) -> Sequence[Outgoing]:
    """`chuyen 1 quy 1`: what was reported of a task last counts for the period named, and no more for its own.

    Where that period has a report too, it is asked whether this one is added to it or takes its place.

    Raises:
        PeriodMissing, PeriodNotAsked: no period is named, or none for which the task is reported.
        NothingToAmend: nothing has been reported for another period.
        AcceptedAlready: Nội vụ has taken note of one of the reports.
    """
    led = targets.led(ask, ask.number)
    period, rest = targets.period_of(led, bare(_to(ask.note)))
    if period is None:
        raise PeriodMissing(command=ask.command, number=ask.number)
    there = running.of_period(led.facts, period)
    made = [fact for fact in led.facts if fact.report and fact not in there]
    if not made:
        raise NothingToAmend(number=ask.number)
    fact = max(made, key=lambda each: each.report.at if each.report else ask.now)
    actor = targets.actor_of(ask, led.seat)
    try:
        target = running.to_report_in(led.task, led.facts, period)
    except AlreadyDone:
        return _joined(ask, led, fact, there[-1], rest)
    reporting.move(ask.session, fact.id, target.id, actor, ask.now)
    return (replies.moved(ask.voice, _anew(ask, target), fact),)


def _to(note: str) -> str:
    """Without what leads to the period: "sang quý I"."""
    first, _, rest = note.partition(" ")
    return rest if first.lower() in {"sang", "ve", "về", "vao", "vào", "cho", "qua"} else note


def _joined(ask: Ask, led: Led, fact: OccurrenceFact, target: OccurrenceFact, how_: str) -> Sequence[Outgoing]:
    """What was counted for a wrong period, put into the report of the right one; asked about first how."""
    for each in (fact, target):
        if each.state is State.ACCEPTED:
            raise AcceptedAlready(number=led.task.typed)
    note, actor = fact.report.note if fact.report else "", targets.actor_of(ask, led.seat)
    if how_ not in {_ADD, _CORRECT}:
        acts = [Act("chuyen", (led.task.typed,), period=_key(target), then=each) for each in (_ADD, _CORRECT)]
        return (replies.which_way(ask.voice, target, _results(target, note), acts),)
    reporting.take_back(ask.session, fact.id, actor, ask.now)
    return (amend(ask, led.seat, target, note, adds=how_ == _ADD),)


def standing(ask: Ask, led: Led, note: str) -> tuple[OccurrenceFact | None, str]:
    """What has been reported of a task last, or for the period that the note begins with; with the rest of the note."""
    period, rest = targets.period_of(led, note)
    if period is not None and running.is_by_period(led.facts):
        return running.reported(led.facts, period), told(rest)
    return targets.last_reported(ask, led.task.typed)[1], told(note)


def which(ask: Ask, led: Led, note: str) -> Outgoing | None:
    """The question which of two reports is meant, where a period has just ended and both are there."""
    if targets.period_of(led, note)[0] is not None:
        return None
    pair = running.either(led.facts, ask.today, ask.workdays, says=False)
    if pair is None or not all(fact.state is State.DONE for fact in pair):
        return None
    number = led.task.typed
    first, second = (Act(ask.command, (number,), period=fact.key, text=note) for fact in pair)
    return which_period(ask.voice, (number,), *pair, (first, second), with_file=bool(ask.file or ask.held))


def amend(ask: Ask, seat: Seat, fact: OccurrenceFact, words: str, *, adds: bool) -> Outgoing:
    """Add words to a report, or put it right by them; what counts one thing twice is asked about.

    Raises:
        AcceptedAlready: Nội vụ has taken note of the report.
    """
    words, before = bare(words), _last(fact)
    if doubled(words):
        return twice(ask, Act(_ADD if adds else _CORRECT, (fact.task.typed,), period=_key(fact)), words)
    changed = reporting.amend(ask.session, fact.id, words, targets.actor_of(ask, seat), ask.now, adds=adds)
    anew = _anew(ask, fact)
    return replies.amended(ask.voice, anew, before, adds=adds) if changed else replies.unchanged(ask.voice, anew)


def how(ask: Ask, fact: OccurrenceFact, words: str) -> Outgoing:
    """The question whether what is reported once more is to be added to the report that stands, or takes its place."""
    words = bare(words)
    acts = [Act(each, (fact.task.typed,), period=_key(fact), text=words) for each in (_ADD, _CORRECT)]
    if evidencing.says_nothing(fact):
        return replies.something_now(ask.voice, fact, words, acts[1])
    return replies.which_way(ask.voice, fact, _results(fact, words), acts)


def twice(ask: Ask, act: Act, words: str) -> Outgoing:
    """The question which number counts, where a line counts one thing twice."""
    texts = list(dict.fromkeys(readings(words)))
    return replies.twice(ask.voice, texts, [replace(act, text=text) for text in texts])


def can_be_asked(ask: Ask, fact: OccurrenceFact, words: str) -> bool:
    """Whether what is said of a report that stands may be more of it as well as another figure."""
    is_open = fact.state is State.DONE or running.runs(fact.ladder, fact.due_on, ask.today)
    return is_open and bool(counts_in(words) or (evidencing.says_nothing(fact) and words))


def _results(fact: OccurrenceFact, words: str) -> tuple[str, str]:
    note = _last(fact).note
    return added(note, words), fixed(note, words)


def _last(fact: OccurrenceFact) -> ReportFact:
    return targets.reports_of(fact)[-1]


def _key(fact: OccurrenceFact) -> str:
    return fact.key.partition(".")[0] if running.is_by_period([fact]) else ""


def _anew(ask: Ask, fact: OccurrenceFact) -> OccurrenceFact:
    ask.session.flush()
    return views.by_ids(ask.session, [fact.id])[0]
