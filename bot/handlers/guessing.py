"""Words that name no command: an acknowledgement, two readings, or a guess among the unit's tasks; never a change."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot import guessing
from bot.guessing import Guess
from bot.handlers import choosing, confirming, minding, my_tasks
from bot.talk import Ask
from data import assigned, cited, views
from data.facts import OccurrenceFact, TaskFact
from data.outbox import Choice, Outgoing
from locales.replies import choose
from locales.replies import guessing as replies

# What only shows something may be done on a clear guess; everything else is asked first.
_SHOWING = {"han": minding.deadline, "viec": my_tasks.show}
_READINGS = {"xong": confirming.done, "nhac sau": minding.put_off}
# Those that take the officer's own words with them.
_TELLING = frozenset({"vuong", "dang lam"})


def plain(ask: Ask) -> Sequence[Outgoing]:
    """Answer plain words of a unit's chat, the `argument`; nothing where they mean nothing to us.

    In a group people talk to each other: only an acknowledgement of today's message, or words that clearly name a task
    of the unit, are meant for us.
    """
    if guessing.is_acknowledgement(ask.argument):
        return minding.acknowledge_in_passing(ask)
    commands, rest = guessing.readings(ask.argument)
    if commands and choosing.read_argument(rest).numbers:
        return _readings(ask, commands, rest)
    facts = _owed(ask)
    guess = guessing.guess(ask.argument, tuple(facts))
    if guess is None or (ask.speaker.is_group and not guess.named):
        return ()
    if guess.command in _SHOWING and guess.named and len(guess.tasks) == 1:
        number = _number(ask, guess.tasks[0])
        return _SHOWING[guess.command](replace(ask, command=guess.command, argument=number))
    return (_question(ask, guess, facts),)


def _readings(ask: Ask, commands: tuple[str, ...], rest: str) -> Sequence[Outgoing]:
    if len(commands) == 1:
        return _READINGS[commands[0]](replace(ask, command=commands[0], argument=rest))
    for number in choosing.read_argument(rest).numbers:
        choosing.chosen(ask, number)
    choices = [Choice(replies.reading(ask.words, command), f"{command} {rest}") for command in commands]
    return (choose(ask.words, replies.two_ways(ask.words, ask.argument), choices),)


def _question(ask: Ask, guess: Guess, facts: dict[TaskFact, OccurrenceFact]) -> Outgoing:
    choices, lines = [], []
    for task in guess.tasks:
        command = f"{guess.command} {_number(ask, task)}"
        backed = cited.evidence_in(ask.argument) and guess.command == "xong"
        typed = f"{command} {ask.argument.strip()}" if backed or guess.command in _TELLING else command
        choices.append(Choice(command, typed, None if typed != command else facts[task].id))
        lines.append(replies.guessed(ask.words, guess.command, task, _number(ask, task)))
    return choose(ask.words, replies.is_it(ask.words, ask.argument), choices, lines)


def _number(ask: Ask, task: TaskFact) -> str:
    """How the task is typed: with its plan before it where several plans have the number."""
    return f"{task.plan.short}.{task.number}" if len(assigned.find_tasks(ask.session, task.number)) > 1 else task.number


def _owed(ask: Ask) -> dict[TaskFact, OccurrenceFact]:
    """The tasks that the chat's units owe, the soonest due first, each with the Occurrence that comes first."""
    found: dict[TaskFact, OccurrenceFact] = {}
    for seat in choosing.units_of(ask):
        facts = views.occurrences(ask.session, views.is_open(), views.led_by(seat.unit.id))
        for fact in sorted(facts, key=lambda each: each.due_on or date.max):
            found.setdefault(fact.task, fact)
    return found
