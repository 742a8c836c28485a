"""What is turned away before any handler: marked secrets, speakers without a name, settings by anyone, old buttons."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot import commands
from bot.command import Command, Sense
from bot.talk import Incoming
from data.documents import Look, look
from data.facts import Seat
from data.kinds import Role
from data.people import persons
from data.refusals import AnonymousSpeaker, MarkedSecret, RegisteredOnly
from data.secrecy import is_marked, is_marked_name
from data.store import Session
from data.talk import Speaker
from data.work import buttons

# What stands in `Incoming.other` in place of what was not kept.
MARKED = "marked"


def storable(incoming: Incoming) -> Incoming:
    """What came in, without the signs that no database takes: NUL, and halves of a letter."""
    text = incoming.text.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")
    return incoming if text == incoming.text else replace(incoming, text=text)


def without_secrets(incoming: Incoming, folder: Path | None = None) -> Incoming:
    """What came in, empty but for a note of it where it carries a mark of state secrets: that is never stored.

    A document that lies in `folder` is looked through, and stays `unseen` where that could not be done to its end. In a
    group, talk that neither names a command nor brings a file was not meant for us: it is not answered either.
    """
    seen = _looked_through(incoming, folder)
    if not seen.marked and not is_marked(incoming.text):
        return incoming if seen.whole else _unseen(incoming)
    named = incoming.file is not None or incoming.addressed or bool(commands.found(incoming.text))
    meant = named or not incoming.speaker.is_group
    return replace(
        incoming,
        text="",
        other=MARKED if meant else None,
        file=None,
        act=None,
        answered=None,
        offered=(),
    )


def _looked_through(incoming: Incoming, folder: Path | None) -> Look:
    """What there is to see of the file that came in: its name, and what is text in it."""
    file = incoming.file
    if file is None or is_marked_name(file.name):
        return Look(marked=file is not None, whole=True)
    if folder is None or file.path is None or incoming.other == "photo":
        return Look(marked=False, whole=True)
    return look(folder / file.path)


def _unseen(incoming: Incoming) -> Incoming:
    return replace(incoming, file=replace(incoming.file, unseen=True) if incoming.file else None)


def check_content(incoming: Incoming) -> None:
    """Refuse what was not kept.

    Raises:
        MarkedSecret: it carried a mark of state secrets.
    """
    if incoming.other == MARKED:
        raise MarkedSecret


def check(session: Session, incoming: Incoming, command: Command, seats: Sequence[Seat]) -> None:
    """Refuse a command that this person, or this button, may not give here; which roles may is asked elsewhere.

    Raises:
        AnonymousSpeaker: it is not known who speaks.
        RegisteredOnly: it is a setting of a group, or decides for Nội vụ, and the person has not joined for that.
        ButtonStale, AlreadyDone, AcceptedAlready: the button was made for another unit or another state.
    """
    if incoming.speaker.anonymous:
        raise AnonymousSpeaker
    if incoming.speaker.is_group:
        _check_registered(session, incoming.speaker, command, seats)
    if incoming.occurrence_id is not None and command.sense is not Sense.ASKS:
        buttons.check(session, seats, incoming.occurrence_id, incoming.state)


def _check_registered(session: Session, speaker: Speaker, command: Command, seats: Sequence[Seat]) -> None:
    officer = persons.known(session, speaker.channel, speaker.user_id)
    own = persons.own_addresses(session, officer) if officer else []
    coordinates = any(address.role is Role.COORDINATOR for address in own)
    units = {seat.unit.id for seat in seats}
    if command.sense is Sense.DECIDES and not coordinates and any(seat.role is Role.COORDINATOR for seat in seats):
        raise RegisteredOnly(command=command.name, decides=True)
    if command.sense is Sense.SETS and seats and not (coordinates or any(address.unit_id in units for address in own)):
        raise RegisteredOnly(command=command.name)
