"""chats and updates belong to a bot, answers in the outbox, leases."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ADDRESS = sa.table("address", sa.column("id"), sa.column("bot"), sa.column("chat_id"))
_MESSAGE = sa.table("message", sa.column("address_id"), sa.column("bot"), sa.column("chat_id"))


def upgrade() -> None:
    with op.batch_alter_table("address") as address:
        address.drop_constraint("uq_address_channel_chat_id_unit_id_role", type_="unique")
        address.alter_column("channel", new_column_name="bot", existing_type=sa.String(), existing_nullable=False)
        address.add_column(sa.Column("topic", sa.String(), nullable=True))
        address.add_column(sa.Column("refusals", sa.Integer(), nullable=False, server_default=sa.text("0")))
    # A constraint over a renamed column needs the table that has it already.
    with op.batch_alter_table("address") as address:
        address.create_unique_constraint("uq_address_bot_chat_id_unit_id_role", ["bot", "chat_id", "unit_id", "role"])
    with op.batch_alter_table("received") as received:
        received.drop_constraint("uq_received_channel_update_id", type_="unique")
        received.alter_column("channel", new_column_name="bot", existing_type=sa.String(), existing_nullable=False)
        received.add_column(sa.Column("set_aside", sa.String(), nullable=True))
    with op.batch_alter_table("received") as received:
        received.create_unique_constraint("uq_received_bot_update_id", ["bot", "update_id"])
    with op.batch_alter_table("message") as message:
        message.alter_column("address_id", existing_type=sa.Integer(), nullable=True)
        message.add_column(sa.Column("bot", sa.String(), nullable=False, server_default=""))
        message.add_column(sa.Column("chat_id", sa.String(), nullable=False, server_default=""))
        message.add_column(sa.Column("unknowns", sa.Integer(), nullable=False, server_default=sa.text("0")))
    its = _ADDRESS.c.id == _MESSAGE.c.address_id
    bot, chat_id = (sa.select(column).where(its).scalar_subquery() for column in (_ADDRESS.c.bot, _ADDRESS.c.chat_id))
    op.execute(sa.update(_MESSAGE).values(bot=bot, chat_id=chat_id))
    op.create_index("ix_message_bot_chat_id", "message", ["bot", "chat_id"])
    op.create_table(
        "lease",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bot", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lease")),
        sa.UniqueConstraint("bot", name=op.f("uq_lease_bot")),
    )


def downgrade() -> None:
    op.drop_table("lease")
    op.drop_index("ix_message_bot_chat_id", "message")
    op.execute("DELETE FROM message WHERE address_id IS NULL")
    with op.batch_alter_table("message") as message:
        message.drop_column("unknowns")
        message.drop_column("chat_id")
        message.drop_column("bot")
        message.alter_column("address_id", existing_type=sa.Integer(), nullable=False)
    with op.batch_alter_table("received") as received:
        received.drop_constraint("uq_received_bot_update_id", type_="unique")
        received.drop_column("set_aside")
        received.alter_column("bot", new_column_name="channel", existing_type=sa.String(), existing_nullable=False)
    with op.batch_alter_table("received") as received:
        received.create_unique_constraint("uq_received_channel_update_id", ["channel", "update_id"])
    with op.batch_alter_table("address") as address:
        address.drop_constraint("uq_address_bot_chat_id_unit_id_role", type_="unique")
        address.drop_column("refusals")
        address.drop_column("topic")
        address.alter_column("bot", new_column_name="channel", existing_type=sa.String(), existing_nullable=False)
    with op.batch_alter_table("address") as address:
        address.create_unique_constraint(
            "uq_address_channel_chat_id_unit_id_role", ["channel", "chat_id", "unit_id", "role"]
        )
