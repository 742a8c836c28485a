"""what a bot has sent in a month, whether it is out of service, its webhook, and by which two ways a unit hears."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ledger",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bot", sa.String(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("perhaps", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger")),
        sa.UniqueConstraint("bot", "month", name=op.f("uq_ledger_bot_month")),
    )
    with op.batch_alter_table("lease") as lease:
        lease.add_column(sa.Column("out", sa.String(), nullable=True))
        lease.add_column(sa.Column("hook", sa.String(), nullable=True))
    with op.batch_alter_table("unit") as unit:
        unit.add_column(sa.Column("channel", sa.String(), nullable=True))
    with op.batch_alter_table("address") as address:
        address.add_column(sa.Column("fallback_of", sa.Integer(), nullable=True))
        address.create_foreign_key(op.f("fk_address_fallback_of"), "address", ["fallback_of"], ["id"])
    with op.batch_alter_table("invitation") as invitation:
        invitation.add_column(sa.Column("beside", sa.Integer(), nullable=True))
        invitation.create_foreign_key(op.f("fk_invitation_beside"), "address", ["beside"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("invitation") as invitation:
        invitation.drop_constraint(op.f("fk_invitation_beside"), type_="foreignkey")
        invitation.drop_column("beside")
    with op.batch_alter_table("address") as address:
        address.drop_constraint(op.f("fk_address_fallback_of"), type_="foreignkey")
        address.drop_column("fallback_of")
    with op.batch_alter_table("unit") as unit:
        unit.drop_column("channel")
    with op.batch_alter_table("lease") as lease:
        lease.drop_column("hook")
        lease.drop_column("out")
    op.drop_table("ledger")
