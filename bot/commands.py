"""All commands, by the topics of the help; finding them in a line, in the help and in a menu."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.arguments import Takes
from bot.command import Command, Heard, Sense, command
from bot.features import (
    adopting,
    amending,
    announcing,
    answering,
    assigning,
    attaching,
    chats,
    evidencing,
    exporting,
    extending,
    inviting,
    lateness,
    naming,
    noting,
    opening,
    ordering,
    overseeing,
    own_work,
    planning,
    progress,
    relaying,
    reporting,
    reviewing,
    taking_back,
    urging,
    ways,
)
from bot.talk import Ask
from data.facts import Seat
from data.kinds import Role
from data.talk import Outgoing
from data.words import fold
from locales import N_, Words, name_commands
from locales.say.talking import help_by_topics, help_text

_GLUED = re.compile(r"^(\D+?)(\d.*)$", re.DOTALL)
# Beyond so many lines the help is told by topics.
_MOST_LINES = 35


@dataclass(frozen=True, slots=True)
class Topic:
    """Commands that belong together: what they are about, and the word that is typed behind `tro giup` to see them."""

    name: str
    word: str
    english: str
    commands: tuple[Command, ...]


@command(
    "tro giup · giup · giup do · huong dan · lenh · menu · ?",
    english="help",
    may=None,
    takes=Takes.TOPIC,
    sense=Sense.ASKS,
    example="tro giup · tro giup gia han",
    help=N_("what can be typed here"),
)
def show_help(ask: Ask) -> Sequence[Outgoing]:
    """`tro giup`: what this chat may type; where that is much, by topics. `tro giup gia han`: one topic."""
    asked = next((topic for topic in TOPICS if fold(ask.argument) in {topic.word, topic.english}), None)
    if asked is not None and (lines := help_lines(ask.words, ask.seats, asked.commands)):
        return (help_text(ask.words, lines),)
    return (help_for(ask.words, ask.seats),)


def help_for(words: Words, seats: tuple[Seat, ...]) -> Outgoing:
    """All that these seats may type; where that is much, by topics."""
    lines = help_lines(words, seats)
    if len(lines) <= _MOST_LINES:
        return help_text(words, lines)
    topics = [
        (words.text(topic.name), [words.typed(each.name) for each in those], f"tro giup {topic.word}")
        for topic in TOPICS
        if (those := [each for each in topic.commands if each.is_for(seats)])
    ]
    return help_by_topics(words, topics)


# In the order of the help.
TOPICS = (
    Topic(
        N_("a unit's own work"),
        "bao viec",
        "tasks",
        (
            own_work.show,
            reporting.done,
            evidencing.add,
            evidencing.take_off,
            attaching.put_aside,
            reviewing.share,
            reporting.nothing,
            reporting.undo,
            reporting.supplement,
            amending.correct,
            amending.move,
            progress.acknowledge,
            progress.progress,
            progress.difficulty,
            progress.put_off,
            progress.ask_support,
            progress.deadline,
            progress.why,
            own_work.today,
            own_work.tomorrow,
            own_work.this_week,
            own_work.next_week,
            own_work.this_month,
            own_work.next_month,
            own_work.this_quarter,
            own_work.left,
            relaying.reports,
        ),
    ),
    Topic(
        N_("following up"),
        "theo doi",
        "following up",
        (
            overseeing.summary,
            lateness.overdue,
            lateness.ranking,
            lateness.missing,
            exporting.export,
            overseeing.soon,
            overseeing.delivery,
            overseeing.record,
            overseeing.health,
        ),
    ),
    Topic(
        N_("urgent reminders, review of reports"),
        "don doc",
        "reviewing",
        (urging.urge, opening.show, reviewing.note, reviewing.send_back, reviewing.clear, noting.note_for),
    ),
    Topic(N_("extensions"), "gia han", "extensions", (extending.ask_for, extending.grant, extending.refuse)),
    Topic(N_("leaders and notices"), "thong bao", "notices", (announcing.exceptions, announcing.broadcast)),
    Topic(N_("units' chats"), "tham gia", "chats", (chats.listed, inviting.invite, chats.unlink, chats.hand_over)),
    Topic(
        N_("the plan"),
        "ke hoach",
        "plan",
        (
            adopting.accept_draft,
            adopting.drop_draft,
            taking_back.take_back,
            attaching.read_plan,
            planning.question_list,
            answering.answer,
            planning.agree,
            planning.leave_as_it_is,
            planning.set_day,
            planning.name_product,
            naming.name,
            assigning.lead_units,
            assigning.supporting_units,
            assigning.following_units,
            ordering.give,
            adopting.duties,
            adopting.accept_duty,
            adopting.refuse_duty,
            adopting.count_past,
            adopting.discount_past,
        ),
    ),
    Topic(
        N_("this chat"),
        "chung",
        "this chat",
        (
            relaying.plan_text,
            relaying.contact,
            relaying.pass_on,
            relaying.change_officer,
            chats.join,
            ways.second,
            ways.channel,
            chats.language,
            chats.forget_me,
        ),
    ),
)
COMMANDS = (*(each for topic in TOPICS for each in topic.commands), show_help)
# What is offered where it is needed, in no list.
_OFFERED = (progress.take_on,)


def _by_words(commands: Iterable[Command]) -> dict[str, tuple[Command, ...]]:
    found: dict[str, tuple[Command, ...]] = {}
    for each in commands:
        for words in each.words:
            found[words] = (*found.get(words, ()), each)
    return found


# Of two with the same words, what is Nội vụ's alone goes first.
_BY_WORDS = _by_words(sorted((*COMMANDS, *_OFFERED), key=lambda each: len(each.may or Role)))
_LONGEST_IN_MENU = 32
_LONGEST = max(len(words.split()) for words in _BY_WORDS)

name_commands({each.name: each.english for each in COMMANDS}, {each.word: each.english for each in TOPICS})


def found(text: str) -> tuple[Heard, ...]:
    """The commands that a message may begin with, whatever its accents, case and slash; the longest words first."""
    head, *rest = text.strip().removeprefix("/").split(maxsplit=1) or [""]
    head = head.replace("_", " ")
    if glued := _GLUED.match(head):
        head = f"{glued[1]} {glued[2]}"
    text = " ".join([head, *rest])
    words = [fold(word).strip(":.,") for word in text.split(maxsplit=_LONGEST)[:_LONGEST]]
    heard = []
    for count in range(len(words), 0, -1):
        named = " ".join(words[:count])
        if commands := _BY_WORDS.get(named):
            behind = text.split(maxsplit=count)[count:]
            heard += [Heard(each, named, behind[0] if behind else "").paged() for each in commands]
    return tuple(heard)


def help_lines(words: Words, seats: Sequence[Seat], among: Sequence[Command] = COMMANDS) -> list[tuple[str, str]]:
    """Example and help of each command that somebody in `seats` may use, of all or `among` some."""
    return [(words.typed(each.example), words.text(each.help)) for each in among if each.is_for(seats)]


def menu(words: Words, roles: frozenset[Role]) -> list[tuple[str, str]]:
    """The menu of commands that a channel may show to somebody with `roles`."""
    return [(_in_menu(words, each), words.text(each.help)) for each in COMMANDS if each.may is None or each.may & roles]


def _in_menu(words: Words, command: Command) -> str:
    """Its name in a menu, with whoever coordinates by its own name; as long as a menu takes."""
    return words.called(command.name).replace(" ", "_")[:_LONGEST_IN_MENU]


def menus(words: Words) -> dict[str, list[tuple[str, str]]]:
    """The menus a channel shows by scope, before it knows who somebody is."""
    officers = menu(words, frozenset({Role.OFFICER}))
    return {"default": menu(words, frozenset()), "all_private_chats": officers, "all_group_chats": officers}
