"""Bỏ minh chứng: one piece of evidence is taken off a report again by the unit whose report it is."""

import re
from collections.abc import Sequence

from bot.handlers import choosing, occurrences
from bot.talk import Ask
from data.answering import evidence
from data.answering.evidence import Piece
from data.errors import AcceptedAlready, EvidenceGone
from data.facts import OccurrenceFact
from data.model import State
from data.outgoing import Choice, Outgoing
from data.text import fold
from locales.say import evidence as replies
from locales.say.talking import choose

# The choice names what it was made for; what is typed by hand names it by its own words.
_CHOSEN = re.compile(r"so luu (?P<id>\d+)")


def take_off(ask: Ask) -> Sequence[Outgoing]:
    """`bo minh chung 10`: take the only evidence off the last report of a task; of several ask which.

    `bo minh chung 10 số 12/KH-VP`: the one that is called so.

    Raises:
        NumberMissing, OneAtATime: no task is named, or several.
        EvidenceGone: there is none, or none of that name.
        AcceptedAlready: Nội vụ has taken note of the report.
    """
    number, said = choosing.one_number(ask)
    seat, fact = occurrences.last_reported(ask, number)
    pieces = evidence.pieces_behind(ask.session, fact.id) if fact else ()
    if fact is None or not pieces:
        raise EvidenceGone(number=number)
    if fact.state is State.ACCEPTED:
        raise AcceptedAlready(number=fact.task.typed)
    meant = _meant(pieces, said)
    if not meant:
        raise EvidenceGone(number=fact.task.typed)
    if len(meant) > 1:
        return (_question(ask, fact, meant),)
    left = evidence.take_off(ask.session, fact.id, meant[0], choosing.actor_of(ask, seat), ask.now)
    if not left and ask.folder is not None and meant[0].path:
        (ask.folder / meant[0].path).unlink(missing_ok=True)
    return (replies.taken_off(ask.words, fact, meant[0], ask.today, ask.workdays),)


def _meant(pieces: Sequence[Piece], said: str) -> list[Piece]:
    if chosen := _CHOSEN.fullmatch(fold(said)):
        return [piece for piece in pieces if piece.id == int(chosen["id"])]
    wanted = fold(said).strip(" .,:“”\"'")
    return [piece for piece in pieces if wanted in fold(piece.value)]


def _question(ask: Ask, fact: OccurrenceFact, pieces: Sequence[Piece]) -> Outgoing:
    number = fact.task.typed
    choices = [
        Choice(replies.label(ask.words, each), f"{ask.command} {number} so luu {each.id}", fact.id) for each in pieces
    ]
    return choose(ask.words, replies.which(ask.words, number), choices)
