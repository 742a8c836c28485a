"""Alembic's way in: `data.store` hands over the connection and the transaction around it."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import DateTime
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

from data import model  # noqa: F401 - declares the tables


def render(kind: str, item: Any, _context: object) -> str | Literal[False]:
    """Write SQLModel's own types as what they are in the database, so that a revision outlives them."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return "sa.DateTime(timezone=True)" if isinstance(item.impl, DateTime) else "sa.String()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=render,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
