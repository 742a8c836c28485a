"""What Nội vụ and leaders are shown of one unit, or of a group: in all, in one period, its share of one task."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data import views
from data.facts import OccurrenceFact, ProgressFact, ReportFact, Tally, TaskFact, UnitFact
from data.kinds import Ladder
from data.office.looking import Ahead, Merger
from data.period import Period
from data.talk import Outgoing
from data.titles import shorten
from locales import Voice, Words
from locales.items import (
    REPORTED,
    beside_time,
    by_task,
    due_day,
    lacks_document,
    standing_of,
    task_label,
)
from locales.phrases import deadline_read, evidence, message, outcome, said_of, sentence, upper_first
from locales.say.ahead import by_day, later
from locales.say.overseeing import awaited, counts, how_it_stands, noted, periods_missed, share_of
from locales.say.own_work import progress_line


def unit_summary(
    voice: Voice,
    unit: UnitFact,
    total: Tally,
    shown: Sequence[OccurrenceFact],
    missed: Sequence[OccurrenceFact],
    merger: Merger | None = None,
) -> Outgoing:
    """How one unit stands: in figures, what is late or runs now, and the periods that closed unreported.

    Of one that was merged into another: into which and when, and what it had reported itself.
    """
    gone = _merged(voice, unit, merger, shown) if merger else ""
    if not shown:
        return message(
            gone or voice.text("{unit} leads no task of the plan.", unit=unit.name),
            title=_title(voice, unit.name),
        )
    return message(
        gone,
        voice.text("In total: {counts}.", counts=counts(voice, total, whole=True)),
        *_shares(voice, shown),
        periods_missed(voice, missed),
        title=_title(voice, unit.name),
    )


def unit_in_period(
    voice: Voice,
    unit: UnitFact,
    period: Period,
    begun: Sequence[OccurrenceFact],
    ahead: Sequence[Ahead],
    merger: Merger | None,
    nothing: str,
) -> Outgoing:
    """What of a unit's work falls due in a period: its shares, and what has not begun; `nothing` is said of neither."""
    name = voice.period(period.key, Ladder.RECURRING)
    total = views.tally(begun, voice.today, voice.workdays)
    if begun:
        head = voice.text("Due in {period}: {counts}.", period=name, counts=counts(voice, total, whole=True))
    elif ahead:
        head = voice.text("{period} has not begun; there are no figures yet.", period=upper_first(name))
    else:
        head = "" if merger else nothing
    return message(
        _merged(voice, unit, merger, begun) if merger else "",
        head,
        *_shares(voice, begun),
        *_ahead(voice, begun, ahead),
        title=_title(voice, unit.name),
    )


def group_summary(
    voice: Voice,
    name: str,
    size: int,
    shown: Sequence[OccurrenceFact],
    period: Period | None,
    ahead: Sequence[Ahead],
    nothing: str = "",
) -> Outgoing:
    """How many of a group's units have reported each task, and who has not; of a period where one is named.

    `nothing` is said of a period in which nothing falls due.
    """
    named = voice.period(period.key, Ladder.RECURRING) if period else ""
    head = voice.plural("{n} unit.", "{n} units.", size)
    if named and shown:
        head = voice.plural("{n} unit, due in {period}:", "{n} units, due in {period}:", size, period=named)
    elif named:
        begins = voice.text("{period} has not begun; there are no figures yet.", period=upper_first(named))
        head = begins if ahead else nothing
    elif not shown:
        head = voice.text("{unit} leads no task of the plan.", unit=name)
    return message(
        head,
        *(_of_group(voice, group) for group in _by_key(shown)),
        *_ahead(voice, shown, ahead),
        title=_title(voice, name),
    )


def share_card(
    voice: Voice,
    task: TaskFact,
    now: Sequence[OccurrenceFact],
    others: Sequence[OccurrenceFact],
    progress: Mapping[int, ProgressFact],
    merger: Merger | None,
) -> Outgoing:
    """One unit's share of a task in full: state, words, evidence, both deadlines; and its other periods in a line.

    Of a unit that was merged into another, first into which.
    """
    name = voice.period(now[0].key, now[0].ladder) if len({fact.key for fact in now}) == 1 else ""
    lines = [line for fact in now for line in _in_full(voice, fact, progress.get(fact.id))]
    if others:
        lines.append(voice.text("Other periods and dates:"))
        lines += [f"• {_which(voice, fact)}: {share_of(voice, fact)}" for fact in others]
    return message(
        shorten(task.called),
        _gone(voice, now[0].unit, merger) if merger else "",
        voice.text("Deadline in the plan: {text}", text=deadline_read(voice, task.deadline)),
        *lines,
        title=how_it_stands(voice, task, name),
    )


def merged(voice: Voice, unit: UnitFact, merger: Merger, numbers: Sequence[str]) -> Outgoing:
    """Into which unit another was merged, where it had reported nothing itself of what is asked about."""
    nothing = voice.text("Before the merger it had not reported task {numbers}.", numbers=voice.list(numbers))
    return message(_gone(voice, unit, merger), nothing, title=_title(voice, unit.name))


def with_leads(voice: Voice, card: Outgoing, now: Sequence[OccurrenceFact]) -> Outgoing:
    """A card, and under it how those stand that lead the task: who has not reported, by which day."""
    reported = [fact for fact in now if fact.state in REPORTED]
    missing = [fact for fact in now if fact.state not in REPORTED]
    if len(now) == 1:
        lines = [f"{now[0].unit.name}: {share_of(voice, now[0])}"]
    else:
        count = voice.plural(
            "{done}/{n} unit has reported.", "{done}/{n} units have reported.", len(now), done=len(reported)
        )
        period = voice.period(now[0].key, now[0].ladder, voice.today)
        lines = [f"{upper_first(period)}: {count}" if period else count]
        lines += [awaited(voice, group, [fact for fact in now if fact not in group]) for group in by_task(missing)]
    return replace(card, text="\n".join([card.text, *lines]))


def _in_full(voice: Voice, fact: OccurrenceFact, progress: ProgressFact | None) -> list[str]:
    report = fact.report
    looked = noted(voice, fact)
    lines = [f"{fact.unit.name}: " + " – ".join(filter(None, [standing_of(voice, fact), looked]))]
    if report and not beside_time(voice, fact):
        lines += [voice.text("{due}.", due=upper_first(due_day(voice, fact)))]
    for each in (*fact.partial, *([report] if report else [])):
        lines += _said(voice, fact, each)
    if fact.extension:
        day = voice.weekday_day(fact.extension.until)
        reason = shorten(fact.extension.reason, 200)
        lines.append(
            voice.text(
                "Extension requested until {day}, not yet decided. Reason: {reason}", day=day, reason=sentence(reason)
            )
            if reason
            else voice.text("Extension requested until {day}, not yet decided. No reason given.", day=day)
        )
    return [*lines, *filter(None, [progress_line(voice, fact, progress)])]


def _said(words: Words, fact: OccurrenceFact, report: ReportFact) -> list[str]:
    """What one report says: its words, what backs it, who said so."""
    said, backing = outcome(report), evidence(words, report)
    part = f"{report.part}: " if report.part else ""
    lines = [part + said_of(words, sentence(shorten(said, 300)))] if said else []
    lines += [("" if said else part) + words.text("Evidence: {text}", text=sentence(backing))] if backing else []
    if lacks_document(fact, report):
        lines.append(("" if said else part) + upper_first(words.text("no document number given yet")) + ".")
    elif not (said or backing or report.nothing_to_report):
        lines.append(part + words.text("no result given yet"))
    at = words.moment(report.at, fact.task.plan.zone)
    by = words.text("Reported by {name}, {at}", name=report.by, at=at) if report.by else ""
    return [*lines, *filter(None, [by])]


def _shares(voice: Voice, facts: Sequence[OccurrenceFact]) -> list[str]:
    return [f"• {upper_first(task_label(voice, fact))}: {share_of(voice, fact)}" for fact in facts]


def _ahead(words: Words, begun: Sequence[OccurrenceFact], ahead: Sequence[Ahead]) -> list[str]:
    """What has not begun, under a head of its own where something has."""
    return [later(words, ahead)] if begun else by_day(words, ahead)


def _which(voice: Voice, fact: OccurrenceFact) -> str:
    period = voice.period(fact.key, fact.ladder, voice.today)
    return upper_first(period) or (voice.day(fact.plan_due_on) if fact.plan_due_on else fact.key)


def _of_group(voice: Voice, facts: Sequence[OccurrenceFact]) -> str:
    """As "• Việc 1, quý I: 3/17 đã báo (hạn: …)", and who has not."""
    reported = [fact for fact in facts if fact.state in REPORTED]
    missing = [fact for fact in facts if fact.state not in REPORTED]
    label = upper_first(task_label(voice, facts[0]))
    count = voice.plural(
        "{done}/{n} unit has reported.", "{done}/{n} units have reported.", len(facts), done=len(reported)
    )
    rows = [awaited(voice, group, [fact for fact in facts if fact not in group]) for group in by_task(missing)]
    return "\n".join([f"• {label}: {count}", *(f"  {row}" for row in rows)])


def _by_key(facts: Sequence[OccurrenceFact]) -> list[list[OccurrenceFact]]:
    """The shares of each task and period together."""
    found: dict[tuple[int, str], list[OccurrenceFact]] = {}
    for group in by_task(facts):
        found.setdefault((group[0].task.id, group[0].key), []).extend(group)
    return list(found.values())


def _merged(words: Words, unit: UnitFact, merger: Merger, own: Sequence[OccurrenceFact]) -> str:
    itself = (
        words.text("Before the merger it had reported:")
        if own
        else words.text("Before the merger it had reported nothing.")
    )
    return f"{_gone(words, unit, merger)}\n{itself}"


def _gone(words: Words, unit: UnitFact, merger: Merger) -> str:
    fields = {"unit": unit.name, "successor": merger.successor.name}
    if merger.on is None:
        return words.text("{unit} was merged into {successor}, which took over its work.", **fields)
    day = words.day(merger.on)
    return words.text("{unit} was merged into {successor}, which took over its work on {day}.", day=day, **fields)


def _title(voice: Voice, name: str) -> str:
    return voice.text("PROGRESS OF {unit} – {day}", unit=name.upper(), day=voice.start_day(voice.today))
