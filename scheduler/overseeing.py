"""What Nội vụ hears in a slot: what is new since its digest before; beside it, or on Mondays, what waits still."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from data import people, reminders, views
from data.facts import CoordinatorDigest, OccurrenceFact, UnitFact
from data.model import Closing, Message, Question
from data.overseeing import pending
from data.plans.questions import DAY_IN_QUESTION, facts_of, waiting
from data.reminders import Before
from data.store import Session
from data.workdays import Workdays
from scheduler.slots import Policy

# The undated ones are asked for through their Occurrence, month after month; their Question is the same thing at rest.
_ASKED_BY_OCCURRENCE = frozenset({"deadline.unspecified", "deadline.conditional"})


def digest_of(
    session: Session, unit: UnitFact, message: Message, policy: Policy, workdays: Workdays
) -> CoordinatorDigest | None:
    """What the digest `message` says to Nội vụ as things stand; None where nothing is new and it is no Monday."""
    today, before = message.slot_day, reminders.before(session, message)
    late = pending.late(session, today, *_closing_days(before, today, policy, workdays))
    in_grace = tuple(fact for fact in late if views.is_missed(fact, today, workdays))
    asked = reminders.asked_of_coordinators(session, message, before)
    unanswered = _beside(asked, waiting(session, today))
    found = CoordinatorDigest(
        unit=unit,
        overdue=tuple(fact for fact in late if views.is_overdue(fact, today, workdays)),
        answered=tuple(fact for fact in pending.answered_since(session, before.at) if fact.unit.id != unit.id),
        asked=asked,
        questions=facts_of(session, (each for each in unanswered if _is_new(each, before))),
        unreachable=tuple(views.unit_fact(each) for each, _ in people.unreachable(session)),
        extensions=pending.extensions(session),
        missed=(
            *(fact for fact in in_grace if _has_just_ended(fact, before, today, workdays)),
            *(fact for fact in late if fact.closing is Closing.UNREPORTED),
        ),
        in_grace=in_grace,
        unanswered=len(unanswered),
    )
    is_monday = today.weekday() == 0
    if not (is_monday or _has_news(found)):
        return None
    return replace(
        found,
        owing=pending.owing(session, found.missed),
        unread=sum(count for unit_id, count in pending.unread(session).items() if unit_id != unit.id),
        not_joined=pending.not_joined(session) if is_monday or before.day == date.min else (),
    )


def told_of(digest: CoordinatorDigest) -> tuple[OccurrenceFact, ...]:
    """All that a digest tells of one by one."""
    return (*digest.overdue, *digest.missed, *digest.answered, *digest.extensions, *digest.asked)


def _has_news(digest: CoordinatorDigest) -> bool:
    return bool(told_of(digest) or digest.questions or digest.unreachable)


def _closing_days(before: Before, today: date, policy: Policy, workdays: Workdays) -> tuple[date, date]:
    """After which day, and by which, a check-in was due whose grace has ended since the digest before."""
    days = policy.grace_days + 1
    last = workdays.shift(today, -1) if before.day == date.min else workdays.on_or_before(before.day)
    return workdays.shift(last, -days), workdays.shift(today, -days)


def _has_just_ended(fact: OccurrenceFact, before: Before, today: date, workdays: Workdays) -> bool:
    first = workdays.shift(workdays.on_or_after(fact.due_on or today), 1)
    return before.day < first <= today


def _beside(asked: Iterable[OccurrenceFact], questions: Iterable[Question]) -> list[Question]:
    """The Questions without those about a day that is asked for anyhow."""
    undated = {fact.task.id for fact in asked}
    return [each for each in questions if each.task_id not in undated or each.code not in DAY_IN_QUESTION]


def _is_new(question: Question, before: Before) -> bool:
    """Whether it was asked since the digest before, and is not asked for in another way."""
    return question.asked_at > before.at and question.code not in _ASKED_BY_OCCURRENCE
