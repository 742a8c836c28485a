"""Answers about who has been urged."""

from collections.abc import Sequence
from datetime import date, datetime

from data.facts import OccurrenceFact
from data.outgoing import Choice, Outgoing
from data.workdays import Workdays
from locales import Words
from locales.examples import to_report
from locales.items import Telling, by_task, task_label
from locales.phrases import message, names, upper_first
from locales.replies.late import missed_beside
from locales.rows import urging_choices

# As many of Nội vụ's own tasks are shown with how to report them.
OWN_SHOWN = 3


def not_yet_due(
    words: Words, owed: Sequence[OccurrenceFact], codes: Sequence[str], today: date, workdays: Workdays
) -> Outgoing:
    """What was to be urged is not due for long; how to have it urged all the same."""
    told = Telling(words, today, workdays)
    lines, numbers = [], []
    for group in by_task(owed):
        task = upper_first(task_label(told, group[0]))
        numbers.append(group[0].task.typed)
        if group[0].due_on is None:
            lines.append(words.text("{task} has no deadline yet, it need not be urged.", task=task))
        else:
            day = words.day(group[0].due_on)
            lines.append(words.text("{task} is not due yet ({day}), it need not be urged.", task=task, day=day))
    command = " ".join(["don doc", ", ".join(dict.fromkeys(numbers)), *filter(None, [", ".join(codes)]), "van gui"])
    how = words.text("To urge all the same, type: {command}", command=command)
    return Outgoing("", "\n".join([*lines, how]), (Choice(words.text("Urge all the same"), command),))


def urged(
    words: Words,
    heard: Sequence[OccurrenceFact],
    silent: Sequence[OccurrenceFact],
    before: Sequence[OccurrenceFact],
    own: Sequence[OccurrenceFact],
    *,
    later: datetime | None,
    today: date,
    workdays: Workdays,
) -> Outgoing:
    """Who is urged now (or `later`, at the next slot), who has no chat, and who was urged earlier today.

    What is Nội vụ's `own` it may report by itself.
    """
    told = Telling(words, today, workdays)
    zone = next((fact.task.plan.zone for fact in heard), "")
    count = len({fact.unit.id for fact in heard})
    head = words.plural("An urging was sent to {n} unit:", "An urging was sent to {n} units:", count)
    if later is not None and heard:
        at = words.moment(later, zone)
        head = words.plural("At {at} an urging goes to {n} unit:", "At {at} an urging goes to {n} units:", count, at=at)
    sections = (
        (head, heard),
        (words.text("Urged already today, not sent again:"), before),
        (words.text("Without a chat, nothing can be sent; please get in touch directly:"), silent),
    )
    lines = ["\n".join([name, *_lines(told, facts)]) for name, facts in sections if facts]
    if own:
        how = " · ".join(dict.fromkeys(to_report(fact) for fact in own[:OWN_SHOWN]))
        lines.append(words.text("{unit} reports by itself: {commands}", unit=own[0].unit.name, commands=how))
    return message(*lines)


def nobody_to_urge(
    told: Telling, numbers: Sequence[str], units: Sequence[str], missed: Sequence[OccurrenceFact]
) -> Outgoing:
    """There is nobody to urge: all of these tasks has been reported, or nothing is overdue (of these units).

    `missed` are the check-ins that are no overdue work and may be urged.
    """
    words = told.words
    beside = missed_beside(told, missed, may_urge=True)
    choices = tuple(urging_choices(told, (), missed))
    if units and not numbers:
        said = words.text("{units}: no work is overdue.", units=words.list(units))
    elif numbers:
        said = words.text("Nobody is to be urged about task {numbers}.", numbers=words.list(numbers))
    else:
        said = words.text("As of {day}, no work is overdue.", day=words.weekday_day(told.today))
    return Outgoing("", message(said, *beside).text, choices)


def _lines(told: Telling, facts: Sequence[OccurrenceFact]) -> list[str]:
    """Each task with the units it is about, all by name."""
    return [
        f"• {upper_first(task_label(told, group[0]))}: "
        + names(told.words, [fact.unit for fact in group], limit=len(group))
        for group in by_task(facts)
    ]
