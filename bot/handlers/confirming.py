"""Báo hoàn thành: done, nothing to report, and taking a report back."""

from collections.abc import Callable, Sequence

from bot.handlers import choosing, evidencing
from bot.talk import Ask
from data import evidence, joint, views, work
from data.errors import NothingToUndo
from data.facts import OccurrenceFact, Seat
from data.outbox import Outgoing
from data.parts import named_first
from locales.replies import confirmed, nothing_noted, taken_back

Act = Callable[[Seat, OccurrenceFact, str], Outgoing]


def done(ask: Ask) -> Sequence[Outgoing]:
    """`xong 10 số 12/KH-VP`, `xong 1 3 5`: report tasks done; the note, or the file it came with, backs each of them.

    `xong 9 ke hoach` reports one product of several, `xong 1 quy 1 3 tin` a period by name.
    """
    kept = evidencing.keeping(ask)

    def report(seat: Seat, fact: OccurrenceFact, note: str) -> Outgoing:
        named, rest = named_first(fact.parts, note)
        owed = tuple(part for part in named if part in fact.left) or named
        # Who names all that is left says no more than that the task is done.
        parts = () if len(owed) > 1 and set(owed) == set(fact.left) else owed
        ids = work.confirm(ask.session, fact.id, choosing.actor_of(ask, seat), ask.now, note=rest, parts=parts)
        if (file := kept()) is not None:
            evidence.back(ask.session, ids, evidencing.kind_of(ask), file)
        return confirmed(ask.words, _anew(ask, fact), parts, ask.today, ask.workdays)

    return _each(ask, _meant(ask, report))


def nothing(ask: Ask) -> Sequence[Outgoing]:
    """`khong phat sinh 12`, `khong phat sinh 12 thang 2`: answer a check-in by saying that nothing arose in it."""

    def report(seat: Seat, fact: OccurrenceFact, note: str) -> Outgoing:
        work.confirm(ask.session, fact.id, choosing.actor_of(ask, seat), ask.now, note=note, nothing=True)
        return nothing_noted(ask.words, _anew(ask, fact), ask.today)

    return _each(ask, _meant(ask, report))


def undo(ask: Ask) -> Sequence[Outgoing]:
    """`bao nham 10`: take back the last report of a task, or of one product of it."""

    def withdraw(number: str, _note: str) -> Outgoing:
        seat, fact = _reported(ask, number)
        actor = choosing.actor_of(ask, seat)
        part = work.take_back(ask.session, fact.id, actor, ask.now)
        others = joint.take_back_from_all(ask.session, fact, actor, ask.now)
        units = [each.unit for each in others]
        return taken_back(ask.words, _anew(ask, fact), part, units, ask.today, ask.workdays)

    return _each(ask, withdraw)


def _reported(ask: Ask, number: str) -> tuple[Seat, OccurrenceFact]:
    if ask.occurrence_id is not None:
        return choosing.behind_button(ask)
    seat, fact = choosing.last_reported(ask, number)
    if fact is None:
        raise NothingToUndo(number=number)
    return seat, fact


def _meant(ask: Ask, act: Act) -> Callable[[str, str], Outgoing]:
    """`act` on the Occurrence that a button was made for, or that a number and the note after it mean."""

    def of(number: str, note: str) -> Outgoing:
        if ask.occurrence_id is not None:
            return act(*choosing.behind_button(ask), "")
        return act(*choosing.chosen_in_period(ask, number, note))

    return of


def _each(ask: Ask, act: Callable[[str, str], Outgoing]) -> Sequence[Outgoing]:
    """Act behind the button, or on each number typed; of several, one refused does not stop the others."""
    if ask.occurrence_id is not None:
        return (act("", ""),)
    argument = choosing.read_argument(ask.argument)
    return choosing.of_each(ask, argument.numbers, lambda number: act(number, argument.note))


def _anew(ask: Ask, fact: OccurrenceFact) -> OccurrenceFact:
    ask.session.flush()
    return views.occurrences(ask.session, views.among([fact.id]))[0]
