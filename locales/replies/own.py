"""What a unit is shown of its own work: the list of what it owes, and one task whole."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from data.facts import OccurrenceFact, TaskFact, UnitFact
from data.outbox import Outgoing
from data.workdays import Workdays
from locales import N_, Words
from locales.items import (
    CHECKINS,
    Telling,
    choices_for,
    example_of,
    in_order,
    is_past,
    line,
    news,
    number_of,
    standing_of,
    telling,
)
from locales.phrases import cite, deadline_read, message, names, sentence

MAX_CHOICES = 8

_OVERDUE = N_("Overdue:")
_IN_PROGRESS = N_("In progress:")
_BY_PERIOD = N_("Reported by period:")
_UNDATED = N_("No deadline yet:")


def my_tasks(
    words: Words,
    unit: UnitFact,
    owed: Sequence[OccurrenceFact],
    coordinating: Sequence[TaskFact],
    today: date,
    workdays: Workdays,
) -> Outgoing:
    """What a unit still owes, grouped, with a button for each; and the tasks it supports, by number."""
    told = telling(words, today, workdays, [*(fact.task for fact in owed), *coordinating])
    groups = _groups(told, owed)
    listed = [fact for facts in groups.values() for fact in facts]
    paragraphs = [
        _head(told, len(listed)),
        *("\n".join([words.text(name), *(line(told, fact) for fact in facts)]) for name, facts in groups.items()),
        message(_supported(told, coordinating), _how_to_answer(told, listed)).text,
    ]
    title = words.text("WORK OF {unit}", unit=unit.name.upper())
    return Outgoing(title, "\n\n".join(filter(None, paragraphs)), choices_for(told, listed, MAX_CHOICES))


def task_card(
    words: Words,
    task: TaskFact,
    mine: Sequence[OccurrenceFact],
    lead: Sequence[UnitFact],
    coordinating: Sequence[UnitFact],
    today: date,
    workdays: Workdays,
) -> Outgoing:
    """One task whole: its text, product, agencies and deadline, and how far the asking unit has come."""
    told = Telling(words, today, workdays)
    fields = (
        (N_("Product: {text}"), " ".join(task.product.split())),
        (N_("Lead: {text}"), names(words, lead) or task.lead_text),
        (N_("Support: {text}"), names(words, coordinating) or task.coordinating_text),
        (N_("Deadline in the plan: {text}"), deadline_read(words, task.deadline)),
    )
    card = message(
        sentence(" ".join(task.title.split())),
        *(words.text(name, text=text) for name, text in fields if text),
        *(_share(told, fact) for fact in mine),
        title=words.text("TASK {number} – {plan}", number=task.number, plan=cite(words, task.plan)),
    )
    return replace(card, choices=choices_for(told, mine, MAX_CHOICES))


def _head(told: Telling, count: int) -> str:
    words, day = told.words, told.words.weekday_day(told.today)
    if not count:
        return words.text("As of {day}, no report is awaited.", day=day)
    return words.plural("As of {day}, {n} report is awaited.", "As of {day}, {n} reports are awaited.", count, day=day)


def _groups(told: Telling, facts: Iterable[OccurrenceFact]) -> dict[str, list[OccurrenceFact]]:
    groups: dict[str, list[OccurrenceFact]] = {_OVERDUE: [], _IN_PROGRESS: [], _BY_PERIOD: [], _UNDATED: []}
    for fact in in_order(facts):
        groups[_group_of(told, fact)].append(fact)
    return {name: found for name, found in groups.items() if found}


def _group_of(told: Telling, fact: OccurrenceFact) -> str:
    if fact.ladder in CHECKINS:
        return _BY_PERIOD
    if fact.due_on is None:
        return _UNDATED
    return _OVERDUE if is_past(told, fact) else _IN_PROGRESS


def _supported(told: Telling, coordinating: Sequence[TaskFact]) -> str:
    if not coordinating:
        return ""
    numbers = told.words.list(number_of(told, task) for task in coordinating)
    return told.words.text("In support: tasks {numbers}.", numbers=numbers)


def _how_to_answer(told: Telling, listed: Sequence[OccurrenceFact]) -> str:
    if not listed:
        return ""
    number = number_of(told, listed[0].task)
    reply = told.words.text("Reply: {command}", command=f"xong {number} {example_of(listed[0])}")
    return reply + " · " + told.words.text("Details: {command}", command=f"viec {number}")


def _share(told: Telling, fact: OccurrenceFact) -> str:
    """One date or period of the asking unit: "UBND phường Lê Lợi, quý I: đã báo …"."""
    who = told.words.list(filter(None, [fact.unit.name, told.words.period(fact.key, fact.ladder, told.today)]))
    return f"{who}: " + " – ".join(filter(None, [standing_of(told, fact), news(told.words, fact)]))
