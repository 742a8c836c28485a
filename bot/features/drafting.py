"""Bản nháp trong chat: Nội vụ sends a plan's file, sees what it would change, and accepts or refuses it."""

import re
from collections.abc import Sequence

from bot import targets
from bot.command import OFFICE, Sense, Takes, command
from bot.talk import Ask, ReadPlan
from data.model import Draft
from data.plans import drafted, importing
from data.refusals import DraftUnknown, FileLost, Refusal
from data.talk import Outgoing
from locales import N_
from locales.say import drafting as replies

_DIGITS = re.compile(r"\d{1,9}", re.ASCII)


def show(ask: Ask) -> Sequence[Outgoing]:
    """A file came in: keep it as a draft, and show what it would change and what it leaves open."""
    read = _read(ask, ask.file.name if ask.file else "")
    try:
        path = drafted.keep(ask.folder, read.path, read.sha256) if ask.folder else read.path
    except OSError:
        raise FileLost(name=read.name) from None
    actor = targets.actor_of(ask, ask.seat)
    draft = drafted.make(ask.session, read.name, path, read.sha256, read.year, actor, ask.now)
    _sweep(ask)
    difference = importing.compare(ask.session, read.plan)
    rewordings = importing.rewordings(ask.session, read.plan)
    return (replies.draft(ask.words, draft.id or 0, read.plan, difference, rewordings),)


@command(
    "nhap · nhap ban nhap",
    english="import draft",
    may=OFFICE,
    takes=Takes.DRAFT_FILE,
    sense=Sense.DECIDES,
    example="nhap 1",
    help=N_("import a draft (made by sending the plan's file here) and start following it up"),
)
def accept(ask: Ask) -> Sequence[Outgoing]:
    """`nhap 1`: write the draft and switch the plan on."""
    draft = _waiting(ask)
    read = _read(ask, draft.name)
    if read.sha256 != draft.sha256:
        raise FileLost(name=draft.name)
    difference = importing.compare(ask.session, read.plan)
    plan = importing.save(ask.session, read.plan, ask.now, ask.policy.zone)
    importing.switch_on(ask.session, plan, ask.now)
    drafted.decide(ask.session, draft, targets.actor_of(ask, ask.seat), ask.now, accepted=True)
    return (replies.accepted(ask.words, read.plan, difference),)


@command(
    "bo nhap · bo ban nhap",
    english="drop draft",
    may=OFFICE,
    takes=Takes.DRAFT,
    sense=Sense.DECIDES,
    example="bo nhap 1",
    help=N_("drop a draft"),
)
def refuse(ask: Ask) -> Sequence[Outgoing]:
    """`bo nhap 1`: leave everything as it is."""
    draft = _waiting(ask)
    drafted.decide(ask.session, draft, targets.actor_of(ask, ask.seat), ask.now, accepted=False)
    _sweep(ask)
    return (replies.refused(ask.words, draft.name),)


def _waiting(ask: Ask) -> Draft:
    number = _DIGITS.search(ask.argument)
    draft = drafted.waiting(ask.session, int(number[0])) if number else None
    if draft is None:
        raise DraftUnknown(number=number[0] if number else "")
    return draft


def _sweep(ask: Ask) -> None:
    ask.session.flush()
    if ask.folder is not None:
        drafted.sweep(ask.session, ask.folder)


def _read(ask: Ask, name: str) -> ReadPlan:
    """The plan that was read.

    Raises:
        FileLost: there was nothing to read.
        DocumentUnreadable, TableMissing, ColumnsMissing, PlanYearUnknown: there was no plan in it.
    """
    if isinstance(ask.read, Refusal):
        raise ask.read
    if ask.read is None:
        raise FileLost(name=name)
    return ask.read
