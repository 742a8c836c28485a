"""`nhacviec check`: a doctor that looks at everything once; each finding in a sentence, with what to do."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from shutil import disk_usage

import click

from bot.channels import MESSENGERS
from bot.channels.hooking import host_of
from bot.channels.house import Bot, Declaration, asked
from bot.health import folders_of
from bot.service import Parts, load_units, open_parts
from bot.settings import ENV_FILE, SHIPPED_UNITS
from bot.shell import Shell, trying
from bot.shell.office import registry_lines
from bot.shell.printing import Finding
from data import disk, engines, leases
from data.agencies.registry import read_registry
from data.disk import ROOM
from data.kinds import MessageState
from data.office import pending
from data.people import addressing, registering
from data.refusals import (
    CalendarUnreadable,
    ChannelUnreachable,
    DatabaseAway,
    FileUnwritable,
    Refusal,
    RegistryUnreadable,
    TokenRejected,
)
from data.store import Session
from data.upkeep import health
from locales import N_
from locales.phrases import bot_name, why_closed
from locales.refusals import refusal
from locales.say.delivery import balance_line, trouble_line
from scheduler import allotting

NAMED = 20
"""As many of one sort are named one by one."""


# Which part of the house a refusal tells of, while it is opened.
_PARTS = {CalendarUnreadable: "calendar", FileUnwritable: "disk", RegistryUnreadable: "registry"}
_MEGABYTE = 1024 * 1024
_NOT_SENT = {
    MessageState.UNKNOWN: N_("{count} messages to {unit} may not have arrived ({reason})."),
    MessageState.FAILED: N_("{count} messages to {unit} could not be delivered ({reason})."),
}


@click.command
@click.option("--json", "as_json", is_flag=True, help=N_("one JSON object per line"))
@click.option(
    "--live",
    is_flag=True,
    help=N_(
        "send one message by each bot to the operator's own chat, wait for an answer, and keep what its server did"
    ),
)
@click.option(
    "--to", metavar="CHAT", help=N_("with --live: the id of that chat; one that has joined as coordinator if not given")
)
@click.pass_obj
def check(shell: Shell, as_json: bool, live: bool, to: str | None) -> None:
    """Try everything once; exit code 1 when something does not work."""
    if not as_json or live:
        shell.settings  # noqa: B018 - what is wrong with them is all that can be said
    fine = True
    for each in trying.findings(shell, to) if live else _findings(shell):
        fine &= each.ok
        if as_json:
            shell.out.json({"check": each.check, "ok": each.ok, "detail": each.detail, "todo": each.todo})
        elif not (each.quiet and each.mark == "✓"):
            shell.out.line(" ".join(filter(None, [each.mark, each.detail, each.todo])))
    if not fine:
        raise click.exceptions.Exit(1)


def _findings(shell: Shell) -> Iterator[Finding]:
    try:
        settings = shell.settings
    except Refusal as said:
        yield Finding("settings", refusal(shell.words, said), ok=False)
        return
    yield Finding("settings", shell.words.text("Settings"))
    bots = {messenger: messenger.bots(settings, None) for messenger in MESSENGERS}
    hooks: dict[str, str | None] = {}
    try:
        with open_parts(shell.settings) as parts:
            with parts.store.snapshot() as session:
                hooks = {bot.name: leases.hook_of(session, bot.name) for some in bots.values() for bot in some}
            opened = list(_of_database(shell, parts, [bot for some in bots.values() for bot in some]))
    except Refusal as said:
        opened = [Finding(_PARTS.get(type(said), "database"), refusal(shell.words, said), ok=False)]
    yield opened[0]
    for messenger, some in bots.items():
        yield from _of_messenger(shell, messenger, some, hooks)
    yield from _of_rights(shell)
    yield from _of_room(shell, folders_of(settings.data_dir, settings.database))
    yield from opened[1:]


def _of_messenger(
    shell: Shell, messenger: Declaration, bots: Sequence[Bot], hooks: Mapping[str, str | None]
) -> Iterator[Finding]:
    """What its server says of each bot: its name, and where a webhook leads."""
    if not bots:
        unset = shell.words.text(
            "{channel}: {variable} is not set", channel=messenger.name, variable=messenger.variable
        )
        yield Finding(messenger.key, unset, noted=True)
    for bot in bots:
        called = messenger.name if len(bots) == 1 else bot_name(bot.name)
        try:
            name, hooked = asked(bot, _names)
        except TokenRejected as said:
            which = "" if len(bots) == 1 else f"{called}: "
            yield Finding(messenger.key, which + refusal(shell.words, said), ok=False)
            continue
        if name is None:
            yield Finding(messenger.key, _silent(shell, messenger, bot, called), ok=False)
            continue
        yield Finding(messenger.key, f"{called}: @{name}")
        if hooked is not None:
            yield _of_hook(shell, called, hooked, hooks.get(bot.name))


def _of_hook(shell: Shell, called: str, host: str, remembered: str | None) -> Finding:
    """A webhook that does not lead here; the service takes away only what it has set itself."""
    detail = shell.words.text("A webhook is set for {bot} and leads to {host}.", bot=called, host=host)
    if shell.settings.public_url is not None:
        todo = shell.words.text("The service leads it to itself again; please find out who set it.")
    elif remembered is not None and host_of(remembered) == host:
        todo = shell.words.text("The service set it and removes it.")
    else:
        todo = shell.words.text("Please find out who set it: what people say goes there, not to the service.")
        return Finding("webhook", detail, todo, ok=False)
    return Finding("webhook", detail, todo)


def _silent(shell: Shell, messenger: Declaration, bot: Bot, called: str) -> str:
    """Why a bot's server did not tell its name."""
    if bot.trouble is not None and bot.trouble != "unreachable":
        return trouble_line(shell.words, called, bot.trouble)
    server = messenger.server(shell.settings)
    return refusal(shell.words, ChannelUnreachable(channel=called, server=server))


async def _names(bot: Bot) -> tuple[str | None, str | None]:
    """Its public name, None where its server cannot be reached, and the host of its webhook."""
    name = await bot.username()
    return name, await bot.hooked() if name else None


def _of_rights(shell: Shell) -> Iterator[Finding]:
    """Which of the office's own files others on the machine may read, where the service has not shut them."""
    file = engines.file_of(engines.parse(shell.settings.database))
    for path, mode in ((Path(ENV_FILE), 600), (shell.settings.data_dir, 700), (file, 600)):
        if path is not None and disk.is_exposed(path):
            quoted = shlex.quote(str(path))
            yield Finding(
                "rights",
                shell.words.text("Other users of this machine have access to {path}.", path=quoted),
                shell.words.text("Please run: chmod {mode} {path}", path=quoted, mode=mode),
            )


def _of_room(shell: Shell, folders: dict[str, Path]) -> Iterator[Finding]:
    for folder in folders.values():
        try:
            free = disk_usage(folder).free
        except OSError:
            continue  # what cannot be made has been told
        detail = shell.words.text("{path}: {count} MB are free.", path=folder, count=free // _MEGABYTE)
        if free >= ROOM:
            yield Finding("disk", detail, quiet=True)
        else:
            todo = shell.words.text(
                "Please free space until at least {count} MB are available.", count=ROOM // _MEGABYTE
            )
            yield Finding("disk", detail, todo, ok=False)


def _of_database(shell: Shell, parts: Parts, bots: Sequence[Bot]) -> Iterator[Finding]:
    """Whether it can be written; then what is in it. The first finding is about the house as a whole."""
    if (reason := parts.store.writable()) is not None:
        yield Finding("database", refusal(shell.words, DatabaseAway(reason=reason)), ok=False)
    else:
        with parts.store.transaction() as session:
            load_units(shell.settings, session)
        yield Finding("database", shell.words.text("Database, registry and calendar"))
    with parts.store.snapshot() as session:
        yield from _of_delivery(shell, parts, session, [bot.name for bot in bots])
        yield from _of_allowances(shell, parts, session, bots)
        yield from _of_chats(shell, session)
        yield from _of_registry(shell, session)
        yield from _unreadable_rows(shell, session)


def _of_registry(shell: Shell, session: Session) -> Iterator[Finding]:
    """What is strange in the registry as it is loaded; and the file that it would be read from, where that is set."""
    for line in registry_lines(shell.words, session):
        yield Finding("registry", line, noted=True)
    file = shell.settings.units_file
    if file == SHIPPED_UNITS:
        return
    try:
        new = {unit.code for unit in read_registry(file).units} - set(registering.load_registry(session).by_code)
    except RegistryUnreadable as said:
        yield Finding("registry", refusal(shell.words, said), ok=False)
        return
    if new:
        listed = shell.words.list([*sorted(new)[:NAMED], *(["…"] if len(new) > NAMED else [])])
        detail = shell.words.text(
            "UNITS_FILE has units that are not loaded ({count}): {units}.", count=len(new), units=listed
        )
        todo = shell.words.text("To load them: nhacviec units import {path}", path=shlex.quote(str(file)))
        yield Finding("registry", detail, todo, noted=True)


def _of_delivery(shell: Shell, parts: Parts, session: Session, bots: Sequence[str]) -> Iterator[Finding]:
    words, now = shell.words, parts.clock.now()
    for bot in bots:
        if health.served(session, bot):
            yield Finding("lease", words.text("A process serves {bot}.", bot=bot), quiet=True)
        else:
            todo = words.text("To serve it: nhacviec serve")
            yield Finding("lease", words.text("No process serves {bot} at present.", bot=bot), todo)
    oldest = health.count(session, now, dict.fromkeys(bots, True)).oldest_due
    if oldest is not None and now - oldest > health.DELIVERY_LASTS:
        detail = words.text("A message has been due since {at}.", at=words.moment(oldest, parts.policy.zone))
        yield Finding("delivery", detail, words.text("Please see /readyz and the log for what holds it up."), ok=False)
    aside = [each for each in health.laid_aside(session, now) if each.state in _NOT_SENT]
    for each in aside[:NAMED]:
        why = why_closed(words, each.reason) if each.state is MessageState.FAILED else each.reason
        unit = each.unit or words.text("chats that were answered")
        detail = words.text(_NOT_SENT[each.state], count=each.number, unit=unit, reason=why)
        todo = words.text("What is still open comes with the next reminder.")
        yield Finding(f"message-{each.state}", detail, todo if each.state is MessageState.UNKNOWN else "", noted=True)


def _of_allowances(shell: Shell, parts: Parts, session: Session, bots: Sequence[Bot]) -> Iterator[Finding]:
    """What each bot that has an allowance has spent of it."""
    for balance in allotting.balances(session, bots, parts.clock.now(), parts.policy):
        is_short = balance.is_crowded or allotting.is_short(balance.spent.messages, balance.allowance)
        todo = shell.words.text("Another bot could be added to the settings.") if is_short else ""
        if not balance.spent.people:
            todo = shell.words.text("To invite one: nhacviec invite {code}", code="--all")
        yield Finding("allowance", balance_line(shell.words, balance), todo)


def _of_chats(shell: Shell, session: Session) -> Iterator[Finding]:
    words = shell.words
    for unit, chat in addressing.unreachable(session)[:NAMED]:
        why = why_closed(words, chat.unreachable_reason or "")
        detail = words.text("A chat of {unit} cannot be reached ({reason}).", unit=unit.name, reason=why)
        todo = words.text(
            "Please ask the unit to write to the service again, or to join with a new code: nhacviec invite {code}",
            code=unit.code,
        )
        yield Finding("chat", detail, todo)
    silent = pending.not_joined(session)
    if silent:
        listed = words.list([*(unit.code for unit in silent[:NAMED]), *(["…"] if len(silent) > NAMED else [])])
        detail = words.text("Units that have work and no chat ({count}): {units}.", count=len(silent), units=listed)
        todo = words.text("To invite one: nhacviec invite {code}", code=silent[0].code)
        yield Finding("units", detail, todo)


def _unreadable_rows(shell: Shell, session: Session) -> Iterator[Finding]:
    """Rows that cannot be read, and what was set aside on its way out or in; nothing where there is none."""
    words = shell.words
    found, aside = health.unreadable_rows(session), health.set_aside(session)
    restore = words.text(
        "Please restore it from a backup; the deadline of a task can also be restored by importing the plan again.",
    )
    for each in found[:NAMED]:
        detail = words.text(
            "Row {id} of table {table}: {column} cannot be read; everything else continues without it.",
            id=each.row_id,
            table=each.table,
            column=each.column,
        )
        yield Finding("row", detail, restore, ok=False)
    if len(found) > NAMED:
        yield Finding("row", words.text("{count} more rows cannot be read.", count=len(found) - NAMED), ok=False)
    if aside.messages:
        detail = words.text(
            "Messages that could not be composed and were set aside: {ids}.",
            ids=_ids(aside.messages),
        )
        yield Finding("message-set_aside", detail, words.text("The log gives the reason for each."), ok=False)
    if aside.received:
        detail = words.text(
            "Updates that could not be read or handled and were set aside: {ids}.",
            ids=_ids(aside.received),
        )
        todo = words.text("The log gives the reason for each; please ask the sender to send it again.")
        yield Finding("update-set_aside", detail, todo, ok=False)


def _ids(ids: tuple[int, ...]) -> str:
    return ", ".join([*map(str, ids[:NAMED]), *(["…"] if len(ids) > NAMED else [])])
