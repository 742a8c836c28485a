"""A period's report on a plan as a letter: figures in sentences, what is in trouble, the plan's table with results."""

import re
from collections.abc import Iterable, Iterator, Sequence

from data.documents.letter import Annex, Head, Letter
from data.facts import OccurrenceFact, Tally
from data.kinds import Ladder, State
from data.lines.numbers import total
from data.office.accounting import Account
from data.period import Period, window_of
from data.titles import shorten
from data.words import fold
from locales import N_, Voice
from locales.items import CHECKINS, REPORTED, by_task, days_late, due_phrase, is_past, task_label, timing
from locales.phrases import cite, deadline_read, evidence, upper_first
from locales.rows import crowd

_COMMITTEE = re.compile(
    r"^(?:UBND|(?i:ủy ban nhân dân|uỷ ban nhân dân)) +"
    r"(?:tỉnh|thành phố|thị xã|huyện|quận|phường|xã|thị trấn|đặc khu) +"
)
_HEADS = (
    (N_("No."), 1.4),
    (N_("Unit"), 4.4),
    (N_("Deadline"), 3.2),
    (N_("Result"), 5.8),
    (N_("Evidence"), 3.8),
    (N_("Completed on"), 2.8),
    (N_("Assessment"), 3.8),
)
# Who signs for an office, by how its name begins.
_SIGNS = (
    (re.compile(r"^so\b"), N_("THE DIRECTOR")),
    (re.compile(r"^van phong\b"), N_("THE CHIEF OF OFFICE")),
    (re.compile(r"^(?:phong|ban)\b"), N_("THE HEAD OF DIVISION")),
)
_LEADS_AN_OFFICE = N_("THE HEAD OF THE OFFICE")


def report(voice: Voice, told: Account, period: Period) -> Letter:
    """The report of whoever coordinates to the committee that issued the plan; number, day and name are left open."""
    plan, office = told.plan, voice.coordinator
    subject = voice.text(
        "Results of carrying out {plan} on {title}, {period}",
        plan=cite(voice, plan, dated=True),
        title=_lower_first(plan.title),
        period=_named(voice, period),
    )
    return Letter(
        nation=voice.text("SOCIALIST REPUBLIC OF VIET NAM"),
        motto=voice.text("Independence - Freedom - Happiness"),
        above=plan.issuer,
        office=upper_first(office),
        number=voice.text("No.: {room}/BC-{code}", room=_ROOM, code=_initials(office)),
        placed=voice.text(
            "{place}, the …… of {month}/{year}",
            place=_COMMITTEE.sub("", plan.issuer) or "……",
            month=f"{voice.today:%m}" if voice.today.month < _SHORT_MONTHS else voice.today.month,
            year=voice.today.year,
        ),
        kind=voice.text("REPORT"),
        subject=subject,
        text=tuple(_text(voice, told, period)),
        signs_as=_signs(voice, office),
        goes_to=voice.text("Recipients:"),
        recipients=(f"- {plan.issuer};", voice.text("- On file: the records office, {office}.")),
        annex=_annex(voice, told, subject),
    )


# The decree has a nought before the months January and February alone.
_SHORT_MONTHS = 3
# Room for a number that is written by hand.
_ROOM = "       "


def _text(voice: Voice, told: Account, period: Period) -> Iterator[str | Head]:
    plan, total, window = told.plan, sum(told.tallies.values(), Tally()), window_of(period)
    yield voice.text(
        "In carrying out {plan} of {issuer} on {title}, {office} reports the results of {period} (data from {first} to"
        " {last}; as they stand on {today}) as follows:",
        plan=cite(voice, plan, dated=True),
        issuer=plan.issuer,
        title=_lower_first(plan.title),
        period=_named(voice, period),
        first=voice.day(window.start),
        last=voice.day(window.last),
        today=voice.day(voice.today),
    )
    yield Head(voice.text("I. OVERALL RESULTS"))
    if not total.total:
        yield voice.text("No report was due in the period.")
    else:
        yield from _figures(voice, told, total)
    yield Head(voice.text("II. OVERDUE AND UNREPORTED TASKS"))
    yield from _listed(voice, _late(voice, told), N_("None."))
    yield Head(voice.text("III. DIFFICULTIES"))
    yield from _listed(voice, _difficulties(voice, told), N_("No unit has reported a difficulty that is still open."))
    yield Head(voice.text("IV. PROPOSALS"))
    yield "…………………………………………………………"
    yield voice.text(
        "This is the report on {period}; {office} respectfully submits it to {issuer} for consideration and"
        " direction./.",
        period=_named(voice, period),
        issuer=plan.issuer,
    )


def _figures(voice: Voice, told: Account, total: Tally) -> Iterator[str]:
    """The figures as sentences, each of one thing."""
    yield voice.text(
        "In the period {tasks} tasks were due, with {total} reports to be made. Reported: {reported} ({percent} %), of"
        " which {late} after the deadline.",
        tasks=len(told.tallies),
        total=voice.number(total.total),
        reported=voice.number(total.reported),
        percent=round(100 * total.reported / total.total),
        late=voice.number(total.late),
    )
    missing = total.missed + total.unreported
    yield voice.text(
        "Overdue: {overdue}. Not reported for their period: {missing}. Not yet due: {waiting}.",
        overdue=voice.number(total.overdue),
        missing=voice.number(missing),
        waiting=voice.number(total.waiting + total.ahead),
    )
    if total.extended:
        yield voice.text("With an extended deadline: {n}.", n=voice.number(total.extended))
    if counted := "; ".join(_counted(voice, told)):
        yield voice.text("Products reported: {counted}.", counted=counted)


def _counted(voice: Voice, told: Account) -> Iterator[str]:
    """What each task's reports count together: "việc 1: 12 tin, 2 bài"."""
    for task, facts in told.shares.items():
        if counts := total(fact.report.note for fact in facts if fact.report):
            said = voice.list(f"{voice.number(count.number)} {count.noun}" for count in counts)
            yield voice.text("task {number}: {counts}", number=task.typed, counts=said)


def _late(voice: Voice, told: Account) -> Iterator[str]:
    """What is owed by its day, task by task; of an ended period the tasks together that the same units owe."""
    by_owing: dict[tuple[str, str], list[str]] = {}
    for facts in by_task(told.facts):
        owing = [fact for fact in facts if fact.state not in REPORTED and is_past(voice, fact)]
        if not owing:
            continue
        task, first = facts[0].task, owing[0]
        late = {fact.id for fact in owing}
        others = [fact.unit for fact in facts if fact.id not in late]
        units = crowd(voice, list(dict.fromkeys(fact.unit for fact in owing)), others)
        if first.ladder in CHECKINS:
            period = voice.period(first.key, first.ladder, voice.today)
            by_owing.setdefault((period, units), []).append(task.typed)
            continue
        label, title, due = upper_first(task_label(voice, first)), shorten(task.called), due_phrase(voice, first)
        yield f"- {label} ({title}): {units}; {due}."
    for (period, units), numbers in by_owing.items():
        yield voice.text(
            "- Reports for {period} not made, task {numbers}: {units}.",
            period=period,
            numbers=voice.list(numbers),
            units=units,
        )


def _difficulties(voice: Voice, told: Account) -> Iterator[str]:
    for fact in told.difficulties:
        if fact.difficulty is not None:
            yield voice.text(
                "- {unit}, task {number}: {note}.",
                unit=fact.unit.name,
                number=fact.task.typed,
                note=fact.difficulty.note.rstrip("."),
            )


def _listed(voice: Voice, lines: Iterable[str], none: str) -> Iterator[str]:
    found = list(lines)
    yield from found or [voice.text(none)]


def _annex(voice: Voice, told: Account, subject: str) -> Annex:
    rows: list[Sequence[str]] = []
    code = _initials(voice.coordinator)
    for task, facts in told.shares.items():
        lead = voice.text("Task {number}. {title}", number=task.typed, title=task.title.strip(" ."))
        rows.append((f"{lead} – {deadline_read(voice, task.deadline)}",))
        rows += [(str(number), *cells) for number, cells in enumerate(_shares(voice, facts), 1)]
    return Annex(
        title=voice.text("Annex"),
        subject=subject,
        attached=voice.text("(Attached to Report No. {room}/BC-{code} of {office})", room=_ROOM, code=code),
        heads=[(voice.text(head), width) for head, width in _HEADS],
        rows=rows,
    )


def _shares(voice: Voice, facts: Sequence[OccurrenceFact]) -> Iterator[Sequence[str]]:
    """A row for each share with something to tell; those of whom the same is told share one."""
    alike: dict[tuple[str, ...], list[OccurrenceFact]] = {}
    for fact in facts:
        alike.setdefault(_cells(voice, fact), []).append(fact)
    for cells, group in alike.items():
        units = dict.fromkeys(fact.unit for fact in group)
        others = [fact.unit for fact in facts if fact.unit not in units]
        yield (crowd(voice, list(units), others), *cells)


def _cells(voice: Voice, fact: OccurrenceFact) -> tuple[str, ...]:
    """Deadline, result, evidence, day of completion, assessment."""
    due = voice.day(fact.due_on) if fact.due_on else voice.text("no deadline yet")
    if period := voice.period(fact.key, fact.ladder, voice.today):
        due = f"{upper_first(period)} ({due})"
    report = fact.report
    if report is None:
        return due, "", "", "", _standing(voice, fact)
    result = voice.text("No activity") if report.nothing_to_report else report.note
    return (
        due,
        result,
        evidence(voice, report),
        voice.day(fact.reported_on) if fact.reported_on else "",
        _standing(voice, fact),
    )


def _standing(voice: Voice, fact: OccurrenceFact) -> str:
    """How it is assessed: in time, or by how many working days late; what of it is missing."""
    if fact.state in REPORTED:
        said = timing(voice, fact)
        seen = voice.text("acknowledged") if fact.state is State.ACCEPTED else voice.text("not yet acknowledged")
        return upper_first("; ".join(filter(None, [said, seen])))
    if fact.due_on is None:
        return voice.text("No deadline yet")
    if not is_past(voice, fact) and fact.state is not State.CLOSED:
        return voice.text("Not yet due")
    if fact.ladder in CHECKINS:
        return voice.text("Not reported")
    late = days_late(voice.workdays, fact.due_on, voice.today)
    return upper_first(voice.plural("{n} working day overdue", "{n} working days overdue", late))


def _signs(voice: Voice, office: str) -> str:
    name = fold(office)
    return voice.text(next((said for begins, said in _SIGNS if begins.match(name)), _LEADS_AN_OFFICE))


def _initials(office: str) -> str:
    """The office's sign in a letter's number: "PNV" for Phòng Nội vụ, "VP" for a Văn phòng."""
    words = [word for word in re.findall(r"\w+", office) if word.casefold() not in {"và", "the"}]
    if fold(office).startswith("van phong"):
        return "VP"
    return "".join(word[:1].upper() for word in words)


def _named(voice: Voice, period: Period) -> str:
    named = voice.period(period.key, Ladder.RECURRING)
    return named or voice.text("{first} to {last}", first=voice.day(period.start), last=voice.day(period.last))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
