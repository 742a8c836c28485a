"""Answers to Nội vụ that takes back a plan that was switched on by mistake."""

from collections.abc import Sequence
from dataclasses import replace

from data.facts import PlanFact
from data.office.taking_back import Extent
from data.talk import Act, Choice, Outgoing
from data.titles import shorten
from locales import Words
from locales.phrases import cite, message, upper_first
from locales.say.own_work import MAX_CHOICES
from locales.say.talking import choose


def ask_to_take_back(words: Words, plan: PlanFact, mark: str, gone: Extent) -> Outgoing:
    """What would no longer be followed up, and how to agree; nothing has changed yet."""
    act = replace(_act(mark), then="dong y")
    text = message(
        _named(words, plan),
        _extent(words, gone),
        words.text(
            "If it is taken back, nothing of it is reminded any more, what is still owed is closed, and each unit is"
            " told once. Reports and the record are kept."
        ),
        words.text("To agree, type: {command}", command=act.typed),
    ).text
    return Outgoing(words.text("NOT YET TAKEN BACK"), text, (Choice(words.text("Take the plan back"), act),))


def taken_back(words: Words, plan: PlanFact, gone: Extent) -> Outgoing:
    """The plan is not followed up any more."""
    return message(
        words.text("No longer followed up: {plan}", plan=_named(words, plan)),
        _extent(words, gone),
        words.text("To follow it up again, please send its file here and import it: the reports count again."),
    )


def which_plan(words: Words, plans: Sequence[tuple[PlanFact, str]]) -> Outgoing:
    """Which plan is meant."""
    choices = [Choice(cite(words, plan, dated=True), _act(mark)) for plan, mark in plans[:MAX_CHOICES]]
    lines = [f"{_named(words, plan)} ({_act(mark).typed})" for plan, mark in plans[:MAX_CHOICES]]
    return choose(words, words.text("Which plan is to be taken back? Nothing has been taken back yet."), choices, lines)


def _act(mark: str) -> Act:
    return Act("rut ke hoach", text=mark)


def _named(words: Words, plan: PlanFact) -> str:
    named = upper_first(cite(words, plan, dated=True))
    return f"{named}: {shorten(plan.title)}" if plan.number and plan.title else named


def _extent(words: Words, gone: Extent) -> str:
    parts = (
        words.plural("{n} task", "{n} tasks", gone.tasks),
        words.plural("{n} unit", "{n} units", len(gone.units)),
        words.plural("{n} report still owed", "{n} reports still owed", gone.owed),
        words.plural("{n} report made", "{n} reports made", gone.reports),
    )
    return words.text("It has: {parts}.", parts=words.list(parts))
