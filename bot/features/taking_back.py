"""Nội vụ takes back a plan that was switched on by mistake: shown first, done with a yes, each unit told once."""

import re
from collections.abc import Sequence

from bot import targets
from bot.arguments import Takes
from bot.command import OFFICE, Sense, command
from bot.features.planning import with_told
from bot.talk import Ask
from data import views
from data.facts import PlanFact
from data.kinds import Role
from data.lines.requests import LATEST, plan_named
from data.notices import PlanGone, PlanTakenBack
from data.office import taking_back
from data.people import addressing
from data.refusals import PlanUnknown
from data.talk import Outgoing
from data.views.marking import marks
from data.words import fold
from locales import N_
from locales.say import taking_back as replies

_AGREES = re.compile(r"\s*\b(?:dong y|yes)[ .]*$")


@command(
    "rut ke hoach · rut lai ke hoach · thu hoi ke hoach · huy ke hoach · xoa ke hoach · thoi theo doi ke hoach",
    english="take back plan",
    may=OFFICE,
    takes=Takes.ANYTHING,
    sense=Sense.DECIDES,
    example="rut ke hoach 06",
    help=N_("take back a whole plan that was imported by mistake"),
)
def take_back(ask: Ask) -> Sequence[Outgoing]:
    """`rut ke hoach 06`, `rut lai ke hoach vua nhap`: what would go is shown; `rut ke hoach 06 dong y` does it.

    Raises:
        PlanUnknown: no plan that is followed up is meant.
    """
    said = fold(ask.argument)
    plans = views.plans(ask.session)
    marked = marks(plans)
    found = _meant(plan_named(_AGREES.sub("", said)), plans, marked)
    if len(found) != 1:
        return (replies.which_plan(ask.words, [(plan, marked[plan.id]) for plan in found]),)
    (plan,) = found
    if not _AGREES.search(said):
        return (replies.ask_to_take_back(ask.words, plan, marked[plan.id], taking_back.extent(ask.session, plan)),)
    gone = taking_back.take_back(ask.session, plan, targets.actor_of(ask, ask.seat), ask.now)
    if gone is None:
        raise PlanUnknown(number=marked[plan.id])
    notices = [
        (unit, PlanTakenBack(unit.name, plan.number, plan.title, plan.id, unit.id, ask.now)) for unit in gone.units
    ]
    for unit, notice in notices:
        ask.tell(addressing.live_addresses(ask.session, (Role.HEAD,), [unit.id]), notice)
    leaders = addressing.live_addresses(ask.session, (Role.LEADER,))
    ask.tell(leaders, PlanGone(plan.issuer, plan.number, plan.title, plan.id, ask.now))
    return (with_told(ask, replies.taken_back(ask.words, plan, gone), notices),)


def _meant(named: str, plans: Sequence[PlanFact], marked: dict[int, str]) -> Sequence[PlanFact]:
    """The plans that are named: by number, by how they are told apart, or as the one imported last; else all."""
    if not plans or named in {"", LATEST}:
        if not plans:
            raise PlanUnknown(number="")
        issued = [plan for plan in plans if plan.number] or plans
        return [max(issued, key=lambda plan: plan.id)] if named else plans
    typed = named.lstrip("0")
    ways = (
        [plan for plan in plans if fold(plan.number) == named],
        [plan for plan in plans if marked[plan.id].lstrip("0") == typed],
        [plan for plan in plans if typed in {plan.short.lstrip("0"), fold(plan.number).lstrip("0")}],
    )
    found = next(filter(None, ways), [])
    if not found:
        raise PlanUnknown(number=named)
    return found
