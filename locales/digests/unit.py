"""A unit's digest: what it owes and by when, how to answer, and the buttons to do so."""

from collections.abc import Sequence
from datetime import date

from data.facts import OccurrenceFact, TaskFact, UnitDigest
from data.outgoing import Choice, Outgoing
from data.typed.days import typed_period
from data.workdays import Workdays
from locales import Words
from locales.digests.letters import letter, title_of
from locales.digests.sections import About, Section, line_of, sections_of, supported
from locales.examples import example_of, to_report
from locales.items import CHECKINS, Telling, choices_for, is_answerable
from locales.phrases import cite_all, shorten, shortened, upper_first
from locales.rows import FEW, few

MAX_CHOICES = 10
# A unit hears of each thing by name that it owes, as long as anybody would read them.
LINES = 60
_LED = frozenset(About) - {About.COORDINATING}


def unit_digest(
    words: Words, digest: UnitDigest, today: date, workdays: Workdays, *, of_several: bool = False
) -> Outgoing:
    """What a unit hears in one slot; what has been reported since stands ticked off and has no button.

    Where it is one `of_several` in a chat, the buttons name it.
    """
    facts = [*(item.occurrence for item in digest.items), *digest.standing]
    told = Telling(words, today, workdays)
    sections = sections_of(told, digest.unit, digest.items)
    led = [fact for section in sections if section.about in _LED for fact in section.facts]
    is_opening = bool(digest.standing) or any(item.rung == "opening" for item in digest.items)
    asked = [_paragraph(told, section) for section in sections if section.about in _LED]
    asked += [_standing(told, digest.standing)] if digest.standing else []
    asked += [_paragraph(told, section) for section in sections if section.about not in _LED]
    body = _under_plan(words, cite_all(words, [fact.task for fact in facts], dated=is_opening), asked)
    body += _closed(told, digest.closed)
    answer = _how_to_answer(told, led, shown=[*led, *digest.standing, *facts][0].task if is_opening else None)
    return Outgoing(
        title_of(words, today),
        letter(words, digest.unit, [*body, answer] if len(body) > 1 else ["\n".join(filter(None, [*body, answer]))]),
        (*choices_for(told, led, MAX_CHOICES, of_several=of_several), *_received(words, sections)),
    )


def _received(words: Words, sections: Sequence[Section]) -> tuple[Choice, ...]:
    """The button that says the digest has been read, as long as it asks for something."""
    facts = [fact for section in sections for fact in section.facts]
    asks = any(is_answerable(fact) for fact in facts)
    return (Choice(words.text("👌 Received"), "da nhan"),) if asks else ()


def _under_plan(words: Words, plan: str, asked: Sequence[str]) -> list[str]:
    """The requests as paragraphs, the first of which says under which plan they are made."""
    first = words.text("Under {plan}, {request}", plan=plan, request=asked[0])
    return [first, *map(upper_first, asked[1:])]


def _paragraph(told: Telling, section: Section) -> str:
    if section.about is About.COORDINATING and len(section.facts) > FEW:
        return supported(told, section)
    lines = [line_of(told, section.about, fact) for fact in section.facts]
    return "\n".join([f"{section.request}:", *shortened(told.words, lines, LINES, "con lai")])


def _standing(told: Telling, standing: Sequence[OccurrenceFact]) -> str:
    """The duties a unit will be asked about later, told once with the opening of the plan."""
    words = told.words
    day = words.day(min(fact.due_on or date.max for fact in standing))
    tasks = {fact.task.id: fact.task for fact in standing}.values()
    lines = [words.text("• Task {number}: {title}", number=task.typed, title=shorten(task.title)) for task in tasks]
    if "-Q" in standing[0].key:
        head = words.text("please lead the standing duties (reported every quarter, the first time by {day}):", day=day)
    else:
        head = words.text("please lead the standing duties (reported every month, the first time by {day}):", day=day)
    return "\n".join([head, *shortened(words, lines, command="viec")])


def _closed(told: Telling, closed: Sequence[OccurrenceFact]) -> list[str]:
    """The periods that closed unreported since the digest before, and how to report them late; a paragraph each."""
    words = told.words
    periods: dict[str, list[OccurrenceFact]] = {}
    for fact in closed:
        periods.setdefault(fact.key, []).append(fact)
    return [
        words.text(
            "Not reported for the period {period}: tasks {numbers}. To report late: {command}",
            period=words.period(key, facts[0].ladder, told.today),
            numbers=words.list(few(words, [fact.task.typed for fact in facts])),
            command=f"xong {facts[0].task.typed} {typed_period(key)} {example_of(facts[0])}",
        )
        for key, facts in periods.items()
    ]


def _how_to_answer(told: Telling, led: Sequence[OccurrenceFact], *, shown: TaskFact | None) -> str:
    """What to type, by the first that waits for an answer of each kind, and how to see the one `shown` in full."""
    words = told.words
    checkins = [fact for fact in led if is_answerable(fact) and fact.ladder in CHECKINS]
    dated = [fact for fact in led if is_answerable(fact) and fact.ladder not in CHECKINS and fact.due_on]
    parts = []
    if examples := [to_report(fact) for fact in (*dated[:1], *checkins[:1])]:
        parts.append(words.text("Reply: {command}", command=" · ".join(examples)))
    if checkins:
        # Two are enough to show that several may be named.
        numbers = ", ".join(list(dict.fromkeys(fact.task.typed for fact in checkins))[:2])
        parts.append(words.text("No activity: {command}", command=f"khong phat sinh {numbers}"))
    if shown:
        parts.append(words.text("Details: {command}", command=f"viec {shown.typed}"))
    return " · ".join(parts)
