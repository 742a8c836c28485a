"""What `nhacviec check` says of rows that cannot be read or worded, each with what to do; nothing of what they hold."""

from collections.abc import Iterator

from bot.shell.context import Shell
from bot.shell.finding import NAMED, Finding
from data.store import Session
from data.upkeep import unreadable


def unreadable_rows(shell: Shell, session: Session) -> Iterator[Finding]:
    """Rows that cannot be read, and what was set aside on its way out or in; nothing where there is none."""
    words = shell.words
    found, aside = unreadable.find(session), unreadable.set_aside(session)
    restore = words.text(
        "Please restore it from a backup; the deadline of a task also by importing the plan again.",
    )
    for each in found[:NAMED]:
        detail = words.text(
            "Row {id} of table {table}: {column} cannot be read, and everything else goes on without it.",
            id=each.row_id,
            table=each.table,
            column=each.column,
        )
        yield Finding("row", detail, restore, ok=False)
    if len(found) > NAMED:
        yield Finding("row", words.text("{count} more rows cannot be read.", count=len(found) - NAMED), ok=False)
    if aside.messages:
        detail = words.text(
            "Messages that could not be worded and were set aside: {ids}.",
            ids=_ids(aside.messages),
        )
        yield Finding("message-set_aside", detail, words.text("The log has the reason of each."), ok=False)
    if aside.received:
        detail = words.text(
            "Updates that could not be read or handled and were set aside: {ids}.",
            ids=_ids(aside.received),
        )
        todo = words.text("The log has the reason of each; please ask whoever wrote to send it again.")
        yield Finding("update-set_aside", detail, todo, ok=False)


def _ids(ids: tuple[int, ...]) -> str:
    return ", ".join([*map(str, ids[:NAMED]), *(["…"] if len(ids) > NAMED else [])])
