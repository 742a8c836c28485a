"""Answers about who has been urged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from data.facts import OccurrenceFact, UnitFact
from data.talk import Act, Choice, Outgoing
from locales import Voice, Words
from locales.items import by_task, task_label
from locales.phrases import message, to_report, upper_first, why_closed
from locales.rows import crowd, label_of, urging_choices
from locales.say.lateness import missed_beside
from locales.say.talking import choose

# As many of Nội vụ's own tasks are shown with how to report them.
OWN_SHOWN = 3


def not_yet_due(voice: Voice, owed: Sequence[OccurrenceFact], codes: Sequence[str]) -> Outgoing:
    """What was to be urged is not due for long; how to have it urged all the same."""
    lines, numbers = [], []
    for group in by_task(owed):
        task = upper_first(task_label(voice, group[0]))
        numbers.append(group[0].task.typed)
        if group[0].due_on is None:
            lines.append(voice.text("{task} has no deadline yet, so no urgent reminder is needed.", task=task))
        else:
            day = voice.day(group[0].due_on)
            lines.append(
                voice.text("{task} is not due yet ({day}), so no urgent reminder is needed.", task=task, day=day)
            )
    act = Act("don doc", tuple(dict.fromkeys(numbers)), units=tuple(codes), then="van gui")
    how = voice.text("To send one anyway, type: {command}", command=act.typed)
    return Outgoing("", "\n".join([*lines, how]), (Choice(voice.text("Remind anyway"), act),))


def ask_to_urge(voice: Voice, owed: Sequence[OccurrenceFact], whom: Sequence[str], period: str = "") -> Outgoing:
    """Whether all that owe anything are to be urged, or of these those in `whom`, as it is typed, for a period."""
    units = len({fact.unit.id for fact in owed})
    question = voice.plural(
        "Nothing has been sent yet. Send an urgent reminder to {n} unit about all that is late or missing?",
        "Nothing has been sent yet. Send an urgent reminder to all {n} units about all that is late or missing?",
        units,
    )
    is_group = bool(whom) and not whom[0].startswith("tru ")
    how = "" if is_group else "tat ca"
    act = Act("don doc", how=how, units=tuple(whom), text=period, then="dong y")
    return choose(voice, question, [Choice(voice.text("Send the urgent reminder"), act)])


@dataclass(frozen=True, slots=True)
class Urged:
    """Who hears of what now, who was urged `before` on this day, of whom it is not known, and who cannot hear.

    Of the `silent` those that have a chat are among the `lost`, by unit, with why it cannot be written to. What is Nội
    vụ's `own` it may report by itself. `leads` are all units that lead each task.
    """

    heard: Sequence[OccurrenceFact]
    before: Sequence[OccurrenceFact]
    unsure: Sequence[OccurrenceFact]
    silent: Sequence[OccurrenceFact]
    lost: Mapping[int, str]
    own: Sequence[OccurrenceFact]
    leads: Mapping[int, Sequence[UnitFact]]


def urged(voice: Voice, urging: Urged, *, later: datetime | None) -> Outgoing:
    """Who is urged now, or `later`, at the next slot; and who is not, and why."""
    own = urging.own
    sections = (
        (_head(voice, urging.heard, later), urging.heard),
        (voice.text("Urgent reminder already sent today, not sent again:"), urging.before),
        (voice.text("Urgent reminder already sent today, delivery not confirmed, not sent again:"), urging.unsure),
        *_cannot_hear(voice, urging),
    )
    lines = ["\n".join([name, *_lines(voice, facts, urging.leads)]) for name, facts in sections if facts]
    if own:
        how = " · ".join(dict.fromkeys(to_report(fact) for fact in own[:OWN_SHOWN]))
        lines.append(voice.text("{unit} reports for itself: {commands}", unit=own[0].unit.name, commands=how))
    return message(*lines)


def _head(words: Words, heard: Sequence[OccurrenceFact], later: datetime | None) -> str:
    count = len({fact.unit.id for fact in heard})
    if later is None or not heard:
        return words.plural(
            "An urgent reminder was sent to {n} unit:", "An urgent reminder was sent to {n} units:", count
        )
    at = words.moment(later, heard[0].task.plan.zone)
    return words.plural(
        "An urgent reminder will be sent at {at} to {n} unit:",
        "An urgent reminder will be sent at {at} to {n} units:",
        count,
        at=at,
    )


def _cannot_hear(words: Words, urging: Urged) -> Iterator[tuple[str, Sequence[OccurrenceFact]]]:
    """Units whose chats cannot be written to, those of one reason together, and units without one."""
    reasons: dict[str, list[OccurrenceFact]] = {}
    without = []
    for fact in urging.silent:
        if fact.unit.id in urging.lost:
            reasons.setdefault(why_closed(words, urging.lost[fact.unit.id]), []).append(fact)
        else:
            without.append(fact)
    for reason, facts in reasons.items():
        head = words.text("Cannot be delivered ({reason}); please get in touch directly:", reason=reason)
        yield head, facts
    yield words.text("Without a chat, nothing can be sent; please get in touch directly:"), without


def nobody_to_urge(
    voice: Voice,
    numbers: Sequence[str],
    units: Sequence[str],
    missed: Sequence[OccurrenceFact],
    named: Sequence[str] = (),
) -> Outgoing:
    """There is nobody to urge: all of these tasks has been reported, or nothing is overdue (of these units).

    `missed` are the check-ins that are no overdue work and may be urged: of exactly the units `named`, as typed.
    """
    beside = missed_beside(voice, missed, may_urge=True, units=named)
    choices = tuple(urging_choices(voice, (), missed))
    if missed and named:
        choices = (Choice(voice.text("Urgent reminder: these units"), Act("don doc", units=tuple(named))),)
    if units and not numbers:
        said = voice.text("{units}: no work is overdue.", units=voice.list(units))
    elif numbers:
        said = voice.text("No unit needs an urgent reminder about task {numbers}.", numbers=voice.list(numbers))
    else:
        said = voice.text("As of {day}, no work is overdue.", day=voice.weekday_day(voice.today))
    return Outgoing("", message(said, *beside).text, choices)


def _lines(voice: Voice, facts: Sequence[OccurrenceFact], leads: Mapping[int, Sequence[UnitFact]]) -> list[str]:
    """The tasks with the units they are about, those of the same units together; of many all but those that are not."""
    alike: dict[tuple[str, str], list[str]] = {}
    for group in by_task(facts):
        units = [fact.unit for fact in group]
        others = [unit for unit in leads.get(group[0].task.id, ()) if unit not in units]
        period = voice.period(group[0].key, group[0].ladder, voice.today)
        alike.setdefault((period, crowd(voice, units, others)), []).append(group[0].task.typed)
    return [f"• {upper_first(label_of(voice, numbers, period))}: {units}" for (period, units), numbers in alike.items()]
