"""What Outgoing looks like on Telegram, and what its errors mean."""

from dataclasses import replace
from datetime import date, timedelta

import httpx
import pytest
from telegram import MessageEntity
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, TimedOut
from telegram.error import TelegramError as Fault

from bot.channels.telegram.wire import TooManyRequestsError, outcome_of
from bot.channels.telegram.writing import Part, Tap, callback_data, keyboard, parts, read_callback
from data.kinds import State
from data.talk import Act, Choice, Outgoing, line
from scheduler.channel import Moved, Outcome, TryLater, Undeliverable


def rows(*labels: str) -> list[list[str]]:
    made = keyboard([Choice(label, Act("viec")) for label in labels])
    return [] if made is None else [[button.text for button in row] for row in made.inline_keyboard]


def bold(length: int) -> tuple[MessageEntity, ...]:
    return (MessageEntity(MessageEntity.BOLD, 0, length),)


@pytest.mark.parametrize(
    ("outgoing", "expected"),
    [
        (Outgoing("NHẮC VIỆC", "Kính gửi\n• Việc 10"), (Part("NHẮC VIỆC\nKính gửi\n• Việc 10", bold(9)),)),
        (Outgoing("", "Đã ghi nhận"), (Part("Đã ghi nhận"),)),
        (Outgoing("NHẮC VIỆC", ""), (Part("NHẮC VIỆC", bold(9)),)),
        (Outgoing("✅ 🙂", "một"), (Part("✅ 🙂\nmột", bold(4)),)),
        (Outgoing(" Việc ", "một\n"), (Part("Việc\nmột", bold(4)),)),
        (Outgoing("", " \n "), ()),
    ],
)
def test_title_and_words(outgoing: Outgoing, expected: tuple[Part, ...]) -> None:
    assert parts(outgoing) == expected


def test_too_long_for_one_message_it_is_split_between_items_with_the_buttons_under_the_last() -> None:
    items = [f"• Việc {number}: {'báo cáo ' * 20}\n  hạn 31/01/2023\n" for number in range(40)]
    made = parts(Outgoing("NHẮC VIỆC", "".join(items), (Choice("Xong việc 1", Act("xong", ("1",), occurrence_id=7)),)))

    assert "".join(part.text for part in made) + "\n" == "NHẮC VIỆC\n" + "".join(items)
    assert [part.text.startswith("• Việc") for part in made] == [False, True]
    assert [part.entities for part in made] == [bold(9), ()]
    assert [part.keyboard is not None for part in made] == [False, True]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ((), []),
        (("✅ Xong việc 10",), [["✅ Xong việc 10"]]),
        (("Việc 1", "Việc 2", "Việc 3"), [["Việc 1", "Việc 2"], ["Việc 3"]]),
        (("Việc 1", "Không phát sinh việc 12", "Việc 2"), [["Việc 1"], ["Không phát sinh việc 12"], ["Việc 2"]]),
        (("Không phát sinh việc 12", "Việc 1", "Việc 2"), [["Không phát sinh việc 12"], ["Việc 1", "Việc 2"]]),
    ],
)
def test_a_button_a_row_and_two_where_they_are_short(labels: tuple[str, ...], expected: list[list[str]]) -> None:
    assert rows(*labels) == expected


DONE = Act("xong", ("10",), occurrence_id=42)


@pytest.mark.parametrize(
    ("act", "data"),
    [
        (DONE, "=xong;10|42|"),
        (Act("viec"), "=viec||"),
        (replace(DONE, state=State.OPEN), "=xong;10|42|o"),
        (Act("bao nham", ("06.10",), occurrence_id=42, state=State.DONE), "=bao nham;06.10|42|d"),
        (Act("viec", ("10",), occurrence_id=42, state=State.ACCEPTED), "=viec;10|42|a"),
        (
            Act("ghi nhan", ("1",), units=("P-LL", "VP"), occurrence_id=7, state=State.CLOSED),
            "=ghi nhan;1;;;P-LL,VP|7|c",
        ),
        (Act("trinh lanh dao", how="gui danh sach", number=3), "=trinh lanh dao;;gui danh sach;3||"),
        (Act("don doc", ("1", "7", "12")), "=don doc;1,7,12||"),
        (Act("xong", ("10",), files="kem tep", occurrence_id=42), "=xong;10;;;;;;;;kem tep|42|"),
        (Act("xong", ("1",), period="2023-Q1", text="3 tin"), "=xong;1;;;;2023-Q1;;;3 tin||"),
        (Act("cho gia han", ("1",), units=("KT",), day=date(2023, 2, 15)), "=cho gia han;1;;;KT;;2023-02-15||"),
        (Act("x" * 39, occurrence_id=2**63, state=State.OPEN), "=" + "x" * 39 + "|9223372036854775808|o"),
    ],
)
def test_what_a_button_carries(act: Act, data: str) -> None:
    assert callback_data(Choice("", act)) == data
    assert read_callback(data) == Tap(act)
    assert len(data.encode()) <= 64


@pytest.mark.parametrize(
    "act",
    [
        Act("x" * 64),
        Act("xong", ("1",), text="đã gửi báo cáo " * 4),
        Act("xong", ("1",), text="3 tin; 2 bài"),
        Act("xong", ("1",), beside=(Act("xong", ("12",)),)),
        Act("qua han", start=21),
        Act("don vi", ("3",), how="them", units=("VP",), made_for=()),
        # What would be read otherwise.
        Act("xong", ("10;12",)),
        Act("don doc", units=("xa, phuong",)),
        line("xong 10"),
    ],
)
def test_of_what_says_more_a_button_carries_the_reference(act: Act) -> None:
    data = callback_data(Choice("", act))
    assert data == f"?{act.reference}"
    assert read_callback(data) == Tap(reference=act.reference)


def test_a_reference_is_the_same_whatever_the_label_and_another_for_another_act() -> None:
    said = replace(DONE, text="đã gửi báo cáo " * 4, state=State.OPEN)
    assert callback_data(Choice("Xong", said)) == callback_data(Choice("1. Xong", said)) == f"?{said.reference}"
    others = [replace(said, state=State.DONE), replace(said, occurrence_id=43), replace(said, text="chưa gửi")]
    assert len({each.reference for each in (said, *others)}) == 4


@pytest.mark.parametrize(
    ("data", "act"),
    [
        # Made before buttons told what they do.
        ("xong 10|42|o", line("xong 10", 42, State.OPEN)),
        ("hay là a|7|o|42|c", line("hay là a|7|o", 42, State.CLOSED)),
        ("viec|", line("viec")),
        ("?|", line("?")),
        # Made before they told a state.
        ("xong 10|42", line("xong 10", 42)),
        # Not made by us.
        ("xong 10", line("xong 10")),
        ("xong|mười", line("xong")),
        ("xong 10|42|x", line("xong 10|42")),
        ("x" * 58 + "|42|o", line("x" * 58, 42, State.OPEN)),
        ("=xong;10|x|o", line("=xong;10|x|o".rpartition("|")[0])),
        ("=xong;10|1|z", line("=xong;10|1")),
        ("=xong;10;;mười||", line("=xong;10;;mười|")),
        ("?d1", line("?d1")),
        ("", line("")),
    ],
)
def test_a_button_that_we_no_longer_make(data: str, act: Act) -> None:
    assert read_callback(data) == Tap(act)


def because(error: Fault, cause: Exception) -> Fault:
    error.__cause__ = cause
    return error


HOUR = timedelta(hours=1)
ERRORS: list[tuple[Fault, Outcome]] = [
    (ChatMigrated(-1002), Moved("-1002")),
    (TooManyRequestsError(30), TryLater("too-many-requests", timedelta(seconds=30))),
    (Forbidden("Forbidden: bot was blocked by the user"), Undeliverable("blocked")),
    (Forbidden("Forbidden: user is deactivated"), Undeliverable("deactivated")),
    (Forbidden("Forbidden: bot was kicked from the supergroup chat"), Undeliverable("kicked")),
    (Forbidden("Forbidden: bot is not a member of the group chat"), Undeliverable("left")),
    (Forbidden("Forbidden: bot can't initiate conversation with a user"), Undeliverable("not-started")),
    (Forbidden("Forbidden: the group chat was deleted"), Undeliverable("deleted")),
    (Forbidden("Forbidden: something new"), Undeliverable("forbidden")),
    (BadRequest("Chat not found"), Undeliverable("not-found")),
    (BadRequest("PEER_ID_INVALID"), Undeliverable("not-found")),
    (BadRequest("Not enough rights to send text messages to the chat"), TryLater("no-rights", HOUR, lasting=True)),
    (Forbidden("Forbidden: CHAT_WRITE_FORBIDDEN"), TryLater("no-rights", HOUR, lasting=True)),
    (BadRequest("Need administrator rights in the channel chat"), TryLater("no-rights", HOUR, lasting=True)),
    (BadRequest("CHAT_RESTRICTED"), TryLater("no-rights", HOUR, lasting=True)),
    (BadRequest("Topic_closed"), TryLater("topic-closed", HOUR, lasting=True)),
    (BadRequest("Message thread not found"), TryLater("no-topic", HOUR, lasting=True)),
    (BadRequest("Topic_deleted"), TryLater("no-topic", HOUR, lasting=True)),
    (BadRequest("Message is too long"), TryLater("too-long")),
    (BadRequest("Message caption is too long"), TryLater("too-long")),
    (BadRequest("Can't parse entities"), TryLater("refused", lasting=True)),
    (Conflict("Conflict"), TryLater("refused", lasting=True)),
    (InvalidToken(), TryLater("token-rejected", timedelta(minutes=10))),
    (NetworkError("Bad Gateway"), TryLater("server-error")),
    (Fault("Invalid server response"), TryLater("server-error")),
    (because(TimedOut(), httpx.PoolTimeout("")), TryLater("unreachable")),
    (because(TimedOut(), httpx.ConnectTimeout("")), TryLater("unreachable")),
    (because(NetworkError(""), httpx.ConnectError("")), TryLater("unreachable")),
    (because(NetworkError(""), httpx.UnsupportedProtocol("")), TryLater("unreachable")),
    (because(TimedOut(), httpx.ReadTimeout("")), TryLater("no-answer", perhaps=True)),
    (because(NetworkError(""), httpx.RemoteProtocolError("")), TryLater("no-answer", perhaps=True)),
]


@pytest.mark.parametrize(("error", "outcome"), ERRORS)
def test_what_an_error_means(error: Fault, outcome: Outcome) -> None:
    assert outcome_of(error) == outcome
