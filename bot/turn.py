"""One turn of a conversation: what came in, for whom its chat speaks, and a command carried out in it.

`bot.answers` says which command that is, `bot.plain` what plain words do. Refusals are raised: the turn is rolled
back then, and `bot.conversation` has the words.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from bot import attachments, commands, gate, paging, scenes, targets
from bot.arguments import Takes
from bot.command import Heard, Sense
from bot.features import chats, evidencing
from bot.talk import ADDED, ADDED_HALF_DEAF, Answer, Ask, Incoming, ReadPlan, Way
from bot.understanding import Line
from data.facts import OccurrenceFact, Seat
from data.model import Address
from data.people import addressing, coordinating, registering
from data.refusals import CodeInvalid, NotAllowed, NotJoined, Refusal
from data.store import Session
from data.talk import Outgoing
from data.upkeep.health import Health
from data.work import reporting
from locales import Words, words_for
from locales.refusals import refusal
from locales.say.talking import other_not_kept
from scheduler import tick
from scheduler.composing import Composer
from scheduler.slots import local_day

# Whatever else comes with words is never kept: a voice message, a round video, a place.
_KEPT = frozenset({None, "photo", "file", ADDED, ADDED_HALF_DEAF})


@dataclass(frozen=True, slots=True)
class Turn:
    """What came in, for whom its chat speaks, in which language, at which aware moment.

    `read` is the file of a plan that the message is about, or why there is no plan in it; `health` tells how the
    service stands. A chat that `holds` nothing has no files that wait for words. A command that was `refused` is read
    once more, as the plain words that it may be. It is `about` what the message told of that it was sent in reply to.
    """

    session: Session
    line: Line
    seats: tuple[Seat, ...]
    words: Words
    now: datetime
    composer: Composer
    folder: Path | None
    read: ReadPlan | Refusal | None
    health: Callable[[Session, datetime], Health] | None = None
    holds: bool = True
    ways: tuple[Way, ...] = ()
    refused: Refusal | None = None
    about: tuple[OccurrenceFact, ...] = ()

    @property
    def incoming(self) -> Incoming:
        """What came in, or what it stands for."""
        return self.line.incoming


def words_of(session: Session, addresses: Sequence[Address], locale: str) -> Words:
    """The words of whoever coordinates; a chat's own language goes before the office's."""
    language = next((each.locale for each in addresses if each.locale), None) or locale
    return with_examples(words_for(language, coordinating.office_name(session)), session)


def with_examples(words: Words, session: Session) -> Words:
    """The words, whose examples name units that this office has, as long as the session lasts."""
    return replace(words, examples=partial(registering.examples, session))


def given(turn: Turn, heard: Heard) -> Answer:
    """What a command answers.

    Raises:
        Refusal: any that a person is told in words.
    """
    ask = replace(ask_of(turn, heard), read=turn.read, about=turn.about)
    gate.check(turn.session, turn.incoming, heard.command, turn.seats)
    acted = _acted(turn, heard, ask)
    if acted.read:
        return acted
    return replace(acted, read=scenes.carried_out(turn.session, heard, acted.replies, ask.today, ask.workdays))


def _acted(turn: Turn, heard: Heard, ask: Ask) -> Answer:
    """What a command answers, with what became of all that came with it."""
    session, incoming, words = turn.session, turn.incoming, turn.words
    takes_file = Takes.FILE in heard.command.takes
    if takes_file and heard.command.words:
        ask = evidencing.with_held(ask)
    if heard.command.is_told and incoming.occurrence_id is None:
        ask = targets.for_unit_named(ask)
    try:
        replies = tuple(reporting.with_states(session, reply) for reply in heard.command(ask))
    except CodeInvalid as wrong:
        return _counted(turn, wrong)
    tick.open_changed(session, turn.now, turn.composer.policy)
    replies = paging.paged(words, replies, heard.again, heard.start)
    if not takes_file:
        replies = attachments.and_file(incoming, turn.folder, replies, words)
    if replies and incoming.file is None and incoming.other not in _KEPT:
        replies = (*replies[:-1], other_not_kept(words, replies[-1], incoming.other or ""))
    updated = _updated(turn) if incoming.tapped else None
    menu = _menu(turn) if heard.command.sense is Sense.SETS else None
    return Answer(replies, updated, menu, goes_on=heard.start > 1)


def _counted(turn: Turn, wrong: CodeInvalid) -> Answer:
    """Count a wrong code in the transaction that looked at it: those that come at once are not looked at as one."""
    session, incoming, composer = turn.session, turn.incoming, turn.composer
    chats.note_wrong_code(session, incoming.speaker, turn.now, composer.policy, composer.workdays)
    replies = attachments.and_file(incoming, turn.folder, (Outgoing("", refusal(turn.words, wrong)),), turn.words)
    return Answer(replies)


def ask_of(turn: Turn, heard: Heard) -> Ask:
    """What the handler of a command gets."""
    incoming, composer = turn.incoming, turn.composer
    return Ask(
        session=turn.session,
        seats=allowed(heard, turn.seats),
        speaker=incoming.speaker,
        command=heard.typed,
        argument=heard.argument,
        occurrence_id=incoming.occurrence_id,
        now=turn.now,
        today=local_day(turn.now, composer.policy),
        words=turn.words,
        workdays=composer.workdays,
        policy=composer.policy,
        file=incoming.file,
        other=incoming.other,
        folder=turn.folder,
        album=incoming.album,
        in_passing=turn.line.in_passing,
        under=incoming.tapped or incoming.answered,
        start=heard.start,
        act=heard.act,
        topic=incoming.topic,
        health=turn.health,
        holds=turn.holds,
        ways=turn.ways,
    )


def allowed(heard: Heard, seats: tuple[Seat, ...]) -> tuple[Seat, ...]:
    """The seats that may use a command. Denied by default: a command names the roles that may.

    Raises:
        NotJoined: the command needs a seat and the chat has none.
        NotAllowed: none of its seats has the role.
    """
    command = heard.command
    if command.may is None:
        return seats
    if not seats:
        raise NotJoined
    found = tuple(seat for seat in seats if command.is_for([seat]))
    if not found:
        raise NotAllowed(command=heard.typed)
    return found


def _menu(turn: Turn) -> tuple[tuple[str, str], ...]:
    """The commands that this chat may use from now on, in its language."""
    turn.session.flush()
    speaker = turn.incoming.speaker
    addresses = addressing.addresses_of(turn.session, speaker.bot, speaker.chat_id)
    roles = frozenset(address.role for address in addresses)
    return tuple(commands.menu(words_of(turn.session, addresses, turn.composer.locale), roles))


def _updated(turn: Turn) -> Outgoing | None:
    """How the tapped digest reads now; a tap under any other message leaves it as it is."""
    session, speaker = turn.session, turn.incoming.speaker
    message = addressing.sent_as(session, speaker.bot, speaker.chat_id, turn.incoming.tapped or "")
    if message is None:
        return None
    session.flush()
    composed = turn.composer.compose(session, message, keep_done=True)
    return composed.outgoing if composed else None
