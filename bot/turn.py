"""One turn of a conversation, in its one transaction: what a message means, who may say it, what is done, what is said.

Refusals are raised: the turn is rolled back then, and `bot.conversation` has the words.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot import attachments, commands, gate, paging, scenes, targets, understanding
from bot.command import UNIT_ROLES, Heard, Sense, Takes
from bot.features import attaching, chats, evidencing
from bot.features import guessing as plainly
from bot.helping import has_come, polite_help
from bot.talk import ADDED, ADDED_HALF_DEAF, Answer, Ask, Incoming, ReadPlan, Way
from bot.understanding import Line
from data import inbox
from data.facts import OccurrenceFact, Seat
from data.kinds import Role
from data.lines.doubts import asks
from data.lines.numbers import read_argument
from data.lines.wishes import Mode, Reading
from data.model import Address
from data.people import addressing
from data.refusals import (
    CodeInvalid,
    MarkedSecret,
    NotAllowed,
    NotJoined,
    Refusal,
)
from data.store import Session
from data.talk import Outgoing, line
from data.upkeep.health import Health
from data.work import reporting
from locales import Words, words_for
from locales.refusals import refusal
from locales.say import guessing as replies
from locales.say.talking import (
    forwarded,
    left_alone,
    other_not_kept,
)
from scheduler import tick
from scheduler.composing import Composer
from scheduler.slots import local_day

# Whatever else comes with words is never kept: a voice message, a round video, a place.
_KEPT = frozenset({None, "photo", "file", ADDED, ADDED_HALF_DEAF})


@dataclass(frozen=True, slots=True)
class Turn:
    """What came in, for whom its chat speaks, in which language, at which aware moment.

    `read` is the file of a plan that the message is about, or why there is no plan in it; `health` tells how the
    service stands. A chat that `holds` nothing has no files that wait for words.
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

    @property
    def incoming(self) -> Incoming:
        """What came in, or what it stands for."""
        return self.line.incoming


def answer(turn: Turn) -> Answer:
    """Act on what came in, and say what to answer.

    Raises:
        Refusal: any that a person is told in words.
    """
    if turn.incoming.other == gate.MARKED:
        raise MarkedSecret
    settled = _settled(turn)
    if settled is not None:
        return settled
    if (answered := _answering(turn)) is not None:
        return answered
    said = gate.as_granting(turn.session, gate.as_chosen(turn.session, turn.line, turn.now), turn.seats)
    turn = replace(turn, line=turn.line.again(said))
    about = understanding.about(turn.session, turn.incoming, turn.seats)
    heard = _understood(turn, about)
    return heard if isinstance(heard, Answer) else _tried(turn, heard, about)


def _tried(turn: Turn, heard: Heard, about: tuple[OccurrenceFact, ...]) -> Answer:
    """What a command answers; but where another unit is named in Nội vụ's chat, a report is none of its own."""
    of_unit = heard.command.is_told and heard.command.may == UNIT_ROLES and bool(read_argument(heard.argument).behind)
    if of_unit and _oversees(turn) and _may_be_plain(turn):
        reading = _reading(turn, about)
        if scenes.is_of_others(reading):
            return _carried_out(turn, reading, about)
    return _given(turn, heard, about)


def _given(turn: Turn, heard: Heard, about: tuple[OccurrenceFact, ...]) -> Answer:
    """What a command that is given answers."""
    ask = replace(ask_of(turn, heard), read=turn.read, about=about)
    gate.check(turn.session, turn.incoming, heard.command, turn.seats)
    acted = _acted(turn, heard, ask)
    return acted if acted.read else replace(acted, read=scenes.carried_out(heard))


def words_of(addresses: Sequence[Address], locale: str) -> Words:
    """A chat's own language goes before the office's."""
    return words_for(next((each.locale for each in addresses if each.locale), None) or locale)


def _settled(turn: Turn) -> Answer | None:
    """What is answered whatever the words mean: to a change of what was not said to us, to a no to a question."""
    session, incoming = turn.session, turn.incoming
    if incoming.edited and turn.line.in_passing:
        return Answer()
    return Answer((left_alone(turn.words),)) if gate.declined(session, incoming, turn.now) else None


def _understood(turn: Turn, about: tuple[OccurrenceFact, ...]) -> Heard | Answer:
    """The command that is meant; or the answer at once, where none is: a guess, a question back, polite help."""
    session, incoming = turn.session, turn.incoming
    meaning = understanding.understood(session, turn.line, turn.seats, about, turn.now)
    heard = meaning.heard
    of_overseer = _oversees(turn) and (heard is None or (meaning.plain and heard.command.is_for(turn.seats)))
    if of_overseer and (read := _plain(turn, about)) is not None:
        return read
    if meaning.plain and (guessed := _guessed(turn, about)):
        return Answer(guessed)
    if heard is None:
        return _plain(turn, about) or Answer(_not_understood(turn))
    if not (incoming.forwarded and heard.command.is_told and heard.command.is_for(turn.seats)):
        return heard
    if incoming.file is not None:
        return Heard(attaching.attach, "", heard.argument)
    question = forwarded(turn.words, turn.line.said)
    return Answer((question,))


def _answering(turn: Turn) -> Answer | None:
    """What the answer to our own question does: a number, a day, a result, a few words, a yes."""
    if not _may_be_plain(turn) or turn.line.found:
        return None
    asked = scenes.asked_last(turn.session, turn.incoming.speaker, turn.now)
    if asked is None:
        return None
    reading = scenes.as_answer(asked, _reading(turn, ()))
    return None if reading.mode is Mode.LEAVE else _carried_out(turn, reading, ())


def _plain(turn: Turn, about: tuple[OccurrenceFact, ...]) -> Answer | None:
    """What words do that are no command of these seats, or only begin like one; None where nobody typed them to us."""
    if not _may_be_plain(turn):
        return None
    reading = scenes.careful(_reading(turn, about))
    # A number that chooses nothing is told so.
    is_lost = reading.mode is Mode.LEAVE and not any(map(str.isalpha, turn.line.said))
    return None if is_lost else _carried_out(turn, reading, about)


def _oversees(turn: Turn) -> bool:
    """Whether it is a chat of Nội vụ, of a leader or a head, and of no unit's officer."""
    roles = {seat.role for seat in turn.seats}
    return bool(roles) and Role.OFFICER not in roles


def _may_be_plain(turn: Turn) -> bool:
    """Whether somebody who has joined typed words, in a chat of their own with us, and sent nothing with them."""
    incoming = turn.incoming
    typed = incoming.act is None and incoming.file is None and incoming.other is None and not incoming.forwarded
    return typed and bool(turn.seats) and bool(turn.line.said) and not incoming.speaker.is_group


def _reading(turn: Turn, about: tuple[OccurrenceFact, ...]) -> Reading:
    today = local_day(turn.now, turn.composer.policy)
    return scenes.reading_of(turn.session, turn.incoming, turn.seats, about, turn.now, today, turn.composer.workdays)


def _carried_out(turn: Turn, reading: Reading, about: tuple[OccurrenceFact, ...]) -> Answer:
    """Do at once what the words leave no doubt of, show what is asked; spell the rest out, or ask for what lacks."""
    words, roles = turn.words, {seat.role for seat in turn.seats}
    heard = [scenes.heard_of(turn.session, wish, turn.seats) for wish in reading.wishes]
    known = [each for each in heard if each is not None]
    match reading.mode:
        case Mode.LEAVE:
            return Answer((replies.left_alone(words, roles),), read=reading)
        case Mode.ASK if reading.lacks:
            return Answer(
                (replies.asked_for(words, reading.lacks, scenes.awaited(reading, turn.session, turn.seats)),),
                read=reading,
            )
        case Mode.DECLINE if not known:
            return Answer((replies.declined(words),), read=reading)
        case _ if not known or len(known) < len(heard):
            return Answer((replies.not_here(words, roles),), read=reading)
        case Mode.CONFIRM:
            acts = [each.act for each in known if each.act]
            act = acts[0] if len(acts) == 1 else line("\n".join(each.typed for each in acts))
            return Answer((replies.confirm(words, scenes.spelt_out(turn.session, words, known), act),), read=reading)
    said = [_given(turn, each, about) for each in known]
    return replace(said[-1], replies=tuple(reply for each in said for reply in each.replies), read=reading)


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


def _guessed(turn: Turn, about: tuple[OccurrenceFact, ...]) -> tuple[Outgoing, ...]:
    """The answer to plain words in a chat that speaks for a unit; nothing where they mean nothing to us."""
    session, incoming, typed = turn.session, turn.incoming, turn.line.said
    if turn.line.in_passing and asks(typed):
        return ()  # they ask one another
    if not typed or incoming.other is not None or not plainly.plain.is_for(turn.seats):
        return ()
    ask = replace(ask_of(turn, Heard(plainly.plain, "", typed)), about=about)
    replies = paging.paged(turn.words, plainly.plain(ask), None)
    replies = tuple(reporting.with_states(session, reply) for reply in replies)
    if replies:
        gate.check(session, incoming, plainly.plain, turn.seats)
    return replies


def _not_understood(turn: Turn) -> tuple[Outgoing, ...]:
    """Polite help; in a group that goes on talking, to the same person once in a while."""
    incoming = turn.incoming
    replies = polite_help(turn.words, turn.seats, turn.line)
    is_help = incoming.speaker.is_group and not has_come(incoming)
    if replies and is_help and not inbox.is_first(turn.session, incoming.speaker, "help", turn.now):
        return ()
    return replies


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
    return tuple(commands.menu(words_of(addresses, turn.composer.locale), roles))


def _updated(turn: Turn) -> Outgoing | None:
    """How the tapped digest reads now; a tap under any other message leaves it as it is."""
    session, speaker = turn.session, turn.incoming.speaker
    message = addressing.sent_as(session, speaker.bot, speaker.chat_id, turn.incoming.tapped or "")
    if message is None:
        return None
    session.flush()
    composed = turn.composer.compose(session, message, keep_done=True)
    return composed.outgoing if composed else None
