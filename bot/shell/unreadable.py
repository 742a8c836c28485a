"""What `nhacviec check` says of rows that cannot be read or worded, each with what to do; nothing of what they hold."""

from bot.shell.context import Shell
from data import unreadable
from data.store import Session
from locales import N_

# As many of one sort are named one by one.
_NAMED = 20


def unreadable_rows(session: Session) -> dict[str, list[dict[str, object]]]:
    """The findings as JSON has them: rows that cannot be read, and the ids of those set aside on their way."""
    aside = unreadable.set_aside(session)
    return {
        "unreadable": [{"table": e.table, "id": e.row_id, "column": e.column} for e in unreadable.find(session)],
        "set_aside": [
            *({"table": "message", "id": message_id} for message_id in aside.messages),
            *({"table": "received", "id": received_id} for received_id in aside.received),
        ],
    }


def say_unreadable(shell: Shell, session: Session) -> bool:
    """Say them, where there are any; whether there are none."""
    found, aside = unreadable.find(session), unreadable.set_aside(session)
    for each in found[:_NAMED]:
        shell.say(
            N_(
                "✗ Row {id} of table {table}: {column} cannot be read, and everything else goes on without it. Please"
                " restore it from a backup; the deadline of a task also by importing the plan again."
            ),
            id=each.row_id,
            table=each.table,
            column=each.column,
        )
    if len(found) > _NAMED:
        shell.say(N_("✗ {count} more rows cannot be read."), count=len(found) - _NAMED)
    if aside.messages:
        shell.say(
            N_("✗ Messages that could not be worded and were set aside: {ids}. The log has the reason of each."),
            ids=_ids(aside.messages),
        )
    if aside.received:
        shell.say(
            N_(
                "✗ Updates that could not be read or handled and were set aside: {ids}. The log has the reason of each;"
                " please ask whoever wrote to send it again."
            ),
            ids=_ids(aside.received),
        )
    return not (found or aside.messages or aside.received)


def _ids(ids: tuple[int, ...]) -> str:
    return ", ".join([*map(str, ids[:_NAMED]), *(["…"] if len(ids) > _NAMED else [])])
