"""the day on which an Occurrence was reported, and whether its report counts because nobody objected in time."""

from datetime import UTC, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_OCCURRENCE = sa.table(
    "occurrence",
    sa.column("id", sa.Integer()),
    sa.column("assignment_id", sa.Integer()),
    sa.column("state", sa.String()),
    sa.column("reported_on", sa.Date()),
    sa.column("lapsed", sa.Boolean()),
)
_ASSIGNMENT = sa.table("assignment", sa.column("id", sa.Integer()), sa.column("task_id", sa.Integer()))
_TASK = sa.table("task", sa.column("id", sa.Integer()), sa.column("plan_id", sa.Integer()))
_PLAN = sa.table("plan", sa.column("id", sa.Integer()), sa.column("zone", sa.String()))
_CONFIRMATION = sa.table(
    "confirmation",
    sa.column("id", sa.Integer()),
    sa.column("occurrence_id", sa.Integer()),
    sa.column("at", sa.DateTime(timezone=True)),
    sa.column("withdrawn_at", sa.DateTime(timezone=True)),
    sa.column("returned_at", sa.DateTime(timezone=True)),
)
_CHANGE = sa.table(
    "change",
    sa.column("id", sa.Integer()),
    sa.column("subject", sa.String()),
    sa.column("action", sa.String()),
    sa.column("subject_id", sa.Integer()),
    sa.column("officer_id", sa.Integer()),
    sa.column("address_id", sa.Integer()),
)


def upgrade() -> None:
    with op.batch_alter_table("occurrence") as occurrence:
        occurrence.add_column(sa.Column("reported_on", sa.Date(), nullable=True))
        occurrence.add_column(sa.Column("lapsed", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("occurrence") as occurrence:
        occurrence.alter_column("lapsed", server_default=None)
    _put("reported_on", _days_of_reports())
    _put("lapsed", _accepted_by_nobody())


def downgrade() -> None:
    with op.batch_alter_table("occurrence") as occurrence:
        occurrence.drop_column("lapsed")
        occurrence.drop_column("reported_on")


def _days_of_reports() -> list[dict[str, object]]:
    """The day of the last report that stands, in the plan's zone, of what is reported."""
    reports = (
        sa.select(_OCCURRENCE.c.id, _CONFIRMATION.c.at, _PLAN.c.zone)
        .join(_CONFIRMATION, _CONFIRMATION.c.occurrence_id == _OCCURRENCE.c.id)
        .join(_ASSIGNMENT, _ASSIGNMENT.c.id == _OCCURRENCE.c.assignment_id)
        .join(_TASK, _TASK.c.id == _ASSIGNMENT.c.task_id)
        .join(_PLAN, _PLAN.c.id == _TASK.c.plan_id)
        .where(
            _OCCURRENCE.c.state.in_(("done", "accepted")),
            _CONFIRMATION.c.withdrawn_at.is_(None),
            _CONFIRMATION.c.returned_at.is_(None),
        )
        .order_by(_OCCURRENCE.c.id, _CONFIRMATION.c.id)
    )
    rows = op.get_bind().execute(reports)
    last = (list(group)[-1] for _, group in groupby(rows, key=lambda row: row.id))
    return [{"row": row.id, "value": _aware(row.at).astimezone(ZoneInfo(row.zone)).date()} for row in last]


def _aware(at: datetime) -> datetime:
    """SQLite gives moments without their zone, which is UTC."""
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _accepted_by_nobody() -> list[dict[str, object]]:
    """What is accepted, and was so last by the service itself."""
    accepted = (
        sa.select(_CHANGE.c.subject_id, _CHANGE.c.officer_id, _CHANGE.c.address_id)
        .join(_OCCURRENCE, _OCCURRENCE.c.id == _CHANGE.c.subject_id)
        .where(_CHANGE.c.subject == "occurrence", _CHANGE.c.action == "accept", _OCCURRENCE.c.state == "accepted")
        .order_by(_CHANGE.c.id)
    )
    by = {row.subject_id: (row.officer_id, row.address_id) for row in op.get_bind().execute(accepted)}
    return [{"row": occurrence_id, "value": True} for occurrence_id, who in by.items() if who == (None, None)]


def _put(column: str, values: list[dict[str, object]]) -> None:
    if values:
        put = _OCCURRENCE.update().where(_OCCURRENCE.c.id == sa.bindparam("row"))
        op.get_bind().execute(put.values({column: sa.bindparam("value")}), values)
