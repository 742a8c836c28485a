"""What waits when a bot's month runs short: the table, row by row."""

from data.kinds import MessageKind
from data.ledger import Allowance
from scheduler.allotting import Urgency, is_held, is_short, urgency

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
