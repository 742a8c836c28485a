"""A report whose words say that it is not done yet: nothing is put on record; what it may mean instead is asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot import likeness, targets
from bot.command import UNIT_ROLES, unnamed
from bot.features import reporting
from bot.talk import Ask
from data.acts import Act
from data.facts import OccurrenceFact
from data.lines.days import day_ahead_in
from data.lines.doubts import is_unfinished
from data.lines.notes import named_first
from data.lines.numbers import read_argument
from data.lines.several import Report
from data.talk import Choice, Outgoing
from data.words import fold
from locales.say import guessing as replies
from locales.say.talking import choose
from scheduler.reminding import quiet_at_most

# One task may be answered in each of these ways; of several tasks these two are enough.
_WAYS, _FEWER_WAYS = ("dang lam", "xong", "gia han", "nhac sau"), ("dang lam", "xong")


@unnamed(UNIT_ROLES)
def doubted(ask: Ask) -> Sequence[Outgoing]:
    """`xong 10 nhưng chưa ký`: under way, done, a later day or a later reminder? The words go along with the choice."""
    reports = reporting.reports_in(ask).each
    numbers = [number for report in reports for number in report.numbers]
    targets.not_too_many(numbers, likeness.MAX_GUESSES)
    told = [(report, targets.chosen(ask, number)[1]) for report in reports for number in report.numbers]
    if all(_is_of_product(report, fact) for report, fact in told):
        return reporting.done(ask)
    choices, lines = [], []
    for report, fact in told:
        ways = _WAYS if len(told) == 1 else _FEWER_WAYS if is_unfinished(report.note) else ("xong",)
        for command in ways:
            act, named = meaning(ask, command, fact, report.note)
            choices.append(Choice(replies.label(ask.words, command, fact.task.typed), act))
            lines.append(replies.guessed(ask.words, command, fact.task, fact.task.typed, named))
    return (choose(ask.words, replies.is_unfinished(ask.words), choices, lines),)


def meaning(ask: Ask, command: str, fact: OccurrenceFact, said: str) -> tuple[Act, str]:
    """What answers for a task in one of these ways with the words said, and what of them it takes."""
    act = Act(command, (fact.task.typed,))
    if command in {"dang lam", "xong"}:
        return replace(act, text=said), ""
    day, reason = day_ahead_in(said, ask.today, fact.due_on, ask.workdays)
    if day is None or not _serves(ask, command, fact, day):
        return act, ""
    if command == "nhac sau":
        return replace(act, day=day), ask.words.day(day)
    reason = read_argument(f"{fact.task.typed} {reason}").note  # without courtesy
    return replace(act, day=day, text=reason), ", ".join(filter(None, [ask.words.day(day), reason]))


def _serves(ask: Ask, command: str, fact: OccurrenceFact, day: date) -> bool:
    """Whether a day is later than the one that holds, or one until which reminders may rest."""
    if command == "gia han":
        return fact.due_on is None or day > fact.due_on
    return ask.today < day <= quiet_at_most(fact.due_on, fact.quiet_until, ask.today, ask.workdays)


def _is_of_product(report: Report, fact: OccurrenceFact) -> bool:
    """Whether what sounds unfinished is the product itself: "dự thảo Nghị quyết"."""
    named, rest = named_first(fact.parts, report.note)
    return bool(named) and any("du thao" in fold(part) for part in named) and not is_unfinished(rest)
