"""The first line of what is pushed: what is wanted and by when, as a locked phone shows it."""

from collections.abc import Sequence
from datetime import date

from data.digests import CoordinatorDigest
from data.facts import OccurrenceFact
from data.kinds import Closing
from locales import N_, Voice, Words
from locales.digests.sections import About, Section
from locales.items import CHECKINS, FAR, days_late, in_order, last_taken, left_phrase, task_label

# So many things are named; more would not be read on a locked phone.
SHOWN = 2


def headline(words: Words, asks: Sequence[str], loud: str = "") -> str:
    """What is asked for behind "NHẮC VIỆC:", or behind what is said aloud; of many the first, and how many more."""
    said = [loud, *asks] if loud else list(asks)
    # One thing more is no longer than to count it.
    shown = said if len(said) <= SHOWN + 1 else said[:SHOWN]
    if more := len(said) - len(shown):
        shown = [*shown, words.plural("{n} more matter", "{n} more matters", more)]
    line = "; ".join(shown)
    return line if loud else words.text("REMINDER: {asks}", asks=line)


def together(words: Words, lines: Sequence[str]) -> str:
    """The first lines of one message's parts in one; what is the same in several is said once."""
    first, *others = dict.fromkeys(lines)
    start = words.text("REMINDER: {asks}", asks="")
    return "; ".join([first, *(line.removeprefix(start) for line in others)])


def of_unit(voice: Voice, sections: Sequence[Section], standing: Sequence[OccurrenceFact]) -> str:
    """What a unit is asked for, the nearest first: "NHẮC VIỆC: báo quý I, 3 việc, hạn 14/03 (còn 5 ngày làm việc)"."""
    late = [fact for section in sections if section.about is About.OVERDUE for fact in section.facts]
    led = [section for section in sections if About.OVERDUE < section.about < About.COORDINATING]
    asks = [_ask(voice, section) for section in led]
    if standing:
        day = _day(voice, min(fact.due_on or date.max for fact in standing))
        tasks = len({fact.task.id for fact in standing})
        asks.append(
            voice.plural(
                "{n} task reported by period, the first time by {day}",
                "{n} tasks reported by period, the first time by {day}",
                tasks,
                day=day,
            )
        )
    asks += [_ask(voice, section) for section in sections if section.about >= About.COORDINATING]
    return headline(voice, asks, overdue(voice, late) if late else "")


def overdue(voice: Voice, late: Sequence[OccurrenceFact]) -> str:
    """What is overdue and by how much: "QUÁ HẠN 4 ngày: việc 10 (hạn 31/01)"; of several the one that is so longest."""
    oldest = in_order(late)[0]
    due = oldest.due_on or voice.today
    days = days_late(voice.workdays, due, voice.today)
    if len(late) == 1:
        return voice.plural(
            "OVERDUE by {n} day: {task} (due {day})",
            "OVERDUE by {n} days: {task} (due {day})",
            days,
            task=task_label(voice, oldest),
            day=_day(voice, due),
        )
    return voice.plural(
        "OVERDUE by up to {n} day: {tasks}",
        "OVERDUE by up to {n} days: {tasks}",
        days,
        tasks=tasks_of(voice, late),
    )


_ASKS = {
    About.NEW: N_("lead {tasks}"),
    About.UNDATED: N_("deadline of {tasks}"),
    About.PROGRESS: N_("progress of the first six months, {tasks}"),
    About.COORDINATING: N_("support {tasks}"),
    About.MONITORING: N_("follow up {tasks}"),
}


def _ask(voice: Voice, section: Section) -> str:
    """What a section asks for, in a few words."""
    first, tasks = section.facts[0], tasks_of(voice, section.facts)
    if section.about in {About.CHECKIN, About.MISSED}:
        return _report(voice, section.about, first, tasks)
    asked = voice.text(_ASKS[section.about], tasks=tasks) if section.about in _ASKS else tasks
    return asked if section.about not in {About.DUE, About.NEW} else _by(voice, asked, section.facts)


def _report(voice: Voice, about: About, first: OccurrenceFact, tasks: str) -> str:
    """The report of a period: by when, or until when it is still taken."""
    period, due = voice.period(first.key, first.ladder, voice.today), first.due_on or voice.today
    if about is About.CHECKIN:
        return _by(voice, voice.text("report {period}, {tasks}", period=period, tasks=tasks), [first])
    asked = voice.text("late report of {period}, {tasks}", period=period, tasks=tasks)
    last = last_taken(voice.workdays, due)
    return asked if last < voice.today else voice.text("{asked}, by {day}", asked=asked, day=_day(voice, last))


def _by(voice: Voice, asked: str, facts: Sequence[OccurrenceFact]) -> str:
    """What is asked and the day by which; of several days the nearest. What is far off has no days to count."""
    days = sorted({fact.due_on for fact in facts if fact.due_on})
    if not days:
        return asked
    fields = {"asked": asked, "day": _day(voice, days[0])}
    far = voice.workdays.until(voice.today, days[0]) > FAR
    fields["left"] = "" if far else f" ({left_phrase(voice, in_order(facts)[0], days[0])})"
    if len({fact.due_on for fact in facts}) > 1:
        return voice.text("{asked}, the first due {day}{left}", **fields)
    return voice.text("{asked}, due {day}{left}", **fields)


def tasks_of(voice: Voice, facts: Sequence[OccurrenceFact]) -> str:
    """One task by its number, several counted."""
    tasks = {fact.task.id: fact for fact in facts}
    if len(tasks) == 1:
        return task_label(voice, facts[0], period=False)
    return voice.plural("{n} task", "{n} tasks", len(tasks))


def _day(voice: Voice, day: date) -> str:
    return voice.short_day(day) if day.year == voice.today.year else voice.day(day)


def of_head(voice: Voice, late: Sequence[OccurrenceFact]) -> str:
    """What a head is asked to see to: what is overdue, and which periods are not reported."""
    overdue_ones = [fact for fact in late if fact.ladder not in CHECKINS]
    missed = [fact for fact in late if fact.ladder in CHECKINS]
    asks = [
        voice.text("{period} not yet reported, {tasks}", period=period, tasks=tasks_of(voice, facts))
        for period, facts in _by_period(voice, missed).items()
    ]
    return headline(voice, asks, overdue(voice, overdue_ones) if overdue_ones else "")


def of_coordinator(voice: Voice, digest: CoordinatorDigest) -> str:
    """What Nội vụ finds below: what is late and missing, new reports, what is to be decided; or that nothing is."""
    counted = (
        (
            len(digest.difficult),
            voice.plural("{n} difficulty to answer", "{n} difficulties to answer", len(digest.difficult)),
        ),
        (
            len(digest.extensions),
            voice.plural("{n} extension requested", "{n} extensions requested", len(digest.extensions)),
        ),
        (len(digest.answered), voice.plural("{n} new report", "{n} new reports", len(digest.answered))),
        (len(digest.asked), voice.text("deadline of {tasks}", tasks=tasks_of(voice, digest.asked))),
        (
            len(digest.questions),
            voice.plural("{n} question about the plan", "{n} questions about the plan", len(digest.questions)),
        ),
        (
            len(digest.unreachable),
            voice.plural("{n} unit cannot be reached", "{n} units cannot be reached", len(digest.unreachable)),
        ),
        (
            len(digest.settled),
            voice.plural("{n} matter resolved", "{n} matters resolved", len(digest.settled)),
        ),
    )
    asks = [*late(voice, digest.overdue), *missing(voice, digest.missed), *(said for count, said in counted if count)]
    if digest.this_week:
        asks.append(voice.text("due this week: {tasks}", tasks=tasks_of(voice, digest.this_week)))
    return headline(voice, asks or missing(voice, digest.in_grace) or [voice.text("no work is overdue")])


def late(voice: Voice, facts: Sequence[OccurrenceFact]) -> list[str]:
    """What units are late with: "việc 10 quá hạn 4 ngày (Văn phòng)"; several tasks are counted."""
    if not facts:
        return []
    if len({fact.task.id for fact in facts}) > 1:
        return [voice.text("{tasks} overdue", tasks=tasks_of(voice, facts))]
    first = in_order(facts)[0]
    units = {fact.unit.id for fact in facts}
    who = first.unit.name if len(units) == 1 else voice.plural("{n} unit", "{n} units", len(units))
    days = days_late(voice.workdays, first.due_on or voice.today, voice.today)
    return [
        voice.plural(
            "{task} overdue by {n} day ({units})",
            "{task} overdue by {n} days ({units})",
            days,
            task=task_label(voice, first),
            units=who,
        )
    ]


def missing(voice: Voice, facts: Sequence[OccurrenceFact]) -> list[str]:
    """How many reports of ended periods are missing, and until when they are taken or that the period is closed."""
    found = []
    for period, missed in _by_period(voice, facts).items():
        n = len(missed)
        if all(fact.closing is Closing.UNREPORTED for fact in missed):
            said = voice.plural(
                "{period} closed, {n} report missing", "{period} closed, {n} reports missing", n, period=period
            )
        else:
            last = min(last_taken(voice.workdays, fact.due_on or voice.today) for fact in missed)
            said = voice.plural(
                "{period} ended, {n} report missing (accepted until {day})",
                "{period} ended, {n} reports missing (accepted until {day})",
                n,
                period=period,
                day=_day(voice, last),
            )
        found.append(said)
    return found


def _by_period(voice: Voice, facts: Sequence[OccurrenceFact]) -> dict[str, list[OccurrenceFact]]:
    found: dict[str, list[OccurrenceFact]] = {}
    for fact in in_order(facts):
        found.setdefault(voice.period(fact.key, fact.ladder, voice.today), []).append(fact)
    return found


def wanted(voice: Voice, owed: Sequence[OccurrenceFact]) -> str:
    """What is urged: the one task with its day, or how many."""
    if len(owed) > 1:
        return tasks_of(voice, owed)
    return voice.text("{task}, {due}", task=task_label(voice, owed[0]), due=until(voice, owed[0]))


def until(voice: Voice, fact: OccurrenceFact) -> str:
    """The day by which it is due, where it has one."""
    if fact.due_on is None:
        return voice.text("no deadline yet")
    return voice.text("due {day}", day=voice.day(fact.due_on))
