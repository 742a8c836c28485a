"""How things stand: a plan in figures, a task rolled up, and what is said of a period that has not begun."""

from collections.abc import Mapping, Sequence
from itertools import islice

from data.facts import OccurrenceFact, PlanFact, Tally, TaskFact
from data.kinds import Closing, State
from data.talk import Outgoing
from data.titles import shorten
from locales import N_, Voice, Words
from locales.items import (
    REPORTED,
    beside_time,
    by_task,
    due_phrase,
    last_taken,
    left_parts,
    news,
    standing_of,
)
from locales.phrases import cite, message, names, total_line, upper_first
from locales.rows import apart, result_of

_TITLE_IN_TABLE = 45

_REPORTED = {
    "done": N_("{n} by the units"),
    "accepted": N_("{n} acknowledged by {office}"),
    "lapsed": N_("{n} acknowledged automatically"),
}
_KINDS = {
    "waiting": N_("{n} not yet due"),
    "overdue": N_("{n} overdue"),
    "missed": N_("{n} missing, still accepted"),
    "unreported": N_("{n} not reported for the period"),
    "undated": N_("{n} without a deadline"),
    "ahead": N_("{n} still to come"),
}


def summary(
    voice: Voice,
    plan: PlanFact,
    tallies: Mapping[TaskFact, Tally],
    period: str = "",
    later: str = "",
) -> Outgoing:
    """How a plan stands on a day, as a whole and task by task; of a `period` where one is named.

    `later` says what of the period has not begun.
    """
    said = counts(voice, sum(tallies.values(), Tally()), whole=True)
    commands = ["qua han", *(f"tinh hinh {task.typed}" for task in islice(tallies, 1))]
    return message(
        voice.text("{plan}: {title}.", plan=upper_first(cite(voice, plan, dated=True)), title=shorten(plan.title)),
        voice.text("Due in {period}: {counts}.", period=period, counts=said)
        if period
        else voice.text("In total: {counts}.", counts=said),
        *(_line(voice, task, tally) for task, tally in tallies.items()),
        later,
        voice.text("More: {commands}", commands=" · ".join(commands)),
        title=voice.text("PROGRESS – {day}", day=voice.start_day(voice.today)),
    )


def roll_up(
    voice: Voice,
    task: TaskFact,
    now: Sequence[OccurrenceFact],
    others: Sequence[tuple[str, str]],
    whose: str = "",
) -> Outgoing:
    """How many units have reported a task, what they said, and who has not; `now` are their shares of one period.

    `others` are the periods beside it that one might look at: what to call each, and the command. `whose` names the
    units that were asked about, where not all were.
    """
    alone = now[0] if len(now) == 1 else None
    return message(
        shorten(task.called),
        f"{whose}:" if whose and not alone else "",
        *([f"{alone.unit.name}: {share_of(voice, alone)}."] if alone else of_many(voice, now)),
        " · ".join(f"{what}: {voice.typed(command)}" for what, command in others),
        title=how_it_stands(voice, task, voice.period(now[0].key, now[0].ladder) if now else ""),
    )


def how_it_stands(voice: Voice, task: TaskFact, period: str) -> str:
    """The title over a task, in a period where one is named: "TÌNH HÌNH VIỆC 1, QUÝ I/2023 – Thứ Ba, 07/03/2023"."""
    name = (
        voice.text("task {number}, {period}", number=task.typed, period=period)
        if period
        else voice.text("task {number}", number=task.typed)
    )
    return voice.text("PROGRESS OF {task} – {day}", task=name.upper(), day=voice.start_day(voice.today))


def of_many(voice: Voice, now: Sequence[OccurrenceFact]) -> list[str]:
    """How many of several units have reported, who has not, and what the others said."""
    reported = [fact for fact in now if fact.state in REPORTED]
    missing = [fact for fact in now if fact.state not in REPORTED]
    idle = [fact for fact in reported if fact.report and fact.report.nothing_to_report]
    told_of = [fact for fact in reported if fact not in idle]
    said = [fact for fact in told_of if fact.state is State.DONE]
    noted = [fact for fact in told_of if fact.state is State.ACCEPTED and not fact.lapsed]
    unopposed = [fact for fact in told_of if fact.state is State.ACCEPTED and fact.lapsed]
    partly = [fact for fact in missing if fact.partial]
    return [
        voice.plural("{done}/{n} unit has reported.", "{done}/{n} units have reported.", len(now), done=len(reported)),
        *(awaited(voice, group, [fact for fact in now if fact not in group]) for group in by_task(missing)),
        voice.text("No activity: {units}", units=names(voice, [fact.unit for fact in idle])) if idle else "",
        *_reports(voice, voice.text("Reported by the units, not yet reviewed:"), said),
        *_reports(voice, voice.text("Acknowledged by {office}:"), noted),
        *_reports(voice, voice.text("Acknowledged automatically, as nobody objected in time:"), unopposed),
        voice.text("Reported in part:") if partly else "",
        *(f"• {fact.unit.name}: {left_parts(voice, fact)}" for fact in partly),
        total_line(voice, [fact.report for fact in told_of if fact.report]),
    ]


def _reports(voice: Voice, head: str, facts: Sequence[OccurrenceFact]) -> list[str]:
    """What each unit says, and how late, under a heading; nothing where there is none."""
    said = (voice.list(filter(None, [result_of(voice, fact), beside_time(voice, fact)])) for fact in facts)
    lines = [f"• {fact.unit.name} – {each}" for fact, each in zip(facts, said, strict=True)]
    return [head, *lines] if lines else []


def _line(words: Words, task: TaskFact, tally: Tally) -> str:
    return words.text(
        "• Task {number}: {title} – {counts}",
        number=task.typed,
        title=shorten(task.called, _TITLE_IN_TABLE),
        counts=counts(words, tally),
    )


def counts(words: Words, tally: Tally, *, whole: bool = False) -> str:
    """The kinds that occur; "đã báo 12/34" always, with what units say apart from what has been looked through.

    Of the `whole` it says what is counted: each report that is owed, of each unit and period.
    """
    done = (
        words.text("{done}/{total} reports received", done=tally.reported, total=tally.total)
        if whole
        else words.text("reported {done}/{total}", done=tally.reported, total=tally.total)
    )
    named = {kind: words.text(name, n=getattr(tally, kind)) for kind, name in _REPORTED.items()}
    if kinds := [name for kind, name in named.items() if getattr(tally, kind)]:
        done = f"{done} ({'; '.join(kinds)})"
    if tally.late:
        done = words.text("{done}, {n} of them after the deadline", done=done, n=tally.late)
    others = ((name, getattr(tally, kind)) for kind, name in _KINDS.items())
    rest = words.list(words.text(name, n=count) for name, count in others if count)
    # What was late is told with what has been reported; what is not reported is told apart from it.
    said = ("; " if tally.late else ", ").join(filter(None, [done, rest]))
    # Those that were extended are among the others.
    return "; ".join(filter(None, [said, words.text("{n} extended", n=tally.extended) if tally.extended else ""]))


def awaited(voice: Voice, group: Sequence[OccurrenceFact], others: Sequence[OccurrenceFact]) -> str:
    """Who has not reported, all by name; apart where Nội vụ has moved the day for some."""
    units = apart(voice, group, [fact.unit for fact in others])
    if group[0].closing is Closing.UNREPORTED:
        said = voice.text("Period not yet reported: {units}", units=units)
    else:
        said = voice.text("Not yet reported ({due}): {units}", due=due_phrase(voice, group[0]), units=units)
    return said.replace(" \n", "\n")


def share_of(voice: Voice, fact: OccurrenceFact) -> str:
    """How one unit's share stands, with what was said and whether anybody has looked at it."""
    report = fact.report
    said = result_of(voice, fact) if report and not report.nothing_to_report else news(voice, fact)
    return " – ".join(filter(None, [standing_of(voice, fact), said, noted(voice, fact), _asked_until(voice, fact)]))


def _asked_until(voice: Voice, fact: OccurrenceFact) -> str:
    """The later day that waits for a decision; empty without one."""
    if fact.extension is None:
        return ""
    return voice.text("extension to {day} requested", day=voice.day(fact.extension.until))


def noted(words: Words, fact: OccurrenceFact) -> str:
    """That a report was taken note of, or that nobody objected to it in time; empty where neither."""
    if fact.state is not State.ACCEPTED:
        return ""
    if fact.lapsed:
        return words.text("acknowledged automatically (no objection in time)")
    return words.text("acknowledged by {office}")


def periods_missed(voice: Voice, missed: Sequence[OccurrenceFact]) -> str:
    """The tasks of each period that closed unreported: "Chưa báo kỳ: việc 1, 12 (quý I); việc 1 (quý III).".

    Those of a period whose report is still taken stand apart, on a line of their own.
    """
    closed = [fact for fact in missed if fact.closing is Closing.UNREPORTED]
    in_grace = [fact for fact in missed if fact not in closed]
    lines = [voice.text("Period not reported: {periods}.", periods=_by_period(voice, closed))] if closed else []
    if in_grace:
        last = min(last_taken(voice.workdays, fact.due_on or voice.today) for fact in in_grace)
        lines.append(
            voice.text(
                "Not yet reported, late reports accepted until the end of {day}: {periods}.",
                day=voice.short_day(last),
                periods=_by_period(voice, in_grace),
            )
        )
    return "\n".join(lines)


def _by_period(voice: Voice, facts: Sequence[OccurrenceFact]) -> str:
    by_period: dict[str, list[str]] = {}
    for fact in sorted(facts, key=lambda fact: (fact.starts_on, fact.task.id)):
        by_period.setdefault(voice.period(fact.key, fact.ladder, voice.today), []).append(fact.task.typed)
    return "; ".join(
        voice.text("task {numbers} ({period})", numbers=voice.list(numbers), period=period)
        for period, numbers in by_period.items()
    )
