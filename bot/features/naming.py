"""Nội vụ says what a task is called in reminders and lists, where its title is long."""

from collections.abc import Sequence

from bot import targets
from bot.arguments import Takes
from bot.command import OFFICE, Sense, command
from bot.talk import Ask
from data.plans import calling
from data.refusals import ShortTitleMissing, ShortTitleTooLong
from data.talk import Outgoing
from data.titles import LONGEST
from locales import N_
from locales.say import naming as replies


@command(
    "ten ngan · dat ten ngan",
    english="short title",
    may=OFFICE,
    takes=Takes.ONE_TASK | Takes.NOTE,
    sense=Sense.DECIDES,
    example="ten ngan 1 …",
    help=N_("say what a task with a long title is called in reminders and lists"),
)
def name(ask: Ask) -> Sequence[Outgoing]:
    """`ten ngan 1 Tuyên truyền Chương trình CCHC`: what a task is called; its title stays in `viec 1`.

    Raises:
        ShortTitleMissing, ShortTitleTooLong: it is not named, or by more than fits a line.
    """
    task, short = targets.task_of(ask, ask.number), " ".join(ask.note.split()).strip(' .;:,“”"')
    if not short:
        raise ShortTitleMissing(number=task.typed, called=task.called)
    if len(short) > LONGEST:
        raise ShortTitleTooLong(most=LONGEST, count=len(short))
    calling.call(ask.session, task, short, targets.actor_of(ask, ask.seat), ask.now)
    return (replies.named(ask.words, task, short),)
