"""Words that are no clear command: an acknowledgement, two readings, a guess, a doubtful report; never a change."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot import likeness, targets
from bot.command import EARS, UNIT_ROLES, unnamed
from bot.features import own_work, progress, reporting
from bot.likeness import Guess
from bot.talk import Ask
from data import views
from data.facts import OccurrenceFact, TaskFact
from data.kinds import Role, State
from data.lines import meaning
from data.lines.days import day_ahead_in, day_first, period_first
from data.lines.doubts import asks, is_unfinished, promises
from data.lines.meaning import mended
from data.lines.notes import evidence_in, named_first, named_in
from data.lines.numbers import counts_in, read_argument, without_numbers
from data.lines.several import Report
from data.people import registering
from data.refusals import AlreadyDone, Refusal, UnitUnknown
from data.talk import Act, Choice, Outgoing, line
from data.words import fold
from locales.items import CHECKINS
from locales.say import guessing as replies
from locales.say.talking import choose
from scheduler.reminding import quiet_at_most

# What only shows something may be done on a clear guess; everything else is asked first.
_SHOWING = {"han": progress.deadline, "viec": own_work.show}
_READINGS = {"xong": reporting.done, "nhac sau": progress.put_off}
# Those that take the officer's own words with them.
_TELLING = frozenset({"vuong", "dang lam"})
# What may be said of several tasks at once.
_FOR_ALL = frozenset({"xong", "khong phat sinh"})
# What may be meant where a task is not done yet.
_SHORT_OF_DONE = ("dang lam", "gia han", "nhac sau", "xong")


@unnamed(EARS)
def plain(ask: Ask) -> Sequence[Outgoing]:
    """Answer plain words of a unit's chat, the `argument`; nothing where they mean nothing to us.

    In a group people talk to each other: only an acknowledgement of today's message, or words that clearly name a task
    of the unit, are meant for us.
    """
    if meaning.is_acknowledgement(ask.argument):
        return progress.acknowledge_in_passing(ask)
    if not ask.speaker.is_group and meaning.is_thanks(ask.argument):
        return progress.acknowledge_in_passing(ask)
    reporting = targets.reporting_seats(ask)
    return _of_unit(replace(ask, seats=reporting)) if reporting else ()


def _of_unit(ask: Ask) -> Sequence[Outgoing]:
    """What the words of somebody who answers for a unit may mean."""
    if (answer := _almost_a_command(ask)) is not None:
        return answer
    facts = _owed(ask)
    try:
        facts = _named(ask, facts)
    except Refusal as said:
        if ask.speaker.is_group and not isinstance(said, AlreadyDone):
            return ()
        raise
    if cited_for := _cited(ask, facts):
        return (cited_for,)
    guess = likeness.guess(ask.argument, tuple(facts))
    if guess is None or (ask.speaker.is_group and not (guess.named or ask.about)):
        return ()
    if guess.command in _SHOWING and guess.named and len(guess.tasks) == 1:
        number = guess.tasks[0].typed
        return _SHOWING[guess.command](replace(ask, command=guess.command, argument=number))
    return (_question(ask, guess, facts),)


def _almost_a_command(ask: Ask) -> Sequence[Outgoing] | None:
    """What is answered to words that come near a command without being one; None where they do not."""
    if numbers := meaning.received(ask.argument):
        return progress.acknowledge(replace(ask, argument=", ".join(numbers)))
    if meant := mended(ask.argument):
        return () if ask.in_passing else (_slip(ask, meant),)
    commands, rest = meaning.readings(ask.argument)
    return _readings(ask, commands, rest) if commands and read_argument(rest).numbers else None


def _cited(ask: Ask, facts: dict[TaskFact, OccurrenceFact]) -> Outgoing | None:
    """In reply to a message about one task, the number of a document is its report, or backs the one that stands."""
    told = {fact.task: fact for fact in ask.about}
    if len(told) != 1 or meaning.meant(ask.argument) not in {None, "xong"} or not evidence_in(ask.argument):
        return None
    (fact,) = told.values()
    command = "xong" if fact.task in facts and fact.state is State.OPEN else "minh chung"
    if command == "minh chung" and fact.report is None:
        return None
    choice, line = _choice(ask, command, fact)
    return choose(ask.words, replies.is_it(ask.words, ask.argument), [choice], [line])


@unnamed(UNIT_ROLES)
def asked(ask: Ask) -> Sequence[Outgoing]:
    """`xong 1 chưa em?`: put nothing on record; ask whether to see how the task stands, or to do what was named."""
    argument = read_argument(ask.argument)
    choices: list[Choice] = []
    lines: list[str] = []
    for number in targets.not_too_many(argument.numbers, likeness.MAX_GUESSES):
        task = targets.task_of(ask, number)
        look = "tinh hinh" if any(seat.role is Role.COORDINATOR for seat in ask.seats) else "viec"
        do = _certain(ask, number, argument.note, task)
        choices += [
            Choice(replies.label(ask.words, look, number), Act(look, (number,))),
            Choice(_label(ask, number, do), do),
        ]
        lines += [
            replies.guessed(ask.words, look, task, number),
            _line(ask, do, task, number),
        ]
    return (choose(ask.words, replies.is_asking(ask.words), choices, lines),)


def _label(ask: Ask, number: str, do: Act) -> str:
    return replies.label(ask.words, ask.command, number) if replies.can_say(ask.command) else ask.words.typed(do.typed)


def _line(ask: Ask, do: Act, task: TaskFact, number: str) -> str:
    """What a command does in words, or as it is typed where there are none for it."""
    if replies.can_say(ask.command):
        return replies.guessed(ask.words, ask.command, task, number, do.behind)
    return replies.to_type(ask.words, do.typed, task)


def _certain(ask: Ask, number: str, note: str, task: TaskFact) -> Act:
    """The command, with what of the words behind a number is no question: units, a period, a day."""
    try:
        units, note = registering.units_leading(ask.session, note)
    except UnitUnknown:
        units = []
    period, note = period_first(note, task.plan.year)
    day, _ = day_first(note, ask.today)
    codes = tuple(unit.code for unit in units)
    return Act(ask.command, (number,), units=codes, period=period.key if period else "", day=day)


def _readings(ask: Ask, commands: tuple[str, ...], rest: str) -> Sequence[Outgoing]:
    if len(commands) == 1:
        return _READINGS[commands[0]](replace(ask, command=commands[0], argument=rest))
    for number in read_argument(rest).numbers:
        targets.chosen(ask, number)
    choices = [Choice(replies.reading(ask.words, command), Act(command, said=rest)) for command in commands]
    return (choose(ask.words, replies.two_ways(ask.words, ask.argument), choices),)


def _question(ask: Ask, guess: Guess, facts: dict[TaskFact, OccurrenceFact]) -> Outgoing:
    choices, lines = [], []
    tasks = _served(ask, guess, facts)
    if guess.command in _FOR_ALL and meaning.is_of_all(ask.argument) and (several := _all(ask, guess, tasks, facts)):
        label = replies.label(ask.words, guess.command, ", ".join(several))
        choices.append(Choice(label, Act(guess.command, several)))
        lines.append(replies.of_all(ask.words, guess.command, several))
    for task in tasks:
        for command in _ways(ask, guess):
            choice, line = _choice(ask, command, facts[task])
            choices.append(choice)
            lines.append(line)
    return choose(ask.words, replies.is_it(ask.words, ask.argument), choices, lines)


def _slip(ask: Ask, meant: str) -> Outgoing:
    """Ask whether a command was meant that is nearly what was typed."""
    return choose(ask.words, replies.is_slip(ask.words, meant), [Choice(ask.words.typed(meant), line(meant))])


def _all(ask: Ask, guess: Guess, tasks: Sequence[TaskFact], facts: dict[TaskFact, OccurrenceFact]) -> tuple[str, ...]:
    """The numbers of all tasks that the answered message was about, or of those that are likely; none of one alone."""
    told = {fact.task: fact for fact in ask.about if fact.task in facts} or {
        task: facts[task] for task in (tasks if guess.named else facts)
    }
    if guess.command == "khong phat sinh":
        told = {task: fact for task, fact in told.items() if fact.ladder in CHECKINS}
    return tuple(task.typed for task in told) if len(told) > 1 else ()


def _ways(ask: Ask, guess: Guess) -> tuple[str, ...]:
    """The commands that may be meant, the likeliest first: what is to come is not done."""
    if not (guess.command == "xong" or meaning.is_put_off_work(ask.argument)) or not _is_promise(ask):
        alone = bool(ask.about) and len(guess.tasks) == 1 and guess.command == "xong"
        return ("xong", "dang lam") if alone and not meaning.is_plainly_done(ask.argument) else (guess.command,)
    if len(guess.tasks) > 1:
        return ("dang lam",)
    return ("da nhan", *_SHORT_OF_DONE) if ask.about else _SHORT_OF_DONE


def _is_promise(ask: Ask) -> bool:
    return promises(ask.argument) and not asks(ask.argument)


def _served(ask: Ask, guess: Guess, facts: dict[TaskFact, OccurrenceFact]) -> Sequence[TaskFact]:
    """The tasks for which it makes sense: a later day is one for those due before it, nothing arises in check-ins."""
    if guess.command == "khong phat sinh" and not guess.named:
        return [task for task in guess.tasks if facts[task].ladder in CHECKINS] or guess.tasks
    if guess.command != "gia han" or guess.named:
        return guess.tasks
    said = without_numbers(ask.argument)
    later = []
    for task in guess.tasks:
        due = facts[task].due_on
        day, _ = day_ahead_in(said, ask.today, due, ask.workdays)
        if day is None or due is None or day > due:
            later.append(task)
    return later or guess.tasks


def _choice(ask: Ask, command: str, fact: OccurrenceFact) -> tuple[Choice, str]:
    """A way to understand the words for one task: its button, and its line."""
    task, number = fact.task, fact.task.typed
    act, named = _meaning(ask, command, fact)
    # Where the period must be asked for, the choice asks for it as the typed command does.
    if act == Act(command, (number,)) and not reporting.is_period_open(ask, fact):
        act = replace(act, occurrence_id=fact.id)
    choice = Choice(replies.label(ask.words, command, number), act)
    return choice, replies.guessed(ask.words, command, task, number, named)


def _meaning(ask: Ask, command: str, fact: OccurrenceFact) -> tuple[Act, str]:
    """What a choice does, and what it takes of the words beside the task."""
    if command in {"gia han", "nhac sau"}:
        return answering(ask, command, fact, without_numbers(ask.argument))
    if command == "xong" and _is_promise(ask):
        return answering(ask, command, fact, "")
    parts = _parts_named(ask, fact) if command == "xong" else ()
    own = read_argument(f"{fact.task.typed} {_own_words(ask, command, parts)}").note  # without courtesy
    return Act(command, (fact.task.typed,), parts=parts, text=own), ", ".join(parts)


def _named(ask: Ask, facts: dict[TaskFact, OccurrenceFact]) -> dict[TaskFact, OccurrenceFact]:
    """The tasks owed, and those the words report by number that are not owed now.

    Raises:
        AlreadyDone, NotOpenYet, TaskOfOthers, TaskUnknown: there is nothing to report of one of these.
    """
    if meaning.meant(ask.argument) in {None, *_SHOWING}:
        return facts
    numbers = {fold(number) for task in facts for number in (task.number, task.typed)}
    others = [number for number in meaning.numbers_named(ask.argument) if fold(number) not in numbers]
    late = [targets.chosen(ask, number)[1] for number in others]
    return facts | {fact.task: fact for fact in late}


def _parts_named(ask: Ask, fact: OccurrenceFact) -> tuple[str, ...]:
    """The products that the words say are done."""
    return tuple(part for part in named_in(fact.parts, ask.argument) if part in fact.left)


def _own_words(ask: Ask, command: str, named: Sequence[str]) -> str:
    """The officer's own words, where they are told on or back the report; a question tells nothing."""
    if asks(ask.argument):
        return ""
    evidence = evidence_in(ask.argument, ask.today) if command in {"xong", "minh chung"} else ()
    if evidence and (named or command == "minh chung"):
        return ", ".join(value for _, value in evidence)
    if command == "xong" and not evidence:
        return ", ".join(f"{count.number} {count.noun}" for count in counts_in(ask.argument))
    return ask.argument.strip() if evidence or command in _TELLING else ""


def _owed(ask: Ask) -> dict[TaskFact, OccurrenceFact]:
    """The tasks that the chat's units owe, the soonest due first, each with the Occurrence that comes first.

    Of those that the message answered was about, if any of them is owed still.
    """
    found: dict[TaskFact, OccurrenceFact] = {}
    for seat in targets.units_of(ask):
        facts = views.occurrences(ask.session, views.is_open(), views.led_by(seat.unit.id))
        told = [fact for fact in facts if fact in ask.about]
        for fact in sorted(told or facts, key=lambda each: each.due_on or date.max):
            found.setdefault(fact.task, fact)
    return found


# One task may be answered in each of these ways; of several tasks these two are enough.
_WAYS, _FEWER_WAYS = ("dang lam", "xong", "gia han", "nhac sau"), ("dang lam", "xong")


@unnamed(UNIT_ROLES)
def doubted(ask: Ask) -> Sequence[Outgoing]:
    """`xong 10 nhưng chưa ký`: under way, done, a later day or a later reminder? The words go along with the choice."""
    reports = reporting.reports_in(ask).each
    numbers = [number for report in reports for number in report.numbers]
    targets.not_too_many(numbers, likeness.MAX_GUESSES)
    told = [(report, targets.chosen(ask, number)[1]) for report in reports for number in report.numbers]
    if all(_is_product_unfinished(report, fact) for report, fact in told):
        return reporting.done(ask)
    choices, lines = [], []
    for report, fact in told:
        ways = _WAYS if len(told) == 1 else _FEWER_WAYS if is_unfinished(report.note) else ("xong",)
        for command in ways:
            act, named = answering(ask, command, fact, report.note)
            choices.append(Choice(replies.label(ask.words, command, fact.task.typed), act))
            lines.append(replies.guessed(ask.words, command, fact.task, fact.task.typed, named))
    return (choose(ask.words, replies.is_unfinished(ask.words), choices, lines),)


def answering(ask: Ask, command: str, fact: OccurrenceFact, said: str) -> tuple[Act, str]:
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


def _is_product_unfinished(report: Report, fact: OccurrenceFact) -> bool:
    """Whether what sounds unfinished is the product itself: "dự thảo Nghị quyết"."""
    named, rest = named_first(fact.parts, report.note)
    return bool(named) and any("du thao" in fold(part) for part in named) and not is_unfinished(rest)
