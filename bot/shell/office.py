"""`nhacviec units`, `invite`, `officer`: who is who, one-time codes, erasing."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import click

from bot.channels import MESSENGERS
from bot.channels.house import Declaration, asked
from bot.service import load_units, open_parts
from bot.shell import Shell
from data.agencies.registry import fan_out, read_registry
from data.columns import known
from data.kinds import Role
from data.people import chats, persons, registering
from data.record import SERVICE
from data.refusals import PersonUnknown, UnitUnknown
from data.work import held
from locales import N_
from locales.shell import erased_line, unit_headings

CODE_LASTS = timedelta(days=7)


@click.group
def units() -> None:
    """Hold the two commands about units."""


@units.command("import", help=N_("Load a registry: tab-separated name, code, kind, aliases, members."))
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--replace", is_flag=True, help=N_("remove the units that FILE does not name and nothing refers to"))
@click.pass_obj
def import_units(shell: Shell, file: Path, replace: bool) -> None:
    """Bring the units in line with a file; the registry of another body takes the place of the one before."""
    registry = read_registry(file)
    with open_parts(shell.settings) as parts, parts.store.transaction() as session:
        replaces = replace or registering.is_of_another_body(registering.load_registry(session), registry)
        gone = registering.remove_unnamed(session, registry) if replaces else 0
        count = registering.save_registry(session, registry)
    shell.say(N_("{count} units are in the registry."), count=count)
    if gone:
        shell.say(N_("{count} units of the previous registry have been removed: nothing referred to them."), count=gone)


@units.command("list", help=N_("Show the units with their codes."))
@click.pass_obj
def list_units(shell: Shell) -> None:
    """Show the units as they stand."""
    with open_parts(shell.settings) as parts, parts.store.transaction() as session:
        load_units(shell.settings, session)
        registry = registering.load_registry(session)
    shell.out.table(
        unit_headings(shell.words),
        (
            (unit.code, unit.name, unit.kind, ", ".join(fan_out(unit.code, registry)) if unit.group else "")
            for unit in registry.units
        ),
    )


@click.command
@click.argument("code", required=False)
@click.option("--all", "everyone", is_flag=True, help=N_("one code for each unit"))
@click.option("--role", type=click.Choice([role.value for role in known(Role)]), default=Role.OFFICER.value)
@click.option("--json", "as_json", is_flag=True, help=N_("one JSON object per line"))
@click.pass_obj
def invite(shell: Shell, code: str | None, everyone: bool, role: str, as_json: bool) -> None:
    """Print one-time codes."""
    with open_parts(shell.settings) as parts:
        bots = tuple(_known_by(shell))
        now = parts.clock.now()
        with parts.store.transaction() as session:
            load_units(shell.settings, session)
            if not everyone and code is None:
                raise UnitUnknown(text="")
            chosen = registering.single_units(session) if everyone else [registering.unit_by_code(session, code or "")]
            made = [(unit, chats.invite(session, unit, Role(role), SERVICE, now, CODE_LASTS)) for unit in chosen]
    for unit, secret in made:
        link = next(filter(None, (messenger.link(username, secret) for messenger, username in bots)), None)
        expires = (now + CODE_LASTS).isoformat(timespec="seconds")
        if as_json:
            shell.out.json({"unit": unit.code, "role": role, "code": secret, "link": link, "expires": expires})
        else:
            shell.out.line("\t".join(filter(None, (unit.code, unit.name, f"dang ky {secret}", link))))


@click.group
def officer() -> None:
    """Hold the command about people."""


@officer.command("forget", help=N_("Erase a person's name, account and private chats; what they reported stays."))
@click.argument("channel", metavar="CHANNEL")
@click.argument("account", metavar="USER_ID")
@click.option("--yes", is_flag=True, help=N_("erase without asking"))
@click.pass_obj
def forget_officer(shell: Shell, channel: str, account: str, yes: bool) -> None:
    """Erase a person, by the id that the channel has for them."""
    with open_parts(shell.settings) as parts:
        with parts.store.transaction() as session:
            person = persons.known(session, channel, account)
            if person is None:
                raise PersonUnknown(channel=channel, account=account)
            name = person.name or account
        if not (yes or _sure(shell, name)):
            shell.say(N_("Nothing has been erased. To erase, add --yes."))
            return
        with parts.store.transaction() as session:
            for address in persons.own_addresses(session, person):
                held.drop(session, parts.settings.data_dir, address.bot, address.chat_id)
            gone = persons.forget(session, session.merge(person), parts.clock.now())
    shell.out.line(erased_line(shell.words, gone))


def _sure(shell: Shell, name: str) -> bool:
    """Whether a person at a terminal says yes; without one, nothing is erased."""
    return shell.out.asked(shell.words.text(N_("Erase the data kept about {name}?"), name=name))


def _known_by(shell: Shell) -> Iterator[tuple[Declaration, str]]:
    """The public name of each bot of the office that can be reached now."""
    for messenger in MESSENGERS:
        for bot in messenger.bots(shell.settings):
            if (username := asked(bot, lambda each: each.username())) is not None:
                yield messenger, username
