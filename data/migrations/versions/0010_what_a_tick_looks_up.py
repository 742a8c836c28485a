"""the indexes by which a tick, a digest and an overview find what is owed, said and asked, however much there is."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# Of few rows among very many, and of all.
_OF_FEW = (
    ("ix_occurrence_open", "occurrence", "due_on", "state = 'open'"),
    ("ix_occurrence_done", "occurrence", "assignment_id", "state = 'done'"),
    ("ix_occurrence_unreported", "occurrence", "due_on", "closing = 'unreported'"),
    ("ix_reminder_head", "reminder", "unit_id", "audience = 'head'"),
    ("ix_reminder_coordinator", "reminder", "message_id", "audience = 'coordinator'"),
)
_OF_ALL = (
    ("ix_reminder_day_unit_id", "reminder", ["day", "unit_id"]),
    ("ix_confirmation_at", "confirmation", ["at"]),
    ("ix_extension_decided_at", "extension", ["decided_at"]),
    ("ix_change_action_at", "change", ["action", "at"]),
)


def upgrade() -> None:
    """Add them."""
    for name, table, column, which in _OF_FEW:
        op.create_index(name, table, [column], sqlite_where=sa.text(which), postgresql_where=sa.text(which))
    for name, table, columns in _OF_ALL:
        op.create_index(name, table, columns)


def downgrade() -> None:
    """Take them away."""
    for name, table, *_ in (*_OF_ALL, *_OF_FEW):
        op.drop_index(name, table_name=table)
