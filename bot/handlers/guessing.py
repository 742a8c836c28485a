"""Words that name no command: an acknowledgement, two readings, or a guess among the unit's tasks; never a change."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot import guessing
from bot.guessing import Guess
from bot.handlers import choosing, confirming, minding, my_tasks, which_period
from bot.talk import Ask
from data import views
from data.errors import AlreadyDone, Refusal, UnitUnknown
from data.facts import OccurrenceFact, TaskFact
from data.model import Role
from data.outbox import Choice, Outgoing
from data.plans import assigned
from data.text import fold
from data.typed import cited, counts, naming
from data.typed.argument import read_argument
from data.typed.asking import asks
from data.typed.days import day_first, day_in, period_first, typed_period
from data.typed.parts import named_in
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
    reporting = choosing.reporting_seats(ask)
    return _of_unit(replace(ask, seats=reporting)) if reporting else ()


def _of_unit(ask: Ask) -> Sequence[Outgoing]:
    """What the words of somebody who answers for a unit may mean."""
    commands, rest = guessing.readings(ask.argument)
    if commands and read_argument(rest).numbers:
        return _readings(ask, commands, rest)
    facts = _owed(ask)
    try:
        facts = _named(ask, facts)
    except Refusal as said:
        if ask.speaker.is_group and not isinstance(said, AlreadyDone):
            return ()
        raise
    guess = guessing.guess(ask.argument, tuple(facts))
    if guess is None or (ask.speaker.is_group and not (guess.named or ask.about)):
        return ()
    if guess.command in _SHOWING and guess.named and len(guess.tasks) == 1:
        number = assigned.typed_number(ask.session, guess.tasks[0])
        return _SHOWING[guess.command](replace(ask, command=guess.command, argument=number))
    return (_question(ask, guess, facts),)


def asked(ask: Ask) -> Sequence[Outgoing]:
    """`xong 1 chưa em?`: put nothing on record; ask whether to see how the task stands, or to do what was named."""
    argument = read_argument(ask.argument)
    choices: list[Choice] = []
    lines: list[str] = []
    for number in choosing.not_too_many(argument.numbers, guessing.MAX_GUESSES):
        task = choosing.task_of(ask, number)
        look = "tinh hinh" if any(seat.role is Role.COORDINATOR for seat in ask.seats) else "viec"
        do = " ".join([ask.command, number, *_certain(ask, argument.note, task)])
        choices += [Choice(f"{look} {number}", f"{look} {number}"), Choice(do, do)]
        lines += [
            replies.guessed(ask.words, look, task, number),
            _line(ask, ask.command, do, task, number),
        ]
    return (choose(ask.words, replies.is_asking(ask.words), choices, lines),)


def _certain(ask: Ask, note: str, task: TaskFact) -> list[str]:
    """What of the words behind a number is no question: units, a period, a day."""
    try:
        units, note = naming.units_leading(ask.session, note)
    except UnitUnknown:
        units = []
    period, note = period_first(note, task.plan.year)
    day, _ = day_first(note, ask.today)
    return [
        *(unit.code for unit in units),
        *([typed_period(period.key)] if period else []),
        *([f"{day:%d/%m/%Y}"] if day else []),
    ]


def _readings(ask: Ask, commands: tuple[str, ...], rest: str) -> Sequence[Outgoing]:
    if len(commands) == 1:
        return _READINGS[commands[0]](replace(ask, command=commands[0], argument=rest))
    for number in read_argument(rest).numbers:
        choosing.chosen(ask, number)
    choices = [Choice(replies.reading(ask.words, command), f"{command} {rest}") for command in commands]
    return (choose(ask.words, replies.two_ways(ask.words, ask.argument), choices),)


def _question(ask: Ask, guess: Guess, facts: dict[TaskFact, OccurrenceFact]) -> Outgoing:
    choices, lines = [], []
    for task in guess.tasks:
        number = assigned.typed_number(ask.session, task)
        named = _named_too(ask, guess, facts[task])
        shown = " ".join(filter(None, [guess.command, number, named]))
        typed = f"{shown} {_own_words(ask, guess, named)}".strip()
        # Where the period must be asked for, the choice asks for it as the typed command does.
        bare = typed == f"{guess.command} {number}" and not which_period.is_open(ask, facts[task])
        choices.append(Choice(shown, typed, facts[task].id if bare else None))
        lines.append(_line(ask, guess.command, shown, task, number))
    return choose(ask.words, replies.is_it(ask.words, ask.argument), choices, lines)


def _line(ask: Ask, command: str, typed: str, task: TaskFact, number: str) -> str:
    """A choice in words, or as it is typed where that says more."""
    if typed == f"{command} {number}" and replies.can_say(command):
        return replies.guessed(ask.words, command, task, number)
    return replies.to_type(ask.words, typed, task)


def _named(ask: Ask, facts: dict[TaskFact, OccurrenceFact]) -> dict[TaskFact, OccurrenceFact]:
    """The tasks owed, and those the words report by number that are not owed now.

    Raises:
        AlreadyDone, NotOpenYet, TaskOfOthers, TaskUnknown: there is nothing to report of one of these.
    """
    if guessing.meant(ask.argument) in {None, *_SHOWING}:
        return facts
    numbers = {fold(task.number) for task in facts}
    others = [number for number in guessing.numbers_named(ask.argument) if fold(number) not in numbers]
    late = [choosing.chosen(ask, number)[1] for number in others]
    return facts | {fact.task: fact for fact in late}


def _named_too(ask: Ask, guess: Guess, fact: OccurrenceFact) -> str:
    """What the words name beside the task: the day of an extension, a product that is done."""
    if guess.command == "gia han" and (day := day_in(ask.argument, fact.due_on or ask.today)):
        return f"{day:%d/%m/%Y}"
    if guess.command == "xong":
        return ", ".join(part for part in named_in(fact.parts, ask.argument) if part in fact.left)
    return ""


def _own_words(ask: Ask, guess: Guess, named: str) -> str:
    """The officer's own words, where they are told on or back the report; a question tells nothing."""
    if asks(ask.argument):
        return ""
    evidence = cited.evidence_in(ask.argument) if guess.command == "xong" else ()
    if evidence and named:
        return ", ".join(value for _, value in evidence)
    if guess.command == "xong" and not evidence:
        return ", ".join(f"{count.number} {count.noun}" for count in counts.counts_in(ask.argument))
    return ask.argument.strip() if evidence or guess.command in _TELLING else ""


def _owed(ask: Ask) -> dict[TaskFact, OccurrenceFact]:
    """The tasks that the chat's units owe, the soonest due first, each with the Occurrence that comes first.

    Of those that the message answered was about, if any of them is owed still.
    """
    found: dict[TaskFact, OccurrenceFact] = {}
    for seat in choosing.units_of(ask):
        facts = views.occurrences(ask.session, views.is_open(), views.led_by(seat.unit.id))
        told = [fact for fact in facts if fact in ask.about]
        for fact in sorted(told or facts, key=lambda each: each.due_on or date.max):
            found.setdefault(fact.task, fact)
    return found
