"""The words of the command line and of the local chat page."""

from collections.abc import Iterable
from datetime import date

from data.agencies import Registry
from data.agencies.oddities import Doubt
from data.agencies.registry import LONGEST_NAME
from data.kinds import Ladder, Role
from data.people.persons import Forgotten
from data.plans.drafting import Proposal
from data.talk import Outgoing
from data.titles import shorten
from locales import N_, Words
from locales.phrases import upper_first


def draft_summary(words: Words, created: int, changed: int, kept: int, withdrawn: int, questions: int) -> str:
    """What saving a draft would do: "Tạo 15 · Sửa 0 · Giữ 0 · Rút 0 · Cần hỏi 3"."""
    return words.text(
        "New {created} · Changed {changed} · Kept {kept} · Withdrawn {withdrawn} · Questions {questions}",
        created=created,
        changed=changed,
        kept=kept,
        withdrawn=withdrawn,
        questions=questions,
    )


def other_body_lines(words: Words, proposal: Proposal, issuer: str) -> tuple[str, str]:
    """That a plan's units are not those of the registry, and how to get one of them."""
    counts = {"named": proposal.named, "unknown": proposal.unknown}
    if proposal.registry_of:
        said = words.text(
            "The plan is by {issuer} and the registry of units is that of {body}: {unknown} of the {named} units and"
            " groups that the plan names are not in it.",
            issuer=issuer,
            body=proposal.registry_of,
            **counts,
        )
    else:
        said = words.text(
            "{unknown} of the {named} units and groups that the plan names are not in the registry of units.", **counts
        )
    count = len(proposal.registry.units)
    if proposal.modelled:
        return said, words.text(
            "To have a registry of {count} units and groups proposed from the model for such a body and from the plan,"
            " please add: --propose-units FILE",
            count=count,
        )
    return said, words.text(
        "To have a registry of {count} units and groups proposed from the plan, please add: --propose-units FILE",
        count=count,
    )


def proposed_line(words: Words, proposal: Proposal, file: str) -> str:
    """Where the proposed registry is, and what is to be done with it."""
    count = len(proposal.registry.units)
    if proposal.modelled:
        return words.text(
            "A registry of {count} units and groups is proposed in {file}, from the model for such a body and from the"
            " plan. Please take out what the body does not have, complete it, load it with: nhacviec units import"
            " {file} --replace, and import the plan again.",
            count=count,
            file=file,
        )
    return words.text(
        "A registry of {count} units and groups is proposed in {file}. Please complete it, load it with: nhacviec units"
        " import {file} --replace, and import the plan again.",
        count=count,
        file=file,
    )


def memberless_line(words: Words, registry: Registry) -> str:
    """The groups of which the plan does not say who belongs to them; empty where there is none."""
    groups = [
        f"{unit.name} ({unit.code})" for unit in registry.units if unit.group and not unit.members and not unit.open
    ]
    if not groups:
        return ""
    return words.text(
        "Of these groups the plan does not say which units belong to them; please add the units to the registry, and"
        " where need be their codes to the column members: {groups}",
        groups="; ".join(groups),
    )


def form_line(words: Words, count: int, file: str) -> str:
    """Where the form of a plan is, and what is to be done with it."""
    return words.text(
        "The form with {count} tasks is in {file}. Please complete each task's lead unit and deadline, delete what is"
        " no task, and import it with: nhacviec import {file}",
        count=count,
        file=file,
    )


_DOUBTS = {
    "no-coordinator": N_(
        "The registry of units does not mark who coordinates: please put x into its column “coordinator” for one unit,"
        " or set COORDINATOR."
    ),
    "coordinators": N_(
        "The registry of units marks several units that coordinate ({codes}): please keep the mark of one."
    ),
    "one-name": N_(
        "Several units are called {name} ({codes}): please give each a name of its own, or messages cannot tell them"
        " apart."
    ),
    "long-name": N_(
        "The name of {codes} has more than {most} letters: please shorten it, and put the long one among the aliases."
    ),
}


def doubt_line(words: Words, doubt: Doubt) -> str:
    """What is strange about a registry, and what to do."""
    name = shorten(doubt.units[0].name) if doubt.units else ""
    codes = words.list(unit.code for unit in doubt.units)
    return words.text(_DOUBTS[doubt.code], name=name, codes=codes, most=LONGEST_NAME)


def moved_line(words: Words, before: str, now: str) -> str:
    """Who coordinated has handed its work over."""
    return words.text(
        "{before}, which coordinated, has handed its work over to {now}: messages are in the name of {now}. Please"
        " move the mark in the registry of units too.",
        before=before,
        now=now,
    )


def unit_headings(words: Words) -> tuple[str, ...]:
    """The columns of the list of units: code, name, kind, members."""
    return words.text("Code"), words.text("Unit"), words.text("Kind"), words.text("Members")


def erased_line(words: Words, gone: Forgotten) -> str:
    """What was erased of a person, and what stays without the name."""
    return words.text(
        "Erased, with {chats} private chats; {reports} reports are kept without the name.",
        chats=gone.chats,
        reports=gone.reports,
    )


NAME = N_("Nhắc Việc – trial")
EXPLAINED = N_(
    "This is a trial with the plan of 2023, on this computer only: no message leaves it. Write as any unit, and move"
    " the date forward to see its reminders arrive."
)

CHATS = N_("Conversations")
SEARCH = N_("Find a unit")
NOT_FOUND = N_("No unit has this name.")
BACK = N_("Back to the list")
NOTHING_CHOSEN = N_("Choose a conversation on the left to begin.")
NOTHING_SAID = N_("Nothing has been said here yet. Type “{command}” to begin.")
PLACEHOLDER = N_("Type a message, for example: {command}")
SEND = N_("Send")
ATTACH = N_("Send a file")
REPLY = N_("Reply")
REPLYING = N_("In reply to:")
NOT_REPLYING = N_("Cancel the reply")
TOO_LARGE = N_("This file is too large to be sent. The limit is 20 MB.")

CHOOSE_DAY = N_("Choose a day")
NEXT_WORKING_DAY = N_("Next working day")
NEXT_WEEK = N_("+1 week")
WALKING = N_("Moving on to {day}…")
PAST = N_("Past days cannot be replayed. Please choose a day after {day}.")
TOO_FAR = N_("One step goes at most a year ahead. Please choose a day up to {day}.")

ROLES = {
    Role.OFFICER: N_("Officer of the unit"),
    Role.HEAD: N_("Head of the unit"),
    Role.COORDINATOR: N_("Coordinator"),
    Role.LEADER: N_("Leader"),
}


def unread(words: Words, n: int) -> str:
    """What the number beside a conversation means, for those who hear the page."""
    return words.plural("{n} new message", "{n} new messages", n)


def month_line(words: Words, first: date, messages: int, answers: int) -> str:
    """How many messages a channel sends in the month that begins on `first`."""
    return words.text(
        "{month}: {count} messages, {answers} of them answers to reports",
        month=upper_first(words.period(f"{first:%Y-%m}", Ladder.RECURRING)),
        count=words.number(messages + answers),
        answers=words.number(answers),
    )


# What was found out about a server by trying, by whether it is so; or what it said.
_FACTS = {
    ("given-again", True): N_("an update that was read is given again until there is a newer one"),
    ("given-again", False): N_("an update that was read is not given again"),
    ("same-id", True): N_("the bot's id is the number in its token"),
    ("same-id", False): N_("the bot's id is not the number in its token: links to it may not work"),
    ("tells-name", True): N_("the server tells the bot's name"),
    ("tells-name", False): N_("the server does not tell the bot's name; for groups it must be set"),
    ("joins-groups", True): N_("the bot can join groups"),
    ("joins-groups", False): N_("the bot cannot join groups"),
}
_SAID = {
    "empty-text": N_("to a message without words the server says: {said}"),
    "long-text": N_("to a message that is too long the server says: {said}"),
    "typing": N_("to the sign that somebody is typing the server says: {said}"),
}


# What stays open.
_OPEN = {
    "given-again": N_("whether an update that was read is given again"),
    "same-id": N_("the bot's id"),
    "tells-name": N_("the bot's name"),
    "joins-groups": N_("whether it can join groups"),
    "webhook-secret": N_("whether the test of a webhook carries the secret"),
    "webhook-again": N_("whether what a webhook did not take comes again"),
    "blocked": N_("what the server says when a person has blocked the bot"),
    "too-many-people": N_("what a person too many sees"),
    "counted": N_("whether messages that failed count"),
    "group-ids": N_("whether a person has the same id in a group"),
}


def open_line(words: Words, keys: Iterable[str]) -> str:
    """What could not be found out about a server."""
    return words.text("not found out this time: {facts}", facts="; ".join(words.text(_OPEN[key]) for key in keys))


def fact_line(words: Words, key: str, value: str | bool) -> str:
    """What was found out about a server."""
    if isinstance(value, str):
        said = words.text("accepted") if value == "accepted" else value
        return words.text(_SAID.get(key, "{said}"), said=said)
    return words.text(_FACTS[key, value])


def please_answer(words: Words, number: str) -> Outgoing:
    """What the operator is asked when a bot is tried."""
    text = words.text("This message tries the connection. Please answer with the number {number}.", number=number)
    return Outgoing(words.text("CONNECTION TEST"), text)


def answer_arrived(words: Words) -> Outgoing:
    """That the answer was heard."""
    return Outgoing(words.text("CONNECTION TEST"), words.text("The answer has arrived."))
