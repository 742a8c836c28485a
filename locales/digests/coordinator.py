"""Nội vụ's digest: what is overdue or missed, new reports, days and questions to settle, and what waits still."""

from collections.abc import Iterable, Sequence
from datetime import date

from data.facts import CoordinatorDigest, OccurrenceFact, QuestionFact, UnitFact
from data.model import Closing
from data.outbox import Choice, Outgoing
from data.workdays import Workdays
from locales import Words
from locales.digests.letters import letter, title_of
from locales.extensions import asked_line, extension_choices
from locales.items import Telling, by_task, line, number_of, telling
from locales.phrases import cite_all, names
from locales.questions import question
from locales.rows import how_to_look, how_to_urge, late_line, missed_lines, numbers_of, reported_lines

MAX_CHOICES = 10


def coordinator_digest(words: Words, digest: CoordinatorDigest, today: date, workdays: Workdays) -> Outgoing:
    """What Nội vụ hears in one slot; says that all is well when nothing is new and nothing waits."""
    facts = (*digest.overdue, *digest.missed, *digest.answered, *digest.extensions, *digest.asked)
    tasks = [fact.task for fact in facts] + [asked.task for asked in digest.questions if asked.task]
    told = telling(words, today, workdays, tasks)
    paragraphs = [*_paragraphs(told, digest)]
    if not paragraphs:
        return Outgoing(title_of(words, today), letter(words, digest.unit, [_nothing_new(told, digest)]))
    head = words.text("How {plan} stands on {day}:", plan=cite_all(words, tasks), day=words.day(today))
    waits = words.text("Still waiting: {things}. {look}", **_waiting(told, digest)) if _waits(told, digest) else ""
    more = words.text("More: {commands}", commands=" · ".join(["tinh hinh", *(["qua han"] if digest.overdue else [])]))
    end = "\n".join(filter(None, [waits, _not_joined(words, digest.not_joined), more]))
    body = [head, *paragraphs, end] if tasks else [*paragraphs, end]
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
    missed = [fact for fact in digest.missed if fact.closing is not Closing.UNREPORTED]
    closed = [fact for fact in digest.missed if fact.closing is Closing.UNREPORTED]
    sections = (
        (
            words.text("Overdue, not yet reported done:"),
            [late_line(told, group) for group in by_task(digest.overdue)],
            how_to_urge(told, digest.overdue),
        ),
        (
            words.text("Period not yet reported:"),
            missed_lines(told, missed, digest.owing),
            _how_to_ask(told, missed),
        ),
        (
            words.text("Period closed, not reported:"),
            missed_lines(told, closed, digest.owing),
            words.text("To bring before the leaders: {command}", command="trinh lanh dao"),
        ),
        (
            words.text("Newly reported, please look through:"),
            reported_lines(told, digest.answered),
            how_to_look(told, digest.answered),
        ),
        (
            words.text("Extensions asked for, please see to an answer:"),
            [f"• {asked_line(told, fact)}" for fact in digest.extensions],
            "",
        ),
        (
            words.text("Please set a deadline:"),
            [_undated(told, group) for group in by_task(digest.asked)],
            _how_to_date(told, digest.asked),
        ),
        (
            words.text("Please confirm, or give your opinion on, these points of the Plan:"),
            [_question(told, asked) for asked in digest.questions],
            words.text("How to answer each: {command}", command="cau hoi"),
        ),
    )
    for head, lines, how in sections:
        if lines:
            yield "\n".join([head, *lines, *filter(None, [how])])
    if digest.unreachable:
        yield _unreachable(words, digest.unreachable)


def _nothing_new(told: Telling, digest: CoordinatorDigest) -> str:
    """That nothing is overdue, with what waits still, if anything does."""
    words, day = told.words, told.words.weekday_day(told.today)
    silent = _not_joined(words, digest.not_joined)
    if _waits(told, digest):
        first = words.text("As of {day}, no work is overdue; {things}. {look}", day=day, **_waiting(told, digest))
    elif silent:
        first = words.text("As of {day}, no work is overdue.", day=day)
    else:
        first = words.text("As of {day}, no work is overdue and nothing needs your attention.", day=day)
    return "\n".join(filter(None, [first, silent]))


def _waits(told: Telling, digest: CoordinatorDigest) -> list[tuple[str, str]]:
    """What waits beside what the digest tells in full: each in figures, with the command that shows it."""
    words = told.words
    shown = {fact.id for fact in digest.missed}
    in_grace = [fact for fact in digest.in_grace if fact.id not in shown]
    unread, unanswered = digest.unread - len(digest.answered), digest.unanswered - len(digest.questions)
    figures = (
        (
            len(in_grace),
            words.plural("{n} check-in not yet reported", "{n} check-ins not yet reported", len(in_grace)),
            f"chua bao {number_of(told, in_grace[0].task)}" if in_grace else "",
        ),
        (unread, words.plural("{n} report to look through", "{n} reports to look through", unread), "ghi nhan"),
        (
            unanswered,
            words.plural("{n} question about the Plan to answer", "{n} questions about the Plan to answer", unanswered),
            "cau hoi",
        ),
    )
    return [(thing, command) for count, thing, command in figures if count > 0]


def _waiting(told: Telling, digest: CoordinatorDigest) -> dict[str, str]:
    found = _waits(told, digest)
    look = told.words.text("See: {commands}", commands=" · ".join(command for _, command in found))
    return {"things": "; ".join(thing for thing, _ in found), "look": look}


def _how_to_ask(told: Telling, missed: Sequence[OccurrenceFact]) -> str:
    if not missed:
        return ""
    words, numbers = told.words, numbers_of(told, missed)
    see = words.text("See: {commands}", commands=f"chua bao {numbers.partition(',')[0]}")
    return " · ".join([see, words.text("To urge: {command}", command=f"don doc {numbers}")])


def _undated(told: Telling, group: Sequence[OccurrenceFact]) -> str:
    lead = told.words.text("Lead: {text}", text=names(told.words, [fact.unit for fact in group]))
    return f"{line(told, group[0])}\n  {lead}"


def _how_to_date(told: Telling, asked: Sequence[OccurrenceFact]) -> str:
    if not asked:
        return ""
    task = by_task(asked)[0][0].task
    day = next((day for day in _half_years(task.plan.year) if day > told.today), told.today)
    return told.words.text("Reply: {command}", command=f"dat han {number_of(told, task)} {told.words.day(day)}")


def _half_years(year: int) -> tuple[date, ...]:
    return date(year, 6, 30), date(year, 12, 31)


def _question(told: Telling, asked: QuestionFact) -> str:
    number = number_of(told, asked.task) if asked.task else None
    return f"• {question(told.words, asked, number)}"


def _unreachable(words: Words, units: Sequence[UnitFact]) -> str:
    return words.text(
        "Messages could not be delivered to: {units}. Please have the units get in touch again.",
        units=names(words, units),
    )


def _not_joined(words: Words, units: Sequence[UnitFact]) -> str:
    if not units:
        return ""
    return words.plural(
        "{n} unit has not joined and is not reminded. See: {look} · To invite: {invite}",
        "{n} units have not joined and are not reminded. See: {look} · To invite: {invite}",
        len(units),
        look="danh sach chat",
        invite=f"moi {units[0].code}",
    )
