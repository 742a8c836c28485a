"""A message that is changed after it was sent: its new words correct the report that it made, or change nothing."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from bot import as_typed, scenes, targets, turn, understanding
from bot.command import Command, Heard
from bot.features import amending
from bot.features import reporting as reports
from bot.gate import check
from bot.talk import LONGEST, Answer, Ask, Incoming
from bot.targets import Led
from bot.turn import Turn
from data import inbox, views
from data.facts import OccurrenceFact, ReportFact, Seat
from data.inbox import Acted
from data.kinds import State
from data.lines.marked import marked
from data.lines.notes import named_first
from data.lines.numbers import is_count, read_argument, told
from data.lines.tones import Tone, tone_of
from data.lines.wishes import Mode, Reading
from data.model import Change
from data.people import offers
from data.refusals import AcceptedAlready
from data.talk import Outgoing
from data.views import running
from data.words import fold
from data.work import reporting
from locales.say.reporting import corrected, corrected_no_more, several
from locales.say.talking import edit_not_taken
from scheduler.slots import local_day

# By these a report is made, or what it lacks put into it.
_REPORTS = frozenset({"xong", "khong phat sinh", "bo sung", "sua"})
_SAID = frozenset({reports.done, reports.nothing, reports.supplement, amending.correct})
_NOTHING = "khong phat sinh"
# These say that something is meant of a report: done, asked about, asked for more; not that it is looked at.
_MEANT = frozenset({Mode.DO, Mode.CONFIRM, Mode.ASK})
# The task and the period are known by the report itself.
_MAY_LACK = frozenset({None, "task", "period"})
_NOT_DONE = frozenset({Tone.NOT_YET, Tone.UNDER_WAY, Tone.TROUBLE})
# So long a choice may wait that puts on record what an earlier message said.
_WAITS = timedelta(days=1)
_WORD = re.compile(r"\w+")
# Said out of courtesy, and never part of what is reported.
_POLITE = frozenset({"ạ", "a", "dạ", "vâng", "nhé", "nhe", "nha", "nhá", "ơi", "em", "ok", "xin", "cảm", "ơn"})


@dataclass(frozen=True, slots=True)
class _Said:
    """What words report of some tasks, or of the only one that is meant where none is named; `key` is a period's."""

    numbers: tuple[str, ...]
    note: str
    nothing: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class _Made:
    """A report that a message made, which may stand no more: its key, who may correct it, and what it says of what."""

    id: int
    seat: Seat
    fact: OccurrenceFact
    report: ReportFact
    stands: bool


def note(came: Turn, written: Sequence[Change]) -> None:
    """Remember what a message did, and which one it was that first said what a choice has now put on record."""
    session, incoming = came.session, came.incoming
    is_answer = incoming.act is not None or not came.line.found
    if not written or (incoming.message is None and not is_answer):
        return
    session.flush()
    made = reporting.made_at(session, written)
    if incoming.message is not None:
        did = Acted(made, _print(came.incoming))
        inbox.note_acted(session, incoming.speaker, incoming.message, did, came.now)
    asked = offers.last_read(session, incoming.speaker, came.now - _WAITS) if made and is_answer else None
    first = asked.get("message") if asked else None
    if asked and first and first != incoming.message and _is_of(came, asked, made):
        inbox.note_acted(session, incoming.speaker, first, Acted(made, asked.get("print", "")), came.now)


def kept(reading: Mapping[str, Any], incoming: Incoming) -> dict[str, Any]:
    """How a line was read, with the message that said it."""
    return {**reading, "message": incoming.message, "print": _print(incoming)}


def answer(came: Turn, did: Acted) -> Answer:
    """What the new words of a message do that `did` something as it was first sent.

    Raises:
        AcceptedAlready, TaskOfOthers, NoLongerOwed: the report cannot be corrected any more.
        Refusal: any other that a person is told in words.
    """
    if did.print and did.print == _print(came.incoming):
        return Answer()
    made = _made(came, did)
    for each in made:
        if each.fact.state is State.ACCEPTED:
            raise AcceptedAlready(number=each.fact.task.typed)
        if not each.stands:
            return Answer((corrected_no_more(came.words, each.fact),))
    notes = _corrections(came, made) if made else None
    if notes is None:
        numbers = {each.fact.task.typed for each in made}
        return Answer((edit_not_taken(came.words, next(iter(numbers)) if len(numbers) == 1 else ""),))
    check(came.session, came.incoming, reports.done, came.seats)
    ask = turn.ask_of(came, _heard(reports.done))
    said = [_corrected(ask, each, notes[each.id]) for each in made]
    if came.incoming.message is not None:
        anew = replace(did, print=_print(came.incoming))
        inbox.note_acted(came.session, came.incoming.speaker, came.incoming.message, anew, came.now)
    replies = [each for each in said if each is not None]
    return Answer((several(came.words, replies),)) if replies else Answer()


def _corrected(ask: Ask, made: _Made, note: str) -> Outgoing | None:
    if not reporting.correct(ask.session, made.id, note, targets.actor_of(ask, made.seat), ask.now):
        return None
    ask.session.flush()
    (fact,) = views.by_ids(ask.session, [made.fact.id])
    now = next(each for each in targets.reports_of(fact) if (each.at, each.part) == (made.report.at, made.report.part))
    return corrected(ask.voice, fact, now, made.report.note)


def _made(came: Turn, did: Acted) -> tuple[_Made, ...]:
    """The reports that a message made, where this chat answers for all of them; else none."""
    found = reporting.of_keys(came.session, did.reports)
    facts = {fact.id: fact for fact in views.by_ids(came.session, {each.occurrence_id for each in found})}
    seats = {seat.unit.id: seat for seat in came.seats if reports.done.is_for([seat])}
    made = []
    for each in found:
        fact = facts.get(each.occurrence_id)
        seat = seats.get(fact.unit.id) if fact else None
        if fact is None or seat is None:
            return ()
        report = ReportFact("", each.at, each.nothing_to_report, each.note, (), each.part)
        made.append(_Made(each.id or 0, seat, fact, report, each.withdrawn_at is None and each.returned_at is None))
    return tuple(made)


def _corrections(came: Turn, made: Sequence[_Made]) -> dict[int, str] | None:
    """What each report says now; None where the words are no correction of just these."""
    said = _read(came)
    notes: dict[int, str] = {}
    for each in said or ():
        of_these = _meant(made, each)
        found = [_note_of(one, each) for one in of_these]
        if not found or None in found:
            return None
        notes |= {one.id: note for one, note in zip(of_these, found, strict=True) if note is not None}
    return notes if len(notes) == len(made) else None


def _meant(made: Sequence[_Made], said: _Said) -> list[_Made]:
    """The reports that words are about: of every task named; none where one was not reported by the message."""
    if not said.numbers:
        return list(made) if len(made) == 1 else []
    of_each = [[one for one in made if _is_called(one.fact, number)] for number in said.numbers]
    return [one for each in of_each for one in each] if all(of_each) else []


def _is_called(fact: OccurrenceFact, number: str) -> bool:
    return fold(number) in {fold(fact.task.number), fold(fact.task.typed)}


def _note_of(made: _Made, said: _Said) -> str | None:
    """What a report says now; None where the words say nothing, or are of another period, product or kind."""
    fact, report = made.fact, made.report
    if said.nothing is not report.nothing_to_report or said.key not in {"", fact.key.partition(".")[0]}:
        return None
    text = said.note
    if running.is_by_period([fact]) and text:
        in_period = targets.reported(Led(made.seat, fact.task, [fact]), text)
        if in_period is None:
            return None
        _, text = in_period
    parts, rest = named_first(fact.parts, told(text))
    is_same = set(parts) == {report.part} if report.part else not parts or set(parts) == set(fact.parts)
    return rest if is_same and (rest or not report.note) else None


def _read(came: Turn) -> tuple[_Said, ...] | None:
    """What the new words report; None where they say anything else, or leave a doubt of it."""
    heard = came.line.given_by(came.seats)
    if heard is not None and heard.command.is_told and heard.command not in _SAID:
        return None
    reading = _reading(came)
    if is_count(came.line.said) and not reading.wishes:
        return (_Said((), came.line.said),)
    reports_only = all(wish.command in _REPORTS for wish in reading.wishes)
    if not (reading.wishes and reports_only and reading.mode in _MEANT and reading.lacks in _MAY_LACK):
        return None
    return None if _is_doubtful(came) else _typed(came) or tuple(_plain(reading))


def _reading(came: Turn) -> Reading:
    about, today = understanding.about(came.session, came.incoming, came.seats), _today(came)
    return scenes.reading_of(came.session, came.incoming, came.seats, about, came.now, today, came.composer.workdays)


def _is_doubtful(came: Turn) -> bool:
    """Whether the words say somewhere that something is not done yet."""
    today = _today(came)
    line = marked(came.line.said, today, came.composer.workdays)
    after_today = any(thing.day and thing.day > today for thing in line.of("day"))
    return tone_of(line.said, line, after_today=after_today) in _NOT_DONE


def _today(came: Turn) -> date:
    return local_day(came.now, came.composer.policy)


def _typed(came: Turn) -> tuple[_Said, ...]:
    """What is typed as a command that reports, with its words as they stand."""
    heard = came.line.given_by(came.seats)
    if heard is None or heard.command not in _SAID:
        return ()
    ask = targets.for_unit_named(turn.ask_of(came, heard))
    if heard.command is reports.nothing:
        argument = read_argument(ask.argument)
        return (_Said(argument.numbers, argument.note, nothing=True),)
    found = reports.reports_in(ask)
    if not found.sure or not found.each:
        return ()
    return tuple(_Said(each.numbers, each.note, each.nothing) for each in found.each)


def _plain(reading: Reading) -> Iterator[_Said]:
    for wish in reading.wishes:
        act = as_typed.act_of(wish, {})
        said = " ".join(filter(None, [*act.parts, act.text]))
        yield _Said(wish.tasks, said, wish.command == _NOTHING, wish.period or "")


def _is_of(came: Turn, asked: Mapping[str, Any], made: Sequence[int]) -> bool:
    """Whether what was asked about, or for, before is what these reports say: of no other task."""
    if asked.get("mode") not in {Mode.CONFIRM, Mode.ASK}:
        return False
    wishes = asked.get("wishes")
    named = {fold(number) for wish in wishes for number in wish.get("tasks", ())} if isinstance(wishes, list) else set()
    ids = {each.occurrence_id for each in reporting.of_keys(came.session, made)}
    return all(
        not named or {fold(fact.task.number), fold(fact.task.typed)} & named for fact in views.by_ids(came.session, ids)
    )


def _heard(command: Command) -> Heard:
    return Heard(command, command.name, "")


def _print(incoming: Incoming) -> str:
    """By what words are known again, whatever marks, blanks and courtesy stand between them."""
    words = _WORD.findall(unicodedata.normalize("NFC", incoming.text[:LONGEST]).casefold())
    return inbox.print_of(incoming.speaker, " ".join(word for word in words if word not in _POLITE))
