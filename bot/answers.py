"""What a message is answered: what is settled whatever it says, a choice, a command, or plain words."""

from dataclasses import replace

from bot import gate, plain, understanding, with_files
from bot.command import Heard, Sense
from bot.helping import has_come, polite_help
from bot.talk import Answer, together
from bot.turn import Turn, given
from data import inbox
from data.kinds import Role
from data.lines.numbers import read_argument
from data.lines.wishes import NOTHING
from data.people import offers
from data.refusals import MarkedSecret
from data.talk import Outgoing
from locales.say.talking import left_alone


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
    if (answered := plain.answering(turn)) is not None:
        return answered
    said = gate.as_granting(turn.session, gate.as_chosen(turn.session, turn.line, turn.now), turn.seats)
    if said.act is not None and said is not turn.incoming:
        offers.spend(turn.session, said.speaker, said.act)
    turn = replace(turn, line=turn.line.again(said))
    if gate.is_no(turn.incoming):
        return Answer((left_alone(turn.words),), read=NOTHING)
    turn = replace(turn, about=understanding.about(turn.session, turn.incoming, turn.seats))
    heard = understanding.given(turn.line, turn.seats, turn.about)
    return _answered(turn, heard) or Answer(_not_understood(turn))


def _answered(turn: Turn, heard: Heard | None) -> Answer | None:
    """What is answered to a command at its word, to plain words by their reading; None where they mean nothing."""
    barred = understanding.barred(turn.line, turn.seats)
    is_of_unit = any(seat.role in {Role.OFFICER, Role.HEAD} for seat in turn.seats)
    is_bare = barred is not None and not barred.argument and barred.command.sense is not Sense.ASKS
    if barred is not None and (is_bare or (is_of_unit and not read_argument(barred.argument).behind)):
        return given(turn, barred)
    is_exact = heard is not None and turn.refused is None and understanding.is_exact(heard, turn.incoming, turn.seats)
    if heard is not None and (for_held := with_files.for_held(turn, heard)):
        return given(turn, for_held)
    if plain.may_be(turn) and not is_exact:
        return plain.plainly(turn, heard)
    return _all_given(turn, heard) if heard is not None else None


def _all_given(turn: Turn, heard: Heard) -> Answer:
    """What is answered to a command; to a choice that stands for several commands, to each of them."""
    acts = heard.act.apart if heard.act else ()
    if len(acts) < 2:
        return given(turn, heard)
    chosen = [understanding.chosen(act, turn.seats) for act in acts]
    return together([given(turn, each) for each in chosen if each])


def _settled(turn: Turn) -> Answer | None:
    """What is answered whatever the words mean: to a change of what was not said to us, to a no to a question."""
    session, incoming = turn.session, turn.incoming
    if incoming.edited and turn.line.in_passing:
        return Answer()
    return Answer((left_alone(turn.words),), read=NOTHING) if gate.declined(session, incoming, turn.now) else None


def _not_understood(turn: Turn) -> tuple[Outgoing, ...]:
    """Polite help; in a group that goes on talking, to the same person once in a while."""
    incoming = turn.incoming
    replies = polite_help(turn.words, turn.seats, turn.line)
    is_help = incoming.speaker.is_group and not has_come(incoming)
    if replies and is_help and not inbox.is_first(turn.session, incoming.speaker, "help", turn.now):
        return ()
    return replies
