"""Báo hoàn thành: done, nothing to report, a report taken back; several in one line, and which period one is for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from bot import targets
from bot.arguments import Takes
from bot.command import UNIT_ROLES, Sense, command
from bot.features import amending, evidencing
from bot.features.reviewing import tell_ended
from bot.talk import Ask
from bot.targets import Led
from data import views
from data.facts import OccurrenceFact, Seat
from data.kinds import Role
from data.lines.amending import doubled
from data.lines.notes import named_first
from data.lines.numbers import counts_in, read_argument
from data.lines.several import Report, Reports, numbers_first, read_reports, reports_too
from data.notices import NoteRefused
from data.office import reviewing
from data.refusals import AlreadyDone, EvidenceMissing, NothingToUndo, NumberMissing, Refusal
from data.talk import Act, Choice, Outgoing
from data.views import running
from data.work import evidence, reporting
from locales import N_
from locales.refusals import refusal
from locales.say import reporting as replies
from locales.say.reporting import confirmed, several, taken_back
from locales.say.talking import choose
from scheduler.notices import chats_of_coordinators


@dataclass(frozen=True, slots=True)
class _Said:
    """What came of the numbers typed: reports noted, with the products they are about, and answers of other kinds."""

    noted: list[replies.Noted] = field(default_factory=list)
    others: list[Outgoing] = field(default_factory=list)


Note = Callable[[_Said, Seat, OccurrenceFact, str], None]
NoteOf = Callable[[_Said, Led, str], None]
# How a report says that nothing arose.
_NOTHING = "khong phat sinh"


@command(
    "xong · hoan thanh · da hoan thanh · ht · da xong · da lam xong · da lam · da thuc hien",
    english="done",
    may=UNIT_ROLES,
    takes=Takes.REPORTS | Takes.PERIOD | Takes.NOTE | Takes.FILE,
    sense=Sense.TELLS,
    example="xong 10 số …/KH · xong 1 … tin … bài",
    help=N_("report a task done, with the document or a note"),
)
def done(ask: Ask) -> Sequence[Outgoing]:
    """`xong 10 số 12/KH-VP`, `xong 1 3 5`: report tasks done; the note, or the file it came with, backs each of them.

    `xong 9 ke hoach` reports one product of several, `xong 1 quy 1 3 tin` a period by name. What was reported without
    a word is completed.
    """
    kept = evidencing.keeping(ask)

    def report(said: _Said, seat: Seat, fact: OccurrenceFact, note: str) -> None:
        named, rest = named_first(fact.parts, note) if note else ((), "")
        owed = tuple(part for part in named if part in fact.left) or named
        # Who names all that is left says no more than that the task is done.
        parts = () if len(owed) > 1 and set(owed) == set(fact.left) else owed
        kept.check_room(fact)
        ids = reporting.confirm(ask.session, fact.id, targets.actor_of(ask, seat), ask.now, note=rest, parts=parts)
        if files := kept.keep():
            evidence.back(ask.session, ids, files)
        said.noted.append((_anew(ask, fact), parts))

    def complete(said: _Said, led: Led, note: str) -> None:
        try:
            report(said, led.seat, *targets.in_period(led, note))
        except AlreadyDone:
            added = _after(ask, led, note, kept)
            if added is None:
                raise
            said.others.append(added)

    reports = reports_in(ask)
    if ask.occurrence_id is None and not reports.sure:
        return (which_reading(ask, reports),)
    return _answered(ask, report, complete, reports.each, says=True)


def _after(ask: Ask, led: Led, note: str, kept: evidencing.Keeping) -> Outgoing | None:
    """What becomes of what comes after a report; None where there is nothing to be done with it.

    The results it lacks, and a file, are put into it; of other figures it is asked whether they are more.
    """
    fact, words = targets.reported(led, note) or (None, "")
    if fact is None:
        return None
    if fact.ladder in running.PERIODIC and running.is_bare(fact) and words:
        return evidencing.complete(ask, led.seat, fact, words, kept)
    question = amending.how(ask, fact, words) if amending.can_be_asked(ask, fact, words) else None
    if not (ask.file is not None or ask.held) or evidencing.says_nothing(fact):
        return question
    added = evidencing.add_to(ask, led.seat, fact, "" if question else words, kept)
    return several(ask.words, [added, question]) if question else added


@command(
    "khong phat sinh · chua phat sinh · khong co phat sinh · kps · nothing to report · nothing",
    english="no activity",
    may=UNIT_ROLES,
    takes=Takes.REPORTS | Takes.PERIOD | Takes.NOTE,
    sense=Sense.TELLS,
    example="khong phat sinh 12",
    help=N_("report no activity in this period"),
)
def nothing(ask: Ask) -> Sequence[Outgoing]:
    """`khong phat sinh 12`, `khong phat sinh 12 thang 2`: answer a check-in by saying that nothing arose in it.

    With results beside it, `khong phat sinh 12; 13: 3 tin`, it is a report like any other.
    """

    def report(said: _Said, seat: Seat, fact: OccurrenceFact, note: str) -> None:
        _nothing_in(ask, said, seat, fact, note)

    if ask.act is None and ask.occurrence_id is None and reports_too(ask.argument):
        return done(replace(ask, command="xong", argument=numbers_first(f"không phát sinh {ask.argument}")))
    each = (Report(ask.numbers, ask.note, nothing=True),)
    return _answered(ask, report, partial(_nothing_of, ask), each, says=False)


def _nothing_in(ask: Ask, said: _Said, seat: Seat, fact: OccurrenceFact, note: str) -> None:
    reporting.confirm(ask.session, fact.id, targets.actor_of(ask, seat), ask.now, note=note, nothing=True)
    said.noted.append((_anew(ask, fact), ()))


def _nothing_of(ask: Ask, said: _Said, led: Led, note: str) -> None:
    _nothing_in(ask, said, led.seat, *targets.in_period(led, note))


@command(
    "bao nham · bo xong · huy xong · nham",
    english="undo",
    may=UNIT_ROLES,
    takes=Takes.EACH_TASK,
    sense=Sense.TELLS,
    example="bao nham 10",
    help=N_("take back a report made by mistake"),
)
def undo(ask: Ask) -> Sequence[Outgoing]:
    """`bao nham 10`: take back the last report of a task, or of one product of it."""
    seat, fact = targets.behind_button(ask) if ask.occurrence_id is not None else _reported(ask)
    actor = targets.actor_of(ask, seat)
    was_noted = reporting.is_noted_for(ask.session, fact.id) and seat.role is not Role.COORDINATOR
    part = reporting.take_back(ask.session, fact.id, actor, ask.now)
    others = reviewing.take_back_from_all(ask.session, fact, actor, ask.now)
    tell_ended(ask, fact, others, sent_back=False)
    if was_noted:
        ask.tell(chats_of_coordinators(ask.session), NoteRefused((fact.id,), ask.speaker.name, ask.now))
    units = [each.unit for each in others]
    return (taken_back(ask.voice, _anew(ask, fact), part, units),)


def _reported(ask: Ask) -> tuple[Seat, OccurrenceFact]:
    seat, fact = targets.last_reported(ask, ask.number)
    if fact is None:
        raise NothingToUndo(number=ask.number)
    return seat, fact


def _answered(ask: Ask, act: Note, act_on: NoteOf, reports: Sequence[Report], *, says: bool) -> Sequence[Outgoing]:
    """`act` behind the button, or `act_on` each number typed; what may be for either of two periods is asked about.

    Of several numbers, one refused does not stop the others.

    Raises:
        NumberMissing, TooManyNumbers: there is none, or more than can be answered for at once.
    """
    said = _Said()
    if ask.occurrence_id is not None:
        act(said, *targets.behind_button(ask), evidencing.words_held(ask))
        return (_together(ask, said),)
    numbers = [number for report in reports for number in report.numbers]
    if not numbers:
        raise NumberMissing(command=ask.command)
    targets.not_too_many(numbers)
    questions: list[Outgoing] = []
    for report in reports:
        questions += _one_answered(ask, said, act_on, report, says=says, only=len(numbers) == 1)
    return (*([_together(ask, said)] if said.noted or said.others else []), *questions)


def _one_answered(
    ask: Ask, said: _Said, act_on: NoteOf, report: Report, *, says: bool, only: bool
) -> Sequence[Outgoing]:
    """What leaves no doubt is done; the questions about the rest, which may be for either of two periods."""
    if report.nothing:
        ask, act_on, says = replace(ask, command="khong phat sinh"), partial(_nothing_of, ask), False
    if says and doubled(report.note):
        return [_which_figure(ask, report)]
    has_words = says and bool(report.note or ask.file or ask.held)
    doubtful: dict[tuple[str, str], list[Either]] = {}
    for number in report.numbers:
        try:
            led = targets.led(ask, number)
            if pair := _either(ask, led, report.note, says=has_words):
                doubtful.setdefault((pair[0].key, pair[1].key), []).append(pair)
            else:
                act_on(said, led, report.note)
        except Refusal as refused:
            if only:
                raise
            said.others.append(Outgoing("", refusal(ask.words, refused), asks=refused.asks))
    return [_question(ask, group, report.note) for group in doubtful.values()]


def _which_figure(ask: Ask, report: Report) -> Outgoing:
    """The question which figure counts, where one thing is counted more than once."""
    period, words = targets.period_of(targets.led(ask, report.numbers[0]), report.note)
    return amending.twice(ask, Act(ask.command, report.numbers, period=period.key if period else ""), words)


def _together(ask: Ask, said: _Said) -> Outgoing:
    noted = [confirmed(ask.voice, said.noted)] if said.noted else []
    return several(ask.words, [*noted, *said.others])


def _anew(ask: Ask, fact: OccurrenceFact) -> OccurrenceFact:
    ask.session.flush()
    return views.by_ids(ask.session, [fact.id])[0]


@command(
    "bo sung · de nghi bo sung · them · cong them",
    english="supplement",
    may=UNIT_ROLES,
    takes=Takes.TASKS | Takes.OR_LAST | Takes.NOTE | Takes.FILE,
    sense=Sense.TELLS,
    example="bo sung 12 2 tin",
    help=N_("add results or a document to a report"),
)
def supplement(ask: Ask) -> Sequence[Outgoing]:
    """Report anew what was sent back and is owed again; add to a report what is counted, put the rest behind it.

    Raises:
        EvidenceMissing: there is nothing in it.
    """
    if ask.numbers and not any(amending.standing(ask, targets.led(ask, each), ask.note)[0] for each in ask.numbers):
        if not (ask.note or ask.file or ask.held):
            raise EvidenceMissing(number=ask.number)
        return done(replace(ask, command="xong"))
    if counts_in(ask.note):
        return amending.add(ask)
    return evidencing.add(replace(ask, command="minh chung"))


def reports_in(ask: Ask) -> Reports:
    """What a line, or a choice, reports of the tasks that this chat's units lead."""
    if ask.act is not None:
        return Reports(tuple(map(_report_of, (ask.act, *ask.act.beside))))
    argument = read_argument(ask.argument)
    if argument.numbers and not argument.note:
        return Reports((Report(argument.numbers, ""),))
    line = numbers_first(ask.argument)
    argument = read_argument(line)
    may_be_more = len(argument.numbers) > 1 or any(letter.isdigit() for letter in argument.note)
    return read_reports(line, frozenset(_known(ask)) if may_be_more else ())


def which_reading(ask: Ask, found: Reports) -> Outgoing:
    """Which is meant? First the words for the task right before them, then for all of a row or for the first."""
    readings = (found.each, _for_all(found))
    choices = [Choice(replies.label(ask.words, each), _act_of(ask.command, each)) for each in readings]
    lines = [replies.reading(ask.words, each) for each in readings]
    return choose(ask.words, replies.two_ways(ask.words), choices, lines)


def _act_of(command: str, reports: Sequence[Report]) -> Act:
    """What reports this of each task."""
    first, *others = (
        Act(command, report.numbers, how=_NOTHING if report.nothing else "", text=report.note) for report in reports
    )
    return replace(first, beside=tuple(others))


def _report_of(act: Act) -> Report:
    is_nothing = act.how == _NOTHING
    return Report(act.tasks, act.text if is_nothing else act.behind, nothing=is_nothing)


def _for_all(found: Reports) -> tuple[Report, ...]:
    """The other reading: the words for all tasks of the row, or the whole line as the words of the first."""
    *before, last = found.each
    if not any(report.note or report.nothing for report in before):
        return (Report(found.numbers, last.note),)
    first = found.each[0]
    rest = "; ".join(f"{', '.join(report.numbers)} {report.note}" for report in found.each[1:])
    return (Report(first.numbers, f"{first.note}; {rest}"),)


def _known(ask: Ask) -> Iterator[str]:
    """The numbers of the tasks that the chat's units lead, as the plan writes them and as they may be typed."""
    for seat in targets.units_of(ask):
        for fact in views.occurrences(ask.session, views.led_by(seat.unit.id)):
            yield from (fact.task.number, fact.task.typed)


Either = tuple[OccurrenceFact, OccurrenceFact]


def asks_period(ask: Ask) -> bool:
    """Whether a choice that reports tasks would do no more than ask, of each of them, for which period it is."""
    act = ask.act
    if act is None or act.period or act.beside or not act.tasks:
        return False
    try:
        return all(_either(ask, targets.led(ask, number), act.behind, says=True) for number in act.tasks)
    except Refusal:
        return False  # said when it is acted on


def _either(ask: Ask, led: Led, note: str, *, says: bool) -> Either | None:
    """The two periods that a report without one may be for; `says` as in `running.either`."""
    if targets.period_of(led, note)[0] is not None:
        return None
    return running.either(led.facts, ask.today, ask.workdays, says=says)


def _question(ask: Ask, group: Sequence[Either], note: str) -> Outgoing:
    numbers = [ended.task.typed for ended, _ in group]
    ended, now = group[0]
    first, second = (Act(ask.command, tuple(numbers), period=fact.key, text=note) for fact in (ended, now))
    with_file = bool(ask.file or ask.held)
    return replies.which_period(ask.voice, numbers, ended, now, (first, second), with_file=with_file)
