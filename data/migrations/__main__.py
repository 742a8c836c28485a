"""`python -m data.migrations "what changes"`: write the revision that brings a database to `data.model`."""

import sys

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from data.migrations.upgrading import configuration


def main(message: str) -> None:
    """Migrate an empty database to the last revision, compare, and write what is missing as the next one."""
    number = len(list(ScriptDirectory.from_config(configuration()).walk_revisions())) + 1
    with create_engine("sqlite://").begin() as connection:
        config = configuration(connection)
        command.upgrade(config, "head")
        command.revision(config, message=message, autogenerate=True, rev_id=f"{number:04}")


if __name__ == "__main__":
    main(sys.argv[1])
