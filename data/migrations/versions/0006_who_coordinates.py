"""which unit coordinates: the one that was known by its name, Nội vụ; where there is none, nobody does yet."""

import sqlalchemy as sa
from alembic import op

from data.words import fold

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("unit") as unit:
        unit.add_column(sa.Column("coordinates", sa.Boolean(), nullable=False, server_default=sa.false()))
    units = sa.table("unit", *(sa.column(name) for name in ("id", "name", "is_group", "position", "coordinates")))
    known = sa.select(units.c.id, units.c.name).where(units.c.is_group.is_(False)).order_by(units.c.position)
    office = next((row.id for row in op.get_bind().execute(known) if "noi vu" in fold(row.name)), None)
    if office is not None:
        op.execute(units.update().where(units.c.id == office).values(coordinates=True))


def downgrade() -> None:
    with op.batch_alter_table("unit") as unit:
        unit.drop_column("coordinates")
