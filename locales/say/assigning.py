"""Answers to Nội vụ about who leads a task and who supports it: what would change, and what has."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.acts import Act
from data.facts import UnitFact
from data.kinds import Part
from data.talk import Choice, Outgoing
from locales import Words
from locales.phrases import message, names
from locales.say.talking import choose

# What one types to name the units of each part.
COMMANDS = {Part.LEAD: "don vi", Part.COORDINATING: "phoi hop"}


@dataclass(frozen=True, slots=True)
class Change:
    """What would become of the units in one part of a task, and what agrees to it."""

    number: str
    part: Part
    act: Act
    wanted: Sequence[UnitFact]
    gone: Sequence[UnitFact]


@dataclass(frozen=True, slots=True)
class Kept:
    """Of the units that go: how many reports they still owe, and which of them have reported."""

    owed: int
    reported: tuple[UnitFact, ...]


def replace_or_add(
    words: Words,
    number: str,
    part: Part,
    codes: Sequence[str],
    dropped: Sequence[UnitFact],
    there: Sequence[UnitFact],
) -> Outgoing:
    """Whether the units named take the place of those that would be `dropped`, or come to them.

    The choices hold only as long as those are `there` that are now.
    """
    act = Act(COMMANDS[part], (number,), units=tuple(codes), made_for=tuple(unit.code for unit in there))
    named = words.list(codes)
    asked = (
        words.text("Task {number} is led by {units}.", number=number, units=names(words, dropped))
        if part is Part.LEAD
        else words.text("Task {number} is supported by {units}.", number=number, units=names(words, dropped))
    )
    choices = (
        Choice(words.text("Replace them with {units}", units=named), replace(act, how="thay")),
        Choice(words.text("Add {units}", units=named), replace(act, how="them")),
    )
    return choose(words, asked, choices)


def ask_to_change(words: Words, change: Change, kept: Kept) -> Outgoing:
    """What would become of a task's units, and how to agree; nothing has changed yet."""
    number, part, wanted = change.number, change.part, change.wanted
    units = names(words, change.gone)
    text = message(
        words.text("Task {number} would no longer be led by: {units}.", number=number, units=units)
        if part is Part.LEAD
        else words.text("Task {number} would no longer be supported by: {units}.", number=number, units=units),
        *_closing(words, kept, done=False),
        words.text("Lead units after the change: {units}.", units=names(words, wanted))
        if part is Part.LEAD
        else words.text("Supporting units after the change: {units}.", units=names(words, wanted) or "–"),
        words.text("To agree, type: {command}", command=change.act.typed),
    ).text
    return Outgoing(words.text("NOT YET CHANGED"), text, (Choice(words.text("Change it"), change.act),))


def units_settled(
    words: Words,
    number: str,
    lead: Sequence[UnitFact],
    support: Sequence[UnitFact],
    gone: Sequence[UnitFact],
    kept: Kept,
    *,
    is_new: bool,
) -> Outgoing:
    """Who leads and who supports a task from now on, who no longer does, and what became of what those owed."""
    return message(
        words.text("The units of task {number} have been set:", number=number)
        if is_new
        else words.text("The units of task {number}, unchanged:", number=number),
        words.text("Lead: {text}", text=names(words, lead) or "–"),
        words.text("Support: {text}", text=names(words, support))
        if support
        else words.text("Support: not yet assigned. To assign it, type: {command}", command=f"phoi hop {number} VHTT"),
        words.text("No longer involved: {units}.", units=names(words, gone)) if gone else "",
        *_closing(words, kept, done=True),
    )


def _closing(words: Words, kept: Kept, *, done: bool) -> list[str]:
    """What is closed of what the units that go owe, and what they have reported stays."""
    owed, units = kept.owed, names(words, kept.reported)
    closed = (
        words.plural("{n} open report is closed.", "{n} open reports are closed.", owed)
        if done
        else words.plural("{n} open report would be closed.", "{n} open reports would be closed.", owed)
    )
    return [
        *([closed] if owed else []),
        *([words.text("What {units} reported is kept.", units=units)] if kept.reported else []),
    ]
