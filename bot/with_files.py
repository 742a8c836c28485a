"""What words say of a photo or file that they came with, or that came just before them: which tasks it is for."""

from collections.abc import Callable

from bot import understanding
from bot.command import Heard
from bot.features import attaching, evidencing, own_work, reporting
from bot.turn import Turn
from data import views
from data.lines.numbers import numbers_within, read_argument
from data.lines.wishes import Mode, Reading
from data.talk import Act
from data.words import fold
from data.work import held

# These take a photo or file along.
_WITH_FILES = frozenset({"xong", "bo sung", "minh chung"})


def is_of_file(reading: Reading) -> bool:
    """Whether words with a photo or file say no more than what it is for; else it stays behind, and they are heard."""
    about_it = all(
        wish.command in _WITH_FILES or (wish.command == "da bao chua" and not wish.tasks) for wish in reading.wishes
    )
    return about_it and (reading.mode is not Mode.DECLINE or not reading.wishes)


def for_file(turn: Turn, reading: Reading) -> Heard:
    """What puts a file behind the tasks that its words name; those that are not the unit's are told so."""
    tasks = [number for wish in reading.wishes for number in wish.tasks]
    if reading.mode is Mode.DECLINE:
        tasks = [*read_argument(turn.line.said).numbers] or numbers_within(fold(turn.line.said))
    return Heard(attaching.attach, "", turn.line.said, act=Act("", tuple(dict.fromkeys(tasks))))


def for_held(turn: Turn, heard: Heard) -> Heard | None:
    """What puts the files that came just before behind the task that "việc 12" names, where they may be for it."""
    if heard.command is not own_work.show or heard.act is not None or not _has_held(turn):
        return None
    numbers, speaker = read_argument(heard.argument).numbers, turn.incoming.speaker
    about = views.by_ids(turn.session, held.about(turn.session, speaker.bot, speaker.chat_id, turn.now))
    is_one = bool(numbers) and (not about or {fact.task.typed for fact in about} >= set(numbers))
    return Heard(attaching.attach, "", turn.line.said, act=Act("", numbers)) if is_one else None


def is_for_held(turn: Turn, heard: Heard | None, reading: Callable[[], Reading]) -> bool:
    """Whether words say no more than for which task the files are that came just before them: "của việc 10 nhé"."""
    is_report = heard is not None and heard.command is reporting.done and understanding.is_sure(heard)
    if is_report or evidencing.WITH_FILE.search(turn.line.said) or not _has_held(turn):
        return False  # a report takes them along by itself, and "kem tep"
    wishes = reading().wishes
    return bool(wishes) and all(wish.tasks and wish.command in {*_WITH_FILES, "viec"} for wish in wishes)


def _has_held(turn: Turn) -> bool:
    speaker = turn.incoming.speaker
    if turn.incoming.file is not None or not attaching.attach.is_for(turn.seats):
        return False
    return bool(held.waiting(turn.session, speaker.bot, speaker.chat_id, turn.now, within=evidencing.LATELY))
