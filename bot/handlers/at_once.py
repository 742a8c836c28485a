"""Several reports in one line, each with its own words; asked about where those may be meant for one task or all."""

from collections.abc import Iterator
from dataclasses import replace

from bot.handlers import choosing
from bot.talk import Ask
from data import views
from data.outgoing import Choice, Outgoing
from data.typed import unfinished
from data.typed.argument import read_argument
from data.typed.several import Report, Reports, numbers_first, read_reports, typed
from locales.say import reporting as replies
from locales.say.talking import choose


def reports(ask: Ask) -> Reports:
    """What a line reports of the tasks that this chat's units lead."""
    line = numbers_first(ask.argument)
    argument = read_argument(line)
    may_be_more = len(argument.numbers) > 1 or any(letter.isdigit() for letter in argument.note)
    return read_reports(line, frozenset(_known(ask)) if may_be_more else ())


def question(ask: Ask, found: Reports) -> Outgoing:
    """Which is meant? First the words for the task right before them, then for all of a row or for the first."""
    readings = (found.each, _together(found))
    choices = [Choice(replies.label(ask.words, each), f"{ask.command} {typed(each)}") for each in readings]
    # A note as a whole is marked as one, or it would be taken apart again.
    if len(readings[1]) == 1:
        only = readings[1][0]
        command = f"{ask.command} {', '.join(only.numbers)} {unfinished.NOTE} {only.note}"
        choices[1] = replace(choices[1], command=command)
    lines = [replies.reading(ask.words, each) for each in readings]
    return choose(ask.words, replies.two_ways(ask.words), choices, lines)


def _together(found: Reports) -> tuple[Report, ...]:
    """The other reading: the words for all tasks of the row, or the whole line as the words of the first."""
    *before, last = found.each
    if not any(report.note or report.nothing for report in before):
        return (Report(found.numbers, last.note),)
    first = found.each[0]
    rest = "; ".join(f"{', '.join(report.numbers)} {report.note}" for report in found.each[1:])
    return (Report(first.numbers, f"{first.note}; {rest}"),)


def _known(ask: Ask) -> Iterator[str]:
    """The numbers of the tasks that the chat's units lead, as the plan writes them and as they may be typed."""
    for seat in choosing.units_of(ask):
        for fact in views.occurrences(ask.session, views.led_by(seat.unit.id)):
            yield from (fact.task.number, fact.task.typed)
