"""A photo or file sent in reply to a message of ours: evidence for the task that is about, or a question which."""

from collections.abc import Sequence

from bot.handlers import choosing, evidencing
from bot.talk import Ask
from data.answering import held
from data.answering.held import Held
from data.errors import FileLost
from data.facts import OccurrenceFact
from data.outbox import Choice, Outgoing
from data.plans import assigned
from locales.replies import attaching as replies
from locales.replies import choose

# More would be no choice on a small phone; any number can be typed.
_AT_MOST = 8


def attach(ask: Ask) -> Sequence[Outgoing]:
    """Put the file behind the one report that the message answered was about; of work not yet reported, ask first."""
    if len(ask.about) == 1 and ask.about[0].report is not None:
        fact = ask.about[0]
        seat = next(seat for seat in ask.seats if seat.unit.id == fact.unit.id)
        return (evidencing.add_to(ask, seat, fact, ask.argument, evidencing.keeping(ask)),)
    if ask.file is None or ask.folder is None:
        raise FileLost(name=ask.file.name if ask.file else "")
    came = evidencing.sent(ask, ask.file)
    about = [fact.id for fact in ask.about]
    speaker, waits = ask.speaker, Held(came.name, came.path, came.kind, ask.argument)
    try:
        files = held.hold(ask.session, ask.folder, speaker.channel, speaker.chat_id, waits, about, ask.now)
    except OSError:
        raise FileLost(name=came.name) from None
    return (_question(ask, files),)


def put_aside(ask: Ask) -> Sequence[Outgoing]:
    """`bo tep`: delete the files that wait in this chat to be told what they back."""
    waited = held.drop(ask.session, ask.folder, ask.speaker.channel, ask.speaker.chat_id)
    return (replies.put_aside(ask.words, waited=waited),)


def _question(ask: Ask, files: Sequence[Held]) -> Outgoing:
    neither = replies.neither(ask.words)
    ways = [way for fact in ask.about[:_AT_MOST] for way in _ways(ask, fact)]
    choices, lines = zip(*ways, (Choice(neither, "bo tep"), neither), strict=True)
    return choose(ask.words, replies.what_for(ask.words, files), choices, lines)


def _ways(ask: Ask, fact: OccurrenceFact) -> list[tuple[Choice, str]]:
    """What the files may be for in one task, and what that would do."""
    words, alone = ask.words, len(ask.about) == 1
    number = assigned.typed_number(ask.session, fact.task)
    done = Choice(replies.label_done(words, number), f"xong {number} kem tep", fact.id)
    more = Choice(replies.label_more(words, number), f"minh chung {number} kem tep", fact.id)
    to_add = (more, replies.to_add(words, fact, number, ask.today, alone=alone))
    if fact.report is not None:
        return [to_add]
    ways = [(done, replies.to_report(words, fact, number, ask.today, alone=alone))]
    if alone and len(fact.left) > 1:
        # Typed, not behind a button: the words name the product.
        ways += [(Choice(part, f"xong {number} {part} kem tep"), _part(ask, part, number)) for part in fact.left]
    return [*ways, to_add] if choosing.reports_of(fact) else ways


def _part(ask: Ask, part: str, number: str) -> str:
    return replies.to_report_part(ask.words, part, number)
