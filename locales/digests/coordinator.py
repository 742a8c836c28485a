"""Nội vụ's digest: what is overdue or missed, new reports, days and questions to settle, and what waits still."""

from collections.abc import Iterable, Sequence
from datetime import date

from data.digests import CoordinatorDigest
from data.facts import OccurrenceFact, TaskFact, UnitFact
from data.kinds import Closing
from data.talk import Choice, Outgoing
from data.titles import shorten
from locales import Voice, Words
from locales.digests import headlines, letter
from locales.items import by_task, last_taken, line, task_label
from locales.phrases import cite_all, names, shortened, why_closed
from locales.questions import question
from locales.rows import (
    FEW,
    few,
    how_to_look,
    how_to_urge,
    late_line,
    left_of,
    missed_lines,
    missing_still_taken,
    numbers_of,
    reported_lines,
    settled_lines,
    to_look_through,
    urging_choices,
)
from locales.say.extending import asked_line, extension_choices

MAX_CHOICES = 10
# So many lines of a kind are told; the others by the command that lists all.
LINES = 12


def coordinator_digest(voice: Voice, digest: CoordinatorDigest) -> Outgoing:
    """What Nội vụ hears in one slot; says that nothing is overdue where that is all there is to say."""
    facts = (*digest.overdue, *digest.missed, *digest.settled, *digest.answered, *digest.extensions, *digest.asked)
    tasks = [fact.task for fact in facts] + [asked.task for asked in digest.questions if asked.task]
    tasks += [*digest.named]
    paragraphs, title = [*_paragraphs(voice, digest)], headlines.of_coordinator(voice, digest)
    if not paragraphs:
        return Outgoing(title, letter(voice, digest.unit, [_nothing_new(voice, digest)]), _choices(voice, digest))
    head = voice.text("Progress of {plan} as of {day}:", plan=cite_all(voice, tasks), day=voice.day(voice.today))
    waits = voice.text("Still pending: {things}. {look}", **_waiting(voice, digest)) if _waits(voice, digest) else ""
    more = voice.text("More: {commands}", commands=" · ".join(["tinh hinh", *(["qua han"] if digest.overdue else [])]))
    end = "\n".join(filter(None, [_this_week(voice, digest), waits, _not_joined(voice, digest.not_joined), more]))
    body = [head, *paragraphs, end] if tasks else [*paragraphs, end]
    return Outgoing(title, letter(voice, digest.unit, body), _choices(voice, digest))


def _choices(voice: Voice, digest: CoordinatorDigest) -> tuple[Choice, ...]:
    """To decide on extensions, to urge, and to take note of each new report, having seen what was sent with it."""
    in_grace = [fact for fact in digest.missed if fact.closing is None]
    urging = urging_choices(voice, digest.overdue, in_grace)
    noting = to_look_through(voice, digest.answered)
    deciding = [choice for fact in digest.extensions for choice in extension_choices(voice, fact)]
    return tuple((*deciding, *urging, *noting)[:MAX_CHOICES])


def _paragraphs(voice: Voice, digest: CoordinatorDigest) -> Iterable[str]:
    missed = [fact for fact in digest.missed if fact.closing is not Closing.UNREPORTED]
    closed = [fact for fact in digest.missed if fact.closing is Closing.UNREPORTED]
    sections = (
        (
            voice.text("Overdue, not yet reported done:"),
            ([late_line(voice, group) for group in by_task(digest.overdue)], "qua han"),
            how_to_urge(voice, digest.overdue),
        ),
        (
            _not_reported(voice, missed),
            (missed_lines(voice, missed, digest.owing), "chua bao"),
            _how_to_ask(voice, missed),
        ),
        (
            voice.text("Period closed, not reported:"),
            (missed_lines(voice, closed, digest.owing), "trinh lanh dao"),
            voice.text("To submit to the leaders: {command}", command="trinh lanh dao"),
        ),
        (
            voice.text("Submitted to the leaders, reported since:"),
            (settled_lines(voice, digest.settled), "trinh lanh dao"),
            voice.text("To submit to the leaders: {command}", command="trinh lanh dao"),
        ),
        (
            voice.text("Newly reported, for your review:"),
            (reported_lines(voice, digest.answered), "ghi nhan"),
            how_to_look(voice, digest.answered),
        ),
        (
            voice.text("Extensions requested, awaiting an answer:"),
            ([f"• {asked_line(voice, fact)}" for fact in digest.extensions], "tinh hinh"),
            "",
        ),
        (
            voice.text("Please set a deadline:"),
            ([_undated(voice, group) for group in by_task(digest.asked)], "cau hoi"),
            _how_to_date(voice, digest.asked),
        ),
        (
            voice.text("Please confirm, or give your opinion on, these points of the plan:"),
            ([f"• {question(voice, asked)}" for asked in digest.questions], "cau hoi"),
            voice.text("How to answer each: {command}", command="cau hoi"),
        ),
    )
    for head, (lines, command), how in (*sections, *_of_plan(voice, digest)):
        if lines:
            yield "\n".join([head, *shortened(voice, lines, LINES, command), *filter(None, [how])])
    if digest.unreachable:
        yield _unreachable(voice, digest.unreachable)


def _of_plan(voice: Voice, digest: CoordinatorDigest) -> Iterable[tuple[str, tuple[list[str], str], str]]:
    """What the plan asks beside its table, until it is answered; and what its long titles are called, once."""
    if digest.outside and digest.first:
        lines = [f"• {duty.typed}: {shorten(duty.called)}" for duty in digest.outside]
        first = digest.outside[0].typed
        how = voice.text("Reply: {command}", command=f"nhan viec {first} · khong nhan viec {first}")
        yield voice.text("Outside the table, not followed up yet:"), (lines, "viec ngoai bang"), how
    if digest.named:
        lines = [
            voice.text("• Task {number}: “{title}”", number=each.typed, title=each.called) for each in digest.named
        ]
        how = voice.text("To change one: {command}", command=f"ten ngan {digest.named[0].typed} …")
        yield voice.text("Short titles proposed for reminders and lists:"), (lines, "viec"), how


def _not_reported(voice: Voice, missed: Sequence[OccurrenceFact]) -> str:
    """The head over check-ins whose period has ended, with the day until which the first of them is still taken."""
    if not missed:
        return ""
    last = min(last_taken(voice.workdays, fact.due_on or voice.today) for fact in missed)
    return voice.text("Not yet reported, late reports accepted until the end of {day}:", day=voice.short_day(last))


def _this_week(voice: Voice, digest: CoordinatorDigest) -> str:
    """What falls due in the week that begins, by day: "Đến hạn trong tuần: việc 9 (Phòng Tư pháp) – hôm nay."."""
    if digest.this_week is None:
        return ""
    if not digest.this_week:
        return voice.text("Nothing falls due this week.")
    days: dict[date, dict[str, list[str]]] = {}
    for group in by_task(digest.this_week):
        of_day = days.setdefault(max(group[0].due_on or voice.today, voice.today), {})
        of_day.setdefault(_who(voice, group), []).append(group[0].task.typed)
    rows = []
    for day, tasks in days.items():
        parts = [
            voice.text("task {numbers} ({units})", numbers=voice.list(few(voice, numbers)), units=units)
            for units, numbers in tasks.items()
        ]
        owed = voice.list(few(voice, parts))
        when = voice.text("today") if day == voice.today else voice.weekday_day(day)
        rows.append(f"{owed} – {when}")
    return voice.text("Due this week: {rows}. See: {command}", rows="; ".join(rows), command="sap den han")


def _who(words: Words, group: Sequence[OccurrenceFact]) -> str:
    """The unit that owes something, with the parts that are left of it; of several their number."""
    if len(group) > 1:
        return words.plural("{n} unit", "{n} units", len(group))
    return words.list([group[0].unit.name, *([left_of(words, group[0])] if group[0].partial else [])])


def _nothing_new(voice: Voice, digest: CoordinatorDigest) -> str:
    """That nothing is overdue, with what falls due in the week that begins, and what waits still."""
    day = voice.weekday_day(voice.today)
    silent = _not_joined(voice, digest.not_joined)
    if _waits(voice, digest):
        first = voice.text("As of {day}, no work is overdue; {things}. {look}", day=day, **_waiting(voice, digest))
    else:
        first = voice.text("As of {day}, no work is overdue.", day=day)
    return "\n".join(filter(None, [first, _this_week(voice, digest), silent]))


def _waits(voice: Voice, digest: CoordinatorDigest) -> list[tuple[str, str]]:
    """What waits beside what the digest tells in full: each in figures, with the command that shows it."""
    shown = {fact.id for fact in digest.missed}
    in_grace = [fact for fact in digest.in_grace if fact.id not in shown]
    unread = digest.unread - len(digest.answered)
    # The number is that of the whole list, as the command shows it.
    in_full = len(digest.questions) + len({fact.task.id for fact in digest.asked})
    questions = digest.unanswered if digest.unanswered > in_full else 0
    figures = (
        (len(digest.difficult), _difficulties(voice, digest.difficult), "go vuong"),
        (len(in_grace), missing_still_taken(voice, in_grace), f"chua bao {in_grace[0].task.typed}" if in_grace else ""),
        (unread, voice.plural("{n} report to review", "{n} reports to review", unread), "ghi nhan"),
        (
            0 if digest.first else len(digest.outside),
            voice.text("duties outside the table to decide on: {numbers}", numbers=_numbers(voice, digest.outside)),
            "viec ngoai bang",
        ),
        (questions, voice.plural("{n} question about the plan", "{n} questions about the plan", questions), "cau hoi"),
    )
    return [(thing, command) for count, thing, command in figures if count > 0]


def _numbers(words: Words, tasks: Sequence[TaskFact]) -> str:
    return words.list(few(words, [task.typed for task in tasks]))


def _difficulties(voice: Voice, facts: Sequence[OccurrenceFact]) -> str:
    """How many difficulties wait for an answer; whose they are, where they are few."""
    said = voice.plural("{n} difficulty to answer", "{n} difficulties to answer", len(facts))
    if not 0 < len(facts) <= FEW:
        return said
    rows = (voice.list([fact.unit.name, task_label(voice, fact, period=False)]) for fact in facts)
    return f"{said} ({'; '.join(rows)})"


def _waiting(voice: Voice, digest: CoordinatorDigest) -> dict[str, str]:
    found = _waits(voice, digest)
    look = voice.text("See: {commands}", commands=" · ".join(command for _, command in found))
    return {"things": "; ".join(thing for thing, _ in found), "look": look}


def _how_to_ask(voice: Voice, missed: Sequence[OccurrenceFact]) -> str:
    if not missed:
        return ""
    numbers = numbers_of(missed)
    see = voice.text("See: {commands}", commands=f"chua bao {numbers.partition(',')[0]}")
    return " · ".join([see, voice.text("To send an urgent reminder: {command}", command=f"don doc {numbers}")])


def _undated(voice: Voice, group: Sequence[OccurrenceFact]) -> str:
    lead = voice.text("Lead: {text}", text=names(voice, [fact.unit for fact in group]))
    return f"{line(voice, group[0])}\n  {lead}"


def _how_to_date(voice: Voice, asked: Sequence[OccurrenceFact]) -> str:
    if not asked:
        return ""
    task = by_task(asked)[0][0].task
    return voice.text("Reply: {command}", command=f"dat han {task.typed} …/…/{task.plan.year}")


def _unreachable(words: Words, lost: Sequence[tuple[UnitFact, str]]) -> str:
    """Units with a chat that takes nothing, those of one reason together."""
    reasons: dict[str, list[UnitFact]] = {}
    for unit, reason in lost:
        reasons.setdefault(why_closed(words, reason), []).append(unit)
    return words.text(
        "Messages could not be delivered to: {units}. Please ask these units to reconnect.",
        units="; ".join(f"{names(words, units)} ({reason})" for reason, units in reasons.items()),
    )


def _not_joined(words: Words, units: Sequence[UnitFact]) -> str:
    if not units:
        return ""
    return words.plural(
        "{n} unit has not joined and receives no reminders. See: {look} · To invite: {invite}",
        "{n} units have not joined and receive no reminders. See: {look} · To invite: {invite}",
        len(units),
        look="danh sach chat",
        invite=f"moi {units[0].code}",
    )
