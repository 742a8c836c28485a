"""One task on one line, as digests, lists and confirmations show it, and the buttons that answer it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from data import views
from data.deadline import Deadline
from data.facts import OccurrenceFact, ReportFact, TaskFact
from data.kinds import Closing, Ladder, State
from data.period import GRACE_DAYS
from data.talk import Act, Choice
from data.titles import shorten
from data.workdays import Workdays
from locales import Voice, Words
from locales.deadlines import hours, understood
from locales.phrases import backed, is_document, upper_first

# What is answered with news or "nothing to report", and is never overdue.
CHECKINS = frozenset({Ladder.STANDING, Ladder.WEEKLY})
# Beyond so many working days, a quarter, nobody plans by counting them.
FAR = 60
REPORTED = frozenset({State.DONE, State.ACCEPTED})


def in_order(facts: Iterable[OccurrenceFact]) -> list[OccurrenceFact]:
    """Soonest first, undated last, then as the plans have them."""
    return sorted(facts, key=lambda fact: (fact.due_on or date.max, *in_plan(fact)))


def in_plan(fact: OccurrenceFact) -> tuple[int, int]:
    """A key that sorts as the plans have their tasks."""
    return fact.task.plan.id, fact.task.id


def by_task(facts: Iterable[OccurrenceFact]) -> list[list[OccurrenceFact]]:
    """Facts of one task, one period and one due day together, in order."""
    groups: dict[tuple[int, str, date | None], list[OccurrenceFact]] = {}
    for fact in in_order(facts):
        groups.setdefault((fact.task.id, fact.key, fact.due_on), []).append(fact)
    return list(groups.values())


def is_past(voice: Voice, fact: OccurrenceFact) -> bool:
    """Whether the day has gone by, reported or not; a missed check-in is past as well, but not overdue."""
    if fact.ladder in CHECKINS:
        return fact.due_on is not None and voice.today > voice.workdays.on_or_after(fact.due_on)
    return views.is_overdue(replace(fact, state=State.OPEN), voice.today, voice.workdays)


def is_answerable(fact: OccurrenceFact) -> bool:
    """Whether the unit can still report it; late news of a closed check-in is welcome."""
    return fact.state is State.OPEN or fact.closing is Closing.UNREPORTED


def days_late(workdays: Workdays, due: date, day: date) -> int:
    """How many working days `day` is late; a due day off is given until the next working day ends."""
    return max(workdays.until(workdays.on_or_after(due), day), 0)


def line(voice: Voice, fact: OccurrenceFact, *, due: bool = True) -> str:
    """An item: "• Việc 10: … (hạn: thứ Ba, 31/01/2023, còn 5 ngày làm việc)", or ticked off once it is reported.

    Without `due` a check-in's day and period are left to the sentence over the list.
    """
    title = shorten(fact.task.called)
    label = upper_first(task_label(voice, fact, period=due or fact.ladder is not Ladder.STANDING))
    if fact.state in REPORTED and fact.report:
        return f"✅ {label}: {title} – {reported(voice, fact)}"
    left = f" – {left_parts(voice, fact)}" if fact.partial else ""
    if due or is_moved(fact):
        return f"• {label}: {title} ({due_phrase(voice, fact) if due else due_day(voice, fact)}){left}"
    return f"• {label}: {title}{left}"


def left_parts(words: Words, fact: OccurrenceFact) -> str:
    """Of a task that yields several products, which are there and which are owed: "đã có Kế hoạch, còn Báo cáo"."""
    there = words.list(report.part for report in fact.partial)
    return words.text("reported: {parts}; remaining: {left}", parts=there, left=words.list(fact.left))


def task_label(voice: Voice, fact: OccurrenceFact, *, period: bool = True) -> str:
    """The number inside a sentence, with the period where there is one: "việc 10", "việc 12, quý I"."""
    number = fact.task.typed
    name = voice.period(fact.key, fact.ladder, voice.today) if period else ""
    if name:
        return voice.text("task {number}, {period}", number=number, period=name)
    return voice.text("task {number}", number=number)


def due_phrase(voice: Voice, fact: OccurrenceFact) -> str:
    """When it is due and how much time is left or gone; what is left is not counted as long as it is far."""
    due = fact.due_on
    if due is None:
        written = shorten(fact.task.deadline.text, 60)
        return voice.text("deadline: “{text}”", text=written) if written else voice.text("no deadline yet")
    if voice.workdays.until(voice.today, due) > FAR:
        return due_day(voice, fact)
    left = left_phrase(voice, fact, due)
    if is_past(voice, fact) and fact.ladder not in CHECKINS and not voice.workdays.is_working(due):
        left = f"{_given(voice, due)}; {left}"
    if voice.today > due and not voice.workdays.is_working(due) and fact.ladder not in CHECKINS:
        return voice.text("{due}, a day off, {left}", due=due_day(voice, fact), left=left)
    return voice.text("{due}, {left}", due=due_day(voice, fact), left=left)


def due_day(words: Words, fact: OccurrenceFact) -> str:
    """The day that holds; where it is not the Committee's, both: "hạn theo Kế hoạch: …; hạn điều chỉnh: …"."""
    if fact.due_on is None:
        return words.text("no deadline yet")
    if not is_moved(fact):
        return _due_at(words, fact.task.deadline, fact.due_on)
    return words.text(
        "deadline in the plan: {plan}; adjusted deadline: {day}",
        plan=words.day(fact.plan_due_on or fact.due_on),
        day=words.weekday_day(fact.due_on),
    )


def _due_at(words: Words, deadline: Deadline, due: date) -> str:
    """The day with the hour that the plan names for it: "diễn ra: thứ Tư, 14/05/2025, 19:30–20:15"."""
    day = words.weekday_day(due)
    if deadline.time is None or all(due != named.day for named in deadline.dues):
        return words.text("due: {day}", day=day)
    if deadline.begins:
        return words.text("takes place: {day}, {hours}", day=day, hours=hours(deadline))
    return words.text("due: {time} on {day}", time=deadline.time, day=day)


def due_as_counted(voice: Voice, fact: OccurrenceFact) -> str:
    """The day that holds, and of a day off that has gone by before the report the working day given in its place."""
    day = due_day(voice, fact)
    if (
        fact.due_on is None
        or voice.workdays.is_working(fact.due_on)
        or not views.is_reported_late(fact, voice.workdays)
    ):
        return day
    return voice.text("{due}, a day off, {left}", due=day, left=_given(voice, fact.due_on))


def is_moved(fact: OccurrenceFact) -> bool:
    """Whether another day holds than the one that the plan sets; a day set where it sets none is not moved."""
    return fact.plan_due_on is not None and fact.due_on != fact.plan_due_on


def left_phrase(voice: Voice, fact: OccurrenceFact, due: date) -> str:
    """What remains until `due`: "còn 5 ngày làm việc", "đến hạn hôm nay", "quá hạn 3 ngày làm việc"."""
    today, workdays = voice.today, voice.workdays
    if is_past(voice, fact):
        late = days_late(workdays, due, today)
        if fact.ladder in CHECKINS:
            return _still_taken(voice, fact, due)
        return voice.plural("{n} working day overdue", "{n} working days overdue", late)
    if today > due:
        return _given(voice, due)
    if today == due:
        event = fact.ladder is Ladder.EVENT
        return voice.text("it takes place today") if event else voice.text("today is the last day")
    left = workdays.until(today, due)
    if left == 0:
        return voice.text("today is the last working day before it")
    return voice.plural("{n} working day left", "{n} working days left", left)


def _still_taken(voice: Voice, fact: OccurrenceFact, due: date) -> str:
    """What holds of a period that has ended unreported: until when its report is still taken, or that it is closed."""
    if fact.closing is Closing.UNREPORTED:
        return voice.text("not reported for the period")
    last = last_taken(voice.workdays, due)
    if last < voice.today:
        return voice.text("the period has ended")
    return voice.text("late reports accepted until the end of {day}", day=voice.short_day(last))


def last_taken(workdays: Workdays, due: date) -> date:
    """The last day on which a check-in is still taken before its period closes."""
    return workdays.shift(workdays.on_or_after(due), GRACE_DAYS)


def _given(voice: Voice, due: date) -> str:
    """The working day that is given in place of a due day off."""
    day = voice.workdays.on_or_after(due)
    written = voice.short_day(day) if day.year == due.year else voice.day(day)
    return voice.text("counted to the end of {day}", day=written)


def reported(voice: Voice, fact: OccurrenceFact) -> str:
    """That it has been reported, and when; how late, and by which of two days, where there is more to say than that."""
    report = fact.report
    if report is None:
        return voice.text("reported")
    at = voice.moment(report.at, fact.task.plan.zone)
    if report.nothing_to_report:
        said = voice.text("no activity reported at {at}", at=at)
    else:
        said = voice.text("reported at {at}", at=at)
    return voice.list(filter(None, [said, beside_time(voice, fact)]))


def beside_time(voice: Voice, fact: OccurrenceFact) -> str:
    """How a report stands to its day, where it was late or another day held than the plan's; empty for others."""
    is_late = views.is_reported_late(fact, voice.workdays)
    if fact.report is None or fact.due_on is None or not (is_late or is_moved(fact)):
        return ""
    if fact.ladder not in CHECKINS:
        return voice.text("{timing} ({due})", timing=timing(voice, fact), due=due_as_counted(voice, fact))
    return voice.text("after the period ended on {day}", day=voice.day(fact.due_on)) if is_late else ""


def timing(voice: Voice, fact: OccurrenceFact) -> str:
    """How a report stands to the day that holds, in working days: "trước hạn 1 ngày làm việc"; empty without either."""
    workdays = voice.workdays
    if (day := fact.reported_on) is None or fact.due_on is None:
        return ""
    if late := days_late(workdays, fact.due_on, day):
        return voice.plural("{n} working day late", "{n} working days late", late)
    early = workdays.until(day, fact.due_on)
    if early <= 0:
        return voice.text("on time by the adjusted deadline") if is_moved(fact) else voice.text("on time")
    if is_moved(fact):
        return voice.plural(
            "{n} working day before the adjusted deadline", "{n} working days before the adjusted deadline", early
        )
    return voice.plural("{n} working day early", "{n} working days early", early)


def standing_of(voice: Voice, fact: OccurrenceFact) -> str:
    """How far one unit's share has come, in a few words: reported, due when, or not asked for any more."""
    if fact.state in REPORTED:
        return reported(voice, fact)
    if fact.state is State.CLOSED:
        return voice.text("not reported for the period") if fact.closing is Closing.UNREPORTED else voice.text("closed")
    if fact.partial:
        return f"{left_parts(voice, fact)} ({due_phrase(voice, fact)})"
    return voice.text("not yet reported ({due})", due=due_phrase(voice, fact))


def news(words: Words, fact: OccurrenceFact) -> str:
    """What the reports say, shortened: evidence, and the officer's words; each product's with its name.

    A document that was reported without its number is said to be.
    """
    said = (_news_of(words, fact, report) for report in (*fact.partial, fact.report) if report)
    return "; ".join(filter(None, said))


def _news_of(words: Words, fact: OccurrenceFact, report: ReportFact) -> str:
    said = backed(words, report)
    if lacks_document(fact, report):
        unnumbered = words.text("no document number given yet")
        said = f"{said} ({unnumbered})" if said else unnumbered
    return f"{report.part}: {said}" if report.part and said else said


def lacks_document(fact: OccurrenceFact, report: ReportFact) -> bool:
    """Whether a product that is a document has been reported with no number, link or file of it."""
    product = report.part or fact.task.product
    is_backed = report.evidence or report.nothing_to_report
    return fact.ladder not in CHECKINS and not is_backed and is_document(product)


def deadline_as_issued(words: Words, task: TaskFact) -> str:
    """The deadline in the plan's words, else what it comes to."""
    return shorten(task.deadline.text, 60) or understood(words, task.deadline)


def choices_for(
    voice: Voice, facts: Sequence[OccurrenceFact], limit: int, *, of_several: bool = False
) -> tuple[Choice, ...]:
    """The buttons of what can be reported, in the order of the list, at most `limit`.

    They name the unit where it is one `of_several` that the chat speaks for.
    """
    of_several = of_several or len({fact.unit.id for fact in facts}) > 1
    open_ones = [fact for fact in facts if is_answerable(fact) and _is_reportable(fact)]
    numbers = [fact.task.id for fact in open_ones]
    found = []
    for fact in open_ones:
        label = _label(voice, fact, named=numbers.count(fact.task.id) > 1)
        found += _choices(voice, fact, f"{label} – {fact.unit.code}" if of_several else label)
    return tuple(found[:limit])


def _is_reportable(fact: OccurrenceFact) -> bool:
    """What waits for a day that hangs on something else is not yet there to be reported by a tap."""
    return fact.ladder is not Ladder.CONDITIONAL or fact.due_on is not None


def _label(voice: Voice, fact: OccurrenceFact, *, named: bool) -> str:
    """The number, with the period or day where a list has the same task twice."""
    which = voice.period(fact.key, fact.ladder, voice.today) or (voice.short_day(fact.due_on) if fact.due_on else "")
    return f"{fact.task.typed} ({which})" if named and which else fact.task.typed


def _choices(words: Words, fact: OccurrenceFact, label: str) -> list[Choice]:
    number = fact.task.typed
    done = Choice(words.text("✅ Task {number} done", number=label), Act("xong", (number,), occurrence_id=fact.id))
    if fact.ladder not in CHECKINS:
        return [done]
    nothing = Choice(
        words.text("No activity in task {number}", number=label),
        Act("khong phat sinh", (number,), occurrence_id=fact.id),
    )
    return [done, nothing]
