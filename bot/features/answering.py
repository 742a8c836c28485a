"""Nội vụ answers an open question about the plan in its own words: a day, units, a product, or what holds instead."""

from collections.abc import Sequence

from bot import targets
from bot.arguments import Takes
from bot.command import OFFICE, Sense, command
from bot.features import assigning, planning
from bot.talk import Ask
from data.facts import QuestionFact, TaskFact
from data.kinds import Part
from data.lines.days import day_ahead
from data.lines.requests import read_subject
from data.people import coordinating, registering
from data.plans import settling
from data.refusals import QuestionUnknown, TextMissing, UnitUnknown
from data.talk import Act, Outgoing
from data.views import questions
from locales import N_
from locales.say import planning as replies


@command(
    "tra loi cau hoi · tra loi cau",
    english="answer question",
    may=OFFICE,
    takes=Takes.ANSWER,
    sense=Sense.DECIDES,
    example="tra loi cau hoi 3 …",
    help=N_("answer a question about the plan in your own words"),
)
def answer(ask: Ask) -> Sequence[Outgoing]:
    """`tra loi cau hoi 3 VHTT`, `… 30/6`, `… giữ như dự thảo`: shown first; with a yes it is what holds.

    Raises:
        QuestionUnknown: none of that number waits for an answer.
        TextMissing: there is no answer.
    """
    waiting = questions.open_questions(ask.session, ask.today)
    found = [each for each in waiting if str(each.id) == ask.number] if ask.number else waiting
    if ask.number and not found:
        raise QuestionUnknown(number=ask.number)
    if len(found) != 1:
        return planning.question_list(ask)
    asked = found[0]
    if not ask.note:
        raise TextMissing(example=f"tra loi cau hoi {asked.id} …")
    if ask.act is None:
        act = Act("tra loi cau hoi", number=asked.id, text=ask.note, then="dong y")
        return (replies.ask_to_answer(ask.words, asked, ask.note, act),)
    if asked.code == questions.COORDINATOR and (codes := _units(ask, ask.note)):
        coordinating.appoint(ask.session, registering.unit_by_code(ask.session, codes[0]))
    settled = _settled(ask, asked, asked.task) if asked.task else None
    if settled is not None:
        return settled
    settling.keep(ask.session, asked.id, targets.actor_of(ask, ask.seat), ask.now, ask.note)
    return (replies.answered(ask.words, asked, ask.note, len(waiting) - 1),)


def _settled(ask: Ask, asked: QuestionFact, task: TaskFact) -> Sequence[Outgoing] | None:
    """What the answer settles in the task itself: its day, its units, its product; None where it is only kept."""
    said = ask.note
    if asked.code in questions.DAY_IN_QUESTION:
        day, rest = day_ahead(said, ask.today, None, ask.workdays)
        if day is not None and not rest:
            return planning.set_day(ask.doing(Act("dat han", (task.typed,), day=day)))
    if asked.code.startswith("agency.") and (codes := _units(ask, said)):
        name, settle = _PARTS[questions.part_of(asked)]
        rows = asked.rows if asked.code == "agency.unknown" and asked.rows else (task.typed,)
        # Of several rows the units stand beside those that were understood.
        acts = [Act(name, (number,), how="them" if len(rows) > 1 else "", units=codes) for number in rows]
        return [answered for act in acts for answered in settle(ask.doing(act))]
    if asked.code == questions.PRODUCT:
        return planning.name_product(ask.doing(Act("san pham", (task.typed,), text=said)))
    return None


_PARTS = {
    Part.LEAD: ("don vi", assigning.lead_units),
    Part.COORDINATING: ("phoi hop", assigning.supporting_units),
    Part.MONITORING: ("theo doi", assigning.following_units),
}


def _units(ask: Ask, text: str) -> tuple[str, ...]:
    """The units that an answer names and nothing else."""
    try:
        found = read_subject(text, ask.today, registering.load_registry(ask.session))
    except UnitUnknown:
        return ()
    named = tuple(code for code in found.units if code not in found.without)
    return () if found.rest or found.numbers or found.spoken else named
