"""A unit's digest: what it owes and by when, how to answer, and the buttons to do so."""

from collections.abc import Sequence
from datetime import date

from data.facts import OccurrenceFact, TaskFact, UnitDigest
from data.outbox import Choice, Outgoing
from data.workdays import Workdays
from locales import Words
from locales.digests.letters import letter, title_of
from locales.digests.sections import About, Section, line_of, sections_of
from locales.examples import to_report
from locales.items import (
    CHECKINS,
    Telling,
    choices_for,
    is_answerable,
    number_of,
    telling,
)
from locales.phrases import cite_all, upper_first

MAX_CHOICES = 10
_LED = frozenset(About) - {About.COORDINATING}


def unit_digest(words: Words, digest: UnitDigest, today: date, workdays: Workdays) -> Outgoing:
    """What a unit hears in one slot; what has been reported since stands ticked off and has no button."""
    facts = [*(item.occurrence for item in digest.items), *digest.standing]
    told = telling(words, today, workdays, [fact.task for fact in facts])
    sections = sections_of(told, digest.unit, digest.items)
    led = [fact for section in sections if section.about in _LED for fact in section.facts]
    is_opening = bool(digest.standing) or any(item.rung == "opening" for item in digest.items)
    asked = [_paragraph(told, section) for section in sections if section.about in _LED]
    asked += [_standing(told, digest.standing)] if digest.standing else []
    asked += [_paragraph(told, section) for section in sections if section.about not in _LED]
    body = _under_plan(words, cite_all(words, [fact.task for fact in facts], dated=is_opening), asked)
    answer = _how_to_answer(told, led, shown=[*led, *digest.standing, *facts][0].task if is_opening else None)
    return Outgoing(
        title_of(words, today),
        letter(words, digest.unit, [*body, answer] if len(body) > 1 else ["\n".join(filter(None, [*body, answer]))]),
        (*choices_for(told, led, MAX_CHOICES), *_received(words, sections)),
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
    return "\n".join([f"{section.request}:", *(line_of(told, section.about, fact) for fact in section.facts)])


def _standing(told: Telling, standing: Sequence[OccurrenceFact]) -> str:
    """The duties a unit will be asked about later, told once with the opening of the plan."""
    words = told.words
    numbers = words.list(dict.fromkeys(number_of(told, fact.task) for fact in standing))
    day = words.day(min(fact.due_on or date.max for fact in standing))
    if "-Q" in standing[0].key:
        return words.text(
            "please lead the standing duties: tasks {numbers} (reported every quarter, the first time by {day}).",
            numbers=numbers,
            day=day,
        )
    return words.text(
        "please lead the standing duties: tasks {numbers} (reported every month, the first time by {day}).",
        numbers=numbers,
        day=day,
    )


def _how_to_answer(told: Telling, led: Sequence[OccurrenceFact], *, shown: TaskFact | None) -> str:
    """What to type, by the first that waits for an answer of each kind, and how to see the one `shown` in full."""
    words = told.words
    checkins = [fact for fact in led if is_answerable(fact) and fact.ladder in CHECKINS]
    dated = [fact for fact in led if is_answerable(fact) and fact.ladder not in CHECKINS and fact.due_on]
    parts = []
    if examples := [to_report(told, fact) for fact in (*dated[:1], *checkins[:1])]:
        parts.append(words.text("Reply: {command}", command=" · ".join(examples)))
    if checkins:
        number = number_of(told, checkins[0].task)
        parts.append(words.text("No activity: {command}", command=f"khong phat sinh {number}"))
    if shown:
        parts.append(words.text("Details: {command}", command=f"viec {number_of(told, shown)}"))
    return " · ".join(parts)
