"""A unit's digest: what it owes and by when, sentence by sentence, how to answer, and the buttons to do so."""

from collections.abc import Sequence
from datetime import date

from data.digests import UnitDigest
from data.facts import OccurrenceFact, TaskFact
from data.kinds import Ladder
from data.talk import Act, Choice, Outgoing, typed_period
from data.titles import shorten
from locales import Voice, Words
from locales.digests import headlines, letter
from locales.digests.sections import About, Section, sections_of
from locales.items import (
    CHECKINS,
    by_task,
    choices_for,
    deadline_as_issued,
    is_answerable,
    line,
    task_label,
)
from locales.phrases import NAMES_SHOWN, cite_all, shortened, to_report, to_report_late, upper_first
from locales.rows import FEW, few, late_line

# More numbers than these that follow one another are written as a range.
_RUN = 2
MAX_CHOICES = 10
# A unit hears of each thing by name that it owes, as long as anybody would read them.
LINES = 60
_LED = frozenset(About) - {About.COORDINATING, About.MONITORING}


def unit_digest(voice: Voice, digest: UnitDigest, *, of_several: bool = False) -> Outgoing:
    """What a unit hears in one slot; what has been reported since stands ticked off and has no button.

    Where it is one `of_several` in a chat, the buttons name it.
    """
    facts = [*(item.occurrence for item in digest.items), *digest.standing]
    sections = sections_of(voice, digest.unit, digest.items)
    led = [fact for section in sections if section.about in _LED for fact in section.facts]
    is_opening = bool(digest.standing) or any(item.rung == "opening" for item in digest.items)
    asked = [_paragraph(voice, section) for section in sections if section.about in _LED]
    asked += _by_period(voice, digest.standing)
    asked += [_paragraph(voice, section) for section in sections if section.about not in _LED]
    body = _under_plan(voice, cite_all(voice, [fact.task for fact in facts], dated=is_opening), asked)
    told = {fact.id for fact in facts}
    body += _closed(voice, [fact for fact in digest.closed if fact.id not in told])
    answer = _how_to_answer(voice, sections, shown=[*led, *digest.standing, *facts][0].task if is_opening else None)
    return Outgoing(
        headlines.of_unit(voice, sections, digest.standing),
        letter(voice, digest.unit, [*body, answer] if len(body) > 1 else ["\n".join(filter(None, [*body, answer]))]),
        (*choices_for(voice, led, MAX_CHOICES, of_several=of_several), *_received(voice, sections)),
    )


def _received(words: Words, sections: Sequence[Section]) -> tuple[Choice, ...]:
    """The button that says the digest has been read, as long as it asks for something."""
    facts = [fact for section in sections for fact in section.facts]
    asks = any(is_answerable(fact) for fact in facts)
    return (Choice(words.text("👌 Received"), Act("da nhan")),) if asks else ()


def _under_plan(words: Words, plan: str, asked: Sequence[str]) -> list[str]:
    """The requests as paragraphs, the first of which says under which plan they are made."""
    first = words.text("Under {plan}, {request}", plan=plan, request=asked[0])
    return [first, *map(upper_first, asked[1:])]


def _paragraph(voice: Voice, section: Section) -> str:
    if section.about is About.COORDINATING and len(section.facts) > FEW:
        return supported(voice, section)
    if section.about is About.MONITORING:
        lines = [late_line(voice, group) for group in by_task(section.facts)]
    else:
        lines = [line_of(voice, section.about, fact) for fact in section.facts]
    return "\n".join([f"{section.request}:", *shortened(voice, lines, LINES, "con lai")])


def _by_period(voice: Voice, owed: Sequence[OccurrenceFact]) -> list[str]:
    """The duties a unit will be asked about later, told once with the opening of the plan."""
    standing = [fact for fact in owed if fact.ladder is Ladder.STANDING]
    first: dict[int, OccurrenceFact] = {}
    for fact in owed:
        if fact.ladder is not Ladder.STANDING:
            first.setdefault(fact.task.id, fact)
    return [
        *([_standing(voice, standing)] if standing else []),
        *([_regular(voice, [*first.values()])] if first else []),
    ]


def _regular(voice: Voice, owed: Sequence[OccurrenceFact]) -> str:
    lines = [
        voice.text(
            "• Task {number}: {title} ({deadline}; the first time by {day})",
            number=fact.task.typed,
            title=shorten(fact.task.called),
            deadline=deadline_as_issued(voice, fact.task),
            day=voice.day(fact.due_on) if fact.due_on else "",
        )
        for fact in owed
    ]
    head = voice.text("please lead the duties that are reported at regular times:")
    return "\n".join([head, *shortened(voice, lines, command="viec")])


def _standing(voice: Voice, standing: Sequence[OccurrenceFact]) -> str:
    day = voice.day(min(fact.due_on or date.max for fact in standing))
    tasks = {fact.task.id: fact.task for fact in standing}.values()
    lines = [voice.text("• Task {number}: {title}", number=task.typed, title=shorten(task.called)) for task in tasks]
    if "-Q" in standing[0].key:
        head = voice.text("please lead the standing duties (reported every quarter, the first time by {day}):", day=day)
    else:
        head = voice.text("please lead the standing duties (reported every month, the first time by {day}):", day=day)
    return "\n".join([head, *shortened(voice, lines, command="viec")])


def _closed(voice: Voice, closed: Sequence[OccurrenceFact]) -> list[str]:
    """The periods that closed unreported since the digest before, and how to report them late; a paragraph each."""
    periods: dict[str, list[OccurrenceFact]] = {}
    for fact in closed:
        periods.setdefault(fact.key, []).append(fact)
    return [
        voice.text(
            "Not reported for {period}: task {numbers}. To report late: {command}",
            period=voice.period(key, facts[0].ladder, voice.today),
            numbers=voice.list(few(voice, [fact.task.typed for fact in facts])),
            command=to_report_late(facts[0]),
        )
        for key, facts in periods.items()
    ]


def _how_to_answer(voice: Voice, sections: Sequence[Section], *, shown: TaskFact | None) -> str:
    """What to type, by the first that waits for an answer of each kind, and how to see the one `shown` in full."""
    owed = [(section.about, fact) for section in sections for fact in section.facts if is_answerable(fact)]
    led = [(about, fact) for about, fact in owed if about in _LED]
    checkins = [(about, fact) for about, fact in led if fact.ladder in CHECKINS]
    dated = [fact for about, fact in led if about is not About.PROGRESS and fact.ladder not in CHECKINS and fact.due_on]
    examples = [to_report(fact) for fact in dated[:1]]
    examples += [to_report_late(fact) if about is About.MISSED else to_report(fact) for about, fact in checkins[:1]]
    examples += [f"dang lam {fact.task.typed} …" for about, fact in led if about is About.PROGRESS][:1]
    parts = [voice.text("Reply: {command}", command=" · ".join(examples))] if examples else []
    if checkins:
        parts.append(voice.text("No activity: {command}", command=_no_activity(checkins)))
    if shown:
        parts.append(voice.text("Details: {command}", command=f"viec {shown.typed}"))
    return " · ".join(parts)


def _no_activity(checkins: Sequence[tuple[About, OccurrenceFact]]) -> str:
    """The command for the first two, enough to show that several may be named."""
    about, first = checkins[0]
    alike = [fact.task.typed for each, fact in checkins if each is about and fact.key == first.key]
    numbers = ", ".join(list(dict.fromkeys(alike))[:2])
    period = typed_period(first.key) if about is About.MISSED else ""
    return f"khong phat sinh {numbers} {period}".rstrip()


def line_of(voice: Voice, about: About, fact: OccurrenceFact) -> str:
    """An item as its section shows it: a coordinating unit hears who leads, a check-in's day is in its request."""
    if about is About.COORDINATING:
        return voice.text(
            "• {label}: {title} (lead: {lead}; deadline: {deadline})",
            label=upper_first(task_label(voice, fact, period=False)),
            title=shorten(fact.task.called),
            lead=shorten(fact.task.lead_text),
            deadline=deadline_as_issued(voice, fact.task),
        )
    return line(voice, fact, due=about not in {About.CHECKIN, About.MISSED, About.UNDATED})


def supported(voice: Voice, section: Section) -> str:
    """Many tasks that others lead, by their numbers and leads: "việc 6–9 (Phòng Tư pháp); việc 10, 11 (Văn phòng)"."""
    by_lead: dict[str, list[OccurrenceFact]] = {}
    for fact in section.facts:
        by_lead.setdefault(shorten(fact.task.lead_text), []).append(fact)
    rows = [
        voice.text("task {numbers} ({units})", numbers=_in_ranges([fact.task.typed for fact in facts]), units=lead)
        for lead, facts in by_lead.items()
    ]
    return voice.text(
        "please give support when the lead unit asks: {rows}. See: {command}",
        rows="; ".join(shortened(voice, rows, NAMES_SHOWN)),
        command=f"viec {section.facts[0].task.typed}",
    )


def _in_ranges(numbers: Sequence[str]) -> str:
    """Numbers in a row, three or more that follow one another as a range: "2, 4, 6–9"."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and number.isdecimal() and runs[-1][-1].isdecimal() and int(number) == int(runs[-1][-1]) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > _RUN else ", ".join(run) for run in runs)
