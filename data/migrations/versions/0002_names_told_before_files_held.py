"""names told before, files held."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("address") as address:
        address.add_column(sa.Column("held", sa.JSON(none_as_null=True), nullable=True))
    with op.batch_alter_table("officer") as officer:
        # Those who are known already have told one name only.
        officer.add_column(sa.Column("earlier_names", sa.JSON(), nullable=False, server_default=sa.text("'[]'")))


def downgrade() -> None:
    with op.batch_alter_table("officer") as officer:
        officer.drop_column("earlier_names")
    with op.batch_alter_table("address") as address:
        address.drop_column("held")
