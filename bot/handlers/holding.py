"""Files that wait until it is said what they back: holding them, the question what they are for, and taking them."""

from collections.abc import Sequence
from dataclasses import replace

from bot.handlers import evidencing, occurrences
from bot.talk import Ask
from data.answering import held
from data.answering.held import Held
from data.errors import FileLost
from data.facts import OccurrenceFact
from data.outgoing import Choice, Outgoing
from locales.say import evidence as replies
from locales.say.talking import choose

# More would be no choice on a small phone; any number can be typed.
_AT_MOST = 8


def question(ask: Ask, files: Sequence[Held], *, more: bool = False) -> Outgoing:
    """What are the files for? Any task may be named too, where there are `more` than those shown."""
    neither = replies.neither(ask.words)
    ways = [way for fact in ask.about[:_AT_MOST] for way in _ways(ask, fact)]
    choices, lines = zip(*ways, (Choice(neither, "bo tep"), neither), strict=True)
    return choose(ask.words, replies.what_for(ask.words, files, more=more), choices, lines)


def _ways(ask: Ask, fact: OccurrenceFact) -> list[tuple[Choice, str]]:
    """What the files may be for in one task, and what that would do."""
    words, alone = ask.words, len(ask.about) == 1
    number = fact.task.typed
    done = Choice(replies.label_done(words, number), f"xong {number} kem tep", fact.id)
    more = Choice(replies.label_more(words, number), f"minh chung {number} kem tep", fact.id)
    to_add = (more, replies.label_to_add(words, fact, number, ask.today, alone=alone))
    if fact.report is not None:
        return [to_add]
    ways = [(done, replies.to_report(words, fact, number, ask.today, alone=alone))]
    if alone and len(fact.left) > 1:
        # Typed, not behind a button: the words name the product.
        ways += [(Choice(part, f"xong {number} {part} kem tep"), _part(ask, part, number)) for part in fact.left]
    return [*ways, to_add] if occurrences.reports_of(fact) else ways


def _part(ask: Ask, part: str, number: str) -> str:
    return replies.to_report_part(ask.words, part, number)


def hold(ask: Ask, note: str) -> tuple[Held, ...]:
    """Have the file that came wait here, with the words that it came with, until it is said what it is for.

    Gives all that wait; where none came now, what has waited goes on waiting.

    Raises:
        FileTooLarge, FileLost: it was not taken, or cannot be moved.
    """
    if ask.file is None and ask.held:
        held.direct(ask.session, ask.speaker.bot, ask.speaker.chat_id, [fact.id for fact in ask.about], ask.now)
        return ask.held
    if ask.file is None or ask.folder is None:
        raise FileLost(name=ask.file.name if ask.file else "")
    came = evidencing.sent(ask, ask.file)
    about = [fact.id for fact in ask.about]
    speaker, waits = ask.speaker, Held(came.name, came.path, came.kind, note)
    try:
        return held.hold(ask.session, ask.folder, speaker.bot, speaker.chat_id, waits, about, ask.now, ask.album)
    except OSError:
        raise FileLost(name=came.name) from None


def with_waiting(ask: Ask) -> Ask:
    """With what waits of the album that the file is of, or all that waits where none came now."""
    speaker = ask.speaker
    if ask.file is not None and not held.has_album(ask.session, speaker.bot, speaker.chat_id, ask.album, ask.now):
        return ask
    return replace(ask, held=held.take(ask.session, speaker.bot, speaker.chat_id, ask.now))
