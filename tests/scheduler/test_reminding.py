"""The rules of nagging: whole ladders day by day, one decision at a time, and what must hold of any."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.columns import known
from data.facts import OccurrenceForReminding
from data.kinds import Audience, Ladder, State
from data.workdays import workdays
from scheduler.reminding import AGAIN, LADDERS, Decision, Said, decide, quiet_at_most
from scheduler.slots import Policy

POLICY = Policy()
CALENDAR = workdays()
LEAD = 10
ON = date(2023, 1, 11)
DUE = date(2023, 1, 31)
# When what closed unreported of quý I is asked for once more.
MISSED = date(2023, 4, 14)


def fact(
    ladder: Ladder = Ladder.DATED,
    *,
    due_on: date | None = DUE,
    opens_on: date = ON,
    starts_on: date | None = None,
    state: State = State.OPEN,
    coordinating: tuple[int, ...] = (),
    heard_on: date | None = None,
    done_on: date | None = None,
) -> OccurrenceForReminding:
    return OccurrenceForReminding(
        1, ladder, starts_on or opens_on, opens_on, due_on, state, LEAD, coordinating, heard_on, done_on
    )


def decided(one: OccurrenceForReminding, today: date) -> Decision:
    return decide(one, today, CALENDAR, POLICY)


def working_days(first: date, last: date) -> list[date]:
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if CALENDAR.is_working(day)]


def walked(one: OccurrenceForReminding, slots: Iterable[date]) -> list[tuple[date, Decision]]:
    """What is decided from slot to slot, asked only on the days that the decision before has named."""
    told: list[tuple[date, Decision]] = []
    next_day: date | None = one.opens_on
    for today in slots:
        if next_day is not None and next_day <= today:
            decision = decided(one, today)
            told.append((today, decision))
            next_day = decision.next_day
            heard = {said.unit_id for said in decision.reminders if said.audience is Audience.COORDINATING_UNIT}
            left = tuple(unit for unit in one.coordinating if unit not in heard)
            one = replace(one, heard_on=today, coordinating=left) if decision.reminders else one
            one = replace(one, state=State.CLOSED, unreported=True) if decision.close else one
    return told


def ladder_of(one: OccurrenceForReminding, last: date) -> list[str]:
    """The lead unit's rungs as "2023-01-11 opening", from the opening to `last`, and the closing."""
    lines: list[str] = []
    for day, decision in walked(one, working_days(one.opens_on, last)):
        lines += [f"{day} {said.rung}" for said in decision.reminders if said.audience is Audience.UNIT]
        lines += [f"{day} close"] if decision.close else []
    return lines


def lead_days(one: OccurrenceForReminding, slots: list[date]) -> dict[date, str]:
    return {
        day: said.rung
        for day, decision in walked(one, slots)
        for said in decision.reminders
        if said.audience is Audience.UNIT
    }


def listed(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.strip().splitlines()]


def test_a_task_due_after_tet() -> None:
    assert ladder_of(fact(), date(2023, 6, 30)) == listed("""
        2023-01-11 opening
        2023-01-17 -5
        2023-01-27 -2
        2023-01-31 0
        2023-02-01 +1
        2023-02-03 +3
        2023-02-06 weekly
        2023-02-13 weekly
        2023-02-20 weekly
        2023-02-27 weekly
        2023-03-06 weekly
        2023-03-13 weekly
        2023-03-20 weekly
        2023-03-27 weekly
        2023-04-03 monthly
        2023-05-04 monthly
        2023-06-01 monthly
    """)


def test_an_event_is_told_on_the_working_day_before_and_that_morning() -> None:
    evening = fact(Ladder.EVENT, due_on=date(2023, 3, 15))
    assert ladder_of(evening, date(2023, 3, 17)) == listed("""
        2023-01-11 opening
        2023-03-14 eve
        2023-03-15 0
        2023-03-16 +1
    """)
    saturday = fact(Ladder.EVENT, due_on=date(2023, 3, 18))
    assert ladder_of(saturday, date(2023, 3, 20)) == listed("""
        2023-01-11 opening
        2023-03-17 0
    """)


def test_a_due_day_on_a_sunday_is_overdue_only_when_the_next_working_day_has_ended() -> None:
    one = fact(due_on=date(2023, 12, 31), opens_on=date(2023, 12, 1))
    assert ladder_of(one, date(2024, 3, 1)) == listed("""
        2023-12-01 opening
        2023-12-15 -10
        2023-12-22 -5
        2023-12-27 -2
        2023-12-29 0
        2024-01-03 +1
        2024-01-05 +3
        2024-01-08 weekly
        2024-01-15 weekly
        2024-01-22 weekly
        2024-01-29 weekly
        2024-02-05 weekly
        2024-02-15 weekly
        2024-02-19 weekly
        2024-02-26 weekly
        2024-03-01 monthly
    """)


def test_mondays_off_that_give_way_to_one_day_are_one_rung() -> None:
    one = fact(due_on=date(2025, 1, 15), opens_on=date(2025, 1, 15))
    assert ladder_of(one, date(2025, 2, 10)) == listed("""
        2025-01-15 0
        2025-01-16 +1
        2025-01-20 +3
        2025-02-03 weekly
        2025-02-10 weekly
    """)


def test_quarter_iii() -> None:
    one = fact(Ladder.QUARTER, due_on=date(2023, 9, 30), starts_on=date(2023, 7, 1))
    assert ladder_of(one, date(2023, 10, 9)) == listed("""
        2023-01-11 opening
        2023-07-03 quarter-start
        2023-08-30 -20
        2023-09-15 -10
        2023-09-22 -5
        2023-09-27 -2
        2023-09-29 0
        2023-10-03 +1
        2023-10-05 +3
        2023-10-09 weekly
    """)


def test_a_year() -> None:
    one = fact(Ladder.YEAR, due_on=date(2023, 12, 31), starts_on=date(2023, 1, 1))
    assert ladder_of(one, date(2024, 1, 3)) == listed("""
        2023-01-11 opening
        2023-06-07 mid-year
        2023-10-06 -60
        2023-12-01 -20
        2023-12-07 year-end
        2023-12-22 -5
        2023-12-27 -2
        2023-12-29 0
        2024-01-03 +1
    """)


def test_a_year_that_ends_in_november_has_no_year_end() -> None:
    one = fact(Ladder.YEAR, due_on=date(2023, 11, 30), starts_on=date(2023, 1, 1))
    assert ladder_of(one, date(2023, 12, 11)) == listed("""
        2023-01-11 opening
        2023-06-07 mid-year
        2023-09-07 -60
        2023-11-02 -20
        2023-11-23 -5
        2023-11-28 -2
        2023-11-30 0
        2023-12-01 +1
        2023-12-05 +3
        2023-12-11 weekly
    """)


def test_eight_weeks_from_a_monday_are_eight_mondays() -> None:
    one = fact(due_on=date(2023, 6, 5), heard_on=date(2023, 6, 8), opens_on=date(2023, 6, 1))
    assert ladder_of(one, date(2023, 9, 30)) == listed("""
        2023-06-12 weekly
        2023-06-19 weekly
        2023-06-26 weekly
        2023-07-03 weekly
        2023-07-10 weekly
        2023-07-17 weekly
        2023-07-24 weekly
        2023-07-31 weekly
        2023-08-01 monthly
        2023-09-05 monthly
    """)


def test_a_standing_check_in() -> None:
    one = fact(Ladder.STANDING, due_on=date(2023, 3, 14), starts_on=date(2022, 12, 15))
    assert ladder_of(one, date(2023, 6, 30)) == listed("""
        2023-03-07 -5
        2023-03-14 0
        2023-03-17 +3
        2023-03-22 close
        2023-04-14 missed
    """)


def test_a_month_that_is_missed_is_followed_by_the_next() -> None:
    one = fact(Ladder.STANDING, due_on=date(2023, 3, 14), starts_on=date(2023, 2, 15))
    assert ladder_of(one, date(2023, 6, 30))[-1] == "2023-03-22 close"


def test_a_check_in_whose_window_ends_on_a_day_off() -> None:
    one = fact(Ladder.STANDING, due_on=date(2025, 12, 14), opens_on=date(2025, 9, 15))
    assert ladder_of(one, date(2026, 3, 1)) == listed("""
        2025-12-05 -5
        2025-12-12 0
        2025-12-18 +3
        2025-12-23 close
        2026-01-14 missed
    """)


def test_a_weekly_check_in_does_not_pile_up() -> None:
    one = fact(Ladder.WEEKLY, due_on=date(2023, 2, 5), opens_on=date(2023, 1, 30))
    assert ladder_of(one, date(2023, 6, 30)) == listed("""
        2023-02-03 0
        2023-02-14 close
    """)


def test_a_week_off_altogether_is_not_asked_for() -> None:
    one = fact(Ladder.WEEKLY, due_on=date(2022, 2, 6), opens_on=date(2022, 1, 31))
    assert ladder_of(one, date(2022, 6, 30)) == ["2022-02-15 close"]


def test_a_monthly_report() -> None:
    one = fact(Ladder.RECURRING, due_on=date(2023, 5, 31), opens_on=date(2023, 5, 1))
    assert ladder_of(one, date(2023, 6, 13)) == listed("""
        2023-05-04 period-start
        2023-05-24 -5
        2023-05-31 0
        2023-06-01 +1
        2023-06-05 +3
        2023-06-12 weekly
    """)


def test_a_period_begun_before_the_opening_has_no_start_to_tell() -> None:
    one = fact(Ladder.RECURRING, starts_on=date(2023, 1, 1))
    assert ladder_of(one, DUE) == ["2023-01-17 -5", "2023-01-31 0"]


def test_rungs_on_one_day_keep_the_one_nearest_the_deadline() -> None:
    one = fact(opens_on=date(2023, 1, 17), coordinating=(20,))
    assert decided(one, date(2023, 1, 17)) == Decision(
        (Said("-5", Audience.UNIT, LEAD), Said("opening", Audience.COORDINATING_UNIT, 20)), date(2023, 1, 27)
    )


def test_an_opening_on_a_day_off_is_told_on_the_next_working_day() -> None:
    one = fact(opens_on=date(2023, 1, 14))
    assert decided(one, date(2023, 1, 13)) == Decision((), date(2023, 1, 16))
    assert decided(one, date(2023, 1, 16)) == Decision((Said("opening", Audience.UNIT, LEAD),), date(2023, 1, 17))


@pytest.mark.parametrize("unreadable", [{"ladder": Ladder.UNREADABLE}, {"state": State.UNREADABLE}])
def test_of_what_cannot_be_read_nobody_hears(unreadable: dict[str, Ladder | State]) -> None:
    assert decided(replace(fact(), **unreadable), ON) == Decision()  # type: ignore[arg-type]  # its fields


@pytest.mark.parametrize("ladder", [one for one in known(Ladder) if one not in (Ladder.STANDING, Ladder.WEEKLY)])
def test_coordinating_units_hear_once_at_the_opening(ladder: Ladder) -> None:
    asked = ladder in (Ladder.CONDITIONAL, Ladder.UNSPECIFIED)
    one = fact(ladder, due_on=None if asked else date(2023, 12, 31), coordinating=(20, 30))
    heard = [
        (day, said.rung, said.unit_id)
        for day, decision in walked(one, working_days(ON, date(2024, 6, 30)))
        for said in decision.reminders
        if said.audience is Audience.COORDINATING_UNIT
    ]
    assert heard == [(ON, "opening", 20), (ON, "opening", 30)]


def test_coordinating_units_hear_of_a_standing_duty_though_its_lead_does_not_yet() -> None:
    one = fact(Ladder.STANDING, due_on=date(2023, 3, 14), coordinating=(20,))
    assert decided(one, ON) == Decision((Said("opening", Audience.COORDINATING_UNIT, 20),), date(2023, 3, 7))
    later = date(2023, 1, 12)
    assert decided(replace(one, heard_on=ON, coordinating=()), later) == Decision((), date(2023, 3, 7))


def test_a_unit_that_comes_to_support_a_task_is_told_though_others_have_heard_of_it() -> None:
    one = fact(coordinating=(30,), heard_on=ON)
    said = (Said("opening", Audience.COORDINATING_UNIT, 30),)
    assert decided(one, date(2023, 1, 12)) == Decision(said, date(2023, 1, 17))


def test_a_condition_is_asked_of_the_coordinator_each_month_and_told_to_the_lead_once() -> None:
    one = fact(Ladder.CONDITIONAL, due_on=None)
    assert walked(one, working_days(ON, date(2023, 3, 31))) == [
        (
            ON,
            Decision((Said("opening", Audience.UNIT, LEAD), Said("ask", Audience.COORDINATOR, LEAD)), date(2023, 2, 1)),
        ),
        (date(2023, 2, 1), Decision((Said("ask", Audience.COORDINATOR, LEAD),), date(2023, 3, 1))),
        (date(2023, 3, 1), Decision((Said("ask", Audience.COORDINATOR, LEAD),), date(2023, 4, 3))),
    ]


def test_a_condition_is_asked_again_on_the_day_after_it_came_true() -> None:
    one = replace(fact(Ladder.CONDITIONAL, due_on=None, heard_on=ON), freed_on=date(2023, 1, 17))
    assert decided(one, date(2023, 1, 17)) == Decision((), date(2023, 1, 18))
    asked = (Said("ask", Audience.COORDINATOR, LEAD),)
    assert decided(one, date(2023, 1, 18)) == Decision(asked, date(2023, 2, 1))


def test_a_blank_cell_is_asked_of_both_each_month() -> None:
    both = (Said("ask", Audience.UNIT, LEAD), Said("ask", Audience.COORDINATOR, LEAD))
    assert walked(fact(Ladder.UNSPECIFIED, due_on=None), working_days(ON, date(2023, 2, 28))) == [
        (ON, Decision(both, date(2023, 2, 1))),
        (date(2023, 2, 1), Decision(both, date(2023, 3, 1))),
    ]


@pytest.mark.parametrize("ladder", [Ladder.CONDITIONAL, Ladder.UNSPECIFIED])
def test_once_a_day_is_set_the_task_is_dated(ladder: Ladder) -> None:
    one = fact(ladder, due_on=date(2023, 3, 31), heard_on=date(2023, 3, 1))
    assert decided(one, date(2023, 3, 2)) == Decision((), date(2023, 3, 17))
    assert decided(one, date(2023, 3, 17)) == Decision((Said("-10", Audience.UNIT, LEAD),), date(2023, 3, 24))


def test_a_dated_task_that_has_lost_its_day_is_asked_for() -> None:
    both = (Said("ask", Audience.UNIT, LEAD), Said("ask", Audience.COORDINATOR, LEAD))
    assert decided(fact(due_on=None), ON) == Decision(both, date(2023, 2, 1))


def test_downtime_costs_one_catch_up() -> None:
    one = fact(heard_on=ON)
    assert decided(one, date(2023, 2, 2)) == Decision((Said("+1", Audience.UNIT, LEAD),), date(2023, 2, 3))


def test_a_service_that_was_down_at_the_opening_still_tells_the_coordinating_units() -> None:
    one = fact(coordinating=(20,))
    assert decided(one, date(2023, 1, 30)) == Decision(
        (Said("-2", Audience.UNIT, LEAD), Said("opening", Audience.COORDINATING_UNIT, 20)), date(2023, 1, 31)
    )


def test_a_check_in_missed_in_a_downtime_is_told_before_it_closes() -> None:
    one = fact(Ladder.STANDING, due_on=date(2023, 3, 14), heard_on=date(2023, 3, 7))
    said = decided(one, date(2023, 4, 3))
    assert said == Decision((Said("+3", Audience.UNIT, LEAD),), date(2023, 4, 4))
    assert decided(replace(one, heard_on=date(2023, 4, 3)), date(2023, 4, 4)) == Decision(next_day=MISSED, close=True)


def test_a_day_that_has_been_heard_says_nothing_more() -> None:
    assert decided(fact(heard_on=ON), ON) == Decision((), date(2023, 1, 17))


def test_a_later_day_sets_the_ladder_anew() -> None:
    one = fact(due_on=date(2023, 2, 28), heard_on=date(2023, 2, 1))
    assert decided(one, date(2023, 2, 2)) == Decision((), date(2023, 2, 14))


def test_what_fell_due_before_the_opening_and_still_counts_goes_on_as_overdue() -> None:
    one = fact(opens_on=date(2023, 2, 8))
    assert ladder_of(one, date(2023, 2, 20)) == listed("""
        2023-02-08 opening
        2023-02-13 weekly
        2023-02-20 weekly
    """)


@pytest.mark.parametrize(
    ("today", "decision"),
    [
        (date(2023, 1, 30), Decision(next_day=date(2023, 2, 14))),
        (date(2023, 2, 13), Decision(next_day=date(2023, 2, 14))),  # ten working days have passed, not more
        (date(2023, 2, 14), Decision(accept=True)),
        (date(2023, 5, 4), Decision(accept=True)),
    ],
)
def test_a_report_counts_as_accepted_after_its_time(today: date, decision: Decision) -> None:
    assert decided(fact(state=State.DONE, done_on=date(2023, 1, 30)), today) == decision


@pytest.mark.parametrize("state", [State.ACCEPTED, State.CLOSED])
def test_what_is_over_says_nothing(state: State) -> None:
    assert decided(fact(state=state, coordinating=(20,)), date(2023, 2, 6)) == Decision()


def test_a_check_in_sent_back_late_has_its_grace_from_that_day() -> None:
    window = fact(Ladder.STANDING, due_on=date(2023, 3, 14), heard_on=date(2023, 3, 14))
    returned = replace(window, returned_on=date(2023, 3, 24))
    assert [
        (day, decision.close, [said.rung for said in decision.reminders])
        for day, decision in walked(returned, working_days(date(2023, 3, 24), date(2023, 4, 3)))
        if decision.close or decision.reminders
    ] == [(date(2023, 3, 29), False, ["+3"]), (date(2023, 4, 3), True, [])]


def test_a_report_sent_back_has_been_told_so_and_what_lies_before_is_not_said_again() -> None:
    returned = replace(fact(heard_on=date(2023, 1, 24)), returned_on=date(2023, 1, 31))
    assert decided(returned, date(2023, 1, 31)) == Decision((), date(2023, 2, 1))
    assert decided(returned, date(2023, 2, 1)) == Decision((Said("+1", Audience.UNIT, LEAD),), date(2023, 2, 3))


def test_patience_is_the_policy_s() -> None:
    brief = Policy(grace_days=1, accept_after_days=2, overdue_weeks=1)
    window = fact(Ladder.STANDING, due_on=date(2023, 3, 14), heard_on=date(2023, 3, 14))
    assert decide(window, date(2023, 3, 15), CALENDAR, brief) == Decision((), date(2023, 3, 16))
    assert decide(window, date(2023, 3, 16), CALENDAR, brief) == Decision(next_day=MISSED, close=True)
    done = fact(state=State.DONE, done_on=date(2023, 3, 14))
    assert decide(done, date(2023, 3, 17), CALENDAR, brief) == Decision(accept=True)
    late = fact(heard_on=date(2023, 2, 6))
    assert decide(late, date(2023, 2, 7), CALENDAR, brief) == Decision((), date(2023, 3, 1))


DATED = [Ladder.DATED, Ladder.QUARTER, Ladder.YEAR, Ladder.RECURRING, Ladder.STANDING, Ladder.WEEKLY]


@st.composite
def open_facts(draw: st.DrawFn) -> OccurrenceForReminding:
    opens_on = draw(st.dates(date(2022, 1, 1), date(2026, 6, 30)))
    return fact(
        draw(st.sampled_from(DATED)),
        opens_on=opens_on,
        starts_on=opens_on + timedelta(days=draw(st.integers(-60, 60))),
        due_on=opens_on + timedelta(days=draw(st.integers(0, 200))),
        coordinating=draw(st.sampled_from([(), (20,), (20, 30)])),
    )


def counted_rungs(one: OccurrenceForReminding, slots: list[date]) -> dict[str, date]:
    """The numbered rungs by plain counting of days left and days gone, which is not how the rules find them."""
    assert one.due_on is not None
    due = one.due_on
    grace = next(day for day in slots if day >= due)
    left = {f"-{CALENDAR.until(day, due)}".replace("-0", "0"): day for day in slots if day <= due}
    gone = {f"+{CALENDAR.until(grace, day)}": day for day in slots if day > grace}
    return {rung: day for rung, day in (left | gone).items() if rung in LADDERS[one.ladder]}


@settings(max_examples=150, derandomize=True, database=None, deadline=None)
@given(open_facts())
def test_day_by_day_every_rung_is_said_once_on_its_day(one: OccurrenceForReminding) -> None:
    assert one.due_on is not None
    slots = working_days(one.opens_on, one.due_on + timedelta(days=120))
    lead = [
        (said.rung, day) for day, decision in walked(one, slots) for said in decision.reminders if said.unit_id == LEAD
    ]
    days = [day for _, day in lead]
    assert days == sorted(set(days))
    assert all(CALENDAR.is_working(day) for day in days)
    counted = counted_rungs(one, slots)
    assert set(counted.values()) <= set(days)
    assert all(day == counted[rung] for rung, day in lead if rung in counted)
    fixed = [rung for rung, _ in lead if rung not in ("weekly", "monthly")]
    assert len(fixed) == len(set(fixed))
    assert set(fixed) <= set(LADDERS[one.ladder])


@settings(max_examples=150, derandomize=True, database=None, deadline=None)
@given(open_facts(), st.data())
def test_downtime_yields_one_catch_up_and_loses_no_last_rung(one: OccurrenceForReminding, data: st.DataObject) -> None:
    assert one.due_on is not None
    slots = working_days(one.opens_on, one.due_on + timedelta(days=60))
    up = data.draw(st.lists(st.booleans(), min_size=len(slots), max_size=len(slots)))
    open_slots = [day for day, is_up in zip(slots, up, strict=True) if is_up]
    smooth = lead_days(one, slots)
    bumpy = lead_days(one, open_slots)
    # Each stretch of days since the slot before says one thing if any rung fell in it, and that one is its last.
    wanted: dict[date, str] = {}
    for before, today in zip([date.min, *open_slots], open_slots, strict=False):
        missed = [day for day in smooth if before < day <= today]
        if missed:
            wanted[today] = smooth[max(missed)]
    assert bumpy == wanted


@settings(max_examples=150, derandomize=True, database=None, deadline=None)
@given(open_facts(), st.integers(0, 300), st.none() | st.integers(0, 300))
def test_a_decision_depends_on_its_arguments_alone(one: OccurrenceForReminding, today: int, heard: int | None) -> None:
    day = CALENDAR.on_or_after(one.opens_on + timedelta(days=today))
    known = replace(one, heard_on=None if heard is None else one.opens_on + timedelta(days=heard))
    first = decided(known, day)
    assert decide(known, day, workdays(), Policy()) == first
    assert first.next_day is None or (first.next_day > day and CALENDAR.is_working(first.next_day))
    assert not (first.close and first.reminders)


def test_a_unit_that_asked_for_quiet_hears_nothing_before_that_day_and_one_word_on_it() -> None:
    one = replace(fact(heard_on=ON), quiet_until=date(2023, 1, 30))
    slots = working_days(date(2023, 1, 12), date(2023, 2, 3))
    assert lead_days(one, slots) == {
        date(2023, 1, 30): AGAIN,
        date(2023, 1, 31): "0",
        date(2023, 2, 1): "+1",
        date(2023, 2, 3): "+3",
    }


def test_the_rung_of_that_day_is_said_instead() -> None:
    one = replace(fact(heard_on=ON), quiet_until=DUE)
    assert lead_days(one, working_days(date(2023, 1, 12), DUE)) == {DUE: "0"}


def test_a_quiet_that_ends_on_a_day_off_ends_on_the_working_day_after() -> None:
    one = replace(fact(heard_on=ON), quiet_until=date(2023, 1, 22))
    assert lead_days(one, working_days(date(2023, 1, 12), date(2023, 1, 30))) == {date(2023, 1, 27): "-2"}


def test_a_downtime_over_the_end_of_the_quiet_yields_one_word() -> None:
    one = replace(fact(heard_on=ON), quiet_until=date(2023, 1, 16))
    assert lead_days(one, [date(2023, 1, 30)]) == {date(2023, 1, 30): "-2"}


def test_a_quiet_that_is_over_changes_nothing() -> None:
    one = replace(fact(heard_on=date(2023, 1, 17)), quiet_until=date(2023, 1, 16))
    slots = working_days(date(2023, 1, 18), date(2023, 2, 3))
    assert lead_days(one, slots) == lead_days(replace(one, quiet_until=None), slots)


def test_the_others_hear_while_the_unit_is_quiet() -> None:
    one = fact(Ladder.UNSPECIFIED, due_on=None, opens_on=date(2023, 2, 1), coordinating=(20,))
    one = replace(one, quiet_until=date(2023, 2, 3))
    assert decided(one, date(2023, 2, 1)) == Decision(
        (Said("opening", Audience.COORDINATING_UNIT, 20), Said("ask", Audience.COORDINATOR, LEAD)), date(2023, 2, 3)
    )


def test_a_missed_check_in_closes_although_its_unit_is_quiet() -> None:
    one = replace(
        fact(Ladder.STANDING, due_on=date(2023, 3, 14), heard_on=date(2023, 3, 14)), quiet_until=date(2023, 3, 24)
    )
    assert decided(one, date(2023, 3, 22)) == Decision(next_day=MISSED, close=True)


@pytest.mark.parametrize(
    ("due_on", "quiet_until", "today", "latest"),
    [
        (DUE, None, date(2023, 1, 12), DUE),
        (DUE, date(2023, 1, 17), date(2023, 1, 12), DUE),
        (date(2023, 3, 18), None, date(2023, 3, 14), date(2023, 3, 17)),
        (date(2023, 3, 18), None, date(2023, 3, 20), date(2023, 3, 21)),
        (DUE, None, DUE, date(2023, 2, 1)),
        (DUE, None, date(2023, 2, 1), date(2023, 2, 8)),
        (DUE, date(2023, 2, 8), date(2023, 2, 6), date(2023, 2, 8)),
        (DUE, date(2023, 2, 8), date(2023, 2, 8), date(2023, 2, 15)),
        (None, None, date(2023, 2, 1), date(2023, 3, 1)),
    ],
)
def test_how_long_reminding_may_be_put_off(
    due_on: date | None, quiet_until: date | None, today: date, latest: date
) -> None:
    assert quiet_at_most(due_on, quiet_until, today, CALENDAR) == latest
