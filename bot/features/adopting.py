"""Nội vụ takes up what a plan brings, or puts it aside: a draft, duties outside the table, what was past due before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import enclosing, targets
from bot.arguments import Takes
from bot.command import OFFICE, Sense, command
from bot.talk import Ask, ReadPlan
from data.kinds import Part
from data.model import Draft
from data.people import registering
from data.plans import drafts, importing, settling, tracking
from data.plans.forms import form_of_draft
from data.refusals import DraftUnknown, DutyRefused, FileLost, Refusal
from data.talk import Outgoing
from data.views import assigned
from data.words import fold
from locales import N_
from locales.preview import beside
from locales.say import adopting as replies
from locales.say.switching_over import ask_about_states, once_more, states_noted, with_states
from scheduler import tick

_DIGITS = re.compile(r"\d{1,9}", re.ASCII)
_AGREES = re.compile(r"\b(?:dong y|yes)[ .]*$")
# Whether what a list that is kept says of its tasks is put on record.
_STATES = re.compile(r"\b(?:(?P<file>theo (?:tep|file)|as in (?:the )?file)|chua xong|not completed)\b")


def show(ask: Ask) -> Sequence[Outgoing]:
    """A file came in: keep it as a draft, and show what it would change and what it leaves open."""
    read = _plan_read(ask, ask.file.name if ask.file else "")
    try:
        path = drafts.keep(ask.folder, read.path, read.sha256) if ask.folder else read.path
    except OSError:
        raise FileLost(name=read.name) from None
    actor = targets.actor_of(ask, ask.seat)
    draft = drafts.make(ask.session, read.name, path, read.sha256, read.year, actor, ask.now)
    _sweep(ask)
    difference = importing.compare(ask.session, read.plan)
    rewordings = importing.rewordings(ask.session, read.plan)
    shown = replies.draft(ask.words, draft.id or 0, read.plan, difference, rewordings)
    if kept := tracking.kept_in(read.plan):
        shown = with_states(ask.words, shown, draft.id or 0, kept)
    if ask.folder is None or not replies.shows_tasks(read.plan, difference) or len(read.plan.rows) <= replies.MOST_ROWS:
        return (shown,)
    content = form_of_draft(read.plan, registering.load_registry(ask.session), beside(ask.words, read.plan))
    return (replies.with_preview(ask.words, shown, enclosing.kept(content, read.name, ask.folder)),)


@command(
    "nhap · nhap ban nhap",
    english="import draft",
    may=OFFICE,
    takes=Takes.DRAFT_FILE,
    sense=Sense.DECIDES,
    example="nhap 1",
    help=N_("import a draft (made by sending the plan's file here) and start following it up"),
)
def accept_draft(ask: Ask) -> Sequence[Outgoing]:
    """`nhap 1`: write the draft and switch the plan on; asked once more where much of the plan would be withdrawn.

    `nhap 1 theo tep`, `nhap 1 chua xong`: whether what a list that is kept says of its tasks is put on record.
    """
    draft = _waiting(ask)
    read = _plan_read(ask, draft.name)
    if read.sha256 != draft.sha256:
        raise FileLost(name=draft.name)
    kept, said = tracking.kept_in(read.plan), fold(ask.argument)
    answer = _STATES.search(said)
    if kept and answer is None:
        return (ask_about_states(ask.words, draft.id or 0, kept),)
    as_in_file = answer is not None and answer["file"] is not None
    plan = tracking.all_open(read.plan) if kept and not as_in_file else read.plan
    difference = importing.compare(ask.session, plan)
    if difference.withdraws_much and not _AGREES.search(said):
        asked = replies.ask_to_withdraw(ask.words, draft.id or 0, plan, difference)
        return (once_more(asked, answer[0]) if answer else asked,)
    actor = targets.actor_of(ask, ask.seat)
    drafts.decide(ask.session, draft, actor, ask.now, accepted=True)
    source = ask.words.text("by the file {name}", name=draft.name)
    tick.take_up(ask.session, plan, source, actor, ask.now, ask.policy)
    reply = replies.draft_accepted(ask.words, plan, difference)
    noted = states_noted(ask.words, kept, as_in_file=as_in_file) if kept else ""
    return (replace(reply, text="\n".join(filter(None, [reply.text, noted]))),)


@command(
    "bo nhap · bo ban nhap",
    english="drop draft",
    may=OFFICE,
    takes=Takes.DRAFT,
    sense=Sense.DECIDES,
    example="bo nhap 1",
    help=N_("drop a draft"),
)
def drop_draft(ask: Ask) -> Sequence[Outgoing]:
    """`bo nhap 1`: leave everything as it is."""
    draft = _waiting(ask)
    drafts.decide(ask.session, draft, targets.actor_of(ask, ask.seat), ask.now, accepted=False)
    _sweep(ask)
    return (replies.draft_dropped(ask.words, draft.name),)


def _waiting(ask: Ask) -> Draft:
    number = _DIGITS.search(ask.argument)
    draft = drafts.waiting(ask.session, int(number[0])) if number else None
    if draft is None:
        raise DraftUnknown(number=number[0] if number else "")
    return draft


def _sweep(ask: Ask) -> None:
    ask.session.flush()
    if ask.folder is not None:
        drafts.sweep(ask.session, ask.folder)


def _plan_read(ask: Ask, name: str) -> ReadPlan:
    """The plan that was read.

    Raises:
        FileLost: there was nothing to read.
        DocumentUnreadable, TableMissing, ColumnsMissing, TasksMissing, PlanYearUnknown: there was no plan in it.
    """
    if isinstance(ask.read, Refusal):
        raise ask.read
    if ask.read is None:
        raise FileLost(name=name)
    plan = tracking.as_of(importing.with_remembered(ask.session, ask.read.plan), ask.today)
    return replace(ask.read, plan=plan)


_AGREED = re.compile(r"(?:dong y|yes)[ .]*")


@command(
    "viec ngoai bang · nhiem vu ngoai bang",
    english="duties",
    may=OFFICE,
    takes=Takes.ANYTHING,
    sense=Sense.ASKS,
    example="viec ngoai bang",
    help=N_("the duties outside the table"),
)
def duties(ask: Ask) -> Sequence[Outgoing]:
    """`viec ngoai bang`: the duties outside the table that could be accepted."""
    offered = settling.offered_duties(ask.session)
    leads = {duty.id: assigned.units_in(ask.session, duty.id, Part.LEAD) for duty in offered}
    return (replies.duties(ask.words, offered, leads),)


@command(
    "nhan viec",
    english="accept duty",
    may=OFFICE,
    takes=Takes.EACH_TASK | Takes.NOTE,
    sense=Sense.DECIDES,
    example="nhan viec III.1.4",
    help=N_("follow up a duty outside the table"),
)
def accept_duty(ask: Ask) -> Sequence[Outgoing]:
    """`nhan viec III.1.4`: follow a duty up like a task of the table.

    One that was put aside is taken up by `nhan viec III.1.4 dong y`: an old button of it changes nothing.
    """
    duty = targets.duty_of(ask, ask.number)
    if settling.is_refused(ask.session, duty) and not _AGREED.fullmatch(fold(ask.note)):
        raise DutyRefused(number=duty.typed)
    settling.accept_duty(ask.session, duty, targets.actor_of(ask, ask.seat), ask.now)
    return (replies.duty_accepted(ask.words, duty, assigned.units_in(ask.session, duty.id, Part.LEAD)),)


@command(
    "khong nhan viec",
    english="refuse duty",
    may=OFFICE,
    takes=Takes.EACH_TASK,
    sense=Sense.DECIDES,
    example="khong nhan viec III.1.4",
    help=N_("do not follow up a duty outside the table"),
)
def refuse_duty(ask: Ask) -> Sequence[Outgoing]:
    """`khong nhan viec III.1.4`: put a duty aside."""
    duty = targets.duty_of(ask, ask.number)
    settling.refuse_duty(ask.session, duty, targets.actor_of(ask, ask.seat), ask.now)
    return (replies.duty_refused(ask.words, duty),)


@command(
    "tinh viec",
    english="count task",
    may=OFFICE,
    takes=Takes.EACH_TASK,
    sense=Sense.DECIDES,
    example="tinh viec 10",
    help=N_("still follow up a task that was past due at the start"),
)
def count_past(ask: Ask) -> Sequence[Outgoing]:
    """`tinh viec 10`: what fell due before the switch-on is owed still."""
    return _past(ask, counts=True)


@command(
    "khong tinh viec",
    english="discount task",
    may=OFFICE,
    takes=Takes.EACH_TASK,
    sense=Sense.DECIDES,
    example="khong tinh viec 10",
    help=N_("do not follow up a task that was past due at the start"),
)
def discount_past(ask: Ask) -> Sequence[Outgoing]:
    """`khong tinh viec 10`: what fell due before the switch-on is not followed up."""
    return _past(ask, counts=False)


def _past(ask: Ask, *, counts: bool) -> Sequence[Outgoing]:
    task = targets.task_of(ask, ask.number)
    actor = targets.actor_of(ask, ask.seat)
    facts = settling.count_past(ask.session, task, actor, ask.now, counts=counts)
    return (replies.past_settled(ask.words, task, facts, counts=counts),)
