"""What Nội vụ alone can settle is carried to it; who follows the plan up, and what became of one's own reports."""

from collections.abc import Sequence
from datetime import timedelta

from bot import targets
from bot.arguments import Takes
from bot.command import EARS, UNIT_READERS, Sense, command
from bot.talk import Ask
from data import views
from data.facts import OccurrenceFact
from data.kinds import Role
from data.notices import Relayed
from data.people import persons
from data.record import write_line
from data.refusals import TextMissing
from data.talk import Outgoing
from data.views import assigned
from locales import N_
from locales.say import relaying as replies
from scheduler import notices

# Nội vụ carries nothing to itself.
_OTHERS = EARS - {Role.COORDINATOR}
# Reports of so long ago are told of where no task is named.
_LATELY = timedelta(days=120)


@command(
    "chuyen noi vu · bao noi vu · nhan noi vu",
    english="tell the office",
    may=_OTHERS,
    takes=Takes.ANYTHING,
    sense=Sense.TELLS,
    example="chuyen noi vu …",
    help=N_("pass your words on to {office}"),
)
def pass_on(ask: Ask) -> Sequence[Outgoing]:
    """`chuyen noi vu …`: carry an order, or what only Nội vụ can settle, to its chats, in the speaker's own words."""
    words = ask.argument.strip()
    if not words:
        raise TextMissing(example="chuyen noi vu …")
    session, seat = ask.session, ask.seat
    change = write_line(
        session, "pass_on", "unit", seat.unit.id, targets.actor_of(ask, seat), ask.now, after={"note": words}
    )
    session.flush()
    chats = notices.chats_of_coordinators(session)
    ask.tell(chats, Relayed(seat.unit.name, seat.role, words, ask.speaker.name, ask.now, change.id or 0))
    return (replies.passed_on(ask.words, words, heard=bool(chats)),)


@command(
    "lien he · gap ai · hoi ai · lien he noi vu",
    english="contact",
    may=EARS,
    takes=Takes.NOTHING,
    sense=Sense.ASKS,
    example="lien he",
    help=N_("who follows the plan up, and how to reach them"),
)
def contact(ask: Ask) -> Sequence[Outgoing]:
    """`lien he`: the people of Nội vụ who have joined, and how to have them told something."""
    return (replies.contact(ask.words, persons.who_coordinate(ask.session)),)


@command(
    "doi can bo · doi nguoi · thay can bo",
    english="change officer",
    may=UNIT_READERS,
    takes=Takes.NOTHING,
    sense=Sense.ASKS,
    example="doi can bo",
    help=N_("what to do when another officer takes over"),
)
def change_officer(ask: Ask) -> Sequence[Outgoing]:
    """`doi can bo`: how a successor joins and a predecessor leaves; Nội vụ, which makes the code, can be told."""
    return (replies.change_officer(ask.words, ask.seat),)


@command(
    "bao cao da gui · da ghi nhan chua · bao cao cua toi",
    english="my reports",
    may=UNIT_READERS,
    takes=Takes.TASKS | Takes.OR_LIST,
    sense=Sense.ASKS,
    example="bao cao da gui · bao cao da gui 1",
    help=N_("what became of the reports of your unit"),
)
def reports(ask: Ask) -> Sequence[Outgoing]:
    """`bao cao da gui`: the unit's reports of late, each with where it stands, and what it has not reported yet."""
    units = [seat.unit.id for seat in targets.units_of(ask)]
    facts = [fact for unit_id in units for fact in _of_unit(ask, unit_id)]
    return (replies.reports(ask.voice, facts),)


def _of_unit(ask: Ask, unit_id: int) -> list[OccurrenceFact]:
    """What the unit has reported of the tasks asked about, or lately, and what it owes of them by now."""
    named = {task.id for number in ask.numbers for task in assigned.find_tasks(ask.session, number)}
    facts = views.occurrences(ask.session, views.led_by(unit_id))
    since = ask.now - _LATELY
    return [
        fact
        for fact in facts
        if (fact.task.id in named if ask.numbers else fact.report is not None and fact.report.at >= since)
        and (fact.report is not None or fact.opens_on <= ask.today)
    ]


@command(
    "van ban ke hoach · ke hoach · noi dung ke hoach · mau bao cao",
    english="the plan",
    may=EARS,
    takes=Takes.NOTHING,
    sense=Sense.ASKS,
    example="van ban ke hoach",
    help=N_("which plans are in force, and how a report is written"),
)
def plan_text(ask: Ask) -> Sequence[Outgoing]:
    """`van ban ke hoach`: the plans in force, by number and day, and a report as it may be typed."""
    return (replies.plans(ask.voice, views.plans(ask.session), reports=ask.seat.role in UNIT_READERS),)
