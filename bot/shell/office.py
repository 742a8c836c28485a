"""`nhacviec units`, `invite`, `officer`: who is who, one-time codes, erasing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import inf
from pathlib import Path

import click

from bot.channels import MESSENGERS
from bot.channels.house import Declaration, asked
from bot.service import Parts, load_units, open_parts
from bot.shell import Shell
from data.agencies.oddities import doubts
from data.agencies.registry import fan_out, read_registry
from data.columns import known
from data.kinds import Role
from data.people import chats, coordinating, persons, registering
from data.record import SERVICE
from data.refusals import PersonUnknown, TokenRejected, UnitUnknown
from data.store import Session
from data.work import held
from locales import N_, Words
from locales.phrases import bot_name
from locales.refusals import refusal
from locales.shell import doubt_line, erased_line, moved_line, unit_headings
from scheduler import allotting

CODE_LASTS = timedelta(days=7)


@click.group
def units() -> None:
    """Hold the two commands about units."""


@units.command("import", help=N_("Load a registry: tab-separated name, code, kind, aliases, members, coordinator."))
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
        load_units(shell.settings, session)
        strange = registry_lines(shell.words, session)
    shell.say(N_("{count} units are in the registry."), count=count)
    if gone:
        shell.say(N_("{count} units of the previous registry have been removed: nothing referred to them."), count=gone)
    for line in strange:
        shell.out.line(line)


def registry_lines(words: Words, session: Session) -> list[str]:
    """What should be looked at in the registry as it is loaded, in a sentence each."""
    lines = [doubt_line(words, doubt) for doubt in doubts(registering.load_registry(session))]
    before, now = coordinating.handed_over(session), coordinating.coordinating_office(session)
    return [*lines, *([moved_line(words, before.name, now.name)] if before and now else [])]


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


@dataclass(slots=True)
class Door:
    """A bot by which people may join: its names, and how many more it has room for."""

    messenger: Declaration
    bot: str
    username: str
    room: float = inf

    def link(self, code: str) -> str | None:
        """Where it is found, where that can be said."""
        return self.messenger.link(self.bot, self.username, code)

    def said(self, code: str, among: int) -> str:
        """The link, with the bot's name where there are several."""
        return " ".join(filter(None, (bot_name(self.bot) if among > 1 else "", self.link(code))))


def through(doors: Iterable[Door]) -> list[Door]:
    """Of each messenger the door with the most room, for one unit more; those that are full are left out."""
    widest: dict[str, Door] = {}
    for door in doors:
        if door.room > (widest[door.messenger.key].room if door.messenger.key in widest else 0):
            widest[door.messenger.key] = door
    for door in widest.values():
        door.room -= 1
    return list(widest.values())


@click.command
@click.argument("code", required=False)
@click.option("--all", "everyone", is_flag=True, help=N_("one code for each unit"))
@click.option("--role", type=click.Choice([role.value for role in known(Role)]), default=Role.OFFICER.value)
@click.option("--json", "as_json", is_flag=True, help=N_("one JSON object per line"))
@click.pass_obj
def invite(shell: Shell, code: str | None, everyone: bool, role: str, as_json: bool) -> None:
    """Print one-time codes."""
    with open_parts(shell.settings) as parts:
        now = parts.clock.now()
        with parts.store.transaction() as session:
            load_units(shell.settings, session)
            if not everyone and code is None:
                raise UnitUnknown(text="")
            chosen = registering.single_units(session) if everyone else [registering.unit_by_code(session, code or "")]
            made = [(unit, chats.invite(session, unit, Role(role), SERVICE, now, CODE_LASTS)) for unit in chosen]
        doors = _doors(shell, parts)
    expires = (now + CODE_LASTS).isoformat(timespec="seconds")
    ways = [sorted(through(doors), key=lambda door: door.messenger.key != unit.channel) for unit, _ in made]
    for (unit, secret), doors_of_unit in zip(made, ways, strict=True):
        if as_json:
            told = {"unit": unit.code, "role": role, "code": secret, **_as_json(doors_of_unit, secret)}
            shell.out.json(told | {"expires": expires})
        else:
            links = [door.said(secret, among=len(doors)) for door in doors_of_unit]
            shell.out.line("\t".join(filter(None, (unit.code, unit.name, f"dang ky {secret}", *links))))
    # Doors only fill up: whichever is not there for the last unit is full.
    left = {door.messenger.key for door in ways[-1]} if ways else set()
    for messenger in {door.messenger.key: door.messenger for door in doors if door.messenger.key not in left}.values():
        said = N_("No bot of {channel} has room for more people. Please add another to {variable}.")
        shell.out.error(shell.words.text(said, channel=messenger.name, variable=messenger.variable))


def _as_json(ways: Sequence[Door], code: str) -> dict[str, object]:
    """The bot that a unit is to join by, and the links to those of the other messengers too."""
    links = {door.messenger.key: door.link(code) for door in ways}
    return {"bot": ways[0].bot if ways else None, "link": next(iter(links.values()), None), "links": links}


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


def _doors(shell: Shell, parts: Parts) -> list[Door]:
    """The bots of the office that can be reached now; of one that is not accepted it is said."""
    found, bots = [], [(messenger, bot) for messenger in MESSENGERS for bot in messenger.bots(shell.settings, None)]
    with parts.store.snapshot() as session:
        balances = allotting.balances(session, [bot for _, bot in bots], parts.clock.now(), parts.policy)
    rooms = {balance.bot: float(balance.room) for balance in balances}
    for messenger, bot in bots:
        try:
            username = asked(bot, lambda each: each.username())
        except TokenRejected as rejected:
            shell.out.error(f"{bot_name(bot.name)}: {refusal(shell.words, rejected)}")
            continue
        if username is not None:
            found.append(Door(messenger, bot.name, username, rooms.get(bot.name, inf)))
    return found
