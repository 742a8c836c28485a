"""Which period a report is for where nobody says so: asked, so that no late report falls into the next period."""

from collections.abc import Sequence

from bot.handlers import choosing
from bot.talk import Ask
from data import views
from data.errors import Refusal
from data.facts import OccurrenceFact
from data.outgoing import Outgoing
from data.typed import running
from data.typed.days import period_first, typed_period
from locales.say import reporting as replies

Either = tuple[OccurrenceFact, OccurrenceFact]


def parted(ask: Ask, numbers: Sequence[str], note: str, *, says: bool) -> tuple[tuple[str, ...], tuple[Outgoing, ...]]:
    """The numbers that leave no doubt, and the questions about the others; `says` as in `running.either`."""
    sure: list[str] = []
    doubtful: dict[tuple[str, str], list[tuple[str, Either]]] = {}
    for number in numbers:
        pair = _either(ask, number, note, says=says)
        if pair is None:
            sure.append(number)
        else:
            doubtful.setdefault((pair[0].key, pair[1].key), []).append((pair[0].task.typed, pair))
    return tuple(sure), tuple(_question(ask, group, note) for group in doubtful.values())


def is_open(ask: Ask, fact: OccurrenceFact) -> bool:
    """Whether a report of the task of `fact` by its number alone would be asked about."""
    return _either(ask, fact.task.typed, "", says=False) is not None


def _either(ask: Ask, number: str, note: str, *, says: bool) -> Either | None:
    try:
        seat, task = choosing.led_task(ask, number)
    except Refusal:
        return None  # said when it is acted on
    if period_first(note, task.plan.year)[0] is not None:
        return None
    facts = views.occurrences(ask.session, views.of_task(task.id), views.led_by(seat.unit.id))
    return running.either(facts, ask.today, ask.workdays, says=says)


def _question(ask: Ask, group: Sequence[tuple[str, Either]], note: str) -> Outgoing:
    numbers = [number for number, _ in group]
    ended, now = group[0][1]
    first, second = (
        " ".join(filter(None, [ask.command, ", ".join(numbers), typed_period(fact.key), note])) for fact in (ended, now)
    )
    with_file = bool(ask.file or ask.held)
    return replies.which_period(ask.words, numbers, ended, now, (first, second), ask.today, with_file=with_file)
