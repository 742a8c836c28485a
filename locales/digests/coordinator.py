"""Nội vụ's digest: what is overdue, new reports to look at, days and questions to settle, chats out of reach."""

from collections.abc import Iterable, Sequence
from datetime import date

from data.facts import CoordinatorDigest, OccurrenceFact, QuestionFact, UnitFact
from data.outbox import Choice, Outgoing
from data.workdays import Workdays
from locales import Words
from locales.digests.letters import letter, title_of
from locales.extensions import asked_line, extension_choices
from locales.items import CHECKINS, Telling, by_task, late_line, line, news, number_of, task_label, telling
from locales.phrases import cite_all, names, upper_first
from locales.questions import question

MAX_CHOICES = 10


def coordinator_digest(words: Words, digest: CoordinatorDigest, today: date, workdays: Workdays) -> Outgoing:
    """What Nội vụ hears in one slot; says that all is well when there is nothing."""
    facts = (*digest.overdue, *digest.answered, *digest.extensions, *digest.asked)
    tasks = [fact.task for fact in facts] + [asked.task for asked in digest.questions if asked.task]
    told = telling(words, today, workdays, tasks)
    paragraphs = [*_paragraphs(told, digest)]
    if not paragraphs:
        return Outgoing(title_of(words, today), letter(words, digest.unit, [_all_well(told)]))
    head = words.text("How {plan} stands on {day}:", plan=cite_all(words, tasks), day=words.day(today))
    more = words.text("More: {commands}", commands="tinh hinh · qua han")
    body = [head, *paragraphs, more] if tasks else [*paragraphs, more]
    return Outgoing(title_of(words, today), letter(words, digest.unit, body), _choices(told, digest))


def _choices(told: Telling, digest: CoordinatorDigest) -> tuple[Choice, ...]:
    """To take note of each new report, and to decide on each extension."""
    words = told.words
    noting = [
        Choice(
            words.text("Take note of task {number} – {unit}", number=number_of(told, fact.task), unit=fact.unit.code),
            f"ghi nhan {number_of(told, fact.task)} {fact.unit.code}",
            fact.id,
        )
        for group in by_task(digest.answered)
        for fact in group
    ]
    deciding = [choice for fact in digest.extensions for choice in extension_choices(told, fact)]
    return tuple((*deciding, *noting)[:MAX_CHOICES])


def _paragraphs(told: Telling, digest: CoordinatorDigest) -> Iterable[str]:
    words = told.words
    overdue = [fact for fact in digest.overdue if fact.ladder not in CHECKINS]
    missed = [fact for fact in digest.overdue if fact.ladder in CHECKINS]
    sections = (
        (words.text("Overdue, not yet reported done:"), [late_line(told, group) for group in by_task(overdue)]),
        (words.text("Period not yet reported:"), [_by_unit(told, group) for group in by_task(missed)]),
        (
            words.text("Newly reported, please look through:"),
            [*(_by_unit(told, group) for group in by_task(digest.answered)), *_how_to_look(told, digest.answered)],
        ),
        (
            words.text("Extensions asked for, please see to an answer:"),
            [f"• {asked_line(told, fact)}" for fact in digest.extensions],
        ),
        (words.text("Please set a deadline:"), [_undated(told, group) for group in by_task(digest.asked)]),
        (words.text("Please give your opinion:"), [_question(told, asked) for asked in digest.questions]),
    )
    for head, lines in sections:
        if lines:
            yield "\n".join([head, *lines])
    if digest.unreachable:
        yield _unreachable(words, digest.unreachable)


def _all_well(told: Telling) -> str:
    day = told.words.weekday_day(told.today)
    return told.words.text("As of {day}, no work is overdue and nothing needs your attention.", day=day)


def _by_unit(told: Telling, group: Sequence[OccurrenceFact]) -> str:
    """A task and who it is about; a single unit's news beside its name."""
    words, label = told.words, upper_first(task_label(told, group[0]))
    units, said = names(words, [fact.unit for fact in group]), news(words, group[0])
    return f"• {label}: {units} – {said}" if len(group) == 1 and said else f"• {label}: {units}"


def _how_to_look(told: Telling, answered: Sequence[OccurrenceFact]) -> list[str]:
    """How to take note and how to send back, by the example of the first."""
    if not answered:
        return []
    fact = by_task(answered)[0][0]
    number = number_of(told, fact.task)
    note = told.words.text("To take note: {command}", command=f"ghi nhan {number}")
    back = told.words.text("To send back: {command}", command=f"tra lai {number} {fact.unit.code} thieu so van ban")
    return [f"{note} · {back}"]


def _undated(told: Telling, group: Sequence[OccurrenceFact]) -> str:
    lead = told.words.text("Lead: {text}", text=names(told.words, [fact.unit for fact in group]))
    return f"{line(told, group[0])}\n  {lead}"


def _question(told: Telling, asked: QuestionFact) -> str:
    number = number_of(told, asked.task) if asked.task else None
    return f"• {question(told.words, asked, number)}"


def _unreachable(words: Words, units: Sequence[UnitFact]) -> str:
    return words.text(
        "Messages could not be delivered to: {units}. Please have the units get in touch again.",
        units=names(words, units),
    )
