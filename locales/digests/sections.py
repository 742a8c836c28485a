"""What a unit's digest is about: its items by what they ask for, with the sentence that asks, the nearest day first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from data.digests import DigestItem
from data.facts import OccurrenceFact, UnitFact
from data.kinds import Audience, Ladder
from locales import N_, Voice
from locales.items import CHECKINS, in_order, in_plan, is_past, last_taken
from locales.phrases import NAMES_SHOWN, names

_OPENINGS = frozenset({"opening", "period-start"})
_MID_YEAR = "mid-year"


class About(IntEnum):
    """What a section is about, in the order in which a digest says what has no day, or the same."""

    OVERDUE = 1
    DUE = 2
    MISSED = 3
    CHECKIN = 4
    PROGRESS = 5
    NEW = 6
    UNDATED = 7
    COORDINATING = 8
    MONITORING = 9


_BY_DAY = frozenset({About.DUE, About.MISSED, About.CHECKIN, About.PROGRESS})


@dataclass(frozen=True, slots=True)
class Section:
    """A request and the facts it is made for, in order."""

    about: About
    request: str
    facts: tuple[OccurrenceFact, ...]


def sections_of(voice: Voice, unit: UnitFact, items: Sequence[DigestItem]) -> list[Section]:
    """The items of a digest by what they ask for; check-ins of several periods make a section each."""
    groups: dict[tuple[About, date, str], list[OccurrenceFact]] = {}
    for item in items:
        groups.setdefault(_group_of(voice, item), []).append(_as_registered(voice, item))
    sections = [_section(voice, unit, key[0], groups[key]) for key in sorted(groups)]
    return sorted(sections, key=lambda section: _nearness(voice, section))


def _nearness(voice: Voice, section: Section) -> tuple[int, date]:
    """What is overdue first, then what has a day, the nearest first; what has none, or is of others, last."""
    if section.about is About.OVERDUE:
        return 0, date.min
    if section.about not in _BY_DAY:
        return 2, date.min
    days = [fact.due_on or date.max for fact in section.facts]
    return 1, min(days) if section.about is not About.MISSED else last_taken(voice.workdays, min(days))


def _as_registered(voice: Voice, item: DigestItem) -> OccurrenceFact:
    """The item's Occurrence; of few units that lead, a coordinating one hears the names they go by."""
    fact = item.occurrence
    if item.audience is Audience.UNIT or not 0 < len(item.leads) <= NAMES_SHOWN:
        return fact
    return replace(fact, task=replace(fact.task, lead_text=names(voice, item.leads)))


def _group_of(voice: Voice, item: DigestItem) -> tuple[About, date, str]:
    """What an item is about does not change when it is reported: a digest that is shown anew keeps its shape."""
    fact = item.occurrence
    if fact.ladder in CHECKINS and fact.due_on and item.audience is Audience.UNIT:
        return (About.MISSED if is_past(voice, fact) else About.CHECKIN), fact.due_on, fact.key
    return _about(voice, item), date.min, ""


def _about(voice: Voice, item: DigestItem) -> About:
    fact = item.occurrence
    if item.audience is not Audience.UNIT:
        return About.MONITORING if item.audience is Audience.MONITORING_UNIT else About.COORDINATING
    if fact.due_on is None and fact.ladder is not Ladder.CONDITIONAL:
        return About.UNDATED
    if item.rung in _OPENINGS or fact.due_on is None:
        return About.NEW
    if is_past(voice, fact):
        return About.OVERDUE
    return About.PROGRESS if item.rung == _MID_YEAR else About.DUE


def _section(voice: Voice, unit: UnitFact, about: About, facts: Sequence[OccurrenceFact]) -> Section:
    # What others lead is shown with their deadlines as issued, so it is looked for in the plan's order.
    ordered = sorted(facts, key=in_plan) if about is About.COORDINATING else in_order(facts)
    first = ordered[0]
    if about in {About.CHECKIN, About.MISSED} and first.due_on:
        request = _checkin_request(voice, about, first, first.due_on)
    else:
        request = _request(voice, unit, about)
    return Section(about, request, tuple(ordered))


_REQUESTS = {
    About.OVERDUE: N_("please complete and report the following overdue work"),
    About.DUE: N_("please complete the following work and report on time"),
    About.PROGRESS: N_("please report how far the following work has come in the first six months"),
    About.NEW: N_("please take the lead in the following work"),
    About.UNDATED: N_("please agree on a deadline with {office} (the plan names none)"),
    About.COORDINATING: N_("please support the following work when its lead unit asks"),
    About.MONITORING: N_("please follow up and urge the units in the following work, not reported in time"),
}


def _request(voice: Voice, unit: UnitFact, about: About) -> str:
    if about is About.UNDATED and unit.name == voice.office:
        return voice.text("please set a deadline (the plan names none)")
    return voice.text(_REQUESTS[about])


def _missed_request(voice: Voice, period: str, ended: str, due: date) -> str:
    """What is asked after a period's end; until when, as long as that is to come."""
    last = last_taken(voice.workdays, due)
    if last < voice.today:
        return voice.text("please report the results of {period} (the period ended on {day})", period=period, day=ended)
    return voice.text(
        "please report the results of {period} (the period ended on {day}; late reports accepted until the end of"
        " {last})",
        period=period,
        day=ended,
        last=voice.short_day(last),
    )


def _window(voice: Voice, fact: OccurrenceFact, due: date) -> str:
    """A period by its name and its days, for a quarter of reports is none of the calendar."""
    return voice.text(
        "{period} (reporting period {first}–{last})",
        period=voice.period(fact.key, fact.ladder, voice.today),
        first=voice.short_day(fact.starts_on),
        last=voice.short_day(fact.plan_due_on or due),
    )


def _checkin_request(voice: Voice, about: About, fact: OccurrenceFact, due: date) -> str:
    today, workdays = voice.today, voice.workdays
    period = _window(voice, fact, due)
    day = voice.short_day(due) if due.year == today.year else voice.day(due)
    if about is About.MISSED:
        return _missed_request(voice, voice.period(fact.key, fact.ladder, today), day, due)
    if today >= due:
        return voice.text("please report the results of {period} by the end of today", period=period)
    left = workdays.until(today, due)
    if left == 0:
        return voice.text(
            "please report the results of {period} by the end of {day} (today is the last working day before it)",
            period=period,
            day=day,
        )
    return voice.plural(
        "please report the results of {period} by the end of {day} ({n} working day left)",
        "please report the results of {period} by the end of {day} ({n} working days left)",
        left,
        period=period,
        day=day,
    )
