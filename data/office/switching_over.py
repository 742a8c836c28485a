"""An office switches over in mid-year: what its list says of each task is put on record, as the list has it."""

from collections.abc import Iterable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from data import occurrences
from data.kinds import Closing, Part, State
from data.model import Assignment, Confirmation, Extension, Occurrence, Plan, Question, Task
from data.plans import settling
from data.plans.drafts import DraftTask, PlanDraft
from data.plans.tracking import DONE
from data.record import Actor, write_line
from data.work import under_way

_NOON = time(12)
_PAST = "past-due"


def record_kept(session: Session, plan: Plan, draft: PlanDraft, source: str, actor: Actor, now: datetime) -> None:
    """Put on record what a draft says of the Occurrences of its plan; `source` names the file it came from.

    What is done counts as reported on its day and looked through; a later day is an extension that the file grants.
    What has been reported or extended here stays as it is.
    """
    told = {task.number: task for task in draft.rows if task.state == DONE or task.extended_to or task.progress}
    rows = session.exec(
        select(Occurrence, Task)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .where(Task.plan_id == plan.id, Assignment.part == Part.LEAD, col(Task.number).in_(list(told)))
        .order_by(col(Task.position), col(Occurrence.id))
        .with_for_update(of=Occurrence)
    ).all()
    counted = set()
    for row, task in rows:
        was = row.state
        if row.state is State.OPEN or row.closing is Closing.NOT_COUNTED:
            _record(session, row, told[task.number], plan.zone, source, actor, now)
        if row.state is not was:
            counted.add(task.id)
    session.flush()
    _settle_past(session, counted, "counted", actor, now)
    # One row of the list stands for all periods: those that ended before it came were seen to there.
    periodic = {task.id for _, task in rows if told[task.number].deadline.cadence}
    _settle_past(session, periodic, "not counted", actor, now)


def _record(
    session: Session, row: Occurrence, told: DraftTask, zone: str, source: str, actor: Actor, now: datetime
) -> None:
    today = now.astimezone(ZoneInfo(zone)).date()
    if told.extended_to and told.extended_to > (row.due_on or date.min):
        _extend(session, row, told.extended_to, told.extended, source, actor, now)
        if row.state is State.CLOSED and told.extended_to >= today:
            occurrences.record(session, row, actor, now, "reopen", State.OPEN)
    if told.state == DONE:
        _report(session, row, told, zone, source, actor, now)
    elif told.progress and row.state is State.OPEN:
        _note(session, row, told.progress, source, actor, now)


def _extend(
    session: Session, row: Occurrence, until: date, said: str, source: str, actor: Actor, now: datetime
) -> None:
    ground = f"{source}: {said}" if said else source
    granted = Extension(occurrence_id=row.id or 0, asked_at=now, until=until, decided_at=now, granted=True)
    granted.ground = ground
    session.add(granted)
    before = {"due_on": row.due_on.isoformat() if row.due_on else None}
    row.due_on, row.remind_at = until, now if row.state is State.OPEN else row.remind_at
    session.add(row)
    after = {"due_on": until.isoformat(), "ground": ground}
    write_line(session, "extend", "occurrence", row.id, actor, now, before=before, after=after)


def _report(
    session: Session, row: Occurrence, told: DraftTask, zone: str, source: str, actor: Actor, now: datetime
) -> None:
    """Have it be reported on the day on which it was done; nobody in particular has reported it."""
    noon = datetime.combine(told.done_on, _NOON, ZoneInfo(zone)) if told.done_on else now
    at = min(noon.astimezone(now.tzinfo), now)
    session.add(Confirmation(occurrence_id=row.id or 0, at=at, note=source))
    day = {"done_on": told.done_on.isoformat()} if told.done_on else {}
    occurrences.record(session, row, actor, now, "take_over", State.ACCEPTED, note=source, **day)
    occurrences.report_on(row, at, zone)
    occurrences.wake_waiting(session, row, now)


def _note(session: Session, row: Occurrence, progress: str, source: str, actor: Actor, now: datetime) -> None:
    """Note how far it is, unless that was said last."""
    note = f"{progress} ({source})"
    last = under_way.progress_of(session, [row.id or 0]).get(row.id or 0)
    if last is None or last.note != note:
        under_way.note_progress(session, row.id or 0, note, actor, now)


def _settle_past(session: Session, task_ids: Iterable[int | None], said: str, actor: Actor, now: datetime) -> None:
    """Whether they still count, though they were due before the switch-on, need not be asked: the file has said it."""
    asked = select(Question).where(
        col(Question.task_id).in_(list(task_ids)), Question.code == _PAST, col(Question.answered_at).is_(None)
    )
    for question in session.exec(asked).all():
        settling.answer(session, question, said, actor, now)
