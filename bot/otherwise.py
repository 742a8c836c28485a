"""What comes in otherwise than as a fresh line: a sign under a message, words changed since, or without their file."""

from dataclasses import replace

from bot import answers, attachments, correcting, turn
from bot.command import Heard
from bot.features import progress
from bot.gate import MARKED
from bot.talk import REACTED, Answer
from bot.turn import Turn
from data import inbox, record, views
from data.lines.wishes import Mode
from data.model import Change
from data.refusals import EvidenceMissing, FileEmpty, FileLost, FileTooLarge, FileWithoutTask, NothingToBack, Refusal
from data.talk import Outgoing
from locales.refusals import refusal
from locales.say.talking import and_again

# What a line puts on record, or would once it is agreed to; to see something it needs no file.
_TELLS = frozenset({"xong", "khong phat sinh", "dang lam", "vuong", "gia han"})
_REPORTED = frozenset({"confirm", "complete", "add_evidence"})


def answer(came: Turn) -> Answer:
    """Act on what came in, however it did, and say what to answer.

    Raises:
        Refusal: any that a person is told in words.
    """
    if came.incoming.other == REACTED:
        return _acknowledged_by_sign(came)
    incoming, before = came.incoming, len(record.written(came.session))
    if incoming.edited and incoming.message is not None and incoming.other != MARKED:
        did = inbox.acted(came.session, incoming.speaker, incoming.message)
        if did is not None:
            return correcting.answer(came, did)
    is_missing = incoming.file is not None and attachments.is_missing(incoming.file, came.folder)
    said = _without_file(came, before) if is_missing and came.line.said else answers.answer(came)
    correcting.note(came, _written(came, before))
    return said


def _written(came: Turn, before: int) -> list[Change]:
    """What a person has put on record in this turn, after so many lines."""
    return [line for line in record.written(came.session)[before:] if line.address_id is not None]


def _acknowledged_by_sign(came: Turn) -> Answer:
    """A sign under a reminder says that it was received; it is seen, and answered with nothing."""
    heard = Heard(progress.acknowledge, progress.acknowledge.name, "")
    if came.seats and heard.command.is_for(came.seats) and not came.incoming.speaker.anonymous:
        progress.acknowledge_by_sign(turn.ask_of(came, heard))
    return Answer()


def _without_file(came: Turn, before: int) -> Answer:
    """Words that came with a file which has not arrived count without it, and it is asked for again.

    Raises:
        FileTooLarge, FileEmpty, FileLost: without it they put nothing on record.
    """
    missing = _why(came)
    alone = replace(came.incoming, file=None, other=None, album=None)
    try:
        said = answers.answer(replace(came, line=came.line.again(alone)))
    except (EvidenceMissing, FileWithoutTask, NothingToBack):
        raise missing from None
    written = _written(came, before)
    if not (written or _asks(said)) or not said.replies:
        raise missing
    reported = [line.subject_id for line in written if line.action in _REPORTED]
    tasks = {fact.task.typed for fact in views.by_ids(came.session, reported)}
    again = and_again(came.words, refusal(came.words, missing), next(iter(tasks)) if len(tasks) == 1 else "")
    *first, last = said.replies
    return replace(said, replies=(*first, _with(last, again)))


def _with(reply: Outgoing, line: str) -> Outgoing:
    return replace(reply, text=f"{reply.text}\n{line}")


def _asks(said: Answer) -> bool:
    """Whether it is asked, about what would be put on record, whether or of what that is meant."""
    asks = said.read is not None and said.read.mode in {Mode.CONFIRM, Mode.ASK}
    return asks and said.read is not None and any(wish.command in _TELLS for wish in said.read.wishes)


def _why(came: Turn) -> Refusal:
    """Why the file has not arrived."""
    file = came.incoming.file
    name = file.name if file else ""
    try:
        if file is not None:
            attachments.path_of(file)
    except (FileTooLarge, FileEmpty, FileLost) as said:
        return said
    return FileLost(name=name)
