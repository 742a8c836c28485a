"""Báo hoàn thành: done, nothing to report, and taking a report back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.handlers import choosing, evidencing, sharing, which_period
from bot.talk import Ask
from data import views, work
from data.answering import evidence, joint
from data.errors import AlreadyDone, NothingToUndo, NumberMissing, Refusal
from data.facts import OccurrenceFact, Seat
from data.outbox import Outgoing
from data.typed.argument import read_argument
from data.typed.parts import named_first
from locales.refusals import refusal
from locales.replies import confirmed, several, taken_back
from locales.replies import reporting as replies


@dataclass(frozen=True, slots=True)
class _Said:
    """What came of the numbers typed: reports noted, with the products they are about, and answers of other kinds."""

    noted: list[replies.Noted] = field(default_factory=list)
    others: list[Outgoing] = field(default_factory=list)


Act = Callable[[_Said, Seat, OccurrenceFact, str], None]


def done(ask: Ask) -> Sequence[Outgoing]:
    """`xong 10 số 12/KH-VP`, `xong 1 3 5`: report tasks done; the note, or the file it came with, backs each of them.

    `xong 9 ke hoach` reports one product of several, `xong 1 quy 1 3 tin` a period by name. What was reported without
    a word is completed.
    """
    kept = evidencing.keeping(ask)

    def report(said: _Said, seat: Seat, fact: OccurrenceFact, note: str) -> None:
        named, rest = named_first(fact.parts, note)
        owed = tuple(part for part in named if part in fact.left) or named
        # Who names all that is left says no more than that the task is done.
        parts = () if len(owed) > 1 and set(owed) == set(fact.left) else owed
        ids = work.confirm(ask.session, fact.id, choosing.actor_of(ask, seat), ask.now, note=rest, parts=parts)
        evidence.back(ask.session, ids, kept())
        said.noted.append((_anew(ask, fact), parts))

    def complete(said: _Said, number: str, note: str) -> None:
        try:
            report(said, *choosing.chosen_in_period(ask, number, note))
        except AlreadyDone:
            bare = choosing.bare_report(ask, number, note)
            if bare is None:
                raise
            said.others.append(evidencing.complete(ask, *bare, kept))

    return _answered(ask, report, complete, says=True)


def nothing(ask: Ask) -> Sequence[Outgoing]:
    """`khong phat sinh 12`, `khong phat sinh 12 thang 2`: answer a check-in by saying that nothing arose in it."""

    def report(said: _Said, seat: Seat, fact: OccurrenceFact, note: str) -> None:
        work.confirm(ask.session, fact.id, choosing.actor_of(ask, seat), ask.now, note=note, nothing=True)
        said.noted.append((_anew(ask, fact), ()))

    def of(said: _Said, number: str, note: str) -> None:
        report(said, *choosing.chosen_in_period(ask, number, note))

    return _answered(ask, report, of, says=False)


def undo(ask: Ask) -> Sequence[Outgoing]:
    """`bao nham 10`: take back the last report of a task, or of one product of it."""

    def withdraw(number: str) -> Outgoing:
        seat, fact = _reported(ask, number)
        actor = choosing.actor_of(ask, seat)
        part = work.take_back(ask.session, fact.id, actor, ask.now)
        others = joint.take_back_from_all(ask.session, fact, actor, ask.now)
        sharing.tell_ended(ask, fact, others, sent_back=False)
        units = [each.unit for each in others]
        return taken_back(ask.words, _anew(ask, fact), part, units, ask.today, ask.workdays)

    if ask.occurrence_id is not None:
        return (withdraw(""),)
    return choosing.of_each(ask, read_argument(ask.argument).numbers, withdraw)


def _reported(ask: Ask, number: str) -> tuple[Seat, OccurrenceFact]:
    if ask.occurrence_id is not None:
        return choosing.behind_button(ask)
    seat, fact = choosing.last_reported(ask, number)
    if fact is None:
        raise NothingToUndo(number=number)
    return seat, fact


def _answered(ask: Ask, act: Act, act_on: Callable[[_Said, str, str], None], *, says: bool) -> Sequence[Outgoing]:
    """`act` behind the button, or `act_on` each number typed; what may be for either of two periods is asked about.

    Of several numbers, one refused does not stop the others.

    Raises:
        NumberMissing, TooManyNumbers: there is none, or more than can be answered for at once.
    """
    said = _Said()
    if ask.occurrence_id is not None:
        act(said, *choosing.behind_button(ask), evidencing.words_held(ask))
        return (_together(ask, said),)
    argument = read_argument(ask.argument)
    if not argument.numbers:
        raise NumberMissing(command=ask.command)
    choosing.not_too_many(argument.numbers)
    has_words = says and bool(argument.note or ask.file or ask.held)
    sure, questions = which_period.parted(ask, argument.numbers, argument.note, says=has_words)
    for number in sure:
        try:
            act_on(said, number, argument.note)
        except Refusal as refused:
            if len(argument.numbers) == 1:
                raise
            said.others.append(Outgoing("", refusal(ask.words, refused)))
    return (*([_together(ask, said)] if sure else []), *questions)


def _together(ask: Ask, said: _Said) -> Outgoing:
    noted = [confirmed(ask.words, said.noted, ask.today, ask.workdays)] if said.noted else []
    return several(ask.words, [*noted, *said.others])


def _anew(ask: Ask, fact: OccurrenceFact) -> OccurrenceFact:
    ask.session.flush()
    return views.occurrences(ask.session, views.among([fact.id]))[0]
