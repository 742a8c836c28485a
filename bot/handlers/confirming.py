"""Báo hoàn thành: done, nothing to report, and taking a report back."""

from collections.abc import Callable, Sequence

from bot.handlers import choosing
from bot.talk import Ask
from data import people, views, work
from data.errors import NothingToUndo, NumberMissing, Refusal
from data.facts import OccurrenceFact, Seat
from data.outbox import Outgoing
from data.work import Actor
from locales.refusals import refusal
from locales.replies import confirmed, nothing_noted, several, taken_back


def done(ask: Ask) -> Sequence[Outgoing]:
    """`xong 10 số 12/KH-VP`, `xong 1 3 5`: report tasks done; the note backs each of them."""

    def report(seat: Seat, fact: OccurrenceFact, note: str) -> Outgoing:
        work.confirm(ask.session, fact.id, _actor(ask, seat), ask.now, note=note)
        return confirmed(ask.words, _anew(ask, fact), ask.today, ask.workdays)

    return _each(ask, choosing.chosen, report)


def nothing(ask: Ask) -> Sequence[Outgoing]:
    """`khong phat sinh 12`: answer a check-in by saying that nothing arose in its period."""

    def report(seat: Seat, fact: OccurrenceFact, note: str) -> Outgoing:
        work.confirm(ask.session, fact.id, _actor(ask, seat), ask.now, note=note, nothing=True)
        return nothing_noted(ask.words, _anew(ask, fact), ask.today)

    return _each(ask, choosing.chosen, report)


def undo(ask: Ask) -> Sequence[Outgoing]:
    """`bao nham 10`: take back the last report of a task."""

    def reported(ask: Ask, number: str) -> tuple[Seat, OccurrenceFact]:
        seat, fact = choosing.last_reported(ask, number)
        if fact is None:
            raise NothingToUndo(number=number)
        return seat, fact

    def withdraw(seat: Seat, fact: OccurrenceFact, _note: str) -> Outgoing:
        work.take_back(ask.session, fact.id, _actor(ask, seat), ask.now)
        return taken_back(ask.words, _anew(ask, fact), ask.today, ask.workdays)

    return _each(ask, reported, withdraw)


def _each(
    ask: Ask,
    choose: Callable[[Ask, str], tuple[Seat, OccurrenceFact]],
    act: Callable[[Seat, OccurrenceFact, str], Outgoing],
) -> Sequence[Outgoing]:
    """Act on the button's Occurrence, or on each number typed; of several, one refused does not stop the others."""
    if ask.occurrence_id is not None:
        return (act(*choosing.behind_button(ask), ""),)
    argument = choosing.read_argument(ask.argument)
    if not argument.numbers:
        raise NumberMissing(command=ask.command)
    if len(argument.numbers) == 1:
        return (act(*choose(ask, argument.numbers[0]), argument.note),)
    replies = []
    for number in argument.numbers:
        try:
            replies.append(act(*choose(ask, number), argument.note))
        except Refusal as said:
            replies.append(Outgoing("", refusal(ask.words, said)))
    return (several(ask.words, replies),)


def _anew(ask: Ask, fact: OccurrenceFact) -> OccurrenceFact:
    ask.session.flush()
    return views.occurrences(ask.session, views.among([fact.id]))[0]


def _actor(ask: Ask, seat: Seat) -> Actor:
    return Actor(officer_id=people.officer_of(ask.session, ask.speaker).id, address_id=seat.address_id)
