"""When a bot is out of service: what is seen of it, second by second, and what is written down of that."""

from dataclasses import dataclass, field
from datetime import timedelta

from sqlmodel import col, select

from data import leases, ledger
from data.leases import Outage as Told
from data.ledger import Allowance
from data.model import Change
from data.store import Store
from scheduler.channel import Delivered, Moved, Outcome, TryLater, Undeliverable
from scheduler.outages import OUT_AFTER, TRIED_AGAIN, Outage, Outages
from tests.building import POLICY, SWITCHED_ON, ScriptedChat
from tests.data.test_leases import LASTS

MINUTE = 60.0
BOT = "telegram:42"


def seen(*events: tuple[float, str]) -> list[tuple[float, str | None]]:
    """What is decided at each minute at which something is seen: a failure by its reason, "ok", "heard" or "-"."""
    outage, found = Outage(), []
    for minute, event in events:
        match event:
            case "ok":
                outage.served()
            case "heard":
                outage.heard(minute * MINUTE)
            case "-":
                pass
            case why:
                outage.failed(minute * MINUTE, why)
        found.append((minute, outage.why(minute * MINUTE)))
    return found


def test_a_bot_that_cannot_be_reached_for_ten_minutes_is_out_until_its_server_is_heard() -> None:
    away = [(float(minute), "unreachable") for minute in range(12)]
    assert seen(*away, (12, "heard"), (13, "unreachable")) == [
        *((float(minute), None) for minute in range(10)),
        (10, "unreachable"),
        (11, "unreachable"),
        (12, None),
        (13, None),
    ]


def test_a_bot_by_which_nothing_goes_out_is_out_and_tried_again_after_a_while() -> None:
    assert seen(
        (0, "server-error"), (1, "no-answer"), (5, "server-error"), (11, "heard"), (12, "-"),
        (34, "-"), (35, "-"), (36, "server-error"), (37, "ok"),
    ) == [
        (0, None), (1, None), (5, None), (11, "server-error"), (12, "server-error"),
        (34, "server-error"), (35, None), (36, "server-error"), (37, None),
    ]  # fmt: skip


def test_what_goes_wrong_for_a_moment_or_for_one_chat_is_no_outage() -> None:
    assert {why for _, why in seen((0, "unreachable"), (9, "ok"), (11, "unreachable"), (20, "unreachable"))} == {None}
    assert {why for _, why in seen((0, "server-error"), (20, "server-error"))} == {None}
    many = [(float(minute), why) for minute in range(30) for why in ("too-many-requests", "conflict", "stopped")]
    assert {why for _, why in seen(*many)} == {None}


def test_a_bot_whose_month_is_spent_is_out_at_once_and_tried_every_six_hours() -> None:
    assert seen((0, "quota"), (359, "-"), (360, "-"), (361, "quota"), (362, "ok")) == [
        (0, "quota"),
        (359, "quota"),
        (360, None),
        (361, "quota"),
        (362, None),
    ]


@dataclass
class Watch:
    """The bot of a process, seen by the second."""

    store: Store
    channel: ScriptedChat = field(default_factory=lambda: ScriptedChat(name=BOT))
    seconds: float = 0.0
    silent: float | None = None

    def __post_init__(self) -> None:
        self.begin()

    def begin(self, holder: str = "ours") -> None:
        """Have a process begin."""
        self.outages = Outages(self.store, holder, POLICY, lambda: self.seconds)
        with self.store.transaction() as session:
            leases.hold(session, BOT, holder, LASTS)

    async def passes(self, seconds: float, *outcomes: Outcome) -> dict[str, str]:
        """What is written after some seconds, in which so much was sent."""
        self.seconds += seconds
        for outcome in outcomes:
            self.outages.settled(BOT, outcome)
        moment = SWITCHED_ON + timedelta(seconds=self.seconds)
        await self.outages.tell([self.channel], lambda _: self.silent, moment)
        with self.store.transaction() as session:
            return leases.out_of_service(session)

    def recorded(self) -> list[str]:
        """What stands in the record."""
        with self.store.transaction() as session:
            return [change.action for change in session.exec(select(Change).order_by(col(Change.id)))]


async def test_what_is_out_is_written_with_the_moment_since_when_and_only_what_changes(store: Store) -> None:
    watch = Watch(store)
    watch.channel.trouble = "unreachable"
    assert await watch.passes(60) == {}
    for _ in range(3):
        await watch.passes(OUT_AFTER / 3)
    assert await watch.passes(0) == {BOT: "unreachable"}
    watch.channel.trouble, watch.silent = None, 1.0
    assert await watch.passes(10) == {}
    assert watch.recorded() == ["fall_out", "serve"]
    with store.transaction() as session:
        begun, known, over = (SWITCHED_ON + timedelta(seconds=each) for each in (60, 660, 670))
        found = [leases.outage_of(session, BOT, moment) for moment in (begun, known, over)]
        assert found == [None, Told(BOT, "unreachable", begun), None]
        assert leases.outage_of(session, "zalo:7", known) is None


async def test_whatever_a_server_says_of_a_chat_it_says_something(store: Store) -> None:
    watch, fails = Watch(store), TryLater("server-error")
    await watch.passes(0, fails, fails, fails)
    for said in (Delivered(), Undeliverable("not-found"), Moved("1"), TryLater("refused", lasting=True)):
        assert await watch.passes(OUT_AFTER, fails) == {BOT: "server-error"}
        assert await watch.passes(1, said) == {}
        await watch.passes(1, fails, fails)
    assert await watch.passes(OUT_AFTER, fails) == {BOT: "server-error"}
    watch.outages.came_in(BOT)
    assert await watch.passes(1) == {}


async def test_who_takes_a_bot_over_goes_on_from_what_is_written(store: Store) -> None:
    watch, fails = Watch(store), TryLater("server-error")
    await watch.passes(0, fails, fails, fails)
    assert await watch.passes(OUT_AFTER) == {BOT: "server-error"}
    watch.begin()
    assert await watch.passes(5) == {BOT: "server-error"}
    assert await watch.passes(TRIED_AGAIN) == {}


async def test_what_the_ledger_says_is_spent_is_out_until_the_month_is_over(store: Store) -> None:
    watch = Watch(store)
    watch.channel.allowance = Allowance(people=50, messages=3000)
    assert await watch.passes(1) == {}
    with store.transaction() as session:
        ledger.count(session, BOT, SWITCHED_ON.date().replace(day=1), taken=2971)
    assert await watch.passes(1) == {BOT: "quota"}
    assert await watch.passes(timedelta(days=21).total_seconds()) == {}
