"""what a task is called in messages."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("task") as task:
        task.add_column(sa.Column("short_title", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("task") as task:
        task.alter_column("short_title", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("task") as task:
        task.drop_column("short_title")
