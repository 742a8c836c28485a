"""who follows a task up, in the plan's words."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("task") as task:
        task.add_column(sa.Column("monitoring_text", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("task") as task:
        task.alter_column("monitoring_text", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("task") as task:
        task.drop_column("monitoring_text")
