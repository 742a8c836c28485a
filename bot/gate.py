"""What is turned away before any handler: marked secrets, speakers without a name, settings by anyone, old buttons."""

from collections.abc import Iterable
from dataclasses import replace

from bot.commands import Command, recognise
from bot.talk import Incoming
from data import buttons, persons
from data.errors import AnonymousSpeaker, MarkedSecret, RegisteredOnly
from data.facts import Seat
from data.model import Role
from data.people import Speaker
from data.secrecy import is_marked
from data.store import Session

# What stands in `Incoming.other` in place of what was not kept.
MARKED = "marked"


def storable(incoming: Incoming) -> Incoming:
    """What came in, without the signs that no database takes: NUL, and halves of a letter."""
    text = incoming.text.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")
    return incoming if text == incoming.text else replace(incoming, text=text)


def without_secrets(incoming: Incoming) -> Incoming:
    """What came in, empty but for a note of it where it carries a mark of state secrets: that is never stored.

    In a group, talk that neither names a command nor brings a file was not meant for us: it is not answered either.
    """
    name = incoming.file.name if incoming.file else ""
    if not (is_marked(incoming.text) or is_marked(name)):
        return incoming
    named = incoming.file is not None or incoming.addressed or recognise(incoming.text) is not None
    meant = named or not incoming.speaker.is_group
    return replace(incoming, text="", other=MARKED if meant else None, file=None, occurrence_id=None, state=None)


def check_content(incoming: Incoming) -> None:
    """Refuse what was not kept.

    Raises:
        MarkedSecret: it carried a mark of state secrets.
    """
    if incoming.other == MARKED:
        raise MarkedSecret


def check(session: Session, incoming: Incoming, command: Command, seats: tuple[Seat, ...]) -> None:
    """Refuse a command that this person, or this button, may not give here; which roles may is asked elsewhere.

    Raises:
        AnonymousSpeaker: it is not known who speaks.
        RegisteredOnly: it is a setting of a group, and the person has not joined for its unit or for Nội vụ.
        ButtonStale, AlreadyDone, AcceptedAlready: the button was made for another unit or another state.
    """
    if incoming.speaker.anonymous:
        raise AnonymousSpeaker
    if (
        command.is_setting
        and incoming.speaker.is_group
        and seats
        and not _is_registered(session, incoming.speaker, seats)
    ):
        raise RegisteredOnly(command=command.name)
    if incoming.occurrence_id is not None:
        buttons.check(session, seats, incoming.occurrence_id, incoming.state)


def _is_registered(session: Session, speaker: Speaker, seats: Iterable[Seat]) -> bool:
    officer = persons.known(session, speaker.channel, speaker.user_id)
    if officer is None:
        return False
    units = {seat.unit.id for seat in seats}
    own = persons.own_addresses(session, officer)
    return any(address.unit_id in units or address.role is Role.COORDINATOR for address in own)
