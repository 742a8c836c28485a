"""What Nội vụ hears in a slot: what is new since its digest before; with it, or as a week begins, what waits."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from data import reminders, views
from data.facts import CoordinatorDigest, OccurrenceFact, UnitFact
from data.kinds import Closing
from data.model import Address, Message, Question, Unit
from data.office import announcing, delivered, looking, pending, reviewing
from data.people import addressing
from data.reminders import Before
from data.store import Session
from data.views.questions import DAY_IN_QUESTION, NO_DAY, facts_of, waiting
from data.workdays import Workdays
from scheduler.slots import Policy

DAYS_OF_WEEK = 7


def digest_of(
    session: Session, unit: UnitFact, message: Message, policy: Policy, workdays: Workdays
) -> CoordinatorDigest | None:
    """What the digest `message` says to Nội vụ as things stand; None where nothing is new and no week begins."""
    today, before = message.slot_day, reminders.before(session, message)
    late = pending.late(session, today, *closing_days(before, today, policy, workdays))
    asked = reminders.asked_of_coordinators(session, message, before)
    unanswered, lost = waiting(session, today), addressing.unreachable(session)
    in_grace = tuple(fact for fact in late if views.is_missed(fact, today, workdays))
    found = CoordinatorDigest(
        unit=unit,
        overdue=tuple(fact for fact in late if views.is_overdue(fact, today, workdays)),
        answered=tuple(fact for fact in pending.answered_since(session, before.at) if fact.unit.id != unit.id),
        asked=asked,
        questions=facts_of(session, (each for each in _beside(asked, unanswered) if _is_new(each, before))),
        unreachable=tuple((views.unit_fact(unit), chat.unreachable_reason or "") for unit, chat in lost),
        extensions=pending.extensions(session),
        missed=(
            *(fact for fact in in_grace if _has_just_ended(fact, before, today, workdays)),
            *(fact for fact in late if fact.closing is Closing.UNREPORTED),
        ),
        in_grace=in_grace,
        settled=announcing.settled(session, before.at),
        difficult=reviewing.waiting(session),
    )
    begins_week = workdays.on_or_after(_monday(today)) == today
    if not (begins_week or _has_news(found, lost, before, workdays)):
        return None
    begins_month = begins_week and _monday(today).day <= DAYS_OF_WEEK
    found = replace(
        found,
        overdue=delivered.marked(session, found.overdue, today, workdays),
        missed=delivered.marked(session, found.missed, today, workdays),
        owing=pending.owing(session, found.missed),
        unread=sum(count for unit_id, count in pending.unread(session).items() if unit_id != unit.id),
        this_week=_this_week(session, today, workdays) if begins_week else None,
    )
    # What waits unchanged is recalled once a month.
    if begins_month or pending.questions_changed(session, before.at):
        found = replace(found, unanswered=len(unanswered))
    if begins_month or pending.chats_changed(session, before.at):
        found = replace(found, not_joined=pending.not_joined(session))
    return found


def told_of(digest: CoordinatorDigest) -> tuple[OccurrenceFact, ...]:
    """All that a digest tells of one by one."""
    return (
        *digest.overdue,
        *digest.missed,
        *digest.settled,
        *digest.answered,
        *digest.extensions,
        *digest.asked,
        *(digest.this_week or ()),
    )


def _has_news(
    digest: CoordinatorDigest, lost: Iterable[tuple[Unit, Address]], before: Before, workdays: Workdays
) -> bool:
    """Whether anything has come up since the digest before; what was told already waits for the week to begin."""
    return bool(
        digest.answered
        or digest.asked
        or digest.questions
        or digest.missed
        or digest.settled
        or any(_late_since(fact, workdays) > before.day for fact in digest.overdue)
        or any(fact.extension.at > before.at for fact in digest.extensions if fact.extension)
        or any(fact.difficulty.at > before.at for fact in digest.difficult if fact.difficulty)
        or any(chat.unreachable_at > before.at for _, chat in lost if chat.unreachable_at)
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _this_week(session: Session, today: date, workdays: Workdays) -> tuple[OccurrenceFact, ...]:
    """What is owed still and has its last day in the week of `today`, its end of days off included."""
    return looking.due_until(session, today, _monday(today) + timedelta(days=DAYS_OF_WEEK - 1), workdays)


def closing_days(before: Before, today: date, policy: Policy, workdays: Workdays) -> tuple[date, date]:
    """After which day, and by which, a check-in was due whose grace has ended since the digest before."""
    days = policy.grace_days + 1
    last = workdays.shift(today, -1) if before.day == date.min else workdays.on_or_before(before.day)
    return workdays.shift(last, -days), workdays.shift(today, -days)


def _has_just_ended(fact: OccurrenceFact, before: Before, today: date, workdays: Workdays) -> bool:
    return before.day < _late_since(fact, workdays) <= today


def _late_since(fact: OccurrenceFact, workdays: Workdays) -> date:
    """The first working day after the due day; without one, the beginning of time."""
    return workdays.shift(workdays.on_or_after(fact.due_on), 1) if fact.due_on else date.min


def _beside(asked: Iterable[OccurrenceFact], questions: Iterable[Question]) -> list[Question]:
    """The Questions without those about a day that is asked for anyhow."""
    undated = {fact.task.id for fact in asked}
    return [each for each in questions if each.task_id not in undated or each.code not in DAY_IN_QUESTION]


def _is_new(question: Question, before: Before) -> bool:
    """Whether it was asked since the digest before, and is not asked for in another way."""
    return question.asked_at > before.at and question.code not in NO_DAY
