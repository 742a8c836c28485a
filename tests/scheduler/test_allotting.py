"""What waits when a bot's month runs short: the table, row by row; and a morning of which a part waits."""

from datetime import date, timedelta

from data import ledger
from data.kinds import MessageKind, MessageState, Role
from data.ledger import Allowance, Spent
from data.people import chats, registering
from data.store import Store
from data.talk import Speaker
from scheduler.allotting import Urgency, enter, is_held, is_short, urgency
from scheduler.channel import Delivered, TryLater
from scheduler.delivery import deliver
from tests.building import CHANNEL, COMPOSER, SWITCHED_ON, ScriptedChat, draft, join, office, row, run, send_all
from tests.scheduler.test_delivery import kept, send

MONTH = Allowance(people=50, messages=3000)


def test_how_urgent_a_message_is() -> None:
    digest, notice = MessageKind.DIGEST, MessageKind.NOTICE
    assert {
        "an answer": urgency(MessageKind.ANSWER),
        "an overview": urgency(digest),
        "a task that opens": urgency(digest, ["opening", "-60", "-10"]),
        "two days before": urgency(digest, ["opening", "-2"]),
        "due today": urgency(digest, ["opening", "0", "-2"]),
        "overdue": urgency(digest, ["weekly"]),
        "a broadcast": urgency(notice, event="broadcast"),
        "an extension granted": urgency(notice, event="extension_granted"),
        "urged": urgency(notice, event="urged"),
    } == {
        "an answer": Urgency.ANSWER,
        "an overview": Urgency.CAN_WAIT,
        "a task that opens": Urgency.CAN_WAIT,
        "two days before": Urgency.SOON,
        "due today": Urgency.PRESSING,
        "overdue": Urgency.PRESSING,
        "a broadcast": Urgency.CAN_WAIT,
        "an extension granted": Urgency.SOON,
        "urged": Urgency.PRESSING,
    }


def test_who_waits_when() -> None:
    rows = (0, 2400, 2700, 2701, 2850, 2851, 2970, 2971, 3000, 3100)
    waiting = [(sent, [each.name for each in Urgency if is_held(each, sent, MONTH)]) for sent in rows]
    assert waiting == [
        (0, []),
        (2400, []),
        (2700, []),
        (2701, ["CAN_WAIT"]),
        (2850, ["CAN_WAIT"]),
        (2851, ["CAN_WAIT", "SOON"]),
        (2970, ["CAN_WAIT", "SOON"]),
        (2971, ["CAN_WAIT", "SOON", "PRESSING"]),
        (3000, ["CAN_WAIT", "SOON", "PRESSING"]),
        (3100, ["CAN_WAIT", "SOON", "PRESSING"]),
    ]


def test_the_office_is_told_from_four_fifths_on() -> None:
    assert [sent for sent in (0, 2399, 2400, 3000) if is_short(sent, MONTH)] == [2400, 3000]


# A morning on which one task is due, and another opens.
DUE, OPENING = "Văn phòng HĐND-UBND TP", "Phòng Kinh tế"
JANUARY = date(2023, 1, 1)


def spent(store: Store) -> Spent:
    with store.transaction() as session:
        return ledger.spent(session, [CHANNEL], JANUARY)[CHANNEL]


def morning(store: Store, sent: int) -> ScriptedChat:
    """An office whose bot may send 100 messages a month and has sent so many."""
    due = row("1", f"Ngày {SWITCHED_ON:%d/%m/%Y}", lead=DUE)
    office(store, draft(due, row("2", lead=OPENING)))
    join(store, "VP")
    join(store, "KT")
    join(store, "NV", "boss", role=Role.COORDINATOR)
    with store.transaction() as session:
        ledger.count(session, CHANNEL, JANUARY, taken=sent)
    run(store, SWITCHED_ON)
    return ScriptedChat(allowance=Allowance(people=50, messages=100))


async def test_what_is_due_today_goes_out_when_little_is_left_and_the_rest_waits(store: Store) -> None:
    chat = morning(store, 92)
    assert await send(store, chat) == ["VP"]
    assert kept(store) == [
        ("VP", MessageState.SENT, 1, None),
        ("KT", MessageState.WAITING, 1, "allowance"),
        ("boss", MessageState.WAITING, 1, "allowance"),
    ]
    assert spent(store) == Spent(93, 3)
    # In the next month there is enough again; what was not said in its slot is said then.
    assert await send(store, ScriptedChat(allowance=chat.allowance), SWITCHED_ON + timedelta(hours=1)) == []


async def test_every_part_counts_and_so_does_what_perhaps_arrived(store: Store) -> None:
    chat = morning(store, 0)
    chat.script = {
        "VP": [Delivered(("1", "2"))],
        "KT": [TryLater("no-answer", perhaps=True, refs=("3", "4", "5"))],
    }
    assert await send(store, chat) == ["VP"]
    assert spent(store) == Spent(6, 3)


async def test_a_message_that_was_begun_counts_each_time(store: Store) -> None:
    chat = morning(store, 0)
    begun = TryLater("server-error", refs=("1", "2"))
    chat.script = {"VP": [begun, begun]}
    assert await send(store, chat) == ["KT"]
    assert spent(store) == Spent(3, 3)
    # It is said once more, and then no more: no part of it comes three times.
    assert await send(store, chat, SWITCHED_ON + timedelta(hours=1)) == []
    assert await send(store, chat, SWITCHED_ON + timedelta(hours=2)) == []
    assert (spent(store), kept(store)[0]) == (Spent(5, 3), ("VP", MessageState.UNKNOWN, 2, "server-error"))


async def test_the_office_is_told_once_when_few_more_may_join_and_once_when_nobody_may(store: Store) -> None:
    """Four people have a chat with the bot."""
    chat = morning(store, 0)
    join(store, "KT", "another")
    await send_all(store, chat, SWITCHED_ON)
    told = []
    for people in (50, 6, 5, 5, 4, 3):
        with store.transaction() as session:
            enter(session, CHANNEL, Delivered(("1",)), Allowance(people, 1000), SWITCHED_ON, COMPOSER)
        await send_all(store, chat, SWITCHED_ON + timedelta(minutes=1))
        told.append([text.splitlines()[1] for who, text in chat.take() if who == "boss" and "CHỖ" in text])
    assert told == [
        [],
        [],
        ["Đã có 4/5 người tham gia qua Chat."],
        [],
        [
            (
                "Đã có 4 người tham gia qua Chat, trong khi bot này chỉ phục vụ được 4 người."
                " Người tham gia sau có thể không nhận được tin."
            )
        ],
        [],
    ]


async def test_a_chat_stays_with_the_bot_that_it_wrote_to(store: Store) -> None:
    """However full that bot is, and whatever room another has."""
    office(store, draft(row("1", f"Ngày {SWITCHED_ON:%d/%m/%Y}", lead=DUE), row("2", lead=OPENING)))
    with store.transaction() as session:
        for code, bot in (("VP", "zalo:1"), ("KT", "zalo:2")):
            secret = chats.new_code(
                session, registering.unit_by_code(session, code), Role.OFFICER, SWITCHED_ON, timedelta(days=7)
            )
            session.flush()
            chats.join(session, secret, Speaker(bot, code, code, "Lan"), SWITCHED_ON)
    run(store, SWITCHED_ON)
    full, free = (ScriptedChat(name=f"zalo:{number}", allowance=Allowance(number - 1, 100)) for number in (1, 2))
    while await deliver(store, [full, free], COMPOSER, SWITCHED_ON):
        pass
    assert (full.heard(), free.heard()) == (["VP"], ["KT"])


async def test_the_office_is_told_once_when_little_is_left(store: Store) -> None:
    chat = morning(store, 79)
    await send_all(store, chat, SWITCHED_ON)
    await send_all(store, chat, SWITCHED_ON + timedelta(minutes=1))
    told = [text for who, text in chat.sent if who == "boss" and "SẮP HẾT" in text]
    assert len(told) == 1
